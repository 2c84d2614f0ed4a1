"""How well and how lightly the search answers judged queries: ours, the theme's with jieba, Pagefind; same pages, one run.

A query's place is that of its first right clause among the first ten; for the others also that of its first right page,
which is generous to them. A query without an answer is right if nothing is found, or only what is near.
"""

from __future__ import annotations

import argparse
import gzip
import http.server
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import unquote

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from bench.pages import markdown, whole
from generator.outputs.search import files
from generator.pipeline import inspect
from generator.search.engine import search
from generator.search.index import Index

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)
SETS = ("queries", "holdout", "final")
DEPTH = 10
TIMED = 12


@dataclass(frozen=True, slots=True)
class Engine:
    """A search in a page: where its page is, what it fetches before it answers, and how it is asked."""

    name: str
    start: str
    ask: Callable[[Page, str], list[str]]


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--laws", type=Path, help="folder of laws in Markdown: adds their queries")
    parser.add_argument("--quick", action="store_true", help="ours alone, in memory, with the queries not answered first")
    options = parser.parse_args()
    edition, _ = inspect(ROOT, today=TODAY)
    assert edition is not None
    alone = whole(edition, None)
    for name in SETS:
        if queries := _queries(name):
            print(f"\n{name}.yml, {len(queries)} queries, ours")
            _by_kind(queries, [_ours(alone, entry["query"]) for entry in queries], wrong=options.quick)
    if options.quick:
        return
    _beside(alone, [entry for name in SETS for entry in _queries(name)], "the standards")
    if options.laws:
        _beside(whole(edition, options.laws), _queries("laws"), "the standards and laws")


def _queries(name: str) -> list[dict[str, Any]]:
    path = ROOT / "tests" / "search" / f"{name}.yml"
    return yaml.safe_load(path.read_text("utf-8")) if path.exists() else []


def _ours(made: Index, query: str) -> list[str]:
    found = search(made, query, limit=DEPTH, facets={})
    return [*([] if found.sure else [NEAR]), *(hit.entry.ref for hit in found.hits)]


BLANK = '<!doctype html><html lang="zh"><meta charset="utf-8"><title>x</title><script src="static/search.js"></script>'
"""A page with nothing but the search's script."""
NEAR = "~"
"""Stands first in what a search gives that is only near."""


def place(entry: dict[str, Any], refs: Sequence[str]) -> int | None:
    """Where the first right answer stands; in place 2 and below an acceptable one is right too."""
    sure, refs = refs[:1] != [NEAR], [ref for ref in refs if ref != NEAR]
    if not entry["best"]:
        return None if refs and sure else 1
    for at, ref in enumerate(refs, 1):
        if ref in entry["best"] or (at > 1 and ref in entry.get("also", ())):
            return at
    return None


def _by_kind(queries: list[dict[str, Any]], found: list[list[str]], *, wrong: bool) -> None:
    places = [place(entry, made) for entry, made in zip(queries, found, strict=True)]
    kinds: dict[str, list[int | None]] = defaultdict(list)
    for entry, at in zip(queries, places, strict=True):
        kinds[entry.get("kind", "")].append(at)
    print(f"{'kind':<14}{'n':>5}{'first':>8}{'top 3':>8}{'MRR':>8}")
    for kind, all_of_it in [*sorted(kinds.items()), ("all", places)]:
        print(f"{kind:<14}{_row(all_of_it)}")
    for entry, at, refs in zip(queries, places, found, strict=True) if wrong else ():
        if at != 1:
            print(f"{at or '-'} {entry['query']}: {', '.join(refs[:3]) or '—'}; wanted {', '.join(entry['best'][:3])}")


def _row(places: list[int | None]) -> str:
    first = sum(at == 1 for at in places) / len(places)
    three = sum(at is not None and at <= 3 for at in places) / len(places)
    reciprocal = sum(1 / at for at in places if at) / len(places)
    return f"{len(places):>5}{first:>8.1%}{three:>8.1%}{reciprocal:>8.2f}"


def _beside(made: Index, queries: list[dict[str, Any]], what: str) -> None:
    """One table for three engines over the same pages."""
    folder = Path(tempfile.mkdtemp(prefix="stdbook-bench-"))
    try:
        print(f"\n{what}: building pages for {len(queries)} queries …", file=sys.stderr, flush=True)
        _sites(made, folder)
        text = sum(len((d.entry.zh.clause_title + d.entry.zh.text).encode()) for d in made.documents)
        print(f"\n{what}: {len(queries)} queries, {text / 1000:.0f} kB of text")
        print(
            f"{'':30}{'n':>5}{'first':>8}{'top 3':>8}{'MRR':>8}{'kB first query':>16}{'worst':>8}{'ms first':>10}{'ms later':>10}"
        )
        with serving(folder) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
            for engine in ENGINES:
                _measure(engine, browser, address, queries)
            browser.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _measure(engine: Engine, browser: Browser, address: str, queries: list[dict[str, Any]]) -> None:
    print(f"  {engine.name} …", file=sys.stderr, flush=True)
    weights, first, later = [], [], []
    for entry in queries[:: max(1, len(queries) // TIMED)][:TIMED]:
        page = browser.new_page()
        bodies: list[int] = []
        page.goto(address + engine.start, wait_until="networkidle" if engine.name.startswith("ours") else "load")
        page.on("response", lambda response: bodies.append(len(gzip.compress(response.body(), 6))))  # noqa: B023
        first.append(_timed(page, engine, entry["query"]))
        page.wait_for_timeout(150)
        weights.append(sum(bodies))
        later.append(_timed(page, engine, entry["query"] + " 的"))
        page.close()
    page = browser.new_page()
    page.goto(address + engine.start, wait_until="networkidle")
    found = [engine.ask(page, entry["query"]) for entry in queries]
    page.close()
    clauses = [place(entry, refs) for entry, refs in zip(queries, found, strict=True)]
    pages = [place(_pages(entry), [ref.partition("#")[0] for ref in refs]) for entry, refs in zip(queries, found, strict=True)]
    tail = f"{median(weights) / 1000:>16.1f}{max(weights) / 1000:>8.1f}{median(first):>10.0f}{median(later):>10.0f}"
    print(f"{engine.name + ', clause':<30}{_row(clauses)}{tail}")
    print(f"{engine.name + ', page':<30}{_row(pages)}", flush=True)


def _pages(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: [ref.partition("#")[0] for ref in entry.get(name, ())] for name in ("best", "also")}


def _timed(page: Page, engine: Engine, query: str) -> float:
    page.evaluate("window.began = performance.now()")
    engine.ask(page, query)
    return float(page.evaluate("performance.now() - window.began"))


# --- the three engines ---


def _ask_ours(page: Page, query: str) -> list[str]:
    script = "q => stdbookSearch.search(q, 10).then(found => [...(found.sure ? [] : ['~']), ...found.hits.map(hit => hit.ref)])"
    made: list[str] = page.evaluate(script, query)
    return made


def _ask_theme(page: Page, query: str) -> list[str]:
    script = """async query => {
        const input = document.querySelector("[data-md-component=search-query]");
        const meta = document.querySelector(".md-search-result__meta");
        document.querySelector("#__search").checked = true;
        input.focus();
        input.value = "";
        input.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
        await new Promise(done => setTimeout(done, 30));
        const list = document.querySelector(".md-search-result__list");
        list.replaceChildren();
        input.value = query;
        input.dispatchEvent(new Event("input", {bubbles: true}));
        input.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
        const over = () => list.children.length || /没有|未找到|No match/.test(meta.textContent);
        for (let i = 0; i < 400 && !over(); i++) await new Promise(done => setTimeout(done, 10));
        await new Promise(done => setTimeout(done, 40));
        return Array.from(list.querySelectorAll(".md-search-result__link"), link => link.href);
    }"""
    return _refs(page.evaluate(script, query))


def _ask_pagefind(page: Page, query: str) -> list[str]:
    script = """async query => {
        window.pagefind = window.pagefind || await import("/pages/pagefind/pagefind.js");
        const found = await window.pagefind.search(query), out = [];
        for (const result of found.results.slice(0, 10)) {
            const data = await result.data();
            for (const part of data.sub_results.length ? data.sub_results : [data]) out.push(part.url);
        }
        return out;
    }"""
    return _refs(page.evaluate(script, query))


def _refs(addresses: list[str]) -> list[str]:
    """`…/g208-01/#safe-distance` -> g208-01#safe-distance, the first ten; a page's own address is its standard's."""
    refs = []
    for address in addresses:
        path, _, anchor = unquote(address).partition("#")
        name = path.partition("?")[0].rstrip("/").removesuffix("/index.html").rpartition("/")[2]
        refs.append(f"{name}#{anchor}" if anchor else name)
    return list(dict.fromkeys(refs))[:DEPTH]


ENGINES = (
    Engine("ours", "ours/index.html", _ask_ours),
    Engine("theme's search with jieba", "theme/index.html", _ask_theme),
    Engine("Pagefind", "pages/index.html", _ask_pagefind),
)


def _sites(made: Index, folder: Path) -> None:
    """`ours/` with the real scripts and files, `theme/` by MkDocs + Material, `pages/` by MkDocs and Pagefind."""
    ours = folder / "ours"
    for artifact in files(made):
        path = ours / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
    shutil.copytree(ROOT / "site_plugins" / "assets" / "static", ours / "static")
    (ours / "index.html").write_text(BLANK, "utf-8")
    source = folder / "markdown"
    source.mkdir()
    (source / "index.md").write_text("# 目录\n", "utf-8")
    for name, text in markdown(made):
        (source / f"{name}.md").write_text(text, "utf-8")
    config = {
        "site_name": "x",
        "docs_dir": str(source),
        "theme": {"name": "material", "language": "zh", "font": False},
        "markdown_extensions": ["attr_list"],
    }
    for name, plugins in (("theme", [{"search": {"lang": ["zh", "en"]}}]), ("pages", [])):
        path = folder / f"{name}.yml"
        path.write_text(yaml.safe_dump(config | {"plugins": plugins}, allow_unicode=True), "utf-8")
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(path), "-d", str(folder / name)], check=True)
    command = [sys.executable, "-m", "pagefind", "--site", str(folder / "pages"), "--root-selector", "article", "--quiet"]
    subprocess.run(command, check=True)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None: ...


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


if __name__ == "__main__":
    main()
