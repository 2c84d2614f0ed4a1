"""Hostile and careless files: each gives its own finding at its place, and the other files are still checked."""

from pathlib import Path

import pytest

from generator.load.reader import Refused, parse, read
from tests.kit import STANDARD, WORK, findings, overlay

BOMB = "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n"


def load(path: Path) -> object:
    """The content of a file, read and parsed under its own name."""
    return parse(read(path, path.name), path.name)


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        (b"a: 1\nb: \xb5\xe7\xb1\xed\n", "S102", 2, 1),
        ("a: 1\n".encode("utf-16"), "S102", 1, 1),
        (b"a: x\x00y\n", "S103", 1, 5),
        ("a: b\u202ec\n".encode(), "S103", 1, 5),
        (b'a: "\\0"\n', "S103", 1, 4),
        ("a\u200bb: 1\n".encode(), "S103", 1, 2),
        (BOMB.encode(), "S105", 1, 4),
        (b"a: *x\n", "S105", 1, 4),
        (b"a: !!python/name:os.system x\n", "S105", 1, 4),
        (b"<<: {a: 1}\nb: !x 1\n", "S105", 2, 4),
        (b"[" * 100_000, "S104", 1, 41),
        (b"a: " + b"x" * (1 << 20), "S104", 1, 1),
        (b"", "S106", 1, 1),
        (b"# only a comment\n", "S106", 1, 1),
        ("id: 1\n标题：值\n".encode(), "S107", 2, 1),
        (b"a:\n\t- b\n", "S108", 2, 1),
        (b"a: [1\nb: 2\n", "S109", 2, 2),
        (b'a: "x"y\n', "S109", 1, 4),
        (b"a: 1\nb: 2\na: 3\n", "S110", 3, 1),
    ],
)
def test_unreadable(content: bytes, code: str, line: int, column: int, tmp_path: Path) -> None:
    """Encodings, invisible characters, anchors, tags, depth, size, tabs and duplicate keys are told apart."""
    path = tmp_path / "x.yml"
    path.write_bytes(content)
    with pytest.raises(Refused) as caught:
        load(path)
    finding = caught.value.finding
    assert (finding.code, finding.place.line, finding.place.column) == (code, line, column)


def test_missing_file_is_a_finding(tmp_path: Path) -> None:
    """A file that vanished is named, not a traceback."""
    with pytest.raises(Refused) as caught:
        read(tmp_path / "gone.yml", "gone.yml")
    assert caught.value.finding.code == "S101"


@pytest.mark.parametrize("text", ["1.10", "on", "no", "08:30", "012", "1_000", "0x1F", "2026-02-30", "1e3", "NO", "null_"])
def test_scalars_stay_what_was_typed(text: str) -> None:
    """No scalar changes its type: the model decides."""
    made = parse(f"key: {text}\n", "x.yml")
    assert isinstance(made, dict)
    assert made["key"] == text


@pytest.mark.parametrize("text", ["key:", "key: ~", "key: null"])
def test_nothing_is_none(text: str) -> None:
    """An empty plain value, ~ and null are nothing; in quotes they are text."""
    made = parse(f"{text}\nother: 'null'\n", "x.yml")
    assert isinstance(made, dict)
    assert made["key"] is None
    assert made["other"] == "null"


def test_bom_and_crlf_are_read(tmp_path: Path) -> None:
    """What Windows editors write is read."""
    path = tmp_path / "x.yml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert read(path, "x.yml") == "a: 1\nb: 2\n"
    made = load(path)
    assert isinstance(made, dict)
    assert (made["a"], made["b"]) == ("1", "2")


def test_a_broken_file_does_not_hide_others(tmp_path: Path) -> None:
    """One standard is unreadable; the mistake in the other is still found, and citing the first is no second error."""
    root = overlay(tmp_path, {STANDARD: b"a: [", WORK: ("差错率应不超过", "差错率应不超过{p-nothing}")})
    assert sorted((f.code, f.place.file) for f in findings(root)) == [("R205", WORK), ("S109", STANDARD)]


def test_missing_and_stray_files(tmp_path: Path) -> None:
    """A folder without standard.yml is an error; an unknown file is a warning that names the nearest."""
    root = overlay(tmp_path, {"standards/work/z301-01/standart.yml": "a: 1\n", "standards/work/z399-01/en.yml": "title: x\n"})
    found = {(f.code, f.place.file.rpartition("/")[2]): f for f in findings(root)}
    assert ("S120", "standard.yml") in found
    assert "standard.yml" in found["S121", "standart.yml"].hint()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('a: 1\nb: "句子没有收尾\nc: 2\nd: "x"\n', 2, "引号没有收尾"),
        ("a: 1\ntitle:名称\nb: 2\n", 2, "冒号后面要空一格"),
        ("a: 1\ntitle:\u3000名称\nb: 2\n", 2, "冒号后面要空一格"),
        ("a: 1\ntext: 上一句\n断成了两行。\nb: 2\n", 3, "S109"),
        ("a: 1\ntext: {p-x}以上的，应停止。\n", 2, "整句加双引号"),
        ("a: 1\ntext: [重要]工作应停止。\n", 2, "整句加双引号"),
        ('a: 1\ntext: "按"三种人"规定"\n', 2, "引号里面又有引号"),
        ("a:\n  - x\n  -y\nb: 2\n", 3, "“-”后面要有一个空格"),
        ("a: 1\nunit: %\n", 2, "整句加双引号"),
        ("a: 1\n<<<<<<< mine\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n", 2, "合并冲突"),
        ("a:\n\u3000\u3000b: 1\n  c: 2\n", 2, "全角空格"),
    ],
)
def test_usual_slips_are_told_at_their_line(text: str, line: int, said: str) -> None:
    """The line is the one where the slip is, not where the parser noticed, and the words say what to do."""
    with pytest.raises(Refused) as caught:
        parse(text, "x.yml")
    finding = caught.value.finding
    assert finding.place.line == line
    assert said in finding.code + finding.message() + finding.hint()


@pytest.mark.parametrize("role", ["抄表员", "抄表人员"])
def test_a_role_by_its_chinese_name_is_told_its_id(role: str, tmp_path: Path) -> None:
    """Who writes a name, or nearly, is told the id; no second finding follows."""
    (finding,) = findings(overlay(tmp_path, {WORK: ("post: reader", f"post: {role}")}))
    assert finding.code == "R204"
    assert "“抄表员”的标识是 reader" in finding.hint()


def test_an_emptied_line_is_a_finding(tmp_path: Path) -> None:
    """Also where the key may be left out: who emptied the line meant something else than deleting it."""
    (finding,) = findings(overlay(tmp_path, {STANDARD: ("        title: 流程\n", "        title:\n")}))
    assert (finding.code, finding.place.file) == ("S117", STANDARD)
    assert "title:" in (tmp_path / "base" / STANDARD).read_text("utf-8").splitlines()[finding.place.line - 1]
