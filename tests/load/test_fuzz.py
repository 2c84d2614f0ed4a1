"""Whatever stands in the files, the check ends with findings: no exception, no traceback."""

from __future__ import annotations

import random
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Place
from generator.load.reader import Refused, cut_off, parse
from generator.pipeline import inspect
from tests.kit import SMALLEST, TODAY, overlay

FILES = sorted(path.relative_to(SMALLEST).as_posix() for path in SMALLEST.rglob("*.yml"))
SNIPPETS = [
    *("{", "}", "[", "]", ": ", "：", "- ", "\t", "#", " #1", "&a ", "*a", "!!python/name:os.system ", "'", '"', "|", ">", "~"),
    *("null", "{p-reply}", "{#reply}", "{g201-01#reply}", "{p-", "｛p-reply｝", "\u202e", "\x00", "\ufeff", "９９", "-1", "1e9"),
    *(
        "0x1F",
        "9" * 40,
        "2026-02-30",
        "2026/1/1",
        "yes",
        "on",
        "<<: ",
        "? ",
        "应",
        "宜",
        "必须",
        "id: ",
        "clauses:\n",
        "\n",
        "\r\n",
    ),
    *("  ", "\u2028", "𠮷", "g201-01", "reader", "a: " * 50, "[" * 60),
]


def mutated(text: str, chance: random.Random) -> str:
    """A text with a few cuts, doublings, swaps of lines and foreign pieces."""
    for _ in range(chance.randint(1, 4)):
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, chance.choice(lines))
            case 2:
                lines[at] = " " * chance.randint(0, 6) + lines[at].lstrip()
            case 3:
                column = chance.randint(0, len(lines[at]))
                lines[at] = lines[at][:column] + chance.choice(SNIPPETS) + lines[at][column:]
            case 4:
                key, colon, _ = lines[at].partition(": ")
                lines[at] = f"{key}{colon}{chance.choice(SNIPPETS)}"
            case _:
                other = chance.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
        text = "\n".join(lines)
    return text


def fuzz(folder: Path, seconds: float, seed: int, day: date = TODAY) -> int:
    """Checks mutations of the smallest knowledge base for some seconds; returns how many. An exception names its seed."""
    chance = random.Random(seed)
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        name = chance.choice(FILES)
        text = mutated((SMALLEST / name).read_text("utf-8"), chance)
        root = overlay(folder, {name: text.encode("utf-8", "surrogatepass")})
        try:
            inspect(root, today=day)
        except Exception as error:
            raise AssertionError(f"seed {seed}, number {count}, {name}:\n{text}") from error
        count += 1
    return count


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_mutations_end_in_findings(seed: int, tmp_path: Path) -> None:
    """Mutated files are findings or harmless."""
    assert fuzz(tmp_path, 2.5, seed) > 5


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*"ab：:-#&*!|>[]{}\n\t '\"，", "{p-x}", "  - ", "\n  "]), max_size=60))
def test_any_text_is_read_or_refused(pieces: list[str]) -> None:
    """The reader's only exception is its own, and it carries a place within the text."""
    text = "".join(pieces)
    place = Place("x.yml")
    try:
        parse(text, "x.yml")
        list(cut_off(text, "x.yml"))
    except Refused as refused:
        place = refused.finding.place
    assert 1 <= place.line <= text.count("\n") + 1
