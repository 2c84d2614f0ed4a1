"""R2: braces stand in pairs and only where they are resolved; clause numbers are cited by id, never typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator import rules
from generator.checks.said import clauses, sentences, texts
from generator.diagnostics import Diagnostic, Place
from generator.model.corpus import Corpus, Document
from generator.model.prose import REFERENCE
from generator.text.wording import QUOTED

TYPED = re.compile(
    r"(?:见|按照?|符合|依据|根据|遵守|执行)(?:本(?:标准|文件))?(?:的)?\s*第?\s*\d+\.\d+(?:\.\d+)*(?:条|节)?(?!\s?[\d%℃a-zA-Z])"
    r"|第\s*\d+(?:\.\d+)+\s*条|(?:符合|按照?|执行)上(?:一)?条|^\d+(?:\.\d+)+\s"
)
SIGNS = frozenset("{}｛｝")


def pairs(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Every brace of a text belongs to a reference."""
    for document in corpus.working.values():
        for text, place in texts(document):
            if not SIGNS.isdisjoint(text) and not SIGNS.isdisjoint(rest := REFERENCE.sub("", text)):
                at = min(i for i, sign in enumerate(rest) if sign in SIGNS)
                yield rules.R220.at(place, text=rest[max(0, at - 6) : at + 12])


def words(document: Document) -> Iterator[tuple[str, str, Place]]:
    """Texts that are printed as they stand: names, titles, occasions, methods."""
    standard = document.standard
    yield "title", standard.title, standard.place["title"]
    for i, keyword in enumerate(standard.keywords):
        yield "keywords", keyword, standard.place["keywords", i]
    for term in standard.terms:
        yield "zh", term.zh, term.place["zh"]
    for parameter in standard.parameters:
        yield "subject", parameter.subject, parameter.place["subject"]
    for record in standard.records:
        yield "name", record.name, record.place["name"]
        yield from (("fields", field, record.place["fields", i]) for i, field in enumerate(record.fields))
    for risk in standard.risks:
        yield "hazard", risk.hazard, risk.place["hazard"]
        yield "consequence", risk.consequence, risk.place["consequence"]
    for change in standard.changelog:
        yield "reason", change.reason, change.place["reason"]
    if document.english:
        yield "title", document.english.title, document.english.place["title"]
    for checklist in document.checklists:
        yield "title", checklist.title, checklist.place["title"]
        yield "when", checklist.when, checklist.place["when"]
    for entry in document.entries.values():
        clause = entry.clause
        if clause.title:
            yield "title", clause.title, clause.place["title"]
        for arrow in clause.step.next if clause.step else ():
            yield "when", arrow.when or "", arrow.place["when"]
        if clause.authority and clause.authority.limit:
            yield "limit", clause.authority.limit, clause.authority.place["limit"]
        if clause.task and clause.task.event:
            yield "event", clause.task.event, clause.task.place["event"]
        for holder in (clause.indicator, clause.inspection):
            if holder:
                yield "method", holder.method, holder.place["method"]


def elsewhere(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Titles, names, occasions and methods hold no references: nothing resolves them there."""
    for document in corpus.working.values():
        for key, text, place in words(document):
            if not SIGNS.isdisjoint(text):
                yield rules.R221.at(place, key=key, text=text[:40])


def typed(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Clauses of our own are cited by id: a typed number goes wrong when a clause is added."""
    for document in corpus.working.values():
        for clause in clauses(document):
            for text, place in ((clause.title or "", clause.place["title"]), *sentences(clause)):
                if found := TYPED.search(QUOTED.sub("", REFERENCE.sub("", text))):
                    yield rules.R226.at(place, words=found[0])


CHECKS = (pairs, elsewhere, typed)
