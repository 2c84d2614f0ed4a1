"""The search itself, the same behind every door: plan the query, rank its documents, put the answer on top."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.search import tuning
from generator.search.analyzer import tokens
from generator.search.entry import Answer, Entry
from generator.search.index import Language
from generator.search.plan import Plan, facet_token, plan
from generator.search.rank import rank


class Door(Protocol):
    """Where documents and postings come from; documents are numbers that mean something to the door alone."""

    @property
    def language(self) -> Language: ...
    @property
    def count(self) -> int: ...
    def postings(self, token: str) -> Mapping[int, int]: ...
    def parent(self, document: int) -> int: ...
    def order(self, document: int) -> tuple[str, int]: ...
    def entry(self, document: int) -> Entry: ...


@dataclass(frozen=True, slots=True)
class Hit:
    """A result and its score."""

    score: float
    entry: Entry


@dataclass(frozen=True, slots=True)
class Found:
    """How many documents match, the best of them, the limits of the first that answer the question, and whether the best
    says what was asked or is only near."""

    total: int
    hits: tuple[Hit, ...]
    answers: tuple[Answer, ...]
    sure: bool


def search(door: Door, query: str, *, limit: int, facets: Mapping[str, str]) -> Found:
    """The best `limit` documents for a query. `facets` maps kind, domain, status, level, position to the wanted value."""
    seen: dict[str, Mapping[int, int]] = {}

    def postings(token: str) -> Mapping[int, int]:
        if token not in seen:
            seen[token] = door.postings(token)
        return seen[token]

    language = door.language
    planned = plan(query, lambda token: bool(postings(token)), language.others, language.lexicon)

    def rarer(pair: str) -> int:
        return min(language.characters.get(c, 0) for c in pair) if len(pair) == 2 else 0

    scores, sure_from = rank(planned, postings, door.count, rarer, door.parent)
    wanted = [postings(facet_token(name, value)) for name, value in facets.items()]
    if wanted:
        scores = {d: s for d, s in scores.items() if all(d in w or door.parent(d) in w for w in wanted)}
    least = sorted(scores.values(), reverse=True)[limit - 1 : limit]
    best = [d for d, s in scores.items() if not least or s >= least[0]]
    best.sort(key=lambda d: (-scores[d], door.order(d)))
    hits = tuple(Hit(scores[d], door.entry(d)) for d in best[:limit])
    sure = bool(hits) and hits[0].score >= sure_from
    return Found(len(scores), hits, answers(planned, hits[0].entry.answers) if sure else (), sure)


def answers(planned: Plan, offered: Sequence[Answer]) -> tuple[Answer, ...]:
    """The limits that answer: of a kind that is asked for, or named in full by the query; the nearest by its words."""
    kinds = set(planned.asked)
    named = [(_named(planned, set(tokens(answer.subject))), answer) for answer in offered if not kinds or answer.kind in kinds]
    most = max((count for count, _ in named), default=0)
    if not kinds and (most == 0 or most < len(planned.groups)):
        return ()
    return tuple(answer for count, answer in named if count == most)[: tuning.MOST_ANSWERS]


def _named(planned: Plan, subject: Collection[str]) -> int:
    """How many groups of the query the words of a limit hold."""
    return sum(any(all(t in subject for t in a.tokens) for a in group) for group in planned.groups)
