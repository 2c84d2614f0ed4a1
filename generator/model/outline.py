"""The clause tree with numbers computed from position, as GB/T 1.1 numbers it.

Chapters 1 范围, 2 规范性引用文件 and 3 术语和定义 come from their own fields and always stand (their headings are
kept even when empty, GB/T 1.1-2020); the chapters of `clauses` follow from 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.standard import Clause, ClauseType, Part, Standard

PART_TITLES: dict[Part, tuple[str, str]] = {
    Part.GENERAL: ("总则", "General"),
    Part.RESPONSIBILITIES: ("职责", "Responsibilities"),
    Part.REQUIREMENTS: ("管理内容与要求", "Content and requirements"),
    Part.RECORDS: ("报告和记录", "Reports and records"),
    Part.ASSESSMENT: ("检查与考核", "Inspection and assessment"),
    Part.QUALIFICATION: ("任职条件", "Qualification"),
    Part.AUTHORITY: ("权限", "Authority"),
    Part.WORK: ("工作内容与要求", "Work content and requirements"),
    Part.QUALITY: ("工作质量", "Quality of work"),
}

SCOPE, REFERENCES, TERMS = "scope", "references", "terms"
RESERVED_IDS = {
    SCOPE: ("范围", "Scope"),
    REFERENCES: ("规范性引用文件", "Normative references"),
    TERMS: ("术语和定义", "Terms and definitions"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause at its position: `number` such as 5.2.3, `parents` from the chapter down (outermost first)."""

    clause: Clause
    number: str
    parents: tuple[Clause, ...]

    @property
    def id(self) -> str:
        return self.clause.id

    @property
    def depth(self) -> int:
        return len(self.parents) + 1

    @property
    def chapter(self) -> Clause:
        return self.parents[0] if self.parents else self.clause

    @property
    def leaf(self) -> bool:
        return not self.clause.clauses


def outline(standard: Standard) -> Iterator[Entry]:
    """Every clause of a standard in reading order, chapters 1 to 3 included."""
    yield from _walk(_front(standard), (), "", 1)
    yield from _walk(standard.clauses, (), "", 4)


def _walk(clauses: tuple[Clause, ...], parents: tuple[Clause, ...], prefix: str, first: int) -> Iterator[Entry]:
    for position, clause in enumerate(clauses, first):
        number = f"{prefix}{position}"
        yield Entry(clause, number, parents)
        yield from _walk(clause.clauses, (*parents, clause), f"{number}.", 1)


def _front(standard: Standard) -> tuple[Clause, ...]:
    terms = tuple(
        _clause(standard, term.id, title=term.zh, type=ClauseType.STATEMENT, text=term.definition) for term in standard.terms
    )
    return (
        _clause(standard, SCOPE, title="范围", type=ClauseType.STATEMENT, text=standard.scope),
        _clause(standard, REFERENCES, title="规范性引用文件"),
        _clause(standard, TERMS, title="术语和定义", clauses=terms),
    )


def _clause(standard: Standard, id: str, **fields: Any) -> Clause:
    return Clause.model_construct(place=standard.place, id=id, **fields)
