"""C6 and W3: the English overlay says what the Chinese says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from generator import rules
from generator.checks.wording import TYPES
from generator.diagnostics import Diagnostic, Place
from generator.model.corpus import Corpus, Document
from generator.model.english import English, Words
from generator.model.prose import Reference, references
from generator.model.standard import ClauseType

HAN = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff，。、；：（）“”]*")
QUOTED = re.compile(r"“[^”]*”|\([^()]*\)")
"""A Chinese word may be named in quotes or in parentheses."""
VERBS = {
    "shall": re.compile(r"\bshall\b"),
    "should": re.compile(r"\bshould\b"),
    "may": re.compile(r"\bmay\b|\bneed not\b"),
    "must": re.compile(r"\bmust\b"),
}
WANTED = {ClauseType.REQUIREMENT: "shall", ClauseType.RECOMMENDATION: "should", ClauseType.PERMISSION: "may"}


def quotes(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A translated text or list item quotes the same parameters, clauses and documents as its source."""
    for document in corpus.working.values():
        overlay = document.english
        for entry in document.entries.values() if overlay else ():
            words = overlay.clause(entry.id) if overlay else None
            if words is None:
                continue
            pairs = [(entry.clause.text, words.text, words.place["text"])]
            pairs += [
                (zh, en, words.place["items", i]) for i, (zh, en) in enumerate(zip(entry.clause.items, words.items, strict=False))
            ]
            for source, translation, place in pairs:
                if source and translation and (problem := _difference(source, translation, document)):
                    yield rules.C612.at(place, id=entry.id, problem=problem[0], problem_en=problem[1])


def _difference(source: str, translation: str, document: Document) -> tuple[str, str] | None:
    if "{" not in source and "{" not in translation:
        return None
    one, two = ({r.raw for r in references(text) if _known(r, document)} for text in (source, translation))
    if lacking := sorted(one - two):
        return f"少了 {{{lacking[0]}}}", f"lacks {{{lacking[0]}}}"
    if more := sorted(two - one):
        return f"多了 {{{more[0]}}}", f"has {{{more[0]}}} besides"
    return None


def _known(reference: Reference, document: Document) -> bool:
    """Whether a reference leads somewhere; where it does not, another rule says so."""
    own: dict[str, Collection[str]] = {
        "parameter": document.parameters,
        "record": document.records,
        "clause": document.entries,
        "broken": (),
    }
    return bool(reference.standard) or reference.kind not in own or reference.id in own[reference.kind]


def _texts(overlay: English) -> Iterator[tuple[str, str, Place]]:
    """Every English text with the id that it belongs to."""
    yield "title", overlay.title, overlay.place["title"]
    yield "scope", overlay.scope, overlay.place["scope"]
    yield "foreword", overlay.foreword or "", overlay.place["foreword"]
    for id, words in (overlay.clauses.__pydantic_extra__ or {}).items():
        yield id, words.title or "", words.place["title"]
        yield id, words.text or "", words.place["text"]
        yield from ((id, item, words.place["items", i]) for i, item in enumerate(words.items))
    groups: tuple[Words | None, ...] = (overlay.terms, overlay.parameters, overlay.records)
    for group in groups:
        if group:
            yield from ((id, text, group.place[id]) for id, text in (group.__pydantic_extra__ or {}).items())


def translated(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """No Chinese is left in the English."""
    for document in corpus.working.values():
        for id, text, place in _texts(document.english) if document.english else ():
            if not text.isascii() and (found := HAN.search(QUOTED.sub("", text))):
                yield rules.C613.at(place, id=id, text=found[0][:20])


def verbs(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """shall, should and may stand where the clause is a requirement, a recommendation, a permission, and nowhere else."""
    for document in corpus.working.values():
        yield from _verbs(document)


def _verbs(document: Document) -> Iterator[Diagnostic]:
    overlay = document.english
    for entry in document.entries.values() if overlay else ():
        words = overlay.clause(entry.id) if overlay else None
        kind = entry.clause.type
        if words is None or words.text is None or kind is None:
            continue
        found = [verb for verb, pattern in VERBS.items() if pattern.search(words.text)]
        wanted = WANTED.get(kind)
        if wanted is None or "must" in found:
            wrong = [verb for verb in found if verb not in (wanted, "may")]
        else:
            wrong = [] if wanted in found else found or ["—"]
        if wrong:
            facts = {"type": TYPES[kind][0], "type_en": TYPES[kind][1], "found": ", ".join(wrong)}
            yield rules.W314.at(words.place["text"], **facts, wanted=wanted or "is, has, can")


CHECKS = (quotes, translated, verbs)
