"""The story of stdbook: read, decode, check, and render what passed."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.checks import check
from generator.checks.waivers import waive
from generator.diagnostics import Diagnostic, blocking
from generator.load.assemble import assemble
from generator.load.folder import Sources, read_sources
from generator.model.corpus import Corpus
from generator.model.edition import Artifact, Edition, Page
from generator.outputs import render


@dataclass(frozen=True, slots=True)
class Publication:
    """What came of it: every finding, and the pages and files (none when a finding blocks)."""

    findings: Sequence[Diagnostic]
    edition: Edition | None
    artifacts: Sequence[Artifact | Page]


def load(root: Path) -> Corpus:
    """The knowledge base at `root` as far as it can be understood, unchecked."""
    sources, _ = read_sources(root)
    return assemble(sources)[0]


def inspect(root: Path, *, today: date) -> tuple[Edition | None, Sequence[Diagnostic]]:
    """Reads and checks the knowledge base at `root`; the edition is None when a finding in published text blocks.

    A draft with errors is held back: it is left out of the edition, which names it.
    """
    with _collector_paused():
        sources, unreadable = read_sources(root)
        corpus, malformed = assemble(sources)
        raised = sorted({*unreadable, *malformed, *check(corpus, today)})
        findings = waive(raised, corpus, today)
    held = _held(findings, sources)
    elsewhere = (f for f in findings if not any(_inside(f, draft) for draft in held.values()))
    if blocking(elsewhere):
        return None, findings
    counted = {id: sum(_inside(f, path) for f in findings if blocking([f])) for id, path in held.items()}
    return Edition(corpus.without(held).shown_on(today), findings, today, counted), findings


def _held(findings: Sequence[Diagnostic], sources: Sources) -> dict[str, str]:
    """Drafts with errors: standard id to folder."""
    drafts = {folder.id: folder.path for folder in sources.folders if folder.draft}
    wrong = [f for f in findings if blocking([f])]
    return {id: path for id, path in drafts.items() if any(_inside(f, path) for f in wrong)}


def _inside(finding: Diagnostic, folder: str) -> bool:
    """Whether a finding stands in the working text of a folder."""
    return finding.place.file.startswith(f"{folder}/") and not finding.place.file.startswith(f"{folder}/versions/")


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
