"""Families of rules. A check is a generator `(corpus, today) -> Iterator[Diagnostic]`; all of them stand in CHECKS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from generator.checks import (
    bindings,
    braces,
    citing,
    coverage,
    lifecycle,
    limits,
    overlay,
    questions,
    references,
    sentences,
    structure,
    values,
    wording,
)
from generator.diagnostics import Diagnostic
from generator.model.corpus import Corpus

Check = Callable[[Corpus, date], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    *structure.CHECKS,
    *references.CHECKS,
    *citing.CHECKS,
    *braces.CHECKS,
    *wording.CHECKS,
    *sentences.CHECKS,
    *overlay.CHECKS,
    *limits.CHECKS,
    *values.CHECKS,
    *lifecycle.CHECKS,
    *coverage.CHECKS,
    *questions.CHECKS,
    *bindings.CHECKS,
)


def check(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Every finding of every check."""
    for one in CHECKS:
        yield from one(corpus, today)
