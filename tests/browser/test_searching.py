"""Search in a real browser: the same answers as the command line, the header's box, the page with its filters."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from generator.model.edition import Edition
from generator.search.documents import documents
from generator.search.engine import search
from generator.search.index import index

HERE = Path(__file__).parent.parent / "search"
VECTORS = yaml.safe_load((HERE / "vectors.yml").read_text("utf-8"))
JUDGED = [
    entry["query"]
    for name in ("queries", "holdout", "final", "laws")
    for entry in yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8"))
]
HOSTILE = ["*:* AND (", "😀", "验" * 10_000, "a\x00b", "[0-9]{9}.*(", "__proto__", "constructor", "停", " ", "yand"]
FOUND = """queries => Promise.all(queries.map(query => stdbookSearch.search(query, 10).then(
    found => [found.total, found.hits.map(hit => hit.ref), found.answers.map(answer => answer.value), found.sure])))"""
FIRST_QUERY_BYTES = 60_000


def test_every_door_gives_the_same_ten(page: Page, real: Edition) -> None:
    """For every judged and every hostile query: how many, the first ten in order, the answer, whether it is sure."""
    whole = index(documents(real), real.corpus)
    page.goto("search/")
    queries = [*JUDGED, *HOSTILE]
    for query, made in zip(queries, page.evaluate(FOUND, queries), strict=True):
        found = search(whole, query, limit=10, facets={})
        refs = [hit.entry.ref for hit in found.hits]
        assert made == [found.total, refs, [answer.value for answer in found.answers], found.sure], query[:40]


def test_facets_count_and_narrow_as_the_command_line_does(page: Page, real: Edition) -> None:
    """The filters' counts are what the command line finds with that filter."""
    whole = index(documents(real), real.corpus)
    page.goto("search/?q=" + quote("检查"))
    option = page.locator("select[name=kind] option[value=work]")
    total = search(whole, "检查", limit=1, facets={"kind": "work"}).total
    expect(option).to_have_text(f"工作标准 ({total})")
    page.locator("select[name=kind]").select_option("work")
    expect(page.locator(".sb-search__status")).to_contain_text(str(total))
    assert "kind=work" in page.url
    page.locator("select[name=position]").select_option("meter-installer")
    narrowed = search(whole, "检查", limit=1, facets={"kind": "work", "position": "meter-installer"}).total
    expect(page.locator(".sb-search__status")).to_contain_text(str(narrowed))
    page.go_back()
    expect(page.locator(".sb-search__status")).to_contain_text(str(total))
    expect(page.locator("select[name=position]")).to_have_value("")


def test_the_analyser_has_a_twin(page: Page) -> None:
    """The JavaScript analyser gives the vectors' tokens."""
    page.goto("search/")
    script = "texts => stdbookSearch.engine().then(c => c.warm().then(() => texts.map(t => c.analyser.tokens(t))))"
    assert page.evaluate(script, [v["text"] for v in VECTORS]) == [v["tokens"] for v in VECTORS]


def test_header_search_by_keyboard(page: Page) -> None:
    """`/` opens the box, arrows choose, Enter goes to the clause, whose anchor is its id; Esc closes."""
    page.goto("")
    page.keyboard.press("/")
    page.keyboard.type("二次开路")
    box, options = page.locator("#sb-q"), page.locator("#sb-hits [role=option]")
    expect(options.first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#sb-hits")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("路")
    page.keyboard.press("Backspace")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "sb-hit-0")
    page.keyboard.press("Enter")
    page.wait_for_url("**/standards/*/#*")
    assert page.locator(":target").count() == 1


def test_enter_without_a_choice_opens_the_page_of_results(page: Page) -> None:
    """The whole list is one key away, with the query in its address."""
    page.goto("")
    page.locator("#sb-q").fill("封印")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator(".sb-results .sb-hit").first).to_contain_text("封印")


def test_a_slash_on_a_phone_opens_the_page(page: Page) -> None:
    """Where the header has no box, the key leads to the page's."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("standards/g208-01/")
    page.keyboard.press("/")
    page.wait_for_url("**/search/")
    expect(page.locator("#page-search")).to_be_focused()


def test_a_question_shows_its_answer_first(page: Page) -> None:
    """The card has the limit, its source and its status, and leads to the clause."""
    page.goto("search/?q=" + quote("停电要提前几天通知用户"))
    card = page.locator(".sb-answer-card")
    expect(card).to_contain_text("≥ 7 日")
    expect(card).to_contain_text("法规")
    expect(card).to_have_attribute("href", "../standards/g202-01/#outage-notice")


def test_quantities_are_marked_in_any_spelling(page: Page) -> None:
    """十千伏 marks 10 kV in the clause."""
    page.goto("search/?q=" + quote("十千伏"))
    expect(page.locator(".sb-results mark").first).to_have_text("10 kV")


def test_nothing_found_says_what_to_do(page: Page) -> None:
    """Near words can be clicked, and there are other ways in."""
    page.goto("search/?q=" + quote("咽电咽"))
    expect(page.locator(".sb-search__status")).to_contain_text("没有")
    page.goto("search/?q=" + quote("😀"))
    expect(page.locator("[data-search-elsewhere]")).to_be_visible()


def test_recent_searches_are_kept_and_cleared(page: Page) -> None:
    """A sent query is offered again on the empty page, until the reader clears it."""
    page.goto("search/?q=" + quote("脱敏"))
    page.locator("form[data-search-page] button").click()
    page.goto("search/")
    page.get_by_role("button", name="脱敏").click()
    expect(page.locator("#page-search")).to_have_value("脱敏")
    expect(page.locator(".sb-results .sb-hit").first).to_be_visible()
    page.goto("search/")
    page.get_by_role("button", name="清除").click()
    expect(page.locator("[data-search-recent]")).to_be_hidden()


def test_more_results_come_on_request(page: Page) -> None:
    """The page shows thirty, then sixty, and moves the focus on."""
    page.goto("search/?q=" + quote("检查"))
    expect(page.locator(".sb-results li")).to_have_count(30)
    page.locator("[data-search-more]").click()
    expect(page.locator(".sb-results li")).to_have_count(60)
    expect(page.locator(".sb-results li").nth(30).locator("a")).to_be_focused()


def test_english_has_its_own_page(page: Page) -> None:
    """English words find clauses, shown and linked in English."""
    page.goto("en/search/?q=earthing+lead")
    hit = page.locator(".sb-results .sb-hit").first
    expect(hit).to_contain_text("earthing", ignore_case=True)
    expect(hit).to_have_attribute("href", "../../en/standards/g208-01/#grounding-lead")
    expect(page.locator(".sb-search__status")).to_contain_text("results")


def test_nothing_is_fetched_for_search_before_it_is_used(page: Page) -> None:
    """Reading costs no search data."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("standards/g208-01/", wait_until="networkidle")
    assert not [url for url in asked if "/search/" in url or "search-core" in url]


@pytest.mark.parametrize("query", ["验电", "停电要提前几天通知用户", "10千伏报装多少天", "206.01"])
def test_the_first_query_is_light(page: Page, site: Path, address: str, query: str) -> None:
    """What the first query fetches, scripts and results too, is at most 60 kB compressed."""
    page.goto("standards/g208-01/", wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.locator("#sb-q").fill(query)
    expect(page.locator("#sb-hits [role=option]").first).to_be_visible()
    weight = sum(len(gzip.compress((site / path).read_bytes(), 6)) for path in asked)
    assert "static/search-core.js" in asked
    assert weight <= FIRST_QUERY_BYTES


def test_search_without_a_server(browser: Browser, site: Path) -> None:
    """From a folder on disk, with no network, a query is answered and its link opens the clause."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((site / "search" / "index.html").as_uri())
    page.locator("#page-search").fill("竊電")
    hit = page.locator(".sb-results .sb-hit").first
    expect(hit).to_contain_text("窃电")
    hit.click()
    page.wait_for_url("file://**/index.html#*")
    assert page.locator(":target").count() == 1
    context.close()
