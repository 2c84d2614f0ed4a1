"""The standard-system table of GB/T 13016: structure, list and statistics, counted from the standards and the catalogue."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.model.edition import Edition, Heading
from generator.model.lifecycle import LABELS, shown
from generator.model.prose import planned_code
from generator.views.frame import Frame, Link, actor_link, frame, standard_link
from generator.views.words import SUBSYSTEMS, pick

PLANNED = "待编"
KINDS = {"management": "管理标准", "work": "工作标准"}


@dataclass(frozen=True, slots=True)
class SystemView:
    """`structure` holds subsystem, its domains and their standards; the sums of `statistics` stand in its last row."""

    frame: Frame
    organisation: str
    structure: tuple[tuple[str, tuple[tuple[str, tuple[Link, ...]], ...]], ...]
    listing: tuple[tuple[int, str, Link, str, str, str, str, str, str], ...]
    columns: tuple[str, ...]
    statistics: tuple[tuple[str, tuple[int, ...]], ...]
    headings: tuple[Heading, ...]


def system_view(edition: Edition) -> SystemView:
    """What there is and what is planned."""
    settings = edition.corpus.settings
    headings = (Heading("structure", "体系结构图"), Heading("listing", "明细表"), Heading("statistics", "统计表"))
    states, statistics = _statistics(edition)
    return SystemView(
        frame("manage/system/"), settings.organisation, _structure(edition), _listing(edition), states, statistics, headings
    )


def _structure(edition: Edition) -> tuple[tuple[str, tuple[tuple[str, tuple[Link, ...]], ...]], ...]:
    made = []
    for subsystem, names in SUBSYSTEMS.items():
        domains = []
        for domain in edition.corpus.settings.domains:
            own = [d for d in edition.documents.values() if (d.standard.subsystem, d.standard.domain) == (subsystem, domain.id)]
            if own:
                domains.append((f"{domain.id} {domain.zh}", tuple(standard_link(d) for d in own)))
        made.append((pick(names, "zh"), tuple(domains)))
    return tuple(made)


def _listing(edition: Edition) -> tuple[tuple[int, str, Link, str, str, str, str, str, str], ...]:
    domains = {d.id: d.zh for d in edition.corpus.settings.domains}
    rows = []
    for document in edition.documents.values():
        s = document.standard
        state = LABELS[shown(s, edition.day)][0]
        subsystem = pick(SUBSYSTEMS[s.subsystem], "zh")
        effective = s.effective.isoformat() if s.effective else "—"
        owner = actor_link(edition, s.owner).text
        link = Link(s.title, standard_link(document).href)
        rows.append((s.id, (s.code, link, subsystem, domains.get(s.domain, s.domain), owner, s.version, effective, state)))
    for entry in edition.corpus.registers.catalogue:
        if entry.id not in edition.documents:
            code, domain = planned_code(entry.id, edition.corpus), domains.get(entry.id[2:4], entry.id[2:4])
            owner = actor_link(edition, entry.dept).text
            rows.append((entry.id, (code, Link(entry.title), "—", domain, owner, "—", "—", PLANNED)))
    return tuple((number, *row) for number, (_, row) in enumerate(sorted(rows, key=lambda r: r[0]), 1))


def _statistics(edition: Edition) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[int, ...]], ...]]:
    """Kinds of standard by status, with sums."""
    counts: Counter[tuple[str, str]] = Counter()
    for document in edition.documents.values():
        counts[document.standard.kind, LABELS[shown(document.standard, edition.day)][0]] += 1
    for entry in edition.corpus.registers.catalogue:
        if entry.id not in edition.documents:
            counts["management" if entry.id.startswith("g") else "work", PLANNED] += 1
    states = [label for label, _ in LABELS.values()] + [PLANNED]
    used = tuple(state for state in states if any(counts[kind, state] for kind in KINDS))
    rows = [(name, tuple(counts[kind, state] for state in used)) for kind, name in KINDS.items()]
    rows = [(name, (*cells, sum(cells))) for name, cells in rows]
    total = tuple(map(sum, zip(*(cells for _, cells in rows), strict=True)))
    return (*used, "合计"), (*rows, ("合计", total))
