"""Item models over acts and lists: M12 M13 M21 (what is prohibited, what breaks the rule, what does not belong)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.items.acts import act
from generator.items.draft import MAX_OPTION, Draft, Model, Source
from generator.items.item import dice
from generator.items.proof import Asked, Candidate
from generator.model.corpus import Document
from generator.model.outline import Entry
from generator.model.prose import plain
from generator.model.standard import ClauseType
from generator.text.saying import said


def _acts(source: Source) -> tuple[list[tuple[Entry, str]], list[tuple[Entry, str]]]:
    """The acts that the standard requires, and those that it prohibits."""
    wanted: list[tuple[Entry, str]] = []
    banned: list[tuple[Entry, str]] = []
    for entry in source.document.entries.values():
        if entry.clause.type is ClauseType.REQUIREMENT and not entry.clause.items and not entry.clause.indicator:
            found = act(source.text(entry))
            if found and 6 <= len(found[0]) <= MAX_OPTION:
                (banned if found[1] else wanted).append((entry, found[0]))
    return wanted, banned


def _offence(source: Source, stem: str, model: str) -> Iterator[Draft]:
    """A prohibited act among required ones: a fact says of each distractor that it is to be done."""
    wanted, banned = _acts(source)
    right = frozenset(said(text) for _, text in banned)
    opposed = frozenset(said(text) for _, text in wanted)
    for entry, text in banned:
        near = sorted(wanted, key=lambda w: (abs(len(w[1]) - len(text)), w[0].number))[:6]
        dice(source.document.id, entry.id, model).shuffle(near)
        yield Draft(
            entry,
            "single",
            stem,
            f"{entry.id}.act",
            keys=(Candidate(text, said(text)),),
            candidates=tuple(Candidate(t, said(t), f"这是第 {e.number} 条要求做的。") for e, t in near),
            asked=Asked(right, opposed=opposed),
        )


def prohibited(source: Source) -> Iterator[Draft]:
    """M12: which act is prohibited? Distractors: acts that the same standard requires."""
    yield from _offence(source, f"依据 {source.code}，下列哪一项是禁止的行为？", "M12")


def offence(source: Source) -> Iterator[Draft]:
    """M13: of the things seen at a check, which breaks the standard?"""
    stem = f"检查时看到下列做法，其中哪一种违反 {source.code}？"
    yield from _offence(source, stem, "M13")


def proper(source: Source) -> Iterator[Draft]:
    """M13, the other way round: of the things seen at a check, which one keeps to the standard? The others are prohibited."""
    wanted, banned = _acts(source)
    right = frozenset(said(text) for _, text in wanted)
    opposed = frozenset(said(text) for _, text in banned)
    for entry, text in wanted:
        near = sorted(banned, key=lambda b: (abs(len(b[1]) - len(text)), b[0].number))[:4]
        dice(source.document.id, entry.id, "M13").shuffle(near)
        yield Draft(
            entry,
            "single",
            f"检查时看到下列做法，其中只有哪一种符合 {source.code}？",
            f"{entry.id}.act",
            keys=(Candidate(text, said(text)),),
            candidates=tuple(Candidate(t, said(t), f"第 {e.number} 条不允许这样做。") for e, t in near),
            asked=Asked(right, opposed=opposed),
        )


def _seen(source: Source) -> Iterator[Draft]:
    yield from offence(source)
    yield from proper(source)


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
    return len(text) <= MAX_OPTION and lengths[0] / 1.5 <= len(text) <= lengths[-1] * 1.2 and shaped and plain_


MODELS = (
    Model("M12", 0.75, "understand", prohibited),
    Model("M13", 0.58, "apply", _seen),
    Model("M21", 0.55, "remember", not_of),
)
