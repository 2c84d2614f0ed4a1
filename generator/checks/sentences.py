"""W3: terms that are used and mean one thing, sentences and lists that are whole, no text twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator import rules
from generator.checks.braces import words
from generator.checks.said import clauses, sentences, texts
from generator.diagnostics import Diagnostic, Place
from generator.model.corpus import Corpus, Document
from generator.model.registers import SharedTerm
from generator.model.standard import Term
from generator.text.punctuation import half_width

DOUBLED = re.compile(r"[，。、；：]{2}")
NUMBERED = re.compile(r"\s*(?:[•·●■◆▪\-–—*]\s*|[（(]?(?:\d{1,2}|[a-z]|[一二三四五六七八九十])[)）.、]|[①-⑳])")
FULL_STOPS = "。？！…"
CLOSING = "”）》"
SCOPE = (("本文件规定了……", re.compile("本文件(?:规定|确立|描述|给出|界定|提供)了")), ("本文件适用于……", re.compile("适用于")))
UNWRITTEN = ("待写", "TO BE WRITTEN")
"""What a new draft has where something is to be written."""
UNSPOKEN = re.compile(r"[\s，。、；：（）]")


def _spoken(document: Document) -> str:
    """All that is said outside chapter 3, to see which words it uses."""
    standard = document.standard
    parts = [standard.scope, *(p.subject for p in standard.parameters)]
    parts += [word for record in standard.records for word in (record.name, *record.fields)]
    parts += [word for risk in standard.risks for word in (risk.hazard, risk.consequence)]
    parts += [word for checklist in document.checklists for word in (checklist.title, *(i.text for i in checklist.items))]
    for clause in clauses(document):
        parts += [clause.title or "", clause.text or "", *clause.items]
        if clause.step:
            parts += [clause.step.control, *clause.step.inputs, *clause.step.outputs]
    return "\n".join(parts)


def terms(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Every term is used by the text that defines it or by another definition."""
    for document in corpus.working.values():
        defined = document.standard.terms
        text = _spoken(document) if defined else ""
        for term in defined:
            if term.zh not in text and not any(term.zh in other.definition for other in defined if other is not term):
                yield rules.W307.at(term.place["zh"], zh=term.zh)


def meanings(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A term has one definition in the whole base."""
    shared: list[Term | SharedTerm] = [*corpus.registers.terms]
    shared += [term for document in corpus.working.values() for term in document.standard.terms]
    first: dict[str, Term | SharedTerm] = {}
    for term in shared:
        other = first.setdefault(term.zh, term)
        if UNSPOKEN.sub("", other.definition) != UNSPOKEN.sub("", term.definition):
            yield rules.W308.at(term.place["definition"], zh=term.zh, other=f"{other.place.file}:{other.place.line}")


def punctuation(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Chinese text has full-width punctuation, and a clause ends with a full stop, or a colon before a list."""
    for document in corpus.working.values():
        for clause in clauses(document):
            for text, place in sentences(clause):
                yield from _odd(text, place, half_width(text) or DOUBLED.search(text))
            if clause.text and not clause.items and clause.text.rstrip(CLOSING)[-1:] not in FULL_STOPS:
                yield rules.W310.at(clause.place["text"], end=clause.text[-6:])


def questions(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Checklist items and questions have full-width punctuation too."""
    for document in corpus.working.values():
        pairs = [(i.text, i.place["text"]) for checklist in document.checklists for i in checklist.items]
        pairs += [(question.stem, question.place["stem"]) for question in document.questions]
        for text, place in pairs:
            yield from _odd(text, place, half_width(text))


def _odd(text: str, place: Place, found: re.Match[str] | None) -> Iterator[Diagnostic]:
    if found:
        yield rules.W309.at(place, text=text[max(0, found.start() - 6) : found.end() + 6])


def lists(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A list has two items or more, and a colon before them."""
    for document in corpus.working.values():
        for clause in clauses(document):
            for i, item in enumerate(clause.items):
                if found := NUMBERED.match(item):
                    yield rules.W316.at(clause.place["items", i], sign=found[0].strip())
            if not clause.items:
                continue
            if len(clause.items) == 1:
                problem = ("只有一个列项", "has a single list item")
            elif clause.text and not clause.text.endswith("："):
                problem = ("有列项，条文却不以冒号结束", "has list items, but no colon before them")
            else:
                continue
            place = clause.place["items" if len(clause.items) == 1 else "text"]
            yield rules.W313.at(place, id=clause.id, problem=problem[0], problem_en=problem[1])


def twice(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """No two clauses of a standard have the same text."""
    for document in corpus.working.values():
        seen: dict[str, str] = {}
        for clause in clauses(document):
            if clause.text and not clause.items and UNWRITTEN[0] not in clause.text:
                other = seen.setdefault(UNSPOKEN.sub("", clause.text), clause.id)
                if other != clause.id:
                    yield rules.W311.at(clause.place["text"], id=clause.id, other=other)


def scopes(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """The scope says what the document specifies and to what it applies (GB/T 1.1-2020, 8.5)."""
    for document in corpus.working.values():
        for missing, pattern in SCOPE:
            if not pattern.search(document.standard.scope):
                yield rules.W312.at(document.standard.place["scope"], missing=missing)
                break


def unwritten(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Nothing is left to be written."""
    for document in corpus.working.values():
        everything = [*texts(document), *((text, place) for _, text, place in words(document))]
        for text, place in everything:
            if mark := next((mark for mark in UNWRITTEN if mark in text), None):
                yield rules.W315.at(place, word=mark)


CHECKS = (terms, meanings, punctuation, questions, lists, twice, scopes, unwritten)
