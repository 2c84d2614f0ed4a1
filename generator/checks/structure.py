"""S1: ids, codes, chapters and the shape of the clause tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from generator import rules
from generator.diagnostics import Diagnostic, Place
from generator.model.corpus import Corpus, Document
from generator.model.outline import PART_TITLES, RESERVED_IDS
from generator.model.standard import Part

MAX_DEPTH = 6
MIN_KEYWORDS, MAX_KEYWORDS = 3, 8

REQUIRED_PARTS = {
    "management": (Part.RESPONSIBILITIES, Part.REQUIREMENTS, Part.RECORDS, Part.ASSESSMENT),
    "work": (
        Part.QUALIFICATION,
        Part.RESPONSIBILITIES,
        Part.AUTHORITY,
        Part.WORK,
        Part.QUALITY,
        Part.RECORDS,
        Part.ASSESSMENT,
    ),
}


def codes(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """The code follows class, domain and sequence of the id: g206-01 is Q/XX 206.01—YYYY."""
    for document in corpus.working.values():
        standard = document.standard
        expected = f"Q/{corpus.settings.code} {standard.id[1:4]}.{standard.id[5:]}—YYYY"
        pattern = re.escape(expected.removesuffix("YYYY")) + r"(19|20)\d{2}"
        letter, digit = ("g", "2") if standard.kind == "management" else ("z", "3")
        fits = standard.id[0] == letter and standard.id[1] == digit and standard.id[2:4] == standard.domain
        if "settings" in corpus.unread:
            continue
        if not fits or not re.fullmatch(pattern, standard.code):
            yield rules.S124.at(standard.place["code"], code=standard.code, expected=expected)
        known = {domain.id for domain in corpus.settings.domains}
        if standard.domain not in known:
            yield rules.S131.at(standard.place["domain"], domain=standard.domain, known="、".join(sorted(known)))


def unique_ids(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Ids are unique: clauses and terms of a standard, its checklists' and questions' items, each register."""
    for document in corpus.documents:
        standard = document.standard
        yield from _unique([*((t.id, t.place) for t in standard.terms), *_clause_ids(document)], RESERVED_IDS)
        yield from _unique([(p.id, p.place) for p in standard.parameters])
        yield from _unique([(r.id, r.place) for r in standard.records])
        yield from _unique([(r.id, r.place) for r in standard.risks])
        yield from _unique([(c.id, c.place) for c in document.checklists])
        yield from _unique([(i.id, i.place) for c in document.checklists for i in c.items])
        yield from _unique([(q.id, q.place) for q in document.questions])
    yield from _unique([(d.id, d.place) for d in corpus.settings.domains])
    registers = corpus.registers
    yield from _unique([*((d.id, d.place) for d in registers.departments), *((p.id, p.place) for p in registers.positions)])
    yield from _unique([(x.id, x.place) for x in registers.laws])
    yield from _unique([(x.id, x.place) for x in registers.facts])
    yield from _unique([(x.id, x.place) for x in registers.catalogue])
    yield from _unique([(x.id, x.place) for x in registers.rows])
    yield from _unique([(x.id, x.place) for x in registers.terms])


def _clause_ids(document: Document) -> Iterator[tuple[str, Place]]:
    stack = list(reversed(document.standard.clauses))
    while stack:
        clause = stack.pop()
        yield clause.id, clause.place
        stack.extend(reversed(clause.clauses))


def _unique(ids: list[tuple[str, Place]], reserved: Iterable[str] = ()) -> Iterator[Diagnostic]:
    seen: dict[str, str] = dict.fromkeys(reserved, "第 1～3 章")
    for id, place in ids:
        if id in seen:
            yield rules.S123.at(place["id"], id=id, other=seen[id])
        else:
            seen[id] = f"{place.file}:{place.line}"


def chapters(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Every chapter that the kind of standard needs is there."""
    for document in corpus.working.values():
        standard = document.standard
        present = {chapter.part for chapter in standard.clauses}
        for part in REQUIRED_PARTS[standard.kind]:
            if part not in present:
                yield rules.S128.at(standard.place["clauses"], part=PART_TITLES[part][0], key=part.value)


def tree(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A leaf has text and a type; a branch has neither; no level has a single clause; six levels at most."""
    for document in corpus.documents:
        for entry in document.entries.values():
            clause = entry.clause
            if clause.id in RESERVED_IDS or entry.chapter.id in RESERVED_IDS:
                continue
            if entry.depth > MAX_DEPTH:
                yield rules.S129.at(clause.place, id=clause.id, depth=entry.depth)
            if entry.leaf:
                if clause.text is None:
                    yield rules.S125.at(clause.place, id=clause.id)
                elif clause.type is None:
                    yield rules.S126.at(clause.place, id=clause.id)
                continue
            for key in ("text", "type"):
                if getattr(clause, key) is not None:
                    yield rules.S130.at(clause.place[key], id=clause.id, key=key)
            if len(clause.clauses) == 1:
                yield rules.S127.at(clause.clauses[0].place, id=clause.id)


def posts(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A work standard names the post or team that it is for; a management standard none."""
    for document in corpus.working.values():
        standard = document.standard
        if standard.kind == "work" and standard.post is None:
            zh, en = ("没有写 post", "names no post")
            yield rules.S135.at(standard.place["kind"], kind="工作标准", kind_en="work standard", problem=zh, problem_en=en)
        elif standard.kind == "management" and standard.post is not None:
            zh, en = ("写了 post", "names a post")
            kinds = {"kind": "管理标准", "kind_en": "management standard"}
            yield rules.S135.at(standard.place["post"], **kinds, problem=zh, problem_en=en)


def keywords(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Three to eight keywords."""
    for document in corpus.working.values():
        standard = document.standard
        if not MIN_KEYWORDS <= len(standard.keywords) <= MAX_KEYWORDS:
            yield rules.S136.at(standard.place["keywords"], count=len(standard.keywords))


LISTS = ("references", "related", "supersedes", "keywords", "drafters", "seed_rows", "retired_ids")
CLAUSE_LISTS = ("actor", "records", "facts", "items")
STEP_LISTS = (("with_", "with"), ("inputs", "inputs"), ("outputs", "outputs"), ("limits", "limits"), ("risks", "risks"))


def _lists(document: Document) -> Iterator[tuple[str, tuple[str, ...], Place]]:
    """Every list of words or ids of a standard with more than one entry: its key, its entries, its holder's place."""
    standard = document.standard
    yield from ((key, getattr(standard, key), standard.place) for key in LISTS)
    for entry in document.entries.values():
        clause = entry.clause
        yield from ((key, getattr(clause, key), clause.place) for key in CLAUSE_LISTS)
        if step := clause.step:
            yield from ((key, getattr(step, name), step.place) for name, key in STEP_LISTS)
    yield from (("fields", record.fields, record.place) for record in standard.records)
    yield from (("controls", risk.controls, risk.place) for risk in standard.risks)
    yield from (("accept", question.accept, question.place) for question in document.questions)


def repeated(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """No list names the same thing twice."""
    for document in corpus.working.values():
        for key, values, place in _lists(document):
            if len(values) > 1 and len(set(values)) < len(values):
                second = next(i for i, value in enumerate(values) if value in values[:i])
                yield rules.S137.at(place[key, second], key=key, value=values[second][:40])


def listed(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A standard has the title and the owner that the catalogue gives it."""
    for id, document in corpus.working.items():
        standard, entry = document.standard, corpus.catalogue.get(id)
        if entry is None:
            continue
        leads = [e.clause.duty.role for e in document.entries.values() if e.clause.duty and e.clause.duty.lead]
        pairs = [("title", "名称", standard.title, entry.title)]
        if standard.owner in leads or standard.kind == "work":  # else C601 speaks of the owner
            pairs.append(("owner", "归口部门", standard.owner, entry.dept))
        for key, what, own, planned in pairs:
            if own != planned:
                yield rules.S138.at(standard.place[key], what=what, what_en=key, own=own, listed=planned)


CHECKS = (codes, unique_ids, chapters, tree, posts, keywords, repeated, listed)
