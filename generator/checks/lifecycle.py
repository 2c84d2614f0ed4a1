"""L5: dates in order, what each status needs, review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from generator import rules
from generator.diagnostics import Diagnostic
from generator.model.corpus import Corpus, Document
from generator.model.lifecycle import PUBLISHED, former_ids, in_force, number, review_due
from generator.model.standard import Status
from generator.text.nearest import nearest


def dates(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Published ≤ effective ≤ withdrawn, published ≤ last review, and the code ends with the year of publication."""
    for document in corpus.documents:
        standard, place = document.standard, document.standard.place
        for earlier_name, earlier, key, name, later in (
            ("发布日期", standard.published, "effective", "实施日期", standard.effective),
            ("实施日期", standard.effective, "withdrawn", "废止日期", standard.withdrawn),
        ):
            if earlier and later and later < earlier:
                yield rules.L501.at(place[key], later_name=name, later=later, earlier_name=earlier_name, earlier=earlier)
        if standard.review and standard.published and standard.review.last < standard.published:
            yield rules.L501.at(
                standard.review.place["last"],
                later_name="复审日期",
                later=standard.review.last,
                earlier_name="发布日期",
                earlier=standard.published,
            )
        if standard.published and not standard.code.endswith(str(standard.published.year)):
            yield rules.L502.at(place["code"], code=standard.code, year=standard.published.year)


def required(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Published text has dates, review, drafters, an approver and a revision record; withdrawn text a reason."""
    for document in corpus.documents:
        standard = document.standard
        if standard.status in PUBLISHED:
            for key in ("published", "effective", "review", "drafters", "approver", "changelog"):
                if not getattr(standard, key):
                    yield rules.L503.at(standard.place["status"], status=standard.status.value, key=key)
        if standard.status is Status.WITHDRAWN and not (standard.withdrawn and standard.withdrawn_reason):
            yield rules.L506.at(standard.place["status"])


def reviews(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Text in force is reviewed in time, and approved by someone who did not draft it."""
    for document in corpus.working.values():
        standard = document.standard
        if standard.review and in_force(standard, today) and (due := review_due(standard.review)) < today:
            yield rules.L504.at(standard.review.place["last"], due=due)
        if standard.approver and standard.approver in standard.drafters:
            yield rules.L505.at(standard.place["approver"], approver=standard.approver)


def changelog(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """The revision record runs forward in time, up to the version of the text."""
    for document in corpus.documents:
        standard = document.standard
        for before, after in pairwise(standard.changelog):
            if after.date < before.date or number(after.version) <= number(before.version):
                yield rules.L507.at(after.place["date"], version=after.version, date=after.date)
        if standard.changelog and (last := standard.changelog[-1].version) != standard.version:
            yield rules.L510.at(standard.place["version"], version=standard.version, last=last)


def future(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """What has been done was not done in the future: published, reviewed, changed, read."""
    for law in corpus.registers.laws:
        if law.version and law.version > today:
            yield rules.L511.at(law.place["version"], name="现行文本的日期", name_en="date of the current text", date=law.version)
    for document in corpus.working.values():
        for entry in document.entries.values():
            for cited in entry.clause.basis:
                if cited.as_of > today:
                    place = cited.place["as_of"]
                    yield rules.L511.at(place, name="核对日期", name_en="as-of date", date=cited.as_of)
    for document in corpus.documents:
        standard = document.standard
        done = [(standard.published, standard.place["published"], "发布日期", "date of publication")]
        if review := standard.review:
            done.append((review.last, review.place["last"], "复审日期", "date of review"))
        done += [(change.date, change.place["date"], "修改记录的日期", "date of the revision") for change in standard.changelog]
        for day, place, name, name_en in done:
            if day and day > today:
                yield rules.L511.at(place, name=name, name_en=name_en, date=day)


def states(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """The stored status does not contradict the dates."""
    for document in corpus.working.values():
        standard = document.standard
        problem: tuple[str, str, str, str] | None = None
        if standard.status is Status.IN_FORCE and standard.effective and standard.effective > today:
            problem = (
                f"实施日期 {standard.effective} 还没有到",
                f"it takes effect on {standard.effective} only",
                "把状态改为 approved，到期自动显示为现行",
                "Set status: approved; it will show as in force from that day",
            )
        elif standard.status is Status.WITHDRAWN and standard.withdrawn and standard.withdrawn > today:
            problem = (
                f"废止日期 {standard.withdrawn} 还没有到",
                f"it is withdrawn on {standard.withdrawn} only",
                "到期前状态写 in_force，withdrawn 照写",
                "Leave it in_force with the date of withdrawal until then",
            )
        elif standard.superseded_by not in (None, standard.id) and not standard.withdrawn and standard.status in PUBLISHED:
            problem = (
                "写了 superseded_by，没有写 withdrawn",
                "superseded_by is given without a date of withdrawal",
                "加上 withdrawn：从哪一天起被代替",
                "Add `withdrawn`: the day from which it is superseded",
            )
        if problem:
            zh, en, remedy, remedy_en = problem
            facts = {"problem": zh, "problem_en": en, "remedy": remedy, "remedy_en": remedy_en}
            yield rules.L514.at(standard.place["status"], status=standard.status.value, **facts)


def retired(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A retired clause id is never used again."""
    for document in corpus.working.values():
        for entry in document.entries.values():
            if entry.id in former_ids(document.standard):
                yield rules.L508.at(entry.clause.place["id"], id=entry.id)


def versions(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """No two versions of a standard take effect on the same day."""
    for id, document in corpus.working.items():
        seen: dict[date, str] = {}
        for version in (*corpus.released.get(id, ()), document):
            standard = version.standard
            if standard.effective is None or standard.status not in PUBLISHED:
                continue
            if standard.effective in seen:
                one = seen[standard.effective]
                yield rules.L509.at(standard.place["effective"], id=id, one=one, two=standard.version)
            seen[standard.effective] = standard.version


def history(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Released versions are approved text, take effect in the order of their numbers, and lose no clause id silently."""
    for id, released in corpus.released.items():
        working = corpus.working.get(id)
        for document in released:
            standard = document.standard
            if standard.status not in PUBLISHED:
                yield rules.L512.at(standard.place["status"], version=standard.version, status=standard.status.value)
        versions = [d for d in (*released, *([working] if working else [])) if d.standard.effective]
        versions.sort(key=lambda d: number(d.standard.version))
        for before, after in pairwise(versions):
            one, two = before.standard, after.standard
            if one.effective and two.effective and two.effective < one.effective:
                yield rules.L513.at(
                    two.place["effective"],
                    later=two.version,
                    later_date=two.effective,
                    earlier=one.version,
                    earlier_date=one.effective,
                )
        if working:
            yield from _lost(working, released)


def _lost(working: Document, released: Iterable[Document]) -> Iterator[Diagnostic]:
    kept = {*working.entries, *former_ids(working.standard)}
    for document in sorted(released, key=lambda d: number(d.standard.version), reverse=True):
        for id in document.entries:
            if id not in kept:
                kept.add(id)
                yield rules.L515.at(working.standard.place["clauses"], version=document.standard.version, id=id)


def redirects(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A clause that moved is sent to a clause that is there."""
    for document in corpus.working.values():
        for redirect in document.standard.redirects:
            id, _, clause = redirect.to.partition("#")
            target = corpus.working.get(id)
            if id in corpus.unread or (target is None and id in corpus.catalogue):
                continue
            if target is None:
                yield rules.R202.at(redirect.place["to"], target=id, **_suggestion(nearest(id, corpus.working)))
            elif clause and clause not in target.entries and clause not in former_ids(target.standard):
                near = nearest(clause, target.entries)
                yield rules.R201.at(redirect.place["to"], target=redirect.to, **_suggestion(near))


def _suggestion(near: str | None) -> dict[str, str]:
    if near:
        return {"suggestion": f"最接近的是 {near}。", "suggestion_en": f"The nearest is {near}."}
    return {"suggestion": "改为现有的标准或条款。", "suggestion_en": "Name a standard or clause that is there."}


CHECKS = (dates, required, reviews, changelog, future, states, retired, redirects, versions, history)
