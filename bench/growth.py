"""What the search costs when the knowledge base grows: synthetic clauses made from the real ones by a seed.

Standards are copies of the real ones with characters changed here and there, in Chinese alone, so that the vocabulary grows and
no two clauses read alike.
"""

from __future__ import annotations

import argparse
import gzip
import random
import resource
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

import yaml
from playwright.sync_api import sync_playwright

from bench.search import BLANK, serving
from bench.synthetic import mixed
from generator.outputs.search import files
from generator.pipeline import inspect
from generator.search import store
from generator.search.documents import documents, impacts
from generator.search.engine import search
from generator.search.entry import SearchDocument
from generator.search.index import Index, language
from generator.search.plan import SPECIAL

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)
KEPT = 20_000
"""Clauses of the index that Whoosh keeps."""
TYPED = 40
SHOWN = ("zh", "en")


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--clauses", type=int, default=150_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    edition, _ = inspect(ROOT, today=TODAY)
    assert edition is not None
    real = list(documents(edition))
    words = [list(row.words) for row in edition.corpus.registers.synonyms]
    started = time.perf_counter()
    made = list(_grown(real, options.clauses, random.Random(options.seed)))
    whole = Index(made, language(made, words))
    print(f"{len(made)} clauses made and weighed in {time.perf_counter() - started:.0f} s", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="stdbook-growth-"))
    try:
        _browser(whole, folder)
        _kept(made[:KEPT], words, folder / "kept")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _grown(real: list[SearchDocument], count: int, chance: random.Random) -> Iterator[SearchDocument]:
    for number in range(count):
        model = real[number % len(real)]
        turn = number // len(real)
        entry, said = model.entry, model.entry.zh
        if turn:
            title = mixed(said.clause_title, chance) if said.clause_title and chance.random() < 0.3 else said.clause_title
            said = replace(said, text=mixed(said.text, chance) if said.text else "", clause_title=title)
        id = f"{entry.standard}-{turn}"
        renamed = replace(entry, ref=entry.ref.replace(entry.standard, id), standard=id, zh=said, en=None)
        special = [token for token in model.impacts if token[0] in SPECIAL]
        fields = {"clause_title": said.clause_title, "text": said.text, "path": " ".join(said.path)}
        fields |= {"limits": " ".join(a.subject for a in entry.answers)}
        fields |= {} if entry.number else {"title": said.title, "code": entry.code}
        yield SearchDocument(renamed, (said.clause_title or said.title,), impacts(fields, special))


def _browser(whole: Index, folder: Path) -> None:
    started = time.perf_counter()
    sizes: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for artifact in files(whole):
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
        kind = artifact.path.split("/")[1].removesuffix(".js")
        sizes[kind].append((len(artifact.content), len(gzip.compress(artifact.content, 6))))
    took = time.perf_counter() - started
    text = sum(len((d.entry.zh.clause_title + d.entry.zh.text).encode()) for d in whole.documents)
    index = sum(zipped for kind, rows in sizes.items() if kind not in SHOWN for _, zipped in rows)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"files written in {took:.0f} s, peak {peak:.1f} GB, text {text / 1e6:.1f} MB")
    print(f"{'':10}{'files':>8}{'MB raw':>9}{'MB gzip':>9}{'largest kB gzip':>17}")
    for kind, rows in sizes.items():
        raw, zipped, most = sum(r for r, _ in rows), sum(z for _, z in rows), max(z for _, z in rows)
        print(f"{kind:10}{len(rows):>8}{raw / 1e6:>9.2f}{zipped / 1e6:>9.2f}{most / 1000:>17.1f}")
    print(f"index, compressed: {index / 1e6:.2f} MB = {index / text:.0%} of the text", flush=True)
    shutil.copytree(ROOT / "site_plugins" / "assets" / "static", folder / "static")
    (folder / "index.html").write_text(BLANK, "utf-8")
    judged = yaml.safe_load((ROOT / "tests" / "search" / "queries.yml").read_text("utf-8"))
    _time(folder, [entry["query"] for entry in judged][:: max(1, len(judged) // TYPED)][:TYPED])


def _time(folder: Path, queries: list[str]) -> None:
    ask = "q => { const began = performance.now(); return stdbookSearch.search(q, 10).then(() => performance.now() - began); }"
    weights, first, later = [], [], []
    with serving(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for query in queries:
            page = browser.new_page()
            page.goto(address + "index.html", wait_until="load")
            asked: list[Path] = []
            page.on("request", lambda request: asked.append(folder / request.url.removeprefix(address)))  # noqa: B023
            first.append(page.evaluate(ask, query))
            weights.append(sum(len(gzip.compress(path.read_bytes(), 6)) for path in asked) / 1000)
            later.append(page.evaluate(ask, query + " 的"))
            page.close()
        browser.close()
    for name, values, unit in (("first query", weights, "kB"), ("first query", first, "ms"), ("later", later, "ms")):
        print(f"{name:12} median {median(values):6.0f} {unit}, worst {max(values):6.0f} {unit}", flush=True)


def _kept(made: list[SearchDocument], words: list[list[str]], folder: Path) -> None:
    spoken = language(made, words)
    started = time.perf_counter()
    store.update(folder, made, spoken, "all")
    built = time.perf_counter() - started
    last = made[-1].entry.standard
    changed = [replace(d, names=(*d.names, "改")) if d.entry.standard == last else d for d in made]
    started = time.perf_counter()
    written = store.update(folder, changed, spoken, "one")
    again = time.perf_counter() - started
    with store.Store(folder) as door:
        started = time.perf_counter()
        search(door, "停电要提前几天通知用户", limit=10, facets={})
        asked = time.perf_counter() - started
    print(f"kept by Whoosh, {len(made)} clauses: built in {built:.1f} s; {written} changed standard in {again:.1f} s", end="; ")
    print(f"asked in {asked:.2f} s")


if __name__ == "__main__":
    main()
