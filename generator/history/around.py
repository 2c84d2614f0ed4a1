"""What hangs on a standard: terms, records, risks, checklists, questions, English words, dates and owners."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from generator.history.change import Change, Grade, Kind, Verdict
from generator.history.context import Sides
from generator.history.limits import graded
from generator.history.sentences import Difference, differences
from generator.model.corpus import Document
from generator.model.english import English
from generator.model.prose import bound, plain, record_title
from generator.model.standard import Record
from generator.model.training import CheckItem, Checklist, Question

CRITICAL = {True: "关键项", False: "一般项"}
METHODS = {"ask": 1, "look": 2, "documents": 2, "measure": 3, "test": 3}
LEVELS = {"general": 1, "major": 2, "critical": 3}
CARRIERS = {"paper": 1, "electronic": 1, "both": 2}


def around(sides: Sides) -> Iterator[Change]:
    """Everything but the clauses and limits of a standard."""
    yield from _lifecycle(sides)
    yield from _scope(sides)
    yield from _terms(sides)
    yield from _references(sides)
    yield from _records(sides)
    yield from _risks(sides)
    if not {"checklists.yml"} & (sides.old.unread | sides.new.unread):
        yield from _checklists(sides)
    yield from _questions(sides)
    yield from _english(sides)


def _texted(found: Difference | None) -> Verdict | None:
    """One verdict on a sentence that is not a clause."""
    if found is None:
        return None
    if found.numbers:
        return found.numbers
    if found.words:
        return found.words
    return Verdict(Grade.TIGHTENED, False) if found.gone or found.come else Verdict(Grade.WORDING)


LIFE = ("status", "version", "published", "effective", "withdrawn", "withdrawn_reason", "supersedes", "superseded_by", "code")


def _lifecycle(sides: Sides) -> Iterator[Change]:
    old, new = sides.old.standard, sides.new.standard
    meta = Verdict(Grade.META)
    changed = [name for name in LIFE if getattr(old, name) != getattr(new, name)]
    reviews = [(s.review.cycle_months, s.review.last) if s.review else None for s in (old, new)]
    notes = [[(c.version, c.date, c.clauses, c.reason) for c in s.changelog] for s in (old, new)]
    if changed or reviews[0] != reviews[1] or notes[0] != notes[1] or old.retired_ids != new.retired_ids:
        shown = ["；".join(f"{name} {getattr(s, name) or '—'}" for name in changed) for s in (old, new)]
        key = changed[0] if changed else "review" if reviews[0] != reviews[1] else "changelog"
        yield sides.change("lifecycle", meta, "", shown[0], shown[1], new.place[key])
    if old.owner != new.owner:
        yield sides.change("owner", meta, "", sides.names([old.owner]), sides.names([new.owner]), new.place["owner"])
    for key in ("drafters", "approver"):
        one, two = getattr(old, key), getattr(new, key)
        if one != two:
            ids = [(v,) if isinstance(v, str) else v or () for v in (one, two)]
            yield sides.change("owner", meta, "", sides.names(ids[0]), sides.names(ids[1]), new.place[key])
    if old.safety_level != new.safety_level:
        grade = Grade.TIGHTENED if LEVELS[new.safety_level] > LEVELS[old.safety_level] else Grade.RELAXED
        yield sides.change("scope", Verdict(grade), "", old.safety_level, new.safety_level, new.place["safety_level"])
    if old.post != new.post:
        yield sides.change(
            "scope", Verdict(Grade.TIGHTENED), "", sides.names([old.post or ""]), sides.names([new.post or ""]), new.place["post"]
        )
    if differences(old.title, new.title, "none", sides.roles):
        yield sides.change("meta", Verdict(Grade.WORDING), "", old.title, new.title, new.place["title"])
    if differences(old.foreword, new.foreword, "none", sides.roles):
        yield sides.change("meta", Verdict(Grade.META), "", old.foreword, new.foreword, new.place["foreword"])
    for key in ("keywords", "seed_rows", "related", "domain", "subsystem"):
        one, two = getattr(old, key), getattr(new, key)
        if (set(one) if isinstance(one, tuple) else one) != (set(two) if isinstance(two, tuple) else two):
            shown = ["、".join(v) if isinstance(v, tuple) else str(v) for v in (one, two)]
            yield sides.change("meta", meta, "", shown[0], shown[1], new.place[key])


def _scope(sides: Sides) -> Iterator[Change]:
    old, new = sides.old.standard, sides.new.standard
    if found := differences(old.scope, new.scope, "duty", sides.roles):
        verdict = _texted(found) or Verdict(Grade.WORDING)
        yield sides.change("scope", verdict, "", old.scope, new.scope, new.place["scope"])


def _terms(sides: Sides) -> Iterator[Change]:
    old, new = ({t.id: t for t in d.standard.terms} for d in (sides.old, sides.new))
    for id, term in old.items():
        if id not in new:
            yield sides.change("term", Verdict(Grade.REMOVED), "", f"{term.zh}：{term.definition}", "", term.place, id)
        elif (term.zh, term.definition, term.en, term.source) != (new[id].zh, new[id].definition, new[id].en, new[id].source):
            found = differences(f"{term.zh}：{term.definition}", f"{new[id].zh}：{new[id].definition}", "none", sides.roles)
            verdict = _texted(found) or Verdict(Grade.WORDING)
            if found or (term.en, term.source) != (new[id].en, new[id].source):
                texts = f"{term.zh}：{term.definition}", f"{new[id].zh}：{new[id].definition}"
                yield sides.change("term", verdict, "", texts[0], texts[1], new[id].place["definition"], id)
    for id, term in new.items():
        if id not in old:
            yield sides.change("term", Verdict(Grade.ADDED), "", "", f"{term.zh}：{term.definition}", term.place, id)


def _references(sides: Sides) -> Iterator[Change]:
    old, new = sides.old.standard, sides.new.standard
    for id in old.references:
        if id not in new.references:
            yield sides.change("reference", Verdict(Grade.REMOVED), "", _named(id, sides), "", new.place["references"], id)
    for index, id in enumerate(new.references):
        if id not in old.references:
            yield sides.change("reference", Verdict(Grade.ADDED), "", "", _named(id, sides), new.place["references", index], id)


def _named(id: str, sides: Sides) -> str:
    law = sides.after.laws.get(id) or sides.before.laws.get(id)
    return (law.code or f"《{law.title}》") if law else id


def _records(sides: Sides) -> Iterator[Change]:
    old, new = sides.old.records, sides.new.records
    for id, record in old.items():
        if id not in new:
            yield sides.change("record", Verdict(Grade.REMOVED), "", record_title(sides.old, record), "", record.place, id)
        else:
            yield from _record(record, new[id], sides)
    for id, record in new.items():
        if id not in old:
            yield sides.change("record", Verdict(Grade.ADDED), "", "", record_title(sides.new, record), record.place, id)


def _record(old: Record, new: Record, sides: Sides) -> Iterator[Change]:
    def told(kind: Kind, verdict: Verdict, before: str, after: str, key: str) -> Change:
        return sides.change(kind, verdict, "", before, after, new.place[key], new.id)

    if differences(old.name, new.name, "none", sides.roles):
        yield told("record", Verdict(Grade.WORDING), old.name, new.name, "name")
    gone, come = [f for f in old.fields if f not in new.fields], [f for f in new.fields if f not in old.fields]
    if gone or come:
        alike = len(gone) == len(come) and all(
            differences(a, b, "none", sides.roles) is None or _close(a, b) for a, b in zip(gone, come, strict=True)
        )
        grade = Grade.WORDING if alike else Grade.RELAXED if not come else Grade.TIGHTENED
        yield told("record", Verdict(grade, not (gone and come)), "、".join(gone), "、".join(come), "fields")
    if sides.renamed.get(old.retention, old.retention) != new.retention:
        one, two = sides.old.parameters.get(old.retention), sides.new.parameters.get(new.retention)
        if one and two and (verdict := graded(one, two)):
            yield told("record", verdict, bound(one), bound(two), "retention")
    if old.keeper != new.keeper:
        yield told("role", Verdict(Grade.MOVED), sides.names([old.keeper]), sides.names([new.keeper]), "keeper")
    if old.format != new.format:
        way = CARRIERS[new.format] - CARRIERS[old.format]
        yield told("record", Verdict(Grade.RELAXED if way < 0 else Grade.TIGHTENED, way != 0), old.format, new.format, "format")


def _close(one: str, two: str) -> bool:
    return len(set(one) & set(two)) * 2 >= max(len(set(one)), len(set(two)))


def _risks(sides: Sides) -> Iterator[Change]:
    old, new = ({r.id: r for r in d.standard.risks} for d in (sides.old, sides.new))
    for id, risk in old.items():
        if id not in new:
            yield sides.change("risk", Verdict(Grade.REMOVED), "", risk.hazard, "", risk.place, id)
            continue
        other = new[id]
        if risk.level != other.level:
            grade = Grade.TIGHTENED if other.level < risk.level else Grade.RELAXED
            yield sides.change("risk", Verdict(grade), "", str(risk.level), str(other.level), other.place["level"], id)
        one = {sides.renamed.get(f"#{c}", f"#{c}") for c in risk.controls}
        two = {sides.renamed.get(f"#{c}", f"#{c}") for c in other.controls}
        if one != two:
            verdict = Verdict(Grade.RELAXED if two < one else Grade.TIGHTENED)
            yield sides.change(
                "risk", verdict, "", "、".join(risk.controls), "、".join(other.controls), other.place["controls"], id
            )
        if differences(f"{risk.hazard}：{risk.consequence}", f"{other.hazard}：{other.consequence}", "none", sides.roles):
            yield sides.change("risk", Verdict(Grade.WORDING), "", risk.hazard, other.hazard, other.place["hazard"], id)
    for id, risk in new.items():
        if id not in old:
            yield sides.change("risk", Verdict(Grade.ADDED), "", "", risk.hazard, risk.place, id)


def _items(document: Document) -> Mapping[str, tuple[Checklist, CheckItem]]:
    return {item.id: (sheet, item) for sheet in document.checklists for item in sheet.items}


def _checklists(sides: Sides) -> Iterator[Change]:
    old, new = _items(sides.old), _items(sides.new)
    sheets = {c.id: c for c in sides.new.checklists}
    for sheet in sides.old.checklists:
        if (other := sheets.get(sheet.id)) is not None:
            if sheet.role != other.role:
                yield sides.change(
                    "role",
                    Verdict(Grade.MOVED),
                    "",
                    sides.names([sheet.role]),
                    sides.names([other.role]),
                    other.place["role"],
                    sheet.id,
                )
            if found := differences(f"{sheet.title}：{sheet.when}", f"{other.title}：{other.when}", "none", sides.roles):
                yield sides.change(
                    "checklist",
                    _texted(found) or Verdict(Grade.WORDING),
                    "",
                    sheet.when,
                    other.when,
                    other.place["when"],
                    sheet.id,
                )
    for id, (_, item) in old.items():
        shown = plain(item.text, sides.old, sides.before)
        if id not in new:
            yield sides.change("checklist", Verdict(Grade.REMOVED), item.clause, shown, "", item.place, id)
        else:
            yield from _item(item, new[id][1], sides)
    for id, (_, item) in new.items():
        if id not in old:
            yield sides.change(
                "checklist", Verdict(Grade.ADDED), item.clause, "", plain(item.text, sides.new, sides.after), item.place, id
            )


def _item(old: CheckItem, new: CheckItem, sides: Sides) -> Iterator[Change]:
    def told(verdict: Verdict, before: str, after: str, key: str) -> Change:
        return sides.change("checklist", verdict, new.clause, before, after, new.place[key], new.id)

    if old.critical != new.critical:
        grade = Grade.TIGHTENED if new.critical else Grade.RELAXED
        yield told(Verdict(grade), CRITICAL[old.critical], CRITICAL[new.critical], "critical")
    if old.method != new.method:
        way = METHODS[new.method] - METHODS[old.method]
        yield told(Verdict(Grade.RELAXED if way < 0 else Grade.TIGHTENED, way != 0), old.method, new.method, "method")
    if f"#{new.clause}" not in (f"#{old.clause}", sides.renamed.get(f"#{old.clause}")):
        yield told(Verdict(Grade.META), old.clause, new.clause, "clause")
    if found := differences(sides.canonical(old.text), new.text, "duty", sides.roles):
        verdict = _texted(found) or Verdict(Grade.WORDING)
        yield told(verdict, plain(old.text, sides.old, sides.before), plain(new.text, sides.new, sides.after), "text")


def _questions(sides: Sides) -> Iterator[Change]:
    old, new = ({q.id: q for q in d.questions} for d in (sides.old, sides.new))
    for id, question in old.items():
        stem = plain(question.stem, sides.old, sides.before)
        if id not in new:
            yield sides.change("question", Verdict(Grade.REMOVED), question.clause, stem, "", question.place, id)
        else:
            yield from _question(question, new[id], sides)
    for id, question in new.items():
        if id not in old:
            yield sides.change(
                "question",
                Verdict(Grade.ADDED),
                question.clause,
                "",
                plain(question.stem, sides.new, sides.after),
                question.place,
                id,
            )


def _question(old: Question, new: Question, sides: Sides) -> Iterator[Change]:
    def told(verdict: Verdict, before: str, after: str, key: str) -> Change:
        return sides.change("question", verdict, new.clause, before, after, new.place[key], new.id)

    keys = [_key(q, c) for q, c in ((old, sides.canonical), (new, str))]
    words = [[q.stem, q.explanation or "", *(o.text + (o.why or "") for o in q.options)] for q in (old, new)]
    if keys[0] != keys[1] and not _same_key(keys[0], keys[1], sides):
        yield told(Verdict(Grade.META), "；".join(keys[0]), "；".join(keys[1]), "answer")
    elif sorted(map(sides.canonical, words[0])) != sorted(words[1]) and differences(
        "".join(sorted(words[0])), "".join(sorted(words[1])), "none", sides.roles
    ):
        yield told(Verdict(Grade.WORDING), old.stem, new.stem, "stem")
    if (old.type, old.easiness, old.bloom, old.use) != (new.type, new.easiness, new.bloom, new.use):
        shown = [" ".join(map(str, (q.type, q.easiness, q.bloom, q.use))) for q in (old, new)]
        yield told(Verdict(Grade.META), shown[0], shown[1], "type")
    if f"#{new.clause}" not in (f"#{old.clause}", sides.renamed.get(f"#{old.clause}")):
        yield told(Verdict(Grade.META), old.clause, new.clause, "clause")


def _same_key(one: tuple[str, ...], two: tuple[str, ...], sides: Sides) -> bool:
    """The right answers in other words."""
    if len(one) != len(two):
        return False
    return all(
        (f := differences(a, b, "none", sides.roles)) is None or (f.words and f.words.certain and not f.numbers)
        for a, b in zip(one, two, strict=True)
    )


def _key(question: Question, shown: Callable[[str], str]) -> tuple[str, ...]:
    """What counts as right."""
    right = [shown(o.text) for o in question.options if o.correct or question.type == "ordering"]
    answer = [] if question.answer is None else ["正确" if question.answer else "错误"]
    return (
        *(right if question.type == "ordering" else sorted(right)),
        *answer,
        question.parameter or "",
        *sorted(question.accept),
    )


def _english(sides: Sides) -> Iterator[Change]:
    old, new = sides.old.english, sides.new.english
    if old is None or new is None:
        if there := new or old:
            yield sides.change(
                "meta", Verdict(Grade.META), "", old.title if old else "", new.title if new else "", there.place, "en"
            )
        return
    for id in sides.new.entries:
        one, two = old.clause(id), new.clause(id)
        words = [" ".join(filter(None, (w.title, w.text, *w.items))) if w else "" for w in (one, two)]
        if id in sides.old.entries and _squeezed(words[0]) != _squeezed(words[1]):
            yield sides.change(
                "clause", Verdict(Grade.META), id, words[0], words[1], two.place if two else new.place["clauses"], "en"
            )
    rest = [_rest(english, sides) for english in (old, new)]
    if rest[0] != rest[1]:
        yield sides.change("meta", Verdict(Grade.META), "", old.title, new.title, new.place, "en")


def _rest(english: English, sides: Sides) -> str:
    """The English of what stands on both sides and is no clause."""
    kept = {*sides.old.entries, *sides.old.parameters, *sides.old.records} & {
        *sides.new.entries,
        *sides.new.parameters,
        *sides.new.records,
    }
    words = [(id, english.word(of, id)) for of in WORDS for id in sorted(kept)]
    return _squeezed((english.title, english.foreword, english.scope, [pair for pair in words if pair[1]]))


WORDS: tuple[Literal["terms", "parameters", "records"], ...] = ("terms", "parameters", "records")


def _squeezed(value: object) -> str:
    return "".join(str(value).split())
