"""The page of a post: everything that touches it, gathered from all standards in one pass."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.items.bank import by_actor
from generator.items.item import Item
from generator.model.corpus import Document, short_code
from generator.model.edition import Edition, Heading
from generator.model.outline import Entry
from generator.model.prose import bound, in_full, limit, plain, record_title, references
from generator.model.registers import Position
from generator.views.frame import Frame, Link, clause_link, frame, standard_url
from generator.views.lists import KIND_NAMES, Card, card
from generator.views.standard import LimitRow, limit_rows


@dataclass(frozen=True, slots=True)
class ClauseRow:
    standard: Link
    clause: Link
    text: str
    style: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    clause: Link
    title: str
    when: str
    limits: str
    records: str


@dataclass(frozen=True, slots=True)
class PositionView:
    """Everything that touches a post."""

    frame: Frame
    id: str
    name: str
    english: str
    kind: str
    dept: str
    certificates: tuple[str, ...]
    safety_sensitive: bool
    work_standard: Card | None
    planned: str
    duties: tuple[ClauseRow, ...]
    steps: tuple[ClauseRow, ...]
    clauses: tuple[ClauseRow, ...]
    tasks: tuple[TaskRow, ...]
    limits: tuple[LimitRow, ...]
    checklists: tuple[Link, ...]
    quizzes: tuple[Link, ...]
    item_count: int
    cut: bool
    headings: tuple[Heading, ...]


@dataclass(slots=True)
class _Gathered:
    """What an actor has, each under a key that keeps the order of the standards."""

    duties: dict[tuple[int, int], ClauseRow]
    steps: dict[tuple[int, int], ClauseRow]
    clauses: dict[tuple[int, int], ClauseRow]
    limits: dict[tuple[int, int], LimitRow]
    checklists: dict[tuple[int, int], Link]


def position_views(edition: Edition, items: Sequence[Item]) -> Iterator[PositionView]:
    """The pages of all positions, in the order of the register."""
    gathered = _gather(edition)
    index = by_actor(items, edition)
    own = {d.standard.post: d for d in edition.documents.values() if d.standard.post}
    for position in edition.corpus.registers.positions:
        mine = {i for actor in edition.corpus.wider(position.id) for i in index.get(actor, ())}
        yield _view(position, edition, gathered, own.get(position.id), [items[i] for i in sorted(mine)])


def _gather(edition: Edition) -> Mapping[str, _Gathered]:
    found: dict[str, _Gathered] = defaultdict(lambda: _Gathered({}, {}, {}, {}, {}))
    limits = {d.id: limit_rows(d, edition) for d in edition.documents.values()}
    order = {id: number for number, id in enumerate(edition.documents)}
    for number, document in enumerate(edition.documents.values()):
        for at, entry in enumerate(document.entries.values()):
            clause = entry.clause
            if not entry.leaf or not clause.type:
                continue
            key, row = (number, at), _clause_row(entry, document, edition)
            for actor in document.actors(entry):
                if clause.duty:
                    found[actor].duties[key] = row
                elif clause.step:
                    found[actor].steps[key] = row
                else:
                    found[actor].clauses[key] = row
        for home, id in _quoted_from_others(document):
            at = next(i for i, p in enumerate(edition.documents[home].standard.parameters) if p.id == id)
            found[document.standard.post or ""].limits[order[home], at] = limits[home][at]
        for at, (row_, parameter) in enumerate(zip(limits[document.id], document.standard.parameters, strict=True)):
            for holder in {parameter.role or "", document.standard.post or ""}:
                found[holder].limits[number, at] = row_
        for at, checklist in enumerate(document.checklists):
            text = f"{checklist.title}（{short_code(document.standard)}）"
            link = Link(text, f"checklists/{document.id}/#{checklist.id}", checklist.when)
            for holder in {checklist.role, document.standard.post or ""}:
                found[holder].checklists[number, at] = link
    return found


def _quoted_from_others(document: Document) -> Iterator[tuple[str, str]]:
    """Standard and id of the limits of others that a work standard quotes: they bind its post too."""
    if document.standard.post:
        for entry in document.entries.values():
            for text in (entry.clause.text or "", *entry.clause.items):
                for reference in references(text):
                    if reference.kind == "parameter" and reference.standard and reference.id:
                        yield reference.standard, reference.id


def _view(
    position: Position, edition: Edition, gathered: Mapping[str, _Gathered], own: Document | None, mine: Sequence[Item]
) -> PositionView:
    parts = [gathered[actor] for actor in sorted(edition.corpus.wider(position.id)) if actor in gathered]
    here = own.id if own else ""
    duties = _others({k: row for part in parts for k, row in part.duties.items()}, here)
    steps = _others({k: row for part in parts for k, row in part.steps.items()}, here)
    clauses = _others({k: row for part in parts for k, row in part.clauses.items()}, here)
    limits = [row for _, row in sorted({k: row for part in parts for k, row in part.limits.items()}.items(), key=_key)]
    sheets = [link for _, link in sorted({k: link for part in parts for k, link in part.checklists.items()}.items(), key=_key)]
    tasks = [_task(e, own, edition) for e in own.entries.values() if e.clause.task] if own else []
    counts = Counter(item.standard for item in mine)
    quizzes = tuple(
        Link(f"{short_code(d.standard)} {d.standard.title}", f"quizzes/{d.id}/", f"{n} 题")
        for d in edition.documents.values()
        if (n := counts[d.id])
    )
    dept = edition.corpus.actors.get(position.dept or "")
    titles = (e.title for e in edition.corpus.registers.catalogue if e.id[0] == "z")
    sections = (
        ("work-standard", "工作标准", True),
        ("tasks", "定期与触发的工作", bool(tasks)),
        ("checklists", "检查单", bool(sheets)),
        ("limits", "限值", bool(limits)),
        ("duties", "职责", bool(duties)),
        ("steps", "参与的流程", bool(steps)),
        ("clauses", "其他条款", bool(clauses)),
        ("quizzes", "自测", bool(quizzes)),
    )
    return PositionView(
        frame=frame(f"positions/{position.id}/"),
        id=position.id,
        name=position.zh,
        english=position.en,
        kind=KIND_NAMES[position.kind][0],
        dept=dept.zh if dept else "",
        certificates=position.certificates,
        safety_sensitive=position.safety_sensitive,
        work_standard=card(own, edition, "zh", counts[own.id]) if own else None,
        planned=next((title for title in titles if title == f"{position.zh}工作标准"), ""),
        duties=duties,
        steps=steps,
        clauses=clauses,
        tasks=tuple(tasks),
        limits=tuple(limits[:MOST_ROWS]),
        checklists=tuple(sheets[:MOST_ROWS]),
        quizzes=quizzes[:MOST_ROWS],
        item_count=len(mine),
        cut=max(map(len, (duties, steps, clauses, limits, sheets, quizzes))) >= MOST_ROWS,
        headings=tuple(Heading(id, name) for id, name, there in sections if there),
    )


def _key(pair: tuple[tuple[int, int], object]) -> tuple[int, int]:
    return pair[0]


MOST_ROWS = 80
"""Rows of a kind on a page; a post that acts in more clauses finds the others by search."""


def _others(rows: Mapping[tuple[int, int], ClauseRow], own: str) -> tuple[ClauseRow, ...]:
    """The rows of other standards than the post's own, whose page says it all."""
    return tuple(row for _, row in sorted(rows.items(), key=_key) if row.standard.href != standard_url(own))[:MOST_ROWS]


def _clause_row(entry: Entry, document: Document, edition: Edition) -> ClauseRow:
    title = f"{entry.clause.title}：" if entry.clause.title else ""
    text = in_full(entry.clause, document, edition.corpus)
    style = entry.clause.type.value if entry.clause.type else ""
    home = Link(short_code(document.standard), standard_url(document.id))
    return ClauseRow(home, clause_link(document, entry.id), title + text, style)


def _task(entry: Entry, document: Document, edition: Edition) -> TaskRow:
    task = entry.clause.task
    assert task is not None
    when = limit(document.parameters[task.frequency]) if task.frequency else task.event or ""
    return TaskRow(
        clause_link(document, entry.id),
        entry.clause.title or plain(entry.clause.text or "", document, edition.corpus),
        when,
        "；".join(bound(document.parameters[id]) for id in task.limits),
        "、".join(record_title(document, document.records[id]) for id in entry.clause.records),
    )
