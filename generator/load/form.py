"""A filled-in issue form as code hosts write it: a heading for each question, the answer below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

HEADING = re.compile(r"#{2,4}[ \t]+(.+?)[ \t]*#*")
FENCE = re.compile(r"[ \t]*(`{3,}|~{3,}).*")
TICKED = re.compile(r"[-*][ \t]+\[([ xX])\][ \t]+(.*)")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
EMPTY = {"_No response_", "*No response*", "None", "无", "（无）", "-", "—"}
"""What stands where nothing was answered."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked, the answer (empty where there is none) and the 1-based line where it stands, or should."""

    question: str
    text: str
    line: int


def read_answers(text: str) -> Iterator[Answer]:
    """The answers in order. Comments are no answers; of boxes to tick, those that are ticked; a fence is taken away.

    A heading within a fence is part of the answer.
    """
    hidden = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text.removeprefix("\ufeff").replace("\r\n", "\n"))
    question, at, lines, fence = "", 0, list[tuple[int, str]](), ""
    for number, line in enumerate(hidden.split("\n"), 1):
        mark = FENCE.fullmatch(line)
        if fence:
            if mark and mark[1].startswith(fence):
                fence = ""
            else:
                lines.append((number, line))
        elif mark:
            fence = mark[1]
        elif heading := HEADING.fullmatch(line):
            if question:
                yield _answer(question, at, lines)
            question, at, lines = heading[1], number, []
        else:
            lines.append((number, line))
    if question:
        yield _answer(question, at, lines)


def _answer(question: str, at: int, lines: list[tuple[int, str]]) -> Answer:
    written = [(number, line.strip()) for number, line in lines if line.strip()]
    if any(TICKED.fullmatch(line) for _, line in written):
        ticked = [(number, TICKED.fullmatch(line)) for number, line in written]
        written = [(number, found[2].strip()) for number, found in ticked if found and found[1] != " "]
    if len(written) == 1 and written[0][1] in EMPTY:
        written = []
    # a line break within a Chinese sentence is no space
    text = "".join(line if not i or _wide(written[i - 1][1]) else f" {line}" for i, (_, line) in enumerate(written))
    return Answer(question, text, written[0][0] if written else at)


def _wide(line: str) -> bool:
    return not line[-1].isascii()
