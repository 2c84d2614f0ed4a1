"""What a change touches: clauses that cite it, checklist items, questions, English words, posts and teams."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.history.change import Change
from generator.history.compare import Comparison
from generator.model.corpus import Corpus, Document
from generator.model.prose import references
from generator.model.registers import Position


@dataclass(frozen=True, slots=True)
class Impact:
    """References and ids, sorted: `citing` clauses, items and questions to be read again, who must know."""

    changes: tuple[Change, ...]
    citing: tuple[str, ...]
    checklist_items: tuple[str, ...]
    questions: tuple[str, ...]
    english: tuple[str, ...]
    positions: tuple[str, ...]
    teams: tuple[str, ...]
    departments: tuple[str, ...]


def impact(comparison: Comparison) -> Impact:
    """What the changes in meaning, and clauses that moved, touch on either side."""
    changes = tuple(c for c in comparison.changes if c.in_meaning or c.moved_from)
    touched = frozenset(ref for c in changes for ref in _touched(c) if "#" in ref)
    whole = frozenset(c.ref for c in changes if "#" not in c.ref and c.kind in ("standard", "scope"))
    sides = (comparison.old, comparison.new)
    actors = {actor for corpus in sides for actor in _actors(corpus, touched, whole, changes)}
    known = {**comparison.old.actors, **comparison.new.actors}
    posts = {id: actor for id in actors if isinstance(actor := known.get(id), Position)}
    return Impact(
        changes,
        _sorted(ref for ref in _citing(comparison.new, touched, whole) if ref not in touched),
        _sorted(_items(comparison.new, touched)),
        _sorted(_questions(comparison.new, touched)),
        _sorted(_english(comparison.new, changes)),
        _sorted(id for id, actor in posts.items() if actor.kind != "team"),
        _sorted(id for id, actor in posts.items() if actor.kind == "team"),
        _sorted(actors - posts.keys()),
    )


def bound_by(change: Change, *corpora: Corpus) -> frozenset[str]:
    """Who must know of one change: who acts in its clauses, is bound by its limit, keeps its record, fills in its checklist."""
    touched = frozenset(ref for ref in _touched(change) if "#" in ref)
    whole = frozenset({change.ref} if "#" not in change.ref and change.kind in ("standard", "scope", "term", "lifecycle") else ())
    return frozenset(actor for corpus in corpora for actor in _actors(corpus, touched, whole, (change,)))


def _sorted(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(found)))


def _touched(change: Change) -> Iterator[str]:
    """The clauses and limits that a change is about, also under their former names."""
    yield from (change.ref, *change.also, *change.split, *change.merged)
    if change.moved_from:
        yield change.moved_from
    if change.part.startswith("p-"):
        yield f"{change.standard}#{change.part}"


def _named(text: str, home: str) -> set[str]:
    """What a text refers to, as full references."""
    found = set()
    for reference in references(text):
        if reference.kind in ("parameter", "clause", "standard"):
            id = reference.standard or home
            found.add(f"{id}#{reference.id}" if reference.id else id)
    return found


def _citing(corpus: Corpus, touched: frozenset[str], whole: frozenset[str]) -> Iterator[str]:
    for document in corpus.working.values():
        for entry in document.entries.values():
            named = _named(" ".join((entry.clause.text or "", *entry.clause.items)), document.id)
            named |= {f"{document.id}#{n.to}" for n in entry.clause.step.next} if entry.clause.step else set()
            if named & (touched | whole):
                yield f"{document.id}#{entry.id}"


def _items(corpus: Corpus, touched: frozenset[str]) -> Iterator[str]:
    for document in corpus.working.values():
        for sheet in document.checklists:
            for item in sheet.items:
                if f"{document.id}#{item.clause}" in touched or _named(item.text, document.id) & touched:
                    yield f"{document.id}.{item.id}"


def _questions(corpus: Corpus, touched: frozenset[str]) -> Iterator[str]:
    for document in corpus.working.values():
        for question in document.questions:
            options = (text for o in question.options for text in (o.text, o.why or ""))
            said = " ".join((question.stem, question.explanation or "", *options, *question.accept))
            asked = f"{document.id}#{question.parameter}" if question.parameter else ""
            if f"{document.id}#{question.clause}" in touched or asked in touched or _named(said, document.id) & touched:
                yield f"{document.id}.{question.id}"


def _english(corpus: Corpus, changes: Iterable[Change]) -> Iterator[str]:
    """Changed Chinese words whose English did not change with them."""
    translated = {c.ref for c in changes if c.part == "en"}
    for change in changes:
        document = corpus.working.get(change.standard)
        clause = change.ref.partition("#")[2]
        words = document.english.clause(clause) if document and document.english else None
        if words and change.kind in ("clause", "verb", "step", "role") and change.ref not in translated:
            yield change.ref


def _actors(corpus: Corpus, touched: frozenset[str], whole: frozenset[str], changes: Iterable[Change]) -> Iterator[str]:
    """Who acts in a touched clause, is bound by a touched limit, keeps a touched record or fills in a touched checklist."""
    parts = {(c.standard, c.part) for c in changes if c.part}
    for document in corpus.working.values():
        for entry in document.entries.values():
            if f"{document.id}#{entry.id}" in touched or document.id in whole:
                yield from document.actors(entry)
        yield from _of_parts(document, parts)


def _of_parts(document: Document, parts: set[tuple[str, str]]) -> Iterator[str]:
    for parameter in document.standard.parameters:
        if parameter.role and (document.id, parameter.id) in parts:
            yield parameter.role
    for record in document.standard.records:
        if (document.id, record.id) in parts:
            yield record.keeper
    for sheet in document.checklists:
        if any((document.id, item.id) in parts for item in sheet.items):
            yield sheet.role
