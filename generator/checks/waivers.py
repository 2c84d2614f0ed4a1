"""Waivers: warnings and notes that someone, for a reason and for a time, lets stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator import rules
from generator.diagnostics import Diagnostic, Severity
from generator.model.corpus import Corpus, Document
from generator.model.registers import Waiver
from generator.model.training import CheckItem, Question
from generator.text.nearest import nearest


def waive(findings: Sequence[Diagnostic], corpus: Corpus, today: date) -> list[Diagnostic]:
    """The findings without those that a waiver in time covers, and with what is wrong with the waivers themselves."""
    waivers = corpus.registers.waivers
    if not waivers:
        return list(findings)
    spots = {id: _spots(document) for id, document in corpus.working.items()}
    kept: list[Diagnostic] = []
    used: set[Waiver] = set()
    for finding in findings:
        covering = [w for w in waivers if w.rule == finding.code and _covers(w, finding, spots)]
        used.update(covering)
        if finding.severity is Severity.ERROR or not any(w.until >= today for w in covering):
            kept.append(finding)
    return sorted({*kept, *_wrong(waivers, used, corpus, today)})


def _wrong(waivers: Iterable[Waiver], used: set[Waiver], corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    for waiver in waivers:
        rule = rules.CATALOGUE.get(waiver.rule)
        if rule and rule.severity is Severity.ERROR:
            yield rules.L518.at(waiver.place["rule"], rule=waiver.rule)
        elif waiver not in used:
            yield _idle(waiver, corpus)
        elif waiver.until < today:
            yield rules.L516.at(waiver.place["until"], rule=waiver.rule, until=waiver.until)


def _idle(waiver: Waiver, corpus: Corpus) -> Diagnostic:
    """Why a waiver covers nothing."""
    id, _, clause = waiver.where.partition("#")
    document = corpus.working.get(id)
    if waiver.rule not in rules.CATALOGUE:
        near = nearest(waiver.rule, rules.CATALOGUE) or "W305"
        place, zh, en = waiver.place["rule"], f"没有规则 {waiver.rule}", f"there is no rule {waiver.rule}"
        remedy, remedy_en = f"最接近的是 {near}", f"The nearest is {near}"
    elif document is None or (clause and clause not in document.entries):
        known = document.entries if document else corpus.working
        near = nearest(clause or id, known) or "—"
        place, zh, en = waiver.place["where"], f"没有 {waiver.where}", f"there is no {waiver.where}"
        remedy, remedy_en = f"最接近的是 {near}", f"The nearest is {near}"
    else:
        place = waiver.place["rule"]
        zh, en = f"{waiver.where} 没有 {waiver.rule} 可以豁免", f"there is no {waiver.rule} at {waiver.where}"
        remedy, remedy_en = "问题已改正：删去这条豁免", "It has been mended: delete the waiver"
    return rules.L517.at(place, problem=zh, problem_en=en, remedy=remedy, remedy_en=remedy_en)


Spots = dict[str, tuple[list[int], list[str]]]
"""File to the lines on which its clauses, items and questions begin, and the clause that each belongs to."""


def _spots(document: Document) -> Spots:
    found: dict[str, list[tuple[int, str]]] = {}
    for entry in document.entries.values():
        place = entry.clause.place
        found.setdefault(place.file, []).append((place.line, entry.id))
    items: list[CheckItem | Question] = [*(i for c in document.checklists for i in c.items), *document.questions]
    for rests in items:
        found.setdefault(rests.place.file, []).append((rests.place.line, rests.clause))
    return {file: ([n for n, _ in sorted(s)], [id for _, id in sorted(s)]) for file, s in found.items()}


def _covers(waiver: Waiver, finding: Diagnostic, spots: dict[str, Spots]) -> bool:
    """Whether a finding stands in the standard, or in the very clause, that a waiver names."""
    id, _, clause = waiver.where.partition("#")
    if id not in spots or f"/{id}/" not in finding.place.file:
        return False
    if not clause:
        return True
    lines, clauses = spots[id].get(finding.place.file, ([], []))
    position = bisect_right(lines, finding.place.line) - 1
    return position >= 0 and clauses[position] == clause
