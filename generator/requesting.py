"""A change request tried out on a copy of the knowledge base: its draft is kept only if it checks and passes the gate."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.deliver import write
from generator.diagnostics import CannotRun, Diagnostic, Severity
from generator.history.change import Grade
from generator.history.compare import Comparison
from generator.history.diff import diff
from generator.history.gates import gates
from generator.history.snapshot import snapshot
from generator.load.folder import STANDARD_FILES
from generator.load.reader import Refused, read, read_bytes
from generator.load.splice import Splice
from generator.model.corpus import Corpus
from generator.model.edition import Artifact
from generator.outputs.requests import Problem, Request, Unanswerable, drafted, new_standard, read_request, wish
from generator.pipeline import inspect


@dataclass(frozen=True, slots=True)
class Drafted:
    """The files of a draft below the root, and the warnings that it brings."""

    files: Sequence[Artifact]
    warnings: Sequence[Diagnostic]


def draft_of(form: Path, root: Path, today: date) -> Drafted:
    """The draft that a filled-in form asks for; it checks without errors and passes the gate, and nothing is written.

    Raises CannotRun with every problem of the form, its line and what to do.
    """
    try:
        request = read_request(read(form, str(form)))
        before = snapshot(str(root), root)
        with tempfile.TemporaryDirectory(prefix="stdbook-") as temporary:
            return _tried(request, before, root, Path(temporary), today)
    except Refused as refused:
        where = refused.finding.place
        raise CannotRun(f"{where.file}:{where.line} {refused.finding.message()}", refused.finding.hint()) from None
    except Unanswerable as error:
        told = [f"{form}:{p.line}：{p.what}\n      改法：{p.remedy}。" for p in error.problems]
        raise CannotRun(f"{form} 有 {len(told)} 处要改，没有写入任何文件", "\n   ".join(told)) from None


def _tried(request: Request, before: Corpus, root: Path, copy: Path, today: date) -> Drafted:
    shutil.copytree(root / "standards", copy / "standards", ignore=shutil.ignore_patterns("schema"))
    if request.kind == "standard":
        files = list(new_standard(request, before, today))
    else:
        asked = wish(request, before)
        path = asked.document.standard.place.file
        folder = (root / path).parent
        found = {name: read_bytes(folder / name, name) for name in STANDARD_FILES if (folder / name).is_file()}
        splice = Splice(found["standard.yml"], path)
        asked.edit(splice)
        write([Artifact(path, splice.made())], copy)
        changes = [c for c in diff(before, _readable(request, copy)) if c.kind != "question" and c.grade is not Grade.META]
        refs = [ref for c in changes for ref in (c.ref, *c.also) if ref.startswith(f"{asked.document.id}#")]
        clauses = list(dict.fromkeys(ref.partition("#")[2] for ref in refs))
        files = list(drafted(request, asked, found, clauses, today))
    if taken := next((a.path for a in files if "/versions/" in a.path and (root / a.path).exists()), None):
        raise CannotRun(f"{taken} 已经有了，没有写入", "这一版已经留存过：先把正文的 version 改成下一版。")
    write(files, copy)
    after = _readable(request, copy)
    fresh = _fresh(root, copy, today)
    stopped = [f for f in fresh if f.severity is Severity.ERROR]
    comparison = Comparison("", "", before, after, diff(before, after))
    stopped += [f for f in gates(comparison) if f.severity is Severity.ERROR]
    if stopped:
        raise Unanswerable([_told(finding, request) for finding in stopped])
    return Drafted(files, [f for f in fresh if f.severity is Severity.WARNING])


def _readable(request: Request, copy: Path) -> Corpus:
    try:
        return snapshot(str(copy), copy)
    except CannotRun as error:
        problem = Problem(request.line, error.message.replace(str(copy), "写进标准以后"), error.hint.rstrip("。"))
        raise Unanswerable([problem]) from None


def _fresh(root: Path, copy: Path, today: date) -> list[Diagnostic]:
    """What is found in the copy and not already at the root, wherever it stands there."""
    known = {(f.code, f.place.file, f.facts) for f in inspect(root, today=today)[1]}
    return [f for f in inspect(copy, today=today)[1] if (f.code, f.place.file, f.facts) not in known]


def _told(finding: Diagnostic, request: Request) -> Problem:
    where = f"{finding.place.file.removeprefix('standards/')}:{finding.place.line}"
    what = f"写进标准以后不合规则 {finding.code}（{where}）：{finding.message()}"
    return Problem(request.line, what, finding.hint().rstrip("。"))
