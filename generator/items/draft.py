"""A question before its options are chosen, and the choosing: proved distractors, or none.

Four options are best, three will do; a number with fewer is asked as a blank; anything else is refused with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.items.item import LETTERS, Choice, Item, ItemType, Quantity, dice, key_of, shuffled
from generator.items.lint import OPTION
from generator.items.proof import Asked, Candidate, sift
from generator.model.corpus import Corpus, Document, short_code
from generator.model.edition import Edition
from generator.model.outline import Entry
from generator.model.prose import in_full, plain


@dataclass(frozen=True, eq=False)
class Source:
    """What a model works on: one standard among all."""

    document: Document
    edition: Edition

    @property
    def corpus(self) -> Corpus:
        return self.edition.corpus

    @property
    def code(self) -> str:
        return short_code(self.document.standard)

    def name(self, actor: str) -> str:
        found = self.corpus.actors.get(actor)
        return found.zh if found else actor

    def text(self, entry: Entry) -> str:
        return plain(entry.clause.text or "", self.document, self.corpus)


def quote(entry: Entry, document: Document, corpus: Corpus) -> str:
    """The clause that an item rests on, as its explanation quotes it."""
    return f"依据 {short_code(document.standard)} 第 {entry.number} 条：{in_full(entry.clause, document, corpus)}"


@dataclass(frozen=True, slots=True)
class Draft:
    """A question without options. `keys` are the right answers, `candidates` what may stand beside them.

    `slot` names the fact that is asked for, `suffix` tells apart items of one model and clause. `ordered` options are
    shown by size. `blank` is the stem to use as a fill-in where too few distractors are proved. An item whose answer needs
    no distractors (true or false, ordering, blank, matching) brings its `answer`.
    """

    entry: Entry
    type: ItemType
    stem: str
    slot: str
    keys: tuple[Candidate, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    asked: Asked | None = None
    suffix: str = ""
    answer: str = ""
    accept: tuple[str, ...] = ()
    quantity: Quantity | None = None
    prompts: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    blank: str = ""
    note: str = ""
    graded: bool = True
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A question that is not asked, and why."""

    standard: str
    clause: str
    model: str
    slot: str
    reason: str


@dataclass(frozen=True, slots=True)
class Model:
    """An item model: its number, the prior share of right answers, its level, and what drafts its questions."""

    id: str
    easiness: float
    bloom: str
    drafts: Callable[[Source], Iterator[Draft]]


def made(draft: Draft, model: Model, source: Source) -> Item | Refused:
    """The item, its distractors proved wrong; or why there is none."""
    document = source.document
    id = f"{document.id}.{draft.entry.id}.{model.id.lower()}{draft.suffix}"
    item = Item(
        id=id,
        model=model.id,
        type=draft.type,
        standard=document.id,
        clause=draft.entry.id,
        number=draft.entry.number,
        stem=draft.stem,
        choices=draft.choices,
        answer=draft.answer,
        accept=draft.accept,
        explanation=f"{draft.note}{quote(draft.entry, document, source.corpus)}",
        easiness=model.easiness,
        bloom=model.bloom,
        slot=f"{document.id}:{draft.slot}",
        graded=draft.graded,
        sorted=draft.ordered,
        prompts=draft.prompts,
        quantity=draft.quantity,
        version=document.standard.version,
    )
    if draft.asked is None:
        return item
    sifted = sift(draft.asked, draft.candidates)
    if len(draft.keys) == 1:
        wrong = tuple(c for c in sifted.wrong if len(c.text) <= OPTION)[:3]
        enough = len(wrong) >= 2 and len(draft.keys[0].text) <= OPTION
    else:
        wrong = sifted.wrong[: max(1, 6 - len(draft.keys))]
        enough = bool(wrong) and 4 <= len(draft.keys) + len(wrong) <= 6
    if enough:
        options = [*draft.keys, *wrong]
        if draft.ordered:
            options.sort(key=lambda c: c.value)  # type: ignore[arg-type,return-value]
        choices = tuple(Choice(c.text, c in draft.keys, c.why) for c in options)
        choices = choices if draft.ordered else shuffled(choices, id)
        return replace(item, choices=choices, answer=key_of(choices), accept=(), quantity=None)
    if draft.blank and draft.quantity:
        return replace(item, type="blank", stem=draft.blank, answer=draft.answer, sorted=False)
    told = "；".join(f"{reason} {count} 个" for reason, count in sifted.refused.items())
    return refused(draft, model, source, f"能证明是错的选项只有 {len(wrong)} 个" + (f"（{told}）" if told else ""))


def refused(draft: Draft, model: Model, source: Source, reason: str) -> Refused:
    """That a question is not asked."""
    return Refused(source.document.id, draft.entry.id, model.id, draft.slot, reason)


def in_order(right: list[str], *seed: object) -> tuple[tuple[Choice, ...], str]:
    """Elements of an ordering in a shown order that is not the right one, and the key."""
    shown = list(right)
    random = dice(*seed)
    while shown == right:
        random.shuffle(shown)
    return tuple(Choice(text, True) for text in shown), "".join(LETTERS[shown.index(text)] for text in right)
