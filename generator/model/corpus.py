"""All of a knowledge base, immutable, and the questions that others ask about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from generator.model import lifecycle
from generator.model.bindings import Bindings
from generator.model.english import English
from generator.model.outline import Entry, outline
from generator.model.registers import CatalogueEntry, Department, Fact, Law, Position, Registers, Settings, SourceRow
from generator.model.standard import Clause, Parameter, Record, Standard
from generator.model.training import CheckItem, Checklist, Question


@dataclass(frozen=True, eq=False)
class Document:
    """One version of a standard with everything that hangs on it; `unread` names files that could not be understood."""

    standard: Standard
    checklists: tuple[Checklist, ...]
    questions: tuple[Question, ...]
    english: English | None
    unread: frozenset[str] = frozenset()
    bindings: Bindings | None = None

    @property
    def id(self) -> str:
        return self.standard.id

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Clause id to entry, in reading order."""
        return {entry.id: entry for entry in outline(self.standard)}

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """Number (5.2.3) to clause id."""
        return {entry.number: entry.id for entry in self.entries.values()}

    @cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        return {p.id: p for p in self.standard.parameters}

    @cached_property
    def records(self) -> Mapping[str, Record]:
        return {r.id: r for r in self.standard.records}

    @cached_property
    def steps(self) -> tuple[Entry, ...]:
        """The process steps in reading order."""
        return tuple(e for e in self.entries.values() if e.clause.step)

    @cached_property
    def check_items(self) -> Mapping[str, tuple[CheckItem, ...]]:
        """Clause id to the checklist items that rest on it."""
        found: dict[str, list[CheckItem]] = defaultdict(list)
        for checklist in self.checklists:
            for item in checklist.items:
                found[item.clause].append(item)
        return {clause: tuple(items) for clause, items in found.items()}

    def actors(self, entry: Entry) -> tuple[str, ...]:
        """Who acts in a clause: step and duty roles, its own actors, else those of the nearest clause above."""
        for clause in (entry.clause, *reversed(entry.parents)):
            if own := own_actors(clause):
                return own
        return (self.standard.post,) if self.standard.post else ()


def own_actors(clause: Clause) -> tuple[str, ...]:
    """The actors that a clause itself names, in order, each once."""
    step = (clause.step.role, *clause.step.with_) if clause.step else ()
    duty = (clause.duty.role,) if clause.duty else ()
    inspection = (clause.inspection.by,) if clause.inspection else ()
    return tuple(dict.fromkeys((*step, *duty, *clause.actor, *inspection)))


@dataclass(frozen=True, eq=False)
class Corpus:
    """A knowledge base. `working` is the text in each standard's folder, `released` its earlier versions.

    `unread` names standards and registers that exist but could not be understood, so that citing them is no second error.
    """

    settings: Settings
    registers: Registers
    working: Mapping[str, Document]
    released: Mapping[str, tuple[Document, ...]]
    unread: frozenset[str] = frozenset()

    @cached_property
    def actors(self) -> Mapping[str, Position | Department]:
        """Positions and departments by id; both may act in a clause."""
        actors: list[Position | Department] = [*self.registers.departments, *self.registers.positions]
        return {actor.id: actor for actor in actors}

    @cached_property
    def posts(self) -> Mapping[str, Document]:
        """Post or team to its work standard."""
        return {d.standard.post: d for d in self.working.values() if d.standard.post}

    @cached_property
    def rows(self) -> Mapping[str, SourceRow]:
        return {row.id: row for row in self.registers.rows}

    @cached_property
    def laws(self) -> Mapping[str, Law]:
        return {law.id: law for law in self.registers.laws}

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        return {fact.id: fact for fact in self.registers.facts}

    @cached_property
    def catalogue(self) -> Mapping[str, CatalogueEntry]:
        return {entry.id: entry for entry in self.registers.catalogue}

    def wider(self, actor: str) -> frozenset[str]:
        """The actor itself and every role that it lies within (a work leader is one of the work crew)."""
        found: set[str] = set()
        todo = [actor]
        while todo:
            here = todo.pop()
            if here not in found:
                found.add(here)
                known = self.actors.get(here)
                todo += known.within if isinstance(known, Position) else ()
        return frozenset(found)

    def on(self, day: date) -> Mapping[str, Document]:
        """What is in force on a day: standard id to the one version that governs it."""
        latest: dict[str, Document] = {}
        for document in self.documents:
            if lifecycle.taken_effect(document.standard, day):
                other = latest.get(document.id)
                if other is None or _effective(other) < _effective(document):
                    latest[document.id] = document
        return {id: document for id, document in latest.items() if lifecycle.in_force(document.standard, day)}

    def without(self, ids: Collection[str]) -> Corpus:
        """The same without the working texts of some standards; their released versions stay."""
        return replace(self, working={id: d for id, d in self.working.items() if id not in ids}) if ids else self

    def shown_on(self, day: date) -> Corpus:
        """The same, `working` being what readers are shown: the version in force, else the working text."""
        governing = self.on(day)
        shown = dict(sorted({**self.working, **governing}.items()))
        others = {
            id: tuple(d for d in self.documents if d.id == id and d is not shown[id]) for id in shown if id in self.released
        }
        return replace(self, working=shown, released=others)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Every version of every standard, released ones first."""
        return (*(d for documents in self.released.values() for d in documents), *self.working.values())

    def resolve(self, reference: str) -> tuple[str, str | None] | None:
        """`g206-01#5.2.3` or `g206-01#verify` or `Q/XX 206.01` to (standard id, clause id or None); None if unknown."""
        name, _, clause = reference.strip().partition("#")
        document = self.working.get(name) or self._by_code(name)
        if document is None:
            return None
        if not clause:
            return document.id, None
        found = clause if clause in document.entries else document.numbers.get(clause)
        return (document.id, found) if found else None

    def _by_code(self, code: str) -> Document | None:
        wanted = code.replace(" ", "").replace("-", "—").partition("—")[0].upper().removeprefix(f"Q/{self.settings.code}")
        for document in self.working.values():
            if short_code(document.standard).replace(" ", "").removeprefix(f"Q/{self.settings.code}") == wanted:
                return document
        return None


def short_code(standard: Standard) -> str:
    """`Q/XX 206.01—2026` -> `Q/XX 206.01`: undated, as standards cite each other."""
    return standard.code.partition("—")[0]


def _effective(document: Document) -> date:
    return document.standard.effective or date.min
