"""The English overlay `en.yml`: the same ids, the words in English."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from generator.model.node import Node, Text, Version


class ClauseEnglish(Node):
    """English words of a clause."""

    title: Text | None = None
    """标题。"""
    text: Text | None = None
    """条文（shall / should / may / can 与条款类型一致）。"""
    items: tuple[Text, ...] = ()
    """列项。"""


class Clauses(Node):
    """Clause id to its English words."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, ClauseEnglish] = Field(init=False)


class Words(Node):
    """An id to its English words."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Text] = Field(init=False)


class English(Node):
    """The file `en.yml`."""

    version: Version
    """所译标准的版次。"""
    title: Text
    """英文名称。"""
    foreword: Text | None = None
    """前言。"""
    scope: Text
    """范围。"""
    clauses: Clauses
    """条款标识 → 英文。"""
    terms: Words | None = None
    """术语标识 → 英文定义。"""
    parameters: Words | None = None
    """参数标识 → 英文名称（含适用范围）。"""
    records: Words | None = None
    """表单标识 → 英文名称。"""

    def clause(self, id: str) -> ClauseEnglish | None:
        """The words of a clause, or None where it is not translated."""
        return (self.clauses.__pydantic_extra__ or {}).get(id)

    def word(self, of: Literal["terms", "parameters", "records"], id: str) -> str | None:
        """The English of a term's definition, a parameter's or a record's name; None if not translated."""
        words: Words | None = getattr(self, of)
        return (words.__pydantic_extra__ or {}).get(id) if words else None
