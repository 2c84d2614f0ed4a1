"""Searching a knowledge base through the index that is kept in its `.stdbook/search`, which is brought up to date first."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.diagnostics import CannotRun
from generator.search import store
from generator.search.engine import Found, search


def look_up(root: Path, query: str, *, today: date, limit: int, facets: Mapping[str, str]) -> Found:
    """What `search` finds in the knowledge base at `root`; the index is made anew where the YAML has changed.

    Raises CannotRun if published text has errors, so that nothing stale is served.
    """
    folder = root / ".stdbook" / "search"
    files = sorted(path for path in (root / "standards").rglob("[!.]*.yml") if path.is_file())
    stamp = store.stamp_of(files, today)
    if not store.is_fresh(folder, stamp):
        print("正在更新索引…", file=sys.stderr)
        _refresh(root, folder, stamp, today)
    with store.Store(folder) as door:
        return search(door, query, limit=limit, facets=facets)


def _refresh(root: Path, folder: Path, stamp: str, today: date) -> None:
    # Reading and checking standards takes longer to import than a search takes to answer.
    from generator.pipeline import inspect
    from generator.search.documents import documents
    from generator.search.index import index

    edition, _ = inspect(root, today=today)
    if edition is None:
        raise CannotRun("已发布的标准有错误，不能搜索", "运行 stdbook check 查看，改好再试。")
    whole = index(documents(edition), edition.corpus)
    store.update(folder, whole.documents, whole.language, stamp)
