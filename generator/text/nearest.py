"""The nearest right word for a wrong one ("did you mean")."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

CUTOFF = 0.6
"""How alike two words must be (difflib's ratio)."""
MIN_PREFIX = 4


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `word`, or None if none comes close."""
    known = sorted(set(candidates))
    within = [other for other in known if len(other) >= MIN_PREFIX and (word.startswith(other) or other.startswith(word))]
    found = get_close_matches(word, within, n=1, cutoff=0) or get_close_matches(word, known, n=1, cutoff=CUTOFF)
    return found[0] if found else None
