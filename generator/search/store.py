"""The command line's door: Whoosh keeps the documents and finds candidates; `rank` orders them.

Only Whoosh's core API is used, so that any release of the 2.7 line or its successors serves.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from whoosh.fields import ID, KEYWORD, STORED, Schema
from whoosh.index import EmptyIndexError, create_in, open_dir
from whoosh.query import Or, Term

from generator import __version__
from generator.search.analyzer import fold, tokens
from generator.search.documents import SearchDocument
from generator.search.rank import idf, score, title_fit

SCHEMA = Schema(ref=ID(stored=True), tokens=KEYWORD, hit=STORED)


@dataclass(frozen=True, slots=True)
class Hit:
    """A result: the stored fields of a SearchDocument and its score."""

    score: float
    fields: dict[str, Any]


def build(folder: Path, documents: Iterable[SearchDocument], stamp: str) -> None:
    """Writes a fresh index beside `folder` and swaps it in, so that a reader never sees half of one."""
    fresh = folder.with_name(folder.name + ".tmp-new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    index = create_in(str(fresh), SCHEMA)
    writer = index.writer()
    total = count = 0
    for document in documents:
        fields = asdict(document)
        weights = fields.pop("weights")
        writer.add_document(ref=document.ref, tokens=" ".join(weights), hit=fields | {"weights": weights})
        total, count = total + document.length, count + 1
    writer.commit()
    (fresh / "stamp.json").write_text(json.dumps({"stamp": stamp, "average": total / max(count, 1)}), "utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


def stamp_of(files: Iterable[Path], day: date) -> str:
    """A fingerprint of files' contents, the day and the tool: the index is stale when it differs."""
    digest = hashlib.sha256(f"{__version__} {day}".encode())
    for path in files:
        digest.update(path.as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_fresh(folder: Path, stamp: str) -> bool:
    """True when an index with this stamp is there."""
    try:
        return bool(json.loads((folder / "stamp.json").read_text("utf-8"))["stamp"] == stamp)
    except (OSError, ValueError, KeyError):
        return False


def search(folder: Path, query: str, *, limit: int, filters: dict[str, str]) -> tuple[int, list[Hit]]:
    """How many documents match, and the best of them. `filters` maps a stored field to its wanted value."""
    query = query[:1000]
    wanted = list(dict.fromkeys(tokens(query, query=True)))
    folded = fold(query.strip())
    if not wanted:
        return 0, []
    try:
        index = open_dir(str(folder))
    except EmptyIndexError:
        return 0, []
    average = json.loads((folder / "stamp.json").read_text("utf-8"))["average"]
    with index.searcher() as searcher:
        count = searcher.doc_count()
        idfs = {t: idf(count, searcher.doc_frequency("tokens", t)) for t in wanted}
        hits = []
        for found in searcher.search(Or([Term("tokens", t) for t in wanted]), limit=None):
            fields = found["hit"]
            if all(_matches(fields[name], value) for name, value in filters.items()):
                points = score(wanted, fields["weights"], fields["length"], fields["factor"], average_length=average, idfs=idfs)
                fit = title_fit(fold(fields["clause_title"] or fields["title"]), folded)
                hits.append((points * fit, found.docnum, fields))
    hits.sort(key=lambda h: (-h[0], h[1]))
    return len(hits), [Hit(points, fields) for points, _, fields in hits[:limit]]


def _matches(field: object, value: str) -> bool:
    return value in field if isinstance(field, list | tuple) else field == value
