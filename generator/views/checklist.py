"""Checklists of a standard, for page, paper and data."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.corpus import Document
from generator.model.edition import Edition
from generator.model.prose import plain
from generator.views.frame import Badge, Frame, Link, actor_link, clause_link, frame, standard_link, status_badge
from generator.views.words import METHODS


@dataclass(frozen=True, slots=True)
class CheckLine:
    id: str
    position: int
    text: str
    clause: Link
    method: str
    critical: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One checklist: one sheet of paper."""

    id: str
    title: str
    when: str
    role: Link
    lines: tuple[CheckLine, ...]
    critical_count: int


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """All checklists of one standard. `address` is the full URL that the paper's QR code holds."""

    frame: Frame
    id: str
    code: str
    title: str
    version: str
    effective: str
    status: Badge
    organisation: str
    standard: Link
    pdf: Link
    address: str
    day: str
    sheets: tuple[Sheet, ...]


def checklist_view(document: Document, edition: Edition) -> ChecklistView:
    """The view of a standard's checklists (Chinese: they are filled in Chinese)."""
    standard = document.standard
    page = frame(f"checklists/{document.id}/")
    return ChecklistView(
        frame=page,
        id=document.id,
        code=standard.code,
        title=standard.title,
        version=standard.version,
        effective=standard.effective.isoformat() if standard.effective else "—",
        status=status_badge(document, edition),
        organisation=edition.corpus.settings.organisation,
        standard=standard_link(document),
        pdf=Link(page.say["pdf"], f"checklists/{document.id}.pdf"),
        address=f"{edition.corpus.settings.site_url}standards/{document.id}/",
        day=edition.day.isoformat(),
        sheets=tuple(_sheet(document, edition, i) for i in range(len(document.checklists))),
    )


def _sheet(document: Document, edition: Edition, index: int) -> Sheet:
    checklist = document.checklists[index]
    lines = tuple(
        CheckLine(
            item.id,
            position,
            plain(item.text, document, edition.corpus),
            clause_link(document, item.clause),
            METHODS[item.method][0],
            item.critical,
        )
        for position, item in enumerate(checklist.items, 1)
    )
    role = actor_link(edition, checklist.role)
    return Sheet(checklist.id, checklist.title, checklist.when, role, lines, sum(line.critical for line in lines))


def checklist_json(view: ChecklistView) -> dict[str, object]:
    """The document of `stdbook checklist --format json`."""
    return {
        "checklists": [
            {
                "id": sheet.id,
                "standard": view.id,
                "version": view.version,
                "title": sheet.title,
                "items": [
                    {
                        "id": line.id,
                        "text": line.text,
                        "ref": f"{view.id}#{line.clause.href.partition('#')[2]}",
                        "number": line.clause.text,
                        "method": line.method,
                        "critical": line.critical,
                    }
                    for line in sheet.lines
                ],
            }
            for sheet in view.sheets
        ]
    }
