"""The browser's door to search: `search/*.js`, classic scripts that hand JSON over, so that they load from `file://` too.

`head` is needed by every query, `han/…`, `word/…` and the like hold the postings by token, `zh/…` and `en/…` what results
show, `pairs` and `sounds` serve pinyin and near misses. `docs/search.md` gives the format.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from math import isqrt

from generator import Lang
from generator.model.edition import Artifact, Edition
from generator.model.lifecycle import LABELS
from generator.search import tuning
from generator.search.analyzer import UNITS
from generator.search.documents import documents
from generator.search.entry import Answer, SearchDocument
from generator.search.index import HAN_RUN, Index, index
from generator.search.plan import ASKED, ENDING, EXACT, FACET, REFERENCE
from generator.search.speech import FILLERS, QUESTIONS, STOP_WORDS
from generator.text.scripts import simplified_table
from generator.views.words import BASES, VERIFICATION, pick

FAMILIES = ("han", "word", "exact", "limit", "clause", "facet")
ROWS = 4
"""Results are read in blocks of so many neighbouring documents."""
SHARDS = 2
"""Shards to the square root of the postings: a larger corpus has both more files and larger ones."""
FEW = 8192
"""Postings up to which all pairs with one first character share a shard, which saves writing it again and again."""
ALONE = "\u3000"
"""Stands for the missing second character of a lone one."""
DIGITS = "".join(map(chr, (*range(35, 92), *range(93, 127))))
LAST, MORE = DIGITS[:64], DIGITS[64:]
"""A number is written as digits of MORE (base 27), lowest first, closed by one of LAST (base 64)."""


def shards(edition: Edition) -> Iterator[Artifact]:
    """Every file of the browser's index."""
    yield from files(index(documents(edition), edition.corpus))


def files(whole: Index) -> Iterator[Artifact]:
    """The same for any index."""
    families: dict[str, list[str]] = {name: [] for name in FAMILIES}
    for token in sorted(whole.tokens):
        families[family(token)].append(token)
    sizes: dict[str, tuple[int, int]] = {}
    for name, tokens in families.items():
        total = sum(len(whole.postings(token)) for token in tokens)
        shards, spread = _power_of_two(SHARDS * isqrt(total)), _power_of_two(total // FEW)
        parts: list[dict[str, str]] = [{} for _ in range(shards)]
        for token in tokens:
            head, tail = divided(token)
            part = parts[shard(head, tail, shards, spread)]
            part[head] = part.get(head, "") + tail + coded(whole.postings(token))
        sizes[name] = (shards, spread)
        for place, part in enumerate(parts):
            yield _script(f"{name}/{place:x}", part)
    yield _script("head", _head(whole, sizes))
    yield _script("pairs", _by_first(whole.language.pairs))
    yield _script("sounds", whole.language.sounds)
    for start in range(0, whole.count, ROWS):
        block = whole.documents[start : start + ROWS]
        yield _script(f"zh/{start // ROWS:x}", _rows(block, "zh"))
        yield _script(f"en/{start // ROWS:x}", _rows(block, "en"))


def family(token: str) -> str:
    """Tokens that are asked for together lie together: Han, Latin and numbers, whole titles, limits, clause numbers, facets."""
    if HAN_RUN.match(token):
        return "han"
    return {EXACT: "exact", ENDING: "exact", ASKED: "limit", REFERENCE: "clause", FACET: "facet"}.get(token[0], "word")


def _power_of_two(atmost: int) -> int:
    return 1 << max(0, atmost.bit_length() - 1)


def divided(token: str) -> tuple[str, str]:
    """A token as its key in a shard and what stands before its postings there: `验电` -> 验, 电; `earth` -> earth, nothing;
    `?time?停电` -> ?time?, 停电, because a question asks for many words of one kind of limit."""
    if HAN_RUN.match(token):
        return token[0], token[1:] or ALONE
    kind, sign, about = token[1:].partition(ASKED) if token[0] == ASKED else ("", "", "")
    return (f"{ASKED}{kind}{sign}", about) if HAN_RUN.match(about) else (token, "")


def shard(head: str, tail: str, shards: int, spread: int) -> int:
    """Which of the shards holds a divided token; both numbers are powers of two."""
    return (_hash(head) + _hash(tail) % spread) % shards


def _hash(text: str) -> int:
    value = 0
    for character in text:
        value = (value * 31 + ord(character)) % 1048576
    return value


def coded(postings: Mapping[int, int]) -> str:
    """Postings as text: for each impact the impact, how many documents have it, and the gaps between their numbers."""
    out = []
    by_level = sorted((level, document) for document, level in postings.items())
    for level, group in groupby(by_level, key=lambda pair: pair[0]):
        numbers = [document for _, document in group]
        out += [number(level), number(len(numbers)), number(numbers[0])]
        out += [number(after - before) for before, after in pairwise(numbers)]
    return "".join(out)


def number(value: int) -> str:
    """A whole number as text, short for small ones."""
    out = ""
    while value >= len(LAST):
        value, digit = divmod(value, len(MORE))
        out += MORE[digit]
    return out + LAST[value]


def _head(whole: Index, sizes: Mapping[str, tuple[int, int]]) -> dict[str, object]:
    language = whole.language
    known = language.characters.keys() | {c for row in language.synonyms for word in row for c in word}
    folding = {chr(old): new for old, new in simplified_table().items() if new in known}
    starts = sorted(set(whole.parents))
    return {
        "numbers": tuning.numbers(),
        "count": whole.count,
        "sizes": sizes,
        "rows": ROWS,
        "starts": "".join(number(after - before) for before, after in pairwise((0, *starts))),
        "characters": _counted(language.characters),
        "folding": ["".join(folding), "".join(folding.values())],
        "units": UNITS,
        "synonyms": language.synonyms,
        "questions": QUESTIONS,
        "fillers": FILLERS,
        "stops": sorted(STOP_WORDS),
        "labels": {"zh": _labels("zh"), "en": _labels("en")},
    }


def _labels(lang: Lang) -> dict[str, dict[str, str]]:
    """What statuses and bases are called: `shown`, `verification`, `basis`."""
    shown = {status.value: words for status, words in LABELS.items()}
    tables = {"shown": shown, "verification": VERIFICATION, "basis": BASES}
    return {name: {key: pick(pair, lang) for key, pair in table.items()} for name, table in tables.items()}


def _by_first(pairs: Mapping[str, int]) -> dict[str, str]:
    """Pairs and their counts, told once for all with the same first character."""
    found: dict[str, str] = {}
    for pair, count in pairs.items():
        found[pair[0]] = found.get(pair[0], "") + pair[1:] + number(count)
    return found


def _counted(counts: Mapping[str, int]) -> list[str]:
    """Characters and their counts as two texts."""
    return ["".join(counts), "".join(map(number, counts.values()))]


def _rows(block: Sequence[SearchDocument], lang: str) -> list[object]:
    """The block's standards as `[id, code, title, kind, status]`, then its documents; English falls back to Chinese, told by
    a last 0."""
    standards: dict[str, int] = {}
    heads: list[list[str]] = []
    rows: list[list[object]] = []
    for document in block:
        entry = document.entry
        said = (entry.en if lang == "en" else None) or entry.zh
        if entry.standard not in standards:
            standards[entry.standard] = len(heads)
            heads.append([entry.standard, entry.code, said.title, entry.kind, entry.status])
        clause = entry.ref.partition("#")[2]
        row = [standards[entry.standard], clause, entry.number, said.clause_title, said.text, said.path, _answers(entry.answers)]
        rows.append([*row, 0] if lang == "en" and entry.en is None else row)
    return [heads, rows]


def _answers(answers: Iterable[Answer]) -> list[list[str]]:
    return [[a.subject, a.value, a.since, a.basis, a.source, a.status, a.kind] for a in answers]


def _script(name: str, data: object) -> Artifact:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Artifact(f"search/{name}.js", f'stdbookSearch.receive("{name}",{text});\n'.encode())
