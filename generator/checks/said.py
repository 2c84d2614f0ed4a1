"""What a document says: its texts and the references in them, gathered once for all checks."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from generator.diagnostics import Place
from generator.model.corpus import Document
from generator.model.outline import RESERVED_IDS
from generator.model.prose import Reference, references
from generator.model.standard import Clause

_TEXTS: WeakKeyDictionary[Document, tuple[tuple[str, Place], ...]] = WeakKeyDictionary()
_QUOTED: WeakKeyDictionary[Document, tuple[tuple[Reference, Place], ...]] = WeakKeyDictionary()


def texts(document: Document) -> tuple[tuple[str, Place], ...]:
    """Every text that may hold inline references, with its place."""
    if document not in _TEXTS:
        _TEXTS[document] = tuple(_texts(document))
    return _TEXTS[document]


def quoted(document: Document) -> tuple[tuple[Reference, Place], ...]:
    """Every inline reference of a document, with the place of the text that it stands in."""
    if document not in _QUOTED:
        pairs = ((r, place) for text, place in texts(document) if "{" in text for r in references(text))
        _QUOTED[document] = tuple(pairs)
    return _QUOTED[document]


def clauses(document: Document) -> Iterator[Clause]:
    """The clauses that authors write, from chapter 4 on."""
    return (entry.clause for entry in document.entries.values() if entry.chapter.id not in RESERVED_IDS)


def sentences(clause: Clause) -> Iterator[tuple[str, Place]]:
    """The text of a clause and its list items, each with its place."""
    if clause.text:
        yield clause.text, clause.place["text"]
    yield from ((item, clause.place["items", i]) for i, item in enumerate(clause.items))


def _texts(document: Document) -> Iterator[tuple[str, Place]]:
    standard = document.standard
    yield standard.foreword, standard.place["foreword"]
    yield standard.scope, standard.place["scope"]
    for term in standard.terms:
        yield term.definition, term.place["definition"]
    for entry in document.entries.values():
        yield from _clause_texts(entry.clause)
    for checklist in document.checklists:
        yield from ((item.text, item.place["text"]) for item in checklist.items)
    for question in document.questions:
        yield question.stem, question.place["stem"]
        yield from ((text, question.place["accept", i]) for i, text in enumerate(question.accept))
        if question.explanation:
            yield question.explanation, question.place["explanation"]
        for option in question.options:
            yield option.text, option.place["text"]
            if option.why:
                yield option.why, option.place["why"]
    english = document.english
    if english:
        yield english.scope, english.place["scope"]
        if english.foreword:
            yield english.foreword, english.place["foreword"]
        for terms in [english.terms] if english.terms else []:
            yield from ((text, terms.place[id]) for id, text in (terms.__pydantic_extra__ or {}).items())
        for words in (english.clauses.__pydantic_extra__ or {}).values():
            if words.text:
                yield words.text, words.place["text"]
            yield from ((item, words.place["items", i]) for i, item in enumerate(words.items))


def _clause_texts(clause: Clause) -> Iterator[tuple[str, Place]]:
    if clause.text and clause.place["text"] != clause.place:
        yield clause.text, clause.place["text"]
    for i, item in enumerate(clause.items):
        yield item, clause.place["items", i]
    if clause.evidence:
        yield clause.evidence, clause.place["evidence"]
    if clause.step:
        yield clause.step.control, clause.step.place["control"]
        yield from ((text, clause.step.place["inputs", i]) for i, text in enumerate(clause.step.inputs))
        yield from ((text, clause.step.place["outputs", i]) for i, text in enumerate(clause.step.outputs))
