"""G8: what a change of published text must bring with it. Drafts may change freely."""

from __future__ import annotations

from collections.abc import Iterator

from generator import rules
from generator.diagnostics import Diagnostic
from generator.history.change import Change, Grade
from generator.history.compare import Comparison
from generator.history.labels import grade_name
from generator.model.corpus import Corpus, Document
from generator.model.lifecycle import PUBLISHED, former_ids, number

SHORT = 6
"""A reason of fewer characters says nothing."""


def gates(comparison: Comparison) -> list[Diagnostic]:
    """Every finding of the gate, sorted."""
    found: list[Diagnostic] = []
    for id, old in comparison.old.working.items():
        if old.standard.status in PUBLISHED:
            own = [c for c in comparison.changes if c.standard == id]
            found += _deleted(old) if id not in comparison.new.working else _of(old, comparison.new.working[id], own, comparison)
    found += _released(comparison.old, comparison.new)
    return sorted(set(found))


def _deleted(old: Document) -> list[Diagnostic]:
    return [rules.G810.at(old.standard.place, id=old.id, title=old.standard.title)]


def _of(old: Document, new: Document, changes: list[Change], comparison: Comparison) -> Iterator[Diagnostic]:
    one, two = old.standard, new.standard
    meaning = [c for c in changes if c.in_meaning]
    if one.version == two.version:
        for change in meaning:
            facts = {"ref": change.ref, "id": old.id, "version": one.version}
            yield rules.G801.at(change.place, **facts, grade=grade_name(change.grade))
    else:
        yield from _forward(old, new)
        if one.version not in {d.standard.version for d in comparison.new.released.get(old.id, ())}:
            yield rules.G804.at(two.place["version"], id=old.id, old=one.version, new=two.version)
        if two.status in PUBLISHED:
            yield from _recorded(new, meaning)
            if two.approver and two.approver in two.drafters:
                yield rules.G808.at(two.place["approver"], id=old.id, approver=two.approver)
    yield from _ids(old, new, changes, comparison)
    for change in changes:
        if not change.certain and change.grade is not Grade.META:
            yield rules.G811.at(change.place, ref=change.ref, grade=grade_name(change.grade))


def _forward(old: Document, new: Document) -> Iterator[Diagnostic]:
    one, two = old.standard, new.standard
    if number(two.version) < number(one.version):
        facts = {"what": "版次", "what_en": "the version", "old": one.version, "new": two.version}
        yield rules.G809.at(two.place["version"], id=old.id, **facts)
    for key, what, what_en in (("published", "发布日期", "the publication"), ("effective", "实施日期", "the effective date")):
        before, after = getattr(one, key), getattr(two, key)
        if before and after and two.status in PUBLISHED and (after < before or (key == "effective" and after == before)):
            yield rules.G809.at(two.place[key], id=old.id, what=what, what_en=what_en, old=before, new=after)


def _recorded(new: Document, meaning: list[Change]) -> Iterator[Diagnostic]:
    """The revision record names each clause that changed in meaning, and gives a reason."""
    standard = new.standard
    entry = next((c for c in standard.changelog if c.version == standard.version), None)
    changed = dict.fromkeys(c.ref.partition("#")[2] for c in meaning if "#" in c.ref)
    missing = [id for id in changed if entry is None or id not in entry.clauses]
    place = entry.place if entry else standard.place["version"]
    if missing:
        yield rules.G802.at(place, version=standard.version, missing="、".join(missing))
    if entry and meaning:
        reason = entry.reason.strip("。 ")
        if len(reason) < SHORT or entry.reason in {c.reason for c in standard.changelog if c is not entry}:
            yield rules.G803.at(entry.place["reason"], version=standard.version, reason=entry.reason)


def _ids(old: Document, new: Document, changes: list[Change], comparison: Comparison) -> Iterator[Diagnostic]:
    """Clause ids are given once: none comes back, and none goes without saying where."""
    former = former_ids(old.standard)
    for id, entry in new.entries.items():
        if id in former and id not in old.entries:
            yield rules.G806.at(entry.clause.place["id"], id=id)
    told = former_ids(new.standard)
    redirected = {redirect.id for redirect in new.standard.redirects}
    went = {c.moved_from: c.ref for c in comparison.changes if c.moved_from}
    went |= {c.ref: "、".join(c.split or c.merged) for c in changes if c.grade is Grade.REMOVED and (c.split or c.merged)}
    for id in old.entries:
        ref = f"{old.id}#{id}"
        if id in new.entries:
            continue
        if ref in went and id not in redirected:
            to = went[ref]
            yield rules.G807.at(new.standard.place["clauses"], ref=ref, what=f"移到了 {to}", what_en=f"went to {to}")
        elif id not in told:
            yield rules.G807.at(new.standard.place["clauses"], ref=ref, what="删去了", what_en="was removed")


def _released(old: Corpus, new: Corpus) -> Iterator[Diagnostic]:
    """Released versions stay as they were."""
    for id, documents in old.released.items():
        kept = {d.standard.version: d for d in new.released.get(id, ())}
        for document in documents:
            version = document.standard.version
            facts = {"id": id, "version": version}
            if version not in kept:
                yield rules.G805.at(document.standard.place, **facts, what="不见了", what_en="is gone")
            elif _said(kept[version]) != _said(document):
                yield rules.G805.at(kept[version].standard.place, **facts, what="与发布时不同", what_en="is not as released")


def _said(document: Document) -> tuple[object, ...]:
    """A version without its layout."""
    english = document.english.model_dump() if document.english else None
    parts = (document.standard, *document.checklists, *document.questions)
    return (*(part.model_dump() for part in parts), english)
