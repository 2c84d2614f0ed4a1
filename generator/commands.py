"""The commands that read, write and publish standards: parse, call, print, exit code; nothing else."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from generator import report, rules
from generator.arguments import Command, count, edition_of, known_position, lang_of, root_of, say_written
from generator.deliver import build_site, serve_site, write
from generator.diagnostics import CannotRun, Diagnostic, Severity, blocking
from generator.items.bank import bank, for_position
from generator.items.forms import parallel_forms
from generator.load.folder import yaml_files
from generator.load.layout import canonical
from generator.load.reader import Refused, is_utf8, read_bytes
from generator.load.schema import schemas
from generator.model.corpus import Document
from generator.model.edition import Artifact, Edition
from generator.outputs.checklists import CHECKLIST_FORMATS
from generator.outputs.drafts import TO_WRITE, draft
from generator.outputs.exams import QUIZ_FORMATS
from generator.outputs.terminal import show_json, show_text
from generator.pipeline import inspect, load
from generator.text.nearest import nearest


def add_commands(command: Command) -> None:
    """Adds the commands to a parser; `command(name, run, help)` makes one."""
    check = command("check", _check, "检查全部标准，列出每个问题")
    check.add_argument("paths", nargs="*", metavar="PATH", help="只显示这些文件或文件夹的问题")
    check.add_argument("--format", choices=tuple(report.FORMATS), default="text", help="输出格式")
    check.add_argument("--select", default="", metavar="CODES", help="只显示这些规则（逗号分隔，可写前缀）")
    check.add_argument("--ignore", default="", metavar="CODES", help="不显示这些规则")

    build = command("build", _build, "检查后生成整个网站")
    build.add_argument("--site-dir", type=Path, default=Path("site"), metavar="DIR", help="网站文件夹（默认 site）")
    build.add_argument("--strict", action="store_true", help="有警告也不生成")

    serve = command("serve", _serve, "本机预览，保存 YAML 后浏览器自动刷新")
    serve.add_argument("--port", type=count, default=8000, help="端口（默认 8000）")

    show = command("show", _show, "在终端显示一项标准或一条条款")
    show.add_argument("ref", metavar="REF", help="g206-01、g206-01#two-person-visit 或 g206-01#5.2.3")
    show.add_argument("--json", action="store_true", help="输出 JSON")

    checklist = command("checklist", _checklist, "导出检查单")
    checklist.add_argument("refs", nargs="*", metavar="REF", help="标准（默认全部）")
    checklist.add_argument("--position", metavar="ID", help="只要这个岗位填写的标准")
    checklist.add_argument("--format", choices=tuple(CHECKLIST_FORMATS), default="pdf", help="格式（默认 pdf）")
    checklist.add_argument("--out", type=Path, required=True, metavar="DIR", help="输出文件夹")

    quiz = command("quiz", _quiz, "出试卷")
    quiz.add_argument("--standards", default="", metavar="ID,…", help="只从这些标准出题")
    quiz.add_argument("--position", metavar="ID", help="这个岗位应掌握的题")
    quiz.add_argument("--count", type=count, default=20, metavar="N", help="每份几题（默认 20）")
    quiz.add_argument("--forms", type=count, default=1, metavar="K", help="几份平行卷（默认 1）")
    quiz.add_argument("--seed", type=int, default=1, metavar="S", help="随机种子：相同则试卷相同")
    quiz.add_argument("--format", default="paper,json", metavar="F[,F…]", help=f"格式：{'、'.join(QUIZ_FORMATS)}")
    quiz.add_argument("--out", type=Path, required=True, metavar="DIR", help="输出文件夹")

    new = command("new", _new, "新建一项标准的草案")
    new.add_argument("kind", choices=("management", "work"), help="management 管理标准，work 工作标准")
    new.add_argument("id", metavar="ID", help="标识，如 g204-01、z302-01")
    new.add_argument("--title", metavar="T", required=True, help="名称")
    new.add_argument("--domain", metavar="NN", help="专业域（默认取标识中的两位）")
    new.add_argument("--position", metavar="P", help="适用岗位或班组（工作标准必写）")

    fmt = command("fmt", _fmt, "整理 YAML 的写法：缩进、引号、编号、标点，补上条款标识；内容不变")
    fmt.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="只整理这些文件或文件夹（默认全部）")
    fmt.add_argument("--check", action="store_true", help="只列出需要整理的文件，不改动")
    fmt.add_argument("--from-gbk", action="store_true", help="把 GBK（GB18030）编码的文件转成 UTF-8")

    schema = command("schema", _schema, "导出编辑器用的 JSON Schema")
    schema.add_argument("--out", type=Path, required=True, metavar="DIR", help="输出文件夹")

    explain = command("explain", _explain, "说明一条规则")
    explain.add_argument("code", metavar="CODE", help="规则代码，如 R201")


def _check(arguments: argparse.Namespace) -> int:
    root = root_of(arguments)
    _, findings = inspect(root, today=arguments.today)
    selected, ignored = _codes(arguments.select), _codes(arguments.ignore)
    paths = tuple(_inside(root, Path(p)) for p in arguments.paths)
    shown = [
        f
        for f in findings
        if (not selected or f.code.startswith(selected))
        and not (ignored and f.code.startswith(ignored))
        and (not paths or any(f.place.file == p or f.place.file.startswith(p + "/") for p in paths))
    ]
    print(report.FORMATS[arguments.format](shown, root, lang_of(arguments), colour=sys.stdout.isatty()))
    return int(blocking(shown))


def _inside(root: Path, path: Path) -> str:
    """A path below the root as findings name it. Raises CannotRun for one that is missing or elsewhere."""
    here = path.resolve() if path.exists() else (root / path).resolve()
    if not here.exists() or not here.is_relative_to(root):
        raise CannotRun(f"知识库里没有 {path}", f"写 {root} 之内的文件或文件夹。")
    return here.relative_to(root).as_posix()


def _codes(text: str) -> tuple[str, ...]:
    """Codes and prefixes of codes. Raises CannotRun for one that fits no rule."""
    codes = tuple(code.strip().upper() for code in text.split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in rules.CATALOGUE):
            raise CannotRun(f"没有规则 {code}", f"最接近的是 {nearest(code, rules.CATALOGUE) or 'S1'}。")
    return codes


def _build(arguments: argparse.Namespace) -> int:
    root = root_of(arguments)
    edition = edition_of(arguments)
    site = arguments.site_dir if arguments.site_dir.is_absolute() else root / arguments.site_dir
    warnings = [f for f in edition.findings if f.severity is Severity.WARNING]
    if arguments.strict and warnings:
        print(report.text(warnings, root, lang_of(arguments)), file=sys.stderr)
        return 1
    for id, errors in edition.held.items():
        print(f"草案 {id} 有 {errors} 个错误，没有发布；运行 stdbook check 查看。", file=sys.stderr)
    print(f"正在生成网站（{len(edition.documents)} 项标准）…", file=sys.stderr)
    build_site(root, site, today=arguments.today, strict=arguments.strict)
    print(f"网站已生成：{site}", file=sys.stderr)
    return 0


def _serve(arguments: argparse.Namespace) -> int:
    root = root_of(arguments)
    print(f"预览地址：http://127.0.0.1:{arguments.port}/（按 Ctrl+C 结束）", file=sys.stderr)
    return 2 if serve_site(root, today=arguments.today, port=arguments.port) else 0


def _show(arguments: argparse.Namespace) -> int:
    edition = edition_of(arguments)
    document, clause = _resolve(edition, arguments.ref)
    if arguments.json:
        print(json.dumps(show_json(document, clause, edition), ensure_ascii=False, indent=1))
    else:
        print(show_text(document, clause, edition))
    return 0


def _resolve(edition: Edition, ref: str) -> tuple[Document, str | None]:
    found = edition.corpus.resolve(ref)
    if found is None:
        name, _, clause = ref.partition("#")
        home = edition.documents.get(name)
        near = nearest(clause, (*home.entries, *home.numbers)) if home else nearest(name, edition.documents)
        raise CannotRun(f"没有 {ref}", f"最接近的是 {near}。" if near else "用 stdbook search 查找。")
    return edition.documents[found[0]], found[1]


def _checklist(arguments: argparse.Namespace) -> int:
    edition = edition_of(arguments)
    chosen = [_resolve(edition, ref)[0] for ref in arguments.refs] or list(edition.documents.values())
    if arguments.position:
        known_position(edition, arguments.position)
        chosen = [d for d in chosen if any(c.role == arguments.position for c in d.checklists)]
    chosen = [document for document in chosen if document.checklists]
    if not chosen:
        raise CannotRun("没有符合条件的检查单", "换一个标准或岗位。")
    make = CHECKLIST_FORMATS[arguments.format]
    say_written(write([Artifact(f"{d.id}.{arguments.format}", make(d, edition)) for d in chosen], arguments.out))
    return 0


def _quiz(arguments: argparse.Namespace) -> int:
    edition = edition_of(arguments)
    formats = [name.strip() for name in arguments.format.split(",") if name.strip()]
    if unknown := [name for name in formats if name not in QUIZ_FORMATS]:
        raise CannotRun(f"不认识的格式：{'、'.join(unknown)}", f"可用：{'、'.join(QUIZ_FORMATS)}。")
    items = bank(edition)
    title = "岗位标准考试"
    if arguments.standards:
        wanted = {_resolve(edition, ref)[0].id for ref in arguments.standards.split(",")}
        items = tuple(item for item in items if item.standard in wanted)
    if arguments.position:
        title = f"{known_position(edition, arguments.position)}岗位标准考试"
        items = for_position(items, arguments.position, edition)
    made = parallel_forms(items, count=arguments.count, forms=arguments.forms, seed=arguments.seed)
    say_written(write([a for name in formats for a in QUIZ_FORMATS[name](edition, made, title)], arguments.out))
    return 0


def _new(arguments: argparse.Namespace) -> int:
    root = root_of(arguments)
    corpus = load(root)
    year, post, domain = arguments.today.year, arguments.position, arguments.domain
    made = list(draft(arguments.kind, arguments.id, arguments.title, domain=domain, post=post, year=year, corpus=corpus))
    folder = root / "standards" / arguments.kind / arguments.id
    if folder.exists():
        raise CannotRun(f"{folder.relative_to(root)} 已经存在，没有改动", "换一个标识，或直接修改它。")
    say_written(write(made, folder))
    print(
        f"下一步：填写标有“{TO_WRITE}”的地方，然后运行 stdbook check standards/{arguments.kind}/{arguments.id}", file=sys.stderr
    )
    return 0


def _fmt(arguments: argparse.Namespace) -> int:
    root = root_of(arguments)
    wanted = [root / _inside(root, path) for path in arguments.paths]
    changed: list[Artifact] = []
    refused: list[Diagnostic] = []
    for path in yaml_files(root):
        if wanted and not any(path == w or path.is_relative_to(w) for w in wanted):
            continue
        name = path.relative_to(root).as_posix()
        try:
            raw = read_bytes(path, name)
            made = canonical(raw, path, name, gbk=arguments.from_gbk and not is_utf8(raw))
        except Refused as error:
            refused.append(error.finding)
            continue
        if made != raw:
            changed.append(Artifact(name, made))
    if not arguments.check:
        write(changed, root)
    own = root / "standards" / "schema"
    if own.is_dir() and not wanted and refused:
        print("standards/schema 没有更新：先改好读不懂的文件。", file=sys.stderr)
    elif own.is_dir() and not wanted:
        stale = [a for a in schemas(load(root)) if not (own / a.path).is_file() or (own / a.path).read_bytes() != a.content]
        changed += [Artifact(f"standards/schema/{a.path}", a.content) for a in stale]
        if not arguments.check:
            write(stale, own)
    for artifact in changed:
        print(artifact.path)
    if refused:
        print(report.text(refused, root, lang_of(arguments), colour=sys.stderr.isatty()), file=sys.stderr)
    said = "需要整理" if arguments.check else "已整理"
    print(f"{said} {len(changed)} 个文件，{len(refused)} 个文件读不懂、没有改动。", file=sys.stderr)
    return int(bool(refused) or (arguments.check and bool(changed)))


def _schema(arguments: argparse.Namespace) -> int:
    say_written(write(schemas(load(root_of(arguments))), arguments.out))
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    code = arguments.code.upper()
    if code not in rules.CATALOGUE:
        near = nearest(code, rules.CATALOGUE)
        raise CannotRun(f"没有规则 {arguments.code}", f"最接近的是 {near}。" if near else "规则见 docs/rules/。")
    print(report.explanation(code, lang_of(arguments)))
    return 0
