"""A reviewer is told of one changed limit by diff, gate, impact, stale list, comment and redline, each naming that alone."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from generator.model.edition import Page
from generator.model.prose import limit_uses
from generator.pipeline import load, publish
from tests.kit import ROOT, TODAY

FOLDER = "standards/management/g202-01"
FILE = f"{FOLDER}/standard.yml"
REF = "g202-01#total-time"


def git(root: Path, *arguments: str) -> None:
    """Runs git quietly, as somebody."""
    person = (
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.org",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "init.defaultBranch=main",
    )
    subprocess.run(["git", *person, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The real standards in a repository, and a branch that shortens one limit."""
    root = tmp_path / "repository"
    shutil.copytree(ROOT / "standards", root / "standards")
    git(root, "init")
    git(root, "add", "-A")
    git(root, "commit", "-m", "standards")
    git(root, "branch", "-M", "main")
    git(root, "switch", "-c", "shorter")
    text = (root / FILE).read_text("utf-8")
    assert text.count("value: 32\n") == 1
    (root / FILE).write_text(text.replace("value: 32\n", "value: 28\n"), "utf-8")
    git(root, "commit", "-am", "28 days")
    return root


def out(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_each_report_names_exactly_that_change(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Diff, gate, impact, the comment and the stale list tell of the limit at its clause, and of nothing else."""
    here = ["-C", str(repository)]
    assert main([*here, "diff", "main", "--format", "json"]) == 1
    made = json.loads(out(capsys))
    (change,) = made["changes"]
    assert (change["ref"], change["kind"], change["grade"]) == (REF, "limit", "tightened")
    assert (change["old"], change["new"]) == ("≤ 32 个工作日", "≤ 28 个工作日")
    assert (change["file"], change["version_bumped"]) == (FILE, False)
    assert (repository / FILE).read_text("utf-8").splitlines()[change["line"] - 1].strip() == "value: 28"
    assert sum(made["counts"].values()) == 1

    assert main([*here, "diff", "main", "--gate"]) == 1
    text = out(capsys)
    assert text.count("错误 G801") == 1
    assert REF in text

    assert main([*here, "impact", "main", "--json"]) == 1
    touched = json.loads(out(capsys))
    assert [c["ref"] for c in touched["changes"]] == [REF]
    assert touched["questions"] == ["g202-01.q-10kv-dual"]
    assert touched["checklist_items"] == ["g202-01.total-met"]
    assert "g202-01#nature-of-limits" in touched["citing"]

    assert main([*here, "diff", "main", "--format", "markdown", "--gate"]) == 1
    comment = out(capsys)
    assert comment.count("- **加严**") == 1
    assert len(re.findall(r"^- \*\*", comment, re.MULTILINE)) == 1
    assert "<del>32</del><ins>28</ins>" in comment
    assert "g202-01.q-10kv-dual" in comment

    assert main([*here, "questions", "--stale", "--json"]) == 1
    stale = json.loads(out(capsys))["stale"]
    assert [(s["id"], s["ref"]) for s in stale] == [("g202-01.q-10kv-dual", REF), ("g202-01.total-met", REF)]
    assert all("≤ 32 个工作日 → ≤ 28 个工作日" in s["reason"] for s in stale)
    assert sorted(s["id"] for s in stale) == sorted(touched["questions"] + touched["checklist_items"])


def test_a_proper_new_version_passes_and_shows_its_redline(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the former version kept, new dates and a record, the gate passes; the site shows that one change."""
    kept = repository / FOLDER / "versions" / "1.0.0"
    git(repository, "switch", "main")
    files = {p.name: p.read_text("utf-8") for p in (repository / FOLDER).glob("*.yml")}
    git(repository, "switch", "shorter")
    kept.mkdir(parents=True)
    for name, text in files.items():
        (kept / name).write_text(text, "utf-8")
    text = (repository / FILE).read_text("utf-8")
    first = "    reason: 首次发布。\n"
    entry = "  - version: 1.1.0\n    date: 2026-10-09\n    clauses: [total-time]\n    reason: 双电源用户的办理时间缩短。\n"
    dates = "version: {}\npublished: {}\neffective: {}\nreview:\n  cycle_months: 36\n  last: {}\n"
    for old, new in (
        (
            dates.format("1.0.0", "2026-03-01", "2026-04-01", "2026-03-01"),
            dates.format("1.1.0", "2026-10-09", "2026-11-01", "2026-10-09"),
        ),
        (first, first + entry),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    (repository / FILE).write_text(text, "utf-8")
    assert main(["-C", str(repository), "diff", "main", "--gate"]) == 0
    assert "放行" in out(capsys)
    pages = {a.url: a.body for a in publish(repository, today=TODAY, only=("changes",)).artifacts if isinstance(a, Page)}
    document = load(repository).working["g202-01"]
    (quoting,) = (uses for id, uses in limit_uses(document).items() if document.parameters[id].value == 28)
    for home in ("", "en/"):
        redline = pages[f"{home}standards/g202-01/changes/1.0.0-1.1.0/"]
        summary, text = redline.split('id="_text"')
        assert summary.count("<li data-posts") == 1
        assert "<del>32</del><ins>28</ins>" in summary
        assert re.findall(r'sb-redline--(?!same)(\w+)" id="([\w-]+)"', text) == [("changed", id) for id in quoting]
        release = next(s for s in pages[f"{home}changes/"].split("<section")[1:] if "g202-01/changes/1.0.0-1.1.0" in s)
        assert release.count("<li data-posts") == 1


def test_a_side_that_cannot_be_read_is_never_no_change(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unknown revisions, broken files, no repository and history that a shallow clone lacks: exit code 2 and what to do."""
    assert main(["-C", str(repository), "diff", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err
    text = (repository / FILE).read_text("utf-8")
    (repository / FILE).write_text(text.replace("status: in_force", "status: [in_force"), "utf-8")
    assert main(["-C", str(repository), "diff", "main"]) == 2
    assert FILE in capsys.readouterr().err
    git(repository, "checkout", FILE)
    git(repository, "commit", "--allow-empty", "-m", "later")
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{repository}", str(shallow)], check=True, capture_output=True)
    assert main(["-C", str(shallow), "diff", "HEAD"]) == 0
    assert main(["-C", str(shallow), "diff", "HEAD~1"]) == 2
    assert "--unshallow" in capsys.readouterr().err
    bare = tmp_path / "bare"
    shutil.copytree(repository / "standards", bare / "standards")
    assert main(["-C", str(bare), "diff", "main"]) == 2
    assert main(["-C", str(bare), "diff", str(repository)]) == 0


def test_without_git_folders_can_still_be_compared(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where git is missing, a revision is refused with a remedy; two folders need none."""
    monkeypatch.setenv("PATH", "")
    assert main(["-C", str(repository), "diff", "main"]) == 2
    assert "安装 git" in capsys.readouterr().err
    assert main(["-C", str(repository), "diff", str(repository)]) == 0
