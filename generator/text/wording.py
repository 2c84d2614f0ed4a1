"""Modal verbs of GB/T 1.1-2020 Annex C in Chinese sentences, and words that standards avoid.

Chinese has no spaces, so a modal character is often part of another word (应急, 供应, 可靠, 电能, 事宜). Such words, and
quoted text, are masked before anything is matched. The other trap is the reverse: 核对应由 is 核对 + 应由, not 对应,
so a word that can also arise from two neighbours says what may stand before and after it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

Modal = Literal["requirement", "recommendation", "permission", "ability"]

QUOTED = re.compile(r"“[^”]*”|《[^》]*》")
REFERENCE = re.compile(r"\{[^{}]*\}")
MASK, REFERRED = "\ufffc", "\ufffb"
INNOCENT = re.compile(
    # 应 in other words
    "供不应求|供应|响应|(?<![A-Ca-c甲乙丙单三每])相应|反应|适应|(?<![核校面针])对应|感应|效应|呼应|顺应"
    "|应急|应力|应届|应知应会|应聘|应诉|应邀|应激|应答(?![复辩题])|应付(?!清|给|出)|应收(?![集取到回存听好齐入受])"
    "|应交(?![由给回还接付叉底验班])|应[抄缴发退补检考训](?=户|而未|未|人数|数|率|电费|电量|次)"
    "|应对(?=措施|预案|工作|能力|方案|策略|突发)|应(?:客户|用户|对方|业主|政府|申请人|公安机关)(?=的?(?:要求|请求|邀请))"
    "|应用(?=[，。；、和与的]|系统|架构|软件|程序|场景|层|服务|平台|功能|端|商店|市场|成果|情况|范围|培训|支撑|接口|日志|账号|权限)"
    "|(?<=推广|业务|移动|数据|广泛|手机|线上|实际|技术|深化|集成|不应|各类|稽查)应用"
    # 可 in other words
    "|可靠|可能|许可|(?<!确)认可|可视(?=化|范围|距离|门禁|通话)|可控|可追溯|可溯源|可再生|可行(?!使|走|驶)|可燃|可预期|可替换|可回溯|可持续|可识别(?=的)"
    "|可用(?=性|率|容量|状态|时|余额|电源|资源|带宽|额度|空间|的|[，。；、])|不可用|可比(?=性|价|口径|期)|可见|可读|可信|可疑"
    "|可查(?![询看阅验找收明])|不可(?=抗力|避免|逆|靠|恢复|或缺|分割|否认|抵赖|更改的|预见|抗拒)可?|(?<=不)可(?=抗力|避免|逆)"
    "|可编程|可移动(?=介质|存储)|可开放(?=容量)|可(?:中断|调节|转移|调|控)(?=负荷|资源|能力)|尚可|即可|不必要"
    # 能 and 宜 in other words
    "|电能|能源|能力|功能|节能|性能|职能|智能|技能|能效|储能|光能|热能|动能|只能|能量|能耗"
    "|事宜|适宜|便宜|宜居(?!中)|因地制宜|不合时宜|权宜|宜昌|宜宾|宜春|宜兴"
    # prohibitions that are names, and negations that prohibit nothing
    "|禁止(?=类|性|标志|标识|令)|不得(?=不|分|已)"
)
MODALS: dict[Modal, re.Pattern[str]] = {
    "requirement": re.compile("应(?!当(?![日天月年场面班]))|不准许|只准许"),
    "recommendation": re.compile("宜|(?:^|[，；：。])不?(?:建议|推荐)(?!性|书|人|意见|方案|表|函|机)(?![^，。；]*的，)"),
    "permission": re.compile(
        "(?<!不)可(?!能)|不必|无须|不需要(?![^，。；]*的[，。；])|(?:^|[，；：。])允许(?!范围|误差|值|偏差|量|荷载|电流)"
    ),
    "ability": re.compile("能"),
}

SIGNS = re.compile("[应宜可能]|准许|建议|推荐|不必|无须|不需要|允许")
"""What every modal verb contains: a text without any has none."""


class Word(NamedTuple):
    """A word to avoid: how it is found in masked text, and what to write instead in Chinese and English."""

    pattern: re.Pattern[str]
    instead: str
    instead_en: str


def _words(table: Mapping[str, tuple[str, str]], contexts: Mapping[str, str]) -> dict[str, Word]:
    return {word: Word(re.compile(contexts.get(word, word)), *instead) for word, instead in table.items()}


AVOIDED = _words(
    {
        "必须": ("应", "应 (shall)"),
        "务必": ("应", "应 (shall)"),
        "应当": ("应", "应 (shall)"),
        "不可": ("不应", "不应 (shall not)"),
        "不得": ("不应", "不应 (shall not)"),
        "禁止": ("不应", "不应 (shall not)"),
        "严禁": ("不应", "不应 (shall not)"),
        "无须": ("不必", "不必 (need not)"),
        "不需要": ("不必", "不必 (need not)"),
    },
    {"务必": "(?<!业)务必", "应当": "应当(?![日天月年场面班])", "不可": "不可(?!能)", "不需要": "不需要(?![^，。；]*的[，。；])"},
)
"""Words that GB/T 1.1 or its practice replaces (必须 never replaces 应)."""

_LIMIT = ("写明时限：在{p-…}内", "State the limit: within {p-…}")
_CRITERION = ("写明数值或条件", "State a value or a condition")
_WHO = ("写明是哪个部门", "Name the department")
_WHERE = ("写明是哪个文件的哪一条", "Name the document and its clause")
_DROP = ("删去，写明做什么、做到什么程度", "Drop it: say what is done, and how far")
VAGUE = _words(
    {
        "及时": _LIMIT,
        "尽快": _LIMIT,
        "适时": _LIMIT,
        "第一时间": _LIMIT,
        "立刻": ("立即，或写明时限", "立即, or state the limit"),
        "有关部门": _WHO,
        "相关部门": _WHO,
        "相关规定": _WHERE,
        "有关规定": _WHERE,
        "适当": _CRITERION,
        "一定的": _CRITERION,
        "足够": _CRITERION,
        "若干": ("写明个数", "State the number"),
        "较大": _CRITERION,
        "合理": _CRITERION,
        "酌情": _CRITERION,
        "视情况": _CRITERION,
        "必要时": ("写明是什么情形", "State the circumstances"),
        "等情况": ("把情况列全", "List the circumstances"),
        "定期": ("写明频次：{p-…}", "State the frequency: {p-…}"),
        "原则上": ("删去，或把例外写成单独的条款", "Drop it, or make the exception a clause"),
        "尽量": ("删去；做不到的情形写成例外", "Drop it; make what cannot be done an exception"),
        "妥善": _DROP,
        "加强": _DROP,
        "切实": _DROP,
        "高度重视": _DROP,
        "热情周到": _DROP,
    },
    {
        "及时": "(?<![以涉普危触遍])及时(?![率性间刻长段钟])",
        "定期": f"(?<![规指约固确议设{REFERRED}])(?<!每[年月周日])(?<!每季度)(?<!每半年)定期(?!工作|借记|存款|轮换|报表)"
        f"(?![^。]*(?:{REFERRED}|每|周期为))",
        "加强": "(?<!增)加强(?!绝缘|型|级|筋)",
        "有关部门": "(?<!所列的)(?<!上述)(?<!下列)有关部门",
        "相关部门": "(?<!所列的)(?<!上述)(?<!下列)相关部门",
        "较大": "较大(?!及以上|事故|级|等级|风险|隐患|社会)",
        "合理": "合理(?!化|用电|性|损耗|误差|需求|理由)",
        "视情况": "(?<!可)视情况|可视情况",
    },
)
"""Words that cannot be checked."""


def masked(text: str) -> str:
    """The text with quotations, references and innocent words replaced by marks of equal length."""
    for pattern, mark in ((REFERENCE, REFERRED), (QUOTED, MASK), (INNOCENT, MASK)):
        text = pattern.sub(lambda found, mark=mark: mark * len(found[0]), text)  # type: ignore[misc]
    return text


def modals(text: str) -> dict[Modal, int]:
    """The kinds of modal verb that a text uses, each with the position of its first one."""
    if not SIGNS.search(text):
        return {}
    plain = masked(text)
    return {kind: found.start() for kind, pattern in MODALS.items() if (found := pattern.search(plain))}


def uses(words: Mapping[str, Word], text: str) -> list[str]:
    """Those of some words that a text uses outside quotations, in order."""
    present = [word for word in words if word in text]
    if not present:
        return []
    plain = masked(text)
    found = ((match.start(), word) for word in present if (match := words[word].pattern.search(plain)))
    return [word for _, word in sorted(found)]
