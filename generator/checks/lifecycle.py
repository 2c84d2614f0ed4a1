"""L5: dates in order, what each status needs, review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator import rules
from generator.diagnostics import Diagnostic
from generator.model.corpus import Corpus
from generator.model.lifecycle import PUBLISHED, in_force, review_due
from generator.model.standard import Status


def dates(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Published ≤ effective ≤ withdrawn, published ≤ last review, and the code ends with the year of publication."""
    for document in corpus.working.values():
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
    for document in corpus.working.values():
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
    """The revision record runs forward in time."""
    for document in corpus.working.values():
        for before, after in pairwise(document.standard.changelog):
            if after.date < before.date:
                yield rules.L507.at(after.place["date"], version=after.version, date=after.date)


def retired(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A retired clause id is never used again."""
    for document in corpus.working.values():
        for entry in document.entries.values():
            if entry.id in document.standard.retired_ids:
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


CHECKS = (dates, required, reviews, changelog, retired, versions)
