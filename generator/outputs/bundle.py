"""What was in force on a day, as a folder that proves itself: YAML, HTML and PDF of each version, a manifest, check sums."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping

from generator.model.corpus import Document
from generator.model.edition import Artifact, Edition
from generator.model.lifecycle import shown
from generator.outputs.paper import pdf
from generator.outputs.templates import html
from generator.views.reading import reading_view


def bundle(
    edition: Edition, governing: Mapping[str, Document | None], files: Mapping[str, Mapping[str, bytes]]
) -> list[Artifact]:
    """The files of the bundle. `files` holds the YAML of each governing version by standard id and file name.

    `sha256sum -c SHA256SUMS` in the folder verifies it without this program.
    """
    made = list(_standards(edition, governing, files))
    made.append(Artifact("manifest.json", _manifest(edition, governing, files)))
    sums = "".join(f"{hashlib.sha256(a.content).hexdigest()}  {a.path}\n" for a in sorted(made, key=lambda a: a.path))
    return [*made, Artifact("SHA256SUMS", sums.encode())]


def _standards(
    edition: Edition, governing: Mapping[str, Document | None], files: Mapping[str, Mapping[str, bytes]]
) -> Iterator[Artifact]:
    for id, document in governing.items():
        if document is not None:
            view = reading_view(document, edition)
            for name, content in files[id].items():
                yield Artifact(f"yaml/{id}/{name}", content)
            yield Artifact(f"html/{id}.html", html("bundle", view).encode())
            yield Artifact(f"pdf/{id}.pdf", pdf("standard", view, edition.day))


def _manifest(edition: Edition, governing: Mapping[str, Document | None], files: Mapping[str, Mapping[str, bytes]]) -> bytes:
    made = {
        "date": edition.day.isoformat(),
        "standards": [_row(d, edition, files[id]["standard.yml"]) for id, d in governing.items() if d is not None],
        "none": [id for id, document in governing.items() if document is None],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _row(document: Document, edition: Edition, yaml: bytes) -> dict[str, object]:
    standard = document.standard
    return {
        "id": standard.id,
        "code": standard.code,
        "title": standard.title,
        "version": standard.version,
        "effective": standard.effective.isoformat() if standard.effective else None,
        "status": shown(standard, edition.day).value,
        "sha256": hashlib.sha256(yaml).hexdigest(),
    }
