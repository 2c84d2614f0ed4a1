"""`stdbook fmt`: canonical layout, ids filled in, forms mended; comments and meaning stay."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.load.layout import canonical
from generator.load.reader import Refused, parse
from tests.kit import ROOT, SMALLEST, STANDARD, findings, overlay

FILES = sorted((ROOT / "standards").rglob("*.yml")) + sorted(SMALLEST.rglob("*.yml"))


def made(text: str | bytes, name: str = "standard.yml") -> str:
    """The canonical form of a file of that name."""
    return canonical(text.encode() if isinstance(text, str) else text, Path(name), name).decode()


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_our_own_files_are_canonical(path: Path) -> None:
    """What we publish is in the layout that we ask of others."""
    assert canonical(path.read_bytes(), path, path.name) == path.read_bytes()


@pytest.mark.parametrize(
    ("written", "canonical_"),
    [
        ("a:    1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
        ("\ufeffa: 1\n\n\n", "a: 1\n"),
        ("a:\n- 1\n- 2   \n", "a:\n  - 1\n  - 2\n"),
        ("a:\n\t- 1\n", "a:\n  - 1\n"),
        ("title：抄表\n", "title: 抄表\n"),
        ("# first\na: 1 # one\n\n# last\n", "# first\na: 1 # one\n\n# last\n"),
        ("a: '012'\nb: 1.10\nc: on\nd: 08:30\n", "a: '012'\nb: 1.10\nc: on\nd: 08:30\n"),
        ("- {to: x}\n- [{to: y}]\n", "- {to: x}\n- [{to: y}]\n"),
        ("# nothing yet\n[]  \n", "# nothing yet\n[]\n"),
    ],
    ids=["crlf", "bom", "indent", "tab", "full-width colon", "comments", "scalars", "flow", "empty"],
)
def test_layout(written: str, canonical_: str) -> None:
    """Line ends, indentation and signs are mended; comments, quotes and the look of scalars stay."""
    assert made(written) == canonical_
    assert made(canonical_) == canonical_


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("code: Q/XX 201.01—2026", "code: ｑ/XX201.01-2026"),
        ("effective: 2026-04-01", "effective: 2026年4月1日"),
        ("effective: 2026-04-01", "effective: 2026/4/1"),
        ("version: 1.0.0\npublished", "version: １．０．０\npublished"),
        ("value: 5\n", "value: ５\n"),
        ("owner: office", "owner: Office"),
        ("text: 示数异常的，抄表员应", "text: 示数异常的,抄表员应"),
    ],
    ids=["code", "Chinese date", "slashes", "version", "number", "id in capitals", "comma"],
)
def test_forms_are_mended(old: str, new: str) -> None:
    """Codes, dates, numbers, ids and punctuation come out in their one right form."""
    text = (SMALLEST / STANDARD).read_text("utf-8")
    assert text.count(old) == 1
    assert made(text.replace(old, new)) == text


def test_a_date_that_could_be_two_dates_is_left_alone() -> None:
    """1/2/26 is never guessed."""
    text = (SMALLEST / STANDARD).read_text("utf-8").replace("effective: 2026-04-01", "effective: 1/2/26")
    assert made(text) == text


def test_missing_ids_are_filled_in_once(tmp_path: Path) -> None:
    """A clause without id gets c- and four characters, the same on every run, and the standard then checks clean."""
    text = (SMALLEST / STANDARD).read_text("utf-8").replace("          - id: show-card\n            type:", "          - type:")
    text = text.replace("      - id: paperless\n        type:", "      - type:")
    first = made(text)
    assert first == made(text) == made(first)
    lines = [line for line in first.splitlines() if "id: c-" in line]
    assert len(lines) == len(set(lines)) == 2
    assert all(len(line.partition("id: ")[2]) == 6 for line in lines)
    changes = {STANDARD: first, "standards/management/g201-01/checklists.yml": ("clause: show-card", "clause: read")}
    changes["standards/management/g201-01/questions.yml"] = ("clause: show-card", "clause: read")
    assert {f.code for f in findings(overlay(tmp_path, changes))} <= {"R214", "C606", "C607", "C608"}


def test_fmt_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--check lists and changes nothing; without it the files are written, and the second run has nothing to do."""
    root = overlay(tmp_path, {STANDARD: ("version: 1.0.0\npublished", "version:  1.0.0\npublished")})
    before = (root / STANDARD).read_bytes()
    assert main(["-C", str(root), "fmt", "--check"]) == 1
    assert capsys.readouterr().out == f"{STANDARD}\n"
    assert (root / STANDARD).read_bytes() == before
    assert main(["-C", str(root), "fmt"]) == 0
    assert (root / STANDARD).read_bytes() == (SMALLEST / STANDARD).read_bytes()
    assert main(["-C", str(root), "fmt", "--check"]) == 0


def test_gbk_is_converted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A GBK file is refused by check and fmt, which name the remedy, and converted by --from-gbk."""
    text = (SMALLEST / STANDARD).read_text("utf-8")
    root = overlay(tmp_path, {STANDARD: text.replace("—", "-").encode("gbk")})
    assert main(["-C", str(root), "fmt"]) == 1
    assert f"stdbook fmt --from-gbk {STANDARD}" in capsys.readouterr().err
    assert main(["-C", str(root), "fmt", "--from-gbk", str(root / STANDARD)]) == 0
    assert (root / STANDARD).read_text("utf-8") == text


def test_utf16_is_converted_too(tmp_path: Path) -> None:
    """Notepad's "Unicode" is converted by the same option; what is no text at all is refused."""
    text = (SMALLEST / STANDARD).read_text("utf-8")
    root = overlay(tmp_path, {STANDARD: text.encode("utf-16"), "standards/registers/rows.yml": b"\xff\xfe\x00"})
    assert main(["-C", str(root), "fmt", "--from-gbk"]) == 1
    assert (root / STANDARD).read_text("utf-8") == text
    assert (root / "standards/registers/rows.yml").read_bytes() == b"\xff\xfe\x00"


def test_schemas_are_left_alone_while_a_file_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The ids of an unreadable standard do not vanish from the schemas."""
    root = overlay(tmp_path, {STANDARD: "id: [\n"})
    (root / "standards" / "schema").mkdir()
    assert main(["-C", str(root), "fmt"]) == 1
    assert "schema 没有更新" in capsys.readouterr().err
    assert not list((root / "standards" / "schema").iterdir())


def test_what_cannot_be_read_is_not_touched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file with a syntax error stays as it is, is named, and the others are still done."""
    broken = "id: g201-01\ntitle: [\n"
    root = overlay(
        tmp_path, {STANDARD: broken, "standards/registers/rows.yml": "-   {id: S01, title: 抄表, en: x, quote: 按期抄表}\n"}
    )
    assert main(["-C", str(root), "fmt"]) == 1
    told = capsys.readouterr()
    assert "S109" in told.err
    assert told.out == "standards/registers/rows.yml\n"
    assert (root / STANDARD).read_text("utf-8") == broken


SCALARS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), max_size=12)
TREES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SCALARS, inner, max_size=3), max_leaves=12
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(SCALARS, TREES, min_size=1, max_size=4))
def test_meaning_survives_any_tree(tree: dict[str, object]) -> None:
    """Whatever the data: the canonical form says the same, and is its own canonical form; or the file is refused."""
    text = yaml.safe_dump(tree, allow_unicode=True)
    try:
        first = made(text, "other.yml")
    except Refused:
        return
    assert made(first, "other.yml") == first
    assert strip(parse(first, "x")) == strip(parse(text, "x"))


def strip(node: object) -> object:
    """Without places."""
    if isinstance(node, dict):
        return {k: strip(v) for k, v in node.items() if k != "@place"}
    return [strip(v) for v in node] if isinstance(node, list) else node
