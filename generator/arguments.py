"""What every command takes and needs: the knowledge base, the clock, the language, the checked edition."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from generator import Lang, report
from generator.diagnostics import Severity
from generator.load.folder import find_root
from generator.model.edition import Edition
from generator.pipeline import inspect


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
