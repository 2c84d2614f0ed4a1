"""A standard as one document to read: everything in order, no links, for the bundle of what was in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.corpus import Document
from generator.model.edition import Edition
from generator.model.lifecycle import LABELS, shown
from generator.model.outline import PART_TITLES, REFERENCES, TERMS, Entry
from generator.model.prose import bound, plain, record_title, subject
from generator.views.frame import actor_link, any_standard_link


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a clause: `text` and `items` are empty for a heading."""

    number: str
    depth: int
    title: str
    text: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingView:
    organisation: str
    day: str
    code: str
    title: str
    version: str
    status: str
    note: str
    facts: tuple[tuple[str, str], ...]
    foreword: str
    blocks: tuple[Block, ...]
    limits: tuple[tuple[str, str], ...]
    records: tuple[tuple[str, str, str, str], ...]
    changelog: tuple[tuple[str, str, str], ...]


def reading_view(document: Document, edition: Edition, made: date) -> ReadingView:
    """One version of a standard as it reads on the day of the edition; names come from the registers of the day `made`."""
    standard, corpus = document.standard, edition.corpus
    dates = (("发布日期", standard.published), ("实施日期", standard.effective), ("废止日期", standard.withdrawn))
    facts = [(name, day.isoformat()) for name, day in dates if day]
    facts.append(("归口部门", actor_link(edition, standard.owner).text))
    if standard.approver:
        facts.append(("批准", actor_link(edition, standard.approver).text))
    return ReadingView(
        organisation=corpus.settings.organisation,
        day=edition.day.isoformat(),
        code=standard.code,
        title=standard.title,
        version=standard.version,
        status=LABELS[shown(standard, edition.day)][0],
        note=f"岗位、部门、法规和其他标准的名称取自 {made} 的登记表。",
        facts=tuple(facts),
        foreword=plain(standard.foreword, document, corpus),
        blocks=tuple(_block(entry, document, edition) for entry in document.entries.values()),
        limits=tuple((subject(p, document), bound(p)) for p in standard.parameters),
        records=tuple(
            (record_title(document, r), "、".join(r.fields), _limit(document, r.retention), actor_link(edition, r.keeper).text)
            for r in standard.records
        ),
        changelog=tuple((c.version, c.date.isoformat(), c.reason) for c in standard.changelog),
    )


def _limit(document: Document, id: str) -> str:
    return bound(document.parameters[id]) if id in document.parameters else id


def _block(entry: Entry, document: Document, edition: Edition) -> Block:
    clause, corpus = entry.clause, edition.corpus
    title = clause.title or (PART_TITLES[clause.part][0] if clause.part else "")
    items = tuple(plain(item, document, corpus) for item in clause.items)
    text = plain(clause.text or "", document, corpus)
    if clause.id == REFERENCES:
        items = tuple(_reference(id, edition) for id in document.standard.references)
        text = "下列文件的内容通过本文件的规范性引用构成必不可少的条款。" if items else "本文件没有规范性引用文件。"
    elif clause.id == TERMS and not clause.clauses:
        text = "本文件没有需要界定的术语和定义。"
    return Block(entry.number, entry.depth, title, text, items)


def _reference(id: str, edition: Edition) -> str:
    law = edition.corpus.laws.get(id)
    if law:
        return f"{law.code} {law.title}" if law.code else f"《{law.title}》"
    return any_standard_link(edition, id).text
