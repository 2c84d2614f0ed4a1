"""The canonical layout of YAML files: what `stdbook fmt` writes. Comments and meaning stay.

ruamel.yaml keeps comments and quotes; everything is text to it as it is to our reader, and what it wrote is read back
and compared before anyone gets to see it.
"""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver

from generator import rules
from generator.diagnostics import Place
from generator.load.decode import Path as Loc
from generator.load.decode import repairs
from generator.load.reader import FULL_WIDTH_COLON, Refused, decoded, parse
from generator.model.bindings import Bindings
from generator.model.english import English
from generator.model.node import PLACE_KEY, Node
from generator.model.registers import Registers, Settings
from generator.model.standard import Standard
from generator.model.training import Checklists, Questions
from generator.text.punctuation import widened

MODELS: dict[str, type[Node]] = {
    "standard.yml": Standard,
    "checklists.yml": Checklists,
    "questions.yml": Questions,
    "en.yml": English,
    "bindings.yml": Bindings,
    "settings.yml": Settings,
}
SENTENCES = ("text", "items", "stem", "explanation", "foreword", "scope", "definition")
TRIES = 200


class _AllText(VersionedResolver):
    """Resolves no scalar to a type."""

    @property
    def versioned_resolver(self) -> dict[str, Any]:
        return {}


def canonical(raw: bytes, path: Path, name: str, *, gbk: bool = False) -> bytes:
    """The file as it should be written; `gbk` reads it as GB18030. Raises Refused when it cannot be read."""
    text = _converted(raw, name) if gbk else decoded(raw, name)
    text = _readable(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), name)
    before = parse(text, name)
    wanted = unplaced(before)
    try:
        tree, write = _round_trip(text)
        for loc, value in _changes(before, path, name):
            _set(tree, loc, value)
            _set(wanted, loc, value)
        made = write()
    except (YAMLError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        raise Refused(rules.S101.at(Place(name), why="整理工具不会处理这种写法，文件没有改动")) from None
    if unplaced(parse(made, name)) != wanted or comments(made) != comments(text):
        raise Refused(rules.S101.at(Place(name), why="整理后内容有出入，文件没有改动"))
    return made.encode()


def _converted(raw: bytes, name: str) -> str:
    """Text in GB18030, or in UTF-16 with a byte order mark. Raises Refused when it is neither."""
    try:
        return raw.decode("utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "gb18030")
    except UnicodeDecodeError:
        raise Refused(rules.S102.at(Place(name), encoding="无法辨认的编码", file=name)) from None


def _readable(text: str, name: str) -> str:
    """The text with tabs in indentation and full-width colons after keys mended, which nothing else could be meant by."""
    for _ in range(TRIES):
        try:
            parse(text, name)
        except Refused as refused:
            finding = refused.finding
            lines = text.split("\n")
            line = lines[finding.place.line - 1]
            if finding.code == "S107" and (key := FULL_WIDTH_COLON.match(line)):
                lines[finding.place.line - 1] = f"{key[0][:-1]}: {line[key.end() :].lstrip()}"
            elif finding.code == "S108":
                lines[finding.place.line - 1] = line.replace("\t", "  ", 1)
            else:
                raise
            text = "\n".join(lines)
        else:
            break
    return text


def _round_trip(text: str) -> tuple[Any, Callable[[], str]]:
    """The tree of a text, to be changed in place, and what writes it out again in canonical layout."""
    yaml = _yaml()
    tree = yaml.load(text)

    def write() -> str:
        if not tree:  # nothing to lay out, and ruamel.yaml stumbles over an empty root with comments
            return _trimmed(text)
        out = io.StringIO()
        yaml.dump(tree, out)
        made = out.getvalue()
        if isinstance(tree, list):
            made = re.sub(r"^  ", "", made, flags=re.MULTILINE)
        return _trimmed(made)

    return tree, write


def _yaml() -> YAML:
    """ruamel.yaml as the canonical layout wants it."""
    yaml = YAML(typ="rt")
    yaml.Resolver = _AllText
    yaml.preserve_quotes = True
    yaml.width = 1 << 16
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    return yaml


def inline(value: str | list[str], *, flow: bool = False) -> str:
    """A text or list as it is written behind its key, in quotes where it must be; `flow` within brackets."""
    if isinstance(value, list):
        return f"[{', '.join(inline(text, flow=True) for text in value)}]"
    made = CommentedSeq([value])
    if flow:
        made.fa.set_flow_style()
    out = io.StringIO()
    _yaml().dump({"key": made}, out)
    written = out.getvalue().removeprefix("key:").strip()
    return written[1:-1] if flow else written.removeprefix("- ")


def block(entries: Iterable[Mapping[str, Any]], indent: int) -> str:
    """List entries one below the other, their dashes so many columns in; lists and mappings within them on one line."""
    rows = CommentedSeq()
    for entry in entries:
        row = CommentedMap(entry)
        for key, value in entry.items():
            if not isinstance(value, str):
                row[key] = CommentedMap(value) if isinstance(value, Mapping) else CommentedSeq(value)
                row[key].fa.set_flow_style()
        rows.append(row)
    out = io.StringIO()
    _yaml().dump({"key": rows}, out)
    lines = out.getvalue().split("\n")[1:-1]
    return "".join(f"{' ' * (indent - 2)}{line}\n" if indent >= 2 else f"{line[2:]}\n" for line in lines)


def _trimmed(text: str) -> str:
    """Lines without blanks at their end, and one line end at the last."""
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE).rstrip("\n") + "\n"


def _changes(raw: object, path: Path, name: str) -> Iterator[tuple[Loc, str]]:
    """Every value that is to be written otherwise, by its path in the tree."""
    model = MODELS.get(path.name)
    shell: object = raw
    prefix = 0
    if path.parent.name == "registers":
        model, shell, prefix = Registers, {PLACE_KEY: Place(name), path.stem: raw}, 1
    if model is None or not isinstance(shell, dict):
        return
    for loc, value in repairs(model, shell):
        yield loc[prefix:], value
    if model is Standard:
        if isinstance(code := shell.get("code"), str) and (better := _code(code)) != code:
            yield ("code",), better
        yield from _ids(shell)
    if model is not English:
        yield from _punctuation(raw, ())


def _code(code: str) -> str:
    """`Ｑ／ＸＸ206.01-2026` -> `Q/XX 206.01—2026`."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", code)).upper()
    found = re.fullmatch(r"Q/([A-Z0-9]{2,8}?)([23]\d{2}\.\d{2})[-—–−]+(\d{4})", plain)
    return f"Q/{found[1]} {found[2]}—{found[3]}" if found else code


def _ids(standard: dict[str, Any]) -> Iterator[tuple[Loc, str]]:
    """`c-` and four characters for every clause that has no id, made from its words, never used before in the standard."""
    used = {*(standard.get("retired_ids") or ()), *(r.get("id") for r in standard.get("redirects") or () if isinstance(r, dict))}
    bare: list[tuple[Loc, dict[str, Any]]] = []

    def walk(clauses: object, loc: tuple[str | int, ...]) -> None:
        for i, clause in enumerate(clauses if isinstance(clauses, list) else ()):
            if isinstance(clause, dict):
                if clause.get("id"):
                    used.add(clause["id"])
                else:
                    bare.append(((*loc, i), clause))
                walk(clause.get("clauses"), (*loc, i, "clauses"))

    walk(standard.get("clauses"), ("clauses",))
    for loc, clause in bare:
        id = fresh_id(f"{standard.get('id')} {clause.get('title')} {clause.get('text')}", used)
        used.add(id)
        yield (*loc, "id"), id


def fresh_id(words: str, used: Collection[str]) -> str:
    """An id for a clause that has none, made from its words, unlike those in use."""
    return next(id for n in range(1 << 16) if (id := _short(f"{words} {n}")) not in used)


def _short(words: str) -> str:
    number = int.from_bytes(hashlib.sha256(words.encode()).digest()[:8], "big")
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "c-" + "".join(letters[number // len(letters) ** i % len(letters)] for i in range(4))


def _punctuation(node: object, loc: tuple[str | int, ...]) -> Iterator[tuple[Loc, str]]:
    """Chinese sentences with full-width punctuation."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key != PLACE_KEY:
                yield from _punctuation(value, (*loc, key))
    elif isinstance(node, list):
        for i, value in enumerate(node):
            yield from _punctuation(value, (*loc, i))
    elif isinstance(node, str) and _sentence(loc) and (better := widened(node)) != node:
        yield loc, better


def _sentence(loc: Loc) -> bool:
    return next((key for key in reversed(loc) if isinstance(key, str)), "") in SENTENCES


def _set(tree: Any, loc: Loc, value: str) -> None:
    *way, last = loc
    for part in way:
        tree = tree[part]
    if isinstance(tree, CommentedMap) and last not in tree:
        tree.insert(0, last, value)
    else:
        old = tree.get(last) if isinstance(tree, dict) else tree[last]
        tree[last] = type(old)(value) if isinstance(old, str) else value


def unplaced(node: object) -> Any:
    """Nested dicts, lists and strings without their places."""
    if isinstance(node, dict):
        return {key: unplaced(value) for key, value in node.items() if key != PLACE_KEY}
    return [unplaced(value) for value in node] if isinstance(node, list) else node


def comments(text: str) -> list[str]:
    """The comments of a text, sorted."""
    return sorted(found.rstrip() for found in re.findall(r"(?:^|(?<=\s))#.*$", text, re.MULTILINE))
