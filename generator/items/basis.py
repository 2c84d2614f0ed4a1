"""What a question, a checklist item or a translated clause rests on, and the fingerprint of its meaning.

The fingerprint is that of words in normal form (`generator.text.saying`), of the values of limits in base units, and of
roles: punctuation, layout, numbering, titles and dates leave it as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from generator.diagnostics import Place
from generator.model.bindings import Group, digest
from generator.model.corpus import Corpus, Document
from generator.model.outline import Entry
from generator.model.prose import bound, references, scope_words
from generator.model.standard import Clause, Parameter
from generator.model.training import CheckItem, Question
from generator.text.quantities import UNITS, in_base
from generator.text.saying import said

_WORDS: WeakKeyDictionary[Document, dict[str, tuple[str, ...]]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Basis:
    """What something rests on: a digest of `words`, each limit in canonical form and as `shown`, the `roles`."""

    words: str
    limits: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    roles: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        return digest(self.words, *(f"{id}={value}" for id, value in sorted(self.limits.items())), *self.roles)


@dataclass(frozen=True, slots=True)
class Resting:
    """Something that can be confirmed: `id` within its group, the clause that it rests on, and what that comes to.

    `basis` is None where the clause is not there any more.
    """

    group: Group
    id: str
    document: Document
    clause: str
    basis: Basis | None
    place: Place

    @property
    def name(self) -> str:
        """The id as commands take it: `g206-01.q-two-persons`, `g206-01.en.verify`."""
        return f"{self.document.id}.{'en.' if self.group == 'english' else ''}{self.id}"

    @property
    def ref(self) -> str:
        return f"{self.document.id}#{self.clause}"


def resting(document: Document, corpus: Corpus) -> Iterator[Resting]:
    """Everything of a standard that can be confirmed: questions, checklist items, translated clauses."""
    for question in document.questions:
        basis = _told(question.clause, question_texts(question), document, corpus, question.parameter)
        yield Resting("questions", question.id, document, question.clause, basis, question.place["id"])
    for sheet in document.checklists:
        for item in sheet.items:
            yield Resting("checklists", item.id, document, item.clause, item_basis(item, document, corpus), item.place["id"])
    english = document.english
    for id, entry in document.entries.items() if english else ():
        assert english is not None
        words = english.clause(id)
        translated = words.place["text"] if words else english.terms.place[id] if english.terms else english.place
        if words or english.word("terms", id):
            yield Resting("english", id, document, id, source_basis(entry), translated)


def question_basis(question: Question, document: Document, corpus: Corpus) -> Basis | None:
    """What a hand-written question rests on: its clause, the limits and clauses that it quotes."""
    return _told(question.clause, question_texts(question), document, corpus, question.parameter)


def item_basis(item: CheckItem, document: Document, corpus: Corpus) -> Basis | None:
    """What a checklist item rests on: its clause, the limits and clauses that it quotes."""
    return _told(item.clause, (item.text,), document, corpus, None)


def source_basis(entry: Entry) -> Basis:
    """What the English of a clause rests on: its Chinese words. Limits are quoted, so their values do not count."""
    clause = entry.clause
    return Basis(digest(clause.type or "", *map(said, (clause.title or "", clause.text or "", *clause.items))))


def question_texts(question: Question) -> tuple[str, ...]:
    """Every text that an author writes in a question."""
    options = (text for o in question.options for text in (o.text, o.why or ""))
    return (question.stem, question.explanation or "", *options, *question.accept)


def limit_basis(parameter: Parameter) -> str:
    """A limit in canonical form: equal for 45 分钟 and 0.75 小时, other for another scope or start of the clock."""
    sizes = []
    for value in (parameter.value, parameter.upper):
        if value is not None:
            base = in_base(value, parameter.unit) if parameter.unit in UNITS else None
            sizes += [base[0], f"{base[1].normalize():f}"] if base else [parameter.unit or "", f"{value.normalize():f}"]
    if parameter.kind == "frequency":
        sizes.append(parameter.unit or "")
    return " ".join((parameter.kind, *sizes, *map(said, (*scope_words(parameter), parameter.since or ""))))


def _told(clause: str, texts: Iterable[str], document: Document, corpus: Corpus, parameter: str | None) -> Basis | None:
    """The basis of something that rests on a clause and quotes limits and clauses in its own texts."""
    entry = document.entries.get(clause)
    if entry is None:
        return None
    quoted = [*texts, f"{{{parameter}}}"]
    said_: list[str] = []
    limits: dict[str, Parameter] = {}
    for home, rested in ((document, entry), *_cited(texts, document, corpus)):
        said_ += _clause_words(rested, home)
        named = [*_clause_texts(rested.clause), *(f"{{{p}}}" for p in _named_limits(rested.clause))]
        for source, found in (*_limits(named, home, corpus), *(_limits(quoted, home, corpus) if rested is entry else ())):
            limits[found.id if source is document else f"{source.id}#{found.id}"] = found
    for law in (corpus.laws.get(citation.law) for citation in entry.clause.basis):
        if law and law.status != "current":
            said_.append(f"{law.id} {law.status}")
    return Basis(
        digest(*said_),
        {id: limit_basis(p) for id, p in limits.items()},
        {id: bound(p) for id, p in limits.items()},
        _roles(entry, document),
    )


def _cited(texts: Iterable[str], document: Document, corpus: Corpus) -> Iterator[tuple[Document, Entry]]:
    """The clauses that texts refer to."""
    for reference in (r for text in texts for r in references(text)):
        home = corpus.working.get(reference.standard) if reference.standard else document
        if home and reference.kind == "clause" and (entry := home.entries.get(reference.id or "")):
            yield home, entry


def _limits(texts: Iterable[str], document: Document, corpus: Corpus) -> Iterator[tuple[Document, Parameter]]:
    """The limits that texts of a standard quote, each with the standard that it stands in."""
    for reference in (r for text in texts for r in references(text)):
        home = corpus.working.get(reference.standard) if reference.standard else document
        if home and reference.kind == "parameter" and (found := home.parameters.get(reference.id or "")):
            yield home, found


def _clause_texts(clause: Clause) -> tuple[str, ...]:
    return (clause.text or "", *clause.items)


def _clause_words(entry: Entry, document: Document) -> tuple[str, ...]:
    """What a clause says, in normal form, without its title and roles."""
    known = _WORDS.setdefault(document, {})
    if entry.id not in known:
        known[entry.id] = tuple(map(said, _clause_said(entry.clause)))
    return known[entry.id]


def _clause_said(clause: Clause) -> Iterator[str]:
    yield from (clause.type or "", *_clause_texts(clause), *clause.records, clause.evidence or "", str(clause.complete))
    if step := clause.step:
        yield from (*step.inputs, *step.outputs, step.control, *(f"{arrow.to} {arrow.when}" for arrow in step.next))
    if authority := clause.authority:
        yield authority.limit or ""
    if task := clause.task:
        yield task.event or ""
    if indicator := clause.indicator:
        yield indicator.method
    if inspection := clause.inspection:
        yield inspection.method


def _named_limits(clause: Clause) -> Iterator[str]:
    """Limits that the fields of a clause name."""
    if clause.step:
        yield from clause.step.limits
    if clause.task:
        yield from (*clause.task.limits, *filter(None, (clause.task.frequency,)))
    if clause.indicator:
        yield clause.indicator.target
    if clause.inspection:
        yield from filter(None, (clause.inspection.frequency, clause.inspection.sample))


def _roles(entry: Entry, document: Document) -> tuple[str, ...]:
    clause = entry.clause
    told = [*document.actors(entry)]
    if clause.authority and clause.authority.escalate_to:
        told.append(clause.authority.escalate_to)
    if clause.interface:
        told += clause.interface.with_
    return tuple(dict.fromkeys(told))
