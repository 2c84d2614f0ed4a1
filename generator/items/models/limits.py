"""Item models over limits: M01 M02 M03 M14 M15 M16 M17 M19 (numbers, clocks, scopes)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from generator.items.distractors import asked_limit, limit_candidates, same_quantity, size, spellings
from generator.items.draft import Draft, Model, Source
from generator.items.item import Quantity, dice
from generator.items.proof import Asked, Candidate, sift
from generator.model.outline import Entry
from generator.model.prose import basis_status, limit, own_parameters, scope_words
from generator.model.standard import Parameter
from generator.text.quantities import UNITS
from generator.text.saying import said

WORDS = {"max": "上限", "min": "下限", "exact": "数值"}
MINUTES = {"分钟": 1, "小时": 60}
MEASURED = ("分钟", "小时", "m", "mm", "mm²", "%", "V", "kV", "℃", "日", "工作日")
"""Units in which a single case can be measured and held against a limit."""


def _limits(source: Source) -> Iterator[tuple[Entry, Parameter]]:
    """Each limit with a value and the first clause that quotes it."""
    seen: set[str] = set()
    for entry in source.document.entries.values():
        for id in own_parameters(entry.clause.text or "", *entry.clause.items):
            parameter = source.document.parameters.get(id)
            if parameter and parameter.kind in ("max", "min", "exact") and parameter.id not in seen and parameter.value:
                seen.add(parameter.id)
                yield entry, parameter


def _given(parameter: Parameter, told: str) -> str:
    """The scope in brackets, but for words that the stem says already."""
    case = "，".join(word for word in scope_words(parameter) if word != told)
    return f"（{case}）" if case else ""


def _graded(source: Source, parameter: Parameter) -> bool:
    return basis_status(parameter, source.corpus) != "G"


def _quantity(parameter: Parameter) -> Quantity:
    """The number and the spellings of its unit that count."""
    assert parameter.value is not None
    assert parameter.unit is not None
    return Quantity(parameter.value, tuple(dict.fromkeys((UNITS[parameter.unit].zh, parameter.unit))))


def _unit(parameter: Parameter) -> str:
    return UNITS[parameter.unit or ""].zh


def _valued(source: Source, entry: Entry, parameter: Parameter, stem: str, blank: str) -> Draft:
    """A question for the value of a limit: four options by size, or a blank where too few are proved wrong."""
    return Draft(
        entry,
        "single",
        stem,
        parameter.id,
        keys=(Candidate(limit(parameter), size(parameter)),),
        candidates=limit_candidates(parameter, source.document, source.edition),
        asked=asked_limit(parameter, source.edition),
        suffix=f".{parameter.id}",
        answer=limit(parameter),
        accept=spellings(parameter),
        quantity=_quantity(parameter),
        blank=blank,
        graded=_graded(source, parameter),
        ordered=True,
    )


def time_limit(source: Source) -> Iterator[Draft]:
    """M01: within what limit a role must finish a step."""
    for entry, parameter in _limits(source):
        step = entry.clause.step
        if step and parameter.since and parameter.kind == "max" and parameter.id in step.limits:
            given = _given(parameter, entry.clause.title or "")
            head = f"依据 {source.code}，自“{parameter.since}”起，{source.name(step.role)}应在"
            tail = f"完成“{entry.clause.title}”{given}"
            yield _valued(source, entry, parameter, f"{head}多长时间内{tail}？", f"{head} ____ {_unit(parameter)}内{tail}。")


def clock(source: Source) -> Iterator[Draft]:
    """M02: from what event a limit runs. Distractors: where other limits of the standard start."""
    starts = [(e, p) for e, p in _limits(source) if p.since]
    events = {said(p.since or "") for _, p in starts}
    for entry, parameter in starts:
        assert parameter.since
        same = {said(p.since or "") for _, p in starts if p.subject == parameter.subject and same_quantity(p, parameter)}
        near = {said(p.since or "") for e, p in starts if e.id == entry.id}
        candidates = tuple(
            Candidate(p.since or "", said(p.since or ""), f"“{p.subject}{_given(p, p.subject)}”从它起算。")
            for e, p in sorted(starts, key=lambda s: s[0].id != entry.id)
            if not _overlap(p.since or "", parameter.since)
        )
        mixed = list(candidates)
        dice(source.document.id, parameter.id, "M02").shuffle(mixed)
        yield Draft(
            entry,
            "single",
            f"依据 {source.code}，“{parameter.subject}{_given(parameter, parameter.subject)}”的时限从何时起算？",
            f"{parameter.id}.since",
            keys=(Candidate(parameter.since, said(parameter.since)),),
            candidates=tuple(mixed),
            asked=Asked(frozenset({said(parameter.since)}), frozenset(same | near), known=frozenset(events)),
            suffix=f".{parameter.id}",
            graded=_graded(source, parameter),
        )


def _overlap(one: str, other: str) -> bool:
    """True when one event is said within the other, so that both may mean one moment."""
    return said(one) in said(other) or said(other) in said(one)


def latest(source: Source) -> Iterator[Draft]:
    """M03: the latest moment for a case. Only limits in minutes and hours: days need the calendar."""
    for entry, parameter in _limits(source):
        if parameter.kind != "max" or not parameter.since or parameter.unit not in MINUTES or "倒算" in parameter.since:
            continue  # what counts back from an event has no latest moment
        assert parameter.value is not None
        random = dice(source.document.id, parameter.id, "M03")
        start = datetime(  # noqa: DTZ001 - a clock on the wall
            2026, random.randint(3, 11), random.randint(2, 25), random.randint(8, 16), random.choice((5, 10, 20, 40))
        )
        minutes = float(parameter.value) * MINUTES[parameter.unit]
        right = start + timedelta(minutes=minutes)
        wrong = {
            start + timedelta(minutes=minutes / 2): "只算了一半的时间。",
            start + timedelta(minutes=minutes * 2): "多算了一倍的时间。",
            start + timedelta(days=1) if minutes != 1440 else start + timedelta(days=2): "没有按规定的时限计算。",
            start + timedelta(minutes=minutes + 60): "多算了 1 h。",
        }
        case = f"{_moment(start)}，{parameter.since.removeprefix('自')}。依据 {source.code} 第 {entry.number} 条，"
        yield Draft(
            entry,
            "single",
            f"{case}“{parameter.subject}{_given(parameter, parameter.subject)}”的时限最迟到何时届满？",
            parameter.id,
            keys=(Candidate(_moment(right), right),),
            candidates=tuple(Candidate(_moment(at), at, why) for at, why in wrong.items()),
            asked=Asked(frozenset({right})),
            suffix=f".{parameter.id}",
            note=f"起算后 {limit(parameter)}，即 {_moment(right)}。",
            graded=_graded(source, parameter),
            ordered=True,
        )


def _moment(at: datetime) -> str:
    return f"{at.month} 月 {at.day} 日 {at:%H:%M}"


def blank(source: Source) -> Iterator[Draft]:
    """M14: the number of a limit, to be filled in."""
    for entry, parameter in _limits(source):
        if entry.clause.step:
            continue  # M01 asks for it
        given = _given(parameter, parameter.subject)
        yield Draft(
            entry,
            "blank",
            f"依据 {source.code}，{parameter.subject}{given}规定的{WORDS[parameter.kind]}为 ____ {_unit(parameter)}。",
            parameter.id,
            suffix=f".{parameter.id}",
            answer=limit(parameter),
            accept=spellings(parameter),
            quantity=_quantity(parameter),
            graded=_graded(source, parameter),
        )


def stated(source: Source) -> Iterator[Draft]:
    """M15: the limit that the standard states."""
    for entry, parameter in _limits(source):
        head = f"依据 {source.code}，{parameter.subject}{_given(parameter, parameter.subject)}规定的{WORDS[parameter.kind]}"
        yield _valued(source, entry, parameter, f"{head}是多少？", f"{head}为 ____ {_unit(parameter)}。")


def measured(source: Source) -> Iterator[Draft]:
    """M16: does a measured value comply? The value lies one step of its resolution or more on one side of the limit."""
    for entry, parameter in _limits(source):
        if (parameter.kind, parameter.stricter) not in (("max", "lower"), ("min", "higher")) or parameter.unit not in MEASURED:
            continue  # a threshold that sorts cases is not kept or broken
        assert parameter.value is not None
        value = parameter.value
        exponent = value.as_tuple().exponent
        step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
        ok = dice(source.document.id, parameter.id, "M16").random() < 0.5
        away = max(step, (value / 10).quantize(step))
        x = value - away if ok == (parameter.kind == "max") else value + away
        if x <= 0 or (parameter.unit == "%" and x > 100):
            continue
        shown = limit(parameter.model_copy(update={"value": x}))
        timed = parameter.subject.endswith(("时限", "时间"))
        subject = parameter.subject.removesuffix("时限").removesuffix("的") if timed else parameter.subject
        verb = "实际用了" if timed and parameter.kind == "max" else "实际为"
        yield Draft(
            entry,
            "true_false",
            f"{subject}{_given(parameter, parameter.subject)}{verb} {shown}，符合 {source.code} 第 {entry.number} 条的规定。",
            parameter.id,
            suffix=f".{parameter.id}",
            answer="正确" if ok else "错误",
            note=f"规定的{WORDS[parameter.kind]}是 {limit(parameter)}。",
            graded=_graded(source, parameter),
        )


def true_false(source: Source) -> Iterator[Draft]:
    """M17: a clause that states one limit, as it is or with a wrong value in its place."""
    for entry, parameter in _limits(source):
        if own_parameters(entry.clause.text or "") != [parameter.id] or entry.clause.items:
            continue
        text = source.text(entry)
        asked, candidates = asked_limit(parameter, source.edition), limit_candidates(parameter, source.document, source.edition)
        foils = sift(asked, candidates).wrong
        head = f"{source.code} 规定："
        if not foils or text.count(limit(parameter)) != 1:
            continue
        right = dice(source.document.id, parameter.id, "M17").random() < 0.5
        foil = foils[0]
        yield Draft(
            entry,
            "true_false",
            head + (text if right else text.replace(limit(parameter), foil.text)),
            parameter.id,
            suffix=f".{parameter.id}",
            answer="正确" if right else "错误",
            note="" if right else f"规定是 {limit(parameter)}，不是 {foil.text}。{foil.why}",
            graded=_graded(source, parameter),
        )


def _case(parameter: Parameter) -> str:
    return "，".join(scope_words(parameter))


def scope(source: Source) -> Iterator[Draft]:
    """M19: which case has this limit? Distractors: sibling scopes with other values."""
    for entry, parameter in _limits(source):
        mine = _case(parameter)
        family = [p for p in source.document.standard.parameters if p.subject == parameter.subject and p.value and scope_words(p)]
        if not mine or len(family) < 3:
            continue
        equal = frozenset(_case(p) for p in family if size(p) == size(parameter) or same_quantity(p, parameter))
        yield Draft(
            entry,
            "single",
            f"依据 {source.code}，{parameter.subject}规定的{WORDS[parameter.kind]}为 {limit(parameter)}的是下列哪种情形？",
            parameter.id,
            keys=(Candidate(mine, mine),),
            candidates=tuple(Candidate(_case(p), _case(p), f"它的规定是 {limit(p)}。") for p in family),
            asked=Asked(frozenset({mine}), equal - {mine}),
            suffix=f".{parameter.id}",
            graded=_graded(source, parameter),
        )


MODELS = (
    Model("M01", 0.70, "remember", time_limit),
    Model("M02", 0.60, "understand", clock),
    Model("M03", 0.50, "apply", latest),
    Model("M14", 0.60, "remember", blank),
    Model("M15", 0.66, "remember", stated),
    Model("M16", 0.68, "apply", measured),
    Model("M17", 0.70, "remember", true_false),
    Model("M19", 0.55, "apply", scope),
)
