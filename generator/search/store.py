"""The command line's and the server's door: Whoosh keeps documents and postings, and only what changed is written anew.

Only Whoosh's core API is used, so that any release of the 2.7 line or its successors serves.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from whoosh.fields import ID, STORED, FieldType, Schema
from whoosh.formats import Frequency
from whoosh.index import LockError, create_in, open_dir
from whoosh.reading import TermNotFound
from whoosh.writing import IndexWriter

from generator import __version__
from generator.diagnostics import CannotRun
from generator.search.entry import Entry, SearchDocument
from generator.search.index import Language
from generator.search.plan import STANDARD

PATIENCE = 20.0
"""Seconds to wait for another process that is writing the same index."""


class Impacts(FieldType):  # type: ignore[misc]
    """A mapping of token to impact, kept as the weight of each posting."""

    def __init__(self) -> None:
        super().__init__(Frequency(), analyzer=None)

    def index(self, value: Mapping[str, int], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Token, frequency, weight and posting value, as Whoosh asks for them."""
        for token, level in sorted(value.items()):
            yield token.encode(), level, float(level), b""


SCHEMA = Schema(standard=ID(stored=True, sortable=True), tokens=Impacts(), order=STORED, entry=STORED)


def update(folder: Path, documents: Iterable[SearchDocument], language: Language, stamp: str) -> int:
    """Brings the index in `folder` up to date and returns how many standards were written anew.

    Readers see the old index until the new one is complete. Raises CannotRun if another process keeps writing.
    """
    by_standard: dict[str, list[SearchDocument]] = {}
    for document in documents:
        by_standard.setdefault(document.entry.standard, []).append(document)
    wanted = {id: _digest(group) for id, group in by_standard.items()}
    state = _state(folder)
    known = state["standards"] if state.get("version") == __version__ else {}
    if not known:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        create_in(str(folder), SCHEMA)
    changed = [id for id, digest in wanted.items() if known.get(id) != digest]
    with _writer(folder) as writer:
        for id in {*changed, *known.keys() - wanted.keys()}:
            writer.delete_by_term("standard", id)
        for id in changed:
            for order, document in enumerate(by_standard[id]):
                writer.add_document(standard=id, tokens=document.impacts, order=order, entry=document.entry)
    kept = {
        "version": __version__,
        "stamp": stamp,
        "standards": wanted,
        "characters": language.characters,
        "synonyms": language.synonyms,
        "pairs": language.pairs,
        "sounds": language.sounds,
    }
    fresh = folder / "state.json.new"
    fresh.write_text(json.dumps(kept, ensure_ascii=False), "utf-8")
    fresh.replace(folder / "state.json")
    return len(changed)


def _digest(documents: Sequence[SearchDocument]) -> str:
    return hashlib.sha256(repr(documents).encode()).hexdigest()


def _writer(folder: Path) -> IndexWriter:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return open_dir(str(folder)).writer()
        except LockError:
            if time.monotonic() > until:
                raise CannotRun("另一个程序正在写索引", "稍后再试；若没有别的程序，删除 .stdbook 文件夹。") from None
            time.sleep(0.1)


def _state(folder: Path) -> dict[str, Any]:
    """What was kept beside the index; empty if there is none that can be read."""
    try:
        kept = json.loads((folder / "state.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def stamp_of(files: Iterable[Path], day: date) -> str:
    """A fingerprint of files' contents, the day and the tool: the index is stale when it differs."""
    digest = hashlib.sha256(f"{__version__} {day}".encode())
    for path in files:
        digest.update(path.as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_fresh(folder: Path, stamp: str) -> bool:
    """True when an index with this stamp is there."""
    return _state(folder).get("stamp") == stamp


class Store:
    """An open index as a door (see `engine.Door`); a context manager."""

    def __init__(self, folder: Path) -> None:
        state = _state(folder)
        self.language = Language(state["characters"], state["synonyms"], state["pairs"], state["sounds"])
        self._reader = open_dir(str(folder)).reader()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._reader.close()

    @property
    def count(self) -> int:
        """How many documents there are."""
        return int(self._reader.doc_count())

    def postings(self, token: str) -> Mapping[int, int]:
        """Documents with the token and its impact in each."""
        found: dict[int, int] = {}
        try:
            matcher = self._reader.postings("tokens", token.encode())
        except TermNotFound:
            return found
        while matcher.is_active():
            found[matcher.id()] = int(matcher.weight())
            matcher.next()
        return found

    @cached_property
    def _standards(self) -> Any:
        return self._reader.column_reader("standard")

    @cached_property
    def _first(self) -> Mapping[str, int]:
        return {self._standards[document]: document for document in self.postings(STANDARD)}

    def parent(self, document: int) -> int:
        """The document of a clause's standard."""
        return self._first[self._standards[document]]

    def order(self, document: int) -> tuple[str, int]:
        """Where a document stands in reading order."""
        fields = self._reader.stored_fields(document)
        return fields["standard"], fields["order"]

    def entry(self, document: int) -> Entry:
        """What is shown of a document."""
        entry: Entry = self._reader.stored_fields(document)["entry"]
        return entry
