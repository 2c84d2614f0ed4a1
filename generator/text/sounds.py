"""Pinyin without tones: the usual reading of frequent characters, every reading of those in use (table of pypinyin)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

ROWS = range(0xB0, 0xD8)
"""Level 1 of GB/T 2312: the 3,755 characters that people write every day, and so mistake for one another."""
CELLS = range(0xA1, 0xFF)


def sounds(used: Iterable[str]) -> Mapping[str, str]:
    """Syllable (`lü` as `lv`) to the characters that may be read so, for the frequent characters and those that are used."""
    from pypinyin import Style, pinyin  # its tables take longer to import than a search takes

    found: dict[str, str] = defaultdict(str)
    known = set(used)
    for character in sorted({*_frequent(), *known}):
        for syllable in pinyin(character, style=Style.NORMAL, heteronym=character in known)[0]:
            if syllable.isascii() and syllable.isalpha():
                found[syllable] += character
    return dict(sorted(found.items()))


def _frequent() -> Iterator[str]:
    for row in ROWS:
        for cell in CELLS:
            try:
                yield bytes((row, cell)).decode("gb2312")
            except UnicodeDecodeError:
                continue
