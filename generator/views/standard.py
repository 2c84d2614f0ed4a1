"""The page of a standard."""

from __future__ import annotations

from dataclasses import dataclass

from generator import Lang
from generator.model.corpus import Document, own_actors, short_code
from generator.model.edition import Edition, Heading
from generator.model.lifecycle import Shown, review_due, shown
from generator.model.outline import REFERENCES, SCOPE, Entry
from generator.model.prose import basis_status, bound, limit, limit_uses, own_parameters, plain, record_title, references, subject
from generator.model.standard import Citation, Clause, Parameter
from generator.views.clause_words import clause_words
from generator.views.diagram import Diagram, diagram
from generator.views.frame import (
    Badge,
    Frame,
    Link,
    Run,
    actor_link,
    actor_links,
    any_standard_link,
    clause_link,
    frame,
    page_of,
    runs,
    standard_link,
    standard_title,
    standard_url,
    status_badge,
)
from generator.views.history import VersionRow, former_places, version_rows
from generator.views.words import BASES, CLAUSE_TYPES, FORMATS, QUALIFICATIONS, SUBSYSTEMS, VERIFICATION, pick


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause as it is read: number, words, and what hangs on it."""

    id: str
    number: str
    depth: int
    title: str
    type: str
    type_name: str
    runs: tuple[Run, ...]
    items: tuple[tuple[Run, ...], ...]
    actors: tuple[Link, ...]
    records: tuple[Link, ...]
    evidence: str
    basis: tuple[str, ...]
    details: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    check_items: tuple[Link, ...]
    question_count: int
    fallback: bool
    children: tuple[ClauseView, ...]


@dataclass(frozen=True, slots=True)
class StepRow:
    number: Link
    name: str
    role: Link
    supporting: tuple[Link, ...]
    inputs: str
    limits: str
    outputs: str
    records: tuple[Link, ...]
    control: str


@dataclass(frozen=True, slots=True)
class LimitRow:
    id: str
    standard: Link
    subject: str
    value: str
    since: str
    basis: str
    source: str
    verification: Badge
    as_of: str
    clauses: tuple[Link, ...]
    role: Link
    domain: str


@dataclass(frozen=True, slots=True)
class RecordRow:
    id: str
    title: str
    fields: str
    retention: str
    keeper: Link
    format: str
    clauses: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RiskRow:
    hazard: str
    consequence: str
    level: int
    controls: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StandardView:
    frame: Frame
    id: str
    code: str
    title: str
    other_title: str
    kind: str
    status: Badge
    banner: str
    safety_level: str
    facts: tuple[tuple[str, str], ...]
    owner: Link
    foreword: tuple[Run, ...]
    chapters: tuple[ClauseView, ...]
    references: tuple[Link, ...]
    has_terms: bool
    diagram: Diagram | None
    process_after: str
    steps: tuple[StepRow, ...]
    matrix_roles: tuple[Link, ...]
    matrix: tuple[tuple[Link, tuple[str, ...]], ...]
    limits: tuple[LimitRow, ...]
    records: tuple[RecordRow, ...]
    risks: tuple[RiskRow, ...]
    cited_by: tuple[Link, ...]
    related: tuple[Link, ...]
    changelog: tuple[tuple[str, str, str], ...]
    versions: tuple[VersionRow, ...]
    former: tuple[tuple[str, Link], ...]
    checklists: tuple[Link, ...]
    quiz: Link
    other_language: Link
    headings: tuple[Heading, ...]


def standard_view(
    document: Document, edition: Edition, lang: Lang, question_counts: dict[str, int], citing: tuple[Link, ...]
) -> StandardView:
    """The page of one standard. `question_counts` maps clause id to practice items; `citing` who cites it."""
    standard, corpus = document.standard, edition.corpus
    page = frame(standard_url(document.id, lang), lang)
    chapters = tuple(
        _clause(entry, document, edition, lang, question_counts) for entry in document.entries.values() if entry.depth == 1
    )
    steps = document.steps
    roles = tuple(dict.fromkeys(r for e in steps if e.clause.step for r in (e.clause.step.role, *e.clause.step.with_)))
    return StandardView(
        frame=page,
        id=standard.id,
        code=standard.code,
        title=standard_title(document, lang),
        other_title=standard_title(document, "en" if lang == "zh" else "zh"),
        kind=page.say[standard.kind],
        status=status_badge(document, edition, lang),
        banner=_banner(document, edition, lang),
        safety_level=standard.safety_level,
        facts=_facts(document, edition, lang),
        owner=actor_link(edition, standard.owner, lang),
        foreword=runs(_overlay(document, lang, "foreword", standard.foreword), document, corpus, lang),
        chapters=chapters,
        references=tuple(_reference(edition, id, lang) for id in standard.references),
        has_terms=bool(standard.terms),
        diagram=diagram(document, edition, lang),
        process_after=steps[0].parents[-1].id if steps and steps[0].parents else "",
        steps=tuple(_step(entry, document, edition, lang) for entry in steps),
        matrix_roles=actor_links(edition, roles, lang),
        matrix=tuple(_matrix_row(entry, document, roles, lang) for entry in steps),
        limits=limit_rows(document, edition, lang),
        records=_records(document, edition, lang),
        risks=tuple(
            RiskRow(r.hazard, r.consequence, r.level, tuple(clause_link(document, c, lang) for c in r.controls))
            for r in standard.risks
        ),
        cited_by=citing,
        related=tuple(any_standard_link(edition, id, lang) for id in standard.related),
        changelog=tuple((c.version, c.date.isoformat(), c.reason) for c in standard.changelog),
        versions=version_rows(document.id, edition, lang),
        former=former_places(document),
        checklists=tuple(Link(c.title, f"checklists/{document.id}/#{c.id}", c.when) for c in document.checklists),
        quiz=Link(page.say["start_quiz"], f"quizzes/{document.id}/" if question_counts else ""),
        other_language=Link(
            page.say["other_language"], page_of(document, "en" if lang == "zh" else "zh") if document.english else ""
        ),
        headings=tuple(_heading(c) for c in chapters),
    )


def _heading(clause: ClauseView) -> Heading:
    children = tuple(_heading(c) for c in clause.children if c.title and c.depth < 3)
    return Heading(clause.id, f"{clause.number} {clause.title}", children)


def _overlay(document: Document, lang: Lang, field: str, chinese: str) -> str:
    english = getattr(document.english, field, None) if lang == "en" and document.english else None
    return english or chinese


def _banner(document: Document, edition: Edition, lang: Lang) -> str:
    standard = document.standard
    match shown(standard, edition.day):
        case Shown.IN_FORCE | Shown.UNDER_REVIEW:
            return ""
        case Shown.UPCOMING:
            day = standard.effective.isoformat() if standard.effective else "—"
            return pick((f"本标准将于 {day} 实施，现在还不生效。", f"This standard takes effect on {day}."), lang)
        case Shown.SUPERSEDED | Shown.WITHDRAWN:
            reason = standard.withdrawn_reason or ""
            return pick((f"本标准已废止。{reason}", f"This standard has been withdrawn. {reason}"), lang)
        case _:
            return pick(("本文是草案，不得作为执行依据。", "This is a draft and must not be used as authority."), lang)


def _facts(document: Document, edition: Edition, lang: Lang) -> tuple[tuple[str, str], ...]:
    standard, say = document.standard, frame("", lang).say
    rows = [(say["version"], standard.version)]
    if standard.published:
        rows.append((say["published"], standard.published.isoformat()))
    if standard.effective:
        rows.append((say["effective"], standard.effective.isoformat()))
    if standard.review:
        rows.append((say["review_due"], review_due(standard.review).isoformat()))
    if standard.approver:
        rows.append((say["approver"], actor_link(edition, standard.approver, lang).text))
    rows.append((say["safety_level"], say[standard.safety_level]))
    rows.append(("GB/T 15496", pick(SUBSYSTEMS[standard.subsystem], lang)))
    return tuple(rows)


def _clause(entry: Entry, document: Document, edition: Edition, lang: Lang, counts: dict[str, int]) -> ClauseView:
    clause, corpus = entry.clause, edition.corpus
    said = clause_words(entry, document, lang)
    return ClauseView(
        id=clause.id,
        number=entry.number,
        depth=entry.depth,
        title=said.title,
        type=clause.type.value if clause.type and clause.id != SCOPE else "",
        type_name=pick(CLAUSE_TYPES[clause.type.value], lang) if clause.type else "",
        runs=runs(said.text, document, corpus, lang) if said.text else (),
        items=tuple(runs(item, document, corpus, lang) for item in said.items),
        actors=actor_links(edition, own_actors(clause), lang),
        records=tuple(_record_link(document, id, lang) for id in clause.records),
        evidence=plain(clause.evidence, document, corpus) if clause.evidence and lang == "zh" else "",
        basis=tuple(_citation(c, edition, lang) for c in clause.basis),
        details=_details(clause, document, edition, lang),
        notes=_notes(clause, document, edition, lang),
        check_items=tuple(
            Link(plain(i.text, document, corpus), f"checklists/{document.id}/#{i.id}")
            for i in document.check_items.get(clause.id, ())
        ),
        question_count=counts.get(clause.id, 0),
        fallback=said.fallback,
        children=tuple(_clause(document.entries[c.id], document, edition, lang, counts) for c in clause.clauses),
    )


def _details(clause: Clause, document: Document, edition: Edition, lang: Lang) -> tuple[tuple[str, str], ...]:
    """What else a clause says in its fields, as name and words."""
    say = frame("", lang).say
    found: list[tuple[str, str]] = []
    if clause.qualification:
        found.append((say["qualification"], pick(QUALIFICATIONS[clause.qualification.kind], lang)))
    if clause.task and clause.task.event:
        found.append((say["trigger"], clause.task.event))
    if clause.authority:
        found.append((say["authority_limit"], clause.authority.limit or ""))
        escalate = clause.authority.escalate_to
        found.append((say["escalate_to"], actor_link(edition, escalate, lang).text if escalate else ""))
    if clause.indicator:
        found.append((say["target"], bound(document.parameters[clause.indicator.target], lang)))
        found.append((say["method"], clause.indicator.method))
    if clause.inspection:
        sample = clause.inspection.sample
        found.append((say["sample"], bound(document.parameters[sample], lang) if sample else ""))
        found.append((say["method"], clause.inspection.method))
    if clause.interface:
        names = (actor_link(edition, id, lang).text for id in clause.interface.with_)
        found.append((say["interface"], "、".join(names) if lang == "zh" else ", ".join(names)))
    if clause.step and clause.step.risks:
        hazards = {r.id: r.hazard for r in document.standard.risks}
        found.append((say["risks"], "、".join(hazards[id] for id in clause.step.risks)))
    return tuple((name, words) for name, words in found if words)


def _notes(clause: Clause, document: Document, edition: Edition, lang: Lang) -> tuple[str, ...]:
    """Unverified or stale facts that the clause rests on."""
    found = []
    for id in clause.facts:
        fact = edition.corpus.facts.get(id)
        if fact and (fact.status == "G" or fact.stale):
            found.append(f"{fact.id}：{pick(VERIFICATION[fact.status], lang)}")
    for id in own_parameters(clause.text or "", *clause.items):
        parameter = document.parameters[id]
        if basis_status(parameter, edition.corpus) == "G":
            found.append(f"{limit(parameter, lang)}：{pick(VERIFICATION['G'], lang)}")
    return tuple(found)


def _citation(citation: Citation, edition: Edition, lang: Lang) -> str:
    law = edition.corpus.laws[citation.law]
    if lang == "en":
        return f"{law.en}, {citation.article} (text of {citation.as_of})"
    return f"《{law.title}》{citation.article}（{citation.as_of} 文本）"


def _reference(edition: Edition, id: str, lang: Lang) -> Link:
    law = edition.corpus.laws.get(id)
    if law is None:
        return any_standard_link(edition, id, lang)
    name = pick((law.title, law.en), lang)
    return Link(f"{law.code} {name}" if law.code else (f"《{name}》" if lang == "zh" else name))


def _record_link(document: Document, id: str, lang: Lang) -> Link:
    return Link(record_title(document, document.records[id], lang), f"{standard_url(document.id, lang)}#{id}")


def _step(entry: Entry, document: Document, edition: Edition, lang: Lang) -> StepRow:
    step = entry.clause.step
    assert step is not None
    title = clause_words(entry, document, lang).title
    return StepRow(
        number=clause_link(document, entry.id, lang),
        name=title,
        role=actor_link(edition, step.role, lang),
        supporting=actor_links(edition, step.with_, lang),
        inputs=plain("、".join(step.inputs), document, edition.corpus),
        limits="；".join(_limit_of(document.parameters[id], lang) for id in step.limits),
        outputs=plain("、".join(step.outputs), document, edition.corpus),
        records=tuple(_record_link(document, id, lang) for id in entry.clause.records),
        control=plain(step.control, document, edition.corpus),
    )


def _limit_of(parameter: Parameter, lang: Lang) -> str:
    case = parameter.applies_to.case if parameter.applies_to and lang == "zh" else None
    return f"{case} {bound(parameter, lang)}" if case else bound(parameter, lang)


def _matrix_row(entry: Entry, document: Document, roles: tuple[str, ...], lang: Lang) -> tuple[Link, tuple[str, ...]]:
    step = entry.clause.step
    assert step is not None
    title = clause_words(entry, document, lang).title
    link = clause_link(document, entry.id, lang)
    marks = tuple("R" if r == step.role else "C" if r in step.with_ else "" for r in roles)
    return Link(f"{link.text} {title}", link.href), marks


def limit_rows(document: Document, edition: Edition, lang: Lang = "zh") -> tuple[LimitRow, ...]:
    """Every limit of a standard with its basis and where it is quoted."""
    uses = limit_uses(document)
    rows = []
    for parameter in document.standard.parameters:
        fact = edition.corpus.facts.get(parameter.fact) if parameter.fact else None
        status = basis_status(parameter, edition.corpus)
        rows.append(
            LimitRow(
                id=parameter.id,
                standard=standard_link(document, lang),
                subject=subject(parameter, document, lang),
                value=bound(parameter, lang),
                since=parameter.since or "",
                basis=pick(BASES[parameter.basis], lang),
                source=fact.source if fact else short_code(document.standard),
                verification=Badge(pick(VERIFICATION[status], lang), {"V": "v", "V*": "vs", "G": "g", "E": "e"}[status]),
                as_of=fact.as_of.isoformat() if fact and fact.as_of else "",
                clauses=tuple(clause_link(document, c, lang) for c in uses.get(parameter.id, ())),
                role=actor_link(edition, parameter.role, lang) if parameter.role else Link(""),
                domain=document.standard.domain,
            )
        )
    return tuple(rows)


def _records(document: Document, edition: Edition, lang: Lang) -> tuple[RecordRow, ...]:
    rows = []
    for record in document.standard.records:
        producing = [e.id for e in document.entries.values() if record.id in e.clause.records]
        rows.append(
            RecordRow(
                id=record.id,
                title=record_title(document, record, lang),
                fields="、".join(record.fields),
                retention=limit(document.parameters[record.retention], lang),
                keeper=actor_link(edition, record.keeper, lang),
                format=pick(FORMATS[record.format], lang),
                clauses=tuple(clause_link(document, id, lang) for id in producing),
            )
        )
    return tuple(rows)


def cited_by(edition: Edition, lang: Lang = "zh") -> dict[str, tuple[Link, ...]]:
    """Standard id to the standards whose text cites it."""
    found: dict[str, dict[str, Link]] = {}
    for document in edition.documents.values():
        for entry in document.entries.values():
            for text in (entry.clause.text or "", *entry.clause.items):
                for reference in references(text):
                    if reference.standard and reference.standard != document.id:
                        link = clause_link(document, entry.id, lang)
                        label = f"{short_code(document.standard)} {link.text}"
                        found.setdefault(reference.standard, {})[label] = Link(label, link.href, document.standard.title)
    return {id: tuple(links.values()) for id, links in found.items()}


__all__ = ["REFERENCES", "ClauseView", "LimitRow", "StandardView", "cited_by", "limit_rows", "standard_view"]
