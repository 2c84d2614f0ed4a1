"""What several tests share: the real edition, and the built site."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.deliver import build_site
from generator.model.edition import Edition
from tests.kit import ROOT, TODAY, edition, serving


@pytest.fixture(scope="session")
def real() -> Edition:
    """The project's own standards, checked."""
    return edition(ROOT)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site, built once."""
    folder = tmp_path_factory.mktemp("built") / "site"
    build_site(ROOT, folder, today=TODAY, strict=False)
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served."""
    with serving(site) as (url, _):
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium; `dev.py test` finds it and says where it is."""
    path = os.environ.get("STDBOOK_BROWSER") or shutil.which("chromium")
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        opened = playwright.chromium.launch(executable_path=path, args=flags)
        yield opened
        opened.close()
