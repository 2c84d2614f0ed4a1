"""Each page of the manual of rules is a test: its right example stands in the smallest corpus, its wrong one gives its code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import rules
from generator.diagnostics import Severity
from generator.pipeline import inspect
from tests.kit import ROOT, SMALLEST, TODAY, WORK, findings, overlay

PAGES = sorted((ROOT / "docs" / "rules").glob("[A-Z][0-9]*.md"))
BLOCK = re.compile(r"## (错误|正确)\n+```yaml\n# (\S+)\n(.*?)```", re.DOTALL)


def example(page: Path) -> tuple[str, str, str] | None:
    """The file, the wrong text and the right text of a manual page."""
    found = {kind: (file, text) for kind, file, text in BLOCK.findall(page.read_text("utf-8"))}
    if not found:
        return None
    return found["错误"][0], found["错误"][1], found["正确"][1]


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    """The catalogue and the manual name the same codes."""
    assert {page.stem for page in PAGES} == set(rules.CATALOGUE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_manual_page(page: Path, tmp_path: Path) -> None:
    """The wrong example gives exactly this rule at a line of the example; the right one stands in the clean corpus."""
    title = page.read_text("utf-8").splitlines()[0]
    assert title == f"# {page.stem} {rules.CATALOGUE[page.stem].title}"
    given = example(page)
    if given is None:
        named = re.search(r"试验：`(tests/\S+)`", page.read_text("utf-8"))
        assert named, "a page without an example names its test"
        assert page.stem in (ROOT / named[1]).read_text("utf-8")
        return
    file, wrong, right = given
    root = overlay(tmp_path, {f"standards/{file}": (right, wrong)})
    found = findings(root)
    assert {f.code for f in found} == {page.stem}
    text = (root / "standards" / file).read_text("utf-8")
    first = text[: text.index(wrong)].count("\n") + 1
    span = range(first, first + wrong.count("\n"))
    assert any(f.place.file == f"standards/{file}" and f.place.line in span for f in found)


def test_planned_standards_are_notes() -> None:
    """R203: a standard that is only in the catalogue is noted where it is listed, and blocks nothing."""
    made, found = inspect(SMALLEST, today=TODAY)
    assert made is not None
    assert [(f.code, f.severity, f.place.line) for f in found] == [("R203", Severity.NOTE, 22)]


def test_seven_levels_are_too_deep(tmp_path: Path) -> None:
    """S129: the seventh level of clauses is refused, the sixth is not."""
    leaf = "{id: deep-LEVEL-INDEX, type: recommendation, text: 记录宜按 LEVEL-INDEX 整理。}"

    def nest(level: int, last: int) -> str:
        first = nest(level + 1, last) if level < last else leaf.replace("LEVEL-INDEX", f"{level}-a")
        second = leaf.replace("LEVEL-INDEX", f"{level}-b")
        return f"{{id: nest-{level}, title: 层, clauses: [{first}, {second}]}}"

    anchor = "      - id: tidy\n"
    for last, codes in ((5, []), (6, ["S129", "S129"])):
        root = overlay(tmp_path, {WORK: (anchor, f"      - {nest(2, last)}\n{anchor}")})
        assert [f.code for f in findings(root)] == codes
