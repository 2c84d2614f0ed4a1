"""Checklists of a standard: on paper and as data, from one view."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from generator.model.corpus import Document
from generator.model.edition import Artifact, Edition
from generator.outputs.paper import pdf, qr
from generator.views.checklist import checklist_json, checklist_view


def papers(edition: Edition) -> Iterator[Artifact]:
    """`checklists/<id>.pdf` of every standard that has checklists."""
    for document in edition.documents.values():
        if document.checklists:
            yield Artifact(f"checklists/{document.id}.pdf", checklist_pdf(document, edition))


def checklist_pdf(document: Document, edition: Edition) -> bytes:
    """All checklists of a standard."""
    view = checklist_view(document, edition)
    return pdf("checklist", view, edition.day, qr=qr(view.address))


def checklist_data(document: Document, edition: Edition) -> bytes:
    """The same as JSON."""
    return (json.dumps(checklist_json(checklist_view(document, edition)), ensure_ascii=False, indent=1) + "\n").encode()


CHECKLIST_FORMATS: dict[str, Callable[[Document, Edition], bytes]] = {"pdf": checklist_pdf, "json": checklist_data}
