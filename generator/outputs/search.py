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


def shards(edition: Edition) -> Iterator[Artifact]:
    """`search/docs.js` and `search/00.js` to `search/31.js`."""
    found = list(documents(edition))
    postings: dict[str, list[int]] = defaultdict(list)
    for index, document in enumerate(found):
        for token, weight in document.weights.items():
            postings[token] += (index, weight)
    characters = {c for token in postings for c in token}
    folding = {chr(old): new for old, new in simplified_table().items() if new in characters}
    names = {"management": 0, "work": 1}
    head = {
        "average": sum(d.length for d in found) / max(len(found), 1),
        "units": UNIT_WORDS,
        "folding": ["".join(folding), "".join(folding.values())],
        "documents": [
            [d.standard, d.code, d.title, d.number, d.clause_title, d.text, names[d.kind], d.status, d.factor, d.length, d.url]
            for d in found
        ],
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
