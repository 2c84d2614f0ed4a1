"""What search finds: the values that every door hands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """A typed limit as an answer: what it is about, its value with operator, from when it counts, what kind of basis and
    which source it rests on, its status (V V* G E), and the kind of question that it answers."""

    subject: str
    value: str
    since: str
    basis: str
    source: str
    status: str
    kind: str


@dataclass(frozen=True, slots=True)
class Wording:
    """How a hit reads in one language: the standard's title, the chapters above the clause, its title and text."""

    title: str
    path: tuple[str, ...]
    clause_title: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause, or a standard as a whole (then `number` is empty), as results show it. `level` is the clause's type."""

    ref: str
    standard: str
    code: str
    number: str
    kind: str
    domain: str
    status: str
    level: str
    positions: tuple[str, ...]
    url: str
    zh: Wording
    en: Wording | None
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """An entry and what finds it: `impacts` maps token to impact, `names` are the texts whose pairs the lexicon holds."""

    entry: Entry
    names: tuple[str, ...]
    impacts: Mapping[str, int]
