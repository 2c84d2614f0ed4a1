"""A change request, answered in an issue form: what was asked for, as edits of a standard."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.diagnostics import CannotRun
from generator.history.gates import SHORT
from generator.load.form import Answer, read_answers
from generator.load.layout import fresh_id
from generator.load.splice import Splice, Way
from generator.model.corpus import Corpus, Document
from generator.model.edition import Artifact
from generator.model.lifecycle import PUBLISHED, former_ids, number
from generator.model.node import MAX_DIGITS, NUMBER
from generator.model.prose import REFERENCE, bound, limit_uses, plain, record_code, subject
from generator.model.standard import Clause, Parameter, Status
from generator.outputs.drafts import draft
from generator.text.nearest import nearest
from generator.text.quantities import EVERY, UNITS, every

STANDARD, REASON, EFFECTIVE = "标准", "修改原因", "建议实施日期"
LIMIT, VALUE = "限值", "新的数值"
CLAUSE, TEXT, TITLE, TYPE = "条款", "新的条文", "标题", "类型"
AFTER, NEW_TEXT, ACTOR, PROOF = "放在哪一条后面", "新条款的条文", "行为主体", "证据或记录"
KIND, ID, NAME, POST, SCOPE, WHY = "类别", "标识", "名称", "适用岗位", "范围", "编写理由"

FORMS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "limit": ((STANDARD, LIMIT, VALUE, REASON), (EFFECTIVE,)),
    "text": ((STANDARD, CLAUSE, TEXT, REASON), (TITLE, TYPE, EFFECTIVE)),
    "clause": ((STANDARD, AFTER, NEW_TEXT, TYPE, REASON), (TITLE, ACTOR, PROOF, EFFECTIVE)),
    "standard": ((KIND, ID, NAME, WHY), (POST, SCOPE)),
}
"""The questions of each form: those that must be answered, those that may be."""
TELLING = {VALUE: "limit", TEXT: "text", NEW_TEXT: "clause", KIND: "standard"}
"""The question by which a form is known."""
TYPES = {"要求": "requirement", "指示": "instruction", "推荐": "recommendation", "允许": "permission", "陈述": "statement"}
SORTS = {"管理标准": "management", "工作标准": "work"}
UNCHANGED = "不变"
SIGNS = re.compile(r"^(?:≤|≥|=|<|>|不超过|不少于|不大于|不小于|等于)\s*")
VALUES = re.compile(r"\d+(?:\.\d+)?")
BETWEEN = r"[、,，;；\s]+"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an answer: its line, what, and what to do; in Chinese."""

    line: int
    what: str
    remedy: str


class Unanswerable(Exception):
    """Carries every problem of a form."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(*problems)
        self.problems = tuple(sorted(problems, key=lambda p: p.line))


@dataclass(frozen=True)
class Request:
    """A form whose questions are all there: `kind` as in FORMS."""

    kind: str
    answers: Mapping[str, Answer]

    def __getitem__(self, question: str) -> str:
        return self.answers[question].text if question in self.answers else ""

    @property
    def line(self) -> int:
        """Where the change itself is asked for."""
        return next(self.answers[question].line for question, kind in TELLING.items() if kind == self.kind)

    def wrong(self, question: str, what: str, remedy: str) -> Unanswerable:
        """A problem with one answer."""
        return Unanswerable([Problem(self.answers[question].line, f"“{question}”{what}", remedy)])


@dataclass(frozen=True, slots=True)
class Wish:
    """What a request asks of a standard that is there: `edit` carries it out."""

    document: Document
    edit: Callable[[Splice], None]


def read_request(text: str) -> Request:
    """The request in a filled-in form. Raises Unanswerable where a question is missing, doubled or not answered."""
    answers: dict[str, Answer] = {}
    problems: list[Problem] = []
    for answer in read_answers(text):
        if answer.question in answers:
            first = answers[answer.question].line
            problems.append(Problem(answer.line, f"“{answer.question}”回答了两次", f"第 {first} 行已有，留一个"))
        answers.setdefault(answer.question, answer)
    kinds = [kind for question, kind in TELLING.items() if question in answers]
    if len(kinds) != 1:
        known = "、".join(f"### {question}" for question in TELLING)
        what = "看不出是哪一种申请" if not kinds else "像是两种申请合在了一起"
        raise Unanswerable([Problem(1, what, f"从申请单的模板开始填；下面这些标题要有其中一个、只有一个：{known}")])
    needed, optional = FORMS[kinds[0]]
    for question in answers.keys() - {*needed, *optional}:
        near = nearest(question, (*needed, *optional))
        remedy = f"最接近的是“{near}”" if near else f"这张申请单的标题是：{'、'.join((*needed, *optional))}"
        problems.append(Problem(answers[question].line, f"不认识标题“{question}”", remedy))
    for question in needed:
        if question not in answers:
            problems.append(Problem(1, f"缺少“{question}”", f"加上一行 ### {question}，下面写回答"))
        elif not answers[question].text:
            problems.append(Problem(answers[question].line, f"“{question}”没有填", "在标题下面写上回答"))
    reason = next((answers[q] for q in (REASON, WHY) if q in answers), None)
    if reason and 0 < len(reason.text.strip("。 ")) < SHORT:
        problems.append(Problem(reason.line, f"“{reason.question}”太短", f"写清为什么改、改了什么，不少于 {SHORT} 个字"))
    if problems:
        raise Unanswerable(problems)
    return Request(kinds[0], answers)


def new_standard(request: Request, corpus: Corpus, today: date) -> Iterator[Artifact]:
    """The files of a standard that is asked for, below the root. Raises Unanswerable."""
    sort = SORTS.get(request[KIND])
    if sort is None:
        raise request.wrong(KIND, f"写的是“{request[KIND]}”", f"选一个：{'、'.join(SORTS)}")
    if request[ID] in corpus.working:
        raise request.wrong(ID, f" {request[ID]} 已经有了", "换一个标识；要改它就用“改限值”“改条文”的申请单")
    post = next((p.id for p in corpus.registers.positions if p.zh == request[POST]), request[POST]) or None
    try:
        made = list(draft(sort, request[ID], request[NAME], domain=None, post=post, year=today.year, corpus=corpus))
    except CannotRun as error:
        asked = next((q for q, word in ((NAME, "名称"), (POST, "岗位"), (POST, "工作标准")) if word in error.message), ID)
        line = request.answers.get(asked, request.answers[ID]).line
        raise Unanswerable([Problem(line, error.message, error.hint.rstrip("。"))]) from None
    folder = f"standards/{sort}/{request[ID]}"
    for artifact in made:
        content = artifact.content
        if artifact.path == "standard.yml":
            splice = Splice(content, f"{folder}/{artifact.path}")
            if request[SCOPE]:
                splice.put(("scope",), request[SCOPE])
            splice.add(("changelog",), {"version": "0.1.0", "date": today.isoformat(), "reason": _sentence(request[WHY])})
            content = splice.made()
        yield Artifact(f"{folder}/{artifact.path}", content)


def wish(request: Request, corpus: Corpus) -> Wish:
    """What a request asks of a standard. Raises Unanswerable where its answers fit nothing that is there."""
    document = _document(request, corpus)
    if request[EFFECTIVE]:
        _day(request)
    return {"limit": _limit, "text": _text, "clause": _clause}[request.kind](request, document, corpus)


def drafted(request: Request, wish: Wish, files: Mapping[str, bytes], clauses: Sequence[str], today: date) -> Iterator[Artifact]:
    """The files of the draft below the root: the changed text as the next version with its record, the version kept.

    `files` are those of the working text by name, `clauses` the ids of what changed. A text that is still a draft
    keeps its version, and its record grows.
    """
    standard = wish.document.standard
    path = standard.place.file
    folder = path.rpartition("/")[0]
    splice = Splice(files["standard.yml"], path)
    wish.edit(splice)
    version = standard.version
    if standard.status in PUBLISHED:
        major, minor, _ = number(version)
        version = f"{major}.{minor + 1}.0"
        splice.put(("status",), Status.DRAFT.value)
        splice.put(("version",), version)
        splice.drop("published")
        for name, content in files.items():
            kept = content.replace(b"$schema=../../schema/", b"$schema=../../../../schema/")
            yield Artifact(f"{folder}/versions/{standard.version}/{name}", kept)
        if not request[EFFECTIVE]:
            splice.drop("effective")
    if request[EFFECTIVE]:
        splice.put(("effective",), _day(request).isoformat())
    reason = _sentence(request[REASON])
    at = next((i for i, entry in enumerate(standard.changelog) if entry.version == version), None)
    if at is None:
        splice.add(("changelog",), _entry(version, today, clauses, reason))
    else:
        entry = standard.changelog[at]
        splice.put(("changelog", at, "date"), max(today, entry.date).isoformat())
        if named := list(dict.fromkeys((*entry.clauses, *clauses))):
            splice.put(("changelog", at, "clauses"), named)
        splice.put(("changelog", at, "reason"), entry.reason + reason)
    yield Artifact(path, splice.made())


def _entry(version: str, today: date, clauses: Sequence[str], reason: str) -> dict[str, str | list[str]]:
    entry: dict[str, str | list[str]] = {"version": version, "date": today.isoformat()}
    return entry | ({"clauses": list(clauses)} if clauses else {}) | {"reason": reason}


def _sentence(text: str) -> str:
    return f"{text.rstrip('。. ')}。"


def _day(request: Request) -> date:
    try:
        return date.fromisoformat(request[EFFECTIVE])
    except ValueError:
        raise request.wrong(EFFECTIVE, f"写的是“{request[EFFECTIVE]}”", "写成 2027-01-01 的形式，未定就空着") from None


def _document(request: Request, corpus: Corpus) -> Document:
    asked = request[STANDARD]
    words = [asked, *asked.split(), re.sub(r"[《》\s]", "", asked), "".join(asked.split()[:2])]
    by_title = {d.standard.title: d for d in corpus.working.values()}
    for word in words:
        if word in by_title:
            return _open(request, by_title[word])
        if found := corpus.resolve(word.partition("#")[0]):
            return _open(request, corpus.working[found[0]])
    near = nearest(words[-2], by_title) or nearest(asked, corpus.working)
    known = by_title[near].id if near in by_title else near
    remedy = f"最接近的是 {known}{f'（{near}）' if near != known else ''}" if known else "写标识，如 g206-01，见网站的“标准”页"
    raise request.wrong(STANDARD, f"“{asked}”没有这项标准", remedy)


def _open(request: Request, document: Document) -> Document:
    if document.standard.status is Status.WITHDRAWN or document.standard.withdrawn or document.standard.superseded_by:
        raise request.wrong(STANDARD, f" {document.id} 已废止或被代替，不再修改", "写代替它的标准")
    return document


def _found(request: Request, question: str, document: Document) -> str | None:
    """The clause that an answer names by id, number or reference."""
    asked = request[question].rpartition("#")[2].strip()
    asked = re.sub(r"^第\s*|\s*条$", "", asked)
    for word in (asked, *asked.split()[:1]):
        if word in document.entries:
            return word
        if word in document.numbers:
            return document.numbers[word]
    return None


def _way(clauses: Sequence[Clause], id: str, above: Way = ("clauses",)) -> Way | None:
    """Where a clause stands in the file."""
    for index, clause in enumerate(clauses):
        here: Way = (*above, index)
        if clause.id == id:
            return here
        if found := _way(clause.clauses, id, (*here, "clauses")):
            return found
    return None


def _known_clause(request: Request, question: str, document: Document) -> tuple[str, Way]:
    id = _found(request, question, document)
    if id is None:
        near = nearest(request[question], (*document.entries, *document.numbers))
        remedy = f"最接近的是 {near}" if near else f"写 {document.id} 的条款编号或标识，如 5.2.3，见网站上这项标准的页面"
        raise request.wrong(question, f"“{request[question]}”没有这一条", remedy)
    way = _way(document.standard.clauses, id)
    if way is None:
        remedy = "范围、引用文件和术语不用这张申请单，另提一个普通的议题"
        raise request.wrong(question, f"第 {document.entries[id].number} 条属于第 1～3 章", remedy)
    return id, way


# --- a limit ---


def _limit(request: Request, document: Document, corpus: Corpus) -> Wish:
    parameter = _parameter(request, document)
    if parameter.kind in ("same_day", "permanent"):
        remedy = "改类别要同时改条文：另提一个普通的议题，由编辑人改 kind"
        raise request.wrong(LIMIT, f" {parameter.id} 是“{bound(parameter)}”，没有数值可改", remedy)
    values, unit = _quantity(request, parameter)
    same = (values[0], values[-1] if parameter.kind == "range" else None, unit)
    if same == (parameter.value, parameter.upper, parameter.unit):
        raise request.wrong(VALUE, f"与现在的一样：{bound(parameter)}", "写新的数值，或关闭这个申请")
    way: Way = ("parameters", list(document.parameters).index(parameter.id))

    def edit(splice: Splice) -> None:
        for key, old, new in (("value", parameter.value, values[0]), ("upper", parameter.upper, values[-1])):
            if old is not None and old != new:
                splice.put((*way, key), f"{new:f}")
        if unit != parameter.unit:
            splice.put((*way, "unit"), unit)

    return Wish(document, edit)


def _parameter(request: Request, document: Document) -> Parameter:
    asked = request[LIMIT]
    id = asked.strip("{}` ").rpartition("#")[2]
    if id in document.parameters:
        return document.parameters[id]
    named = [p for p in document.standard.parameters if asked in (p.subject, subject(p, document))]
    clause = _found(request, LIMIT, document)
    if clause:
        named = [
            document.parameters[p] for p, uses in limit_uses(document).items() if clause in uses and p in document.parameters
        ]
    if len(named) == 1:
        return named[0]
    if named:
        listed = "、".join(f"{p.id}（{subject(p, document)} {bound(p)}）" for p in named)
        raise request.wrong(LIMIT, f"“{asked}”有 {len(named)} 个限值", f"写其中一个的标识：{listed}")
    if clause:
        raise request.wrong(LIMIT, f"“{asked}”这一条没有限值", "写限值的标识，或引用它的条款的编号")
    near = nearest(id, document.parameters) or nearest(asked, [p.subject for p in document.standard.parameters])
    remedy = f"最接近的是 {near}" if near else "写限值的标识（如 p-verify）或引用它的条款的编号，见网站的“限值一览”"
    raise request.wrong(LIMIT, f"“{asked}”在 {document.id} 里没有", remedy)


def _quantity(request: Request, parameter: Parameter) -> tuple[list[Decimal], str]:
    """The values and the unit of an answer: as they are printed, as a number alone, with or without a sign before them."""
    typed = SIGNS.sub("", _narrow(request[VALUE]))
    found = VALUES.findall(typed)
    two = parameter.kind == "range"
    values = [Decimal(value) for value in found] or ([Decimal(1)] if parameter.kind == "frequency" else [])
    for unit in EVERY if parameter.kind == "frequency" else UNITS:
        if _squeezed(typed) in _spellings(values, unit, two):
            return values, unit
    alone = VALUES.sub("", typed).strip("～~—-– ") == "" and len(found) == 1 + two
    if alone and parameter.unit and all(NUMBER.fullmatch(value) and len(value) <= MAX_DIGITS for value in found):
        return values, parameter.unit
    shape = "两个数，如 3～5" if two else "一个数，可带单位，如 28 个工作日"
    shape = "如 每月、每年 2 次" if parameter.kind == "frequency" else shape
    raise request.wrong(VALUE, f"“{request[VALUE]}”读不出来", f"现在是 {bound(parameter)}；写{shape}")


def _spellings(values: Sequence[Decimal], unit: str, two: bool) -> set[str]:
    """The ways in which people write a quantity, without blanks."""
    if len(values) != 1 + two:
        return set()
    ends = {unit, UNITS[unit].zh}
    if two:
        return {_squeezed(f"{values[0]}{first}～{values[1]}{end}") for end in ends for first in (end, "")}
    made = {f"{values[0]}{end}" for end in ends}
    if unit in EVERY:
        made |= {every(values[0], unit), f"{EVERY[unit][0]}{values[0]}次"}
    return {_squeezed(spelling) for spelling in made}


def _narrow(text: str) -> str:
    """Digits and signs in their half-width form; superscripts stay."""
    return "".join(unicodedata.normalize("NFKC", c) if "！" <= c <= "～" and c != "～" else c for c in text).strip()


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", re.sub(r"[~—–-]", "～", text))


# --- words ---


def _text(request: Request, document: Document, corpus: Corpus) -> Wish:
    id, way = _known_clause(request, CLAUSE, document)
    clause = document.entries[id].clause
    if clause.text is None:
        below = "、".join(document.entries[c.id].number for c in clause.clauses[:3])
        raise request.wrong(CLAUSE, f"第 {document.entries[id].number} 条是标题，没有条文", f"写它下面的一条，如 {below}")
    said = _referring(request[TEXT], clause.text, document, corpus)
    type_, title = _type(request), request[TITLE]
    if (said, type_ or clause.type, title or clause.title) == (clause.text, clause.type, clause.title):
        raise request.wrong(TEXT, "与现在的一样", "写新的条文，或关闭这个申请")

    def edit(splice: Splice) -> None:
        for key, old, new in (("text", clause.text, said), ("type", clause.type, type_), ("title", clause.title, title)):
            if new and new != old:
                splice.put((*way, key), new)

    return Wish(document, edit)


def _referring(said: str, before: str, document: Document, corpus: Corpus) -> str:
    """The new words with the references of the old ones, where they were copied from a page as they are shown there."""
    for raw in dict.fromkeys(found[0] for found in REFERENCE.finditer(before)):
        shown = plain(raw, document, corpus)
        if raw not in said and len(re.findall(re.escape(shown), said)) == 1:
            said = re.sub(rf" ?{re.escape(shown)} ?", lambda _: raw, said)  # noqa: B023
    return said


def _type(request: Request) -> str | None:
    asked = request[TYPE]
    if not asked or asked == UNCHANGED:
        return None
    word = re.sub(r"（[^（）]*）$", "", asked)
    if word in TYPES:
        return TYPES[word]
    raise request.wrong(TYPE, f"写的是“{asked}”", f"选一个：{'、'.join(TYPES)}")


def _clause(request: Request, document: Document, corpus: Corpus) -> Wish:
    anchor, way = _known_clause(request, AFTER, document)
    type_ = _type(request)
    if type_ is None:
        raise request.wrong(TYPE, "没有选", f"选一个：{'、'.join(TYPES)}")
    text, title = request[NEW_TEXT], request[TITLE]
    used = {*document.entries, *former_ids(document.standard)}
    entry: dict[str, str | list[str]] = {"id": fresh_id(f"{document.id} {title} {text}", used)}
    entry |= {"title": title} if title else {}
    entry |= {"type": type_, "text": text}
    if request[ACTOR]:
        entry["actor"] = list(_actors(request, corpus))
    entry |= _proof(request, document)
    inside = document.entries[anchor].clause.clauses
    where: Way = (*way, "clauses") if inside else way[:-1]
    at = len(inside) if inside else int(way[-1]) + 1
    return Wish(document, lambda splice: splice.add(where, entry, at))


def _actors(request: Request, corpus: Corpus) -> Iterable[str]:
    by_name = {actor.zh: actor.id for actor in corpus.actors.values()}
    for word in filter(None, re.split(BETWEEN, request[ACTOR])):
        if word in corpus.actors or word in by_name:
            yield by_name.get(word, word)
            continue
        near = nearest(word, (*by_name, *corpus.actors))
        raise request.wrong(ACTOR, f"没有岗位“{word}”", f"最接近的是 {near}" if near else "写岗位或部门的名称，见网站的“岗位”页")


def _proof(request: Request, document: Document) -> dict[str, str | list[str]]:
    """A record form of the standard by its id, code or name, else evidence in words."""
    asked = request[PROOF]
    names = {name: r.id for r in document.standard.records for name in (r.id, record_code(document, r), r.name)}
    words = [word.strip("{}《》") for word in re.split(BETWEEN, asked) if word]
    if words and all(word in names for word in words):
        return {"records": [names[word] for word in words]}
    for word in words:
        if re.fullmatch(r"jl-\d+|JL-.*", word) and word not in names:
            raise request.wrong(PROOF, f"没有表单“{word}”", f"{document.id} 的表单：{'、'.join(names) or '无'}；或用文字写证据")
    return {"evidence": asked} if asked else {}
