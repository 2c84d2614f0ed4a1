"""R2: what is cited may be cited: text in force, successions that hold together, article numbers as the law writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator import rules
from generator.checks.said import quoted
from generator.diagnostics import Diagnostic, Place
from generator.model.corpus import Corpus, Document
from generator.model.lifecycle import LABELS, PUBLISHED, Shown, shown

GONE = (Shown.SUPERSEDED, Shown.WITHDRAWN)
_NUMERAL = "[一二三四五六七八九十百千零〇]+"
LAW_ARTICLE = re.compile(
    rf"第{_NUMERAL}条(?:之{_NUMERAL})?(?:第{_NUMERAL}款)?(?:第[（(]?{_NUMERAL}[）)]?项)?(?:[、至和～]第?{_NUMERAL}[条款项]?)*|第{_NUMERAL}[章节编]|全文|附则|附件.*"
)
STANDARD_CLAUSE = re.compile(
    r"第?(?:[A-Z]\.)?\d+(?:\.\d+)*(?:条|章)?(?:[、～至].*)?|附录[A-Z].*|表\S+|第[一二三四五六七八九十]+[条章].*"
)


def _governing(corpus: Corpus, today: date) -> Iterator[Document]:
    """Published text that governs today or will."""
    for document in corpus.documents:
        if document.standard.status in PUBLISHED and shown(document.standard, today) not in GONE:
            yield document


def withdrawn(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Text in force lists no standard that has been withdrawn or superseded."""
    for document in corpus.on(today).values():
        standard = document.standard
        for key, listed in (("references", standard.references), ("related", standard.related)):
            for i, id in enumerate(listed):
                target = corpus.working.get(id)
                if target is None or (state := shown(target.standard, today)) not in GONE:
                    continue
                successor = target.standard.superseded_by
                yield rules.R216.at(
                    standard.place[key, i],
                    target=id,
                    status=LABELS[state][0],
                    status_en=LABELS[state][1].lower(),
                    successor=f" {successor}" if successor else "现行标准",
                    successor_en=successor or "a standard in force",
                )


def drafts(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Published text quotes no clause or limit that only a draft has."""
    published: dict[str, list[Document]] = {}
    for document in _governing(corpus, today):
        published.setdefault(document.id, []).append(document)
    for document in _governing(corpus, today):
        for reference, place in quoted(document):
            draft = corpus.working.get(reference.standard or "")
            if draft is None or not reference.id or draft.standard.status in PUBLISHED:
                continue
            held = (d.parameters if reference.kind == "parameter" else d.entries for d in published.get(draft.id, ()))
            own = draft.parameters if reference.kind == "parameter" else draft.entries
            if reference.id in own and not any(reference.id in known for known in held):
                yield rules.R217.at(place, target=reference.raw)


def succession(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """No standard succeeds itself, and both sides of a succession tell of it."""
    for id, document in corpus.working.items():
        standard = document.standard
        path, here = [id], standard.superseded_by
        while here and here not in path and here in corpus.working:
            path.append(here)
            here = corpus.working[here].standard.superseded_by
        if here == id:
            yield rules.R218.at(standard.place["superseded_by"], path=" → ".join([*path, id]))
            continue
        for i, older in enumerate(standard.supersedes):
            place = standard.place["supersedes", i]
            if older == id:
                yield rules.R218.at(place, path=f"{id} → {id}")
            elif (other := corpus.working.get(older)) and other.standard.superseded_by != id:
                yield _one_sided(place, id, f"supersedes: [{older}]", older, f"superseded_by: {id}")
        newer = corpus.working.get(standard.superseded_by or "")
        if newer and id not in newer.standard.supersedes:
            place = standard.place["superseded_by"]
            yield _one_sided(place, id, f"superseded_by: {newer.id}", newer.id, f"supersedes: [{id}]")


def _one_sided(place: Place, id: str, said: str, other: str, missing: str) -> Diagnostic:
    return rules.R219.at(place, id=id, said=said, other=other, missing=missing)


def articles(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Articles of laws are cited in Chinese numerals (第三十三条), clauses of standards by number."""
    for document in corpus.working.values():
        for entry in document.entries.values():
            for citation in entry.clause.basis:
                law = corpus.laws.get(citation.law)
                form = STANDARD_CLAUSE if law and law.kind == "standard" else LAW_ARTICLE
                if law and not form.fullmatch(citation.article.replace(" ", "")):
                    yield rules.R222.at(citation.place["article"], article=citation.article)


CHECKS = (withdrawn, drafts, succession, articles)
