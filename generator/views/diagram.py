"""A process as a swim-lane diagram: a lane for each role, a row for each step, arrows between."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import Lang
from generator.model.corpus import Document
from generator.model.edition import Edition
from generator.views.frame import actor_link

LANE = 168
ROW = 84
HEAD = 44
BOX_W = 138
BOX_H = 48
MARGIN = 30
LABEL_CHAR = 11
"""Width of a character of a label."""
SPREAD = 11
"""Distance between lines that leave or enter one side of a box."""


@dataclass(frozen=True, slots=True)
class Lane:
    x: int
    width: int
    name: str


@dataclass(frozen=True, slots=True)
class Box:
    """A step: top-left corner, lines of its name, where it leads."""

    x: int
    y: int
    number: str
    lines: tuple[str, ...]
    href: str
    end: bool


@dataclass(frozen=True, slots=True)
class Arrow:
    """A path (SVG `d`), an optional condition, where it is written, and whether it ends (`before`) or begins there."""

    path: str
    label: str
    x: int
    y: int
    back: bool
    before: bool = False


@dataclass(frozen=True, slots=True)
class Diagram:
    """All coordinates in pixels of a `width` × `height` drawing."""

    width: int
    height: int
    lanes: tuple[Lane, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    summary: str


def diagram(document: Document, edition: Edition, lang: Lang = "zh") -> Diagram | None:
    """The drawing of a standard's process; None where it has no steps."""
    steps = document.steps
    if not steps:
        return None
    roles = list(dict.fromkeys(e.clause.step.role for e in steps if e.clause.step))
    column = {role: i for i, role in enumerate(roles)}
    row = {e.id: i for i, e in enumerate(steps)}
    names = [actor_link(edition, role, lang).text for role in roles]
    place = {e.id: (column[e.clause.step.role], row[e.id]) for e in steps if e.clause.step}
    wanted = [(e.id, a.to, a.when or "") for e in steps if e.clause.step for a in e.clause.step.next if a.to in place]
    outside = [len(when) for one, to, when in wanted if place[one][0] == 0 and place[to][1] > place[one][1] + 1]
    margin = MARGIN + LABEL_CHAR * max(outside, default=0)
    boxes: list[Box] = []
    told: list[str] = []
    for entry in steps:
        step = entry.clause.step
        assert step is not None
        x, y = _corner(*place[entry.id], margin)
        english = document.english.clause(entry.id) if lang == "en" and document.english else None
        title = (english.title if english else None) or entry.clause.title or entry.id
        boxes.append(Box(x, y, entry.number, _wrap(title), f"#{entry.id}", not step.next))
        told.append(f"{entry.number} {title}（{names[column[step.role]]}）")
    arrows, right = _arrows(wanted, place, margin, margin + LANE * len(roles))
    lanes = tuple(Lane(margin + i * LANE, LANE, name) for i, name in enumerate(names))
    return Diagram(right, HEAD + ROW * len(steps) + 12, lanes, tuple(boxes), tuple(arrows), " → ".join(told))


def _corner(column: int, row: int, margin: int) -> tuple[int, int]:
    return margin + column * LANE + (LANE - BOX_W) // 2, HEAD + row * ROW + (ROW - BOX_H) // 2


def _arrows(
    wanted: Sequence[tuple[str, str, str]], place: Mapping[str, tuple[int, int]], margin: int, edge: int
) -> tuple[list[Arrow], int]:
    """The arrows, and the width that they need. Lines that share a side of a box are spread over it."""
    made: list[Arrow] = []
    used: Counter[tuple[str, str]] = Counter()
    backs = 0

    def port(id: str, side: str) -> int:
        """The next free height on a side of a box."""
        _, y = _corner(*place[id], margin)
        order = used[id, side]
        used[id, side] += 1
        return y + BOX_H // 2 + (order + 1) // 2 * SPREAD * (1 if order % 2 else -1)

    for source, target, label in wanted:
        (x1, y1), (x2, y2) = _corner(*place[source], margin), _corner(*place[target], margin)
        middle1, middle2 = x1 + BOX_W // 2, x2 + BOX_W // 2
        if place[target][1] == place[source][1] + 1:
            half = (y1 + BOX_H + y2) // 2
            path = f"M{middle1} {y1 + BOX_H}V{half}H{middle2}V{y2}"
            made.append(Arrow(path, label, (middle1 + middle2) // 2 + 5, half - 4, False))
        elif place[target][1] > place[source][1]:
            out = port(source, "left")
            side = x1 - 10 - 6 * used[source, "left"]
            path = f"M{x1} {out}H{side}V{y2 - 12}H{middle2 - 24}V{y2}"
            made.append(Arrow(path, label, side - 3, out + 4, False, before=True))
        else:
            out, into = port(source, "right"), port(target, "right")
            side = edge + 8 + 16 * backs
            backs += 1
            made.append(Arrow(f"M{x1 + BOX_W} {out}H{side}V{into}H{x2 + BOX_W}", label, x1 + BOX_W + 4, out - 3, True))
    return made, edge + 18 + 16 * backs


def _wrap(title: str) -> tuple[str, ...]:
    """At most two lines of about 16 half-widths."""
    lines: list[str] = []
    line, width = "", 0
    for char in title:
        step = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if width + step > 16 and len(lines) < 1 and (char == " " or step == 2):
            lines.append(line)
            line, width = "", 0
        line, width = line + char, width + step
    return (*lines, line.strip())
