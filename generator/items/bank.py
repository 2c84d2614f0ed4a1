"""The item bank: hand-written questions and generated items of every standard that readers are shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from generator.items.basis import question_basis
from generator.items.distractors import spellings
from generator.items.draft import Refused, Source, made, quote, refused
from generator.items.item import LETTERS, Choice, Item, key_of, shuffled
from generator.items.lint import flaws, quantity_of
from generator.items.models import MODELS
from generator.model.corpus import Corpus, Document
from generator.model.edition import Edition
from generator.model.lifecycle import in_force
from generator.model.prose import basis_status, in_full, limit, plain
from generator.model.training import Question

_MADE: WeakKeyDictionary[Edition, tuple[Item | Refused, ...]] = WeakKeyDictionary()


def bank(edition: Edition) -> tuple[Item, ...]:
    """Every item, hand-written first, standards in order of id."""
    return tuple(one for one in _made(edition) if isinstance(one, Item))


def refusals(edition: Edition) -> tuple[Refused, ...]:
    """Every question that the models do not ask, with the reason."""
    return tuple(one for one in _made(edition) if isinstance(one, Refused))


def _made(edition: Edition) -> tuple[Item | Refused, ...]:
    """Items and refusals of every standard, made once for an edition, and gone with it."""
    if edition not in _MADE:
        _MADE[edition] = tuple(one for document in edition.documents.values() for one in _of(document, edition))
    return _MADE[edition]


def _of(document: Document, edition: Edition) -> Iterator[Item | Refused]:
    """What is made of one standard; nobody is graded on text that is not in force."""
    governs = in_force(document.standard, edition.day)
    for one in (*(written(q, document, edition.corpus) for q in document.questions), *_generated(document, edition)):
        yield one if governs or isinstance(one, Refused) else replace(one, graded=False)


def _generated(document: Document, edition: Edition) -> Iterator[Item | Refused]:
    """What the models make of a standard: items, and for each question that is not asked the reason."""
    source = Source(document, edition)
    for model in MODELS:
        for draft in model.drafts(source):
            item = made(draft, model, source)
            flaw = next(flaws_of(item, document, edition.corpus), None) if isinstance(item, Item) else None
            yield refused(draft, model, source, flaw[1]) if flaw else item


def flaws_of(item: Item, document: Document, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """The rules that an item breaks, each with what is wrong."""
    return flaws(item, in_full(document.entries[item.clause].clause, document, corpus))


def written(question: Question, document: Document, corpus: Corpus) -> Item:
    """A hand-written question as an item; options that are quantities stand by size, others are shuffled."""
    entry = document.entries[question.clause]
    choices = tuple(
        Choice(plain(o.text, document, corpus), o.correct, plain(o.why or "", document, corpus)) for o in question.options
    )
    accept: tuple[str, ...] = tuple(plain(a, document, corpus) for a in question.accept)
    answer = ""
    graded, by_size = True, False
    if question.type == "ordering":
        shown = shuffled(choices, document.id, question.id)
        answer = "".join(LETTERS[shown.index(c)] for c in choices)
        choices = tuple(Choice(c.text, True, c.why) for c in shown)
    elif question.type in ("single", "multiple"):
        sizes = {c.text: size for c in choices if (size := quantity_of(c.text))}
        by_size = len(sizes) == len(choices) and len({dimension for dimension, _ in sizes.values()}) == 1
        ordered = tuple(sorted(choices, key=lambda c: sizes[c.text][1])) if by_size else ()
        choices = ordered or shuffled(choices, document.id, question.id)
        answer = key_of(choices)
    elif question.type == "true_false":
        answer = "正确" if question.answer else "错误"
    elif question.parameter:
        parameter = document.parameters[question.parameter]
        answer, graded = limit(parameter), basis_status(parameter, corpus) != "G"
        accept = (*spellings(parameter), *accept)
    else:
        answer = accept[0]
    basis = question_basis(question, document, corpus)
    note = plain(question.explanation or "", document, corpus)
    return Item(
        id=f"{document.id}.{question.id}",
        model="hand",
        type=question.type,
        standard=document.id,
        clause=entry.id,
        number=entry.number,
        stem=plain(question.stem, document, corpus),
        choices=choices,
        answer=answer,
        accept=accept,
        explanation=note + quote(entry, document, corpus),
        easiness=float(question.easiness),
        bloom=question.bloom,
        slot=f"{document.id}:{question.parameter or question.id}",
        graded=graded,
        exam=question.use == "exam",
        sorted=by_size,
        version=document.standard.version,
        fingerprint=basis.fingerprint if basis else "",
    )


def by_actor(items: Sequence[Item], edition: Edition) -> Mapping[str, Sequence[int]]:
    """Actor to the positions in `items` of what it must master: clauses in which it acts, its work standard."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        document = edition.documents[item.standard]
        concerned = {*document.actors(document.entries[item.clause]), document.standard.post or ""}
        for actor in concerned:
            found[actor].append(index)
    return found


def for_position(items: Sequence[Item], position: str, edition: Edition) -> tuple[Item, ...]:
    """The items that a post must master, as itself and as what it lies within."""
    index = by_actor(items, edition)
    return tuple(items[i] for i in sorted({i for actor in edition.corpus.wider(position) for i in index.get(actor, ())}))
