"""What the item bank asks about: facts of each standard, shares of models and types, clauses without a question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.items.bank import bank
from generator.model.edition import Edition
from generator.model.standard import ClauseType


@dataclass(frozen=True, slots=True)
class ClauseCoverage:
    """A leaf clause, how many graded items rest on it, and how many checklist items."""

    ref: str
    type: str
    questions: int
    checklist_items: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """`facts` are the distinct (clause, slot) pairs of each standard with a graded item; shares are 0 to 1."""

    clauses: tuple[ClauseCoverage, ...]
    facts: Mapping[str, int]
    models: Mapping[str, float]
    types: Mapping[str, float]
    unasked: tuple[str, ...]


def coverage(edition: Edition) -> Coverage:
    """Counts over the bank; `unasked` are the requirements of critical standards that no graded item rests on."""
    graded = [item for item in bank(edition) if item.graded]
    asked = Counter(item.ref for item in graded)
    clauses = []
    for document in edition.documents.values():
        for entry in document.entries.values():
            if entry.leaf and entry.clause.type:
                ref = f"{document.id}#{entry.id}"
                checked = len(document.check_items.get(entry.id, ()))
                clauses.append(ClauseCoverage(ref, entry.clause.type.value, asked[ref], checked))
    critical = {d.id for d in edition.documents.values() if d.standard.safety_level == "critical"}
    return Coverage(
        tuple(clauses),
        Counter(standard for standard, _, _ in {(i.standard, i.clause, i.slot) for i in graded}),
        _shares(Counter(item.model for item in graded)),
        _shares(Counter(item.type for item in graded)),
        tuple(
            c.ref for c in clauses if not c.questions and c.type == ClauseType.REQUIREMENT and c.ref.partition("#")[0] in critical
        ),
    )


def _shares(counted: Counter[str]) -> dict[str, float]:
    return {name: round(count / counted.total(), 3) for name, count in sorted(counted.items())}
