"""The commands of change control: parse, call, print, exit code; nothing else."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from generator.arguments import lang_of, root_of
from generator.diagnostics import blocking
from generator.history.compare import compare
from generator.history.gates import gates
from generator.history.impact import impact
from generator.report_changes import FORMATS, impact_json, impact_text

Command = Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]
SIDE = "git 的分支、标签、提交，或含有 standards/ 的文件夹"


def add_commands(command: Command) -> None:
    """Adds the commands to a parser; `command(name, run, help)` makes one."""
    diff = command("diff", _diff, "两个版本之间改了什么含义，按条款列出并分级")
    _sides(diff)
    diff.add_argument("--format", choices=tuple(FORMATS), default="text", help="输出格式（默认 text）")
    diff.add_argument("--gate", action="store_true", help="按 G8 规则把关：不放行时退出码为 1")

    touched = command("impact", _impact, "改动牵涉哪些条款、检查项、试题和岗位")
    _sides(touched)
    touched.add_argument("--json", action="store_true", help="输出 JSON")


def _sides(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", help=f"改动之前：{SIDE}")
    parser.add_argument("new", metavar="NEW", nargs="?", help="改动之后（默认为工作区）")


def _diff(arguments: argparse.Namespace) -> int:
    comparison = compare(root_of(arguments), arguments.old, arguments.new)
    found = gates(comparison) if arguments.gate else None
    print(FORMATS[arguments.format](comparison, found, lang_of(arguments)))
    return int(bool(comparison.in_meaning)) if found is None else int(blocking(found))


def _impact(arguments: argparse.Namespace) -> int:
    comparison = compare(root_of(arguments), arguments.old, arguments.new)
    touched = impact(comparison)
    print(impact_json(touched, comparison) if arguments.json else impact_text(touched, lang_of(arguments)))
    return int(bool(touched.changes))
