"""Versions and changes in the site: the list, a redline for any two versions, a feed and a calendar."""

from __future__ import annotations

from collections.abc import Iterator

from generator import Lang
from generator.history.review import review
from generator.model.edition import Artifact, Edition, Page
from generator.outputs.calendar import Entry, Occasion, atom, ics
from generator.outputs.review import occasions
from generator.outputs.templates import html
from generator.views.history import changes_view, redline_views

TITLES: dict[Lang, str] = {"zh": "{title}：{old} 与 {new} 对照", "en": "{title}: {old} beside {new}"}
YEARS = 36_525
"""Days ahead that the calendar looks: all of them."""


def changes(edition: Edition) -> Iterator[Artifact | Page]:
    """`changes/` with `feed.atom` and `dates.ics`, and `standards/<id>/changes/<old>-<new>/`; the pages in English too."""
    view = changes_view(edition)
    yield Page("changes/", "变更", "标准的新版和改了什么", html("changes", view))
    english = changes_view(edition, "en")
    yield Page(english.frame.url, "Changes", "New versions of standards and what changed", html("changes", english), (), "en")
    for lang, words in TITLES.items():
        for one in redline_views(edition, lang):
            title = words.format(title=one.title, old=one.old, new=one.new)
            yield Page(one.frame.url, title, f"{one.code} {title}", html("redline", one), one.headings, lang)
    settings = edition.corpus.settings
    home = settings.site_url
    entries = [
        Entry(
            f"{home}{r.compared.href or r.standard.href}",
            f"{r.standard.text} {r.version}（{r.status.text}）",
            edition.day.fromisoformat(r.day),
            r.reason,
        )
        for r in view.releases
    ]
    yield Artifact("changes/feed.atom", atom("标准变更", home, settings.organisation, entries, edition.day))
    yield Artifact("changes/dates.ics", ics("标准的日期", _dates(edition), edition.day))


def _dates(edition: Edition) -> Iterator[Occasion]:
    """Effective dates, past ones too, and what is ahead: ends and reviews."""
    corpus = edition.corpus
    for document in corpus.documents:
        standard = document.standard
        if standard.effective and (standard.published or standard.effective <= edition.day):
            yield Occasion(
                f"effective-{standard.id}-{standard.version}",
                standard.effective,
                f"实施：{standard.title} {standard.version}",
                standard.code,
                f"{corpus.settings.site_url}standards/{standard.id}/",
            )
    matters = review(corpus, (), edition.day, YEARS)
    yield from occasions(
        [m for m in matters if m.sort in ("due", "overdue") or (m.sort == "upcoming" and "废止" in m.words)], corpus, "zh"
    )
