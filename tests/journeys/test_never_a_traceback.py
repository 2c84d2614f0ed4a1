"""Odd knowledge bases and odd commands: a finding or one line with 未完成, never a traceback, nothing lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.cli import main
from generator.model.edition import Page
from generator.pipeline import publish
from tests.kit import SMALLEST, STANDARD, TODAY, WORK, edition, findings, overlay

SETTINGS = "standards/settings.yml"
VERSION = "standards/management/g201-01/versions/0.9.0/standard.yml"


def earlier() -> str:
    """The standard's text as version 0.9.0, in force from 2025-01-01."""
    text = (SMALLEST / STANDARD).read_text("utf-8").replace("201.01—2026", "201.01—2024")
    text = text.replace("version: 1.0.0\npub", "version: 0.9.0\npub").replace("published: 2026-03-01", "published: 2024-12-01")
    text = text.replace("  - version: 1.0.0\n    date: 2026-03-01", "  - version: 0.9.0\n    date: 2024-12-01")
    return text.replace("2026-04-01", "2025-01-01").replace("last: 2026-03-01", "last: 2024-12-01")


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        pytest.param({VERSION: earlier().replace("{p-reply}", "{p-nothing}")}, {"R205"}, id="broken released version"),
        pytest.param({VERSION: earlier().replace("0.9.0", "0.8.0")}, {"S122"}, id="version folder of another name"),
        pytest.param(
            {STANDARD: ("control: 双人核对", "control: 按{g201-02#p-fee}收费")}, {"R205"}, id="limit of a planned standard"
        ),
        pytest.param({STANDARD: ("  last: 2026-03-01\n", "  last: 9999-01-01\n")}, {"S115"}, id="absurd year"),
        pytest.param({STANDARD: ("    value: 3\n", f"    value: {'9' * 40}\n")}, {"S116"}, id="absurd number"),
        pytest.param({SETTINGS: ('{id: "01", zh', '{id: "02", zh')}, {"S131"}, id="unregistered domain"),
        pytest.param({SETTINGS: ("http://localhost:8000/", "localhost:8000")}, {"S114"}, id="address without scheme"),
        pytest.param({SETTINGS: b""}, {"S106"}, id="empty settings"),
        pytest.param({"standards/registers/positions.yml": "a: 1\n"}, {"S118"}, id="register that is no list"),
    ],
)
def test_mistakes_are_findings(changes: dict[str, str], codes: set[str], tmp_path: Path) -> None:
    """The mistake is found as such; nothing else stops the check."""
    assert {f.code for f in findings(overlay(tmp_path, changes))} == codes


@pytest.mark.parametrize(
    "gone",
    [["en.yml"], ["questions.yml"], ["checklists.yml", "questions.yml", "en.yml"]],
    ids=lambda names: "+".join(names),
)
def test_optional_files_may_be_absent(gone: list[str], tmp_path: Path) -> None:
    """A standard without English, questions or checklists is published, and links to no page that is not there."""
    root = overlay(tmp_path, {})
    for name in gone:
        (root / "standards/management/g201-01" / name).unlink()
    pages = {a.url: a for a in publish(root, today=TODAY).artifacts if isinstance(a, Page)}
    assert ("en/standards/g201-01/" in pages) == ("en.yml" not in gone)
    for page in pages.values():
        assert ("en/standards/g201-01/" in page.body) <= ("en.yml" not in gone), page.url


def test_an_empty_knowledge_base_has_a_site(tmp_path: Path) -> None:
    """With no standard at all, the pages say so by being empty."""
    root = overlay(tmp_path, {})
    for folder in ("management/g201-01", "work/z301-01"):
        for path in (root / "standards" / folder).iterdir():
            path.unlink()
        (root / "standards" / folder).rmdir()
    assert any(isinstance(a, Page) and a.url == "" for a in publish(root, today=TODAY).artifacts)


def test_a_withdrawn_standard_does_not_bring_back_the_old_one(tmp_path: Path) -> None:
    """After the withdrawal of the newest version nothing is in force, before it the newest is."""
    withdrawn = (SMALLEST / STANDARD).read_text("utf-8").replace("status: in_force", "status: withdrawn")
    withdrawn = withdrawn.replace(
        "effective: 2026-04-01", "effective: 2026-04-01\nwithdrawn: 2026-05-01\nwithdrawn_reason: 合并。"
    )
    corpus = edition(overlay(tmp_path, {VERSION: earlier(), STANDARD: withdrawn}), date(2026, 3, 1)).corpus
    assert corpus.on(date(2026, 3, 1))["g201-01"].standard.version == "0.9.0"
    assert corpus.on(date(2026, 4, 30))["g201-01"].standard.version == "1.0.0"
    assert "g201-01" not in corpus.on(date(2026, 5, 1))


def test_readers_and_commands_see_the_same_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """While version 0.9.0 governs, `show` finds its clauses, not those of the text to come."""
    retired = ("changelog:\n", "retired_ids: [remote-old]\nchangelog:\n")
    root = overlay(tmp_path, {VERSION: earlier().replace("id: remote\n", "id: remote-old\n"), STANDARD: retired})
    assert main(["-C", str(root), "--today", "2026-03-15", "show", "g201-01#remote-old"]) == 0
    assert "远程抄表" in capsys.readouterr().out
    assert main(["-C", str(root), "--today", "2026-03-15", "show", "g201-01#remote"]) == 2


@pytest.mark.parametrize("target", ["standards", ".", "notes"])
def test_build_never_replaces_what_it_did_not_make(target: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The knowledge base, what holds it, and a folder of someone else stay as they are."""
    root = overlay(tmp_path, {})
    (root / "notes").mkdir()
    (root / "notes" / "mine.txt").write_text("keep", "utf-8")
    before = sorted(root.rglob("*"))
    assert main(["-C", str(root), "build", "--site-dir", target]) == 2
    assert "未完成" in capsys.readouterr().err
    assert sorted(root.rglob("*")) == before


def test_a_built_site_is_replaced_by_the_next_build(tmp_path: Path) -> None:
    """The second build takes the place of the first."""
    root = overlay(tmp_path, {WORK: ("title: 抄表员工作标准", "title: 抄表岗工作标准")})
    for _ in range(2):
        assert main(["-C", str(root), "--today", "2026-11-23", "build"]) == 0
    assert "抄表岗工作标准" in (root / "site" / "standards" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "/tmp"],
        ["check", "nowhere"],
        ["show", "g999-01"],
        ["checklist", "z301-01", "--out", "out"],
        ["quiz", "--position", "nobody", "--out", "out"],
        ["quiz", "--count", "9999", "--out", "out"],
        ["quiz", "--format", "paper,odd", "--out", "out"],
        ["checklist", "--out", "standards/settings.yml/x"],
        ["explain", "X999"],
    ],
    ids=" ".join,
)
def test_wrong_arguments_say_what_is_wrong(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, and a line that begins with 未完成."""
    root = overlay(tmp_path, {})
    made = [str(root / a) if a.startswith(("out", "standards/")) else a for a in arguments]
    assert main(["-C", str(root), *made]) == 2
    assert capsys.readouterr().err.splitlines()[-2 if made[0] != "explain" else 0 :][0].startswith("未完成")


@pytest.mark.parametrize(
    "arguments", [["search", "x", "--limit", "-1"], ["serve", "--port", "99999"], ["quiz", "--forms", "0", "--out", "o"]]
)
def test_numbers_out_of_range_are_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The command line names the argument."""
    with pytest.raises(SystemExit) as stopped:
        main(["-C", str(SMALLEST), *arguments])
    assert stopped.value.code == 2
    assert arguments[-2] in capsys.readouterr().err or arguments[-4] in arguments
