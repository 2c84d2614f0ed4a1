"""The versions of a standard in time: which one governs a day, and where the dates contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from generator.diagnostics import CannotRun
from generator.model.corpus import Corpus, Document
from generator.model.lifecycle import PUBLISHED


@dataclass(frozen=True, slots=True)
class Flaw:
    """Two versions of a standard that both govern the days from `first` to `last`, or that both leave them out."""

    kind: Literal["overlap", "gap"]
    id: str
    one: str
    two: str
    first: date
    last: date

    def __str__(self) -> str:
        if self.kind == "gap":
            return f"{self.id}：{self.one} 于 {self.first} 废止，{self.two} 于 {self.last} 实施，其间没有现行文本"
        if self.first == self.last:
            return f"{self.id}：{self.one} 和 {self.two} 都于 {self.first} 实施"
        return f"{self.id}：{self.two} 于 {self.first} 实施，{self.one} 到 {self.last} 才废止，其间两版都有效"


def history_of(id: str, corpus: Corpus) -> tuple[Document, ...]:
    """The published versions of a standard by effective date."""
    versions = (d for d in corpus.documents if d.id == id and d.standard.status in PUBLISHED and d.standard.effective)
    return tuple(sorted(versions, key=lambda d: d.standard.effective or date.min))


def flaws(corpus: Corpus) -> Iterator[Flaw]:
    """Overlaps and gaps in the histories of all standards."""
    for id in dict.fromkeys(d.id for d in corpus.documents):
        for one, two in pairwise(history_of(id, corpus)):
            start, end, begin = one.standard.effective, one.standard.withdrawn, two.standard.effective
            assert start is not None
            assert begin is not None
            versions = one.standard.version, two.standard.version
            if start == begin:
                yield Flaw("overlap", id, *versions, begin, begin)
            elif end is not None and end > begin:
                yield Flaw("overlap", id, *versions, begin, end)
            elif end is not None and end < begin:
                yield Flaw("gap", id, *versions, end, begin)


def governing(corpus: Corpus, day: date) -> dict[str, Document | None]:
    """Standard id to the one version that governs a day, or None. Raises CannotRun for histories that contradict themselves."""
    if found := list(flaws(corpus)):
        listed = "\n   ".join(map(str, found))
        raise CannotRun(
            f"版本的日期互相矛盾，说不出哪天执行哪一版：\n   {listed}",
            "改正 effective 或 withdrawn，使前一版的终点就是后一版的起点。",
        )
    now = corpus.on(day)
    return {id: now.get(id) for id in sorted({d.id for d in corpus.documents})}
