"""Item models over acts and lists: M12 M13 M21 (what is prohibited, what breaks the rule, what does not belong)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.items.acts import act
from generator.items.draft import Draft, Model, Source
from generator.items.item import dice
from generator.items.lint import OPTION
from generator.items.proof import Asked, Candidate
from generator.model.corpus import Document
from generator.model.outline import Entry
from generator.model.prose import plain
from generator.model.standard import ClauseType
from generator.text.saying import said

Acts = list[tuple[Entry, str]]
"""Acts with the clauses that are about them."""


def _acts(source: Source) -> tuple[Acts, Acts]:
    """The acts that the standard requires, and those that it prohibits."""
    wanted: Acts = []
    banned: Acts = []
    for entry in source.document.entries.values():
        if entry.clause.type is ClauseType.REQUIREMENT and not entry.clause.items and not entry.clause.indicator:
            found = act(source.text(entry))
            if found and 6 <= len(found[0]) <= OPTION:
                (banned if found[1] else wanted).append((entry, found[0]))
    return wanted, banned


def _one_among(source: Source, model: str, stem: str, keys: Acts, others: Acts, near: int, why: str) -> Iterator[Draft]:
    """An act among some of which a fact says the opposite; `near` of these, the likest in length, may stand beside it."""
    for entry, text in keys:
        beside = sorted(others, key=lambda o: (abs(len(o[1]) - len(text)), o[0].number))[:near]
        dice(source.document.id, entry.id, model).shuffle(beside)
        yield Draft(
            entry,
            "single",
            stem,
            f"{entry.id}.act",
            keys=(Candidate(text, said(text)),),
            candidates=tuple(Candidate(t, said(t), why.format(e.number)) for e, t in beside),
            asked=Asked(frozenset(said(t) for _, t in keys), opposed=frozenset(said(t) for _, t in others)),
        )


def prohibited(source: Source) -> Iterator[Draft]:
    """M12: which act is prohibited? Distractors: acts that the same standard requires."""
    wanted, banned = _acts(source)
    stem = f"依据 {source.code}，下列哪一项是禁止的行为？"
    yield from _one_among(source, "M12", stem, banned, wanted, 6, "这是第 {} 条要求做的。")


def seen(source: Source) -> Iterator[Draft]:
    """M13: of the things seen at a check, which one breaks the standard, and which one alone keeps to it?"""
    wanted, banned = _acts(source)
    stem = f"检查时看到下列做法，其中哪一种违反 {source.code}？"
    yield from _one_among(source, "M13", stem, banned, wanted, 6, "这是第 {} 条要求做的。")
    stem = f"检查时看到下列做法，其中只有哪一种符合 {source.code}？"
    yield from _one_among(source, "M13", stem, wanted, banned, 4, "第 {} 条不允许这样做。")


def _complete(document: Document) -> list[Entry]:
    """Clauses whose list is complete, each item short enough for an option."""
    return [e for e in document.entries.values() if e.clause.complete and e.clause.title and len(e.clause.items) >= 3]


def not_of(source: Source) -> Iterator[Draft]:
    """M21: which one is not of a list? The list is complete; the key is of another complete list of the standard."""
    document, corpus = source.document, source.corpus
    lists = _complete(document)
    for entry in lists:
        members = [plain(item, document, corpus) for item in entry.clause.items]
        own = frozenset(map(said, members))
        strange = [
            (e, text)
            for e in lists
            if e.id != entry.id
            for text in (plain(item, document, corpus) for item in e.clause.items)
            if _alike(text, members) and not any(said(text) in m or m in said(text) for m in own)
        ]
        if not strange:
            continue
        other, text = min(strange, key=lambda s: (abs(len(s[1]) - len(members[0])), s[0].number))
        yield Draft(
            entry,
            "single",
            f"下列哪一项不属于 {source.code} 第 {entry.number} 条“{entry.clause.title}”所列的内容？",
            f"{entry.id}.set",
            keys=(Candidate(text, said(text)),),
            candidates=tuple(Candidate(m, said(m), f"它是第 {entry.number} 条所列的。") for m in members),
            asked=Asked(frozenset({said(text)}), known=own),
            note=f"“{text}”属于第 {other.number} 条“{other.clause.title}”。",
        )


def _alike(text: str, members: list[str]) -> bool:
    """True when a text could stand in a list by its looks: about as long, numbers, Latin and commas only as the list has."""
    lengths = sorted(map(len, members))
    marks = ("，", "的，")
    shaped = all(any(mark in m for m in members) for mark in marks if mark in text)
    plain_ = all(any(test(c) for m in members for c in m) for test in (str.isdigit, str.isascii) if any(map(test, text)))
    return len(text) <= OPTION and lengths[0] / 1.5 <= len(text) <= lengths[-1] * 1.2 and shaped and plain_


MODELS = (
    Model("M12", 0.75, "understand", prohibited),
    Model("M13", 0.58, "apply", seen),
    Model("M21", 0.55, "remember", not_of),
)
