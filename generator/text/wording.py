"""Modal verbs of GB/T 1.1-2020 Annex C in Chinese sentences, and words that standards avoid.

Words that merely contain a modal character (应急, 供应, 可靠, 电能, 事宜 …) and quoted text are masked before matching.
"""

from __future__ import annotations

import re
from typing import Literal

Modal = Literal["requirement", "recommendation", "permission", "ability"]

QUOTED = re.compile(r"“[^”]*”|《[^》]*》|\{[^{}]*\}")
INNOCENT = re.compile(
    "供应|响应|相应|反应|适应|对应|感应|效应|(?<!不)(?:应急|应用|应收|应付|应交|应力|应答)"
    "|可靠|可能|许可|认可|可视|可控|可追溯|可再生|可行|可用|可燃|可比|可见|可读|可查"
    "|电能|能源|能力|功能|节能|性能|职能|智能|技能|能效|储能|光能|热能|动能|只能|能量|能耗"
    "|事宜|适宜|便宜|宜居"
)
MODALS: dict[Modal, re.Pattern[str]] = {
    "requirement": re.compile(r"应(?!当)"),
    "recommendation": re.compile(r"宜"),
    "permission": re.compile(r"可(?!能)|不必"),
    "ability": re.compile(r"能"),
}
MASK = "\ufffc"

AVOIDED = {
    "必须": "应",
    "不可": "不应",
    "不得": "不应",
    "禁止": "不应",
    "严禁": "不应",
    "应当": "应",
    "无须": "不必",
    "不需要": "不必",
}
"""Words that GB/T 1.1 or its practice replaces, and what to write (必须 never replaces 应)."""

VAGUE = {
    "及时": "写明时限：在{p-…}内",
    "尽快": "写明时限：在{p-…}内",
    "立刻": "立即，或写明时限",
    "有关部门": "写明是哪个部门",
    "相关部门": "写明是哪个部门",
    "相关规定": "写明是哪个文件的哪一条",
    "有关规定": "写明是哪个文件的哪一条",
    "适当": "写明数值或条件",
    "必要时": "写明是什么情形",
    "定期": "写明频次：{p-…}",
    "原则上": "删去，或把例外写成单独的条款",
    "一定的": "写明数值",
    "加强": "写明做什么",
}
"""Words that cannot be checked, and what to write instead."""


def masked(text: str) -> str:
    """The text with quotations, references and innocent words replaced by marks of equal length."""
    for pattern in (QUOTED, INNOCENT):
        text = pattern.sub(lambda found: MASK * len(found[0]), text)
    return text


def modals(text: str) -> dict[Modal, int]:
    """The kinds of modal verb that a text uses, each with the position of its first one."""
    plain = masked(text)
    return {kind: found.start() for kind, pattern in MODALS.items() if (found := pattern.search(plain))}


def first_of(words: dict[str, str], text: str) -> tuple[str, str] | None:
    """The first of some words that stands in a text outside quotations, and what to write instead."""
    plain = QUOTED.sub(lambda found: MASK * len(found[0]), text)
    hits = sorted((plain.find(word), word) for word in words if word in plain)
    return (hits[0][1], words[hits[0][1]]) if hits else None
