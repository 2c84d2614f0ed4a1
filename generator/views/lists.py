"""The pages that lead to standards: home, domains, positions, limits, terms, manager."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import Lang
from generator.diagnostics import Diagnostic, Severity
from generator.history.review import SORTS, WITHIN, review
from generator.items.item import Item
from generator.model.corpus import Document, short_code
from generator.model.edition import Edition, Heading
from generator.model.lifecycle import Shown, review_due, shown
from generator.model.prose import planned_code
from generator.model.registers import DomainName, Waiver
from generator.model.standard import ClauseType
from generator.views.frame import (
    Badge,
    Frame,
    Link,
    actor_link,
    frame,
    standard_link,
    standard_title,
    status_badge,
)
from generator.views.standard import LimitRow, limit_rows
from generator.views.words import pick

KIND_NAMES = {"post": ("岗位", "Post"), "team": ("班组", "Team"), "capacity": ("流程角色", "Capacity")}


NEWEST = 24
"""Standards on the first page; the others are one click away."""


@dataclass(frozen=True, slots=True)
class Card:
    """A standard in a list."""

    link: Link
    code: str
    title: str
    status: Badge
    kind: str
    owner: str
    safety: str
    counts: str


@dataclass(frozen=True, slots=True)
class DomainView:
    frame: Frame
    id: str
    name: str
    cards: tuple[Card, ...]
    planned: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    frame: Frame
    organisation: str
    numbers: tuple[tuple[str, str, str], ...]
    domains: tuple[tuple[Link, int, int], ...]
    positions: tuple[Link, ...]
    newest: tuple[Card, ...]
    day: str
    other_language: Link


@dataclass(frozen=True, slots=True)
class Held:
    """A draft that was left out because of its errors."""

    code: str
    title: str
    errors: int


@dataclass(frozen=True, slots=True)
class StandardsView:
    frame: Frame
    held: tuple[Held, ...]
    groups: tuple[tuple[str, tuple[Card, ...]], ...]
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A plain list of links under a title."""

    frame: Frame
    title: str
    intro: str
    groups: tuple[tuple[str, str, tuple[Link, ...]], ...]
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class LimitsView:
    frame: Frame
    rows: tuple[LimitRow, ...]
    domains: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TermsView:
    frame: Frame
    terms: tuple[tuple[str, str, str, str, Link], ...]


@dataclass(frozen=True, slots=True)
class ManageView:
    frame: Frame
    day: str
    counts: Mapping[str, int]
    findings: tuple[tuple[str, str, str, str], ...]
    reviews: tuple[tuple[Link, Badge, str, str, Link], ...]
    coverage: tuple[tuple[Link, int, int, int, int, int], ...]
    planned: tuple[Link, ...]
    held: tuple[Held, ...]
    waivers: tuple[tuple[str, Link, str, str, str], ...]
    matters: tuple[tuple[str, tuple[tuple[Link, str, str], ...]], ...]
    headings: tuple[Heading, ...]


def card(document: Document, edition: Edition, lang: Lang = "zh", items: int = 0) -> Card:
    """A standard in a list, with what it offers."""
    standard = document.standard
    say = frame("", lang).say
    leaves = sum(1 for e in document.entries.values() if e.leaf and e.clause.type)
    counts = pick((f"{leaves} 条 · {len(document.checklists)} 份检查单 · {items} 题", f"{leaves} clauses"), lang)
    return Card(
        standard_link(document, lang),
        standard.code,
        standard_title(document, lang),
        status_badge(document, edition, lang),
        say[standard.kind],
        actor_link(edition, standard.owner, lang).text,
        standard.safety_level,
        counts,
    )


def domain_view(edition: Edition, domain: DomainName, counts: Mapping[str, int]) -> DomainView:
    """A professional domain: its standards, and those still planned."""
    members = [d for d in edition.documents.values() if d.standard.domain == domain.id]
    planned = tuple(
        Link(f"{planned_code(e.id, edition.corpus)} {e.title}")
        for e in edition.corpus.registers.catalogue
        if e.id[2:4] == domain.id and e.id not in edition.documents
    )
    return DomainView(
        frame(f"domains/{domain.id}/"),
        domain.id,
        domain.zh,
        tuple(card(d, edition, "zh", counts[d.id]) for d in members),
        planned,
    )


def home_view(edition: Edition, lang: Lang, counts: Mapping[str, int]) -> HomeView:
    """The first page."""
    documents = edition.documents.values()
    page = frame("" if lang == "zh" else "en/", lang)
    in_force = sum(shown(d.standard, edition.day) in (Shown.IN_FORCE, Shown.UNDER_REVIEW) for d in documents)
    limits = sum(len(d.standard.parameters) for d in documents)
    sheets = sum(len(d.checklists) for d in documents)
    numbers = (
        (str(in_force), pick(("项现行标准", "standards in force"), lang), "standards/"),
        (str(limits), pick(("个限值", "limits"), lang), "limits/"),
        (str(sheets), pick(("份检查单", "checklists"), lang), "checklists/"),
        (str(sum(counts.values())), pick(("道自测题", "practice questions"), lang), "quizzes/"),
    )
    domains = []
    for domain in edition.corpus.settings.domains:
        written = sum(d.standard.domain == domain.id for d in documents)
        planned = sum(e.id[2:4] == domain.id for e in edition.corpus.registers.catalogue if e.id not in edition.documents)
        if written or planned:
            domains.append((Link(pick((domain.zh, domain.en), lang), f"domains/{domain.id}/", domain.id), written, planned))
    posts = [d.standard.post for d in documents if d.standard.post]
    newest = sorted(documents, key=lambda d: (d.standard.effective or edition.day, d.id), reverse=True)
    return HomeView(
        page,
        pick((edition.corpus.settings.organisation, edition.corpus.settings.organisation_en), lang),
        numbers,
        tuple(domains),
        tuple(actor_link(edition, post, lang) for post in posts),
        tuple(card(d, edition, lang, counts[d.id]) for d in newest[:NEWEST] if lang == "zh" or d.english),
        edition.day.isoformat(),
        Link(page.say["other_language"], "en/" if lang == "zh" else ""),
    )


def standards_view(edition: Edition, counts: Mapping[str, int]) -> StandardsView:
    """Every standard by kind."""
    page = frame("standards/")
    groups = []
    for kind in ("management", "work"):
        cards = tuple(card(d, edition, "zh", counts[d.id]) for d in edition.documents.values() if d.standard.kind == kind)
        if cards:
            groups.append((kind, page.say[kind], cards))
    return StandardsView(
        page,
        held(edition),
        tuple((name, cards) for _, name, cards in groups),
        tuple(Heading(name, name) for _, name, _ in groups),
    )


def held(edition: Edition) -> tuple[Held, ...]:
    """The drafts that this edition leaves out."""
    known = edition.corpus.catalogue
    return tuple(
        Held(planned_code(id, edition.corpus), known[id].title if id in known else "", errors)
        for id, errors in edition.held.items()
    )


def list_view(url: str, title: str, intro: str, groups: Sequence[tuple[str, str, Sequence[Link]]]) -> ListView:
    """A list page; groups are (anchor, name, links)."""
    filled = tuple((anchor, name, tuple(links)) for anchor, name, links in groups if links)
    return ListView(frame(url), title, intro, filled, tuple(Heading(a, n) for a, n, _ in filled))


def positions_view(edition: Edition) -> ListView:
    """Positions by kind; those with a work standard first."""
    groups = []
    for kind, names in KIND_NAMES.items():
        links = [Link(p.zh, f"positions/{p.id}/", p.en) for p in edition.corpus.registers.positions if p.kind == kind]
        groups.append((kind, names[0], links))
    return list_view("positions/", "岗位", "选择岗位，查看它的工作标准、职责、限值、检查单和自测题。", groups)


def limits_view(edition: Edition) -> LimitsView:
    """Every limit of every standard."""
    rows = tuple(row for document in edition.documents.values() for row in limit_rows(document, edition))
    used = {row.domain for row in rows}
    return LimitsView(frame("limits/"), rows, tuple((d.id, d.zh) for d in edition.corpus.settings.domains if d.id in used))


def terms_view(edition: Edition) -> TermsView:
    """Every term with its definition and home."""
    rows = [
        (t.zh, t.en, t.definition, t.id, Link(short_code(d.standard), f"standards/{d.id}/#{t.id}"))
        for d in edition.documents.values()
        for t in d.standard.terms
    ]
    rows += [(t.zh, t.en, t.definition, t.id, Link(t.source or "通用")) for t in edition.corpus.registers.terms]
    return TermsView(frame("terms/"), tuple(sorted(rows, key=lambda r: r[0].encode("gb18030"))))


def manage_view(edition: Edition, items: tuple[Item, ...]) -> ManageView:
    """The manager's page: what is due, what is covered, what was found."""
    reviews, coverage = [], []
    asked_in: dict[str, set[str]] = {id: set() for id in edition.documents}
    counts = Counter(item.standard for item in items)
    for item in items:
        if item.graded:
            asked_in[item.standard].add(item.clause)
    for document in edition.documents.values():
        standard = document.standard
        due = review_due(standard.review).isoformat() if standard.review else "—"
        reviews.append(
            (standard_link(document), status_badge(document, edition), standard.version, due, actor_link(edition, standard.owner))
        )
        musts = [
            e for e in document.entries.values() if e.leaf and e.clause.type in (ClauseType.REQUIREMENT, ClauseType.INSTRUCTION)
        ]
        asked = asked_in[document.id]
        checked = set(document.check_items)
        coverage.append(
            (
                standard_link(document),
                len(musts),
                sum(e.id in checked for e in musts),
                sum(e.id in asked for e in musts),
                sum(e.id in asked or e.id in checked for e in musts),
                counts[document.id],
            )
        )
    planned = tuple(
        Link(f"{planned_code(e.id, edition.corpus)} {e.title}", "", e.en)
        for e in edition.corpus.registers.catalogue
        if e.id not in edition.documents
    )
    sections = (
        ("matters", "要办的事"),
        ("reviews", "标准与复审"),
        ("coverage", "覆盖"),
        ("findings", "检查结果"),
        ("waivers", "豁免"),
        ("planned", "待编标准"),
    )
    return ManageView(
        frame("manage/"),
        edition.day.isoformat(),
        {s.value: sum(f.severity is s for f in edition.findings) for s in Severity},
        tuple(_finding(f) for f in edition.findings if f.severity is not Severity.NOTE),
        tuple(reviews),
        tuple(coverage),
        planned,
        held(edition),
        tuple(_waiver(waiver, edition) for waiver in edition.corpus.registers.waivers),
        _matters(edition),
        tuple(Heading(id, name) for id, name in sections),
    )


def _matters(edition: Edition) -> tuple[tuple[str, tuple[tuple[Link, str, str], ...]], ...]:
    """What asks for attention by kind, waivers apart, which have a table of their own."""
    found = [m for m in review(edition.corpus, edition.findings, edition.day, WITHIN) if m.sort != "waiver"]
    groups = []
    for sort, names in SORTS.items():
        rows = tuple((_place(m.ref, edition), m.words, m.owner) for m in found if m.sort == sort)
        if rows:
            groups.append((names[0], rows))
    return tuple(groups)


def _place(ref: str, edition: Edition) -> Link:
    document = edition.documents.get(ref.partition("#")[0].partition(":")[0])
    return standard_link(document) if document else Link(ref)


def _waiver(waiver: Waiver, edition: Edition) -> tuple[str, Link, str, str, str]:
    id, _, clause = waiver.where.partition("#")
    where = Link(waiver.where, f"standards/{id}/#{clause}" if id in edition.documents else "")
    return waiver.rule, where, waiver.reason, actor_link(edition, waiver.by).text, waiver.until.isoformat()


def _finding(finding: Diagnostic) -> tuple[str, str, str, str]:
    return finding.code, finding.severity.value, f"{finding.place.file}:{finding.place.line}", finding.message()
