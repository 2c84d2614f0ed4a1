"""Clauses that lost their id: found again where they went, in one piece, split or merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.history.sentences import ALIKE, contained, likeness
from generator.history.tokens import Token, tokens
from generator.model.corpus import Corpus, Document
from generator.model.outline import Entry
from generator.model.prose import in_full

PART = 0.7
"""So much of a piece stands in the clause that it was split from."""
WHOLE = 0.6
"""So much of a clause is made up by the pieces that it was split into."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A clause in one state of a standard, and what it says."""

    document: Document
    corpus: Corpus
    entry: Entry
    said: tuple[Token, ...]

    @property
    def ref(self) -> str:
        return f"{self.document.id}#{self.entry.id}"

    @property
    def text(self) -> str:
        return in_full(self.entry.clause, self.document, self.corpus)


def spot(document: Document, corpus: Corpus, entry: Entry, roles: Mapping[str, str]) -> Spot:
    return Spot(document, corpus, entry, tokens(" ".join((entry.clause.text or "", *entry.clause.items)), roles))


@dataclass(frozen=True, slots=True)
class Places:
    """`moved` pairs old and new; `split` and `merged` map a reference to those of the clauses it fell into or came from."""

    moved: tuple[tuple[Spot, Spot], ...]
    split: Mapping[str, tuple[str, ...]]
    merged: Mapping[str, tuple[str, ...]]


def find(gone: Sequence[Spot], come: Sequence[Spot], kept: Sequence[tuple[Spot, Spot]]) -> Places:
    """Where clauses went. `kept` are clauses with the same id and other words, before and after."""
    moved: list[tuple[Spot, Spot]] = []
    left, right = list(gone), list(come)
    by_text: dict[tuple[tuple[str, str], ...], list[Spot]] = {}
    for new in right:
        by_text.setdefault(_keys(new), []).append(new)
    for old in gone:
        if twins := by_text.get(_keys(old)):
            new = min(twins, key=lambda n: n.document.id != old.document.id)
            twins.remove(new)
            moved.append((old, new))
            left.remove(old)
            right.remove(new)
    split = _pieces([*((s, None) for s in left), *kept], right)
    taken = {ref for refs in split.values() for ref in refs}
    merged = _pieces(
        [*((s, None) for s in right if s.ref not in taken), *((new, old) for old, new in kept)],
        [s for s in left if s.ref not in split],
    )
    joined = {ref for refs in merged.values() for ref in refs}
    for old in [s for s in left if s.ref not in split and s.ref not in joined]:
        rated = [(likeness(old.said, n.said), n) for n in right if n.ref not in taken and n.ref not in merged]
        score, new = max(rated, key=lambda r: r[0], default=(0.0, old))
        if score >= ALIKE:
            moved.append((old, new))
            right.remove(new)
    return Places(tuple(moved), split, merged)


def _keys(one: Spot) -> tuple[tuple[str, str], ...]:
    return tuple(token.key for token in one.said)


def _pieces(wholes: Sequence[tuple[Spot, Spot | None]], parts: Sequence[Spot]) -> dict[str, tuple[str, ...]]:
    """Clauses that fall into parts: two parts that make it up, or one part that its other state no longer has."""
    found: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for whole, other in wholes:
        rated = sorted(((contained(p.said, whole.said), p) for p in parts if p.ref not in taken), key=lambda r: -r[0])
        inside = [p for score, p in rated if score >= PART]
        if other is not None:
            inside = [p for p in inside if contained(p.said, other.said) < PART]
        size = sum(len(p.said) for p in inside) + (len(other.said) if other else 0)
        enough = len(inside) + (other is not None) >= 2
        if inside and enough and size >= WHOLE * len(whole.said) and (other is None or len(other.said) < len(whole.said)):
            found[whole.ref] = tuple(p.ref for p in inside)
            taken.update(found[whole.ref])
    return found
