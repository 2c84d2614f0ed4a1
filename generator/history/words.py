"""Redlines inside a sentence: what went, what came, what stayed, in pieces that read well in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

ATOM = re.compile(r"[A-Za-z0-9.%]+|\s+|.", re.DOTALL)
ISLAND = 1
"""So many unchanged characters between two changes read better as part of them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that stayed, went or came."""

    kind: Literal["same", "gone", "come"]
    text: str


def redline(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts in one; what went stands before what came in its place."""
    left, right = ATOM.findall(old), ATOM.findall(new)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    runs = [("".join(left[i1:i2]), "".join(right[j1:j2]), tag == "equal") for tag, i1, i2, j1, j2 in matcher.get_opcodes()]
    return tuple(_pieces(_joined(runs)))


def _joined(runs: list[tuple[str, str, bool]]) -> list[tuple[str, str, bool]]:
    """Without islands: an unchanged character between two replacements is replaced with them."""
    made: list[tuple[str, str, bool]] = []
    for index, (out, into, same) in enumerate(runs):
        island = (
            same and len(out) <= ISLAND and 0 < index < len(runs) - 1 and all(runs[index - 1][:2]) and all(runs[index + 1][:2])
        )
        if made and not made[-1][2] and (island or not same):
            made[-1] = (made[-1][0] + out, made[-1][1] + into, False)
        else:
            made.append((out, into, same))
    return made


def _pieces(runs: list[tuple[str, str, bool]]) -> Iterator[Piece]:
    for out, into, same in runs:
        if same:
            yield Piece("same", out)
            continue
        if out:
            yield Piece("gone", out)
        if into:
            yield Piece("come", into)
