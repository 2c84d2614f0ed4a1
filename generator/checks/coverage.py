"""C6: responsibilities, process, records, checklists, questions and English cover what they must."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import rules
from generator.diagnostics import Diagnostic
from generator.model.corpus import Corpus, Document
from generator.model.outline import RESERVED_IDS
from generator.model.standard import ClauseType

MUST = (ClauseType.REQUIREMENT, ClauseType.INSTRUCTION)


def lead(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A management standard has exactly one lead department (归口), its owner."""
    for document in corpus.working.values():
        standard = document.standard
        if standard.kind != "management":
            continue
        leads = [e.clause.duty.role for e in document.entries.values() if e.clause.duty and e.clause.duty.lead]
        if leads != [standard.owner]:
            yield rules.C601.at(standard.place["owner"], count=len(leads), owner=standard.owner)


def process(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """The process has one start, at least one end, and every step is reached from the start."""
    for document in corpus.working.values():
        steps = {e.id: e.clause.step for e in document.steps}
        targets = {arrow.to for step in steps.values() if step for arrow in step.next}
        forward: dict[str, list[str]] = {id: [a.to for a in step.next] for id, step in steps.items() if step}
        first = next(iter(steps), None)
        if first is None:
            continue
        backward: dict[str, list[str]] = {id: [] for id in steps}
        for id, ahead in forward.items():
            for target in ahead:
                backward.setdefault(target, []).append(id)
        reached = _reach([first], forward)
        leaving = _reach([id for id, ahead in forward.items() if not ahead], backward)
        for entry in document.steps:
            place = entry.clause.place["id"]
            if entry.id not in reached:
                zh, en = f"走不到：没有一个步骤的 next 通向“{entry.id}”", "cannot be reached from the start"
                yield rules.C602.at(place, id=entry.id, problem=zh, problem_en=en)
            elif entry.id not in leaving:
                yield rules.C602.at(place, id=entry.id, problem="之后走不到终点", problem_en="leads to no end")
        for target in sorted(targets - steps.keys()):
            if target in document.entries:
                entry = document.entries[target]
                yield rules.C602.at(
                    entry.clause.place["id"],
                    id=target,
                    problem="是后续步骤，却没有 step",
                    problem_en="is a next step but has no `step`",
                )


def _reach(start: list[str], arrows: dict[str, list[str]]) -> set[str]:
    """Everything that the arrows lead to from the start."""
    reached, todo = set[str](), list(start)
    while todo:
        here = todo.pop()
        if here not in reached:
            reached.add(here)
            todo.extend(arrows.get(here, ()))
    return reached


def duties(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Every role that acts in the process of a management standard has a duty in it."""
    for document in corpus.working.values():
        if document.standard.kind != "management":
            continue
        responsible = {e.clause.duty.role for e in document.entries.values() if e.clause.duty}
        for entry in document.steps:
            step = entry.clause.step
            if step and step.role not in responsible:
                actor = corpus.actors.get(step.role)
                yield rules.C603.at(step.place["role"], role=actor.zh if actor else step.role)


def records(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Every record form is produced by a clause."""
    for document in corpus.working.values():
        produced = {r for e in document.entries.values() for r in e.clause.records}
        for record in document.standard.records:
            if record.id not in produced:
                yield rules.C604.at(record.place["id"], id=record.id, name=record.name)


def checklists(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """No checklist is empty."""
    for document in corpus.working.values():
        for checklist in document.checklists:
            if not checklist.items:
                yield rules.C605.at(checklist.place["items"], id=checklist.id)


def english(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Where there is an English overlay, every title and text of a clause and every term is in it."""
    for document in corpus.working.values():
        if document.english is None:
            continue
        missing = list(_untranslated(document))
        if missing:
            yield rules.C606.at(document.english.place["clauses"], count=len(missing), first=missing[0])


def _untranslated(document: Document) -> Iterator[str]:
    english = document.english
    assert english is not None
    for entry in document.entries.values():
        clause = entry.clause
        if entry.chapter.id in RESERVED_IDS:
            continue
        words = english.clause(clause.id)
        if (clause.title and not clause.part and not (words and words.title)) or (clause.text and not (words and words.text)):
            yield clause.id
        elif clause.items and len(words.items if words else ()) != len(clause.items):
            yield f"{clause.id}.items"
    for term in document.standard.terms:
        if not english.word("terms", term.id):
            yield term.id


def auditable(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A requirement of a management standard's content names who acts and what proves it."""
    for document in corpus.working.values():
        if document.standard.kind != "management":
            continue
        for entry in document.entries.values():
            clause = entry.clause
            if clause.type not in MUST or not entry.leaf or clause.duty or clause.indicator:
                continue
            proved = clause.records or clause.evidence or clause.id in document.check_items
            if not document.actors(entry):
                yield rules.C607.at(clause.place["id"], id=clause.id, what="主体（actor）", what_en="actor")
            elif not proved:
                yield rules.C607.at(
                    clause.place["id"], id=clause.id, what="证据（records、evidence 或检查项）", what_en="evidence"
                )


def tested(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """In a critical standard every requirement has a checklist item or a hand-written question."""
    for document in corpus.working.values():
        if document.standard.safety_level != "critical":
            continue
        asked = {q.clause for q in document.questions}
        for entry in document.entries.values():
            clause = entry.clause
            if clause.type in MUST and entry.leaf and clause.id not in asked and clause.id not in document.check_items:
                yield rules.C608.at(clause.place["id"], id=clause.id, number=entry.number)


CHECKS = (lead, process, duties, records, checklists, english, auditable, tested)
