"""The command that searches: parse, call, print, exit code; nothing else."""

from __future__ import annotations

import argparse
import json
from time import perf_counter

from generator.arguments import Command, count, edition_of, known_position, root_of
from generator.lookup import look_up
from generator.search.plan import FACETS
from generator.search.printed import search_json, search_text


def add_commands(command: Command) -> None:
    """Adds the command to a parser; `command(name, run, help)` makes one."""
    search = command("search", _search, "按条款搜索")
    search.add_argument("query", metavar="QUERY", nargs="+", help="要找的话")
    search.add_argument("--kind", choices=("management", "work"), help="标准类别")
    search.add_argument("--domain", metavar="NN", help="专业域")
    search.add_argument("--position", metavar="ID", help="岗位")
    search.add_argument("--status", type=_status, metavar="S", help="状态，如 in_force")
    search.add_argument("--level", type=_level, metavar="L", help="条款类型，如 requirement")
    search.add_argument("--limit", type=count, default=10, help="最多几条（默认 10）")
    search.add_argument("--json", action="store_true", help="输出 JSON")


def _status(text: str) -> str:
    from generator.model.lifecycle import Shown

    return _one_of(text, tuple(Shown))


def _level(text: str) -> str:
    from generator.model.standard import ClauseType

    return _one_of(text, tuple(ClauseType))


def _one_of(text: str, known: tuple[str, ...]) -> str:
    if text not in known:
        raise argparse.ArgumentTypeError(f"不能写 {text}；可以写 {'、'.join(known)}")
    return text


def _search(arguments: argparse.Namespace) -> int:
    started = perf_counter()
    wanted = {name: getattr(arguments, name) for name in FACETS if getattr(arguments, name)}
    query = " ".join(arguments.query)
    if arguments.position:
        known_position(edition_of(arguments), arguments.position)
    found = look_up(root_of(arguments), query, today=arguments.today, limit=arguments.limit, facets=wanted)
    took = round((perf_counter() - started) * 1000, 1)
    if arguments.json:
        print(json.dumps(search_json(query, found, took), ensure_ascii=False, indent=1))
    else:
        print(search_text(query, found))
    return 0
