"""Parallel paper forms from the item bank: equal in number, types and estimated difficulty.

Disjoint forms share no fact; where the bank is too small for that, all forms hold the same items in another order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.diagnostics import CannotRun
from generator.items.item import Item, ItemType, dice, reshuffled

TYPE_ORDER: tuple[ItemType, ...] = ("single", "multiple", "true_false", "blank", "ordering", "matching")
FORM_NAMES = "ABCDEFGHIJ"
TRUE_FALSE_SHARE = 0.25
MODEL_SHARE = 0.25
"""No item model makes more than this share of a form while others are left (hand-written questions may)."""
TOTAL_POINTS = 100


@dataclass(frozen=True, slots=True)
class Form:
    """One paper form: items in printed order, `points` for each."""

    name: str
    items: tuple[Item, ...]
    points: int


@dataclass(frozen=True, slots=True)
class FormSet:
    """Parallel forms and how they were made. `disjoint` forms share no fact; `scrambled` ones all items."""

    seed: int
    mode: Literal["disjoint", "scrambled"]
    forms: tuple[Form, ...]


def parallel_forms(items: Iterable[Item], *, count: int, forms: int, seed: int) -> FormSet:
    """`forms` forms of `count` graded items each. Raises CannotRun when the bank holds too few."""
    if not 1 <= forms <= len(FORM_NAMES) or count < 1:
        raise CannotRun(f"不能出 {forms} 份、每份 {count} 题的试卷", f"份数 1～{len(FORM_NAMES)}，题数至少 1。")
    pool = one_a_slot([item for item in items if item.graded], seed)
    if len(pool) < count:
        raise CannotRun(f"题库里只有 {len(pool)} 道不重复的题，不够 {count} 题", "减少题数，或放宽岗位和标准的范围。")
    rows = list(_rows(pool, forms, seed))
    chosen = _choose(rows, count, seed)
    if len(chosen) == count:
        columns = [[row[(form + turn) % forms] for turn, row in enumerate(chosen)] for form in range(forms)]
        return FormSet(seed, "disjoint", tuple(_form(i, column, count, seed) for i, column in enumerate(columns)))
    singles = _choose([(item,) for item in pool], count, seed)
    same = [row[0] for row in singles]
    return FormSet(seed, "scrambled", tuple(_form(i, same, count, seed) for i in range(forms)))


def one_a_slot(items: Sequence[Item], seed: int) -> list[Item]:
    """Of the items that ask for one fact, one that the seed picks; hand-written ones first."""
    by_slot: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_slot[item.slot].append(item)
    picked = []
    for slot, rivals in sorted(by_slot.items()):
        written = [item for item in rivals if item.model == "hand"]
        picked.append(dice(seed, slot).choice(written or rivals))
    return picked


def _rows(pool: Sequence[Item], width: int, seed: int) -> Iterator[tuple[Item, ...]]:
    """Groups of `width` items of one type and model, of one standard where possible: one item for each form."""
    groups: dict[tuple[str, str, str], list[Item]] = defaultdict(list)
    left: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in pool:
        groups[item.type, item.model, item.standard].append(item)
    for (type, model, standard), members in sorted(groups.items()):
        dice(seed, type, model, standard).shuffle(members)
        members.sort(key=lambda item: item.easiness)
        whole = len(members) - len(members) % width
        yield from _cut(members[:whole], width)
        left[type, model] += members[whole:]
    for members in left.values():
        members.sort(key=lambda item: item.easiness)
        yield from _cut(members[: len(members) - len(members) % width], width)


def _cut(members: Sequence[Item], width: int) -> Iterator[tuple[Item, ...]]:
    for start in range(0, len(members), width):
        yield tuple(members[start : start + width])


def _choose(rows: Sequence[tuple[Item, ...]], count: int, seed: int) -> list[tuple[Item, ...]]:
    """Rows for a form: true/false at most a quarter, each model if possible, standards in turn, every type."""
    queues: dict[str, dict[str, list[tuple[Item, ...]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        queues[row[0].type][row[0].standard].append(row)
    shuffled_rows = {type: _round_robin(by_standard, seed, type) for type, by_standard in queues.items()}
    most = dict.fromkeys(shuffled_rows, count) | {"true_false": max(1, int(count * TRUE_FALSE_SHARE))}
    share = {"single": 0.5, "multiple": 0.2, "true_false": 0.2, "blank": 0.1, "ordering": 0.05, "matching": 0.0}
    chosen: list[tuple[Item, ...]] = []
    models: Counter[str] = Counter()

    def take(type: str, wanted: int, *, capped: bool = True) -> None:
        """Takes up to `wanted` more rows of a type, where `capped` none of a model that has its share."""
        for row in list(shuffled_rows.get(type, ())):
            model = row[0].model
            full = capped and model != "hand" and models[model] >= max(1, int(count * MODEL_SHARE))
            if wanted <= 0 or len(chosen) >= count:
                return
            if not full:
                shuffled_rows[type].remove(row)
                chosen.append(row)
                models[model] += 1
                wanted -= 1

    for type in TYPE_ORDER:
        take(type, round(count * share[type]))
    for capped in (True, False):
        for type in TYPE_ORDER:
            taken = sum(row[0].type == type for row in chosen)
            take(type, most.get(type, 0) - taken, capped=capped)
    return chosen


def _round_robin(by_standard: dict[str, list[tuple[Item, ...]]], seed: int, type: str) -> list[tuple[Item, ...]]:
    queues = []
    for standard, rows in sorted(by_standard.items()):
        mixed = list(rows)
        dice(seed, type, standard).shuffle(mixed)
        queues.append(mixed)
    longest = max(map(len, queues))
    return [queue[i] for i in range(longest) for queue in queues if i < len(queue)]


def _form(index: int, items: Sequence[Item], count: int, seed: int) -> Form:
    name = FORM_NAMES[index]
    mixed = [reshuffled(item, seed, name) for item in items]
    dice(seed, name, "order").shuffle(mixed)
    mixed.sort(key=lambda item: TYPE_ORDER.index(item.type))
    return Form(name, tuple(mixed), max(1, TOTAL_POINTS // count))
