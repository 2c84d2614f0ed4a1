"""Machine-readable twins of the site: standards and questions as JSON, limits as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from generator.items.bank import bank
from generator.model.corpus import Document
from generator.model.edition import Artifact, Edition
from generator.model.lifecycle import shown
from generator.model.prose import basis_status, plain, subject

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def twins(edition: Edition) -> Iterator[Artifact]:
    """`data/standards.json`, `data/limits.csv`, `data/questions.json` (no exam items)."""
    yield _json(
        "data/standards.json",
        {"date": edition.day.isoformat(), "standards": [_standard(d, edition) for d in edition.documents.values()]},
    )
    yield Artifact("data/limits.csv", ("\ufeff" + _limits(edition)).encode())
    questions = [
        {
            "id": i.id,
            "type": i.type,
            "ref": i.ref,
            "number": i.number,
            "stem": i.stem,
            "prompts": i.prompts,
            "options": [c.text for c in i.choices],
            "answer": i.answer,
            "explanation": i.explanation,
            "graded": i.graded,
            "model": i.model,
        }
        for i in bank(edition)
        if not i.exam
    ]
    yield _json("data/questions.json", {"questions": questions})


def _standard(document: Document, edition: Edition) -> dict[str, object]:
    standard = document.standard
    return {
        "id": standard.id,
        "code": standard.code,
        "kind": standard.kind,
        "title": standard.title,
        "title_en": document.english.title if document.english else None,
        "version": standard.version,
        "status": shown(standard, edition.day).value,
        "effective": standard.effective.isoformat() if standard.effective else None,
        "owner": standard.owner,
        "clauses": [
            {
                "id": e.id,
                "number": e.number,
                "title": e.clause.title,
                "type": e.clause.type.value if e.clause.type else None,
                "text": plain(e.clause.text, document, edition.corpus) if e.clause.text else None,
                "items": [plain(i, document, edition.corpus) for i in e.clause.items],
            }
            for e in document.entries.values()
        ],
    }


def _limits(edition: Edition) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["standard", "parameter", "subject", "kind", "value", "upper", "unit", "basis", "fact", "verification"])
    for document in edition.documents.values():
        for p in document.standard.parameters:
            row = [
                document.id,
                p.id,
                subject(p, document),
                p.kind,
                p.value,
                p.upper,
                p.unit,
                p.basis,
                p.fact,
                basis_status(p, edition.corpus),
            ]
            writer.writerow([cell(value) for value in row])
    return out.getvalue()


def cell(value: object) -> str:
    """A value that a spreadsheet takes for text, never for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _json(path: str, content: object) -> Artifact:
    return Artifact(path, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())
