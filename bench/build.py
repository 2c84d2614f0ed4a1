"""Builds 100 and 1,000 synthetic standards with stdbook, and the same pages as Markdown with the stock theme.

Prints CPU seconds (user + system) for each HTML page, peak memory and page weight, all in one run. The stock build is
MkDocs + Material with `navigation.prune` and its search with jieba.
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from markdownify import markdownify

from bench.synthetic import make
from generator.model.edition import Edition, Page
from generator.outputs import render
from generator.pipeline import inspect
from generator.search import store
from generator.search.documents import documents
from generator.search.index import index

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement: CPU seconds, peak memory in MB, what it made."""

    name: str
    cpu: float
    memory: float
    files: int
    average: float
    zipped: float


def main() -> None:
    """Runs the benchmark and prints its table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="work in this folder and keep it")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="stdbook-bench-"))
    try:
        for size in options.sizes:
            _one(folder / str(size), size, options.seed)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


def _one(folder: Path, size: int, seed: int) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    print(f"\n{size} standards (seed {seed}) …", file=sys.stderr, flush=True)
    make(folder, size, seed)
    edition, findings = inspect(folder, today=TODAY)
    if edition is None:
        raise SystemExit("\n".join(f"{f.place.file}:{f.place.line} {f.message()}" for f in findings if f.severity == "error"))
    rows = [_ours(folder), _stock(folder, edition)]
    rows += [_alone("checklist PDFs", lambda: list(render(edition, ["checklists"])))]
    rows += [_alone("Whoosh index", lambda: _kept(edition, folder / "index"))]
    clauses = sum(len(d.entries) for d in edition.documents.values())
    print(f"\n{size} standards, {clauses} clauses")
    print(f"{'':34}{'CPU s':>9}{'files':>7}{'ms/file':>9}{'peak MB':>9}{'kB/page':>9}{'gzip kB':>9}{'ms/100kB':>10}")
    for row in rows:
        each = row.cpu * 1000 / row.files
        print(
            f"{row.name:34}{row.cpu:9.1f}{row.files:7}{each:9.2f}{row.memory:9.0f}{row.average:9.1f}{row.zipped:9.1f}"
            f"{each * 100 / row.average if row.average else 0:10.2f}"
        )
    print(f"cost of a page, ours / stock: {(rows[0].cpu / rows[0].files) / (rows[1].cpu / rows[1].files):.2f}")


def _kept(edition: Edition, folder: Path) -> int:
    whole = index(documents(edition), edition.corpus)
    return store.update(folder, whole.documents, whole.language, "bench")


def _ours(folder: Path) -> Row:
    config = folder / "ours.yml"
    own = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    theme = own["theme"] | {"custom_dir": str(ROOT / "templates" / "overrides"), "font": False}
    plugin = {"root": str(folder), "outputs": ["site", "search", "data"]}
    text = yaml.safe_dump(
        own
        | {
            "docs_dir": str(ROOT / "site_plugins" / "assets"),
            "theme": theme,
            "plugins": [{"stdbook": plugin}],
            "extra": {"alternate": True, "generator": False},
            "use_directory_urls": True,
        },
        allow_unicode=True,
    )
    config.write_text(text, "utf-8")
    return _site("stdbook: pages + browser search", config, folder / "ours")


def _stock(folder: Path, edition: Edition) -> Row:
    source = folder / "markdown"
    for page in render(edition, ["site"]):
        if isinstance(page, Page):
            path = source / f"{page.url}index.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"---\ntitle: {page.title!r}\n---\n\n{markdownify(page.body, heading_style='ATX')}", "utf-8")
    config = folder / "stock.yml"
    theme = {"name": "material", "language": "zh", "font": False, "features": ["navigation.prune"]}
    plugins = [{"search": {"lang": ["zh", "en"]}}]
    config.write_text(yaml.safe_dump({"site_name": "x", "docs_dir": str(source), "theme": theme, "plugins": plugins}), "utf-8")
    return _site("stock MkDocs + Material + jieba", config, folder / "stock")


def _site(name: str, config: Path, site: Path) -> Row:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "STDBOOK_TODAY": TODAY.isoformat()}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(site)]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{name}: build failed ({config})")
    pages = [p for p in site.rglob("*.html") if p.name == "index.html"]
    weights = [p.read_bytes() for p in pages]
    average = sum(map(len, weights)) / len(weights) / 1000
    zipped = sum(len(gzip.compress(w, 6)) for w in weights) / len(weights) / 1000
    return Row(name, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000, len(pages), average, zipped)


def _alone(name: str, job: object) -> Row:
    assert callable(job)
    started = time.process_time()
    made = job()
    files = len(made) if isinstance(made, list) else 1
    average = sum(len(a.content) for a in made) / files / 1000 if isinstance(made, list) else 0
    return Row(name, time.process_time() - started, 0, files, average, 0)


if __name__ == "__main__":
    main()
