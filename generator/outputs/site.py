"""The pages of the site as HTML fragments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator import Lang
from generator.items.bank import bank
from generator.items.forms import one_a_slot
from generator.items.item import Item
from generator.model.edition import Edition, Heading, Page
from generator.outputs.templates import html
from generator.views.checklist import checklist_view
from generator.views.editors import editors_view
from generator.views.frame import Link
from generator.views.lists import (
    domain_view,
    home_view,
    limits_view,
    list_view,
    manage_view,
    positions_view,
    standards_view,
    terms_view,
)
from generator.views.position import position_views
from generator.views.quiz import quiz_view
from generator.views.search import search_view
from generator.views.standard import cited_by, standard_view
from generator.views.system import system_view


def pages(edition: Edition) -> Iterator[Page]:
    """Every page, home first."""
    items = tuple(one_a_slot([item for item in bank(edition) if not item.exam], 0))
    counts = Counter(item.standard for item in items)
    yield _page("home", home_view(edition, "zh", counts), "", "首页", "营销标准：条款、限值、检查单和自测题")
    yield _page("standards", view := standards_view(edition, counts), "standards/", "标准", "全部标准", view.headings)
    yield from _standards(edition, items)
    yield from _training(edition, items)
    for domain in edition.corpus.settings.domains:
        yield _page("domain", domain_view(edition, domain, counts), f"domains/{domain.id}/", domain.zh, f"专业域：{domain.zh}")
    everyone = positions_view(edition)
    yield _page("list", everyone, "positions/", "岗位", everyone.intro, everyone.headings)
    for post in position_views(edition, items):
        yield _page("position", post, post.frame.url, post.name, f"{post.name}：标准、职责、限值、检查单", post.headings)
    yield _page("limits", limits_view(edition), "limits/", "限值一览", "标准中的全部限值")
    yield _page("terms", terms_view(edition), "terms/", "术语", "术语和定义")
    yield _page("search", search_view(edition), "search/", "搜索", "搜索条款")
    yield _page("search", search_view(edition, "en"), "en/search/", "Search", "Search clauses", lang="en")
    manager = manage_view(edition, items)
    yield _page("manage", manager, "manage/", "管理员页", "复审、覆盖和检查结果", manager.headings)
    system = system_view(edition)
    yield _page("system", system, system.frame.url, "标准体系表", "体系结构图、明细表和统计表", system.headings)
    guide = editors_view(edition)
    yield _page("editors", guide, guide.frame.url, "怎样改标准", "给编写人：一步一步改一项标准", guide.headings)
    yield _page("home", home_view(edition, "en", counts), "en/", "Home", "Marketing standards", lang="en")


def _standards(edition: Edition, items: Sequence[Item]) -> Iterator[Page]:
    by_standard: dict[str, Counter[str]] = {id: Counter() for id in edition.documents}
    for item in items:
        by_standard[item.standard][item.clause] += 1
    languages: tuple[Lang, ...] = ("zh", "en")
    for lang in languages:
        citing = cited_by(edition, lang)
        for document in edition.documents.values():
            if lang == "zh" or document.english:
                view = standard_view(document, edition, lang, by_standard[document.id], citing.get(document.id, ()))
                summary = f"{view.code} {view.title}"
                yield _page("standard", view, view.frame.url, summary, summary, view.headings, lang=lang)


def _training(edition: Edition, items: Sequence[Item]) -> Iterator[Page]:
    sheets: list[Link] = []
    quizzes: list[Link] = []
    by_standard: dict[str, list[Item]] = {id: [] for id in edition.documents}
    for item in items:
        by_standard[item.standard].append(item)
    for document in edition.documents.values():
        name = f"{document.standard.code} {document.standard.title}"
        if document.checklists:
            checklist = checklist_view(document, edition)
            yield _page("checklist", checklist, checklist.frame.url, f"检查单：{document.standard.title}", f"{name}：检查单")
            sheets += [
                Link(s.title, f"{checklist.frame.url}#{s.id}", f"{document.standard.title}；{s.when}") for s in checklist.sheets
            ]
        if own := by_standard[document.id]:
            quiz = quiz_view(document, own)
            yield _page("quiz", quiz, quiz.frame.url, f"自测：{document.standard.title}", f"{name}：自测题", quiz.headings)
            quizzes.append(Link(name, quiz.frame.url, f"{quiz.count} 题"))
    for url, title, intro, links in (
        ("checklists/", "检查单", "现场和管理用的检查单；每份都可打印成 A4。", sheets),
        ("quizzes/", "自测", "按标准自测；每题都引用条款原文。", quizzes),
    ):
        yield _page("list", list_view(url, title, intro, [("all", title, links)]), url, title, intro)


def _page(
    template: str, view: object, url: str, title: str, description: str, headings: tuple[Heading, ...] = (), lang: str = "zh"
) -> Page:
    return Page(url, title, description, html(template, view), headings, lang)
