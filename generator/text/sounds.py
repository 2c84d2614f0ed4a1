"""Pinyin without tones of the characters of GB/T 2312, all readings (table of pypinyin)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

ROWS = range(0xB0, 0xF8)
CELLS = range(0xA1, 0xFF)


@cache
def sounds() -> Mapping[str, str]:
    """Syllable (`lü` as `lv`) to the characters that may be read so."""
    from pypinyin import Style, pinyin

    found: dict[str, str] = defaultdict(str)
    for character in _characters():
        for syllable in pinyin(character, style=Style.NORMAL, heteronym=True)[0]:
            if syllable.isascii() and syllable.isalpha():
                found[syllable] += character
    return dict(sorted(found.items()))


def _characters() -> Iterator[str]:
    for row in ROWS:
        for cell in CELLS:
            try:
                yield bytes((row, cell)).decode("gb2312")
            except UnicodeDecodeError:
                continue
