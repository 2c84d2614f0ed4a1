"""The built site in a real browser: it opens, finds, asks and stays quiet."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

PAGES = (
    "", "en/", "standards/", "standards/g208-01/", "en/standards/g208-01/", "standards/z304-01/", "positions/",
    "positions/meter-installer/", "domains/08/", "checklists/", "checklists/g208-01/", "quizzes/", "quizzes/g208-01/",
    "limits/", "terms/", "search/?q=验电", "en/search/?q=drills", "manage/", "manage/editors/",
)  # fmt: skip


@pytest.mark.parametrize("url", PAGES)
def test_every_kind_of_page_opens(page: Page, url: str) -> None:
    """One first heading, a title, the right language, no sideways scrolling on a phone."""
    page.goto(url)
    expect(page.locator("main h1")).to_have_count(1)
    assert page.title()
    assert page.locator("html").get_attribute("lang") == ("en" if url.startswith("en/") else "zh")
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


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
    every = rows.count()
    expect(page.locator(".sb-filter output")).not_to_have_text(str(every))
    assert rows.count() >= 3
    expect(page.locator(".sb-filter output")).to_have_text(str(rows.count()))
    counts = []
    for text in ("10 kV", "10kV", "10千伏", "十千伏", "安全距离 10kV"):
        page.locator(".sb-filter input").fill(text)
        page.wait_for_timeout(200)
        counts.append(rows.count())
    assert counts[0] == counts[1] == counts[2] == counts[3] > counts[4] > 0


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
