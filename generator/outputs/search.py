"""The browser's door to search: the documents in one file, the postings in shards by token.

Files are classic scripts that hand JSON to `stdbookSearch`, so that they load from `file://` too.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from generator.model.edition import Artifact, Edition
from generator.search.analyzer import UNIT_WORDS
from generator.search.documents import documents
from generator.text.scripts import simplified_table

SHARDS = 32
KINDS = ("management", "work")


def shards(edition: Edition) -> Iterator[Artifact]:
    """`search/docs.js` and `search/00.js` to `search/31.js`."""
    postings: dict[str, list[int]] = defaultdict(list)
    rows: list[tuple[object, ...]] = []
    total = 0
    for index, d in enumerate(documents(edition)):
        for token, weight in d.weights.items():
            postings[token] += (index, weight)
        total += d.length
        kind = KINDS.index(d.kind)
        rows.append((d.standard, d.code, d.title, d.number, d.clause_title, d.text, kind, d.status, d.factor, d.length, d.url))
    characters = {c for token in postings for c in token}
    folding = {chr(old): new for old, new in simplified_table().items() if new in characters}
    head = {
        "average": total / max(len(rows), 1),
        "units": UNIT_WORDS,
        "folding": ["".join(folding), "".join(folding.values())],
        "documents": rows,
    }
    yield _script("search/docs.js", "docs", head)
    parts: list[dict[str, list[int]]] = [{} for _ in range(SHARDS)]
    for token in sorted(postings):
        parts[shard(token)][token] = postings[token]
    for number, part in enumerate(parts):
        yield _script(f"search/{number:02d}.js", f"{number:02d}", part)


def shard(token: str) -> int:
    """Which shard holds a token: a sum over code points that JavaScript computes alike."""
    return sum(ord(c) for c in token) % SHARDS


def _script(path: str, name: str, content: object) -> Artifact:
    data = (
        json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    )
    return Artifact(path, f'stdbookSearch.receive("{name}",{data});\n'.encode())
