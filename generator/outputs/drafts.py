"""A draft to start from: the four files of a new standard, with marks where something is to be written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Template

from generator.checks.sentences import UNWRITTEN
from generator.diagnostics import CannotRun
from generator.model.corpus import Corpus
from generator.model.edition import Artifact
from generator.model.node import STANDARD_ID
from generator.model.registers import Position
from generator.text.nearest import nearest

TO_WRITE = UNWRITTEN[0]
LETTERS = {"management": ("g2", "管理标准以 g2 开头，如 g204-01"), "work": ("z3", "工作标准以 z3 开头，如 z302-01")}
TEMPLATES = Path(__file__).parent.parent.parent / "templates" / "new"


def draft(
    kind: str, id: str, title: str, *, domain: str | None, post: str | None, year: int, corpus: Corpus
) -> Iterator[Artifact]:
    """The files of a new standard; it checks without errors. Raises CannotRun when its name or post cannot be.

    The owner and the practices come from the catalogue where the standard is planned there.
    """
    letter, form = LETTERS[kind]
    if not re.match(STANDARD_ID, id) or not id.startswith(letter):
        raise CannotRun(f"标识 {id} 不对", f"{form}。")
    if not title.strip():
        raise CannotRun("名称是空的", "写上名称，如 --title 电能计量装置管理。")
    if set("{}｛｝\n") & set(title):
        raise CannotRun("名称里不能有花括号和换行", "只写文字，如 电能计量装置管理。")
    known = {entry.id for entry in corpus.settings.domains}
    if (domain or id[2:4]) != id[2:4] or id[2:4] not in known:
        raise CannotRun(f"专业域 {domain or id[2:4]} 不对", f"标识的第 3、4 位就是专业域；已登记：{'、'.join(sorted(known))}。")
    departments = corpus.registers.departments
    if len(departments) < 2:
        raise CannotRun("登记的部门不足两个", "先在 standards/registers/departments.yml 登记部门。")
    planned = corpus.catalogue.get(id)
    owner = next((d for d in departments if planned and d.id == planned.dept), departments[0])
    other = next(d for d in departments if d is not owner)
    position = _position(kind, post, corpus)
    words = {
        "id": id,
        "code": f"Q/{corpus.settings.code} {id[1:4]}.{id[5:]}—{year}",
        "title": json.dumps(title, ensure_ascii=False),
        "subject": re.sub(r"[\s:#{}\[\],&*!|>'\"%@`]", "", title).removesuffix("管理"),
        "domain": id[2:4],
        "owner": owner.id,
        "owner_name": owner.zh,
        "other": other.id,
        "other_name": other.zh,
        "rows": ", ".join(planned.seed_rows if planned else ()),
        "post": position.id if position else "",
        "post_name": position.zh if position else "",
    }
    for path in sorted((TEMPLATES / kind).iterdir()):
        yield Artifact(path.name, Template(path.read_text("utf-8")).substitute(words).encode())


def _position(kind: str, post: str | None, corpus: Corpus) -> Position | None:
    if kind == "management":
        if post:
            raise CannotRun("管理标准不写 --position", "岗位的标准用 stdbook new work。")
        return None
    position = next((p for p in corpus.registers.positions if p.id == post), None)
    if named := next((p for p in corpus.registers.positions if p.zh == post), None):
        raise CannotRun(f"{post} 要写标识", f"“{post}”的标识是 {named.id}。")
    if position is None:
        near = nearest(post, [p.id for p in corpus.registers.positions]) if post else None
        hint = f"最接近的是 {near}。" if near else "岗位见 standards/registers/positions.yml。"
        raise CannotRun(f"没有岗位 {post}" if post else "工作标准要写 --position", hint)
    if position.id in corpus.posts:
        raise CannotRun(f"{position.zh}已有工作标准 {corpus.posts[position.id].id}", "直接修改它。")
    return position
