"""The command line: parse, call, print, exit code; nothing else."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from generator import Lang, report
from generator.diagnostics import CannotRun, blocking
from generator.load.folder import find_root
from generator.pipeline import inspect


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command; returns 0 clean, 1 something blocks, 2 not done."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except CannotRun as error:
        print(f"未完成：{error.message}\n   {error.hint}".rstrip(), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("未完成：已中断", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="stdbook", description="企业管理标准、工作标准：校验、网站、检查单、试题")
    _general(parser, Path(), _today(), os.environ.get("STDBOOK_LANG", "zh"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], help: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help, description=help)
        sub.set_defaults(run=run)
        _general(sub, *[argparse.SUPPRESS] * 3)
        return sub

    check = command("check", _check, "检查全部标准，列出每个问题")
    check.add_argument("paths", nargs="*", metavar="PATH", help="只显示这些文件或文件夹的问题")
    check.add_argument("--format", choices=tuple(report.FORMATS), default="text", help="输出格式")
    check.add_argument("--select", default="", metavar="CODES", help="只显示这些规则（逗号分隔，可写前缀）")
    check.add_argument("--ignore", default="", metavar="CODES", help="不显示这些规则")
    return parser


def _general(parser: argparse.ArgumentParser, root: object, today: object, lang: object) -> None:
    """The options that may stand before or after the command."""
    parser.add_argument("-C", dest="root", type=Path, default=root, metavar="DIR", help="知识库所在文件夹（默认为当前文件夹）")
    parser.add_argument("--today", type=date.fromisoformat, default=today, metavar="YYYY-MM-DD", help="以这一天为今天")
    parser.add_argument("--lang", choices=("zh", "en"), default=lang, help="消息语言")


def _today() -> date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


def _root(arguments: argparse.Namespace) -> Path:
    return find_root(arguments.root)


def _lang(arguments: argparse.Namespace) -> Lang:
    return "en" if arguments.lang == "en" else "zh"


def _check(arguments: argparse.Namespace) -> int:
    root = _root(arguments)
    _, findings = inspect(root, today=arguments.today)
    selected, ignored = _codes(arguments.select), _codes(arguments.ignore)
    paths = tuple(Path(p).resolve().relative_to(root).as_posix() for p in arguments.paths)
    shown = [
        f
        for f in findings
        if (not selected or f.code.startswith(selected))
        and not (ignored and f.code.startswith(ignored))
        and (not paths or any(f.place.file == p or f.place.file.startswith(p + "/") for p in paths))
    ]
    print(report.FORMATS[arguments.format](shown, root, _lang(arguments), colour=sys.stdout.isatty()))
    return int(blocking(shown))


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in text.split(",") if code.strip())
