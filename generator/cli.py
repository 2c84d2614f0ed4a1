"""The command line: parse, call, print, exit code; nothing else.

Commands live in modules that are imported when one of theirs is asked for, because reading standards takes longer to import
than a search takes to answer.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from generator.arguments import clock, general
from generator.diagnostics import CannotRun, why

MODULES = ("generator.commands", "generator.change_control", "generator.searching", "generator.training")
"""Each has `add_commands(command)`."""
ALONE = {"search": "generator.searching"}
"""Commands whose module is enough by itself."""
WITH_VALUE = {"-C", "--today", "--lang"}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command; returns 0 clean, 1 something blocks, 2 not done."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    argv = sys.argv[1:] if argv is None else argv
    arguments = _parser(_modules(argv)).parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except CannotRun as error:
        print(f"未完成：{error.message}\n   {error.hint}".rstrip(), file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"未完成：{why(error)}{f'：{error.filename}' if error.filename else ''}\n   检查路径和权限。", file=sys.stderr)
        return 2


class _Parser(argparse.ArgumentParser):
    """Says in Chinese what is wrong with the command line; exit code 2."""

    def error(self, message: str) -> NoReturn:
        for pattern, words in WRONG_USAGE:
            message = re.sub(pattern, words, message)
        self.exit(2, f"未完成：{message}\n   用法见 {self.prog} --help\n")


WRONG_USAGE = (
    (r"the following arguments are required: (.*)", r"缺少 \1"),
    (r"unrecognized arguments: (.*)", r"不认识 \1"),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", r"\1 不能写 \2；可以写 \3"),
    (r"argument (.*?): expected (?:one|at least one) argument", r"\1 后面要写一个值"),
    (r"argument (.*?): invalid fromisoformat value: (.*)", r"\1 的日期 \2 写法不对，应为 2026-04-01 的形式"),
    (r"argument (.*?): invalid \w+ value: (.*)", r"\1 的值 \2 不对"),
    (r"argument (.*?): (.*)", r"\1：\2"),
)
"""argparse's messages, and what editors are told."""


def _modules(argv: Sequence[str]) -> Sequence[str]:
    words = iter(argv)
    for word in words:
        if word in WITH_VALUE:
            next(words, None)
        elif not word.startswith("-"):
            return [ALONE[word]] if word in ALONE else MODULES
    return MODULES


def _parser(modules: Sequence[str] = MODULES) -> argparse.ArgumentParser:
    parser = _Parser(prog="stdbook", description="企业管理标准、工作标准：校验、网站、检查单、试题")
    general(parser, Path(), clock(), os.environ.get("STDBOOK_LANG", "zh"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], help: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help, description=help)
        sub.set_defaults(run=run)
        general(sub, *[argparse.SUPPRESS] * 3)
        return sub

    for module in modules:
        import_module(module).add_commands(command)
    return parser
