"""Limits: the same limit under another number, operator, unit or scope, and which way that is stricter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.history.change import Change, Grade, Kind, Verdict
from generator.history.context import Sides
from generator.history.sentences import differences
from generator.model.corpus import Document
from generator.model.prose import bound, limit_uses, scope_words, subject
from generator.model.standard import Parameter
from generator.text.quantities import PERIOD_DAYS, UNITS, in_base, often


def renamed(old: Document, new: Document) -> dict[str, str]:
    """Limits under a new id that say what an old one said: `p-old` to `p-new`."""
    gone = [p for p in old.standard.parameters if p.id not in new.parameters]
    come = {_said(p): p.id for p in new.standard.parameters if p.id not in old.parameters}
    return {p.id: come[_said(p)] for p in gone if _said(p) in come}


def _said(parameter: Parameter) -> str:
    return str(parameter.model_dump(exclude={"id", "place"}))


def limits(sides: Sides) -> Iterator[Change]:
    """The limits of a standard that stand on both sides, and those that no clause quotes; clauses tell of the others."""
    used_before, used_now = limit_uses(sides.old), limit_uses(sides.new)
    for id, before in sides.old.parameters.items():
        after = sides.new.parameters.get(sides.renamed.get(id, id))
        if after is not None:
            yield from _changed(before, after, sides, used_now.get(after.id, ()))
        elif not used_before.get(id):
            yield sides.change("limit", Verdict(Grade.REMOVED), "", bound(before), "", before.place, id)
    for id, after in sides.new.parameters.items():
        if id not in sides.old.parameters and id not in sides.renamed.values() and not used_now.get(id):
            yield sides.change("limit", Verdict(Grade.ADDED), "", "", bound(after), after.place, id)


def _changed(old: Parameter, new: Parameter, sides: Sides, uses: list[str] | tuple[()]) -> Iterator[Change]:
    clause, *others = uses or [""]
    also = tuple(sides.ref(id) for id in others)

    def told(kind: Kind, verdict: Verdict, before: str, after: str, key: str) -> Change:
        return Change(
            kind, verdict.grade, sides.ref(clause), before, after, new.place[key], new.id, also, certain=verdict.certain
        )

    if verdict := graded(old, new):
        yield told("limit", verdict, bound(old), bound(new), "value")
    one, two = set(scope_words(old)), set(scope_words(new))
    if one != two:
        narrower = one < two
        yield told(
            "limit",
            Verdict(Grade.RELAXED if narrower else Grade.TIGHTENED, narrower or two < one),
            subject(old, sides.old),
            subject(new, sides.new),
            "applies_to",
        )
    if old.role != new.role:
        grade = Grade.REMOVED if new.role is None else Grade.ADDED if old.role is None else Grade.MOVED
        yield told("role", Verdict(grade), sides.names([old.role or ""]), sides.names([new.role or ""]), "role")
    if (old.since or "") != (new.since or "") and (found := differences(old.since or "", new.since or "", "none", sides.roles)):
        plain = found.words and found.words.grade is Grade.WORDING and found.words.certain
        yield told(
            "limit",
            Verdict(Grade.WORDING) if plain else Verdict(Grade.TIGHTENED, False),
            old.since or "",
            new.since or "",
            "since",
        )
    if differences(old.subject, new.subject, "none", sides.roles):
        yield told("limit", Verdict(Grade.WORDING), old.subject, new.subject, "subject")
    if not graded(old, new) and (old.basis, old.fact, old.stricter) != (new.basis, new.fact, new.stricter):
        before, after = (" ".join(filter(None, (p.basis, p.fact, p.stricter))) for p in (old, new))
        yield told("limit", Verdict(Grade.META), before, after, "basis")


def graded(old: Parameter, new: Parameter) -> Verdict | None:
    """How one limit compares with another; None when they bind alike (45 分钟 and 0.75 小时)."""
    if (old.kind, old.value, old.upper, old.unit) == (new.kind, new.value, new.upper, new.unit):
        return None
    if old.kind == new.kind != "range":
        return _values(old, new)
    if "permanent" in (old.kind, new.kind):
        return Verdict(Grade.TIGHTENED if new.kind == "permanent" else Grade.RELAXED)
    if "same_day" in (old.kind, new.kind):
        return Verdict(Grade.TIGHTENED if new.kind == "same_day" else Grade.RELAXED, {old.kind, new.kind} <= {"max", "same_day"})
    return _spans(old, new)


def _values(old: Parameter, new: Parameter) -> Verdict | None:
    sizes = _size(old), _size(new)
    if sizes[0] is None or sizes[1] is None or sizes[0][0] != sizes[1][0]:
        return Verdict(Grade.TIGHTENED, False)
    one, two = sizes[0][1], sizes[1][1]
    if one == two:
        return None if old.unit in UNITS and new.unit in UNITS else Verdict(Grade.TIGHTENED, False)
    way = new.stricter if new.stricter != "none" else old.stricter
    if way == "none":
        return Verdict(Grade.TIGHTENED, False)
    return Verdict(Grade.TIGHTENED if (two > one) == (way == "higher") else Grade.RELAXED)


def _size(parameter: Parameter) -> tuple[str, Decimal] | None:
    """Dimension and size for comparing; days, working days, months and years by their usual length in days."""
    value, unit = parameter.value, parameter.unit
    if value is None or unit not in UNITS:
        return None
    if parameter.kind == "frequency":
        return ("frequency", often(value, unit)) if unit in PERIOD_DAYS else None
    if UNITS[unit].dimension in LASTING:
        return "duration", value * MINUTES[unit]
    return in_base(value, unit)


LASTING = frozenset({"time", "worktime", "longtime"})
MINUTES: Mapping[str, Decimal] = {
    "分钟": Decimal(1),
    "小时": Decimal(60),
    "日": Decimal(1440),
    "工作日": Decimal(2016),
    "周": Decimal(10_080),
    "月": Decimal(43_830),
    "季度": Decimal(131_490),
    "半年": Decimal(262_980),
    "年": Decimal(525_960),
}
"""How long units of time are, for saying which of two limits is the shorter: exact but for working days and months."""


def _spans(old: Parameter, new: Parameter) -> Verdict:
    """Limits of different kinds by what they let through: less is tightened, more is relaxed."""
    one, two = _span(old), _span(new)
    if one is None or two is None or one[0] != two[0]:
        return Verdict(Grade.TIGHTENED, False)
    less = two[1] >= one[1] and two[2] <= one[2]
    more = two[1] <= one[1] and two[2] >= one[2]
    return Verdict(Grade.RELAXED if more and not less else Grade.TIGHTENED, less or more)


def _span(parameter: Parameter) -> tuple[str, Decimal, Decimal] | None:
    """Dimension, lowest and highest value that a limit lets through."""
    size = _size(parameter)
    if size is None or parameter.kind == "frequency":
        return None
    low = Decimal("-Infinity") if parameter.kind == "max" else size[1]
    high = Decimal("Infinity") if parameter.kind == "min" else size[1]
    if parameter.kind == "range":
        upper = _size(parameter.model_copy(update={"value": parameter.upper}))
        high = upper[1] if upper else size[1]
    return size[0], low, high
