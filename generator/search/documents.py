"""What is searched: every clause of every standard that readers are shown, with weighted tokens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.corpus import Document, short_code
from generator.model.edition import Edition
from generator.model.lifecycle import Shown, shown
from generator.model.outline import REFERENCES, TERMS, Entry
from generator.model.prose import in_full, own_parameters, subject
from generator.search.analyzer import tokens

FIELD_WEIGHTS = {
    "code": 6,
    "title": 3,
    "clause_title": 5,
    "keywords": 2,
    "text": 2,
    "limits": 2,
    "path": 1,
    "actors": 1,
    "english": 2,
}
"""How much an occurrence counts in each field (our choice)."""

NOT_WORDS = re.compile(r"\{[^{}]*\}|\d[\d. ]*(?:kV|kW|V|m|mm|km|min|h|%)?\b")
STATUS_FACTORS = {
    Shown.IN_FORCE: 1.0,
    Shown.UNDER_REVIEW: 1.0,
    Shown.UPCOMING: 0.9,
    Shown.REVIEW: 0.8,
    Shown.COMMENT: 0.8,
    Shown.DRAFT: 0.8,
    Shown.SUPERSEDED: 0.6,
    Shown.WITHDRAWN: 0.5,
}
"""In force before draft before withdrawn."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One hit to be. `weights` maps token to weighted occurrences, `length` is their sum.

    The English words do not count in the length, so that a translation moves no Chinese answer.
    """

    ref: str
    standard: str
    code: str
    title: str
    number: str
    clause_title: str
    text: str
    kind: str
    domain: str
    status: str
    factor: float
    positions: tuple[str, ...]
    url: str
    weights: dict[str, int]
    length: int


def documents(edition: Edition) -> Iterator[SearchDocument]:
    """Every standard and every clause with text, in reading order."""
    for document in edition.documents.values():
        yield _of_standard(edition, document)
        for entry in document.entries.values():
            if entry.leaf and (entry.clause.text or entry.clause.title) and entry.id not in (REFERENCES, TERMS):
                yield _of_clause(edition, document, entry)


def _of_standard(edition: Edition, document: Document) -> SearchDocument:
    standard = document.standard
    fields = {"code": standard.code, "title": standard.title, "keywords": " ".join(standard.keywords), "text": standard.scope}
    fields["english"] = document.english.title if document.english else ""
    return _make(edition, document, standard.id, "", "", standard.scope, (), f"standards/{standard.id}/", fields)


def _of_clause(edition: Edition, document: Document, entry: Entry) -> SearchDocument:
    clause = entry.clause
    text = in_full(clause, document, edition.corpus)
    names = [a.zh for a in map(edition.corpus.actors.get, document.actors(entry)) if a]
    path = " ".join(c.title or "" for c in entry.parents)
    limits = [subject(document.parameters[id], document) for id in own_parameters(clause.text or "", *clause.items)]
    fields = {
        "clause_title": clause.title or "",
        "text": text,
        "limits": " ".join(limits),
        "path": path,
        "actors": " ".join(names),
        "english": _english(document, clause.id),
    }
    ref = f"{document.id}#{clause.id}"
    url = f"standards/{document.id}/#{clause.id}"
    return _make(edition, document, ref, entry.number, clause.title or "", text, tuple(document.actors(entry)), url, fields)


def _english(document: Document, id: str) -> str:
    """The English words of a clause or term, without numbers: those the Chinese text has already."""
    overlay = document.english
    words = overlay.clause(id) if overlay else None
    if words is None:
        return (overlay.word("terms", id) or "") if overlay else ""
    said = " ".join(filter(None, (words.title, words.text, *words.items)))
    return NOT_WORDS.sub(" ", said)


def _make(
    edition: Edition,
    document: Document,
    ref: str,
    number: str,
    clause_title: str,
    text: str,
    positions: tuple[str, ...],
    url: str,
    fields: dict[str, str],
) -> SearchDocument:
    standard = document.standard
    weights: Counter[str] = Counter()
    length = 0
    for name, value in fields.items():
        for token in tokens(value):
            weights[token] += FIELD_WEIGHTS[name]
            length += FIELD_WEIGHTS[name] * (name != "english")
    status = shown(standard, edition.day)
    return SearchDocument(
        ref,
        standard.id,
        short_code(standard),
        standard.title,
        number,
        clause_title,
        text,
        standard.kind,
        standard.domain,
        status.value,
        STATUS_FACTORS[status],
        positions,
        url,
        dict(weights),
        length,
    )
