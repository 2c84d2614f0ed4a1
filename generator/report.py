"""Findings as text, JSON or GitHub annotations; formatting only."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from generator import Lang
from generator.diagnostics import Diagnostic, Severity

NAMES = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
    Severity.NOTE: ("提示", "note"),
}
COLOURS = {Severity.ERROR: "\033[1;31m", Severity.WARNING: "\033[1;33m", Severity.NOTE: "\033[36m"}
RESET = "\033[0m"


def _index(lang: Lang) -> int:
    return 0 if lang == "zh" else 1


def manual(code: str) -> str:
    """The manual page of a rule, relative to the project."""
    return f"docs/rules/{code}.md"


def text(findings: Sequence[Diagnostic], root: Path, lang: Lang, *, colour: bool = False) -> str:
    """One block a finding: place, severity, code, message; the source line with a caret; the hint. Then a summary."""
    cache: dict[str, list[str]] = {}
    blocks = [_block(finding, root, lang, cache, colour) for finding in findings]
    return "\n".join([*blocks, summary(findings, lang)])


def _block(finding: Diagnostic, root: Path, lang: Lang, cache: dict[str, list[str]], colour: bool) -> str:
    place = finding.place
    name = NAMES[finding.severity][_index(lang)]
    if colour:
        name = f"{COLOURS[finding.severity]}{name}{RESET}"
    lines = [f"{place.file}:{place.line}:{place.column}: {name} {finding.code} {finding.message(lang)}"]
    if place.file not in cache:
        cache[place.file] = _source(root / place.file)
    if place.line <= len(cache[place.file]):
        source = cache[place.file][place.line - 1]
        gutter = f"{place.line:>6} | "
        lines += [gutter + source, " " * (len(gutter) - 2) + "| " + " " * _width(source[: place.column - 1]) + "^"]
    label = "提示：" if lang == "zh" else "hint: "
    see = f"说明：{manual(finding.code)}" if lang == "zh" else f"See {manual(finding.code)}"
    lines.append(f"   {label}{finding.hint(lang)}{'' if lang == 'zh' else ' '}{see}")
    return "\n".join(lines)


def _source(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return []


def _width(text: str) -> int:
    """Columns on a terminal: East Asian wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def summary(findings: Sequence[Diagnostic], lang: Lang) -> str:
    """One line: how many of each, and what to do first."""
    counts = count(findings)
    if lang == "zh":
        totals = f"检查完成：{counts['error']} 个错误，{counts['warning']} 个警告，{counts['note']} 条提示。"
        first = next((f for f in findings if f.severity is Severity.ERROR), None)
        return totals + (f"先改 {first.place.file}:{first.place.line}（{first.code}）。" if first else "")
    totals = f"Checked: {counts['error']} errors, {counts['warning']} warnings, {counts['note']} notes."
    first = next((f for f in findings if f.severity is Severity.ERROR), None)
    return totals + (f" Start with {first.place.file}:{first.place.line} ({first.code})." if first else "")


def count(findings: Sequence[Diagnostic]) -> dict[str, int]:
    """Findings by severity."""
    counted = Counter(finding.severity.value for finding in findings)
    return {severity.value: counted[severity.value] for severity in Severity}


def as_json(findings: Sequence[Diagnostic], root: Path, lang: Lang, *, colour: bool = False) -> str:
    """The JSON document of `check --format json`."""
    rows = [
        {
            "code": f.code,
            "severity": f.severity.value,
            "file": f.place.file,
            "line": f.place.line,
            "column": f.place.column,
            "message": f.message(lang),
            "hint": f.hint(lang),
            "url": manual(f.code),
        }
        for f in findings
    ]
    return json.dumps({"complete": True, "counts": count(findings), "findings": rows}, ensure_ascii=False, indent=1)


def github(findings: Sequence[Diagnostic], root: Path, lang: Lang, *, colour: bool = False) -> str:
    """Workflow commands that annotate the changed lines."""
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    return "\n".join(
        f"::{kinds[f.severity]} file={_property(f.place.file)},line={f.place.line},col={f.place.column},"
        f"title={_property(f.code)}::{_data(f.message(lang) + ' ' + f.hint(lang))}"
        for f in findings
    )


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


Formatter = Callable[..., str]
FORMATS: dict[str, Formatter] = {"text": text, "json": as_json, "github": github}
