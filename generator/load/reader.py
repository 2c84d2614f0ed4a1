"""Reads YAML as text with places: no implicit types, no tags, no anchors, no duplicate keys.

Every scalar stays the text that was typed (`1.10`, `on`, `08:30`); the model decides its type. Text that could
hold an anchor, a tag or a nesting deep enough to hurt is walked event by event before anything is composed; all
other text, which is nearly all, goes straight to the composer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator import rules
from generator.diagnostics import KEY_ITSELF, Diagnostic, Key, Place, why
from generator.model.node import PLACE_KEY

MAX_BYTES = 1 << 20
MAX_DEPTH = 40
MAX_ENTRIES = 5_000
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
SIGN = re.compile(r"(?:^|[\s\[{,:-])[&*!]", re.MULTILINE)
MANY_BRACKETS = 10_000
CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
CUT_OFF = re.compile(r"[^\s#][^\S\n]+#")
FULL_WIDTH_COLON = re.compile(r"^\s*(?:-\s+)?[\w\u4e00-\u9fff]+：")


PROBLEMS = {
    "did not find expected key": (
        "缩进没有对齐，或引号后面多了文字",
        "indentation is off, or text follows a closing quote",
    ),
    "did not find expected '-' indicator": ("列表项没有对齐，或少了“- ”", "list entries do not line up"),
    "mapping values are not allowed": (
        "一行里有两个“: ”，或上一行没有写完",
        "two ': ' on a line, or an unfinished line above",
    ),
    "found unexpected end of stream": ("引号没有配对，一直找到文件末尾", "a quote is never closed"),
    "could not find expected ':'": ("这一行缺少冒号和空格", "a colon and a space are missing"),
    "did not find expected ',' or ']'": ("方括号 [ ] 没有配对，或少了逗号", "brackets [ ] are not paired, or a comma is missing"),
    "did not find expected ',' or '}'": ("花括号 { } 没有配对，或少了逗号", "braces { } are not paired, or a comma is missing"),
    "found character that cannot start any token": (
        '文字不能以 @、`、% 开头：整句加双引号，如 unit: "%"',
        'text cannot begin with @, ` or %: quote it, as in unit: "%"',
    ),
    "found unknown escape character": ("双引号里的反斜杠 \\ 有特殊意义", "a backslash has a special meaning in double quotes"),
    "block sequence entries are not allowed": ("“- ”不能写在键的同一行", "'- ' cannot stand on the line of its key"),
    "did not find expected node content": ("多了一个逗号，或这里少了内容", "a comma too many, or content is missing"),
    "did not find expected comment or line break": ("“|”“>”后面不能接文字", "no text may follow | or >"),
    "did not find expected alphabetic": ("文字不能以 & 或 * 开头", "text cannot begin with & or *"),
    "did not find expected <document start>": ("缩进回到了最左边，或上面的内容已经结束", "the text above has already ended"),
    "conflict": ("有没处理完的合并冲突：两种写法留一种，删去带 <<<<<<< ======= >>>>>>> 的三行", "an unresolved merge conflict"),
    "unclosed": ("这一行的引号没有收尾", "the quote on this line is never closed"),
    "no colon": ("冒号后面要空一格（半角空格）", "a half-width space is needed after the colon"),
    "flow": ('以 { 或 [ 开头的句子整句加双引号，如 text: "{p-…}以上……"', "quote a sentence that begins with { or ["),
    "nested": ("引号里面又有引号：里面的用中文引号“ ”", "quotes within quotes: use “ ” inside"),
    "broken": ("这一行不是字段也不是列表项：上一句断成了两行，接回去", "neither field nor entry: join it to the line above"),
    "no space": ("“-”后面要有一个空格", "a space is needed after '-'"),
    "complex key": ("键写得太复杂", "the key is too complex"),
}
"""The beginnings of libyaml's messages, and what editors are told."""


class Refused(Exception):
    """Carries the one Diagnostic that makes a file unreadable."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.code)
        self.finding = finding


def read(path: Path, name: str) -> str:
    """The text of a file: UTF-8, with or without a byte order mark, lines ending in LF or CRLF.

    `name` is the file as findings show it. Raises Refused for a file that cannot be read, is too large, is in
    another encoding or holds characters that nobody can see.
    """
    text = decoded(read_bytes(path, name), name)
    _refuse_characters(text, name)
    return text


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of a file. Raises Refused for one that cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Refused(rules.S101.at(Place(name), why=why(error))) from None
    if len(raw) > MAX_BYTES:
        raise Refused(rules.S104.at(Place(name), what="文件", limit=f"{MAX_BYTES} 字节"))
    return raw


def parse(text: str, name: str) -> object:
    """Nested dicts, lists and strings; each dict holds its Place under `@place`, an empty plain scalar is None.

    Raises Refused for text that is not the plain kind of YAML that we read.
    """
    if conflict := CONFLICT.search(text):
        raise Refused(_not_yaml(Place(name, text.count("\n", 0, conflict.start()) + 1), "conflict"))
    try:
        if _suspect(text):
            _guard(text, name)
        node = yaml.compose(text, Loader=_Untyped)
    except yaml.MarkedYAMLError as error:
        raise Refused(_syntax(error, text, name)) from None
    if node is None:
        raise Refused(rules.S106.at(Place(name)))
    if isinstance(node, yaml.ScalarNode) and FULL_WIDTH_COLON.match(node.value):
        raise Refused(rules.S107.at(_place(node.start_mark, name)))
    return _construct(node, name, 1)


def is_utf8(raw: bytes) -> bool:
    """Whether bytes are text in UTF-8."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def decoded(raw: bytes, name: str) -> str:
    """The text of a file in UTF-8. Raises Refused for another encoding."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused(rules.S102.at(Place(name), encoding="UTF-16", file=name))
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        try:
            raw.decode("gb18030")
            encoding = "GBK/GB18030"
        except UnicodeDecodeError:
            encoding = "无法辨认"
        raise Refused(rules.S102.at(Place(name, line), encoding=encoding, file=name)) from None


def _refuse_characters(text: str, name: str) -> None:
    if found := FORBIDDEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        raise Refused(rules.S103.at(Place(name, line, column), code=f"U+{ord(found[0]):04X}"))


class _Untyped(yaml.CSafeLoader):
    """Resolves no scalar to a type: every tag is what the kind of node says."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        return TAGS[kind]

    def descend_resolver(self, current_node: Any, current_index: Any) -> None: ...

    def ascend_resolver(self) -> None: ...


TAGS: dict[type[yaml.Node], str] = {
    yaml.ScalarNode: yaml.CSafeLoader.DEFAULT_SCALAR_TAG,
    yaml.SequenceNode: yaml.CSafeLoader.DEFAULT_SEQUENCE_TAG,
    yaml.MappingNode: yaml.CSafeLoader.DEFAULT_MAPPING_TAG,
}


def empty(node: object) -> Iterator[Diagnostic]:
    """Keys that have no value, also those that may be left out: an emptied line says nothing."""
    if isinstance(node, dict):
        for key, value in node.items():
            if value is None:
                yield rules.S117.at(node[PLACE_KEY][key], key=key)
            elif not isinstance(value, str):
                yield from empty(value)
    elif isinstance(node, list):
        for value in node:
            if not isinstance(value, str):
                yield from empty(value)


def _suspect(text: str) -> bool:
    """True where an anchor, an alias, a tag or a crushing depth is possible (libyaml bears some 20,000 levels)."""
    signs = any(sign in text for sign in "&*!") and SIGN.search(text)
    return bool(signs) or text.count("[") + text.count("{") > MANY_BRACKETS or "- - - - - - - - " in text or "? ? ? ? " in text


def _guard(text: str, name: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        place = _place(event.start_mark, name)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Refused(rules.S105.at(place, what="& 或 *"))
        if getattr(event, "tag", None):
            raise Refused(rules.S105.at(place, what="!"))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise Refused(rules.S104.at(place, what=f"{depth} 层", limit=f"{MAX_DEPTH} 层"))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _place(mark: Any, name: str) -> Place:
    return Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)


def _syntax(error: yaml.MarkedYAMLError, text: str, name: str) -> Diagnostic:
    lines = text.rstrip("\n").split("\n")
    mark = error.problem_mark or error.context_mark
    if error.context_mark and mark and mark.line >= len(lines):  # found at the end: what was never closed began earlier
        mark = error.context_mark
    line, column = (min(mark.line + 1, len(lines)), mark.column + 1) if mark else (1, 1)
    for number in range(min(line, len(lines)), max(0, line - 3), -1):
        if FULL_WIDTH_COLON.match(lines[number - 1]):
            return rules.S107.at(Place(name, number))
    if str(error.context).startswith(("while scanning an a", "while scanning a tag")):
        return rules.S105.at(Place(name, line, column), what="!" if "tag" in str(error.context) else "& 或 *")
    if slip := _slip(lines, line):
        return _not_yaml(Place(name, slip[0], slip[1]), slip[2])
    for number in range(line, max(0, line - 3), -1):
        if found := re.match(r" *-(?=[^\s\d-])", lines[number - 1]):
            return _not_yaml(Place(name, number, found.end()), "no space")
        if found := re.match(r" *[\u3000\u00a0]", lines[number - 1]):
            return rules.S108.at(Place(name, number, found.end()), what="全角空格", what_en="a full-width space")
    at = lines[line - 1]
    if "\t" in at[:column]:
        return rules.S108.at(Place(name, line, at.index("\t") + 1), what="制表符（Tab）", what_en="a tab")
    return _not_yaml(Place(name, line, column), error.problem or "")


FIELD = r"\s*(?:- )?[a-z_]+:"
SLIPS = (
    (re.compile(rf"{FIELD}(?=[^\s/]|[\u00a0\u3000])"), "no colon"),
    (re.compile(rf"{FIELD} (?=[\[{{].*[\]}}][^\s,\]}}#])"), "flow"),
    (re.compile(rf'{FIELD} (?="[^"]*"[^\s,\]}}#])'), "nested"),
    (re.compile(r"\s*(?=[\u4e00-\u9fff][^:]*$)"), "broken"),
)


def _slip(lines: list[str], line: int) -> tuple[int, int, str] | None:
    """A usual slip of the pen on the line of an error or just above: its line, column and kind."""
    for number, text in enumerate(lines[:line], 1):
        if re.match(rf'(?:{FIELD} |\s*- )"', text) and len(re.findall(r'(?<!\\)"', text)) % 2:
            return number, text.index('"') + 1, "unclosed"
    for number in range(line, max(0, line - 2), -1):
        for pattern, kind in SLIPS:
            if found := pattern.match(lines[number - 1]):
                return number, found.end() + 1, kind
    return None


def _not_yaml(place: Place, problem: str) -> Diagnostic:
    known = (words for start, words in PROBLEMS.items() if problem.startswith(start))
    zh, en = next(known, ("这里不合 YAML 的写法", problem))
    return rules.S109.at(place, problem=zh, problem_en=en)


def cut_off(text: str, name: str) -> Iterator[Diagnostic]:
    """Plain text that ends where a space and # follow: probably no comment was meant (S134).

    A comment after two spaces is taken for one, unless it begins with a digit, as the number of a pole does.
    """
    if not CUT_OFF.search(text):
        return
    lines = text.split("\n")
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        if isinstance(token, yaml.ScalarToken) and token.plain:
            end = token.end_mark
            rest = lines[end.line][end.column :]
            if re.match(r" #|\s+#\d", rest):
                yield rules.S134.at(Place(name, end.line + 1, end.column + 1), rest=rest.strip()[:40])


def _construct(node: yaml.Node, name: str, depth: int) -> object:
    if isinstance(node, yaml.ScalarNode):
        value: str = node.value
        if not node.style and value in ("", "~", "null"):
            return None
        if node.style == '"' and (found := FORBIDDEN.search(value)):
            raise Refused(rules.S103.at(_place(node.start_mark, name), code=f"U+{ord(found[0]):04X}"))
        return value
    if depth > MAX_DEPTH:
        raise Refused(rules.S104.at(_place(node.start_mark, name), what=f"{depth} 层", limit=f"{MAX_DEPTH} 层"))
    if len(node.value) > MAX_ENTRIES:
        place = _place(node.start_mark, name)
        raise Refused(rules.S104.at(place, what=f"{len(node.value)} 项", limit=f"{MAX_ENTRIES} 项"))
    if isinstance(node, yaml.SequenceNode):
        return [_construct(child, name, depth + 1) for child in node.value]
    return _mapping(node, name, depth)


def _mapping(node: yaml.Node, name: str, depth: int) -> dict[str, object]:
    spots: dict[Key, tuple[int, int]] = {}
    result: dict[str, object] = {}
    for key_node, value_node in node.value:
        mark = key_node.start_mark
        at = (mark.line + 1, mark.column + 1)
        if not isinstance(key_node, yaml.ScalarNode):
            raise Refused(_not_yaml(Place(name, *at), "complex key"))
        key: str = key_node.value
        if key in result:
            raise Refused(rules.S110.at(Place(name, *at), key=key, line=spots[key, KEY_ITSELF][0]))
        value = result[key] = _construct(value_node, name, depth + 1)
        spots[key, KEY_ITSELF] = at
        start = value_node.start_mark
        spots[key] = at if value is None else (start.line + 1, start.column + 1)
        if isinstance(value_node, yaml.SequenceNode):
            for index, child in enumerate(value_node.value):
                if isinstance(child, yaml.ScalarNode):
                    start = child.start_mark
                    spots[key, index] = (start.line + 1, start.column + 1)
    start = node.start_mark
    result[PLACE_KEY] = Place(name, start.line + 1, start.column + 1, spots)
    return result
