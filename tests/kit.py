"""Two helpers: the smallest valid corpus with changes laid over it, and what is found in it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.model.edition import Edition
from generator.pipeline import inspect

ROOT = Path(__file__).parent.parent
SMALLEST = ROOT / "tests" / "smallest"
TODAY = date(2026, 11, 23)
STANDARD = "standards/management/g201-01/standard.yml"
WORK = "standards/work/z301-01/standard.yml"


def overlay(folder: Path, changes: Mapping[str, tuple[str, str] | str | bytes], source: Path = SMALLEST) -> Path:
    """A copy of a knowledge base below `folder`. A change replaces one text that occurs once, or a whole file."""
    root = folder / "base"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(source / "standards", root / "standards", ignore=shutil.ignore_patterns("schema"))
    for name, change in changes.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(change, bytes):
            path.write_bytes(change)
        elif isinstance(change, str):
            path.write_text(change, "utf-8")
        else:
            old, new = change
            text = path.read_text("utf-8")
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
            path.write_text(text.replace(old, new), "utf-8")
    return root


def findings(root: Path, today: date = TODAY) -> list[Diagnostic]:
    """Every finding in a knowledge base but the note about planned standards, which the smallest corpus has."""
    return [f for f in inspect(root, today=today)[1] if f.code != "R203"]


def edition(root: Path = SMALLEST, today: date = TODAY) -> Edition:
    """The checked edition of a clean knowledge base."""
    made, found = inspect(root, today=today)
    assert made is not None, [f.message() for f in found]
    return made
