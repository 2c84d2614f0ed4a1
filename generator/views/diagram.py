"""A process as a swim-lane diagram: a lane for each role, a row for each step, arrows between."""

from __future__ import annotations

import unicodedata
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
    """A path (SVG `d`), an optional condition and where it is written."""

    path: str
    label: str
    x: int
    y: int
    back: bool


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
    boxes: list[Box] = []
    arrows: list[Arrow] = []
    told: list[str] = []
    for entry in steps:
        step = entry.clause.step
        assert step is not None
        x, y = _corner(*place[entry.id])
        english = document.english.clause(entry.id) if lang == "en" and document.english else None
        title = (english.title if english else None) or entry.clause.title or entry.id
        boxes.append(Box(x, y, entry.number, _wrap(title), f"#{entry.id}", not step.next))
        told.append(f"{entry.number} {title}（{names[column[step.role]]}）")
        for arrow in step.next:
            if arrow.to in place:
                arrows.append(_arrow(place[entry.id], place[arrow.to], arrow.when or "", len(roles), sum(a.back for a in arrows)))
    backs = sum(a.back for a in arrows)
    width = MARGIN + LANE * len(roles) + 18 + 16 * backs
    lanes = tuple(Lane(MARGIN + i * LANE, LANE, name) for i, name in enumerate(names))
    return Diagram(width, HEAD + ROW * len(steps) + 12, lanes, tuple(boxes), tuple(arrows), " → ".join(told))


def _corner(column: int, row: int) -> tuple[int, int]:
    return MARGIN + column * LANE + (LANE - BOX_W) // 2, HEAD + row * ROW + (ROW - BOX_H) // 2


def _arrow(source: tuple[int, int], target: tuple[int, int], label: str, lanes: int, backs: int) -> Arrow:
    (x1, y1), (x2, y2) = _corner(*source), _corner(*target)
    middle1, middle2 = x1 + BOX_W // 2, x2 + BOX_W // 2
    if target[1] == source[1] + 1:
        down, top = y1 + BOX_H, y2
        half = (down + top) // 2
        path = f"M{middle1} {down}V{half}H{middle2}V{top}"
        return Arrow(path, label, (middle1 + middle2) // 2 + 5, half - 4, False)
    if target[1] > source[1]:
        side = x1 - 10 - 4 * (target[1] - source[1])
        path = f"M{x1} {y1 + BOX_H // 2}H{side}V{y2 - 12}H{middle2 - 24}V{y2}"
        return Arrow(path, label, side + 4, y1 + BOX_H + 12, False)
    side = MARGIN + lanes * LANE + 8 + 16 * backs
    path = f"M{x1 + BOX_W} {y1 + BOX_H // 2}H{side}V{y2 + BOX_H // 2}H{x2 + BOX_W}"
    return Arrow(path, label, x1 + BOX_W + 4, y1 + BOX_H // 2 - 5, True)


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
