"""The search endpoint of `stdbook serve`: `/api/search?q=…`, the same document as `stdbook search --json`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.parse import parse_qs

from generator.diagnostics import CannotRun
from generator.lookup import look_up
from generator.search.plan import FACETS
from generator.search.printed import search_json

PATH = "/api/search"
MOST = 100
USUAL = 10

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def endpoint(root: Path, pages: Application, today: date | None = None) -> Application:
    """A WSGI application that answers searches and leaves every other address to `pages`."""

    def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if environ.get("PATH_INFO") != PATH:
            return pages(environ, start)
        status, document = _answer(root, parse_qs(environ.get("QUERY_STRING", "")), today or date.today())
        body = (json.dumps(document, ensure_ascii=False) + "\n").encode()
        start(status, [("Content-Type", "application/json; charset=utf-8"), ("Content-Length", str(len(body)))])
        return [body]

    return application


def _answer(root: Path, asked: dict[str, list[str]], today: date) -> tuple[str, dict[str, Any]]:
    started = perf_counter()
    query = asked.get("q", [""])[0]
    limit = asked.get("limit", [str(USUAL)])[0]
    if not (limit.isascii() and limit.isdigit() and 1 <= int(limit) <= MOST):
        return "400 Bad Request", {"error": f"limit 应为 1～{MOST} 的整数"}
    facets = {name: asked[name][0] for name in FACETS if name in asked}
    try:
        found = look_up(root, query, today=today, limit=int(limit), facets=facets)
    except CannotRun as error:
        return "503 Service Unavailable", {"error": f"{error.message}。{error.hint}"}
    return "200 OK", search_json(query, found, round((perf_counter() - started) * 1000, 1))
