"""Standards, clauses and search results as text for a terminal, and as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.model.corpus import Document
from generator.model.edition import Edition
from generator.model.lifecycle import LABELS, shown
from generator.model.outline import PART_TITLES, Entry
from generator.model.prose import bound, own_parameters, plain, subject
from generator.model.standard import Standard


def show_text(document: Document, clause: str | None, edition: Edition) -> str:
    """A standard with its clauses, or one clause with those below it and the limits that it quotes."""
    standard = document.standard
    head = f"{standard.code} {standard.title}（{LABELS[shown(standard, edition.day)][0]}，版次 {standard.version}）"
    lines = [head]
    for entry in _chosen(document, clause):
        lines.append("  " * (entry.depth - 1) + _line(entry, document, edition))
    if clause:
        for id in own_parameters(*(t for e in _chosen(document, clause) for t in (e.clause.text or "", *e.clause.items))):
            parameter = document.parameters[id]
            lines.append(f"  · {subject(parameter, document)} {bound(parameter)}")
    return "\n".join(lines)


def show_json(document: Document, clause: str | None, edition: Edition) -> dict[str, Any]:
    """The same as data."""
    return {
        **facts(document.standard, edition.day),
        "clauses": [
            {
                "ref": f"{document.id}#{entry.id}",
                "number": entry.number,
                "title": _title(entry) or None,
                "type": entry.clause.type.value if entry.clause.type else None,
                "text": plain(entry.clause.text, document, edition.corpus) if entry.clause.text else None,
                "items": [plain(item, document, edition.corpus) for item in entry.clause.items],
            }
            for entry in _chosen(document, clause)
        ],
    }


def facts(standard: Standard, day: date) -> dict[str, object]:
    """What names a version of a standard and tells its state on a day, as data."""
    return {
        "id": standard.id,
        "code": standard.code,
        "title": standard.title,
        "version": standard.version,
        "effective": standard.effective.isoformat() if standard.effective else None,
        "status": shown(standard, day).value,
    }


def _chosen(document: Document, clause: str | None) -> list[Entry]:
    entries = document.entries.values()
    return [e for e in entries if clause is None or e.id == clause or any(p.id == clause for p in e.parents)]


def _title(entry: Entry) -> str:
    return entry.clause.title or (PART_TITLES[entry.clause.part][0] if entry.clause.part else "")


def _line(entry: Entry, document: Document, edition: Edition) -> str:
    parts = [entry.number, _title(entry), plain(entry.clause.text or "", document, edition.corpus)]
    items = [f"{chr(97 + i)}) {plain(item, document, edition.corpus)}" for i, item in enumerate(entry.clause.items)]
    return " ".join(part for part in (*parts, *items) if part)
