"""What asks for attention: reviews due, no owner, own approval, repealed law, stale items, waivers, late English, gaps."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.diagnostics import Diagnostic
from generator.history.stale import stale
from generator.model.bindings import Group
from generator.model.corpus import Corpus, Document
from generator.model.lifecycle import PUBLISHED, in_force, review_due
from generator.model.registers import Department

Sort = Literal["overdue", "due", "ownerless", "approver", "law", "stale", "waiver", "translation", "coverage", "upcoming"]
SORTS: dict[Sort, tuple[str, str]] = {
    "overdue": ("复审过期", "Review overdue"),
    "due": ("复审将到期", "Review due soon"),
    "ownerless": ("没有归口部门", "No owner"),
    "approver": ("批准人就是起草人", "Approved by its drafter"),
    "law": ("法规有新文本或已废止", "Law changed or repealed"),
    "stale": ("要重读", "To be read again"),
    "waiver": ("生效中的豁免", "Open waiver"),
    "translation": ("英文落后", "English behind"),
    "coverage": ("没有覆盖到", "Not covered"),
    "upcoming": ("即将实施或废止", "Takes effect or ends soon"),
}
PRESSING: frozenset[Sort] = frozenset({"overdue", "ownerless", "approver", "law", "stale"})
"""What should not be so today; the rest is to come or allowed."""
LAW_CODES = ("R209", "R210")
"""Findings about the laws that clauses cite."""
COVERAGE_CODES = ("C603", "C604", "C607", "C608", "C609", "C610", "C615")
"""Findings about duties, records, evidence, checks, questions and work standards that something should have and has not."""
GROUP_NAMES: dict[Group, tuple[str, str]] = {
    "questions": ("试题", "question"),
    "checklists": ("检查项", "checklist item"),
    "english": ("英文", "English"),
}
WITHIN = 90
"""Days ahead that are looked at when nobody says how many."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to attend to: `day` is when (None if at once), `owner` whose it is, `words` what in Chinese and English."""

    sort: Sort
    ref: str
    day: date | None
    owner: str
    words: str
    words_en: str


def review(corpus: Corpus, findings: Sequence[Diagnostic], today: date, within: int) -> tuple[Matter, ...]:
    """Every matter, the most pressing kind first, then by day."""
    found = [
        *_documents(corpus, today, today + timedelta(within)),
        *_found("law", LAW_CODES, corpus, findings),
        *_found("coverage", COVERAGE_CODES, corpus, findings),
        *_stale(corpus),
        *_waivers(corpus, today),
    ]
    order = list(SORTS)
    return tuple(sorted(found, key=lambda m: (order.index(m.sort), m.day or date.min, m.ref)))


def _documents(corpus: Corpus, today: date, until: date) -> Iterator[Matter]:
    governing = corpus.on(today)
    for document in corpus.documents:
        standard, owner = document.standard, _owner(document, corpus)
        shown = governing.get(document.id) is document or corpus.working.get(document.id) is document
        if shown and standard.review and in_force(standard, today):
            due = review_due(standard.review)
            if due < today:
                yield Matter("overdue", document.id, due, owner, f"应于 {due} 前复审", f"review was due by {due}")
            elif due <= until:
                yield Matter("due", document.id, due, owner, f"{due} 前复审", f"review due by {due}")
        for day, words, words_en in ((standard.effective, "实施", "takes effect"), (standard.withdrawn, "废止", "ends")):
            if day and standard.status in PUBLISHED and today < day <= until:
                version = standard.version
                yield Matter("upcoming", document.id, day, owner, f"{version} 于 {day} {words}", f"{version} {words_en} on {day}")
    for document in corpus.working.values():
        standard, owner = document.standard, _owner(document, corpus)
        if not isinstance(corpus.actors.get(standard.owner), Department):
            yield Matter(
                "ownerless", document.id, None, "", f"{standard.owner} 不是登记的部门", f"{standard.owner} is no department"
            )
        if standard.approver and standard.approver in standard.drafters:
            name = corpus.actors[standard.approver].zh if standard.approver in corpus.actors else standard.approver
            yield Matter("approver", document.id, None, owner, f"{name}起草又批准", f"{standard.approver} drafted and approved")
        yield from _translation(document, owner)


def _translation(document: Document, owner: str) -> Iterator[Matter]:
    standard, english = document.standard, document.english
    if english is None:
        yield Matter("translation", document.id, None, owner, "没有英文", "no English")
        return
    if english.version != standard.version:
        words = f"英文是 {english.version}，中文是 {standard.version}", f"English {english.version}, Chinese {standard.version}"
        yield Matter("translation", document.id, None, owner, *words)
    missing = [e for e in document.entries.values() if e.clause.text and e.depth > 1 and english.clause(e.id) is None]
    missing = [e for e in missing if e.id not in {t.id for t in standard.terms}]
    if missing:
        words = f"{len(missing)} 条没有英文", f"{len(missing)} clauses without English"
        yield Matter("translation", document.id, None, owner, *words)


def _owner(document: Document, corpus: Corpus) -> str:
    actor = corpus.actors.get(document.standard.owner)
    return actor.zh if actor else document.standard.owner


def _found(sort: Sort, codes: Collection[str], corpus: Corpus, findings: Sequence[Diagnostic]) -> Iterator[Matter]:
    """What the check found under some codes, at the standard in whose folder it stands."""
    folders = {d.standard.place.file.rpartition("/")[0]: d for d in corpus.working.values()}
    for finding in findings:
        document = folders.get(finding.place.file.rpartition("/")[0])
        if finding.code in codes and document:
            where = f"{document.id}:{finding.place.line}"
            yield Matter(sort, where, None, _owner(document, corpus), finding.message(), finding.message("en"))


def _stale(corpus: Corpus) -> Iterator[Matter]:
    """Questions, checklist items and English whose clause changed since someone read them."""
    for one in stale(corpus):
        document, (zh, en) = one.item.document, GROUP_NAMES[one.item.group]
        words_en = f"{en} {one.item.name}: what {one.item.ref} says changed since it was read"
        yield Matter("stale", one.item.ref, None, _owner(document, corpus), f"{zh} {one.item.name}：{one.reason}", words_en)


def _waivers(corpus: Corpus, today: date) -> Iterator[Matter]:
    for waiver in corpus.registers.waivers:
        if waiver.until >= today:
            by = corpus.actors[waiver.by].zh if waiver.by in corpus.actors else waiver.by
            words = f"{waiver.rule} 放到 {waiver.until}：{waiver.reason}", f"{waiver.rule} until {waiver.until}: {waiver.reason}"
            yield Matter("waiver", waiver.where, waiver.until, by, *words)
