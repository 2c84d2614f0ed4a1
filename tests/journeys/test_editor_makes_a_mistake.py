"""Four common mistakes over the real standards: one error each, at its line, exit code 1, and no site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main
from tests.kit import ROOT, overlay

FILE = "standards/management/g208-01/standard.yml"
CHECKLISTS = "standards/management/g208-01/checklists.yml"


def source_of(clause: str) -> str:
    """The YAML of one clause of the real field-work standard, up to the next one on its level."""
    text = (ROOT / FILE).read_text("utf-8")
    start = text.index(f"          - id: {clause}\n")
    return text[start : text.index("\n          - id: ", start + 1) + 1]


@pytest.mark.parametrize(
    ("old", "new", "code", "file", "line"),
    [
        pytest.param("owner: safety", "ownr: safety", "S112", FILE, "ownr: safety", id="misspelt key"),
        pytest.param("effective: 2026-04-01", "effective: 2026-02-01", "L501", FILE, "effective: 2026-02-01", id="date order"),
        pytest.param(source_of("two-person-crew"), source_of("two-person-crew") * 2, "S123", FILE, None, id="duplicate id"),
        pytest.param(source_of("two-person-crew"), "", "R201", CHECKLISTS, "clause: two-person-crew", id="deleted clause"),
    ],
)
def test_one_error_at_the_right_line(
    old: str, new: str, code: str, file: str, line: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The one error stands on the line that has to be mended, and nothing is published."""
    root = overlay(tmp_path, {FILE: (old, new)}, ROOT)
    assert main(["-C", str(root), "--today", "2026-11-23", "check", "--format", "json"]) == 1
    made = json.loads(capsys.readouterr().out)
    errors = [f for f in made["findings"] if f["severity"] == "error"]
    assert [(f["code"], f["file"]) for f in errors] == [(code, file)]
    text = (root / file).read_text("utf-8")
    place = text.index(line) if line else text.rindex("id: two-person-crew")
    assert errors[0]["line"] == text[:place].count("\n") + 1
    with pytest.raises(SystemExit) as stopped:
        main(["-C", str(root), "--today", "2026-11-23", "build"])
    assert stopped.value.code == 1
    assert not (root / "site").exists()


def test_the_message_helps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The text shows the source line with a caret under the word, and says what to write."""
    root = overlay(tmp_path, {FILE: ("owner: safety", "ownr: safety")}, ROOT)
    assert main(["-C", str(root), "check", "--select", "S112"]) == 1
    lines = capsys.readouterr().out.splitlines()
    at = next(i for i, text in enumerate(lines) if text.endswith("| ownr: safety"))
    assert lines[at - 1].endswith("错误 S112 这里没有“ownr”这一项")
    assert lines[at + 1].index("^") == lines[at].index("ownr")
    assert "owner" in lines[at + 2]


def test_outside_a_knowledge_base(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without standards/settings.yml above, the tool says so and exits with 2."""
    assert main(["-C", str(tmp_path), "check"]) == 2
    assert "standards/settings.yml" in capsys.readouterr().err
