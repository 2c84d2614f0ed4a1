"""The analyser: text to search tokens, as docs/search.md specifies them.

Its twin is `site_plugins/assets/static/search-core.js`; `tests/search/vectors.yml` holds both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

from generator.text.scripts import simplified_table

UNITS: dict[str, tuple[int, str]] = {
    "v": (1, "v"), "伏": (1, "v"), "伏特": (1, "v"), "kv": (1000, "v"), "千伏": (1000, "v"), "万伏": (10000, "v"),
    "kw": (1, "kw"), "千瓦": (1, "kw"), "mw": (1000, "kw"), "兆瓦": (1000, "kw"), "万千瓦": (10000, "kw"),
    "kva": (1, "kva"), "千伏安": (1, "kva"), "mva": (1000, "kva"), "兆伏安": (1000, "kva"),
    "mm": (1, "mm"), "毫米": (1, "mm"), "cm": (10, "mm"), "厘米": (10, "mm"), "公分": (10, "mm"),
    "m": (1000, "mm"), "米": (1000, "mm"),
    "km": (1000000, "mm"), "千米": (1000000, "mm"), "公里": (1000000, "mm"), "海里": (1, "海里"),
    "mm2": (1, "mm2"), "平方毫米": (1, "mm2"), "平方": (1, "mm2"), "m2": (1000000, "mm2"), "平方米": (1000000, "mm2"),
    "s": (1, "s"), "秒": (1, "s"), "min": (60, "s"), "分钟": (60, "s"), "h": (3600, "s"),
    "小时": (3600, "s"), "个小时": (3600, "s"),
    "日": (1, "日"), "天": (1, "日"), "周": (7, "日"), "工作日": (1, "工作日"), "个工作日": (1, "工作日"),
    "月": (1, "月"), "个月": (1, "月"), "季度": (3, "月"), "个季度": (3, "月"), "年": (12, "月"),
    "hz": (1, "hz"), "赫兹": (1, "hz"), "°c": (1, "°c"), "摄氏度": (1, "°c"), "度": (1, "度"), "%": (1, "%"),
    "元": (1, "元"), "万元": (10000, "元"), "倍": (1, "倍"), "人": (1, "人"), "名": (1, "人"), "个人": (1, "人"), "次": (1, "次"),
    "户": (1, "户"), "级": (1, "级"), "位": (1, "位"), "项": (1, "项"), "份": (1, "份"), "条": (1, "条"),
}  # fmt: skip
"""Unit as written to its size in a base unit; 工作日 and 日 are different units, hours are never days."""

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
POWERS = {"十": 10, "百": 100, "千": 1000}
HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_NUMBER = r"\d+(?:\.\d+)*"
_NUMERAL = "[〇零一二两三四五六七八九十百千万]"


def _either(units: list[str]) -> str:
    longest_first = sorted(units, key=lambda u: (-len(u), u))
    return "|".join(re.escape(u) + ("(?!全)" if u.endswith("伏安") else "") for u in longest_first)  # 10千伏安全距离


_ANY = _either(list(UNITS))
_HAN_UNITS = _either([u for u in UNITS if not u.isascii() and u != "°c"])
RUN = re.compile(rf"({_NUMBER})(?:\s*({_ANY})(?![a-z])|(?=\s*[~—–至-]\s*{_NUMBER}\s*({_ANY})(?![a-z]))|)|([a-z]+)|([{HAN}]+)")
SPELLED = re.compile(rf"百分之({_NUMERAL}+)|({_NUMERAL}+?)({_HAN_UNITS})")


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of folded text: `kind` number, quantity, latin or han; `text` as folded; `token` for all but han."""

    kind: str
    text: str
    token: str
    start: int


def fold(text: str) -> str:
    """NFKC, lower case, simplified characters."""
    return unicodedata.normalize("NFKC", text).lower().translate(simplified_table())


def key(text: str) -> str:
    """Folded text without spaces and signs, for comparing whole titles and codes."""
    return re.sub(rf"[^a-z0-9.{HAN}]", "", fold(text))


def words(folded: str) -> Iterator[Word]:
    """Runs of one script, numbers with their unit, in order."""
    for found in RUN.finditer(folded):
        number, unit, shared, latin, _ = found.groups()
        if number:
            measured = unit or shared
            token = quantity(float(number), measured) if measured and number.count(".") < 2 else number
            yield Word("quantity" if token != number else "number", found[0], token, found.start())
        elif latin:
            yield Word("latin", latin, stem(latin), found.start())
        else:
            yield Word("han", found[0], "", found.start())


def tokens(text: str) -> Iterator[str]:
    """The tokens of a text in the index: quantities, numbers, stems, pairs of Han characters, a lone Han character."""
    for word in words(fold(text)):
        if word.kind == "han":
            yield from pairs(word.text)
            yield from (token for token, _, _ in spelled(word.text))
        else:
            yield word.token
            if word.kind == "quantity":
                number = re.match(_NUMBER, word.text)
                assert number
                yield number[0]
                yield from pairs(re.sub(rf"[^{HAN}]", "", word.text))


def pairs(run: str) -> Iterator[str]:
    """`先验电` -> 先验, 验电; a lone character is itself."""
    if len(run) == 1:
        yield run
    for i in range(len(run) - 1):
        yield run[i : i + 2]


def spelled(run: str) -> Iterator[tuple[str, int, int]]:
    """Quantities in Chinese numerals within a run of Han: token, start, end. `一` alone counts nothing (统一人员)."""
    for found in SPELLED.finditer(run):
        numeral = found[1] or found[2]
        if numeral != "一" and (value := numeral_value(numeral)) is not None:
            yield quantity(value, found[3] or "%"), found.start(), found.end()


def numeral_value(numeral: str) -> float | None:
    """`一百六十` -> 160, `二〇` -> 20; None for what is no number."""
    if all(c in DIGITS for c in numeral):
        return float("".join(str(DIGITS[c]) for c in numeral))
    total = section = digit = 0
    for c in numeral:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in POWERS:
            section, digit = section + (digit or 1) * POWERS[c], 0
        else:
            total, section, digit = (total + section + digit) * 10000, 0, 0
    return float(total + section + digit) or None


def quantity(value: float, unit: str) -> str:
    """One token for equal quantities: 10 kV, 10千伏 and 10000 V are `10000v`; exact to a thousandth of the base unit."""
    factor, base = UNITS[unit]
    thousandths = floor(value * factor * 1000 + 0.5)
    whole, rest = divmod(thousandths, 1000)
    return f"{whole}{f'.{rest:03}'.rstrip('0') if rest else ''}{base}"


VOWEL = re.compile("[aeiouy]")


def stem(word: str) -> str:
    """An English word without its inflexion: plural, -ing, -ed, final e (rules our own, after Harman's s-stemmer)."""
    if len(word) < 4:
        return word
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith("sses"):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) > 2 and VOWEL.search(rest):
            word = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word
