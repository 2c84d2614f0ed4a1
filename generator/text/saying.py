"""Words and numbers that say the same in a standard, and the normal form of a sentence made of them.

必须 and 应, 每月一次 and 每月 1 次, half- and full-width punctuation: whoever reads them does the same.
"""

from __future__ import annotations

import re
import unicodedata

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
DIGITS = {c: str(n) for n, c in enumerate("零一二三四五六七八九十")} | {"两": "2", "百": "100", "半": "0.5"}
MEASURES = "人次日天周月年项份户处名路级个条张台只小时分钟度倍元家件类种段遍"

NUMBER = re.compile(rf"\d+(?:\.\d+)?|[一二两三四五六七八九十百半](?=[{MEASURES}])(?!次性|级[^以及风])")
MODAL = re.compile("|".join(sorted(MODALS, key=len, reverse=True)))
SAYING = re.compile("|".join(sorted(SAME, key=len, reverse=True)))

_KEPT = frozenset("%‰°′″{}#")
"""Signs that mean something; other punctuation does not."""
_UNITS = re.compile(
    rf"(?P<reference>\{{[^{{}}]*\}})|(?P<number>(?<![\w.])-?\d+(?:\.\d+)?|{NUMBER.pattern})"
    rf"|(?P<same>{SAYING.pattern})|(?P<modal>{MODAL.pattern})|(?P<sign>[^\w²³])"
)


def said(text: str) -> str:
    """What a text says, as one line without spaces and punctuation: equal for texts that say the same word for word.

    References such as {p-verify} stay as they are. Grammar and order count: this is for noticing that something was
    rewritten, not for judging how far.
    """
    if not text.isascii():
        text = "".join(c if c in "²³" else unicodedata.normalize("NFKC", c) for c in text)
    return _UNITS.sub(_said, text)


def _said(found: re.Match[str]) -> str:
    whole = found[0]
    match found.lastgroup:
        case "reference":
            return "{" + whole[1:-1].strip() + "}"
        case "number":
            plain = DIGITS.get(whole, whole)
            return f" {plain.rstrip('0').rstrip('.') if '.' in plain else plain} "
        case "same":
            return SAME[whole]
        case "modal":
            return MODALS[whole]
        case _:
            return whole if whole in _KEPT or unicodedata.category(whole) in ("Sm", "So", "Sc") else ""
