"""The commands of change control: parse, call, print, exit code; nothing else."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from generator import report
from generator.arguments import Command, lang_of, root_of, say_written
from generator.deliver import write
from generator.diagnostics import CannotRun, blocking
from generator.history.compare import compare
from generator.history.gates import gates
from generator.history.impact import impact
from generator.history.review import PRESSING, WITHIN, review
from generator.history.snapshot import snapshot
from generator.history.timeline import governing
from generator.load.folder import STANDARD_FILES
from generator.load.reader import read_bytes
from generator.model.edition import Edition
from generator.outputs.bundle import bundle
from generator.outputs.owners import owners
from generator.outputs.review import REVIEW_FORMATS
from generator.pipeline import inspect, load
from generator.report_changes import FORMATS, impact_json, impact_text
from generator.requesting import draft_of

NEXT_STEPS = (
    "下一步：stdbook diff HEAD 看改了什么；批准后把 status 改为 approved，"
    "写上 published 和 effective，review 的 last 改为发布日期。"
)
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

    asof = command("asof", _asof, "某一天执行的全部标准，打成可以核验的一包")
    asof.add_argument("date", type=date.fromisoformat, metavar="DATE", help="哪一天，如 2026-04-01")
    asof.add_argument("--out", type=Path, required=True, metavar="DIR", help="输出文件夹")

    due = command("review", _review, "要办的事：复审到期、法规变了、没有归口、豁免、英文落后")
    due.add_argument("--within", type=_days, default=WITHIN, metavar="DAYS", help=f"往后看多少天（默认 {WITHIN}）")
    due.add_argument("--format", choices=tuple(REVIEW_FORMATS), default="text", help="输出格式（默认 text）")

    request = command("draft", _draft, "填好的变更申请单变成草案：改限值、改条文、新增条款、新编标准")
    request.add_argument("form", type=Path, metavar="FORM.md", help="申请单的正文：代码托管平台上议题的 Markdown")

    code_owners = command("owners", _owners, "按归口部门生成 CODEOWNERS")
    code_owners.add_argument(
        "--team", default="@example/{dept}", metavar="T", help="部门在代码托管平台上的组名，{dept} 代表部门标识"
    )


def _sides(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", help=f"改动之前：{SIDE}")
    parser.add_argument("new", metavar="NEW", nargs="?", help="改动之后（默认为工作区）")


def _days(text: str) -> int:
    """A number of days from 0 to 36525."""
    if not text.isascii() or not text.isdigit() or int(text) > 36_525:
        raise argparse.ArgumentTypeError(f"{text} 应是 0～36525 的整数")
    return int(text)


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


def _asof(arguments: argparse.Namespace) -> int:
    root, day = root_of(arguments), arguments.date
    if arguments.out.exists() and (not arguments.out.is_dir() or any(arguments.out.iterdir())):
        raise CannotRun(f"{arguments.out} 不是空文件夹，没有写入", "换一个新的文件夹：包里不能混进别的文件。")
    corpus = snapshot(str(root), root)
    now = governing(corpus, day)
    files = {}
    for id, document in now.items():
        if document is not None:
            folder = (root / document.standard.place.file).parent
            names = [name for name in STANDARD_FILES if (folder / name).is_file()]
            files[id] = {name: read_bytes(folder / name, name) for name in names}
    shared = sorted((root / "standards" / "registers").glob("*.yml"))
    registers = {path.name: read_bytes(path, path.name) for path in shared}
    made = bundle(Edition(corpus.shown_on(day), (), day), now, files, registers, arguments.today)
    say_written(write(made, arguments.out))
    none = [id for id, document in now.items() if document is None]
    print(f"{day} 有 {len(files)} 项标准执行" + (f"，没有执行的：{'、'.join(none)}" if none else ""), file=sys.stderr)
    return 0


def _review(arguments: argparse.Namespace) -> int:
    root, today = root_of(arguments), arguments.today
    corpus, (_, findings) = load(root), inspect(root, today=today)
    matters = review(corpus, findings, today, arguments.within)
    print(REVIEW_FORMATS[arguments.format](matters, corpus, today, lang_of(arguments)))
    return int(any(matter.sort in PRESSING for matter in matters))


def _draft(arguments: argparse.Namespace) -> int:
    root = root_of(arguments)
    made = draft_of(arguments.form, root, arguments.today)
    say_written(write(made.files, root))
    if made.warnings:
        print(report.text(made.warnings, root, lang_of(arguments), colour=sys.stderr.isatty()), file=sys.stderr)
    print(NEXT_STEPS, file=sys.stderr)
    return 0


def _owners(arguments: argparse.Namespace) -> int:
    print(owners(load(root_of(arguments)), arguments.team))
    return 0
