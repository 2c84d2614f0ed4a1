"""The page that browser tests look at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


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
