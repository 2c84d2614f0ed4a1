"""Two sides read and compared: what every report of changes is made from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.history.change import Change
from generator.history.diff import diff
from generator.history.snapshot import snapshot
from generator.model.corpus import Corpus


@dataclass(frozen=True)
class Comparison:
    """Two states of a knowledge base by name, and what differs between them."""

    old_name: str
    new_name: str
    old: Corpus
    new: Corpus
    changes: tuple[Change, ...]

    @cached_property
    def bumped(self) -> frozenset[str]:
        """Standards with another version number than before, new and deleted ones included."""
        ids = {*self.old.working, *self.new.working}
        return frozenset(id for id in ids if self.versions(id)[0] != self.versions(id)[1])

    def versions(self, id: str) -> tuple[str, str]:
        """The version of a standard on both sides; empty where it is not there."""
        one, two = (c.working[id].standard.version if id in c.working else "" for c in (self.old, self.new))
        return one, two

    @property
    def in_meaning(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.in_meaning)


def compare(root: Path, old: str, new: str | None) -> Comparison:
    """Compares two folders or revisions; without `new`, the working tree at `root`. Raises CannotRun for an unreadable side."""
    one, two = snapshot(old, root), snapshot(new or str(root), root)
    return Comparison(old, new or "工作区", one, two, diff(one, two))
