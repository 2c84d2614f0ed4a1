"""Pinyin without tones: all readings of the frequent characters and of those that a knowledge base uses (table of pypinyin)."""

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
    for character in dict.fromkeys((*_frequent(), *used)):
        for syllable in pinyin(character, style=Style.NORMAL, heteronym=True)[0]:
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
