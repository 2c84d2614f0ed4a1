"""The built site in a real browser: it opens, finds, asks and stays quiet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from generator.model.edition import Edition
from generator.search import store
from generator.search.analyzer import UNIT_WORDS
from generator.search.documents import documents
from generator.text.scripts import simplified_table

SEARCH = Path(__file__).parent.parent / "search"
NAMED = yaml.safe_load((SEARCH / "named.yml").read_text("utf-8"))
VECTORS = yaml.safe_load((SEARCH / "vectors.yml").read_text("utf-8"))
PAGES = (
    "", "en/", "standards/", "standards/g208-01/", "en/standards/g208-01/", "standards/z304-01/", "positions/",
    "positions/meter-installer/", "domains/08/", "checklists/", "checklists/g208-01/", "quizzes/", "quizzes/g208-01/",
    "limits/", "terms/", "search/?q=验电", "manage/", "manage/editors/",
)  # fmt: skip


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails the test on any script error, failed request or request to another host."""
    context = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    opened.on("response", lambda response: trouble.append(response.url) if response.status >= 400 else None)
    opened.on("request", lambda request: None if request.url.startswith(address) else trouble.append(request.url))
    yield opened
    context.close()
    assert trouble == []


@pytest.mark.parametrize("url", PAGES)
def test_every_kind_of_page_opens(page: Page, url: str) -> None:
    """One first heading, a title, the right language, no sideways scrolling on a phone."""
    page.goto(url)
    expect(page.locator("main h1")).to_have_count(1)
    assert page.title()
    assert page.locator("html").get_attribute("lang") == ("en" if url.startswith("en/") else "zh")
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def results(page: Page, query: str) -> list[str]:
    """The first ten addresses that the browser's search gives."""
    found: list[str] = page.evaluate("q => stdbookSearch.search(q, 10).then(r => r.hits.map(h => h.document[10]))", query)
    return found


@pytest.mark.parametrize("case", NAMED, ids=lambda c: c["query"])
def test_named_clause_comes_first(page: Page, case: dict[str, str]) -> None:
    """The browser puts the same clause first as the command line."""
    page.goto("search/")
    standard, _, clause = case["ref"].partition("#")
    page.locator("#page-search").fill(case["query"])
    first = page.locator(".sb-results .sb-hit").first
    expect(first).to_have_attribute("href", f"../standards/{standard}/#{clause}")


def test_both_doors_give_the_same_ten(page: Page, real: Edition, tmp_path: Path) -> None:
    """For every named query and vector, the browser's first ten are the command line's, in order."""
    store.build(tmp_path / "index", documents(real), "test")
    page.goto("search/")
    for query in [c["query"] for c in NAMED] + [str(v["text"]) for v in VECTORS]:
        _, hits = store.search(tmp_path / "index", query, limit=10, filters={})
        assert results(page, query) == [h.fields["url"] for h in hits], query


def test_the_analyser_has_a_twin(page: Page) -> None:
    """The JavaScript analyser gives the vectors' tokens."""
    page.goto("search/")
    build = """v => {
        const a = stdbookSearch.analyser(v.units, v.folding);
        return v.texts.map(t => [a.tokens(t, true), a.tokens(t, false)]);
    }"""
    folding = ["".join(map(chr, simplified_table())), "".join(simplified_table().values())]
    made = page.evaluate(build, {"units": UNIT_WORDS, "folding": folding, "texts": [v["text"] for v in VECTORS]})
    assert made == [[v["query"], v["index"]] for v in VECTORS]


def test_header_search_by_keyboard(page: Page) -> None:
    """`/` opens the box, arrows choose, Enter goes to the clause, whose anchor is its id."""
    page.goto("")
    page.keyboard.press("/")
    page.keyboard.type("二次开路")
    expect(page.locator("#sb-hits [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/standards/*/#*")
    assert page.locator(":target").count() == 1


def test_nothing_is_fetched_for_search_before_it_is_used(page: Page) -> None:
    """Reading costs no search data."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("standards/g208-01/", wait_until="networkidle")
    assert not [url for url in asked if "/search/" in url]


def test_quiz_gives_feedback_that_quotes_the_clause(page: Page) -> None:
    """A wrong answer is marked, the explanation opens and names the clause; the score counts first tries."""
    page.goto("quizzes/z304-01/")
    question = page.locator("form.sb-question[data-type=single]").first
    key = question.get_attribute("data-key") or ""
    wrong = "B" if key == "A" else "A"
    question.locator(f"input[value={wrong}]").check()
    question.get_by_role("button").click()
    expect(question).to_have_class("sb-question sb-question--wrong")
    expect(question.locator("details")).to_have_attribute("open", "")
    expect(question.locator("details")).to_contain_text("依据 Q/XX 304.01 第")
    question.locator(f"input[value={key}]").check()
    question.get_by_role("button").click()
    expect(question).to_have_class("sb-question sb-question--right")
    expect(page.locator(".sb-score")).to_contain_text("首次答对 0")


def test_limits_can_be_filtered(page: Page) -> None:
    """Typing leaves only the rows that hold the text, and counts them."""
    page.goto("limits/")
    page.locator(".sb-filter input").fill("安全距离")
    rows = page.locator(".sb-limits tbody tr:visible")
    assert rows.count() >= 3
    expect(page.locator(".sb-filter output")).to_have_text(str(rows.count()))
    counts = []
    for text in ("10 kV", "10kV", "10千伏", "安全距离 10kV"):
        page.locator(".sb-filter input").fill(text)
        counts.append(rows.count())
    assert counts[0] == counts[1] == counts[2] > counts[3] > 0


def test_a_page_reads_without_scripts(browser: Browser, address: str) -> None:
    """With JavaScript off, a standard is complete and a quiz shows its answers on request."""
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto("standards/g208-01/")
    expect(page.locator("#safe-distance")).to_contain_text("0.70 m")
    page.goto("quizzes/g208-01/")
    page.locator(".sb-answer summary").first.click()
    expect(page.locator(".sb-answer").first).to_contain_text("答案：")
    context.close()
