"""Chinese sentences as tokens: references, numbers, modal verbs, roles and single characters, in one normal form.

Two sentences with the same tokens say the same: 必须 and 应, 每月一次 and 每月 1 次, half- and full-width punctuation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.model.prose import REFERENCE
from generator.text.wording import INNOCENT, QUOTED

Sort = Literal["reference", "number", "modal", "role", "negation", "word"]


@dataclass(frozen=True, slots=True)
class Token:
    """A unit of meaning: its normal form, and where it stands in the text."""

    sort: Sort
    form: str
    start: int
    end: int

    @property
    def key(self) -> tuple[str, str]:
        return self.sort, self.form


MODALS: dict[str, str] = {
    **dict.fromkeys(("不应当", "不应该", "不应", "不得", "不准许", "不准", "不许", "严禁", "禁止", "不可以", "不可"), "不应"),
    **dict.fromkeys(("应当", "应该", "应", "必须", "务必", "须", "只准许"), "应"),
    **dict.fromkeys(("不宜", "不建议", "不推荐"), "不宜"),
    **dict.fromkeys(("宜", "建议", "推荐"), "宜"),
    **dict.fromkeys(("不必", "无须", "无需", "不需要", "不需"), "不必"),
    **dict.fromkeys(("可以", "可", "允许", "准许"), "可"),
    **dict.fromkeys(("不能够", "不能"), "不能"),
    **dict.fromkeys(("能够", "能"), "能"),
}
SAME: dict[str, str] = {
    **dict.fromkeys(("按照", "依照", "依据", "根据", "遵照"), "按"),
    **dict.fromkeys(("或者", "之一"), "或"),
    **dict.fromkeys(("以及", "与", "及", "并且"), "和"),
    **dict.fromkeys(("以内", "之内"), "内"),
    **dict.fromkeys(("不大于", "不高于", "不多于", "至多", "最多"), "不超过"),
    **dict.fromkeys(("不低于", "不小于", "至少", "最少"), "不少于"),
    **dict.fromkeys(("之前", "以前"), "前"),
    **dict.fromkeys(("之后", "以后"), "后"),
    **dict.fromkeys(("期间",), "时"),
    **dict.fromkeys(("马上", "立刻", "即刻"), "立即"),
    **dict.fromkeys(("通知", "告诉", "知会"), "告知"),
    **dict.fromkeys(("采用", "运用"), "使用"),
    **dict.fromkeys(("所有", "全体"), "全部"),
    **dict.fromkeys(("汇报", "上报", "呈报"), "报告"),
    **dict.fromkeys(("签字", "签署姓名"), "签名"),
    **dict.fromkeys(("填报", "填好"), "填写"),
    **dict.fromkeys(("如果", "倘若", "若"), "如"),
    **dict.fromkeys(("核实", "核查"), "核对"),
    **dict.fromkeys(("客户",), "用户"),
    **dict.fromkeys(("逐个", "逐项", "逐条"), "逐一"),
    **dict.fromkeys(("开展", "进行", "予以", "加以", "给予"), ""),
    **dict.fromkeys(("对于", "关于"), "对"),
    **dict.fromkeys(("电话号码",), "电话"),
    **dict.fromkeys(("每个", "各个"), "各"),
}
"""Words that say the same in a standard."""
EMPTY = frozenset("的了着在把将被由向对以而则其该此这那也还均都所为地得并且就之于予")
"""Characters that carry grammar, not meaning."""
DIGITS = {c: str(n) for n, c in enumerate("零一二三四五六七八九十")} | {"两": "2", "百": "100", "半": "0.5"}
MEASURES = "人次日天周月年项份户处名路级个条张台只小时分钟度倍元家件类种段遍"

NUMBER = re.compile(rf"\d+(?:\.\d+)?|[一二两三四五六七八九十百半](?=[{MEASURES}])(?!次性|级[^以及风])")
NEGATION = re.compile("没有|未经|[不未无非]")
_MODAL = re.compile("|".join(sorted(MODALS, key=len, reverse=True)))
_SAME = re.compile("|".join(sorted(SAME, key=len, reverse=True)))
_LATIN = re.compile(r"[A-Za-zΑ-Ωα-ω°%‰²³]+")


@cache
def _pattern(names: frozenset[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True)))) if names else None


def tokens(text: str, roles: Mapping[str, str]) -> tuple[Token, ...]:
    """What a sentence says, punctuation, spaces and grammar left out. `roles` maps names to ids."""
    plain = "".join(
        unicodedata.normalize("NFKC", c) if c not in "²³" and len(unicodedata.normalize("NFKC", c)) == 1 else c for c in text
    )
    masked = [False] * len(plain)
    for pattern in (QUOTED, INNOCENT):
        for match in pattern.finditer(plain):
            masked[match.start() : match.end()] = [True] * (match.end() - match.start())
    named = _pattern(frozenset(roles))
    found: list[Token] = []
    at = 0
    while at < len(plain):
        token, at = _next(plain, at, masked[at], roles, named)
        if token:
            found.append(token)
    return tuple(found)


def _next(text: str, at: int, masked: bool, roles: Mapping[str, str], named: re.Pattern[str] | None) -> tuple[Token | None, int]:
    if match := REFERENCE.match(text, at):
        return Token("reference", match[1].strip(), at, match.end()), match.end()
    if named and (match := named.match(text, at)):
        return Token("role", roles[match[0]], at, match.end()), match.end()
    if not masked and (match := _SAME.match(text, at)):
        return (Token("word", SAME[match[0]], at, match.end()) if SAME[match[0]] else None), match.end()
    if text.startswith(
        ("不超过", "不少于", "立即", "告知", "使用", "全部", "报告", "签名", "填写", "核对", "用户", "逐一", "电话"), at
    ):
        size = 3 if text[at] == "不" else 2
        return Token("word", text[at : at + size], at, at + size), at + size
    if not masked and (match := _MODAL.match(text, at)):
        return Token("modal", MODALS[match[0]], at, match.end()), match.end()
    if match := NUMBER.match(text, at):
        return Token("number", DIGITS.get(match[0], match[0]), at, match.end()), match.end()
    if not masked and (match := NEGATION.match(text, at)):
        return Token("negation", "不", at, match.end()), match.end()
    if match := _LATIN.match(text, at):
        return Token("word", match[0], at, match.end()), match.end()
    char = text[at]
    if char in EMPTY or not char.isalnum():
        return None, at + 1
    return Token("word", char, at, at + 1), at + 1
