"""The tables of edits over the real standards: each is told with its place, kind and grade, and nothing else is."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.history.change import Grade
from generator.history.diff import diff
from generator.history.snapshot import snapshot
from generator.load.reader import parse
from generator.model.corpus import Corpus
from tests.kit import ROOT, lay_over

TABLES = ("own", "blind", "fresh")
UNSEEN = ("blind", "fresh")
"""Written by who had not seen how changes are graded."""
EDITS: list[dict[str, Any]] = [
    {**entry, "table": table}
    for table in TABLES
    if (path := ROOT / "tests" / "history" / f"{table}.yml").is_file()
    for entry in yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
]


@pytest.fixture(scope="module", autouse=True)
def parsed_once() -> Iterator[None]:
    """Text that many edits have in common is parsed once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.load.folder.parse", functools.cache(parse))
        yield


@pytest.fixture(scope="module")
def before() -> Corpus:
    """The real standards as they are."""
    return snapshot(str(ROOT), ROOT)


@pytest.mark.parametrize("entry", EDITS, ids=lambda entry: f"{entry['table']}: {entry['name']}")
def test_edit(entry: dict[str, Any], tmp_path: Path, before: Corpus) -> None:
    """The edit is told by exactly the changes that the table names."""
    lay_over(tmp_path, entry["changes"])
    found = diff(before, snapshot(str(tmp_path), tmp_path))
    told = Counter((c.ref, c.kind, c.grade.value) for c in found)
    wanted = Counter((e["ref"], e["kind"], e["grade"]) for e in entry["expect"] or ())
    for e in entry["expect"] or ():
        for name in {"split", "merged"} & e.keys():
            others = [getattr(c, name) for c in found if (c.ref, c.grade) == (e["ref"], e["grade"])]
            assert [set(refs) for refs in others] == [{e[name]} if isinstance(e[name], str) else set(e[name])]
    assert told == wanted, "\n".join(f"{c.grade} {c.kind} {c.ref}: {c.old} -> {c.new}" for c in found)


def test_totals() -> None:
    """There are 80 edits or more, 8 or more of each grade, 20 or more controls; those written blindly are at least half."""
    assert len({entry["name"] for entry in EDITS}) == len(EDITS) >= 80
    grades = Counter(e["grade"] for entry in EDITS for e in entry["expect"] or ())
    assert grades.keys() == {grade.value for grade in Grade}
    assert min(grades.values()) >= 8
    assert sum(not entry["expect"] for entry in EDITS) >= 20
    assert 2 * sum(entry["table"] in UNSEEN for entry in EDITS) >= len(EDITS)
