"""Chinese sentences as tokens: references, numbers, modal verbs, roles and single characters, in one normal form.

Two sentences with the same tokens say the same: 必须 and 应, 每月一次 and 每月 1 次, half- and full-width punctuation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.model.prose import REFERENCE
from generator.text.saying import DIGITS, MODAL, MODALS, NUMBER, SAME, SAYING
from generator.text.wording import INNOCENT, QUOTED

Sort = Literal["reference", "number", "modal", "role", "negation", "word"]


@dataclass(frozen=True, slots=True)
class Token:
    """A unit of meaning: its normal form, and where it stands in the text."""

    sort: Sort
    form: str
    start: int
    end: int

    @property
    def key(self) -> tuple[str, str]:
        return self.sort, self.form


EMPTY = frozenset("的了着在把将被由向对以而则其该此这那也还均都所为地得并且就之于予")
"""Characters that carry grammar, not meaning."""
NEGATION = re.compile("没有|未经|[不未无非]")
_LATIN = re.compile(r"[A-Za-zΑ-Ωα-ω°%‰²³]+")


@cache
def _pattern(names: frozenset[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True)))) if names else None


def tokens(text: str, roles: Mapping[str, str]) -> tuple[Token, ...]:
    """What a sentence says, punctuation, spaces and grammar left out. `roles` maps names to ids."""
    plain = "".join(
        unicodedata.normalize("NFKC", c) if c not in "²³" and len(unicodedata.normalize("NFKC", c)) == 1 else c for c in text
    )
    masked = [False] * len(plain)
    for pattern in (QUOTED, INNOCENT):
        for match in pattern.finditer(plain):
            masked[match.start() : match.end()] = [True] * (match.end() - match.start())
    named = _pattern(frozenset(roles))
    found: list[Token] = []
    at = 0
    while at < len(plain):
        token, at = _next(plain, at, masked[at], roles, named)
        if token:
            found.append(token)
    return tuple(found)


def _next(text: str, at: int, masked: bool, roles: Mapping[str, str], named: re.Pattern[str] | None) -> tuple[Token | None, int]:
    if match := REFERENCE.match(text, at):
        return Token("reference", match[1].strip(), at, match.end()), match.end()
    if named and (match := named.match(text, at)):
        return Token("role", roles[match[0]], at, match.end()), match.end()
    if not masked and (match := SAYING.match(text, at)):
        return (Token("word", SAME[match[0]], at, match.end()) if SAME[match[0]] else None), match.end()
    if text.startswith(
        ("不超过", "不少于", "立即", "告知", "使用", "全部", "报告", "签名", "填写", "核对", "用户", "逐一", "电话"), at
    ):
        size = 3 if text[at] == "不" else 2
        return Token("word", text[at : at + size], at, at + size), at + size
    if not masked and (match := MODAL.match(text, at)):
        return Token("modal", MODALS[match[0]], at, match.end()), match.end()
    if match := NUMBER.match(text, at):
        return Token("number", DIGITS.get(match[0], match[0]), at, match.end()), match.end()
    if not masked and (match := NEGATION.match(text, at)):
        return Token("negation", "不", at, match.end()), match.end()
    if match := _LATIN.match(text, at):
        return Token("word", match[0], at, match.end()), match.end()
    char = text[at]
    if char in EMPTY or not char.isalnum():
        return None, at + 1
    return Token("word", char, at, at + 1), at + 1
