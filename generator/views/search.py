"""The search page: its filters, with every value that a standard or clause may have."""

from __future__ import annotations

from dataclasses import dataclass

from generator import Lang
from generator.model.edition import Edition
from generator.model.lifecycle import LABELS
from generator.model.registers import Department, Position
from generator.views.frame import Frame, frame
from generator.views.words import CLAUSE_TYPES, pick


@dataclass(frozen=True, slots=True)
class Filter:
    """A facet: its name in the index, its label, its values with their labels."""

    name: str
    label: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The page's frame and filters."""

    frame: Frame
    filters: tuple[Filter, ...]


def search_view(edition: Edition, lang: Lang = "zh") -> SearchView:
    """The search page in a language."""
    here = frame("search/" if lang == "zh" else "en/search/", lang)
    registers = edition.corpus.registers
    kinds = tuple((kind, here.say[kind]) for kind in ("management", "work"))
    domains = tuple((d.id, pick((d.zh, d.en), lang)) for d in edition.corpus.settings.domains)
    actors: tuple[Position | Department, ...] = (*registers.positions, *registers.departments)
    positions = tuple((actor.id, pick((actor.zh, actor.en), lang)) for actor in actors)
    levels = tuple((type_, pick(words, lang)) for type_, words in CLAUSE_TYPES.items())
    statuses = tuple((shown.value, pick(words, lang)) for shown, words in LABELS.items())
    return SearchView(
        here,
        (
            Filter("kind", pick(("类别", "Kind"), lang), kinds),
            Filter("domain", pick(("专业域", "Domain"), lang), domains),
            Filter("position", pick(("岗位或部门", "Post or department"), lang), positions),
            Filter("level", pick(("条款类型", "Type of clause"), lang), levels),
            Filter("status", pick(("状态", "Status"), lang), statuses),
        ),
    )
