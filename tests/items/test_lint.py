"""Flaws of item writing are named, in the bank and to the editor of a question."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.items.bank import bank, flaws_of
from generator.items.coverage import coverage
from generator.items.item import Choice, Item, Quantity
from generator.items.lint import flaws
from generator.model.edition import Edition
from tests.kit import ROOT, findings, overlay

CLAUSE = "装表接电工应在 2 个工作日内换装新表。"


def item(*texts: str, stem: str = "故障换表应在多长时间内完成？", type: str = "single") -> Item:
    """A sound question whose first option is the key."""
    choices = tuple(Choice(text, i == 0, "" if i == 0 else "另一情形的规定。") for i, text in enumerate(texts))
    return Item("z.a", "hand", type, "z304-01", "a", "5.1", stem, choices, "A", (), "依据", 0.7, "apply", "z304-01:a")  # type: ignore[arg-type]


SOUND = item("停止作业并报告班组长", "继续作业并记录情况", "离开现场等候通知")
BLANK = replace(SOUND, type="blank", choices=(), accept=("5",))


@pytest.mark.parametrize(
    ("code", "flawed"),
    [
        (
            "Q701",
            replace(
                SOUND, type="blank", choices=(), stem="期限为 ____ 日。", accept=("5",), quantity=Quantity(Decimal(5), ("日",))
            ),
        ),
        ("Q704", item("45 min", "0.75 h", "2 h")),
        ("Q707", item("停止作业、设专人看守现场并报告班组长", "继续作业并记录情况", "离开现场等候通知")),
        ("Q708", item("停止作业", "继续作业，同时安排另外两名班成员轮流看守现场的表箱", "离开")),
        ("Q710", item("不需要接地", "验电", "停电", stem="下列哪一项不属于停电作业的安全措施？")),
        ("Q711", item("报告班组长", "一律停电处理", "等候通知")),
        (
            "Q712",
            item("由反窃电专责人员查处", "自行处理后报告", "交给用户处理", stem="反窃电专责人员到场前应怎样处理？"),
        ),
        ("Q713", item("2 h", "3 m", "4 h")),
        ("Q714", item("5 日", "2 日", "7 日")),
        ("Q716", item("5～10 次", "8～12 次", "15～20 次")),
        ("Q718", item("停电", "验电", "接地", stem="做什么")),
        ("Q718", item("停电", "验电", "接地", stem="这道题的题干没有写成完整的句子")),
        ("Q719", item("应当在作业前办理工作票甲", "应当在作业前办理工作卡", "应当在作业前办理派工单子")),
        ("Q723", replace(BLANK, stem="____、____、____ 三项。")),
        ("Q724", replace(SOUND, type="ordering", choices=(Choice("首先停电", True), Choice("验电", True), Choice("接地", True)))),
        ("Q725", replace(SOUND, choices=(Choice("停电", True), Choice("验电", False), Choice("接地", False, "不对。")))),
        ("Q729", replace(SOUND, stem="用户电话 13800138000 打不通，应怎样处理？")),
    ],
)
def test_flaw(code: str, flawed: Item) -> None:
    """Exactly this rule is broken."""
    assert {found for found, _ in flaws(flawed, CLAUSE)} == {code}


def test_a_sound_question_has_no_flaw() -> None:
    """The question that the flawed ones are made of is sound, and so is an absolute word that the clause has."""
    assert not [*flaws(SOUND, CLAUSE)]
    assert not [*flaws(item("报告班组长", "一律停电处理", "等候通知"), "一律停电处理。")]


def test_the_editor_is_told(tmp_path: Path) -> None:
    """A flaw that an editor writes is a finding at the question's stem."""
    file = "standards/management/g208-01/questions.yml"
    changed = (
        "- text: 签订专门的安全生产管理协议后准许进场",
        "- text: 先签订专门的安全生产管理协议，明确双方的安全职责，再准许外包单位进场施工",
    )
    found = [f for f in findings(overlay(tmp_path, {file: changed}, ROOT)) if f.code == "Q707"]
    assert [f.place.file for f in found] == [file]
    assert "q-contractor-in-a-hurry" in found[0].message()


def test_the_bank_has_no_flaw_and_enough_to_ask(real: Edition) -> None:
    """No item is flawed; at least 25 facts a standard, no model above a quarter, true or false at most a quarter."""
    for one in bank(real):
        assert not [*flaws_of(one, real.documents[one.standard], real.corpus)], one.id
    found = coverage(real)
    assert sum(found.facts.values()) / len(real.documents) >= 25
    assert max(share for model, share in found.models.items() if model != "hand") <= 0.25
    assert found.types["true_false"] <= 0.25
