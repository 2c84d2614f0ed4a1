"""The commands of the item bank: parse, call, print, exit code; nothing else."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from generator.arguments import Command, edition_of, root_of, say_written
from generator.deliver import write
from generator.diagnostics import CannotRun
from generator.history.against import exported, outdated
from generator.history.stale import stale
from generator.items.bank import bank, refusals
from generator.items.basis import Resting, resting
from generator.items.coverage import coverage
from generator.model.corpus import Corpus, Document
from generator.outputs.bindings import confirmed
from generator.pipeline import load
from generator.report_items import coverage_json, coverage_text, refused_json, refused_text, stale_json, stale_text
from generator.text.nearest import nearest


def add_commands(command: Command) -> None:
    """Adds the commands to a parser; `command(name, run, help)` makes one."""
    questions = command("questions", _questions, "题库：哪些题该重读")
    questions.add_argument("--stale", action="store_true", help="列出所依据的内容改过、还没有重读的试题、检查项和英文")
    questions.add_argument(
        "--against", type=Path, metavar="FILE", help="列出先前导出的 quiz.json 或 export-report.json 里哪些题过时了"
    )
    questions.add_argument("--coverage", action="store_true", help="每个条款有几题、几个检查项；关键标准的哪些要求没有题")
    questions.add_argument("--lint", action="store_true", help="题库多少题，哪些题因选项或写法过不了关而没有出")
    questions.add_argument("--json", action="store_true", help="输出 JSON")

    confirm = command("confirm", _confirm, "记下：某道题、某个检查项或某条英文已重读，仍然正确")
    confirm.add_argument(
        "ref", metavar="REF", help="g206-01、g206-01#two-person-visit、g206-01.q-report-is-not-closing 或 g206-01.en.verify"
    )
    confirm.add_argument("--by", metavar="ROLE", required=True, help="重读的岗位或部门的标识")


def _questions(arguments: argparse.Namespace) -> int:
    if arguments.against:
        return _against(arguments)
    if arguments.coverage:
        covered = coverage(edition_of(arguments))
        print(coverage_json(covered) if arguments.json else coverage_text(covered))
        return int(bool(covered.unasked))
    if arguments.lint:
        edition = edition_of(arguments)
        refused = refusals(edition)
        print(refused_json(refused) if arguments.json else refused_text(refused, len(bank(edition))))
        return 0
    found = [*stale(load(root_of(arguments)))]
    print(stale_json(found) if arguments.json else stale_text(found))
    return int(bool(found))


def _against(arguments: argparse.Namespace) -> int:
    path: Path = arguments.against
    try:
        document = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError):
        raise CannotRun(f"{path} 不是 JSON 文件", "写 stdbook quiz 导出的 quiz.json 或 export-report.json。") from None
    if not any(exported(document)):
        raise CannotRun(f"{path} 里没有试题", "写 stdbook quiz 导出的 quiz.json 或 export-report.json。")
    found = [*outdated(document, bank(edition_of(arguments)))]
    print(stale_json(found) if arguments.json else stale_text(found))
    return int(bool(found))


def _confirm(arguments: argparse.Namespace) -> int:
    root = root_of(arguments)
    corpus = load(root)
    if arguments.by not in corpus.actors:
        near = nearest(arguments.by, corpus.actors)
        raise CannotRun(
            f"没有岗位 {arguments.by}", f"最接近的是 {near}。" if near else "岗位见 standards/registers/positions.yml。"
        )
    document, chosen = _chosen(arguments.ref, corpus)
    made = confirmed(document, corpus, chosen, by=arguments.by, day=arguments.today)
    say_written(write([made], root))
    for item in chosen:
        print(item.name, file=sys.stderr)
    print(f"已确认 {len(chosen)} 项，由{corpus.actors[arguments.by].zh}于 {arguments.today} 重读。", file=sys.stderr)
    return 0


def _chosen(ref: str, corpus: Corpus) -> tuple[Document, list[Resting]]:
    """What a reference names: a whole standard, all that rests on a clause, or one item. Raises CannotRun."""
    name, dot, _ = ref.partition(".")
    if dot and "#" not in ref and name in corpus.working:
        document = corpus.working[name]
        everything = list(resting(document, corpus))
        chosen = [item for item in everything if item.name == ref]
        near = nearest(ref, [item.name for item in everything])
    else:
        found = corpus.resolve(ref)
        if found is None:
            near = nearest(ref, corpus.working) or ""
            raise CannotRun(f"没有 {ref}", f"最接近的是 {near}。" if near else "写标准、条款、试题或检查项的标识。")
        document, near = corpus.working[found[0]], None
        chosen = [item for item in resting(document, corpus) if found[1] in (None, item.clause)]
    if not chosen:
        raise CannotRun(f"{ref} 没有试题、检查项或英文可确认", f"最接近的是 {near}。" if near else "")
    if lost := [item.name for item in chosen if item.basis is None]:
        raise CannotRun(f"{lost[0]} 依据的条款已删去", "先改它的 clause，再确认。")
    return document, chosen
