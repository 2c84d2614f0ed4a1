"""The story of stdbook: read, decode, check, and render what passed."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.checks import check
from generator.diagnostics import Diagnostic, blocking
from generator.load.assemble import assemble
from generator.load.folder import read_sources
from generator.model.edition import Artifact, Edition, Page
from generator.outputs import render


@dataclass(frozen=True, slots=True)
class Publication:
    """What came of it: every finding, and the pages and files (none when a finding blocks)."""

    findings: Sequence[Diagnostic]
    edition: Edition | None
    artifacts: Sequence[Artifact | Page]


def inspect(root: Path, *, today: date) -> tuple[Edition | None, Sequence[Diagnostic]]:
    """Reads and checks the knowledge base at `root`; the edition is None when a finding blocks."""
    with _collector_paused():
        sources, unreadable = read_sources(root)
        corpus, malformed = assemble(sources)
    checked = check(corpus, today) if corpus else ()
    findings = sorted({*unreadable, *malformed, *checked})
    if corpus is None or blocking(findings):
        return None, findings
    return Edition(corpus.shown_on(today), findings, today), findings


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Reading and rendering make many objects and few cycles: looking for garbage meanwhile more than doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def publish(root: Path, *, today: date, only: Collection[str] = ()) -> Publication:
    """Inspects and renders every output, or those named in `only`."""
    edition, findings = inspect(root, today=today)
    with _collector_paused():
        artifacts = tuple(render(edition, only)) if edition else ()
    return Publication(findings, edition, artifacts)
