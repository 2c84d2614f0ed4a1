"""Checklists on paper: one PDF a standard."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.corpus import Document
from generator.model.edition import Artifact, Edition
from generator.outputs.paper import pdf, qr
from generator.views.checklist import checklist_view


def papers(edition: Edition) -> Iterator[Artifact]:
    """`checklists/<id>.pdf` of every standard that has checklists."""
    for document in edition.documents.values():
        if document.checklists:
            yield Artifact(f"checklists/{document.id}.pdf", checklist_pdf(document, edition))


def checklist_pdf(document: Document, edition: Edition) -> bytes:
    """All checklists of a standard."""
    view = checklist_view(document, edition)
    return pdf("checklist", view, edition.day, qr=qr(view.address))
