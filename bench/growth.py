"""What the search costs when the knowledge base grows: synthetic clauses made from the real ones by a seed.

Clauses are copies of the real ones, forty a standard, with characters changed here and there, so that the vocabulary grows and
few clauses read alike; standards have ids and codes of their own. What finds a clause beside its own texts (duties, positions,
checklists, practice) is kept as it is. English is left out unless asked for: then the real clauses' English words find the
copies, too, and count as text.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

import yaml
from playwright.sync_api import sync_playwright

from bench.search import ASK_OURS, SETTLED, serving, write, zipped
from bench.synthetic import mixed
from generator.pipeline import inspect
from generator.search import store
from generator.search.analyzer import fold
from generator.search.documents import documents, impacts
from generator.search.engine import search
from generator.search.entry import Entry, SearchDocument
from generator.search.index import HAN_RUN, Index, language
from generator.search.plan import EXACT, REFERENCE, SPECIAL, exact_token, reference_token

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)
KEPT = 20_000
"""Clauses of the index that Whoosh keeps."""
TYPED = 40
A_STANDARD = 40
"""Clauses of a synthetic standard."""
SHOWN = ("zh", "en")
"""Files with what results show; the rest is the index."""
LIMITS = "≤ 150 kB, ≤ 300 ms, index ≤ 40 % of the text"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--clauses", type=int, default=150_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--english", action="store_true", help="with the English words of the real clauses")
    parser.add_argument("--requests", action="store_true", help="what each query fetches")
    options = parser.parse_args()
    edition, _ = inspect(ROOT, today=TODAY)
    assert edition is not None
    real = list(documents(edition))
    words = [[fold(word) for word in row.words] for row in edition.corpus.registers.synonyms]
    judged = yaml.safe_load((ROOT / "tests" / "search" / "queries.yml").read_text("utf-8"))
    queries = [entry["query"] for entry in judged][:: max(1, len(judged) // TYPED)][:TYPED]
    started = time.perf_counter()
    made = list(_grown(real, options.clauses, random.Random(options.seed), english=options.english))
    whole = Index(made, language(made, words))
    took = time.perf_counter() - started
    clauses, standards = options.clauses, len(made) - options.clauses
    print(f"{clauses} clauses in {standards} standards (targets: {LIMITS}); made and weighed in {took:.0f} s", flush=True)
    print(f"postings a document: {_postings(real):.1f} real, {_postings(made):.1f} synthetic")
    folder = Path(tempfile.mkdtemp(prefix="stdbook-growth-"))
    try:
        _written(whole, folder / "site")
        _browser(folder / "site", queries, requests=options.requests)
        _kept(made[:KEPT], words, queries, folder / "kept")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _postings(listed: Sequence[SearchDocument]) -> float:
    return sum(len(document.impacts) for document in listed) / len(listed)


def _grown(real: Sequence[SearchDocument], count: int, chance: random.Random, *, english: bool) -> Iterator[SearchDocument]:
    """`count` clauses in turn, and a standard before every forty."""
    wholes = {document.entry.standard: document for document in real if not document.entry.number}
    models = [document for document in real if document.entry.number]
    beside = {document.entry.ref: _beside(document, english=english) for document in real}
    head = real[0]
    for number in range(count):
        model = models[number % len(models)]
        standard, place = divmod(number, A_STANDARD)
        if place == 0:
            head = wholes[model.entry.standard]
            yield _copy(head, head, standard, 0, beside[head.entry.ref], chance, english=english)
        yield _copy(model, head, standard, place + 1, beside[model.entry.ref], chance, english=english)


def _copy(
    model: SearchDocument,
    head: SearchDocument,
    standard: int,
    place: int,
    beside: dict[str, int],
    chance: random.Random,
    *,
    english: bool,
) -> SearchDocument:
    said = replace(model.entry.zh, title=head.entry.zh.title)
    text = mixed(said.text, chance) if said.text else ""
    title = mixed(said.clause_title, chance) if said.clause_title and chance.random() < 0.3 else said.clause_title
    digits, number = f"{100 + standard // 100}.{standard % 100:02}", f"{place // 10 + 1}.{place % 10 + 1}"
    named = f"{said.title}{standard}" if not place else said.title
    said = replace(said, title=named, text=text, clause_title=title)
    id, clause = f"{head.entry.standard[:2]}-{standard}", f"{model.entry.ref.partition('#')[2]}-{place}"
    special = {
        token: level for token, level in model.impacts.items() if token[0] in SPECIAL and token[0] not in EXACT + REFERENCE
    }
    if place:
        special[reference_token(digits, number)] = 1
        special |= {exact_token(title): 1} if title else {}
    else:
        special |= dict.fromkeys((exact_token(named), exact_token(digits), exact_token(f"Q/XX {digits}"), exact_token(id)), 1)
    entry = replace(
        model.entry,
        ref=f"{id}#{clause}" if place else id,
        standard=id,
        code=f"Q/XX {digits}",
        number=number if place else "",
        url=f"standards/{id}/" + (f"#{clause}" if place else ""),
        zh=said,
        en=model.entry.en if english else None,
    )
    return SearchDocument(entry, (title or named, *model.names[1:]), beside | impacts(_fields(entry)) | special)


def _fields(entry: Entry) -> dict[str, str]:
    said = entry.zh
    if not entry.number:
        return {"title": said.title, "code": entry.code, "text": said.text}
    limits = " ".join(answer.subject for answer in entry.answers)
    return {"clause_title": said.clause_title, "text": said.text, "path": " ".join(said.path), "limits": limits}


def _beside(model: SearchDocument, *, english: bool) -> dict[str, int]:
    """The tokens that a document has from elsewhere than its own texts."""
    own = impacts(_fields(model.entry))
    words = {token: level for token, level in model.impacts.items() if token[0] not in SPECIAL and token not in own}
    return {token: level for token, level in words.items() if english or HAN_RUN.match(token)}


def _written(whole: Index, folder: Path) -> None:
    started = time.perf_counter()
    sizes: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for path in write(folder, whole):
        kind = path.relative_to(folder).parts[1].removesuffix(".js")
        sizes[kind].append((path.stat().st_size, zipped(path)))
    took = time.perf_counter() - started
    said = [wording for d in whole.documents for wording in (d.entry.zh, d.entry.en) if wording]
    text = sum(len((wording.clause_title + wording.text).encode()) for wording in said)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"index built and {sum(map(len, sizes.values()))} files written and weighed in {took:.0f} s, peak {peak:.1f} GB")
    print(f"{'':10}{'files':>8}{'MB raw':>9}{'MB gzip':>9}{'of text':>9}{'largest kB gzip':>17}")
    index = [rows for kind, rows in sizes.items() if kind not in SHOWN]
    total = [row for rows in index for row in rows]
    for kind, rows in [*sizes.items(), ("index", total)]:
        raw, small, most = sum(r for r, _ in rows), sum(z for _, z in rows), max(z for _, z in rows)
        print(f"{kind:10}{len(rows):>8}{raw / 1e6:>9.2f}{small / 1e6:>9.2f}{small / text:>9.1%}{most / 1000:>17.1f}")
    print(f"text {text / 1e6:.1f} MB; index: all files but {' and '.join(SHOWN)}", flush=True)


def _browser(folder: Path, queries: Sequence[str], *, requests: bool) -> None:
    """First queries in fresh contexts, typed when the page is loaded; then the next query, whose words are others."""
    weights, first, later, kinds = [], [], [], []
    with serving(folder) as (address, asked), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for query, following in zip(queries, [*queries[1:], queries[0]], strict=True):
            page = browser.new_page()
            page.goto(address + "index.html", wait_until="load")
            asked.clear()
            first.append(page.evaluate(ASK_OURS, query)["ms"])
            page.wait_for_timeout(SETTLED)
            weighed: Counter[str] = Counter()
            for path in asked:
                weighed[path.relative_to(folder).parts[1].removesuffix(".js")] += zipped(path)
            weights.append(sum(weighed.values()) / 1000)
            kinds.append(weighed)
            if requests:
                parts = ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in weighed.most_common())
                print(f"  {weights[-1]:6.1f} kB {first[-1]:6.0f} ms {len(asked):3} files  {query}: {parts}", flush=True)
            later.append(page.evaluate(ASK_OURS, following)["ms"])
            page.close()
        browser.close()
    print(f"{len(queries)} queries typed into the box, key to results shown:")
    for name, values, unit in (("first query", weights, "kB"), ("first query", first, "ms"), ("another later", later, "ms")):
        ninth = sorted(values)[len(values) * 9 // 10 - 1]
        print(f"{name:14} median {median(values):6.0f} {unit}, nine in ten ≤ {ninth:6.0f}, worst {max(values):6.0f}", flush=True)
    mean = sum(kinds, Counter[str]())
    print("kB of a first query, mean: " + ", ".join(f"{k} {v / len(kinds) / 1000:.1f}" for k, v in mean.most_common()))


def _kept(made: Sequence[SearchDocument], words: Sequence[Sequence[str]], queries: Sequence[str], folder: Path) -> None:
    """The same kept by Whoosh: to build, to bring up to date when one standard changed, to ask."""
    print("Whoosh …", file=sys.stderr, flush=True)
    spoken = language(made, words)
    started = time.perf_counter()
    store.update(folder, made, spoken, "all")
    built = time.perf_counter() - started
    last = made[-1].entry.standard
    changed = [replace(d, names=(*d.names, "改")) if d.entry.standard == last else d for d in made]
    started = time.perf_counter()
    written = store.update(folder, changed, spoken, "one")
    again = time.perf_counter() - started
    taken = []
    started = time.perf_counter()
    with store.Store(folder) as door:
        opened = time.perf_counter() - started
        for query in queries:
            started = time.perf_counter()
            search(door, query, limit=10, facets={})
            taken.append((time.perf_counter() - started) * 1000)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    print(f"kept by Whoosh, {len(made)} documents: built in {built:.1f} s, {size:.0f} MB on disk, ", end="")
    print(f"{written} changed standard in {again:.1f} s; opened in {opened * 1000:.0f} ms, ", end="")
    print(f"first query {taken[0]:.0f} ms, median {median(taken):.0f} ms, worst {max(taken):.0f} ms")


if __name__ == "__main__":
    main()
