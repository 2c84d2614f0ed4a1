"""The catalogue that the families of rules fill."""

from __future__ import annotations

from generator.diagnostics import Rule, Severity

CATALOGUE: dict[str, Rule] = {}

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE


def rule(code: str, severity: Severity, zh: tuple[str, str, str], en: tuple[str, str, str]) -> Rule:
    """A new entry: title, message and hint in Chinese and English; messages are format strings over the facts."""
    assert code not in CATALOGUE, code
    CATALOGUE[code] = Rule(code, severity, *zh, *en)
    return CATALOGUE[code]
