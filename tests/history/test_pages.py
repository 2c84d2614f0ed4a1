"""Pages and files about versions: the list of changes, the system table, the feed and the calendar."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as Xml

from icalendar import Calendar

from generator.history.review import PRESSING, review
from generator.model.edition import Artifact, Edition, Page
from generator.outputs.changes import changes
from generator.pipeline import inspect, load
from generator.views.system import system_view
from tests.kit import ROOT, TODAY, overlay


def test_every_version_is_in_list_feed_and_calendar(real: Edition) -> None:
    """Each published version is told once in the page, the feed and the calendar; the feed and calendar can be read."""
    made = list(changes(real))
    page = next(a for a in made if isinstance(a, Page) and a.url == "changes/")
    files = {a.path: a.content for a in made if isinstance(a, Artifact)}
    versions = [d for d in real.corpus.documents if d.standard.effective]
    assert page.body.count('<section class="sb-release"') == len(versions)
    entries = Xml.fromstring(files["changes/feed.atom"]).findall("{http://www.w3.org/2005/Atom}entry")  # noqa: S314
    assert len(entries) == len(versions)
    events = list(Calendar.from_ical(files["changes/dates.ics"]).walk("VEVENT"))
    assert sum(str(e["UID"]).startswith("effective-") for e in events) == len(versions)
    assert len({str(e["UID"]) for e in events}) == len(events)
    assert {a.content for a in changes(real) if isinstance(a, Artifact)} == set(files.values())


def test_the_redline_shows_the_demonstration_history(real: Edition) -> None:
    """The two limits that changed from the first edition to the second are told, with both values."""
    pages = {a.url: a.body for a in changes(real) if isinstance(a, Page)}
    summary = pages["standards/g211-01/changes/1.0.0-1.1.0/"].split('id="_text"')[0]
    assert summary.count("<li data-posts") == 2
    assert "<del>季度</del><ins>月</ins>" in summary
    assert "有机械作业的施工点" in summary


def test_the_pages_of_changes_are_in_english_too(real: Edition) -> None:
    """The same versions and changes under en/, in English where there is a translation, each page leading to the other."""
    pages = {a.url: a for a in changes(real) if isinstance(a, Page)}
    english = {url.removeprefix("en/"): page for url, page in pages.items() if url.startswith("en/")}
    assert english.keys() == {url for url in pages if not url.startswith("en/")}
    for url, page in english.items():
        assert page.lang == "en"
        assert page.body.count("<li data-posts") == pages[url].body.count("<li data-posts")
        assert f'hreflang="zh-CN" href="{"../" * page.url.count("/")}{url}"' in page.body
        assert f'hreflang="en" href="{"../" * url.count("/")}en/{url}"' in pages[url].body
    summary = english["standards/g211-01/changes/1.0.0-1.1.0/"].body.split('id="_text"')[0]
    assert "every <del>quarter</del><ins>month</ins>" in summary
    words = re.sub(r'<(\w+)[^>]* lang="zh-CN".*?</\1>|<a [^>]*hreflang.*?</a>|<[^>]*>?', "", summary)
    assert not re.search("[\u4e00-\u9fff]", words), words


def test_the_system_table_counts_every_standard(real: Edition) -> None:
    """Written and planned standards stand in the list once, and the sums agree."""
    view = system_view(real)
    ids = {*real.documents, *(e.id for e in real.corpus.registers.catalogue)}
    assert len(view.listing) == len(ids)
    assert [row[0] for row in view.listing] == list(range(1, len(ids) + 1))
    assert view.statistics[-1][1][-1] == len(ids)
    assert sum(len(links) for _, domains in view.structure for _, links in domains) == len(real.documents)


def test_reviews_come_due_and_pass() -> None:
    """A review is due from ninety days before its day, and overdue after it."""
    corpus = load(ROOT)
    assert {m.sort for m in review(corpus, (), TODAY, 90)} == set()
    assert {m.sort for m in review(corpus, (), date(2029, 2, 1), 90)} == {"due"}
    assert {m.sort for m in review(corpus, (), date(2029, 4, 1), 90)} == {"overdue"}


def test_what_is_not_covered_is_told(tmp_path: Path) -> None:
    """A standard without checklists and questions, and a role without a work standard, are named, without urgency."""
    root = overlay(tmp_path, {}, ROOT)
    for name in ("checklists.yml", "questions.yml"):
        (root / "standards" / "management" / "g208-01" / name).unlink()
    _, findings = inspect(root, today=TODAY)
    told = [m for m in review(load(root), findings, TODAY, 90) if m.sort == "coverage"]
    assert "coverage" not in PRESSING
    words = " ".join(m.words for m in told if m.ref.startswith("g208-01:"))
    assert "g208-01 没有检查单" in words
    assert "g208-01 只有 0 道手写试题" in words
    assert any("还没有工作标准" in m.words for m in told)
