"""What was in force on a day, as a folder that proves itself: YAML, HTML and PDF of each version, a manifest, check sums."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date

from generator.model.corpus import Document
from generator.model.edition import Artifact, Edition
from generator.outputs.paper import pdf
from generator.outputs.templates import html
from generator.outputs.terminal import facts
from generator.views.reading import reading_view

REGISTERS = "登记表没有版次：岗位、部门、法规和其他标准的名称是制作那天的，不一定是所问那天的。"


def bundle(
    edition: Edition,
    governing: Mapping[str, Document | None],
    files: Mapping[str, Mapping[str, bytes]],
    registers: Mapping[str, bytes],
    made: date,
) -> list[Artifact]:
    """The files of the bundle. `files` holds the YAML of each governing version by standard id and file name.

    `registers` are the files that all standards share, which have no versions: they are those of the day `made`, and
    pages and manifest say so. `sha256sum -c SHA256SUMS` in the folder verifies it without this program.
    """
    found = list(_standards(edition, governing, files, made))
    found += [Artifact(f"yaml/registers/{name}", content) for name, content in registers.items()]
    found.append(Artifact("manifest.json", _manifest(edition, governing, files, registers, made)))
    sums = "".join(f"{hashlib.sha256(a.content).hexdigest()}  {a.path}\n" for a in sorted(found, key=lambda a: a.path))
    return [*found, Artifact("SHA256SUMS", sums.encode())]


def _standards(
    edition: Edition, governing: Mapping[str, Document | None], files: Mapping[str, Mapping[str, bytes]], made: date
) -> Iterator[Artifact]:
    for id, document in governing.items():
        if document is not None:
            view = reading_view(document, edition, made)
            for name, content in files[id].items():
                yield Artifact(f"yaml/{id}/{name}", content)
            yield Artifact(f"html/{id}.html", html("bundle", view).encode())
            yield Artifact(f"pdf/{id}.pdf", pdf("standard", view, edition.day))


def _manifest(
    edition: Edition,
    governing: Mapping[str, Document | None],
    files: Mapping[str, Mapping[str, bytes]],
    registers: Mapping[str, bytes],
    made: date,
) -> bytes:
    told = {
        "date": edition.day.isoformat(),
        "standards": [
            facts(d.standard, edition.day) | {"sha256": _sum(files[id]["standard.yml"])}
            for id, d in governing.items()
            if d is not None
        ],
        "none": [id for id, document in governing.items() if document is None],
        "registers": {
            "date": made.isoformat(),
            "note": REGISTERS,
            "files": [{"name": name, "sha256": _sum(content)} for name, content in registers.items()],
        },
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
