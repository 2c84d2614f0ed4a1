"""Edits of a YAML file as text: what is not edited stays as it was typed, to the letter, comments and layout too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator import rules
from generator.diagnostics import Place
from generator.load.layout import block, comments, inline, unplaced
from generator.load.reader import Refused, decoded, parse

Way = tuple[str | int, ...]
"""Keys and positions from the root of a file to a value."""


@dataclass(slots=True)
class Splice:
    """The edits of one file, all of them over the text as it is; `made` carries them out.

    Raises Refused for a file that cannot be read, and where an edit would not say what was meant.
    """

    raw: bytes
    name: str
    _root: yaml.MappingNode = field(init=False)
    _text: str = field(init=False)
    _wanted: Any = field(init=False)
    _edits: list[tuple[int, int, str]] = field(init=False, default_factory=list)
    _gone: list[str] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self._text = decoded(self.raw, self.name)
        self._wanted = unplaced(parse(self._text, self.name))
        root = yaml.compose(self._text, Loader=yaml.CSafeLoader)
        assert isinstance(root, yaml.MappingNode)
        self._root = root

    def put(self, way: Way, value: str | list[str]) -> None:
        """Another value, or the first one of a key; a new key stands after the last one of its mapping."""
        *above, key = way
        holder, tree = self._at(above), self._tree(above)
        there = tree.get(key) if isinstance(tree, dict) else tree[key]
        tree[key] = value
        if there is None and isinstance(tree, dict) and key not in self._keys(holder):
            column = holder.start_mark.column
            if isinstance(holder, yaml.MappingNode) and holder.flow_style:
                last = holder.value[-1][1]
                self._edits.append((*self._span(last)[1:] * 2, f", {key}: {inline(value, flow=True)}"))
            else:
                self._after(holder, f"{' ' * column}{key}: {inline(value)}\n")
            return
        node = self._at(way)
        start, end = self._span(node)
        flow = _within_flow(self._nodes(way))
        self._edits.append((start, end, inline(value, flow=flow) if there is not None else f" {inline(value)}"))

    def drop(self, key: str) -> None:
        """Takes a key of the root away, with its line."""
        if key not in self._wanted:
            return
        del self._wanted[key]
        node = next(k for k, _ in self._root.value if k.value == key)
        value = self._at((key,))
        start, end = self._line(node.start_mark.line), self._line(_last(value) + 1)
        self._gone += comments(self._text[start:end])
        self._edits.append((start, end, ""))

    def add(self, way: Way, entry: Mapping[str, Any], at: int | None = None) -> None:
        """A further entry of a list that stands in a block, at a position or at its end; makes the list if need be."""
        *above, key = way
        tree = self._tree(above)
        entries = tree.get(key) if isinstance(tree, dict) else tree[key]
        if not entries:
            here = self._at(above)
            column = here.start_mark.column
            tree[key] = [_said(entry)]
            made = block([entry], column + 2)
            if isinstance(here, yaml.MappingNode) and key in self._keys(here):
                start = self._line(next(k for k, _ in here.value if k.value == key).start_mark.line)
                end = self._line(_last(self._at(way)) + 1)
                self._gone += comments(self._text[start:end])
                self._edits.append((start, end, f"{' ' * column}{key}:\n{made}"))
            else:
                gap = "\n" if not above else ""
                self._after(here, f"{gap}{' ' * column}{key}:\n{made}")
            return
        node = self._at(way)
        if not isinstance(node, yaml.SequenceNode) or node.flow_style:
            place = Place(self.name, node.start_mark.line + 1, node.start_mark.column + 1)
            raise Refused(rules.S101.at(place, why=f"{key} 写在一行里，不能往里加；先改成一项一行"))
        place_ = len(entries) if at is None else at
        entries.insert(place_, _said(entry))
        self._after(node.value[place_ - 1], block([entry], node.start_mark.column))

    def made(self) -> bytes:
        """The file with every edit. Raises Refused when it does not read back as what was meant."""
        text = self._text
        for start, end, new in [*sorted(self._edits, key=lambda edit: edit[:2])][::-1]:
            text = text[:start] + new + text[end:]
        kept = comments(self._text)
        for comment in self._gone:
            kept.remove(comment)
        if unplaced(parse(text, self.name)) != self._wanted or comments(text) != kept:
            raise Refused(rules.S101.at(Place(self.name), why="这种写法改不了，文件没有改动；先运行 stdbook fmt"))
        return text.replace("\n", "\r\n").encode() if b"\r\n" in self.raw else text.encode()

    def _nodes(self, way: Way | list[str | int]) -> list[yaml.Node]:
        nodes: list[yaml.Node] = [self._root]
        for part in way:
            here = nodes[-1]
            if isinstance(here, yaml.MappingNode):
                nodes.append(next(value for key, value in here.value if key.value == part))
            else:
                nodes.append(here.value[part])
        return nodes

    def _at(self, way: Way | list[str | int]) -> Any:
        return self._nodes(way)[-1]

    def _tree(self, way: Way | list[str | int]) -> Any:
        tree = self._wanted
        for part in way:
            tree = tree[part]
        return tree

    def _keys(self, node: Any) -> list[str]:
        return [key.value for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []

    def _span(self, node: yaml.Node) -> tuple[int, int]:
        """Where a value begins and ends in the text."""
        start, end = (self._line(mark.line) + mark.column for mark in (node.start_mark, node.end_mark))
        written = self._text[start:end]
        return start, end - (len(written) - len(written.rstrip()))

    def _after(self, node: yaml.Node, new: str) -> None:
        at = self._line(_last(node) + 1)
        if at == len(self._text) and not self._text.endswith("\n"):
            new = f"\n{new}"
        self._edits.append((at, at, new))

    def _line(self, number: int) -> int:
        """Where a 0-based line begins; the end of the text where there is none."""
        at = 0
        for _ in range(number):
            following = self._text.find("\n", at)
            if following < 0:
                return len(self._text)
            at = following + 1
        return at


def _said(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry as it reads back."""
    return {key: list(value) if isinstance(value, (list, tuple)) else value for key, value in entry.items()}


def _last(node: yaml.Node) -> int:
    """The last line (0-based) that a value stands on; comments and blank lines below it are not its own."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        inner = node.value[-1]
        return _last(inner[1] if isinstance(inner, tuple) else inner)
    end: int = node.end_mark.line
    folded = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
    return end - 1 if folded and node.end_mark.column == 0 else end


def _within_flow(nodes: list[yaml.Node]) -> bool:
    return any(isinstance(node, yaml.CollectionNode) and bool(node.flow_style) for node in nodes)
