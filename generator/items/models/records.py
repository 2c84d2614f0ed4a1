"""Item models over records: M10 M11 (which forms a step leaves, how long they are kept)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.items.distractors import asked_limit, size
from generator.items.draft import Draft, Model, Source
from generator.items.item import ItemType
from generator.items.proof import Asked, Candidate
from generator.model.prose import limit, record_title
from generator.model.standard import ClauseType


def records(source: Source) -> Iterator[Draft]:
    """M10: the forms of a step or a requirement. Distractors: the standard's other forms that it does not so much as mention."""
    document = source.document
    for entry in document.entries.values():
        step = entry.clause.step
        if not entry.clause.title or entry.clause.type is not ClauseType.REQUIREMENT:
            continue
        around = (*step.inputs, *step.outputs, step.control) if step else ()
        mentioned = "".join((*around, entry.clause.text or "", *entry.clause.items))
        made = [r for r in document.standard.records if r.id in entry.clause.records]
        title = entry.clause.title or ""
        if not made or any(title[i : i + 2] in r.name for r in made for i in range(len(title) - 1)):
            continue  # a form named after the step asks for nothing
        named = frozenset(r.id for r in document.standard.records if r.name in mentioned or f"{{{r.id}}}" in mentioned)
        candidates = []
        for record in document.standard.records:
            where = "、".join(e.number for e in document.entries.values() if record.id in e.clause.records)
            candidates.append(
                Candidate(f"《{record.name}》", record.id, f"{record_title(document, record)}在第 {where} 条形成。")
            )
        kind: ItemType = "single" if len(made) == 1 else "multiple"
        which = "应填写下列哪一份记录" if kind == "single" else "应形成下列哪些记录"
        where_told = "，" if step else f" 第 {entry.number} 条"
        yield Draft(
            entry,
            kind,
            f"依据 {source.code}{where_told}“{title}”{which}？",
            f"{entry.id}.records",
            keys=tuple(Candidate(f"《{r.name}》", r.id) for r in made),
            candidates=tuple(candidates),
            asked=Asked(frozenset(r.id for r in made), named, known=frozenset(r.id for r in document.standard.records)),
        )


def retention(source: Source) -> Iterator[Draft]:
    """M11: how long a form is kept. Distractors: how long the corpus keeps other forms."""
    document = source.document
    kept = [
        (r, d.parameters[r.retention])
        for d in source.edition.documents.values()
        for r in d.standard.records
        if r.retention in d.parameters and d.parameters[r.retention].value
    ]
    for record in document.standard.records:
        parameter = document.parameters.get(record.retention)
        entry = next(
            (
                e
                for e in document.entries.values()
                if f"{{{record.retention}}}" in " ".join((e.clause.text or "", *e.clause.items))
            ),
            None,
        )
        if not parameter or not parameter.value or entry is None:
            continue
        asked = asked_limit(parameter, source.edition)
        namesakes = frozenset(size(p) for r, p in kept if r.name == record.name)
        candidates = [Candidate(limit(p), size(p), f"这是《{r.name}》的保存期限。") for r, p in kept]
        candidates += [
            Candidate(limit(p), size(p), "没有记录按这个期限保存。")
            for p in (parameter.model_copy(update={"value": parameter.value * n}) for n in (2, 3))
        ]
        yield Draft(
            entry,
            "single",
            f"依据 {source.code}，《{record.name}》应至少保存多长时间？",
            parameter.id
            if sum(r.retention == parameter.id for r in document.standard.records) == 1
            else f"{record.id}.retention",
            keys=(Candidate(limit(parameter), size(parameter)),),
            candidates=tuple(c for c in candidates if c.value[0] == size(parameter)[0]),  # type: ignore[index]
            asked=Asked(asked.right, namesakes - asked.right),
            suffix=f".{record.id}",
            ordered=True,
        )


MODELS = (Model("M10", 0.55, "remember", records), Model("M11", 0.58, "remember", retention))
