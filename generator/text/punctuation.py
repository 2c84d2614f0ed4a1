"""Punctuation of Chinese sentences: full width, outside references."""

from __future__ import annotations

import re

HALF_WIDTH = re.compile(r"(?<=[\u4e00-\u9fff])[,;:?!](?=[\u4e00-\u9fff]|$)|\((?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\)")
REFERENCE = re.compile(r"(\{[^{}]*\})")
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")


def half_width(text: str) -> re.Match[str] | None:
    """The first half-width sign between Chinese characters; it counts as such also beside a reference's brace."""
    return HALF_WIDTH.search(REFERENCE.sub("", text))


def widened(text: str) -> str:
    """The text with full-width punctuation between Chinese characters; references stay as they are."""
    parts = REFERENCE.split(text)
    return "".join(p if p.startswith("{") else HALF_WIDTH.sub(lambda found: found[0].translate(_WIDE), p) for p in parts)
