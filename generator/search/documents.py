"""What is searched: every clause of every standard that readers are shown, with the impact of each token."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.model import outline
from generator.model.corpus import Corpus, Document, short_code
from generator.model.edition import Edition
from generator.model.english import English
from generator.model.lifecycle import Shown, shown
from generator.model.outline import REFERENCES, TERMS
from generator.model.prose import basis_status, bound, in_full, own_parameters, plain, subject
from generator.model.standard import Clause, Parameter
from generator.search import tuning
from generator.search.analyzer import key, tokens
from generator.search.entry import Answer, Entry, SearchDocument, Wording
from generator.search.plan import ENDING, STANDARD, asked_token, exact_token, facet_token, reference_token
from generator.search.rank import impact
from generator.text.quantities import UNITS

NOT_WORDS = re.compile(r"\{[^{}]*\}|\d[\d. ]*(?:kV|kW|V|m|mm|km|min|h|%)?\b")
TITLES = {"title", "clause_title"}
"""Fields whose words count the more the fewer they are."""
ASIDE = {"english", "practice"}
"""Fields that do not count in a clause's length, so that a translation or a question moves no answer."""
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

DIMENSIONS = {
    "time": "time", "worktime": "time", "longtime": "time", "length": "length", "area": "length", "money": "money",
    "ratio": "ratio", "count-person": "persons", "count-event": "often",
}  # fmt: skip
"""Dimension of a unit to the kind of question that it answers; any other counts something."""


def documents(edition: Edition) -> Iterator[SearchDocument]:
    """Every standard and every clause with text, in reading order; a standard stands before its clauses."""
    for document in edition.documents.values():
        yield _of_standard(edition, document)
        for entry in document.entries.values():
            if entry.leaf and (entry.clause.text or entry.clause.title) and entry.id not in (REFERENCES, TERMS):
                yield _of_clause(edition, document, entry)


def _of_standard(edition: Edition, document: Document) -> SearchDocument:
    standard, english = document.standard, document.english
    fields = {"code": standard.code, "title": standard.title, "keywords": " ".join(standard.keywords), "text": standard.scope}
    fields["english"] = english.title if english else ""
    number = short_code(standard).rpartition(" ")[2]
    special = [exact_token(name) for name in (standard.title, standard.code, short_code(standard), number, standard.id)]
    special += [ENDING + end for end in _endings(standard.title)]
    status = shown(standard, edition.day).value
    special += [
        STANDARD,
        *(facet_token(*pair) for pair in (("kind", standard.kind), ("domain", standard.domain), ("status", status))),
    ]
    entry = Entry(
        ref=standard.id,
        standard=standard.id,
        code=short_code(standard),
        number="",
        kind=standard.kind,
        domain=standard.domain,
        status=status,
        level="",
        positions=(),
        url=f"standards/{standard.id}/",
        zh=Wording(standard.title, (), "", standard.scope),
        en=Wording(english.title, (), "", english.scope) if english else None,
        answers=(),
    )
    return SearchDocument(entry, (standard.title, *standard.keywords), impacts(fields, special, _factor(edition, document)))


def _of_clause(edition: Edition, document: Document, entry: outline.Entry) -> SearchDocument:
    clause, corpus = entry.clause, edition.corpus
    actors = tuple(document.actors(entry))
    names = [a.zh for a in map(corpus.actors.get, actors) if a]
    own = [document.parameters[id] for id in own_parameters(clause.text or "", *clause.items)]
    answers = tuple(_answer(p, document, edition) for p in own)
    duty = corpus.actors.get(clause.duty.role) if clause.duty else None
    title = clause.title or ""
    path = tuple(filter(None, (c.title or (outline.PART_TITLES[c.part][0] if c.part else "") for c in entry.parents)))
    fields = {
        "clause_title": title,
        "text": in_full(clause, document, corpus),
        "limits": " ".join(a.subject for a in answers),
        "path": " ".join(path),
        "duty": duty.zh if duty else "",
        "actors": " ".join(names),
        "practice": _practice(document, clause.id, corpus),
        "english": _english(document, clause.id),
    }
    special = [reference_token(short_code(document.standard).rpartition(" ")[2], entry.number)]
    special += [exact_token(title)] if title else []
    special += [ENDING + end for end in _endings(title)]
    special += [asked_token(a.kind, about) for a in answers for about in ("", *tokens(a.subject))]
    special += [facet_token("position", actor) for actor in actors]
    special += [facet_token("level", clause.type.value)] if clause.type else []
    standard = document.standard
    shown_as = Entry(
        ref=f"{document.id}#{clause.id}",
        standard=standard.id,
        code=short_code(standard),
        number=entry.number,
        kind=standard.kind,
        domain=standard.domain,
        status=shown(standard, edition.day).value,
        level=clause.type.value if clause.type else "",
        positions=actors,
        url=f"standards/{document.id}/#{clause.id}",
        zh=Wording(standard.title, path, title, fields["text"]),
        en=_in_english(document, entry, corpus),
        answers=answers,
    )
    words = (title, *(a.subject for a in answers), *names)
    return SearchDocument(shown_as, words, impacts(fields, special, _factor(edition, document)))


def _factor(edition: Edition, document: Document) -> float:
    return STATUS_FACTORS[shown(document.standard, edition.day)]


def _answer(parameter: Parameter, document: Document, edition: Edition) -> Answer:
    unit = UNITS.get(parameter.unit or "")
    kind = DIMENSIONS.get(unit.dimension, "count") if unit else "time"
    fact = edition.corpus.facts.get(parameter.fact) if parameter.fact else None
    return Answer(
        subject(parameter, document),
        bound(parameter),
        parameter.since or "",
        parameter.basis,
        fact.source if fact else short_code(document.standard),
        basis_status(parameter, edition.corpus),
        "often" if parameter.kind == "frequency" else kind,
    )


def _endings(title: str) -> list[str]:
    """The last two to six characters of a title that has more."""
    whole = key(title)
    return [whole[-size:] for size in range(2, 7) if size < len(whole)]


def _practice(document: Document, id: str, corpus: Corpus) -> str:
    """What checklists and practice questions say of a clause: they put it in the words of the work. Exam items stay out."""
    checks = [item.text for checklist in document.checklists for item in checklist.items if item.clause == id]
    asked = [q for q in document.questions if q.clause == id and q.use == "practice"]
    said = [text for q in asked for text in (q.stem, *(option.text for option in q.options if option.correct))]
    return " ".join(plain(text, document, corpus) for text in (*checks, *said))


def _english(document: Document, id: str) -> str:
    """The English words of a clause or term, without numbers: those the Chinese text has already."""
    overlay = document.english
    words = overlay.clause(id) if overlay else None
    if words is None:
        return (overlay.word("terms", id) or "") if overlay else ""
    said = " ".join(filter(None, (words.title, words.text, *words.items)))
    return NOT_WORDS.sub(" ", said)


def _in_english(document: Document, entry: outline.Entry, corpus: Corpus) -> Wording | None:
    words = document.english.clause(entry.id) if document.english else None
    if document.english is None or words is None:
        return None
    said = " ".join(plain(text, document, corpus, "en") for text in (words.text or "", *words.items))
    path = tuple(filter(None, (_chapter(c, document.english) for c in entry.parents)))
    return Wording(document.english.title, path, words.title or "", said.strip())


def _chapter(clause: Clause, english: English) -> str:
    words = english.clause(clause.id)
    return (words and words.title) or (outline.PART_TITLES[clause.part][1] if clause.part else "")


def impacts(fields: Mapping[str, str], special: Iterable[str] = (), factor: float = 1.0) -> dict[str, int]:
    """Token to impact for the texts of a document by field (`tuning.FIELD_WEIGHTS`); special tokens are simply there."""
    weights: dict[str, float] = defaultdict(float)
    length = 0.0
    for name, value in fields.items():
        said = list(tokens(value))
        each = tuning.FIELD_WEIGHTS[name] * (_short(len(said)) if name in TITLES else 1.0)
        for token in set(said) if name == "limits" else said:
            weights[token] += each
            length += each * (name not in ASIDE)
    return {token: impact(weight, length, factor) for token, weight in weights.items()} | dict.fromkeys(special, 1)


def _short(size: int) -> float:
    """窃电行为 is more about 窃电 than 窃电线索办理情况的反馈 is: how much each of a title's tokens counts."""
    return tuning.TITLE_TOKENS / (tuning.TITLE_TOKENS + size)
