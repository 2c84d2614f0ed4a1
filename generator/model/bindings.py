"""What someone re-read and found right: the file `bindings.yml`, written by `stdbook confirm` and never by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from generator.model.node import DIGEST, Day, Node, Role, Slug, Text

Group = Literal["questions", "checklists", "english"]
GROUPS: tuple[Group, ...] = ("questions", "checklists", "english")
Digest = Annotated[str, StringConstraints(pattern=DIGEST)]


class Limits(Node):
    """A parameter (`p-…`, or `g208-01#p-…` of another standard) to its value as readers saw it."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Text] = Field(init=False)

    @property
    def shown(self) -> Mapping[str, str]:
        """Parameter to value."""
        return self.__pydantic_extra__ or {}


class Binding(Node):
    """One question, checklist item or translated clause, and the fingerprint of what it rested on when it was read."""

    of: Slug
    """试题、检查项的标识；英文写条款标识。"""
    fingerprint: Digest
    """重读那天所依据内容的指纹。"""
    words: Digest | None = None
    """其中条文的指纹。"""
    roles: tuple[Slug, ...] = ()
    """其中的岗位和部门。"""
    limits: Limits | None = None
    """其中的限值。"""
    by: Role
    """谁重读的。"""
    date: Day
    """哪一天重读的。"""
    seal: Digest
    """这一行的校验码：手改任何一处都对不上。"""

    @property
    def sealed(self) -> str:
        """The seal that belongs to the entry."""
        limits = self.limits.shown if self.limits else {}
        said = [self.of, self.fingerprint, self.words or "", *self.roles, *(f"{k}={v}" for k, v in sorted(limits.items()))]
        return digest(*said, self.by, self.date.isoformat())


class Bindings(Node):
    """The file `bindings.yml`."""

    questions: tuple[Binding, ...] = ()
    """试题。"""
    checklists: tuple[Binding, ...] = ()
    """检查项。"""
    english: tuple[Binding, ...] = ()
    """英文条款。"""

    def all(self) -> Iterator[tuple[Group, Binding]]:
        """Every entry with the group that it stands in."""
        for group in GROUPS:
            yield from ((group, one) for one in getattr(self, group))

    def of(self, group: Group, id: str) -> Binding | None:
        """The entry of one item, or None where it was never confirmed."""
        return next((one for one in getattr(self, group) if one.of == id), None)


def digest(*said: str) -> str:
    """Twelve hexadecimal digits that depend on every part and on their order."""
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:12]
