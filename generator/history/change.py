"""A change in meaning as a value: what changed, how far, where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from generator.diagnostics import Place


class Grade(StrEnum):
    """How a change bears on those who follow the standard.

    TIGHTENED binds someone to something that did not bind them before, also where it frees them of something else.
    """

    ADDED = "added"
    REMOVED = "removed"
    TIGHTENED = "tightened"
    RELAXED = "relaxed"
    MOVED = "moved"
    WORDING = "wording"
    META = "meta"


MEANING = frozenset({Grade.ADDED, Grade.REMOVED, Grade.TIGHTENED, Grade.RELAXED})
"""The grades that change what is to be done."""

Kind = Literal[
    "standard",
    "clause",
    "verb",
    "limit",
    "role",
    "step",
    "record",
    "checklist",
    "question",
    "reference",
    "scope",
    "term",
    "risk",
    "lifecycle",
    "owner",
    "register",
    "meta",
]


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `ref` is the clause that it concerns, `part` the limit, record, item or question in it.

    A limit is told at the first clause that quotes it, `also` are the others; terms, records, risks, scope, normative
    references, owner and life cycle are told at the standard. Another role in place of one, or a branch of the process
    that leads elsewhere, is MOVED. `part` is "en" where only the English words of a clause changed. `old` and `new`
    are what readers see, empty where there is nothing. `moved_from`, `split` and `merged` name the other clauses.
    `certain` is False where the grade follows from the letters alone and a person should look.
    """

    kind: Kind
    grade: Grade
    ref: str
    old: str
    new: str
    place: Place
    part: str = ""
    also: tuple[str, ...] = ()
    moved_from: str = ""
    split: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    certain: bool = True

    @property
    def standard(self) -> str:
        return self.ref.partition("#")[0]

    @property
    def in_meaning(self) -> bool:
        """Whether it changes what is to be done, or by whom; questions follow the standard and never change it."""
        handed_on = self.grade is Grade.MOVED and self.kind in ("role", "step")
        return self.kind != "question" and (self.grade in MEANING or handed_on)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A grade, and whether it rests on more than the letters."""

    grade: Grade
    certain: bool = True


def joined(verdicts: list[Verdict]) -> Verdict | None:
    """One verdict for several: both ways at once is tightened, since someone must act differently; None for none."""
    if not verdicts:
        return None
    grades = {v.grade for v in verdicts} - {Grade.WORDING}
    if not grades:
        return Verdict(Grade.WORDING, all(v.certain for v in verdicts))
    decisive = [v for v in verdicts if v.grade in grades]
    if len(grades) == 1:
        return Verdict(grades.pop(), all(v.certain for v in decisive))
    return Verdict(Grade.TIGHTENED, False)
