"""N4: parameters are complete, agree with their facts, and hold every number of the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal

from generator import rules
from generator.checks.said import clauses, quoted, sentences
from generator.diagnostics import Diagnostic, Place
from generator.model.corpus import Corpus
from generator.model.prose import REFERENCE, limit, limit_uses
from generator.model.standard import ClauseType, Parameter
from generator.text.nearest import nearest
from generator.text.quantities import EVERY, UNITS, every, in_base, often, with_unit

# Voltage classes (10 kV) say what a requirement applies to; they are no limits.
COUNTED = "|".join(sorted((re.escape(u) for u in UNITS if u not in ("级", "个", "位", "kV")), key=len, reverse=True))
TIMES = "工作日|小时|分钟|天|周|个月|年内|季度"
NUMBER_WITH_UNIT = re.compile(
    rf"(?<![A-Za-z0-9.—\-/])\d+(?:\.\d+)?\s*个?(?:{COUNTED}|天)(?![A-Za-z])|(?<![次第每同])[一二三四五六七八九十百两半]+个?(?:{TIMES})"
    r"|(?:不少于|不低于|至少|不超过|不多于)\s*[一二三四五六七八九十两]+(?:人|名|次|个|份|项|米|倍)"
)
"""Also in Chinese numerals for times and after 不少于; 次一工作日 counts nothing."""


USUAL = {
    "天": "日",
    "个工作日": "工作日",
    "小时内": "小时",
    "分": "分钟",
    "个月": "月",
    "米": "m",
    "千伏": "kV",
    "％": "%",
    "名": "人",
}
"""What editors often write, and the unit that it is."""


def complete(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A parameter has the numbers and the unit that its kind needs, and a known unit."""
    for fact in corpus.registers.facts:
        if fact.unit and fact.unit not in UNITS:
            yield _unknown_unit(fact.unit, fact.place["unit"], UNITS)
    for document in corpus.documents:
        for parameter in document.standard.parameters:
            if problem := _incomplete(parameter):
                zh, en = problem
                yield rules.N402.at(parameter.place["kind"], kind=parameter.kind, problem=zh, problem_en=en)
            known = EVERY if parameter.kind == "frequency" else UNITS
            if parameter.unit and parameter.unit not in known:
                yield _unknown_unit(parameter.unit, parameter.place["unit"], known)


def _unknown_unit(unit: str, place: Place, known: Collection[str]) -> Diagnostic:
    near = USUAL.get(unit) or nearest(unit, known)
    return rules.N401.at(
        place,
        unit=unit,
        suggestion=f"写成“{near}”。" if near else f"可用：{'、'.join(known)}。",
        suggestion_en=f"Write '{near}'." if near else f"Known: {', '.join(known)}.",
    )


def _incomplete(parameter: Parameter) -> tuple[str, str] | None:
    value, upper, unit = parameter.value, parameter.upper, parameter.unit
    if parameter.kind in ("permanent", "same_day"):
        written = value is not None or upper is not None or unit
        return ("不应写数值或单位", "takes no value or unit") if written else None
    if value is None or unit is None:
        return "缺少 value 或 unit", "lacks value or unit"
    if parameter.kind == "range":
        return None if upper is not None and upper > value else ("的 upper 应大于 value", "needs upper above value")
    return ("不应写 upper", "takes no upper") if upper is not None else None


def against_facts(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A limit agrees with the fact that it rests on; below the law is an error, below a promise a warning."""
    for document in corpus.working.values():
        for parameter in document.standard.parameters:
            fact = corpus.facts.get(parameter.fact) if parameter.fact else None
            if (parameter.basis == "company") == bool(parameter.fact):
                zh, en = ("却写了 fact", "but a fact is named") if parameter.fact else ("没有写 fact", "no fact is named")
                yield rules.N405.at(parameter.place["basis"], basis=parameter.basis, problem=zh, problem_en=en)
            if fact is None or fact.value is None or fact.unit is None or parameter.value is None or not parameter.unit:
                continue
            if parameter.unit not in UNITS or fact.unit not in UNITS:
                continue
            excess = _excess(parameter, fact.value, fact.unit)
            if excess is None:
                place = parameter.place["unit"]
                yield rules.N409.at(place, unit=parameter.unit, fact=fact.id, fact_unit=fact.unit)
            elif _looser(parameter, excess):
                rule = rules.N403 if parameter.basis == "law" else rules.N404
                show = every if parameter.kind == "frequency" else with_unit
                facts = {"subject": parameter.subject, "value": limit(parameter), "source": fact.source}
                yield rule.at(parameter.place["value"], **facts, fact=show(fact.value, fact.unit))


def _excess(parameter: Parameter, value: Decimal, unit: str) -> Decimal | None:
    """How far the limit lies above a value: times a day for a frequency, the laxer end of a range; None across kinds."""
    assert parameter.value is not None
    assert parameter.unit is not None
    if parameter.kind == "frequency":
        known = parameter.unit in EVERY and unit in EVERY
        return often(parameter.value, parameter.unit) - often(value, unit) if known else None
    own = parameter.upper if parameter.upper is not None and parameter.stricter == "lower" else parameter.value
    ours, theirs = in_base(own, parameter.unit), in_base(value, unit)
    return ours[1] - theirs[1] if ours and theirs and ours[0] == theirs[0] else None


def _looser(parameter: Parameter, excess: Decimal) -> bool:
    return {"lower": excess > 0, "higher": excess < 0, "none": excess != 0}[parameter.stricter]


def in_use(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Every parameter is quoted by a text or used by a record, task, indicator or inspection."""
    elsewhere = _quoted_elsewhere(corpus)
    for document in corpus.working.values():
        used = {r.id for r, _ in quoted(document) if r.kind == "parameter" and r.standard is None}
        used |= {*limit_uses(document), *elsewhere[document.id]}
        used |= {record.retention for record in document.standard.records}
        used |= {question.parameter or "" for question in document.questions}
        for parameter in document.standard.parameters:
            if parameter.id not in used:
                yield rules.N406.at(parameter.place["id"], id=parameter.id)


def _quoted_elsewhere(corpus: Corpus) -> dict[str, set[str]]:
    """Standard id to those of its parameters that other standards quote."""
    found: dict[str, set[str]] = defaultdict(set)
    for document in corpus.working.values():
        for reference, _ in quoted(document):
            if reference.kind == "parameter" and reference.standard and reference.id:
                found[reference.standard].add(reference.id)
    return found


def typed(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A requirement or a checklist item states no number with a unit itself: it quotes a parameter."""
    for document in corpus.working.values():
        for clause in clauses(document):
            for text, place in sentences(clause) if clause.type is not ClauseType.STATEMENT else ():
                if found := NUMBER_WITH_UNIT.search(REFERENCE.sub("", text)):
                    yield rules.N407.at(place, number=found[0])
        for option in (o for q in document.questions for o in q.options if o.correct and q.type in ("single", "multiple")):
            if found := NUMBER_WITH_UNIT.search(REFERENCE.sub("", option.text)):
                yield rules.N407.at(option.place["text"], number=found[0])
        for item in (item for checklist in document.checklists for item in checklist.items):
            if found := NUMBER_WITH_UNIT.search(REFERENCE.sub("", item.text)):
                yield rules.N407.at(item.place["text"], number=found[0])


def frequencies(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Tasks and inspections name parameters of kind frequency."""
    for document in corpus.working.values():
        for entry in document.entries.values():
            for holder in (entry.clause.task, entry.clause.inspection):
                parameter = document.parameters.get(holder.frequency or "") if holder else None
                if holder and parameter and parameter.kind != "frequency":
                    yield rules.N408.at(holder.place["frequency"], id=parameter.id, kind=parameter.kind)


CHECKS = (complete, against_facts, in_use, typed, frequencies)
