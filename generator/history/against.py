"""Which items of an earlier export went stale: gone from the bank, or resting on something else today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.items.item import LETTERS, Item
from generator.text.saying import said

GONE = "题库里已没有这道题：所依据的条款或限值改了、删了，或者题目撤下了"


@dataclass(frozen=True, slots=True)
class Outdated:
    """An exported item, the fingerprint that it went out with and the one of today (empty where unknown or gone)."""

    id: str
    ref: str
    bound: str
    now: str
    reason: str


def exported(document: Any) -> Iterator[Mapping[str, Any]]:
    """The items in a JSON document that stdbook wrote, each once: whatever has an id of the item bank."""
    seen: set[str] = set()
    todo = [document]
    while todo:
        here = todo.pop(0)
        if isinstance(here, list):
            todo = [*here, *todo]
        elif isinstance(here, dict):
            id = here.get("id") or here.get("item")
            if isinstance(id, str) and "." in id and id not in seen:
                seen.add(id)
                yield {**here, "id": id}
            else:
                todo = [*here.values(), *todo]


def outdated(document: Any, bank: Sequence[Item]) -> Iterator[Outdated]:
    """The exported items that no longer hold, in the order of the export."""
    known = {item.id: item for item in bank}
    for one in exported(document):
        id = one["id"]
        bound = str(one.get("fingerprint") or "")
        item = known.get(id)
        if item is None:
            yield Outdated(id, str(one.get("ref") or ""), bound, "", GONE)
        elif bound != item.fingerprint if bound else _said(one) != _now(one, item):
            yield Outdated(id, item.ref, bound, item.fingerprint, _reason(one, item))


def _reason(one: Mapping[str, Any], item: Item) -> str:
    before, after = _keys(one), keys(item)
    if before and before != after:
        return f"正确答案 {'、'.join(before)} → {'、'.join(after)}"
    return f"第 {item.number} 条或干扰项所依据的条款改了"


def keys(item: Item) -> tuple[str, ...]:
    """The texts that the key names, else the key itself."""
    return _named([choice.text for choice in item.choices], item.answer)


def _keys(one: Mapping[str, Any]) -> tuple[str, ...]:
    answer = one.get("answer")
    return _named(list(one.get("options") or ()), answer) if isinstance(answer, str) else ()


def _named(options: Sequence[str], answer: str) -> tuple[str, ...]:
    if options and all(letter in LETTERS[: len(options)] for letter in answer):
        return tuple(options[LETTERS.index(letter)] for letter in answer)
    return (answer,)


def _said(one: Mapping[str, Any]) -> tuple[object, ...]:
    """What an export without fingerprints said, in any order of its options."""
    return said(str(one.get("stem") or "")), sorted(map(said, one.get("options") or ())), sorted(map(said, _keys(one)))


def _now(one: Mapping[str, Any], item: Item) -> tuple[object, ...]:
    return (
        _said({"stem": item.stem, "options": [c.text for c in item.choices], "answer": item.answer})
        if "stem" in one
        else _said(one)
    )
