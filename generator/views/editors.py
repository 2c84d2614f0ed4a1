"""The page for editors: how to change a standard, for people who know Word.

The prose stands in the template. Here stands what could go stale: file names, examples, rules, statuses and the words
of a real message, so that tests can hold them against the standards and the rules.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from generator import rules
from generator.diagnostics import Place, Severity
from generator.load.folder import STANDARD_FILES
from generator.model.edition import Edition, Heading
from generator.model.lifecycle import LABELS, Shown
from generator.model.prose import spans
from generator.model.standard import ClauseType, Status
from generator.views.frame import Frame, Link, frame, standard_link
from generator.views.words import CLAUSE_TYPES

EXAMPLE = "g208-01"
"""The standard that the page changes as an example."""
FOLDER = f"standards/management/{EXAMPLE}"

FILES = {
    "standard.yml": ("条文、限值、术语、表单", "标准页、限值、搜索"),
    "checklists.yml": ("检查单", "检查单页和 A4 打印"),
    "questions.yml": ("自己写的题", "自测页和试卷"),
    "en.yml": ("英文译文", "英文标准页"),
    "bindings.yml": ("谁重读过哪道题、哪个检查项（由命令写）", "管理者页的“要重读”"),
}
SEVERITIES = {
    Severity.ERROR: ("错误", "一定要改，有一个就不能发布（草案除外）"),
    Severity.WARNING: ("警告", "能发布，但应当改；确有理由的可以豁免"),
    Severity.NOTE: ("提示", "知道就行，多半会自己消失"),
}
FAMILIES = {
    "S": "文件和结构",
    "R": "引用",
    "W": "用词",
    "N": "数值和限值",
    "L": "生命周期",
    "C": "覆盖",
    "Q": "检查单和试题",
    "G": "变更（stdbook diff --gate）",
}


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file of a standard: what stands in it, where readers meet it."""

    name: str
    holds: str
    readers: str


@dataclass(frozen=True, slots=True)
class Snippet:
    """A change to a file as lines with their mark: ` ` as before, `-` taken out, `+` put in."""

    file: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message: its name, what it tells, and its text wrapped for the picture (`y` is its top)."""

    name: str
    tells: str
    lines: tuple[str, ...]
    y: int


@dataclass(frozen=True, slots=True)
class Verb:
    """A clause type: its key, its verbs and an example."""

    key: str
    name: str
    says: str
    negative: str
    example: str


@dataclass(frozen=True, slots=True)
class Written:
    """A reference as it is written and as readers see it."""

    text: str
    shown: str
    meaning: str


@dataclass(frozen=True, slots=True)
class State:
    """A stored status, what readers see, the style of that, and what it means for the editor."""

    key: str
    name: str
    shown: str
    style: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """A common message with a wrong and a right line."""

    code: str
    severity: str
    style: str
    title: str
    why: str
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule in the list of all."""

    code: str
    severity: str
    style: str
    title: str
    hint: str


@dataclass(frozen=True, slots=True)
class EditorsView:
    frame: Frame
    example: Link
    folder: str
    files: tuple[FileRow, ...]
    snippets: dict[str, Snippet]
    message: str
    parts: tuple[Part, ...]
    anatomy_height: int
    severities: tuple[tuple[str, str, str], ...]
    verbs: tuple[Verb, ...]
    written: tuple[Written, ...]
    states: tuple[State, ...]
    mistakes: tuple[Mistake, ...]
    families: tuple[tuple[str, tuple[RuleRow, ...]], ...]
    headings: tuple[Heading, ...]


SECTIONS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("_way", "全过程", ()),
    ("_ready", "第一次：准备", ()),
    ("_files", "1 认识文件", ()),
    ("_open", "2 打开文件", ()),
    (
        "_change",
        "3 改",
        (
            ("_limit", "改一个限值"),
            ("_sentence", "改一句话"),
            ("_add", "加一条"),
            ("_remove", "删一条"),
            ("_item", "加检查项"),
            ("_question", "加题目"),
            ("_english", "补英文"),
        ),
    ),
    ("_check", "4 检查", ()),
    ("_tidy", "5 整理", ()),
    ("_look", "6 预览", ()),
    ("_hand-in", "7 提交送审", ()),
    ("_after", "8 审核和发布", ()),
    ("_new", "新编一项标准", ()),
    ("_word", "Word 对照表", ()),
    ("_verbs", "五种条款", ()),
    ("_references", "花括号引用", ()),
    ("_statuses", "状态和修订", ()),
    ("_waivers", "豁免", ()),
    ("_mistakes", "常见错误", ()),
    ("_rules", "全部规则", ()),
    ("_sheet", "一页备忘", ()),
)

CHANGES: dict[str, tuple[str, str]] = {
    "limit": (
        f"{FOLDER}/standard.yml",
        """\
   - id: p-rectify-general
     subject: 违章整改时限
     applies_to: {case: 一般违章}
     role: responsible-unit
     since: 收到违章记录
     kind: max
-    value: 5
+    value: 3
     unit: 工作日
     stricter: lower
     basis: company""",
    ),
    "sentence": (
        f"{FOLDER}/standard.yml",
        """\
           - id: two-person-crew
             title: 最少人数
             type: requirement
-            text: 工作负责人应安排不少于{p-crew-min}到场作业，其中一人专门监护。
+            text: 工作负责人应安排不少于{p-crew-min}到场作业，其中一人专门监护，不兼做其他工作。""",
    ),
    "add": (
        f"{FOLDER}/standard.yml",
        """\
+          - id: stop-word
+            title: 停止作业的口令
+            type: requirement
+            text: 工作负责人应在开工前与全体班成员约定停止作业的口令，并填入{jl-03}。
+            actor: [work-leader]
+            records: [jl-03]
           - id: applicable-rules
             title: 适用的规程""",
    ),
    "remove": (
        f"{FOLDER}/standard.yml",
        """\
-          - id: work-card-permission
-            title: 工作卡的许可
-            type: permission
-            text: 使用现场作业工作卡的，工作负责人可通过电话或移动作业终端取得许可，不必另行勘察和布置停电的技术措施。
-            actor: [work-leader]""",
    ),
    "retire": (
        f"{FOLDER}/standard.yml",
        """\
+retired_ids: [work-card-permission]
+
 changelog:""",
    ),
    "item": (
        f"{FOLDER}/checklists.yml",
        """\
+      - id: stop-word-agreed
+        text: 停止作业的口令已约定，全体班成员能复述
+        clause: stop-word
+        method: ask
       - id: certificates
         text: 全体人员安全考试合格，特种作业人员持有效证件""",
    ),
    "question": (
        f"{FOLDER}/questions.yml",
        """\
+  - id: q-stop-word
+    type: single
+    stem: 停止作业的口令应在什么时候约定？
+    clause: stop-word
+    options:
+      - text: 开工前，由工作负责人与全体班成员约定
+        correct: true
+      - text: 发现异常时，由最先发现的人临时决定
+        why: 异常时再约定已来不及，听到的人也不一定明白。
+      - text: 收工后，在班后会上总结约定
+        why: 作业已经结束，口令起不到作用。
+    easiness: 0.8
+    bloom: remember
   - id: q-technical-order""",
    ),
    "english": (
        f"{FOLDER}/en.yml",
        """\
+  stop-word:
+    title: Stop word
+    text: Before work begins the work leader shall agree on a stop word with all crew members and enter it in {jl-03}.
   applicable-rules:""",
    ),
    "waiver": (
        "standards/registers/waivers.yml",
        """\
+- rule: C606
+  where: g208-01
+  reason: 新条款的英文在年底统一翻译
+  by: safety
+  until: 2026-12-31""",
    ),
}  # fmt: skip

VERBS = (
    (ClauseType.REQUIREMENT, "应", "不应", "作业人员应在接触金属表箱前先验电。"),
    (ClauseType.INSTRUCTION, "直接用动词开头的祈使句", "不……、不要……", "断开电源，加锁并挂牌。"),
    (ClauseType.RECOMMENDATION, "宜", "不宜", "现场勘察宜在前一日完成。"),
    (ClauseType.PERMISSION, "可", "不必", "工作负责人可通过电话取得许可。"),
    (ClauseType.STATEMENT, "能（能力）、可能（可能性），或只说明事实", "不能、不可能", "掌机能离线记录抄见示数。"),
)

WRITTEN = (
    ("{p-crew-min}", "本标准的限值"),
    ("{g208-01#p-distance-10}", "另一项标准的限值"),
    ("{#two-person-crew}", "本标准的一条"),
    ("{g206-01#two-person-visit}", "另一项标准的一条"),
    ("{g206-01}", "另一项标准"),
    ("{jl-01}", "本标准的记录表单"),
    ("{gb-26860}", "法律、法规或外部标准"),
)

STATES = (
    (Status.DRAFT, "起草", Shown.DRAFT, "刚起草。有错误也不妨碍别人：只有这份草案不上网站。"),
    (Status.COMMENT, "征求意见", Shown.COMMENT, "发给各部门提意见。"),
    (Status.REVIEW, "审查", Shown.REVIEW, "意见处理完，审查人在看。"),
    (Status.APPROVED, "已批准", Shown.UPCOMING, "批准了，还没到实施日期；到了那天自动变成“现行”。"),
    (Status.IN_FORCE, "实施", Shown.IN_FORCE, "正在执行的文本。"),
    (Status.UNDER_REVIEW, "复审", Shown.UNDER_REVIEW, "到期复审，复审期间照样有效。"),
    (Status.REVISED, "复审结论：修订", Shown.IN_FORCE, "决定要改；新版实施以前，这一版照样有效。"),
    (Status.WITHDRAWN, "复审结论：废止", Shown.WITHDRAWN, "写明废止日期和原因；写了 superseded_by 的显示“被代替”。"),
)

MISTAKES = (
    (
        "S107",
        "中文输入法打出来的冒号是全角的。名称后面要半角冒号，再空一格；stdbook fmt 会替你改。",
        "title：最少人数",
        "title: 最少人数",
    ),
    (
        "S108",
        "缩进只用空格，每层两个。VS Code 里按 Tab 键会自动换成空格；从别处粘贴来的，stdbook fmt 会替你改。",
        "⇥- id: survey",
        "  - id: survey",
    ),
    (
        "S109",
        "多半是缩进没对齐、冒号后面少空格，或者文字里有“: ”或“#”没有加双引号。",
        "text: 见图#2: 接线",
        'text: "见图#2: 接线"',
    ),
    ("S112", "名称拼错了，或者写在了不该写的地方。消息会给出最接近的名称。", "titel: 最少人数", "title: 最少人数"),
    ("R201", "引用的条款标识拼错了，或者那一条已经删去。", "clause: two-person-crw", "clause: two-person-crew"),
    ("R205", "花括号里的限值没有登记，或者拼错了。", "{p-crew-mim}", "{p-crew-min}"),
    (
        "W301",
        "条款类型写的是“要求”，句子里却用了“宜”或“可”。改句子，或者改类型。",
        "勘察宜在前一日完成。",
        "勘察应在前一日完成。",
    ),
    ("N407", "句子里直接写了数。数登记成限值，句子里用花括号引用，以后只改一处。", "不少于2人到场", "不少于{p-crew-min}到场"),
    (
        "R212",
        "条文里引用了一个文件，第 2 章（references）没有列它。",
        "references: [gb-26859]",
        "references: [gb-26859, gb-26860]",
    ),
    ("C607", "一条要求没有说谁来做，或者凭什么证明做到了。", "type: requirement", "actor: [work-leader]　records: [jl-02]"),
)


def editors_view(edition: Edition) -> EditorsView:
    """How to change a standard."""
    document = edition.documents.get(EXAMPLE)
    message, parts = _message(edition)
    last = parts[-1]
    return EditorsView(
        frame("manage/editors/"),
        standard_link(document) if document else Link(EXAMPLE),
        FOLDER,
        tuple(FileRow(name, *FILES[name]) for name in STANDARD_FILES),
        {name: _snippet(file, text) for name, (file, text) in CHANGES.items()},
        message,
        parts,
        last.y + _tall(last.lines),
        tuple((severity.value, *words) for severity, words in SEVERITIES.items()),
        tuple(Verb(type.value, CLAUSE_TYPES[type.value][0], *words) for type, *words in VERBS),
        tuple(
            Written(text, "".join(s.text for s in spans(text, document, edition.corpus)) if document else "…", meaning)
            for text, meaning in WRITTEN
        ),
        tuple(State(stored.value, name, LABELS[shown][0], shown.value, meaning) for stored, name, shown, meaning in STATES),
        tuple(_mistake(*mistake) for mistake in MISTAKES),
        tuple((f"{letter} {name}", _rules(letter)) for letter, name in FAMILIES.items()),
        tuple(Heading(id, name, tuple(Heading(*child) for child in children)) for id, name, children in SECTIONS),
    )


def _snippet(file: str, text: str) -> Snippet:
    return Snippet(file, tuple((line[:1] or " ", line[1:]) for line in text.split("\n")))


def _message(edition: Edition) -> tuple[str, tuple[Part, ...]]:
    """What `stdbook check` says when someone relaxes a limit of the law: whole, and taken apart."""
    document = edition.documents.get(EXAMPLE)
    parameter = document.parameters.get("p-accident-report") if document else None
    place = parameter.place["value"] if parameter else Place(f"{FOLDER}/standard.yml", 237, 12)
    finding = rules.N403.at(
        place,
        subject="生产安全事故向政府部门报告的时限",
        value="2 h",
        source="生产安全事故报告和调查处理条例第九条",
        fact="1 h",
    )
    name = SEVERITIES[finding.severity][0]
    source = f"{place.line:>6} |     value: 2"
    caret = f"       | {' ' * (place.column - 1)}^"
    manual = f"docs/rules/{finding.code}.md"
    whole = (
        f"{place.file}:{place.line}:{place.column}: {name} {finding.code} {finding.message()}\n"
        f"{source}\n{caret}\n   改法：{finding.hint()}说明：{manual}"
    )
    pieces = (
        ("文件", "哪个文件。在 VS Code 里按住 Ctrl 点它，直接跳到出错的地方", place.file),
        ("行:列", "第几行、第几个字。行号就是编辑器左边的数", f"{place.line}:{place.column}"),
        ("级别和代码", "错误、警告还是提示；代码是规则的编号，可以拿去查", f"{name} {finding.code}"),
        ("哪里不对", "一句话说清问题", finding.message()),
        ("原文和箭头", "把那一行原样抄给你看，^ 指着出错的字", f"{source.strip()}\n{' ' * (place.column + 5)}^"),
        ("怎么改", "照着做就行", f"改法：{finding.hint()}"),
        ("说明书", "这条规则的一页说明：为什么、错的例子、对的例子", manual),
    )
    parts: list[Part] = []
    y = 34
    for name, tells, text in pieces:
        lines = tuple(line for piece in text.split("\n") for line in _wrap(piece))
        parts.append(Part(name, tells, lines, y))
        y += _tall(lines)
    return whole, tuple(parts)


def _tall(lines: tuple[str, ...]) -> int:
    """The height of a part in the picture: its name, its lines, a gap."""
    return 34 + 18 * len(lines)


def _wrap(text: str, room: float = 297.0) -> tuple[str, ...]:
    """Lines that fit `room` pixels at 12 px, fixed-width Latin and square Chinese characters."""
    lines: list[str] = []
    line, used = "", 0.0
    for char in text:
        step = 12.0 if unicodedata.east_asian_width(char) in "WF" else 7.2
        if used + step > room:
            lines.append(line)
            line, used = "", 0.0
        line, used = line + char, used + step
    return (*lines, line)


def _mistake(code: str, why: str, wrong: str, right: str) -> Mistake:
    rule = rules.CATALOGUE[code]
    return Mistake(code, SEVERITIES[rule.severity][0], rule.severity.value, rule.title, why, wrong, right)


def _rules(family: str) -> tuple[RuleRow, ...]:
    found = sorted((r for r in rules.CATALOGUE.values() if r.code.startswith(family)), key=lambda r: r.code)
    return tuple(RuleRow(r.code, SEVERITIES[r.severity][0], r.severity.value, r.title, _plain(r.hint)) for r in found)


def _plain(template: str) -> str:
    """A hint without its facts: `写 {{{id}}}，或改为 {value}` -> `写 {…}，或改为 …`."""
    told = re.sub(r"\{\{|\}\}|\{[^{}]*\}", lambda found: {"{{": "{", "}}": "}"}.get(found[0], "…"), template)
    return told if len(re.sub(r"[…。，、；：（）“”]", "", told)) > 2 else "照消息里给出的写法改。"
