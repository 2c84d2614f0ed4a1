"""An error in a draft leaves that draft out, visibly; an error in text in force stops the build."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.model.edition import Page
from generator.pipeline import inspect, publish
from tests.kit import STANDARD, TODAY, WORK, overlay

VERSION = STANDARD.replace("standard.yml", "versions/1.0.0/standard.yml")
MISTAKES = {
    "unreadable": b"id: z301-01\nstatus: draft\ntitle: [\n",
    "misspelt key": ("safety_level: general", "safty_level: general"),
    "unknown position": ("post: reader", "post: reeder"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_the_rest_is_published(name: str, tmp_path: Path) -> None:
    """The draft has no page, the standards list and the manager's page name it, everything else is there."""
    root = overlay(tmp_path, {WORK: MISTAKES[name]})  # type: ignore[dict-item]
    made = publish(root, today=TODAY)
    assert made.edition is not None
    assert made.edition.held == {"z301-01": 1}
    pages = {a.url: a.body for a in made.artifacts if isinstance(a, Page)}
    assert "standards/g201-01/" in pages
    assert "standards/z301-01/" not in pages
    for url in ("standards/", "manage/"):
        assert "没有发布的草案" in pages[url]
        assert "Q/XX 301.01 抄表员工作标准" in pages[url]


def test_check_says_no_and_build_says_what_it_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """check exits 1; build exits 0, names the draft, and its links lead nowhere that is not there."""
    root = overlay(tmp_path, {WORK: ("post: reader", "post: reeder")})
    assert main(["-C", str(root), "--today", "2026-11-23", "check"]) == 1
    capsys.readouterr()
    assert main(["-C", str(root), "--today", "2026-11-23", "build"]) == 0
    assert "草案 z301-01 有 1 个错误，没有发布" in capsys.readouterr().err
    assert not (root / "site" / "standards" / "z301-01").exists()
    assert "standards/z301-01" not in (root / "site" / "standards" / "g201-01" / "index.html").read_text("utf-8")


def test_text_in_force_stops_the_build(tmp_path: Path) -> None:
    """The same mistake in a standard in force: no edition."""
    made, found = inspect(overlay(tmp_path, {STANDARD: ("owner: office", "owner: offce")}), today=TODAY)
    assert made is None
    assert {f.code for f in found} >= {"R204"}


def test_a_broken_new_draft_leaves_the_version_in_force(tmp_path: Path) -> None:
    """While the next version is drafted badly, readers see the released one."""
    root = overlay(tmp_path, {})
    text = (root / STANDARD).read_text("utf-8")
    (root / VERSION).parent.mkdir(parents=True)
    (root / VERSION).write_text(text, "utf-8")
    (root / STANDARD).write_text(
        text.replace("status: in_force", "status: draft").replace("owner: office", "owner: offce"), "utf-8"
    )
    made, _ = inspect(root, today=TODAY)
    assert made is not None
    assert made.held
    assert made.documents["g201-01"].standard.owner == "office"
