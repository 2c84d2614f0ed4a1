"""How well and how lightly the search answers judged queries: ours, the theme's with jieba, Pagefind; same pages, one run.

A query's place is that of its first right clause among the first ten. The others are treated generously: a link to a whole page
that is not asked for takes no place, Pagefind's best three places of a page stand in the order of its hits, and "page" counts
the first right page among their pages, each once. A query without an answer is right if nothing is found; ours, which alone
can tell, also if all that it found is shown as merely near. The pages are in Chinese: only ours holds the English words.
"""

from __future__ import annotations

import argparse
import gzip
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import unquote

import yaml
from playwright.sync_api import Browser, sync_playwright

from bench.pages import markdown, whole
from generator.outputs.search import files
from generator.pipeline import inspect
from generator.search.engine import search
from generator.search.index import Index
from tests.kit import serving

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)
JUDGED = ROOT / "tests" / "search"
SETS = tuple(JUDGED / f"{name}.yml" for name in ("queries", "holdout", "final"))
DEPTH = 10
TIMED = 12
"""Queries that are weighed and timed, each in a fresh browser context."""
SETTLED = 200
"""Milliseconds after an answer in which what is still under way comes in."""
NEAR = "~"
"""Stands first in what a search gives that is only near."""

Query = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Engine:
    """A search in a page: where its page is, the script that asks it, which requests are its own, which files its index.

    `script` is a function of the query in JavaScript that answers `{ms, refs}`: milliseconds from key to result, and addresses or
    references in the order shown.
    """

    name: str
    start: str
    script: str
    fetched: str
    index: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What a search gave for each query, in full, and what it cost: kB and ms of first queries, ms of later ones."""

    found: Mapping[str, Sequence[str]]
    weights: Sequence[float]
    first: Sequence[float]
    later: Sequence[float]
    index: int


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--laws", type=Path, help="folder of laws in Markdown: adds their queries")
    parser.add_argument("--quick", action="store_true", help="ours alone, in memory, with the queries not answered first")
    parser.add_argument("--queries", type=Path, nargs="+", help="judged queries over the standards, instead of the project's")
    options = parser.parse_args()
    edition, _ = inspect(ROOT, today=TODAY)
    assert edition is not None
    sets = {path.name: read(path) for path in options.queries or SETS if path.exists()}
    laws = {"laws.yml": read(JUDGED / "laws.yml")} if options.laws else {}
    for judged, folder in ((sets, None), (laws, options.laws)):
        if judged and options.quick:
            _alone(whole(edition, folder), judged)
        elif judged:
            _beside(whole(edition, folder), judged, "the standards and laws" if folder else "the standards")


def read(path: Path) -> list[Query]:
    """Judged queries; `tests/search/queries.yml` tells what they hold."""
    queries: list[Query] = yaml.safe_load(path.read_text("utf-8"))
    return queries


# --- right or wrong ---


def place(entry: Query, refs: Sequence[str]) -> int | None:
    """Where the first right answer stands; in place 2 and below an acceptable one is right too."""
    sure, refs = refs[:1] != [NEAR], [ref for ref in refs if ref != NEAR]
    if not entry["best"]:
        return None if refs and sure else 1
    for at, ref in enumerate(refs[:DEPTH], 1):
        if ref in entry["best"] or (at > 1 and ref in entry.get("also", ())):
            return at
    return None


def _by_clause(entry: Query, refs: Sequence[str]) -> int | None:
    right = {*entry["best"], *entry.get("also", ())}
    return place(entry, [ref for ref in refs if not entry["best"] or "#" in ref or ref in right])


def _by_page(entry: Query, refs: Sequence[str]) -> int | None:
    pages: Query = {name: [ref.partition("#")[0] for ref in entry.get(name, ())] for name in ("best", "also")}
    return place(pages, list(dict.fromkeys(ref.partition("#")[0] for ref in refs)))


def _row(places: Sequence[int | None]) -> str:
    first = sum(at == 1 for at in places) / len(places)
    three = sum(at is not None and at <= 3 for at in places) / len(places)
    reciprocal = sum(1 / at for at in places if at) / len(places)
    return f"{first:>9.1%}{three:>8.1%}{reciprocal:>6.2f}"


def _table(name: str, queries: Sequence[Query], columns: Mapping[str, Sequence[int | None]]) -> None:
    kinds = sorted({entry.get("kind", "") for entry in queries} - {""})
    print(f"\n{name}, {len(queries)} queries")
    print(f"{'':17}" + "".join(f"{title:>23}" for title in columns))
    print(f"{'kind':<12}{'n':>5}" + f"{'first':>9}{'top 3':>8}{'MRR':>6}" * len(columns))
    for kind in [*kinds, "all"]:
        chosen = [at for at, entry in enumerate(queries) if kind in ("all", entry.get("kind"))]
        print(f"{kind:<12}{len(chosen):>5}" + "".join(_row([places[at] for at in chosen]) for places in columns.values()))


def _ours(made: Index, query: str) -> list[str]:
    found = search(made, query, limit=DEPTH, facets={})
    return [*([] if found.sure else [NEAR]), *(hit.entry.ref for hit in found.hits)]


def _alone(made: Index, sets: Mapping[str, Sequence[Query]]) -> None:
    """Ours in memory, with the queries that it does not answer first."""
    for name, queries in sets.items():
        found = [_ours(made, entry["query"]) for entry in queries]
        places = [place(entry, refs) for entry, refs in zip(queries, found, strict=True)]
        _table(name, queries, {"ours": places})
        for entry, at, refs in zip(queries, places, found, strict=True):
            if at != 1:
                print(f"{at or '-'} {entry['query']}: {', '.join(refs[:3]) or '—'}; wanted {', '.join(entry['best'][:3]) or '—'}")


# --- three engines in one browser ---


def _beside(made: Index, sets: Mapping[str, Sequence[Query]], what: str) -> None:
    """Tables for three engines over the same pages: what they find, set by set, and what they cost."""
    folder = Path(tempfile.mkdtemp(prefix="stdbook-bench-"))
    try:
        _say(f"{what}: building pages …")
        _sites(made, folder)
        measured = _measured(made, folder, list(dict.fromkeys(entry["query"] for queries in sets.values() for entry in queries)))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for name, queries in sets.items():
        columns = {}
        for engine in ENGINES:
            found = [measured[engine.name].found[entry["query"]] for entry in queries]
            judge = place if engine is OURS else _by_clause
            columns[f"{engine.name}, clause"] = [judge(entry, refs) for entry, refs in zip(queries, found, strict=True)]
            columns[f"{engine.name}, page"] = [_by_page(entry, refs) for entry, refs in zip(queries, found, strict=True)]
        _table(name, queries, columns)
    _doubts(made, sets, measured[OURS.name].found)
    text = sum(len((d.entry.zh.clause_title + d.entry.zh.text).encode()) for d in made.documents)
    print(f"\n{what}: {text / 1000:.0f} kB of text")
    titles = ("kB first query", "worst", "ms first", "worst", "ms later", "worst", "index kB", "of text")
    print(f"{'':17}" + "".join(f"{title:>{len(title) + 2}}" for title in titles))
    for name, m in measured.items():
        cost = f"{median(m.weights):>16.1f}{max(m.weights):>7.1f}{median(m.first):>10.0f}{max(m.first):>7.0f}"
        later = f"{median(m.later):>10.0f}{max(m.later):>7.0f}"
        print(f"{name:<17}{cost}{later}{m.index / 1000:>10.0f}{m.index / text:>9.0%}", flush=True)


def _doubts(made: Index, sets: Mapping[str, Sequence[Query]], found: Mapping[str, Sequence[str]]) -> None:
    """What the reader of the tables should know of ours."""
    queries = [entry for judged in sets.values() for entry in judged]
    none = [entry for entry in queries if not entry["best"]]
    empty = sum(set(found[entry["query"]]) <= {NEAR} for entry in none)
    near = [entry for entry in queries if found[entry["query"]][0] == NEAR and len(found[entry["query"]]) > 1]
    timid = sum(bool(entry["best"]) and place(entry, found[entry["query"]]) == 1 for entry in near)
    differing = [query for query, refs in found.items() if list(refs) != _ours(made, query)]
    print(f"\nours: of {len(none)} queries without an answer {empty} find nothing at all", end="; ")
    print(f"{len(near)} of all find only what is near, {timid} of these have the right clause first nonetheless")
    print(f"ours in the browser and in memory: {len(differing)} of {len(found)} queries differ in the first ten", *differing[:5])


def _measured(made: Index, folder: Path, queries: Sequence[str]) -> dict[str, Measured]:
    known = {document.entry.ref for document in made.documents}
    timed = queries[:: max(1, len(queries) // TIMED)][:TIMED]
    measured = {}
    with serving(folder) as (address, asked), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for engine in ENGINES:
            _say(f"  {engine.name}: {len(timed)} fresh pages, {len(queries)} queries …")
            weights, first, later = [], [], []
            for query, next_one in zip(timed, [*timed[1:], timed[0]], strict=True):
                asked.clear()
                kb, ms, again = _fresh(browser, address + engine.start, engine, asked, folder, (query, next_one))
                weights.append(kb)
                first.append(ms)
                later.append(again)
            page = browser.new_page()
            page.goto(address + engine.start, wait_until="networkidle")
            found = {query: _refs(page.evaluate(engine.script, query)["refs"], known) for query in queries}
            page.close()
            index = [path for path in folder.rglob("*") if path.is_file() and _matches(engine.index, path, folder)]
            measured[engine.name] = Measured(found, weights, first, later, sum(map(zipped, index)))
        browser.close()
    return measured


def _fresh(
    browser: Browser, start: str, engine: Engine, asked: list[Path], folder: Path, queries: tuple[str, str]
) -> tuple[float, float, float]:
    """kB and ms of the first query in a new context, typed as soon as the page is loaded, and ms of another one after it."""
    page = browser.new_page()
    page.goto(start, wait_until="load")
    first = page.evaluate(engine.script, queries[0])["ms"]
    page.wait_for_timeout(SETTLED)
    mine = [path for path in asked if _matches(engine.fetched, path, folder)]
    later = page.evaluate(engine.script, queries[1])["ms"]
    page.close()
    return sum(map(zipped, mine)) / 1000, first, later


def _matches(pattern: str, path: Path, folder: Path) -> bool:
    return re.search(pattern, path.relative_to(folder).as_posix()) is not None


def zipped(path: Path) -> int:
    """What a file weighs on the way, compressed as servers do."""
    return len(gzip.compress(path.read_bytes(), 6))


def _refs(addresses: Sequence[str], known: set[str]) -> list[str]:
    """`…/g208-01/#safe-distance` -> g208-01#safe-distance; anchors that are no clause's (a chapter's) stand for the page."""
    refs = []
    for address in addresses:
        path, _, anchor = unquote(address).partition("#")
        name = path.partition("?")[0].rstrip("/").removesuffix("/index.html").rpartition("/")[2]
        refs.append(f"{name}#{anchor}" if f"{name}#{anchor}" in known else name)
    return list(dict.fromkeys(refs))


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


BLANK = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">
<form action="search/" data-search-box data-root="./"><input type="search"><ol hidden></ol><p role="status"></p></form>
<script src="static/search.js"></script>
"""
"""A page with nothing but our search box and its script, which every page of the site loads."""
ASK_OURS = """async query => {
    const input = document.querySelector("input"), list = document.querySelector("ol");
    list.replaceChildren();
    list.hidden = true;
    const shown = new Promise((done, fail) => {
        setTimeout(() => fail(new Error("no result: " + query)), 20000);
        new MutationObserver((_, observer) => {
            if (list.hidden || !list.children.length) return;
            observer.disconnect();
            done();
        }).observe(list, {childList: true, attributes: true});
    });
    const began = performance.now();
    input.focus();
    input.value = query;
    input.dispatchEvent(new Event("input", {bubbles: true}));
    await shown;
    const ms = performance.now() - began;
    const found = await stdbookSearch.search(query, 10);
    return {ms, refs: [...(found.sure ? [] : ["~"]), ...found.hits.map(hit => hit.ref)]};
}"""
"""Typed into the box of the header; then the first ten as the search gives them."""
ASK_THEME = """async query => {
    const input = document.querySelector("[data-md-component=search-query]");
    const meta = document.querySelector(".md-search-result__meta");
    const list = document.querySelector(".md-search-result__list");
    const none = () => /没有找到/.test(meta.textContent), sleep = ms => new Promise(done => setTimeout(done, ms));
    const type = words => {
        input.value = words;
        input.dispatchEvent(new Event("input", {bubbles: true}));
        input.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
    };
    document.querySelector("#__search").checked = true;
    input.focus();
    if (input.value) {
        type("");
        for (let i = 0; i < 200 && (list.children.length || none()); i++) await sleep(10);
    }
    const shown = new Promise(done => {
        const observer = new MutationObserver(check);
        function check() { if (list.children.length || none()) { observer.disconnect(); done(); } }
        observer.observe(document.querySelector(".md-search-result"), {childList: true, subtree: true, characterData: true});
        setTimeout(done, 20000);
    });
    const began = performance.now();
    type(query);
    await shown;
    const ms = performance.now() - began;
    await sleep(60);
    return {ms, refs: Array.from(list.querySelectorAll(".md-search-result__link"), link => link.href)};
}"""
"""Typed into the theme's box; every link of its list counts, also those that are folded away under "more on this page"."""
ASK_PAGEFIND = """async query => {
    const began = performance.now();
    window.pagefind = window.pagefind || await import("/pages/pagefind/pagefind.js");
    const found = await window.pagefind.search(query);
    const pages = await Promise.all(found.results.slice(0, 10).map(result => result.data()));
    const ms = performance.now() - began, refs = [];
    for (const page of pages) {
        const parts = page.sub_results.slice().sort((a, b) => b.locations.length - a.locations.length).slice(0, 3);
        refs.push(...(parts.length ? parts : [page]).map(part => part.url));
    }
    return {ms, refs};
}"""
"""Asked by its own interface, so that nothing is drawn; its stock box shows three places of a page, too."""

OURS = Engine("ours", "ours/index.html", ASK_OURS, r"^ours/(search/|static/search-core)", r"^ours/search/(?!zh/|en/)")
ENGINES = (
    OURS,
    Engine("theme", "theme/index.html", ASK_THEME, r"workers/search|search_index|/lunr/", r"search_index\.json$"),
    Engine("Pagefind", "pages/index.html", ASK_PAGEFIND, r"/pagefind/", r"\.pf_(index|meta)$"),
)
"""The theme fetches its index with every page, before a box is touched; it counts as fetched for the first query. Ours and
Pagefind keep what results show in files of their own, which are not counted as index."""


def _sites(made: Index, folder: Path) -> None:
    """`ours/` with the real scripts and files, `theme/` by MkDocs + Material, `pages/` by MkDocs and Pagefind."""
    write(folder / "ours", made)
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
        _run("mkdocs", "build", "-q", "-f", str(path), "-d", str(folder / name))
    _run("pagefind", "--site", str(folder / "pages"), "--root-selector", "article", "--quiet")


def write(folder: Path, made: Index) -> list[Path]:
    """The browser's files of an index, the scripts and a page with the box; returns where the index's files are."""
    written = []
    for artifact in files(made):
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
        written.append(path)
    shutil.copytree(ROOT / "site_plugins" / "assets" / "static", folder / "static")
    (folder / "index.html").write_text(BLANK, "utf-8")
    return written


def _run(module: str, *arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", module, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{module} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
