"""Someone without git fills in an issue form; its Markdown becomes a draft that passes check and gate, or is answered."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from generator.load.form import read_answers
from generator.load.layout import canonical
from generator.load.splice import Splice
from generator.outputs.requests import FORMS, SORTS, TELLING, TYPES, UNCHANGED
from tests.kit import ROOT

FORM_FILES = ROOT / "docs" / "ci" / "forms"
NAMES = {"limit": "change-limit", "text": "change-text", "clause": "new-clause", "standard": "new-standard"}
DAY = "2026-11-24"
WHY = "责任单位反映现在的要求落实不了。"

FILLED: dict[str, dict[str, str]] = {
    "limit": {"标准": "g206-01", "限值": "p-verify", "新的数值": "3 个工作日", "修改原因": WHY},
    "text": {
        "标准": "营销稽查监控管理",
        "条款": "retention-form",
        "新的条文": "",
        "类型": UNCHANGED,
        "修改原因": WHY,
        "建议实施日期": "2027-03-01",
    },
    "clause": {
        "标准": "Q/XX 206.01",
        "放在哪一条后面": "audit-duty",
        "新条款的条文": "稽查中心应公布稽查结果的汇总情况。",
        "类型": "要求（应）",
        "行为主体": "稽查中心",
        "证据或记录": "公布的汇总",
        "修改原因": WHY,
    },
    "standard": {
        "类别": "工作标准",
        "标识": "z302-01",
        "名称": "业扩客户经理工作标准",
        "适用岗位": "account-manager",
        "编写理由": "体系表已列，岗位需要。",
    },
}


def plain(path: Path) -> dict[str, Any]:
    """A form as data, every scalar as text."""
    return dict(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader))


def as_issue(form: dict[str, Any], answers: dict[str, str]) -> str:
    """The Markdown that GitHub and Gitea make of a filled-in form."""
    parts = []
    for field in form["body"]:
        label = field["attributes"]["label"]
        answer = answers.get(label, "")
        if field["type"] == "dropdown" and answer:
            assert answer in field["attributes"]["options"]
        parts.append(f"### {label}\n\n{answer or '_No response_'}\n")
    return "\n".join(parts)


def as_gitlab(template: str, answers: dict[str, str]) -> str:
    """What somebody makes of a GitLab description template: text below headings, ticks in boxes; hints stay."""
    made = []
    for part in re.split(r"(?=^### )", template, flags=re.MULTILINE):
        label = part.partition("\n")[0].removeprefix("### ")
        answer = answers.get(label, "")
        box = f"- [ ] {answer}\n"
        made.append(part.replace(box, f"- [x] {answer}\n") if answer and box in part else f"{part.rstrip()}\n{answer}\n\n")
    return "".join(made)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the real standards."""
    shutil.copytree(ROOT / "standards", tmp_path / "kb" / "standards")
    return tmp_path / "kb"


@pytest.fixture
def sentence(root: Path) -> str:
    """The id of a clause whose text quotes a limit and nothing else, and its text as YAML has it."""
    text = (root / "standards/management/g206-01/standard.yml").read_text("utf-8")
    found = re.search(r"- id: verify\n.*?text: (.*?)\n", text, re.DOTALL)
    assert found
    return found[1]


def draft(root: Path, form: str, name: str = "form.md") -> int:
    """Runs `stdbook draft` over a form."""
    path = root.parent / name
    path.write_text(form, "utf-8")
    return main(["-C", str(root), "--today", DAY, "draft", str(path)])


def state(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.mark.parametrize("kind", FORMS)
def test_forms_ask_what_the_tool_reads(kind: str) -> None:
    """Each platform's form has the questions of its kind, required where they must be answered, with the known choices."""
    needed, optional = FORMS[kind]
    form = plain(FORM_FILES / f"{NAMES[kind]}.yml")
    asked = {field["attributes"]["label"]: field for field in form["body"]}
    assert {*asked} == {*needed, *optional}
    assert {label for label, field in asked.items() if field.get("validations", {}).get("required") == "true"} == {*needed}
    assert len({field["id"] for field in asked.values()}) == len(asked)
    for field in asked.values():
        if field["type"] == "dropdown":
            words = {re.sub("（.*", "", option) for option in field["attributes"]["options"]} - {UNCHANGED}
            assert words in ({*TYPES}, {*SORTS})
    template = (FORM_FILES / "gitlab" / f"{NAMES[kind]}.md").read_text("utf-8")
    assert [answer.question for answer in read_answers(template)] == [*asked]
    assert not any(answer.text for answer in read_answers(template))
    assert sum(question in asked for question in TELLING) == 1


@pytest.mark.parametrize("platform", ["github", "gitlab"])
@pytest.mark.parametrize("kind", FORMS)
def test_a_filled_form_becomes_a_draft(
    kind: str, platform: str, root: Path, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It checks without errors, passes the gate, is in canonical layout; the version in force is kept to the letter."""
    answers = dict(FILLED[kind])
    if kind == "text":
        answers |= {"条款": "verify", "新的条文": f"{sentence.removesuffix('。')}，不得遗漏。"}
    before = shutil.copytree(root, root.parent / "before")
    source = FORM_FILES / (f"{NAMES[kind]}.yml" if platform == "github" else f"gitlab/{NAMES[kind]}.md")
    form = as_issue(plain(source), answers) if platform == "github" else as_gitlab(source.read_text("utf-8"), answers)
    assert draft(root, form) == 0
    capsys.readouterr()
    assert main(["-C", str(root), "--today", DAY, "check", "--ignore", "R203"]) == 0
    assert main(["-C", str(root), "diff", str(before), "--gate"]) == 0
    told = capsys.readouterr().out
    assert "放行，0 个错误" in told
    old, new = state(before), state(root)
    fresh = {name: content for name, content in new.items() if old.get(name) != content}
    for name, content in fresh.items():
        if "/versions/" not in name:
            assert canonical(content, root / name, name) == content, name
    if kind == "standard":
        assert {name.rpartition("/")[0] for name in fresh} == {"standards/work/z302-01"}
        return
    folder = "standards/management/g206-01"
    assert {name for name in fresh if "/versions/" not in name} == {f"{folder}/standard.yml"}
    for name in ("standard.yml", "checklists.yml", "questions.yml", "en.yml"):
        kept = fresh[f"{folder}/versions/1.0.0/{name}"].replace(b"../../../../", b"../../")
        assert kept == old[f"{folder}/{name}"]
    made = yaml.load(fresh[f"{folder}/standard.yml"], Loader=yaml.BaseLoader)
    entry = made["changelog"][-1]
    assert (made["status"], made["version"], entry["version"], entry["date"]) == ("draft", "1.1.0", "1.1.0", DAY)
    assert entry["reason"] == WHY
    wanted = {"limit": ["verify"], "text": ["verify"]}.get(kind) or [made["clauses"][0]["clauses"][1]["id"]]
    assert entry["clauses"] == wanted
    assert made.get("effective") == answers.get("建议实施日期")
    assert "published" not in made


def test_only_what_was_asked_for_changes(root: Path) -> None:
    """Of a file with comments and odd layout every line stays that the request does not concern."""
    path = root / "standards/management/g206-01/standard.yml"
    text = path.read_text("utf-8").replace("  - id: p-verify\n", "  # 由稽查中心测算\n  -   id: p-verify\n      # 暂定\n", 1)
    at = text.index("  -   id: p-verify\n")
    end = text.index("  - id: ", at + 5)
    odd = text[at:end].replace("\n    ", "\n      ").replace("value: 5", "value:   5   # 天数")
    text = text[:at] + odd.replace("        # 暂定", "      # 暂定") + text[end:]
    path.write_text(text, "utf-8")
    assert draft(root, as_issue(plain(FORM_FILES / "change-limit.yml"), FILLED["limit"])) == 0
    before, after = text.splitlines(), path.read_text("utf-8").splitlines()
    gone = [line for line in before if line not in after]
    assert gone == [
        "status: in_force",
        "version: 1.0.0",
        "published: 2026-03-01",
        "effective: 2026-04-01",
        "      value:   5   # 天数",
    ]
    assert [line for line in after if line not in before] == [
        "status: draft",
        "version: 1.1.0",
        "      value:   3   # 天数",
        "  - version: 1.1.0",
        f"    date: {DAY}",
        "    clauses: [verify]",
        f"    reason: {WHY}",
    ]


def test_words_copied_from_the_page_keep_their_references(root: Path, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever copies a sentence from the site and mends it does not turn a limit into typed digits."""
    assert "{p-verify}" in sentence
    assert main(["-C", str(root), "show", "g206-01#verify", "--json"]) == 0
    shown = capsys.readouterr().out
    text = re.search(r'"text": "(.*?)"', shown)
    assert text
    assert "5 个工作日" in text[1]
    answers = {"标准": "g206-01", "条款": "verify", "新的条文": text[1].removesuffix("。") + "，不得遗漏。", "修改原因": WHY}
    assert draft(root, as_issue(plain(FORM_FILES / "change-text.yml"), answers)) == 0
    made = (root / "standards/management/g206-01/standard.yml").read_text("utf-8")
    assert f"text: {sentence.removesuffix('。')}，不得遗漏。" in made


def test_a_second_request_joins_the_open_draft(root: Path) -> None:
    """The draft keeps its version; its record names the clauses of both and both reasons; nothing more is kept."""
    assert draft(root, as_issue(plain(FORM_FILES / "change-limit.yml"), FILLED["limit"])) == 0
    other = {**FILLED["limit"], "限值": "p-recheck", "新的数值": "2", "修改原因": "复查也要加快一些。"}
    assert draft(root, as_issue(plain(FORM_FILES / "change-limit.yml"), other)) == 0
    made = yaml.load((root / "standards/management/g206-01/standard.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    assert made["version"] == "1.1.0"
    assert [entry["version"] for entry in made["changelog"]] == ["1.0.0", "1.1.0"]
    assert made["changelog"][-1]["reason"] == f"{WHY}复查也要加快一些。"
    assert made["changelog"][-1]["clauses"][0] == "verify"
    assert len(made["changelog"][-1]["clauses"]) > 1
    assert [p.name for p in (root / "standards/management/g206-01/versions").iterdir()] == ["1.0.0"]


BROKEN: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("limit", "### 限值\n\np-verify", "### 限值\n\n_No response_", (":5：“限值”没有填", "写上回答")),
    ("limit", "g206-01", "g206-99", (":3：", "没有这项标准", "g206-01")),
    ("limit", "p-verify", "p-verfy", (":7：", "最接近的是 p-verify")),
    ("limit", "p-verify", "responsibilities", (":7：", "没有限值")),
    ("limit", "p-verify", "p-handover", (":7：", "当日", "没有数值可改")),
    ("limit", "3 个工作日", "快一点", (":11：", "读不出来", "现在是 ≤ 5 个工作日")),
    ("limit", "3 个工作日", "5", (":11：", "与现在的一样")),
    ("limit", "3 个工作日", "3 蚊子", (":11：", "读不出来")),
    ("limit", WHY, "要快", (":15：", "太短")),
    ("limit", "### 新的数值", "### 新数值", (":1：", "看不出是哪一种申请", "### 新的数值")),
    ("limit", "### 建议实施日期", "### 建议的实施日期", ("不认识标题“建议的实施日期”", "最接近的是“建议实施日期”")),
    ("limit", "### 限值", "### 限直", ("不认识标题“限直”", "缺少“限值”")),
    ("limit", "### 修改原因", "### 标准\n\ng201-01\n\n### 修改原因", ("回答了两次",)),
    ("limit", "### 建议实施日期\n\n_No response_", "### 建议实施日期\n\n明年", (":19：", "写成 2027-01-01 的形式")),
    ("clause", "稽查中心应公布稽查结果的汇总情况。", "稽查中心应在{p-publish}内公布汇总。", (":11：", "不合规则", "改法")),
    ("clause", "### 行为主体\n\n稽查中心", "### 行为主体\n\n稽核中心", ("没有岗位“稽核中心”", "最接近的是 稽查中心")),
    ("clause", "要求（应）", "要求", ()),
    ("clause", "要求（应）", "必须", ("选一个：要求、指示、推荐、允许、陈述",)),
    ("clause", "公布的汇总", "jl-99", ("没有表单“jl-99”",)),
    ("clause", "audit-duty", "1", ("属于第 1～3 章",)),
    ("clause", "audit-duty", "4.99", ("没有这一条",)),
    ("standard", "### 类别\n\n工作标准", "### 类别\n\n技术标准", (":3：", "选一个：管理标准、工作标准")),
    ("standard", "z302-01", "g302", (":7：", "z3 开头")),
    ("standard", "z302-01", "z304-01", (":7：", "已经有了")),
    ("standard", "account-manager", "没有的岗位", (":15：", "没有岗位")),
)


@pytest.mark.parametrize(("kind", "find", "write", "said"), BROKEN, ids=lambda v: v[:12] if isinstance(v, str) else "")
def test_a_broken_form_is_answered(
    kind: str, find: str, write: str, said: tuple[str, ...], root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written; the line, what is wrong and what to do are said in Chinese. (No words: it is no mistake.)"""
    form = as_issue(plain(FORM_FILES / f"{NAMES[kind]}.yml"), FILLED[kind])
    assert form.count(find) == 1
    before = state(root)
    assert draft(root, form.replace(find, write)) == (2 if said else 0)
    told = capsys.readouterr().err
    assert all(words in told for words in said), told
    assert "Traceback" not in told
    assert (state(root) == before) is bool(said)


@pytest.mark.parametrize(
    "form", [b"", b"\xff\xfe\x00", "你好".encode("gb18030"), b"### " * 9, "### 标准\n\n\u202eg206-01".encode()]
)
def test_what_is_no_form_is_refused(form: bytes, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Empty, binary, in another encoding, nothing but marks, with characters that nobody sees: exit code 2, no traceback."""
    path = root.parent / "form.md"
    path.write_bytes(form)
    before = state(root)
    assert main(["-C", str(root), "draft", str(path)]) == 2
    told = capsys.readouterr().err
    assert "未完成" in told
    assert str(path) in told
    assert state(root) == before


def test_splices_read_back_as_meant() -> None:
    """Values in braces, lists that are empty or missing, a file without a last line end: only the edits differ."""
    raw = b"a: 1\nb: {x: 1}  # kept\nl: []\n# end\ntext: |\n  one\n  two\nlast: z"
    splice = Splice(raw, "x.yml")
    splice.put(("b", "x"), "2, 3")
    splice.put(("b", "y"), "w")
    splice.put(("q",), "%r")
    splice.add(("l",), {"a": "1", "b": ["1", "2"]})
    splice.put(("text",), "three: four")
    made = splice.made()
    assert yaml.load(made, Loader=yaml.BaseLoader) == {
        "a": "1",
        "b": {"x": "2, 3", "y": "w"},
        "l": [{"a": "1", "b": ["1", "2"]}],
        "text": "three: four",
        "last": "z",
        "q": "%r",
    }
    assert b"# kept" in made
    assert b"# end" in made
    assert Splice(raw, "x.yml").made() == raw
    windows = Splice(b"a: 1\r\nb: 2\r\n", "x.yml")
    windows.put(("a",), "3")
    assert windows.made() == b"a: 3\r\nb: 2\r\n"
