"""R2: whatever is named exists, is in force and is listed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from generator import rules
from generator.checks.said import quoted
from generator.diagnostics import KEY_ITSELF, Diagnostic, Place, Rule
from generator.model.corpus import Corpus, Document
from generator.model.lifecycle import former_ids
from generator.model.node import STANDARD_ID
from generator.model.registers import Law
from generator.text.nearest import nearest

FILLED = re.compile(r"((?:填写|填入|记入|填报|登记在?)\s*\{(jl-\d{2})\})")
ACTORS = {"departments", "positions"}


def _missing(rule: Rule, target: str, place: Place, known: Iterable[str]) -> Diagnostic:
    near = nearest(target, known)
    return rule.at(
        place,
        target=target,
        suggestion=f"最接近的是 {near}。" if near else "检查拼写，或先登记它。",
        suggestion_en=f"The nearest is {near}." if near else "Check the spelling, or register it first.",
    )


def _no_actor(target: str, place: Place, corpus: Corpus) -> Diagnostic:
    """A role that is not registered; who wrote its Chinese name is told its id."""
    named = {actor.zh: actor.id for actor in corpus.actors.values()}
    name = target if target in named else nearest(target, named) if not target.isascii() else None
    if name is None:
        return _missing(rules.R204, target, place, corpus.actors)
    return rules.R204.at(
        place, target=target, suggestion=f"“{name}”的标识是 {named[name]}。", suggestion_en=f"The id of {name} is {named[name]}."
    )


def _actors_named(document: Document) -> Iterator[tuple[str, Place]]:
    standard = document.standard
    yield standard.owner, standard.place["owner"]
    for i, drafter in enumerate(standard.drafters):
        yield drafter, standard.place["drafters", i]
    if standard.approver:
        yield standard.approver, standard.place["approver"]
    if standard.post:
        yield standard.post, standard.place["post"]
    for entry in document.entries.values():
        clause = entry.clause
        for i, actor in enumerate(clause.actor):
            yield actor, clause.place["actor", i]
        if clause.step:
            yield clause.step.role, clause.step.place["role"]
            for i, other in enumerate(clause.step.with_):
                yield other, clause.step.place["with", i]
        if clause.duty:
            yield clause.duty.role, clause.duty.place["role"]
        if clause.authority and clause.authority.escalate_to:
            yield clause.authority.escalate_to, clause.authority.place["escalate_to"]
        if clause.inspection:
            yield clause.inspection.by, clause.inspection.place["by"]
        if clause.interface:
            for i, other in enumerate(clause.interface.with_):
                yield other, clause.interface.place["with", i]
    for parameter in standard.parameters:
        if parameter.role:
            yield parameter.role, parameter.place["role"]
    for record in standard.records:
        yield record.keeper, record.place["keeper"]
    for checklist in document.checklists:
        yield checklist.role, checklist.place["role"]
    for _, one in document.bindings.all() if document.bindings else ():
        yield one.by, one.place["by"]


def _parameters_named(document: Document) -> Iterator[tuple[str, Place]]:
    for entry in document.entries.values():
        clause = entry.clause
        for holder in (clause.step, clause.task):
            if holder:
                for i, limit in enumerate(holder.limits):
                    yield limit, holder.place["limits", i]
        if clause.task and clause.task.frequency:
            yield clause.task.frequency, clause.task.place["frequency"]
        if clause.indicator:
            yield clause.indicator.target, clause.indicator.place["target"]
        if clause.inspection:
            yield clause.inspection.frequency, clause.inspection.place["frequency"]
            if clause.inspection.sample:
                yield clause.inspection.sample, clause.inspection.place["sample"]
    for record in document.standard.records:
        yield record.retention, record.place["retention"]
    for question in document.questions:
        if question.parameter:
            yield question.parameter, question.place["parameter"]


def _clauses_named(document: Document) -> Iterator[tuple[str, Place]]:
    for entry in document.entries.values():
        if entry.clause.step:
            for arrow in entry.clause.step.next:
                yield arrow.to, arrow.place["to"]
    for risk in document.standard.risks:
        for i, control in enumerate(risk.controls):
            yield control, risk.place["controls", i]
    for checklist in document.checklists:
        for item in checklist.items:
            yield item.clause, item.place["clause"]
    for question in document.questions:
        yield question.clause, question.place["clause"]


def named(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Roles, parameters, clauses, records, risks, laws, facts and standards that are named exist."""
    for document in corpus.documents:
        standard = document.standard
        for target, place in _actors_named(document):
            if target not in corpus.actors and not corpus.unread & ACTORS:
                yield _no_actor(target, place, corpus)
        for target, place in _parameters_named(document):
            if target not in document.parameters:
                yield _missing(rules.R205, target, place, document.parameters)
        for target, place in _clauses_named(document):
            if target not in document.entries:
                yield _missing(rules.R201, target, place, document.entries)
        for change in standard.changelog:
            for i, clause in enumerate(change.clauses):
                if clause not in document.entries and clause not in former_ids(standard):
                    yield _missing(rules.R201, clause, change.place["clauses", i], document.entries)
        for entry in document.entries.values():
            for i, record in enumerate(entry.clause.records):
                if record not in document.records:
                    yield _missing(rules.R206, record, entry.clause.place["records", i], document.records)
            for i, fact in enumerate(entry.clause.facts):
                if fact not in corpus.facts and "facts" not in corpus.unread:
                    yield _missing(rules.R208, fact, entry.clause.place["facts", i], corpus.facts)
            if entry.clause.step:
                risks = [r.id for r in standard.risks]
                for i, risk in enumerate(entry.clause.step.risks):
                    if risk not in risks:
                        yield _missing(rules.R213, risk, entry.clause.step.place["risks", i], risks)
        for parameter in standard.parameters:
            if parameter.fact and parameter.fact not in corpus.facts and "facts" not in corpus.unread:
                yield _missing(rules.R208, parameter.fact, parameter.place["fact"], corpus.facts)
        for i, other in enumerate(standard.related):
            if document is corpus.working.get(document.id) or other not in corpus.catalogue:  # nobody mends a released text
                yield from _standard(corpus, other, standard.place["related", i])
        for i, other in enumerate(standard.supersedes):
            yield from _standard(corpus, other, standard.place["supersedes", i])
        if standard.superseded_by:
            yield from _standard(corpus, standard.superseded_by, standard.place["superseded_by"])
        for i, row in enumerate(standard.seed_rows):
            if row not in corpus.rows and "rows" not in corpus.unread:
                yield _missing(rules.R223, row, standard.place["seed_rows", i], corpus.rows)


def _standard(corpus: Corpus, id: str, place: Place) -> Iterator[Diagnostic]:
    if id in corpus.working or id in corpus.unread or "catalogue" in corpus.unread:
        return
    if id in corpus.catalogue:
        yield rules.R203.at(place, target=id, title=corpus.catalogue[id].title)
    else:
        yield _missing(rules.R202, id, place, {*corpus.working, *corpus.catalogue})


def registers(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """What the registers name exists: departments, wider roles, laws and their successors, source rows."""
    known, unread = corpus.registers, corpus.unread
    departments = {d.id for d in known.departments}
    for position in known.positions:
        if position.dept and position.dept not in departments and "departments" not in unread:
            yield _missing(rules.R204, position.dept, position.place["dept"], departments)
        for i, wider in enumerate(position.within):
            if wider not in corpus.actors and not unread & ACTORS:
                yield _missing(rules.R204, wider, position.place["within", i], corpus.actors)
    for law in known.laws:
        if law.replaced_by and law.replaced_by not in corpus.laws:
            yield _missing(rules.R207, law.replaced_by, law.place["replaced_by"], corpus.laws)
        if problem := _unreplaced(law, corpus):
            yield rules.R225.at(law.place["status"], title=law.title, problem=problem[0], problem_en=problem[1])
    for fact in known.facts:
        if fact.law and fact.law not in corpus.laws and "laws" not in unread:
            yield _missing(rules.R207, fact.law, fact.place["law"], corpus.laws)
    for entry in known.catalogue:
        if entry.dept not in departments and "departments" not in unread:
            yield _missing(rules.R204, entry.dept, entry.place["dept"], departments)
        for i, row in enumerate(entry.seed_rows):
            if row not in corpus.rows and "rows" not in unread:
                yield _missing(rules.R223, row, entry.place["seed_rows", i], corpus.rows)
    for waiver in known.waivers:
        if waiver.by not in corpus.actors and not unread & ACTORS:
            yield _no_actor(waiver.by, waiver.place["by"], corpus)


def _unreplaced(law: Law, corpus: Corpus) -> tuple[str, str] | None:
    """Why a replaced law has no successor."""
    if law.status != "replaced":
        return None
    if law.replaced_by is None:
        return "没有写 replaced_by", "replaced_by is missing"
    seen, here = [law.id], corpus.laws.get(law.replaced_by)
    while here and here.replaced_by and here.id not in seen:
        seen.append(here.id)
        here = corpus.laws.get(here.replaced_by)
    return ("代替关系绕了一圈", "its successors run in a circle") if here and here.id == law.id else None


def filled(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A form that a clause says is filled in is one of the clause's records."""
    for document in corpus.working.values():
        for entry in document.entries.values():
            clause = entry.clause
            for text in (clause.text or "", *clause.items):
                for words, id in FILLED.findall(text) if "{jl-" in text else ():
                    if id not in clause.records and id in document.records:
                        yield rules.R224.at(clause.place["text"], words=words, id=id)


def braces(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Every reference in braces resolves."""
    for document in corpus.documents:
        for reference, place in quoted(document):
            yield from _inline(corpus, document, reference.kind, reference.standard, reference.id, reference.raw, place)


def _inline(
    corpus: Corpus, document: Document, kind: str, other: str | None, id: str | None, raw: str, place: Place
) -> Iterator[Diagnostic]:
    if kind == "broken":
        yield rules.R215.at(place, target=raw)
    elif kind == "parameter" and not other and id not in document.parameters:
        yield _missing(rules.R205, raw, place, document.parameters)
    elif kind == "record" and id not in document.records:
        yield _missing(rules.R206, raw, place, document.records)
    elif kind == "law" and id not in corpus.laws and "laws" not in corpus.unread:
        yield _missing(rules.R207, raw, place, corpus.laws)
    elif other:
        target = corpus.working.get(other)
        if target is None and other in corpus.catalogue and id and other not in corpus.unread:
            rule = rules.R201 if kind == "clause" else rules.R205
            zh, en = f"{other} 还没有编写，或者它的文件夹不在了。", f"{other} is not written yet, or its folder is gone."
            yield rule.at(place, target=raw, suggestion=zh, suggestion_en=en)
        elif target is None and other not in corpus.catalogue:  # a planned one is noted once, where it is listed
            yield from _standard(corpus, other, place)
        if target and kind == "parameter" and id not in target.parameters:
            yield _missing(rules.R205, raw, place, target.parameters)
        elif target and kind == "clause" and id not in target.entries:
            yield _missing(rules.R201, raw, place, target.entries)
    elif kind == "clause" and id not in document.entries:
        yield _missing(rules.R201, raw, place, document.entries)


def normative(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Chapter 2 lists exactly the standards and laws that the text cites; none of them is repealed."""
    for document in corpus.working.values():
        standard = document.standard
        cited: dict[str, Place] = {}
        for reference, place in quoted(document):
            target = reference.standard or (reference.id if reference.kind == "law" else None)
            if target:
                cited.setdefault(target, place)
        for i, id in enumerate(standard.references):
            place = standard.place["references", i]
            if id in corpus.laws:
                yield from _not_repealed(corpus, id, place)
            elif "laws" not in corpus.unread or re.match(STANDARD_ID, id):
                yield from _standard(corpus, id, place)
            if id not in cited:
                yield rules.R211.at(place, target=id)
        for id, place in cited.items():
            if id not in (*standard.references, standard.id) and (
                id in corpus.laws or id in corpus.working or id in corpus.catalogue
            ):
                yield rules.R212.at(place, target=id)


def citations(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A cited law is registered, in force, and was read in its current text."""
    for document in corpus.documents:
        for entry in document.entries.values():
            for citation in entry.clause.basis:
                law = corpus.laws.get(citation.law)
                if law is None and "laws" in corpus.unread:
                    continue
                if law is None:
                    yield _missing(rules.R207, citation.law, citation.place["law"], corpus.laws)
                    continue
                yield from _not_repealed(corpus, law.id, citation.place["law"])
                if law.version and citation.as_of < law.version:
                    place = citation.place["as_of"]
                    yield rules.R210.at(place, as_of=citation.as_of, title=law.title, version=law.version)


def _not_repealed(corpus: Corpus, id: str, place: Place) -> Iterator[Diagnostic]:
    law = corpus.laws[id]
    if law.status != "current":
        successor = corpus.laws.get(law.replaced_by) if law.replaced_by else None
        yield rules.R209.at(place, title=law.title, successor=f"，由《{successor.title}》代替" if successor else "")


def english(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Every id in the English overlay exists in the standard."""
    for document in corpus.working.values():
        overlay = document.english
        if overlay is None:
            continue
        standard = document.standard
        for words, known in (
            (overlay.clauses, set(document.entries)),
            (overlay.terms, {t.id for t in standard.terms}),
            (overlay.parameters, set(document.parameters)),
            (overlay.records, set(document.records)),
        ):
            for id in (words.__pydantic_extra__ or {}) if words else {}:
                if id not in known:
                    assert words is not None
                    yield _missing(rules.R214, id, words.place[id, KEY_ITSELF], known)


CHECKS = (named, registers, filled, braces, normative, citations, english)
