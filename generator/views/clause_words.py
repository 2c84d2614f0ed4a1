"""The words of a clause in a language; Chinese stands in where English is missing."""

from __future__ import annotations

from dataclasses import dataclass

from generator import Lang
from generator.model.corpus import Document
from generator.model.outline import PART_TITLES, RESERVED_IDS, SCOPE, TERMS, Entry


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Title, text and list items as they are typed; `fallback` tells that Chinese stands in for missing English."""

    title: str
    text: str
    items: tuple[str, ...]
    fallback: bool


def clause_words(entry: Entry, document: Document, lang: Lang) -> ClauseWords:
    """The words of a clause of any chapter."""
    clause = entry.clause
    part_title = PART_TITLES[clause.part] if clause.part else RESERVED_IDS.get(clause.id)
    title = clause.title or (part_title[0] if part_title else "")
    if lang == "zh" or document.english is None:
        return ClauseWords(title, clause.text or "", clause.items, lang == "en")
    english = document.english
    if part_title:
        return ClauseWords(part_title[1], english.scope if clause.id == SCOPE else "", (), False)
    if entry.chapter.id == TERMS:
        term = next(t for t in document.standard.terms if t.id == clause.id)
        definition = english.word("terms", clause.id)
        return ClauseWords(term.en, definition or term.definition, (), definition is None)
    words = english.clause(clause.id)
    if words is None:
        return ClauseWords(title, clause.text or "", clause.items, True)
    return ClauseWords(
        words.title or title,
        words.text or clause.text or "",
        words.items or clause.items,
        bool(clause.text and not words.text),
    )
