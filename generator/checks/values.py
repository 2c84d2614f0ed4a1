"""N4: values that can be, parameters of the right kind for their use and their words, one value for one limit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator import rules
from generator.checks.said import texts
from generator.diagnostics import Diagnostic, Place
from generator.model.corpus import Corpus, Document
from generator.model.lifecycle import PUBLISHED
from generator.model.prose import limit, own_parameters
from generator.model.standard import Parameter
from generator.text.quantities import EVERY, UNITS, in_base, often

WHOLE = 100
_REF = r"\{((?:[gz]\d{3}-\d{2}#)?p-[a-z0-9-]+)\}"
_LEAST = "不少于|不低于|不小于|不短于|至少|最少|最低|at least |not less than |no fewer than "
_MOST = "不超过|不大于|不多于|不高于|不长于|至多|最多|最长|not exceed |no more than |at most |within "
AT_LEAST = re.compile(rf"((?:{_LEAST})\s*{_REF}|{_REF}\s*(?:以上|及以上|or more))")
AT_MOST = re.compile(rf"((?:{_MOST})\s*{_REF}|(?<!近){_REF}\s*(?:以内|之内|内|以下|or less))")
STRICTER = {"max": "lower", "min": "higher"}
LIMITED = re.compile("(?:时限|期限|周期|间隔|距离|截面|宽度|长度|人数|份数|率)$")
"""Subjects that a limit holds within bounds and that never are thresholds (from 50 000 yuan on, it is a major anomaly)."""
LASTING = ("time", "longtime", "worktime")


def possible(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """No negative limits, no frequency of nothing, no half persons, no rates above 100 %."""
    for document in corpus.documents:
        for parameter in document.standard.parameters:
            if parameter.value is not None and parameter.unit in UNITS and (problem := _impossible(parameter)):
                place = parameter.place["value"]
                facts = {"subject": parameter.subject, "value": limit(parameter)}
                yield rules.N411.at(place, **facts, problem=problem[0], problem_en=problem[1])


def _impossible(parameter: Parameter) -> tuple[str, str] | None:
    value, unit = parameter.value, UNITS[parameter.unit or ""]
    assert value is not None
    if value < 0 and unit.dimension != "temperature":
        return "不能是负数", "it cannot be negative"
    if parameter.kind == "frequency" and value <= 0:
        return "频次不能是零", "a frequency cannot be zero"
    if parameter.kind == "min" and value == 0:
        return "“不少于零”等于没有要求", "at least nothing is no requirement"
    if unit.dimension.startswith("count") and value != value.to_integral_value():
        return "这个单位只能是整数", "this unit takes whole numbers only"
    rate = unit.dimension == "ratio" and parameter.subject.endswith("率") and "负" not in parameter.subject
    if rate and max(value, parameter.upper or value) > WHOLE:
        return "比率不会超过 100 %", "a rate cannot exceed 100 %"
    return None


def direction(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A maximum gets stricter downwards, a minimum upwards; other subjects may be thresholds, where it is the reverse."""
    for document in corpus.documents:
        for parameter in document.standard.parameters:
            wanted = STRICTER.get(parameter.kind)
            if wanted and parameter.stricter != wanted and LIMITED.search(parameter.subject):
                yield rules.N413.at(parameter.place["stricter"], kind=parameter.kind, stricter=parameter.stricter)


def wording(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A text that says 不少于 quotes no maximum, one that says 不超过 no minimum."""
    for document in corpus.working.values():
        for text, place in texts(document):
            if "p-" not in text:
                continue
            for pattern, wanted, wrong in ((AT_LEAST, "min", ("max", "permanent")), (AT_MOST, "max", ("min", "permanent"))):
                for words, *ids in pattern.findall(text):
                    id = next(filter(None, ids))
                    parameter = _find(id, document, corpus)
                    if parameter and parameter.kind in wrong:
                        yield rules.N412.at(place, words=words, id=id, kind=parameter.kind, wanted=wanted)


def _find(id: str, document: Document, corpus: Corpus) -> Parameter | None:
    other, _, own = id.rpartition("#")
    home = corpus.working.get(other) if other else document
    return home.parameters.get(own) if home else None


def uses(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Retention is a time, a target is measured, a sample is counted."""
    for document in corpus.working.values():
        for record in document.standard.records:
            if (p := document.parameters.get(record.retention)) and not _lasting(p):
                yield _unfit(record.place["retention"], p, ("保存期限", "a retention time"), ("一段时间或长期", "a time"))
        for entry in document.entries.values():
            clause = entry.clause
            if clause.indicator and (p := document.parameters.get(clause.indicator.target)) and not _measured(p):
                place = clause.indicator.place["target"]
                yield _unfit(place, p, ("指标的目标值", "a target"), ("有数值的参数，不是频次", "a value that can be measured"))
            sample = clause.inspection.sample if clause.inspection else None
            if clause.inspection and (p := document.parameters.get(sample or "")) and not _counted(p):
                place = clause.inspection.place["sample"]
                yield _unfit(place, p, ("抽样量", "a sample"), ("个数或百分比", "a count or a percentage"))
            for holder in (clause.step, clause.task):
                for i, id in enumerate(holder.limits if holder else ()):
                    if holder and (p := document.parameters.get(id)) and not _timed(p):
                        use, wanted = ("时限", "a time limit"), ("一段时间或频次", "a time or a frequency")
                        yield _unfit(holder.place["limits", i], p, use, wanted)
        for question in document.questions:
            if (p := document.parameters.get(question.parameter or "")) and p.value is None:
                yield _unfit(question.place["parameter"], p, ("填空题的答案", "a blank"), ("有数值的参数", "a number"))


def _unfit(place: Place, parameter: Parameter, use: tuple[str, str], wanted: tuple[str, str]) -> Diagnostic:
    facts = {"id": parameter.id, "kind": parameter.kind, "unit": parameter.unit or "—"}
    return rules.N414.at(place, **facts, use=use[0], use_en=use[1], wanted=wanted[0], wanted_en=wanted[1])


def _lasting(parameter: Parameter) -> bool:
    if parameter.kind == "permanent":
        return True
    unit = UNITS.get(parameter.unit or "")
    return parameter.kind in ("min", "exact") and (unit is None or unit.dimension in LASTING)


def _timed(parameter: Parameter) -> bool:
    unit = UNITS.get(parameter.unit or "")
    return parameter.kind in ("frequency", "same_day") or unit is None or unit.dimension in LASTING


def shown(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """What the fields of a clause name as limit or frequency, its text quotes."""
    for document in corpus.working.values():
        for entry in document.entries.values():
            clause = entry.clause
            named: list[tuple[str, str, Place]] = []
            for holder, name in ((clause.inspection, "inspection"), (clause.task, "task")):
                if holder and holder.frequency:
                    named.append((f"{name}.frequency", holder.frequency, holder.place["frequency"]))
            for timed, name in ((clause.step, "step"), (clause.task, "task")):
                if timed:
                    named += [(f"{name}.limits", id, timed.place["limits", i]) for i, id in enumerate(timed.limits)]
            said = own_parameters(clause.text or "", *clause.items) if named else ()
            if any(id not in document.parameters for id in said):  # R205 says so; the field may be what was meant
                continue
            for field, id, place in named:
                parameter = document.parameters.get(id)
                unfit = field.endswith("frequency") and parameter and parameter.kind != "frequency"  # N408 says so
                if parameter and id not in said and not unfit:
                    yield rules.N416.at(place, field=field, id=id)


def _measured(parameter: Parameter) -> bool:
    return parameter.kind in ("max", "min", "exact", "range")


def _counted(parameter: Parameter) -> bool:
    unit = UNITS.get(parameter.unit or "")
    return _measured(parameter) and (unit is None or unit.dimension == "ratio" or unit.dimension.startswith("count"))


def contradictions(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """One subject with one scope, role and start has one value, and is registered once in a standard.

    Drafts come last, so that a contradiction is told where it can still be mended.
    """
    seen: dict[object, tuple[Document, Parameter]] = {}
    ordered = sorted(corpus.working.values(), key=lambda d: (d.standard.status not in PUBLISHED, d.id))
    for document in ordered:
        for parameter in document.standard.parameters:
            scope = tuple(parameter.applies_to.model_dump().values()) if parameter.applies_to else ()
            key = (parameter.subject, scope, parameter.role, parameter.since, parameter.kind)
            home, other = seen.setdefault(key, (document, parameter))
            if other is parameter:
                continue
            if _size(parameter) != _size(other):
                values = {"value": limit(parameter), "other_value": limit(other)}
                place = parameter.place["value"]
                yield rules.N410.at(place, subject=parameter.subject, other=home.id, other_id=other.id, **values)
            elif home is document:
                yield rules.N415.at(parameter.place["subject"], subject=parameter.subject, other=other.id)


def _size(parameter: Parameter) -> tuple[object, ...]:
    """What two parameters of one kind must share to say the same."""
    return tuple(_magnitude(value, parameter) for value in (parameter.value, parameter.upper))


def _magnitude(value: Decimal | None, parameter: Parameter) -> object:
    unit = parameter.unit
    if value is None or unit not in UNITS:
        return value, unit
    if parameter.kind == "frequency":
        return often(value, unit) if unit in EVERY else (value, unit)
    return in_base(value, unit) or (value, unit)


CHECKS = (possible, direction, wording, uses, shown, contradictions)
