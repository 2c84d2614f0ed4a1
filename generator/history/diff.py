"""What differs in meaning between two states of a knowledge base, matched by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from generator.history.around import around
from generator.history.change import Change, Grade, Kind, Verdict
from generator.history.clauses import actor_changes, clause_changes
from generator.history.context import Sides, role_names
from generator.history.limits import limits, renamed
from generator.history.places import Places, Spot, find, spot
from generator.history.sentences import differences
from generator.model.corpus import Corpus, Document
from generator.model.node import Node
from generator.model.outline import REFERENCES, RESERVED_IDS, TERMS, Entry
from generator.model.standard import ClauseType


def diff(before: Corpus, after: Corpus) -> tuple[Change, ...]:
    """Every change of the working texts and registers, by standard, file and line."""
    roles = role_names(before, after)
    both = [
        Sides(old, new, before, after, roles, renamed(old, new))
        for id, old in before.working.items()
        if (new := after.working.get(id)) is not None and not _equal(old, new)
    ]
    places = _places(both, before, after, roles)
    changes: list[Change] = []
    for id, document in before.working.items():
        if id not in after.working:
            changes.append(_whole(document, Grade.REMOVED))
    for id, document in after.working.items():
        if id not in before.working:
            changes.append(_whole(document, Grade.ADDED))
    went = {f"{old.document.id}#{old.entry.id}": new for old, new in places.moved}
    for sides in both:
        own = {
            f"#{old.entry.id}": f"#{new.entry.id}"
            for old, new in places.moved
            if old.document is sides.old and new.document is sides.new
        }
        changes += _standard(sides.renaming({**own, **_elsewhere(went)}), places)
    for left, right in places.moved:
        changes += _moved(left, right, before, after, roles)
    changes += _registers(before, after)
    return tuple(sorted(set(changes), key=lambda c: (c.standard, c.place, c.kind, c.part, c.ref)))


def versions_diff(old: Document, new: Document, corpus: Corpus) -> tuple[Change, ...]:
    """Every change from one version of a standard to another, all else being as it is."""
    before, after = (replace(corpus, working={**corpus.working, d.id: d}) for d in (old, new))
    return diff(before, after)


def _equal(old: Document, new: Document) -> bool:
    return old is new or (old.standard, old.checklists, old.questions, old.english) == (
        new.standard,
        new.checklists,
        new.questions,
        new.english,
    )


def _whole(document: Document, grade: Grade) -> Change:
    name = f"{document.standard.code} {document.standard.title}"
    old, new = ("", name) if grade is Grade.ADDED else (name, "")
    return Change("standard", grade, document.id, old, new, document.standard.place)


def _elsewhere(went: Mapping[str, Spot]) -> dict[str, str]:
    """References from other standards to clauses that moved."""
    return {old: new.ref for old, new in went.items()}


def _leaves(document: Document) -> dict[str, Entry]:
    """The clauses with words of their own; scope, references and terms are told apart from them."""
    return {id: e for id, e in document.entries.items() if e.clause.text and e.chapter.id not in RESERVED_IDS}


def _places(both: list[Sides], before: Corpus, after: Corpus, roles: Mapping[str, str]) -> Places:
    gone: list[Spot] = []
    come: list[Spot] = []
    kept: list[tuple[Spot, Spot]] = []
    for sides in both:
        old, new = _leaves(sides.old), _leaves(sides.new)
        gone += [spot(sides.old, before, e, roles) for id, e in old.items() if id not in new]
        come += [spot(sides.new, after, e, roles) for id, e in new.items() if id not in old]
        kept += [
            (spot(sides.old, before, e, roles), spot(sides.new, after, new[id], roles))
            for id, e in old.items()
            if id in new and (e.clause.text, e.clause.items) != (new[id].clause.text, new[id].clause.items)
        ]
    for document in after.working.values():
        if document.id not in before.working and gone:
            come += [spot(document, after, e, roles) for e in _leaves(document).values()]
    for document in before.working.values():
        if document.id not in after.working and come:
            gone += [spot(document, before, e, roles) for e in _leaves(document).values()]
    return find(gone, come, kept)


def _standard(sides: Sides, places: Places) -> Iterator[Change]:
    old, new = _leaves(sides.old), _leaves(sides.new)
    left = {s.ref for s, _ in places.moved}
    arrived = {s.ref for _, s in places.moved}
    into = {part: whole for whole, parts in places.split.items() for part in parts}
    out_of = {part: whole for whole, parts in places.merged.items() for part in parts}
    for id, entry in old.items():
        ref = f"{sides.old.id}#{id}"
        if id not in new:
            if ref not in left:
                yield _part(sides, ref, entry, Grade.REMOVED, places.split.get(ref, ()), (out_of[ref],) if ref in out_of else ())
        elif ref in places.split:
            yield _part(sides, ref, new[id], Grade.REMOVED, places.split[ref], ())
        elif ref in places.merged:
            yield _part(sides, ref, new[id], Grade.ADDED, (), places.merged[ref])
        else:
            yield from clause_changes(entry, new[id], sides)
    for id, entry in new.items():
        ref = sides.ref(id)
        if id not in old and ref not in arrived:
            yield _part(sides, ref, entry, Grade.ADDED, (into[ref],) if ref in into else (), places.merged.get(ref, ()))
    yield from _headings(sides)
    yield from _rearranged(sides)
    yield from limits(sides)
    yield from around(sides)


def _part(sides: Sides, ref: str, entry: Entry, grade: Grade, split: tuple[str, ...], merged: tuple[str, ...]) -> Change:
    id = entry.id
    texts = [
        spot(d, c, d.entries[id], {}).text if id in d.entries and d.entries[id].clause.text else ""
        for d, c in ((sides.old, sides.before), (sides.new, sides.after))
    ]
    kind: Kind = "step" if entry.clause.step and not (split or merged) else "clause"
    return Change(kind, grade, ref, texts[0], texts[1], entry.clause.place, split=split, merged=merged)


def _headings(sides: Sides) -> Iterator[Change]:
    """Titles of branches in other words, and who acts in the clauses below them."""
    for id, entry in sides.new.entries.items():
        other = sides.old.entries.get(id)
        if other and not entry.clause.text and not other.clause.text and entry.clause.actor != other.clause.actor:
            yield from actor_changes(other, entry, sides)
        if (
            other
            and not entry.clause.text
            and not other.clause.text
            and differences(other.clause.title or "", entry.clause.title or "", "none", {})
        ):
            titles = other.clause.title or "", entry.clause.title or ""
            yield sides.change("clause", Verdict(Grade.WORDING), id, titles[0], titles[1], entry.clause.place["title"])


def _rearranged(sides: Sides) -> Iterator[Change]:
    """Clauses that stand under another heading than before, and instructions that are now given in another order."""
    old, new = sides.old.entries, sides.new.entries
    for id, entry in new.items():
        if id in old and entry.chapter.id not in (TERMS, REFERENCES):
            one, two = (e.parents[-1].id if e.parents else "" for e in (old[id], entry))
            if one != two and (one in new or two in old):
                yield Change("clause", Grade.MOVED, sides.ref(id), old[id].number, entry.number, entry.clause.place)
    for id, entry in new.items():
        if id in old and entry.clause.clauses:
            order = {c.id: i for i, c in enumerate(old[id].clause.clauses)}
            told = [c for c in entry.clause.clauses if c.type is ClauseType.INSTRUCTION and c.id in order]
            for first, second in pairwise(told):
                if order[first.id] > order[second.id]:
                    numbers = old[second.id].number, new[second.id].number
                    yield Change("clause", Grade.MOVED, sides.ref(second.id), *numbers, second.place, certain=False)


def _moved(old: Spot, new: Spot, before: Corpus, after: Corpus, roles: Mapping[str, str]) -> Iterator[Change]:
    yield Change("clause", Grade.MOVED, new.ref, old.text, new.text, new.entry.clause.place, moved_from=old.ref)
    sides = Sides(old.document, new.document, before, after, roles, renamed(old.document, new.document))
    yield from clause_changes(old.entry, new.entry, sides)


def _registers(before: Corpus, after: Corpus) -> Iterator[Change]:
    """Entries of registers: whether a law is in force, who there is, which facts limits rest on."""
    for name in ("laws", "facts", "departments", "positions", "catalogue", "rows", "terms"):
        one, two = (_by_id(getattr(c.registers, name)) for c in (before, after))
        for id in dict.fromkeys((*one, *two)):
            left, right = one.get(id), two.get(id)
            dumps = [str(e.model_dump()) if e else "" for e in (left, right)]
            if "".join(dumps[0].split()) != "".join(dumps[1].split()):
                there = right or left
                assert there is not None
                kind: Kind = "reference" if name == "laws" else "register"
                yield Change(kind, Grade.META, f"{name}#{id}", _shown(left, right), _shown(right, left), there.place)


def _by_id(entries: Sequence[Any]) -> dict[str, Any]:
    return {entry.id: entry for entry in entries}


def _shown(entry: Node | None, other: Node | None) -> str:
    """The fields of an entry that differ from another's."""
    fields = entry.model_dump() if entry else {}
    others = other.model_dump() if other else {}
    return "；".join(f"{k} {v}" for k, v in fields.items() if others.get(k) != v)
