"""The table of seeded mistakes: each is laid over the real standards and must be found once, where the editor looks."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import rules
from generator.diagnostics import Diagnostic
from generator.load.reader import parse
from generator.pipeline import inspect
from tests.kit import ROOT, TODAY, lay_over

TABLES = sorted((ROOT / "tests" / "mistakes").glob("*.yml"))
MISTAKES: list[dict[str, Any]] = [
    {**entry, "family": path.stem} for path in TABLES for entry in yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
]


@pytest.fixture(scope="module", autouse=True)
def parsed_once() -> Iterator[None]:
    """Text that many mistakes have in common is parsed once, which halves the time that the table takes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.load.folder.parse", functools.cache(parse))
        yield


@pytest.fixture(scope="session")
def clean() -> Counter[tuple[str, str, str]]:
    """What is found in the real standards as they are: notes about planned standards, say."""
    return Counter(map(what, inspect(ROOT, today=TODAY)[1]))


def what(finding: Diagnostic) -> tuple[str, str, str]:
    """A finding without its line, which shifts when text is put in above it."""
    return finding.code, finding.place.file, finding.message()


def line_of(path: Path, entry: dict[str, Any]) -> int:
    """The line where the editor has to look: the first with `line` after `after`, else the only one; 1 if not said."""
    if "line" not in entry:
        return 1
    text = path.read_text("utf-8", errors="replace")
    start = 0
    if "after" in entry:
        assert entry["after"] in text, entry["after"]
        start = text.index(entry["after"]) + len(entry["after"])
        assert entry["line"] in text[start:], entry["line"]
    else:
        assert text.count(entry["line"]) == 1, f"{entry['line']!r} stands {text.count(entry['line'])} times"
    return text.count("\n", 0, text.index(entry["line"], start)) + 1


def new(root: Path, clean: Counter[tuple[str, str, str]]) -> Iterator[Diagnostic]:
    """The findings that the clean standards do not have."""
    known = clean.copy()
    for finding in inspect(root, today=TODAY)[1]:
        if known[what(finding)]:
            known[what(finding)] -= 1
        else:
            yield finding


@pytest.mark.parametrize("entry", MISTAKES, ids=lambda entry: entry["name"])
def test_mistake(entry: dict[str, Any], tmp_path: Path, clean: Counter[tuple[str, str, str]]) -> None:
    """The mistake gives its finding, at its file and line, and no other."""
    file = entry.get("at", lay_over(tmp_path, entry["changes"]))
    found = [(f.code, f.place.file, f.place.line, f.message()) for f in new(tmp_path, clean)]
    assert [f[:3] for f in found] == [(entry["code"], file, line_of(tmp_path / file, entry))], found


def test_totals() -> None:
    """There are 120 mistakes or more, by 60 rules or more, and 40 or more whose cause and effect lie in two files."""
    names = [entry["name"] for entry in MISTAKES]
    assert len(names) == len(set(names)) >= 120
    codes = Counter(entry["code"] for entry in MISTAKES)
    assert len(codes) >= 60
    assert codes.keys() <= rules.CATALOGUE.keys()
    assert max(codes.values()) <= 4
    assert sum(entry.get("across") == "true" for entry in MISTAKES) >= 40
