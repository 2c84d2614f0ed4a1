"""What every view shares: where a page stands, links, running text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator import Lang
from generator.model.corpus import Corpus, Document, short_code
from generator.model.edition import Edition
from generator.model.lifecycle import LABELS, shown
from generator.model.prose import Span, planned_code, spans
from generator.model.registers import Position
from generator.views.words import pick, words


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads somewhere in the site (`href` relative to its root; empty: nowhere)."""

    text: str
    href: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text: `kind` as in Span, `href` where it leads or empty."""

    kind: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """A short label with a style class."""

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's surroundings: `root` leads from the page to the site's root (`../../`)."""

    url: str
    root: str
    lang: Lang
    say: Mapping[str, str]


def frame(url: str, lang: Lang = "zh") -> Frame:
    """The frame of the page at `url` (`standards/g206-01/`, empty for home)."""
    return Frame(url, "../" * url.count("/"), lang, words(lang))


def standard_url(id: str, lang: Lang = "zh") -> str:
    return f"{'' if lang == 'zh' else 'en/'}standards/{id}/"


def standard_title(document: Document, lang: Lang) -> str:
    """The title in a language; Chinese where there is no English."""
    return document.english.title if lang == "en" and document.english else document.standard.title


def page_of(document: Document, lang: Lang) -> str:
    """The address of a standard's page in a language; the Chinese one where there is no English."""
    return standard_url(document.id, lang if document.english else "zh")


def standard_link(document: Document, lang: Lang = "zh") -> Link:
    return Link(f"{short_code(document.standard)} {standard_title(document, lang)}", page_of(document, lang))


def any_standard_link(edition: Edition, id: str, lang: Lang = "zh") -> Link:
    """A link to a standard, or plain text for one that is only planned."""
    document = edition.documents.get(id)
    if document:
        return standard_link(document, lang)
    entry = edition.corpus.catalogue.get(id)
    name = (entry.title if lang == "zh" else entry.en) if entry else id
    return Link(f"{planned_code(id, edition.corpus)} {name}", "", words(lang)["planned"])


def clause_link(document: Document, id: str, lang: Lang = "zh") -> Link:
    """A clause's number, leading to it."""
    entry = document.entries.get(id)
    return Link(entry.number if entry else id, f"{page_of(document, lang)}#{id}")


def runs(text: str, document: Document, corpus: Corpus, lang: Lang = "zh") -> tuple[Run, ...]:
    """Text of a standard as runs with links."""
    return tuple(Run(s.kind, s.text, _href(s, document, corpus, lang)) for s in spans(text, document, corpus, lang))


def _href(span: Span, document: Document, corpus: Corpus, lang: Lang) -> str:
    home = corpus.working.get(span.standard) if span.standard else document
    if home is None or span.kind in ("text", "law", "broken"):
        return ""
    return page_of(home, lang) + (f"#{span.id}" if span.id else "")


def actor_link(edition: Edition, id: str, lang: Lang = "zh") -> Link:
    """A position's name leading to its page; a department's name."""
    actor = edition.corpus.actors.get(id)
    if actor is None:
        return Link(id)
    return Link(pick((actor.zh, actor.en), lang), f"positions/{id}/" if isinstance(actor, Position) else "")


def actor_links(edition: Edition, ids: Iterable[str], lang: Lang = "zh") -> tuple[Link, ...]:
    return tuple(actor_link(edition, id, lang) for id in ids)


def status_badge(document: Document, edition: Edition, lang: Lang = "zh") -> Badge:
    state = shown(document.standard, edition.day)
    return Badge(pick(LABELS[state], lang), state.value)
