"""A new standard: new, fill in, check, fmt, and it is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.diagnostics import Severity
from generator.pipeline import inspect
from tests.kit import ROOT, TODAY, findings, overlay

NEW = (
    ("management", "g204-01", "计量装置装拆与封印", ()),
    ("management", "g213-09", '带引号"和: 冒号 #的名称', ()),
    ("work", "z302-01", "业扩客户经理工作标准", ("--position", "account-manager")),
)


@pytest.mark.parametrize(("kind", "id", "title", "more"), NEW, ids=[id for _, id, *_ in NEW])
def test_a_new_draft_has_warnings_only(kind: str, id: str, title: str, more: tuple[str, ...], tmp_path: Path) -> None:
    """It has no error, says where to write, is canonical, and is shown as a draft."""
    root = overlay(tmp_path, {}, ROOT)
    before = {(f.code, f.place.file) for f in findings(root)}
    assert main(["-C", str(root), "--today", "2026-11-23", "new", kind, id, "--title", title, *more]) == 0
    made, found = inspect(root, today=TODAY)
    assert made is not None
    assert id in made.documents
    new = [f for f in found if (f.code, f.place.file) not in before]
    assert {f.code for f in new if f.severity is not Severity.NOTE} == {"W315", "C606"}
    assert any(f.code == "W315" for f in new)
    assert main(["-C", str(root), "fmt", "--check", str(root / "standards" / kind)]) == 0


def test_filled_in_it_checks_clean(tmp_path: Path) -> None:
    """When every mark is written over, only the English is still missing."""
    root = overlay(tmp_path, {}, ROOT)
    before = {(f.code, f.facts) for f in findings(root)}
    main(["-C", str(root), "--today", "2026-11-23", "new", "management", "g204-01", "--title", "计量装置装拆与封印"])
    folder = root / "standards" / "management" / "g204-01"
    for path in folder.iterdir():
        text = path.read_text("utf-8").replace("TO BE WRITTEN", "metering")
        parts = text.split("待写")
        path.write_text("".join(f"{part}第{i}事" for i, part in enumerate(parts[:-1])) + parts[-1], "utf-8")
    assert {f.code for f in findings(root) if (f.code, f.facts) not in before} == {"C606"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("management", "z204-01", "--title", "x"),
        ("management", "g299-01", "--title", "x"),
        ("management", "../g204-01", "--title", "x"),
        ("management", "g204-01", "--title", "x", "--domain", "05"),
        ("management", "g204-01", "--title", "x", "--position", "account-manager"),
        ("management", "g208-01", "--title", "x"),
        ("management", "g204-01", "--title", "带{括号}"),
        ("work", "z302-01", "--title", "x"),
        ("work", "z302-01", "--title", "x", "--position", "nobody"),
        ("work", "z302-01", "--title", "x", "--position", "meter-installer"),
    ],
    ids=" ".join,
)
def test_refused(arguments: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong id, domain or position, and what exists already: said, exit code 2, nothing written."""
    root = overlay(tmp_path, {}, ROOT)
    before = sorted(root.rglob("*"))
    assert main(["-C", str(root), "new", *arguments]) == 2
    assert capsys.readouterr().err.startswith("未完成：")
    assert sorted(root.rglob("*")) == before
