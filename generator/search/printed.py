"""Search results as text for a terminal, and as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from generator.search.engine import Found
from generator.search.entry import Entry


def search_text(query: str, found: Found) -> str:
    """The answer, then results for a terminal, best first."""
    if not found.hits:
        return f"没有找到“{query}”。换个说法，或缩短一些。"
    lines = [f"答：{a.subject} {a.value}（{a.source}）" for a in found.answers]
    found_ = f"找到 {found.total} 条" if found.sure else f"没有正好说这件事的条款，相近的有 {found.total} 条"
    lines += [f"{found_}，显示前 {len(found.hits)} 条："]
    for position, hit in enumerate(found.hits, 1):
        entry = hit.entry
        place = " ".join(part for part in (entry.code, entry.number, entry.zh.clause_title or entry.zh.title) if part)
        lines += [f"{position:>2}. {place}　[{entry.ref}]", f"    {entry.zh.text}"]
    return "\n".join(lines)


def search_json(query: str, found: Found, took_ms: float) -> dict[str, Any]:
    """The document of `search --json` and of the endpoint of `serve`."""
    results = [_result(hit.entry) | {"score": round(hit.score, 4)} for hit in found.hits]
    answers = [asdict(answer) for answer in found.answers]
    return {"query": query, "total": found.total, "took_ms": took_ms, "sure": found.sure, "answers": answers, "results": results}


def _result(entry: Entry) -> dict[str, Any]:
    return {
        "ref": entry.ref,
        "standard": entry.standard,
        "title": entry.zh.title,
        "number": entry.number,
        "clause_title": entry.zh.clause_title,
        "text": entry.zh.text,
        "kind": entry.kind,
        "status": entry.status,
        "url": entry.url,
    }
