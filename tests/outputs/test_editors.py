"""The page for editors tells the truth: its files, codes, commands, examples, message and pictures are the real ones."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from generator import report, rules
from generator.diagnostics import Severity
from generator.load.folder import REGISTER_FILES, STANDARD_FILES
from generator.model.edition import Edition, Heading, Page
from generator.model.lifecycle import LABELS, Shown, shown
from generator.model.standard import ClauseType, Status
from generator.outputs.site import pages
from generator.views.editors import CHANGES, EXAMPLE, FAMILIES, SEVERITIES, editors_view
from tests.kit import ROOT, TODAY, edition, findings, overlay

LESSON = ("limit", "sentence", "add", "remove", "retire", "item", "question", "english")
"""The changes that the page makes to the example, in its order; the waiver is an example apart."""


@pytest.fixture(scope="module")
def page(real: Edition) -> Page:
    """The page as it is published."""
    return next(p for p in pages(real) if p.url == "manage/editors/")


@pytest.fixture(scope="module")
def pictures(page: Page) -> list[ET.Element]:
    """Its drawings."""
    drawn = re.findall(r'<svg class="sb-pic".*?</svg>', page.body, re.S)
    return [ET.fromstring(svg) for svg in drawn]  # noqa: S314


def told(page: Page) -> str:
    """Its words without markup."""
    return unescape(re.sub(r"<[^>]+>", " ", page.body))


def applied(old: str, lines: tuple[tuple[str, str], ...]) -> str:
    """A file with a change of the page made to it."""
    before = "".join(f"{text}\n" for mark, text in lines if mark != "+")
    after = "".join(f"{text}\n" for mark, text in lines if mark != "-")
    assert old.count(before) == 1, f"the example does not stand (once) in the real file:\n{before}"
    return old.replace(before, after)


def lesson(folder: Path, real: Edition, names: tuple[str, ...]) -> Path:
    """The real standards with some of the page's changes."""
    snippets = editors_view(real).snippets
    files: dict[str, str] = {}
    for name in names:
        snippet = snippets[name]
        path = ROOT / snippet.file
        old = files.get(snippet.file) or (path.read_text("utf-8") if path.exists() else "\n")
        made = applied(old, snippet.lines) if snippet.lines[0][0] != "+" or len({m for m, _ in snippet.lines}) > 1 else None
        files[snippet.file] = made or old + "".join(f"{text}\n" for _, text in snippet.lines)
    return overlay(folder, dict(files), ROOT)


def found(root: Path, today: date = TODAY) -> set[str]:
    """Codes of errors and warnings."""
    return {f.code for f in findings(root, today) if f.severity is not Severity.NOTE}


def test_every_section_can_be_reached(page: Page, real: Edition) -> None:
    """Each heading of the table of contents and each link within the page leads to one place, once."""
    ids = re.findall(r' id="([^"]+)"', page.body)
    assert len(ids) == len(set(ids))

    def anchors(headings: tuple[Heading, ...]) -> list[str]:
        return [a for h in headings for a in (h.id, *anchors(h.children))]

    wanted = {*anchors(page.headings), *re.findall(r'href="#([^"]+)"', page.body)}
    assert wanted <= set(ids)
    assert all(id.startswith("_") for id in wanted)
    manage = next(p for p in pages(real) if p.url == "manage/")
    assert 'href="../manage/editors/"' in manage.body


def test_codes_commands_and_files_exist(page: Page) -> None:
    """Whatever rule, command, file or planned standard the page names is there."""
    words = told(page)
    assert set(re.findall(r"\b[SRWNLCQG][1-8]\d{2}\b", words)) <= set(rules.CATALOGUE)
    known = set(re.findall(r"^## `stdbook ([a-z]+)`", (ROOT / "docs" / "commands.md").read_text("utf-8"), re.M))
    commands = set(re.findall(r"stdbook ([a-z]+)", words))
    assert {"check", "explain", "serve", "new", "fmt"} <= commands <= known
    names = {Path(name).name for name in re.findall(r"[\w./-]+\.yml", words)}
    assert names <= {*STANDARD_FILES, *REGISTER_FILES, "waivers.yml"}
    catalogue = (ROOT / "standards" / "registers" / "catalogue.yml").read_text("utf-8")
    for id, title in re.findall(r"stdbook new \w+ ([gz]\d{3}-\d{2}) --title (\S+)", words):
        assert f"id: {id}\n  title: {title}\n" in catalogue
    for mistake in re.findall(r'href="#_rule-(\w+)"', page.body):
        assert (ROOT / "docs" / "rules" / f"{mistake}.md").is_file()


def test_every_file_and_rule_is_shown(page: Page) -> None:
    """No file of a standard, no family and no rule is left out."""
    assert all(f">{name}</text>" in page.body for name in STANDARD_FILES)
    assert {code[0] for code in rules.CATALOGUE} == set(FAMILIES)
    assert set(re.findall(r'id="_rule-(\w+)"', page.body)) == set(rules.CATALOGUE)
    assert {s: words[0] for s, words in SEVERITIES.items()} == {s: names[0] for s, names in report.NAMES.items()}


def test_the_message_is_the_tools_own(tmp_path: Path, real: Edition) -> None:
    """The message that is taken apart is, to the letter, what `stdbook check` prints when that limit is relaxed."""
    old = "    value: 1\n    unit: 小时"
    root = overlay(tmp_path, {f"standards/management/{EXAMPLE}/standard.yml": (old, old.replace("1", "2"))}, ROOT)
    finding = next(f for f in findings(root) if f.code == "N403")
    view = editors_view(real)
    assert report.text([finding], root, "zh").startswith(view.message + "\n")
    parts = "".join(line for part in view.parts for line in part.lines)
    assert all(piece in parts for piece in (finding.place.file, f"错误 {finding.code}", finding.message(), finding.hint()))


def test_the_examples_work(tmp_path: Path, real: Edition) -> None:
    """Every change stands in the real files; each step raises what the page says, and the last leaves only what it names."""
    assert set(CHANGES) == {*LESSON, "waiver"}
    assert found(lesson(tmp_path / "1", real, LESSON[:2])) == set()
    assert found(lesson(tmp_path / "2", real, LESSON[:3])) == {"C606", "C608"}
    assert found(lesson(tmp_path / "3", real, LESSON[:5])) == {"C606", "C608", "R214"}
    assert found(lesson(tmp_path / "4", real, LESSON)) == {"R214"}


def test_the_waiver_works(tmp_path: Path, real: Edition) -> None:
    """The example of a waiver silences its warning until its day, and says so afterwards."""
    names = ("add", "item", "waiver")
    assert found(lesson(tmp_path / "on", real, names)) == set()
    assert "L516" in found(lesson(tmp_path / "after", real, names), date(2027, 1, 1))


def test_a_new_version_is_made_as_told(tmp_path: Path) -> None:
    """Old files copied to versions/, a draft outside, then approved: readers see the old text until the new takes effect."""
    folder = f"standards/management/{EXAMPLE}"
    files = {name: (ROOT / folder / name).read_text("utf-8") for name in STANDARD_FILES}
    kept = {f"{folder}/versions/1.0.0/{name}": text for name, text in files.items()}
    entry = "    reason: 首次发布。\n"
    english = files["en.yml"].replace("version: 1.0.0", "version: 1.1.0", 1)
    working = files["standard.yml"].replace("version: 1.0.0", "version: 1.1.0", 1)
    working = working.replace(entry, f"{entry}  - version: 1.1.0\n    date: 2026-11-20\n    reason: 缩短整改时限。\n")
    draft = working.replace("status: in_force", "status: draft")
    approved = working.replace("status: in_force", "status: approved").replace("2026-04-01\n", "2026-12-01\n", 1)
    approved = re.sub(r"^(published|  last): 2026-03-01", r"\1: 2026-11-22", approved, flags=re.M)
    for text, day, version in (
        (draft, TODAY, "1.0.0"),
        (approved, TODAY, "1.0.0"),
        (approved, date(2026, 12, 1), "1.1.0"),
    ):
        root = overlay(tmp_path, {**kept, f"{folder}/standard.yml": text, f"{folder}/en.yml": english}, ROOT)
        assert found(root, day) == set()
        assert edition(root, day).documents[EXAMPLE].standard.version == version


def test_verbs_references_and_statuses_are_complete(real: Edition) -> None:
    """Five clause types; every reference resolves; every status, with the label that readers see."""
    view = editors_view(real)
    assert [v.key for v in view.verbs] == [t.value for t in ClauseType]
    assert all("{" not in w.shown for w in view.written)
    assert [s.key for s in view.states] == [s.value for s in Status]
    standard = real.documents[EXAMPLE].standard
    for state in view.states:
        day = TODAY if state.key != "approved" else date(2026, 1, 1)
        gone = {"withdrawn": TODAY} if state.key == "withdrawn" else {}
        seen = shown(standard.model_copy(update={"status": Status(state.key), **gone}), day)
        assert (state.shown, state.style) == (LABELS[seen][0], Shown(seen).value)


def test_pictures_speak(pictures: list[ET.Element]) -> None:
    """Six drawings with a name, a description and real text, none wider than a phone."""
    assert len(pictures) == 6
    for svg in pictures:
        assert svg.get("role") == "img"
        ids = {e.get("id"): "".join(e.itertext()).strip() for e in svg if e.tag in ("title", "desc")}
        assert list(ids) == (svg.get("aria-labelledby") or "").split()
        assert all(len(words) >= 5 for words in ids.values())
        assert sum(1 for _ in svg.iter("text")) > 10
        assert float(svg.get("width") or 0) <= 358
        assert not list(svg.iter("image"))
