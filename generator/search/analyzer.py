"""The analyser: text to search tokens. Its twin is `site_plugins/assets/static/search.js`; shared vectors hold both.

Steps: NFKC, lower case, traditional to simplified; then runs of
- Han characters: every pair of neighbours (bigram), and single characters in the index or for a run of one;
- numbers with a unit: one token of number and unit (10 kV = 10kV = 10千伏 -> `10kv`), and the number alone;
- Latin letters, numbers: one token each, so that GB26859 = GB 26859 and 206.01 stays whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.text.scripts import simplified_table

UNIT_WORDS = {
    "千伏": "kv",
    "伏": "v",
    "千瓦": "kw",
    "兆瓦": "mw",
    "千伏安": "kva",
    "毫米": "mm",
    "千米": "km",
    "公里": "km",
    "米": "m",
    "分钟": "min",
    "小时": "h",
    "个工作日": "工作日",
    "工作日": "工作日",
    "天": "日",
    "日": "日",
    "个月": "月",
    "月": "月",
    "年": "年",
    "周": "周",
    "人": "人",
    "次": "次",
    "元": "元",
    "倍": "倍",
    "%": "%",
    "kv": "kv",
    "kva": "kva",
    "kw": "kw",
    "mw": "mw",
    "mm": "mm",
    "km": "km",
    "m": "m",
    "v": "v",
    "min": "min",
    "h": "h",
}
_UNITS = "|".join(sorted((re.escape(u) for u in UNIT_WORDS), key=lambda u: (-len(u), u)))
HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(rf"(\d+(?:\.\d+)*)(?:\s*({_UNITS})(?![a-z]))?|([a-z]+)|([{HAN}]+)")


def fold(text: str) -> str:
    """NFKC, lower case, simplified characters."""
    return unicodedata.normalize("NFKC", text).lower().translate(simplified_table())


def tokens(text: str, *, query: bool = False) -> Iterator[str]:
    """The tokens of a text; for a query, single Han characters only where a run has one character."""
    for number, unit, word, han in RUN.findall(fold(text)):
        if number:
            if unit:
                yield number + UNIT_WORDS[unit]
            if not (query and unit):
                yield number
            if unit and not query and not unit.isascii():
                yield from _han(unit, query)
        elif word:
            yield word
        else:
            yield from _han(han, query)


def _han(run: str, query: bool) -> Iterator[str]:
    for i in range(len(run) - 1):
        yield run[i : i + 2]
    if not query or len(run) == 1:
        yield from run
