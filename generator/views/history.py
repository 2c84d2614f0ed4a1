"""Versions of standards, what changed from one to the next and for whom, and redlines between any two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations, pairwise, zip_longest

from generator import Lang
from generator.history.change import Change
from generator.history.diff import versions_diff
from generator.history.impact import bound_by
from generator.history.labels import grade_name, kind_name
from generator.history.timeline import history_of
from generator.history.words import Piece, redline
from generator.model.corpus import Corpus, Document
from generator.model.edition import Edition, Heading
from generator.model.lifecycle import LABELS, shown
from generator.model.outline import Entry
from generator.model.prose import bound, plain, subject
from generator.views.clause_words import clause_words
from generator.views.frame import Badge, Frame, Link, frame, page_of, standard_link, standard_title, standard_url
from generator.views.words import pick

SHOWN = frozenset({"lifecycle", "owner", "meta", "question", "register"})
"""Kinds of change that say nothing to those who follow the standard."""
WORD_BY_WORD = ("逐字对照", "Word by word")


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of a standard; `compared` lead to redlines with every earlier one, the nearest first."""

    version: str
    published: str
    effective: str
    status: Badge
    reason: str
    compared: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change as readers see it; `posts` are the ids of those who must know, `lang` is that of the pieces."""

    grade: str
    grade_name: str
    kind: str
    clause: Link
    name: str
    pieces: tuple[Piece, ...]
    certain: bool
    posts: str
    lang: Lang


@dataclass(frozen=True, slots=True)
class Release:
    """A version that took or takes effect; the first one of a standard has no rows."""

    day: str
    standard: Link
    version: str
    status: Badge
    reason: str
    compared: Link
    rows: tuple[ChangeRow, ...]
    posts: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    frame: Frame
    other: Link
    day: str
    releases: tuple[Release, ...]
    posts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RedClause:
    """A clause in two versions at once; `state` is same, changed, added or removed, `lang` that of its words."""

    id: str
    number: str
    depth: int
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]
    items: tuple[tuple[Piece, ...], ...]
    state: str
    lang: Lang


@dataclass(frozen=True, slots=True)
class RedlineView:
    frame: Frame
    other: Link
    code: str
    title: str
    standard: Link
    old: str
    new: str
    dates: tuple[str, str]
    rows: tuple[ChangeRow, ...]
    clauses: tuple[RedClause, ...]
    others: tuple[Link, ...]
    headings: tuple[Heading, ...]


def redline_url(id: str, old: str, new: str, lang: Lang = "zh") -> str:
    """The address of the redline between two versions."""
    return f"{standard_url(id, lang)}changes/{old}-{new}/"


def version_rows(id: str, edition: Edition, lang: Lang = "zh") -> tuple[VersionRow, ...]:
    """The published versions of a standard, newest first."""
    versions = history_of(id, edition.corpus)
    rows: list[VersionRow] = []
    for index, document in enumerate(versions):
        standard = document.standard
        earlier = [d.standard.version for d in versions[:index]]
        name = pick(("与 {} 对照", "compare with {}"), lang)
        compared = tuple(Link(name.format(v), redline_url(id, v, standard.version, lang)) for v in reversed(earlier))
        rows.append(
            VersionRow(
                standard.version,
                str(standard.published or "—"),
                str(standard.effective or "—"),
                _status(document, versions, edition, lang),
                _reason(document),
                compared,
            )
        )
    return tuple(reversed(rows))


def _status(document: Document, versions: Iterable[Document], edition: Edition, lang: Lang) -> Badge:
    """What readers see on the day; a version that a later one has replaced is superseded."""
    state = shown(document.standard, edition.day)
    start = document.standard.effective or date.max
    replaced = any(start < (d.standard.effective or date.max) <= edition.day for d in versions)
    if replaced and state in ("in_force", "under_review"):
        return Badge(pick(("已被新版代替", "Replaced by a newer version"), lang), "superseded")
    return Badge(pick(LABELS[state], lang), state.value)


def _reason(document: Document) -> str:
    return next((c.reason for c in reversed(document.standard.changelog) if c.version == document.standard.version), "")


def changes_view(edition: Edition, lang: Lang = "zh") -> ChangesView:
    """Every version of every standard by effective date, newest first, with what changed."""
    releases: list[Release] = []
    for id in edition.documents:
        versions = history_of(id, edition.corpus)
        releases += [_release(None, d, versions, edition, lang) for d in versions[:1]]
        releases += [_release(old, new, versions, edition, lang) for old, new in pairwise(versions)]
    known = sorted(edition.corpus.registers.positions, key=lambda p: p.zh.encode("gb18030"))
    used = {id for release in releases for id in release.posts.split()}
    posts = tuple((p.id, pick((p.zh, p.en), lang)) for p in known if p.id in used)
    ordered = sorted(releases, key=lambda r: (r.day, r.standard.href), reverse=True)
    page = frame(pick(("changes/", "en/changes/"), lang), lang)
    other = Link(page.say["other_language"], pick(("en/changes/", "changes/"), lang))
    return ChangesView(page, other, edition.day.isoformat(), tuple(ordered), posts)


def _release(old: Document | None, new: Document, versions: tuple[Document, ...], edition: Edition, lang: Lang) -> Release:
    standard = new.standard
    rows = change_rows(old, new, edition, lang) if old else ()
    everyone = {actor for entry in new.entries.values() for actor in new.actors(entry)} if old is None else frozenset()
    return Release(
        standard.effective.isoformat() if standard.effective else "",
        standard_link(new, lang),
        standard.version,
        _status(new, versions, edition, lang),
        _reason(new),
        Link(pick(WORD_BY_WORD, lang), redline_url(new.id, old.standard.version, standard.version, lang)) if old else Link(""),
        rows,
        " ".join(dict.fromkeys([*_posts(everyone, edition.corpus), *(id for row in rows for id in row.posts.split())])),
    )


def _posts(actors: Iterable[str], corpus: Corpus) -> list[str]:
    """The posts that are among some actors: as themselves, as what they lie within, or as one of a department."""
    touched = set(actors)
    return [p.id for p in corpus.registers.positions if touched & {*corpus.wider(p.id), p.dept}] if touched else []


def change_rows(old: Document, new: Document, edition: Edition, lang: Lang) -> tuple[ChangeRow, ...]:
    """What changed from one version to the other, in meaning first."""
    sides = _sides(old, new, edition.corpus)
    found = [c for c in versions_diff(old, new, edition.corpus) if c.kind not in SHOWN and c.part != "en"]
    return tuple(_row(c, old, new, sides, edition.corpus, lang) for c in sorted(found, key=lambda c: not c.in_meaning))


def _sides(old: Document, new: Document, corpus: Corpus) -> tuple[Corpus, Corpus]:
    one, two = (replace(corpus, working={d.id: d}, released={}) for d in (old, new))
    return one, two


def _row(change: Change, old: Document, new: Document, sides: tuple[Corpus, Corpus], corpus: Corpus, lang: Lang) -> ChangeRow:
    clause = change.ref.partition("#")[2]
    entry = new.entries.get(clause) or old.entries.get(clause)
    number = entry.number if entry else ""
    gone = bool(clause) and clause not in new.entries
    href = "" if gone else f"{page_of(new, lang)}{f'#{clause}' if clause else ''}"
    posts = " ".join(_posts(bound_by(change, *sides), corpus))
    limit = new.parameters.get(change.part) or old.parameters.get(change.part)
    home = new if clause in new.entries else old
    name = subject(limit, new, lang) if limit else clause_words(entry, home, lang).title if entry else ""
    said = _translated(change, clause, old, new, corpus) if lang == "en" else None
    return ChangeRow(
        change.grade.value,
        grade_name(change.grade, lang),
        kind_name(change.kind, lang),
        Link(number or new.id, href),
        name,
        redline(*(said or (change.old, change.new))),
        change.certain,
        posts,
        "en" if said else "zh",
    )


def _translated(change: Change, clause: str, old: Document, new: Document, corpus: Corpus) -> tuple[str, str] | None:
    """What a limit or a text was and is in English; None where one of them has no English, or both have the same."""
    limits = [document.parameters.get(change.part) for document in (old, new)]
    if any(limits):
        one, two = (bound(p, "en") if p else "" for p in limits)
        return one, two
    if change.kind not in ("clause", "verb"):
        return None
    said = []
    for document in (old, new):
        entry = document.entries.get(clause)
        words = clause_words(entry, document, "en") if entry else None
        if words and words.fallback:
            return None
        said.append(" ".join(plain(t, document, corpus, "en") for t in (words.text, *words.items)) if words else "")
    return (said[0], said[1]) if said[0] != said[1] else None


def redline_views(edition: Edition, lang: Lang = "zh") -> Iterator[RedlineView]:
    """A page for any two versions of a standard; in English of those that have English."""
    for id in edition.documents:
        pairs = list(combinations(history_of(id, edition.corpus), 2))
        for old, new in pairs:
            yield _redline(old, new, [(a.standard.version, b.standard.version) for a, b in pairs], edition, lang)


def _redline(old: Document, new: Document, pairs: list[tuple[str, str]], edition: Edition, lang: Lang) -> RedlineView:
    one, two = old.standard, new.standard
    here = (one.version, two.version)
    others = tuple(Link(f"{a} → {b}", redline_url(new.id, a, b, lang)) for a, b in pairs if (a, b) != here)
    clauses = tuple(_clauses(old, new, edition.corpus, lang))
    page = frame(redline_url(new.id, *here, lang), lang)
    other = Link(page.say["other_language"], redline_url(new.id, *here, "zh" if lang == "en" else "en"))
    return RedlineView(
        page,
        other,
        two.code,
        standard_title(new, lang),
        standard_link(new, lang),
        one.version,
        two.version,
        (str(one.effective or "—"), str(two.effective or "—")),
        change_rows(old, new, edition, lang),
        clauses,
        others,
        (Heading("_summary", pick(("变更一览", "Summary"), lang)), Heading("_text", pick(WORD_BY_WORD, lang))),
    )


def _clauses(old: Document, new: Document, corpus: Corpus, lang: Lang) -> Iterator[RedClause]:
    """All clauses of the new version in order, those that are gone after the one that they followed."""
    before, after = list(old.entries), list(new.entries)
    follows: dict[str, list[str]] = {}
    last = ""
    for id in before:
        if id in new.entries:
            last = id
        else:
            follows.setdefault(last, []).append(id)
    for id in ["", *after]:
        if id:
            yield _clause(old.entries.get(id), new.entries[id], old, new, corpus, lang)
        for gone in follows.get(id, ()):
            yield _clause(old.entries[gone], None, old, new, corpus, lang)


def _clause(one: Entry | None, two: Entry | None, old: Document, new: Document, corpus: Corpus, lang: Lang) -> RedClause:
    there = two or one
    assert there is not None
    both = [(entry, document) for entry, document in ((one, old), (two, new)) if entry]
    if lang == "en" and any(clause_words(entry, document, lang).fallback for entry, document in both):
        lang = "zh"
    said = [_said(entry, document, corpus, lang) for entry, document in ((one, old), (two, new))]
    state = "added" if one is None else "removed" if two is None else "same" if said[0] == said[1] else "changed"
    return RedClause(
        there.id,
        there.number,
        there.depth,
        redline(said[0][0], said[1][0]),
        redline(said[0][1], said[1][1]),
        tuple(_items(said[0][2], said[1][2])),
        state,
        lang,
    )


def _said(entry: Entry | None, document: Document, corpus: Corpus, lang: Lang) -> tuple[str, str, tuple[str, ...]]:
    if entry is None:
        return "", "", ()
    words = clause_words(entry, document, lang)
    items = tuple(plain(item, document, corpus, lang) for item in words.items)
    return words.title, plain(words.text, document, corpus, lang), items


def _items(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[tuple[Piece, ...]]:
    for _, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for left, right in zip_longest(old[i1:i2], new[j1:j2], fillvalue=""):
            yield redline(left, right)


def former_places(document: Document) -> tuple[tuple[str, Link], ...]:
    """Ids that clauses once had, each with where it leads now (no address for a clause that is gone)."""
    standard = document.standard
    sent = [(r.id, Link(r.to, _address(r.to))) for r in standard.redirects]
    known: Mapping[str, Link] = dict(sent)
    return (*sent, *((id, Link("")) for id in standard.retired_ids if id not in known))


def _address(ref: str) -> str:
    id, _, clause = ref.partition("#")
    return f"{standard_url(id)}{f'#{clause}' if clause else ''}"
