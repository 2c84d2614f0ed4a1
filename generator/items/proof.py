"""Proof that a distractor is wrong. What cannot be proved wrong over every standard is not used.

A candidate is refused for one of six reasons: what is asked has no single answer; it says the same as a right answer;
it is right by another fact whose scope overlaps; it satisfies what is asked without being the key; it is no value of the same
kind; or it is only not mentioned, which does not make it wrong.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Reason(StrEnum):
    """Why a candidate is refused."""

    OPEN = "所问的内容不止一个答案"
    SAME = "与正确答案说的是一回事"
    ELSEWHERE = "按另一条规定也正确"
    ENTAILED = "也满足题干的要求"
    FOREIGN = "不是同一类的内容"
    SILENT = "只是没有提到，不能算错"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible answer: as shown, as compared (`value`), and for a wrong one what it belongs to."""

    text: str
    value: Hashable
    why: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for, and what is known of its answers.

    `right` are the values that the fact itself gives, with synonyms, wider and narrower ones; `elsewhere` those that
    other facts with overlapping scope give; `entailed` those that satisfy what is asked. `known` are the values of the same
    kind that the standards hold (None: any value of the ladder). `opposed`: those that a fact says the opposite
    of; None where a value that is not right is wrong by itself, as for a single number or a complete list.
    """

    right: frozenset[Hashable]
    elsewhere: frozenset[Hashable] = frozenset()
    entailed: frozenset[Hashable] = frozenset()
    known: frozenset[Hashable] | None = None
    opposed: frozenset[Hashable] | None = None
    single: bool = True

    def refusal(self, candidate: Candidate) -> Reason | None:
        """Why the candidate must not stand among the wrong options; None where it is proved wrong."""
        value = candidate.value
        if not self.single:
            return Reason.OPEN
        if value in self.right:
            return Reason.SAME
        if value in self.elsewhere:
            return Reason.ELSEWHERE
        if value in self.entailed:
            return Reason.ENTAILED
        if self.known is not None and value not in self.known:
            return Reason.FOREIGN
        if self.opposed is not None and value not in self.opposed:
            return Reason.SILENT
        return None


@dataclass(frozen=True, slots=True)
class Sifted:
    """Candidates that are proved wrong, each value once, and how many were refused for each reason."""

    wrong: tuple[Candidate, ...]
    refused: Mapping[Reason, int] = field(default_factory=dict)


def sift(asked: Asked, candidates: Iterable[Candidate]) -> Sifted:
    """The candidates that are proved wrong, in order, each value and each text once."""
    wrong: list[Candidate] = []
    refused: dict[Reason, int] = {}
    seen: set[Hashable] = set()
    for candidate in candidates:
        reason = asked.refusal(candidate)
        if reason:
            refused[reason] = refused.get(reason, 0) + 1
        elif not seen & {candidate.value, candidate.text}:
            seen |= {candidate.value, candidate.text}
            wrong.append(candidate)
    return Sifted(tuple(wrong), refused)
