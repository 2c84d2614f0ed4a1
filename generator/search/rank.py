"""One ranking for every door: BM25 over weighted tokens, times coverage squared, times title fit, times status.

A pure function of numbers; its twin is `score` in `site_plugins/assets/static/search.js`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

K1 = 1.2
B = 0.6


def idf(documents: int, containing: int) -> float:
    """Inverse document frequency, always positive."""
    return log(1 + (documents - containing + 0.5) / (containing + 0.5))


def score(
    query: Sequence[str],
    weights: Mapping[str, int],
    length: int,
    factor: float,
    *,
    average_length: float,
    idfs: Mapping[str, float],
) -> float:
    """How well a document answers a query of distinct tokens; 0 when none of them occurs.

    `idfs` holds every query token; one that occurs nowhere still counts against coverage.
    """
    total = sum(idfs[token] for token in query)
    matched = 0.0
    points = 0.0
    norm = K1 * (1 - B + B * length / average_length)
    for token in query:
        weight = weights.get(token, 0)
        if weight:
            matched += idfs[token]
            points += idfs[token] * weight * (K1 + 1) / (weight + norm)
    coverage = matched / total if total else 0.0
    return points * coverage * coverage * factor


def title_fit(title: str, query: str) -> float:
    """Folded title against folded query: 1.6 when equal, 1.3 when the title ends in the query (触箱前验电 is about
    验电, 验电器 is not: Chinese compounds have their head last), else 1."""
    if not title or not query:
        return 1.0
    return 1.6 if title == query else 1.3 if title.endswith(query) else 1.0
