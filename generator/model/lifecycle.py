"""Life cycle of a standard: what is stored, and what readers are shown on a day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from enum import StrEnum

from generator.model.standard import Review, Standard, Status

PUBLISHED = {Status.APPROVED, Status.IN_FORCE, Status.UNDER_REVIEW, Status.REVISED, Status.WITHDRAWN}
"""Statuses of text that has been approved and numbered."""


class Shown(StrEnum):
    """Status as readers see it."""

    DRAFT = "draft"
    COMMENT = "comment"
    REVIEW = "review"
    UPCOMING = "upcoming"
    IN_FORCE = "in_force"
    UNDER_REVIEW = "under_review"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


LABELS: dict[Shown, tuple[str, str]] = {
    Shown.DRAFT: ("草案", "Draft"),
    Shown.COMMENT: ("征求意见", "Out for comment"),
    Shown.REVIEW: ("审查中", "Under approval"),
    Shown.UPCOMING: ("即将实施", "Not yet in force"),
    Shown.IN_FORCE: ("现行", "In force"),
    Shown.UNDER_REVIEW: ("复审中（现行有效）", "In force, under review"),
    Shown.SUPERSEDED: ("被代替", "Superseded"),
    Shown.WITHDRAWN: ("废止", "Withdrawn"),
}


def shown(standard: Standard, day: date) -> Shown:
    """The reader's status on a day: stored status, effective and withdrawal dates, successor."""
    if standard.status not in PUBLISHED:
        return Shown(standard.status.value)
    if standard.effective is None or standard.effective > day:
        return Shown.UPCOMING
    if standard.withdrawn is not None and standard.withdrawn <= day:
        return Shown.SUPERSEDED if standard.superseded_by else Shown.WITHDRAWN
    return Shown.UNDER_REVIEW if standard.status is Status.UNDER_REVIEW else Shown.IN_FORCE


def taken_effect(standard: Standard, day: date) -> bool:
    """True from the effective date of published text on, also after its withdrawal."""
    return standard.status in PUBLISHED and standard.effective is not None and standard.effective <= day


def in_force(standard: Standard, day: date) -> bool:
    """True when the text governs on that day."""
    return shown(standard, day) in (Shown.IN_FORCE, Shown.UNDER_REVIEW)


def number(version: str) -> tuple[int, ...]:
    """A version for sorting: 1.10.0 is later than 1.9.0."""
    return tuple(map(int, version.split(".")))


def former_ids(standard: Standard) -> frozenset[str]:
    """Clause ids that a standard had and must not use again: retired, or leading elsewhere."""
    return frozenset((*standard.retired_ids, *(redirect.id for redirect in standard.redirects)))


def review_due(review: Review) -> date:
    """Last review plus the cycle; the day is kept, or the month's last day where there is none."""
    months = review.last.year * 12 + review.last.month - 1 + review.cycle_months
    year, month = divmod(months, 12)
    return date(year, month + 1, min(review.last.day, monthrange(year, month + 1)[1]))
