"""Item models over processes: M07 M08 M09 M18 (order, what comes next, what comes before, on what condition)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.items.draft import Draft, Model, Source, in_order
from generator.items.item import dice
from generator.items.proof import Asked, Candidate
from generator.model.outline import Entry
from generator.text.saying import said


def _named(entry: Entry, why: str = "") -> Candidate:
    """A step as an option."""
    title = entry.clause.title or ""
    return Candidate(title, said(title), why)


def _chain(source: Source) -> list[Entry]:
    """The longest run of steps in which each has exactly one way forward, the next step: one possible order."""
    steps = list(source.document.steps)
    position = {e.id: i for i, e in enumerate(steps)}
    best: list[Entry] = []
    run: list[Entry] = []
    for i, entry in enumerate(steps):
        run.append(entry)
        step = entry.clause.step
        forward = {a.to for a in step.next if position.get(a.to, -1) > i} if step else set()
        if i + 1 == len(steps) or forward != {steps[i + 1].id}:
            best, run = max(best, run, key=len), []
    return best


def order(source: Source) -> Iterator[Draft]:
    """M07: steps in their order. Only where the process allows one order."""
    chain = _chain(source)[:6]
    right = [e.clause.title or e.id for e in chain]
    if len(chain) < 3 or len(set(right)) < len(right):
        return
    choices, answer = in_order(right, source.document.id, "M07")
    yield Draft(
        chain[0],
        "ordering",
        f"将 {source.code}《{source.document.standard.title}》流程中的下列步骤按先后顺序排列。",
        "process.order",
        choices=choices,
        answer=answer,
        note=f"正确顺序：{' → '.join(right)}。",
    )


def next_step(source: Source) -> Iterator[Draft]:
    """M08: what comes after a step. Only where there is one unconditional successor."""
    steps = {e.id: e for e in source.document.steps}
    for entry in steps.values():
        step = entry.clause.step
        assert step is not None
        if len(step.next) != 1 or step.next[0].when or step.next[0].to not in steps:
            continue
        after = steps[step.next[0].to]
        candidates = [_named(e, f"它在第 {e.number} 条。") for e in steps.values()]
        dice(source.document.id, entry.id, "M08").shuffle(candidates)
        key = _named(after)
        yield Draft(
            entry,
            "single",
            f"按 {source.code} 的流程，“{entry.clause.title}”完成后，下一步是什么？",
            f"{entry.id}.next",
            keys=(key,),
            candidates=tuple(candidates),
            asked=Asked(
                frozenset({key.value}), frozenset({said(entry.clause.title or "")}), known=frozenset(c.value for c in candidates)
            ),
            note=f"下一步是 {after.number}“{after.clause.title}”。",
        )


def _reachable(source: Source, start: str, without: str = "") -> set[str]:
    """The steps that can follow a step, itself included, on ways that avoid another."""
    steps = {e.id: e for e in source.document.steps}
    found: set[str] = set()
    left = [start] if start != without else []
    while left:
        id = left.pop()
        if id not in found and id in steps and id != without:
            found.add(id)
            step = steps[id].clause.step
            left += [arrow.to for arrow in step.next] if step else []
    return found


def before(source: Source) -> Iterator[Draft]:
    """M09: what must be done before a step. Right: steps on every way to it; wrong: steps that only follow it."""
    steps = list(source.document.steps)
    if len(steps) < 4 or len({e.clause.title for e in steps}) < len(steps):
        return
    arrived = {arrow.to for e in steps if e.clause.step for arrow in e.clause.step.next}
    starts = [e.id for e in steps if e.id not in arrived] or [steps[0].id]
    for entry in steps:
        if not any(entry.id in _reachable(source, s) for s in starts):
            continue
        must = [e for e in steps if e.id != entry.id and not any(entry.id in _reachable(source, s, without=e.id) for s in starts)]
        later = [
            e for e in steps if e.id in _reachable(source, entry.id) - {entry.id} and entry.id not in _reachable(source, e.id)
        ]
        maybe = frozenset(said(e.clause.title or "") for e in steps if e not in must and e not in later)
        keys = tuple(_named(e) for e in must[-4:])
        if len(keys) < 2:
            continue
        candidates = tuple(_named(e, f"它在“{entry.clause.title}”之后（{e.number}）。") for e in later)
        yield Draft(
            entry,
            "multiple",
            f"按 {source.code} 的流程，下列哪些步骤应在“{entry.clause.title}”之前完成？",
            f"{entry.id}.before",
            keys=keys,
            candidates=candidates,
            asked=Asked(frozenset(said(e.clause.title or "") for e in must), maybe, known=frozenset(c.value for c in candidates)),
        )


def condition(source: Source) -> Iterator[Draft]:
    """M18: on what condition a step leads to another. Distractors: conditions of other ways."""
    steps = {e.id: e for e in source.document.steps}
    arrows = [(e, a) for e in steps.values() if e.clause.step for a in e.clause.step.next if a.when and a.to in steps]
    for entry, arrow in arrows:
        target = steps[arrow.to]
        if not any(e.id == entry.id and a.to != arrow.to for e, a in arrows):
            continue
        same = frozenset(said(a.when or "") for e, a in arrows if a.to == arrow.to)
        key = Candidate(arrow.when or "", said(arrow.when or ""))
        ways = sorted(arrows, key=lambda way: way[0].id != entry.id)
        yield Draft(
            entry,
            "single",
            f"按 {source.code} 的流程，“{entry.clause.title}”之后，什么情况下转入“{target.clause.title}”？",
            f"{entry.id}.when.{arrow.to}",
            keys=(key,),
            candidates=tuple(
                Candidate(
                    a.when or "", said(a.when or ""), f"这时由“{e.clause.title}”转入“{steps[a.to].clause.title}”（{e.number}）。"
                )
                for e, a in ways
            ),
            asked=Asked(frozenset({key.value}), same - {key.value}, known=frozenset(said(a.when or "") for _, a in arrows)),
            suffix=f".{arrow.to}",
        )


MODELS = (
    Model("M07", 0.58, "understand", order),
    Model("M08", 0.62, "understand", next_step),
    Model("M09", 0.48, "understand", before),
    Model("M18", 0.56, "understand", condition),
)
