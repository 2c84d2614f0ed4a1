"""Findings as values: where, which rule, with which facts. Formatting lives in `report`."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator import Lang

Key = str | tuple[str, int]
KEY_ITSELF = -1
"""`place[key, KEY_ITSELF]` is where the key stands, not its value."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where a YAML mapping stands: file (relative to the knowledge base), 1-based line and column.

    `place["key"]` is where the value of a key stands, `place["key", 2]` where the third item of a
    list under that key stands; an unknown key gives the mapping's own place.
    """

    file: str
    line: int = 1
    column: int = 1
    spots: Mapping[Key, tuple[int, int]] = field(default_factory=dict, compare=False, repr=False)

    def __getitem__(self, key: Key) -> Place:
        line, column = self.spots.get(key, (self.line, self.column))
        return Place(self.file, line, column)


class Severity(StrEnum):
    """ERROR blocks publication; WARNING and NOTE do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """A catalogue entry: code, severity and the words that editors read (format strings over the facts)."""

    code: str
    severity: Severity
    title: str
    message: str
    hint: str
    title_en: str
    message_en: str
    hint_en: str

    def at(self, place: Place, **facts: object) -> Diagnostic:
        """A finding of this rule at a place; `facts` fill the message, its values are shown as text."""
        return Diagnostic(place, self.code, self, tuple((k, str(v)) for k, v in facts.items()))


@dataclass(frozen=True, order=True, slots=True)
class Diagnostic:
    """One finding; sorts by file, line, column, then code."""

    place: Place
    code: str
    rule: Rule = field(compare=False)
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    def message(self, lang: Lang = "zh") -> str:
        text = self.rule.message if lang == "zh" else self.rule.message_en
        return text.format_map(dict(self.facts))

    def hint(self, lang: Lang = "zh") -> str:
        text = self.rule.hint if lang == "zh" else self.rule.hint_en
        return text.format_map(dict(self.facts))


def blocking(findings: Iterable[Diagnostic]) -> bool:
    """True when at least one finding stops publication."""
    return any(f.severity is Severity.ERROR for f in findings)


WHY = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "它是文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "已经存在",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘是只读的",
    errno.EIO: "磁盘读写失败",
    errno.ENAMETOOLONG: "名称太长",
}


def why(error: OSError) -> str:
    """What the operating system refused, in words of people."""
    return WHY.get(error.errno or 0, error.strerror or "系统没有说明原因")


class CannotRun(Exception):
    """The tool could not do its work (exit code 2); says why and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
