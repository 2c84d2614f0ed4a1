"""Flaws of a question that help the guesser, mislead the knower, or give somebody's data away.

Rules I01 to I29 of item writing, after Haladyna, Downing and Rodriguez (2002) and their automatic checks by Schmucker and Moore
(2025); thresholds are ours. Rule Q7nn is I-nn. What can only be said of a whole paper is checked with the papers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from statistics import mean

from generator.items.item import Item
from generator.text.quantities import UNITS, in_base

LONGEST_KEY = 1.3
"""A key longer than this many times the mean of the others gives itself away (I07)."""
SPREAD = 3.0
"""The longest option is at most this many times the shortest (I08)."""
LONG = 14
"""Options up to this length are too short for their lengths to tell anything."""
STEM = (8, 120)
OPTION = 48
SHARED_ENDS = 6
"""So many characters at the start or end of every option belong in the stem (I19)."""
ECHO = 6
"""So many characters of the stem in the key alone give it away (I12)."""

NEGATIVE = re.compile("不属于|不包括|不正确|错误的是|不符合|不需要")
ABSOLUTE = re.compile("一律|绝对|任何情况|总是|从不")
SEQUENCE = re.compile(r"^(?:首先|然后|接着|最后|第[一二三四五六七八九]步|\d+[.、])")
HAN = re.compile("[\u4e00-\u9fff]+")
PERSONAL = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)|[\w.]+@[\w.]+\.\w+")
RANGE = re.compile(r"(\d+(?:\.\d+)?)\s*[～~—-]\s*(\d+(?:\.\d+)?)")
QUANTITY = re.compile(
    rf"^(\d+(?:\.\d+)?)\s*({'|'.join(sorted(map(re.escape, {*UNITS, *(u.zh for u in UNITS.values())}), key=len, reverse=True))})$"
)
UNIT_OF = {spelling: name for name, unit in UNITS.items() for spelling in (name, unit.zh)}


def flaws(item: Item, clause: str) -> Iterator[tuple[str, str]]:
    """The rules that an item breaks, each with what is wrong in Chinese. `clause` is the text that the item rests on."""
    yield from _stem(item)
    yield from _number(item, clause)
    if PERSONAL.search(" ".join((item.stem, item.explanation, *(c.text for c in item.choices)))):
        yield "Q729", "有电话、证件号或邮箱"
    if item.type in ("single", "multiple"):
        yield from _options(item, clause)
    if item.type == "single":
        yield from _cues(item)
    if item.type == "ordering" and any(SEQUENCE.search(c.text) for c in item.choices):
        yield "Q724", "步骤的文字里写着次序"
    if item.type == "blank" and not (1 <= item.stem.count("____") <= 2 and all(len(a) <= 24 for a in item.accept)):
        yield "Q723", "填空题有 1～2 个空，每个答案不超过 24 个字"


def _stem(item: Item) -> Iterator[tuple[str, str]]:
    least, most = STEM
    if not least <= len(item.stem) <= most:
        yield "Q718", f"题干 {len(item.stem)} 个字，应为 {least}～{most} 个字"
    elif item.stem[-1] not in "？。：…" and "____" not in item.stem:
        yield "Q718", "题干没有说完：以“？”“。”结尾，或者留空"


def _number(item: Item, clause: str) -> Iterator[tuple[str, str]]:
    """The number that is the key stands in the clause."""
    if item.quantity and not re.search(rf"(?<![\d.]){re.escape(f'{item.quantity.value}')}(?![\d])", clause):
        yield "Q701", f"依据的条款里没有 {item.quantity.value}"


def _options(item: Item, clause: str) -> Iterator[tuple[str, str]]:
    texts = [c.text for c in item.choices]
    if any(len(text) > OPTION for text in texts):
        yield "Q718", f"选项超过 {OPTION} 个字"
    sizes = [quantity_of(text) for text in texts]
    known = [size for size in sizes if size]
    if len(known) == len(texts):
        if len(set(known)) < len({re.sub(r"\s", "", unicodedata.normalize("NFKC", text)) for text in texts}):
            yield "Q704", "两个选项是同一个量"
        values = [value for _, value in known]
        if len({dimension for dimension, _ in known}) > 1:
            yield "Q713", "选项的量纲不同"
        elif values not in (sorted(values), sorted(values, reverse=True)):
            yield "Q714", "数值选项没有按大小排列"
    ranges = sorted((Decimal(m[1]), Decimal(m[2])) for m in map(RANGE.search, texts) if m)
    if len(ranges) == len(texts) and any(after[0] < before[1] for before, after in pairwise(ranges)):
        yield "Q716", "选项的范围重叠"
    if NEGATIVE.search(item.stem) and any(NEGATIVE.search(text) for text in texts):
        yield "Q710", "题干和选项都是否定"
    for choice in item.choices:
        found = ABSOLUTE.search(choice.text)
        if found and found[0] not in clause and sum(found[0] in text for text in texts) < len(texts):
            yield "Q711", f"只有部分选项有“{found[0]}”"
            break
    shared = max(_shared(texts), _shared([text[::-1] for text in texts]))
    if SHARED_ENDS <= shared < min(map(len, texts)) and not all(sizes) and not all(t.startswith("JL-") for t in texts):
        yield "Q719", f"各选项有 {shared} 个字相同，应移到题干"
    if any(not choice.correct and not choice.why for choice in item.choices):
        yield "Q725", "有的错误选项没有说明它属于什么"


def _cues(item: Item) -> Iterator[tuple[str, str]]:
    """What tells the key of a single choice from its distractors without any knowledge."""
    key = next((c.text for c in item.choices if c.correct), "")
    others = [c.text for c in item.choices if not c.correct]
    if not others:
        return
    lengths = [len(c.text) for c in item.choices]
    if len(key) > LONG and len(key) > LONGEST_KEY * mean(map(len, others)) and len(key) == max(lengths):
        yield "Q707", "正确选项明显比其他选项长"
    if max(lengths) > LONG and max(lengths) > SPREAD * min(lengths):
        yield "Q708", "选项长短悬殊"
    runs = (run[i : i + ECHO] for run in HAN.findall(key) for i in range(len(run) - ECHO + 1))
    echo = next((run for run in runs if run in item.stem), "")
    if echo and not any(echo in text for text in others):
        yield "Q712", f"题干里的“{echo}”只在正确选项里出现"


def quantity_of(text: str) -> tuple[str, Decimal] | None:
    """A quantity in base units; a number of units without fixed size by itself; None for other texts."""
    found = QUANTITY.match(unicodedata.normalize("NFKC", text).replace("mm2", "mm²"))
    if not found:
        return None
    unit = UNIT_OF.get(found[2], found[2])
    return (in_base(Decimal(found[1]), unit) if unit in UNITS else None) or (unit, Decimal(found[1]))


def _shared(texts: list[str]) -> int:
    """How many characters all texts begin with."""
    count = 0
    for chars in zip(*texts, strict=False):
        if len(set(chars)) > 1:
            break
        count += 1
    return count
