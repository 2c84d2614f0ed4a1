"""C6: responsibilities, process, records, checklists, questions and English cover what they must."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import rules
from generator.checks.references import FILLED
from generator.diagnostics import Diagnostic, Place
from generator.model.corpus import Corpus, Document
from generator.model.lifecycle import Shown, shown
from generator.model.outline import RESERVED_IDS
from generator.model.registers import Position
from generator.model.standard import ClauseType, Part, Standard, Status, Step

MUST = (ClauseType.REQUIREMENT, ClauseType.INSTRUCTION)
TRAINING = {"checklists.yml", "questions.yml"}
MIN_QUESTIONS = 5
DUTIES = {"management": 2, "work": 3}
"""Roles with a duty in a management standard, duties in a work standard: at least."""


def lead(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A management standard has exactly one lead department (归口), its owner."""
    for document in corpus.working.values():
        standard = document.standard
        if standard.kind != "management" or (standard.owner not in corpus.actors and corpus.actors):
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
        if targets - document.entries.keys():  # an arrow to nowhere is told by R201
            continue
        stray = [id for id in steps if id not in reached]
        behind = _reach([a for id in stray[:1] for a in forward[id]], forward) - set(stray[:1])
        for entry in document.steps:
            place = entry.clause.place["id"]
            if entry.id not in reached:
                if entry.id in behind:
                    continue
                zh, en = f"走不到：没有一个步骤的 next 通向“{entry.id}”", "cannot be reached from the start"
                yield rules.C602.at(place, id=entry.id, problem=zh, problem_en=en)
            elif entry.id not in leaving:
                yield rules.C602.at(place, id=entry.id, problem="之后走不到终点", problem_en="leads to no end")
            if (step := entry.clause.step) and (problem := _branches(step, entry.id)):
                yield rules.C623.at(step.place["next"], id=entry.id, problem=problem[0], problem_en=problem[1])
        for target in sorted(targets - steps.keys()):
            if target in document.entries:
                entry = document.entries[target]
                yield rules.C602.at(
                    entry.clause.place["id"],
                    id=target,
                    problem="是后续步骤，却没有 step",
                    problem_en="is a next step but has no `step`",
                )


def _branches(step: Step, id: str) -> tuple[str, str] | None:
    """What is unclear about the arrows that leave a step."""
    if any(arrow.to == id for arrow in step.next):
        return "的后续步骤是它自己", "leads to itself"
    if len({arrow.to for arrow in step.next}) < len(step.next):
        return "的同一个去向写了两遍", "names a target twice"
    if len(step.next) > 1 and not all(arrow.when for arrow in step.next):
        return "有几个去向，却有一支没有写条件", "has several next steps, one without a condition"
    return None


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
    """Every record form is produced by a clause; where only the text says so, R224 asks for the field."""
    for document in corpus.working.values():
        clauses = [entry.clause for entry in document.entries.values()]
        produced = {record for clause in clauses for record in clause.records}
        produced |= {id for clause in clauses for text in (clause.text or "", *clause.items) for _, id in FILLED.findall(text)}
        for record in document.standard.records:
            if record.id not in produced:
                yield rules.C604.at(record.place["id"], id=record.id, name=record.name)


def checklists(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """No checklist is empty."""
    for document in corpus.working.values():
        for checklist in document.checklists:
            if not checklist.items:
                yield rules.C605.at(checklist.place["items"], id=checklist.id)


def present(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Text that has left the first draft, and is not withdrawn, has checklists, five questions and English."""
    for document in corpus.working.values():
        standard, place = document.standard, document.standard.place["id"]
        if standard.status is Status.DRAFT or shown(standard, today) in (Shown.WITHDRAWN, Shown.SUPERSEDED):
            continue
        if not document.checklists and "checklists.yml" not in document.unread:
            yield rules.C609.at(place, id=standard.id)
        if len(document.questions) < MIN_QUESTIONS and "questions.yml" not in document.unread:
            yield rules.C610.at(place, id=standard.id, count=len(document.questions))
        if document.english is None and "en.yml" not in document.unread:
            yield rules.C611.at(place, id=standard.id)


def english(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """An English overlay follows the version of the text and holds every title, text and term of it."""
    for document in corpus.working.values():
        if document.english is None:
            continue
        source, version = document.english.version, document.standard.version
        if source != version:
            yield rules.C614.at(document.english.place["version"], source=source, version=version)
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
            elif not proved and "checklists.yml" not in document.unread:
                yield rules.C607.at(
                    clause.place["id"], id=clause.id, what="证据（records、evidence 或检查项）", what_en="evidence"
                )


def tested(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """In a critical standard every requirement has a checklist item or a hand-written question."""
    for document in corpus.working.values():
        if document.standard.safety_level != "critical" or not document.checklists or document.unread & TRAINING:
            continue
        asked = {q.clause for q in document.questions}
        for entry in document.entries.values():
            clause = entry.clause
            if clause.type in MUST and entry.leaf and clause.id not in asked and clause.id not in document.check_items:
                yield rules.C608.at(clause.place["id"], id=clause.id, number=entry.number)


def roles(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Every post and team that is responsible for a step has one work standard, written or planned."""
    told: set[str] = set()
    guess = any(post not in corpus.actors for post in corpus.posts)  # a misspelt post may be the one that seems to lack one
    for document in corpus.working.values():
        for entry in document.steps:
            step = entry.clause.step
            actor = corpus.actors.get(step.role) if step else None
            if step and isinstance(actor, Position) and actor.kind != "capacity" and actor.id not in corpus.posts:
                entries = (e for e in corpus.registers.catalogue if e.id not in corpus.working)
                planned = any(entry.title.startswith(actor.zh) for entry in entries)
                if actor.id not in told and not planned and not guess and not corpus.unread & corpus.catalogue.keys():
                    yield rules.C615.at(step.place["role"], role=actor.zh)
                told.add(actor.id)
    first: dict[str, str] = {}
    for id, document in sorted(corpus.working.items()):
        post = document.standard.post
        if post and (other := first.setdefault(post, id)) != id:
            yield rules.C616.at(document.standard.place["post"], post=post, other=other)


def practices(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Every practice of the source is carried out by a standard, written or planned."""
    if corpus.unread & {"catalogue", *corpus.catalogue}:
        return
    served = {row for d in corpus.working.values() for row in d.standard.seed_rows}
    served |= {row for entry in corpus.registers.catalogue for row in entry.seed_rows}
    for row in corpus.registers.rows:
        if row.id not in served:
            yield rules.C617.at(row.place["id"], row=row.id, title=row.title)


def risks(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A standard of a hazardous domain names its risks; at least one control of a risk is a requirement or an instruction."""
    hazardous = {domain.id for domain in corpus.settings.domains if domain.hazardous}
    for document in corpus.working.values():
        standard = document.standard
        if standard.domain in hazardous and not standard.risks and standard.status is not Status.DRAFT:
            yield rules.C618.at(standard.place["domain"], domain=standard.domain)
        for risk in standard.risks:
            controls = [document.entries[id] for id in risk.controls if id in document.entries]
            if controls and not any(c.clause.type in MUST or not c.leaf for c in controls):
                yield rules.C622.at(risk.place["controls", 0], id=risk.id, clause=controls[0].id)


ELEMENTS = (
    ("interface", "工作范围与接口", "与哪些岗位或部门交接什么（interface）", "scope and interfaces of the work"),
    ("task", "定期或触发的工作", "定期（frequency）或触发（event）的工作（task）", "a periodic or triggered task"),
    ("indicator", "工作质量指标", "指标、目标值和统计方法（indicator）", "an indicator of quality"),
)


def elements(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Duties enough, a rule of inspection, and for a work standard scope, authority with its limit, tasks, quality."""
    for document in corpus.working.values():
        standard = document.standard
        clauses = [entry.clause for entry in document.entries.values()]
        duties_ = [c.duty.role for c in clauses if c.duty]
        count = len(duties_) if standard.kind == "work" else len(set(duties_))
        if count < DUTIES[standard.kind]:
            yield _few_duties(standard, count)
        if not any(c.inspection for c in clauses):
            yield rules.C621.at(_chapter(standard, Part.ASSESSMENT))
        if standard.kind != "work":
            continue
        for key, zh, remedy, en in ELEMENTS:
            if not any(getattr(c, key) for c in clauses):
                yield rules.C620.at(standard.place["clauses"], element=zh, remedy=remedy, element_en=en, key=key)
        if not any(c.authority and (c.authority.limit or c.authority.escalate_to) for c in clauses):
            yield rules.C620.at(
                standard.place["clauses"],
                element="权限的边界",
                remedy="权限（authority）写到哪里为止（limit），超出时报告谁（escalate_to）",
                element_en="the limit of an authority",
                key="authority",
            )


def _chapter(standard: Standard, part: Part) -> Place:
    """Where a chapter begins; where there is none, where the chapters begin."""
    chapter = next((c for c in standard.clauses if c.part is part), None)
    return chapter.place["id"] if chapter else standard.place["clauses"]


def _few_duties(standard: Standard, count: int) -> Diagnostic:
    if standard.kind == "work":
        zh, en = ("条职责", "至少写 3 条，每条一项职责"), ("of the post", "Give three at least")
    else:
        zh, en = ("个承担者", "至少两个岗位或部门各写一条"), ("roles", "Give a duty to two roles at least")
    place = _chapter(standard, Part.RESPONSIBILITIES)
    return rules.C619.at(place, count=count, what=zh[0], remedy=zh[1], what_en=en[0], remedy_en=en[1])


CHECKS = (lead, process, duties, records, checklists, present, english, auditable, tested, roles, practices, risks, elements)
