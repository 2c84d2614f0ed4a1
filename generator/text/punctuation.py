"""Punctuation of Chinese sentences: full width, outside references."""

from __future__ import annotations

import re

HALF_WIDTH = re.compile(
    r"(?<=[\u4e00-\u9fff}])[,;:?!](?=\s?[\u4e00-\u9fff0-9{]|$)"  # a sign after a Chinese character
    r"|\([^()]*[\u4e00-\u9fff][^()]*\)"  # brackets around Chinese words, always in pairs
)
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_BRACKETS = str.maketrans("()", "（）")


def half_width(text: str) -> re.Match[str] | None:
    """The first half-width sign, or pair of brackets, in a Chinese text."""
    return HALF_WIDTH.search(text)


def widened(text: str) -> str:
    """The text with full-width punctuation; references stay as they are."""
    return HALF_WIDTH.sub(lambda found: found[0].translate(_BRACKETS if found[0][0] == "(" else _WIDE), text)
