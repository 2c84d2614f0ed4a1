"""A question as every output uses it."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

ItemType = Literal["single", "multiple", "true_false", "blank", "ordering", "matching"]


@dataclass(frozen=True, slots=True)
class Choice:
    """An option; `why` says what a wrong one belongs to."""

    text: str
    correct: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """The key of a blank that asks for a number: `units` are the spellings of the unit, `tolerance` in the first."""

    value: Decimal
    units: tuple[str, ...]
    tolerance: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Item:
    """One question.

    `answer` is the key: letters for choices (`B`, `ACD`), 正确/错误, the accepted text of a blank, or for an
    ordering the letters of the shown choices in their right order; for a matching, whose left sides are the
    `prompts`, the letter of the choice that belongs to each prompt. `accept` holds every text that counts as right
    in a blank, `quantity` its number where it asks for one. `fingerprint` changes when, and only when, the meaning
    of what the item rests on changes. `slot` names the fact that is asked for, so that
    no form asks for it twice. `graded` is False where the key rests on an unverified fact. `easiness` is the
    estimated share of right answers (0 to 1). `sorted` choices are numbers in order and are never shuffled.
    """

    id: str
    model: str
    type: ItemType
    standard: str
    clause: str
    number: str
    stem: str
    choices: tuple[Choice, ...]
    answer: str
    accept: tuple[str, ...]
    explanation: str
    easiness: float
    bloom: str
    slot: str
    graded: bool = True
    exam: bool = False
    sorted: bool = False
    prompts: tuple[str, ...] = ()
    quantity: Quantity | None = None
    fingerprint: str = ""
    version: str = ""

    @property
    def ref(self) -> str:
        return f"{self.standard}#{self.clause}"


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def key_of(choices: Iterable[Choice]) -> str:
    """The letters of the correct choices."""
    return "".join(LETTERS[i] for i, choice in enumerate(choices) if choice.correct)


def dice(*seed: object) -> random.Random:
    """A random source that depends on the seed alone, alike on every machine and run."""
    digest = hashlib.sha256("\x1f".join(map(str, seed)).encode()).digest()
    return random.Random(int.from_bytes(digest[:8], "big"))


def shuffled(choices: Iterable[Choice], *seed: object) -> tuple[Choice, ...]:
    """The choices in an order that the seed decides."""
    mixed = list(choices)
    dice(*seed).shuffle(mixed)
    return tuple(mixed)


def reshuffled(item: Item, *seed: object) -> Item:
    """The item with its choices in another order and the key to match; sorted choices stay."""
    if not item.choices or item.sorted:
        return item
    choices = shuffled(item.choices, item.id, *seed)
    if item.type in ("ordering", "matching"):
        right = [item.choices[LETTERS.index(letter)] for letter in item.answer]
        return replace(item, choices=choices, answer="".join(LETTERS[choices.index(c)] for c in right))
    return replace(item, choices=choices, answer=key_of(choices))
