"""The nearest right word for a wrong one ("did you mean")."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `word`, or None if none comes close."""
    found = get_close_matches(word, sorted(set(candidates)), n=1, cutoff=0.5)
    return found[0] if found else None
