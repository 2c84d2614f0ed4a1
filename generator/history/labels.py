"""The words for grades and kinds of change, in Chinese and English."""

from __future__ import annotations

from generator import Lang
from generator.history.change import Grade, Kind

GRADES: dict[Grade, tuple[str, str]] = {
    Grade.ADDED: ("新增", "added"),
    Grade.REMOVED: ("删去", "removed"),
    Grade.TIGHTENED: ("加严", "tightened"),
    Grade.RELAXED: ("放宽", "relaxed"),
    Grade.MOVED: ("移动", "moved"),
    Grade.WORDING: ("措辞", "wording"),
    Grade.META: ("资料", "meta"),
}
KINDS: dict[Kind, tuple[str, str]] = {
    "standard": ("标准", "standard"),
    "clause": ("条文", "clause"),
    "verb": ("助动词", "modal verb"),
    "limit": ("限值", "limit"),
    "role": ("责任", "role"),
    "step": ("流程", "step"),
    "record": ("记录", "record"),
    "checklist": ("检查单", "checklist"),
    "question": ("试题", "question"),
    "reference": ("引用", "reference"),
    "scope": ("范围", "scope"),
    "term": ("术语", "term"),
    "risk": ("风险", "risk"),
    "lifecycle": ("版次与日期", "life cycle"),
    "owner": ("归口与批准", "owner"),
    "register": ("登记表", "register"),
    "meta": ("资料", "data"),
}


def grade_name(grade: Grade, lang: Lang = "zh") -> str:
    return GRADES[grade][lang == "en"]


def kind_name(kind: Kind, lang: Lang = "zh") -> str:
    return KINDS[kind][lang == "en"]
