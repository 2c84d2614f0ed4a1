"""Item models over roles: M04 M05 M06 M20 (who does what, and to whom one reports)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.items.distractors import related_roles
from generator.items.draft import Draft, Model, Source
from generator.items.item import LETTERS, Choice, shuffled
from generator.items.lint import OPTION
from generator.items.proof import Asked, Candidate
from generator.model.outline import Entry
from generator.model.standard import ClauseType
from generator.text.saying import said


def _asked_role(source: Source, *involved: str) -> Asked:
    """Right are the roles involved and all that lie within or above them."""
    actors = source.corpus.actors
    return Asked(
        frozenset(involved),
        frozenset(a for a in actors if any(related_roles(a, i, source.corpus) for i in involved)),
        known=frozenset(actors),
    )


def responsible(source: Source) -> Iterator[Draft]:
    """M04: who is responsible for a step. Distractors: roles with another step that have no part in this one."""
    titles = [e.clause.title for e in source.document.steps]
    for entry in source.document.steps:
        step = entry.clause.step
        assert step is not None
        candidates = [
            Candidate(
                source.name(other.clause.step.role),
                other.clause.step.role,
                f"{source.name(other.clause.step.role)}负责“{other.clause.title}”（{other.number}）。",
            )
            for other in source.document.steps
            if other.clause.step
        ]
        yield Draft(
            entry,
            "single",
            f"依据 {source.code}，“{entry.clause.title}”这一步骤由谁负责？",
            f"{entry.id}.role",
            keys=(Candidate(source.name(step.role), step.role),),
            candidates=tuple(candidates),
            asked=replace(
                _asked_role(source, step.role, *step.with_, *entry.clause.actor), single=titles.count(entry.clause.title) == 1
            ),
        )


def _duties(source: Source) -> list[tuple[Entry, str, str]]:
    """Duty clauses as clause, role and what follows 应."""
    found = []
    for entry in source.document.entries.values():
        if entry.clause.duty and entry.clause.type is ClauseType.REQUIREMENT:
            head, modal, tail = source.text(entry).removesuffix("。").partition("应")
            if modal and tail and head.startswith(source.name(entry.clause.duty.role)) and "。" not in tail:
                found.append((entry, entry.clause.duty.role, tail))
    return found


def duty(source: Source) -> Iterator[Draft]:
    """M05: a duty of a role. Distractors: duties of unrelated roles."""
    duties = _duties(source)
    for entry, role, text in duties:
        own = frozenset(said(t) for _, r, t in duties if related_roles(role, r, source.corpus))
        candidates = tuple(Candidate(t, said(t), f"这是{source.name(r)}的职责（{e.number}）。") for e, r, t in duties)
        yield Draft(
            entry,
            "single",
            f"依据 {source.code}，下列哪一项是{source.name(role)}的职责？",
            f"{entry.id}.duty",
            keys=(Candidate(text, said(text)),),
            candidates=candidates,
            asked=Asked(own, known=frozenset(said(t) for _, _, t in duties)),
        )


def match_duties(source: Source) -> Iterator[Draft]:
    """M06: roles and their duties, with one duty too many. Only roles of which none is part of another."""
    picked: list[tuple[Entry, str, str]] = []
    for entry, role, text in _duties(source):
        if len(text) <= OPTION and not any(related_roles(role, r, source.corpus) for _, r, _ in picked):
            picked.append((entry, role, text))
    if len(picked) < 4:
        return
    asked, extra = picked[:-1][:4], picked[-1]
    choices = shuffled(
        [
            *(Choice(t, True) for _, _, t in asked),
            Choice(extra[2], False, f"这是{source.name(extra[1])}的职责（{extra[0].number}）。"),
        ],
        source.document.id,
        "M06",
    )
    texts = [c.text for c in choices]
    yield Draft(
        asked[0][0],
        "matching",
        f"依据 {source.code}，把岗位（部门）与其职责配对，有一项职责多余。",
        "duties.match",
        prompts=tuple(source.name(r) for _, r, _ in asked),
        choices=choices,
        answer="".join(LETTERS[texts.index(t)] for _, _, t in asked),
        note=f"分别见第 {'、'.join(e.number for e, _, _ in asked)} 条。",
    )


def report_to(source: Source) -> Iterator[Draft]:
    """M20: to whom a post turns beyond its authority. Distractors: unrelated roles that the standard names."""
    positions = source.corpus.registers.positions
    post = source.document.standard.title.removesuffix("工作标准")
    named = dict.fromkeys(a for e in source.document.entries.values() for a in source.document.actors(e))
    named |= dict.fromkeys(a for e in source.document.entries.values() if e.clause.interface for a in e.clause.interface.with_)
    authorities = (e.clause.authority for e in source.document.entries.values())
    reported = {a.escalate_to for a in authorities if a and a.escalate_to}
    for entry in source.document.entries.values():
        authority = entry.clause.authority
        if not authority or not authority.escalate_to or not authority.limit or entry.clause.type is not ClauseType.PERMISSION:
            continue
        to = authority.escalate_to
        home = {d for d in (actor.dept for actor in positions if actor.id == source.document.standard.post) if d}
        near = {a.id for a in positions if a.dept in home} | home | {*source.document.actors(entry)}
        mentioned = {a for a in source.corpus.actors if source.name(a) in source.text(entry) or source.name(a) in authority.limit}
        asked = _asked_role(source, to, *mentioned, *near, *reported)
        yield Draft(
            entry,
            "single",
            f"依据 {source.code}，{post}按第 {entry.number} 条“{entry.clause.title}”行使权限，超出边界时应报告谁？",
            f"{entry.id}.escalate",
            keys=(Candidate(source.name(to), to),),
            candidates=tuple(Candidate(source.name(a), a, f"{source.name(a)}不在本项权限的报告关系中。") for a in named),
            asked=asked,
            note=f"权限的边界：{authority.limit}。",
        )


MODELS = (
    Model("M04", 0.72, "remember", responsible),
    Model("M05", 0.66, "understand", duty),
    Model("M06", 0.60, "understand", match_duties),
    Model("M20", 0.60, "remember", report_to),
)
