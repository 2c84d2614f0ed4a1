"""What every command takes and needs: the knowledge base, the clock, the language, the checked edition."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator import Lang
from generator.diagnostics import CannotRun, Severity
from generator.load.root import find_root
from generator.text.nearest import nearest

if TYPE_CHECKING:
    from generator.model.edition import Edition

Command = Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]
"""Makes the parser of a command: name, what runs it, help."""


def general(parser: argparse.ArgumentParser, root: object, today: object, lang: object) -> None:
    """The options that may stand before or after the command."""
    parser.add_argument("-C", dest="root", type=Path, default=root, metavar="DIR", help="知识库所在文件夹（默认为当前文件夹）")
    parser.add_argument("--today", type=date.fromisoformat, default=today, metavar="YYYY-MM-DD", help="以这一天为今天")
    parser.add_argument("--lang", choices=("zh", "en"), default=lang, help="消息语言")


def clock() -> date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else date.today()


def root_of(arguments: argparse.Namespace) -> Path:
    return find_root(arguments.root)


def lang_of(arguments: argparse.Namespace) -> Lang:
    return "en" if arguments.lang == "en" else "zh"


def edition_of(arguments: argparse.Namespace) -> Edition:
    """The checked edition, or the findings on stderr and exit code 1."""
    from generator import report
    from generator.pipeline import inspect

    root = root_of(arguments)
    edition, findings = inspect(root, today=arguments.today)
    if edition is None:
        errors = [f for f in findings if f.severity is Severity.ERROR]
        print(report.text(errors, root, lang_of(arguments), colour=sys.stderr.isatty()), file=sys.stderr)
        raise SystemExit(1)
    return edition


def say_written(paths: list[Path]) -> None:
    for path in paths:
        print(path)


def count(text: str) -> int:
    """A whole number from 1 to 65535."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text} 应是 1～65535 的整数")
    return int(text)


def known_position(edition: Edition, id: str) -> str:
    actor = edition.corpus.actors.get(id)
    if named := next((a for a in edition.corpus.actors.values() if a.zh == id), None):
        raise CannotRun(f"{id} 要写标识", f"“{id}”的标识是 {named.id}。")
    if actor is None:
        near = nearest(id, edition.corpus.actors)
        raise CannotRun(f"没有岗位 {id}", f"最接近的是 {near}。" if near else "岗位见 standards/registers/positions.yml。")
    return actor.zh
