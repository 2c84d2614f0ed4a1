"""One ranking for every door: a pure function of a plan and of the postings of its tokens.

`impact` is settled when a document is indexed and depends on that document alone; `rank` adds up what the query says.
The twin of `rank` is in `site_plugins/assets/static/search-core.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import log

from generator.search import tuning
from generator.search.plan import Alternative, Plan, asked_token

Postings = Callable[[str], Mapping[int, int]]
"""Token to the documents that hold it and its impact in each."""


def impact(weight: float, length: float, factor: float) -> int:
    """BM25's saturation of a token's weight in a document, times the document's status factor, as a whole number ≥ 1."""
    norm = tuning.K1 * (1 - tuning.B + tuning.B * length / tuning.TYPICAL_LENGTH)
    return max(1, round(tuning.LEVELS * factor * weight * (tuning.K1 + 1) / (weight + norm)))


def idf(documents: int, containing: int) -> float:
    """Inverse document frequency, always positive."""
    return log(1 + (documents - containing + 0.5) / (containing + 0.5))


def cohesion(containing: int, rarer: int) -> float:
    """How much a pair of characters is a word rather than a chance neighbourhood (给施 in 可以给施工队): the share of the
    documents with its rarer character in which they stand together, as a factor."""
    return min(1.0, max(tuning.COHESION_FLOOR, tuning.COHESION * containing / rarer)) if rarer else 1.0


def rank(
    plan: Plan, postings: Postings, count: int, rarer: Callable[[str], int], parent: Callable[[int], int]
) -> tuple[dict[int, float], float]:
    """The score of every document that matches, and the score from which an answer is sure.

    `rarer` gives for a pair of characters the number of documents that hold its rarer character, else 0; `parent` the
    document of a clause's standard. Each group of the plan gives a document the points of its best alternative, or a share
    of those that its standard has; the sum is multiplied by the share of the query that is covered and by what
    fits beyond words.
    """
    value = {
        token: idf(count, len(found)) * cohesion(len(found), rarer(token))
        for group in plan.groups
        for a in group
        for token in a.tokens
        if (found := postings(token))
    }
    tallies: dict[int, list[tuple[float, float]]] = {}
    weights = []
    for at, group in enumerate(plan.groups):
        best: dict[int, tuple[float, float]] = {}
        wholes = [_whole(alternative, value) for alternative in group]
        cap = wholes[0] or min((whole for whole in wholes if whole), default=0.0)
        weights.append(cap * group[0].factor or tuning.UNKNOWN * idf(count, 0))
        for alternative, whole in zip(group, wholes, strict=True):
            if not whole:
                continue
            scale = min(1.0, cap / whole) * alternative.factor
            known = [token for token in alternative.tokens if token in value]
            mine: dict[int, tuple[float, float]] = {}
            for token in known:
                for document, level in postings(token).items():
                    points, share = mine.get(document, (0.0, 0.0))
                    mine[document] = (points + value[token] * level / tuning.LEVELS, share + value[token] / whole)
            for document, (points, share) in mine.items():
                if alternative.factor < 1 and share < tuning.WHOLE:
                    continue
                new = (scale * points * share, alternative.factor * share)
                if new > best.get(document, (0.0, 0.0)):
                    best[document] = new
        for document, pair in best.items():
            tallies.setdefault(document, [(0.0, 0.0)] * len(plan.groups))[at] = pair
    total = sum(weights)
    fits = postings(plan.exact) if plan.exact else {}
    ends = postings(plan.ending) if plan.ending else {}
    asked: set[int] = set().union(*(postings(asked_token(kind)) for kind in plan.asked))
    named = _named(plan, postings, weights) if asked else {}
    scores: dict[int, float] = {}
    for document, own in tallies.items():
        above = tallies.get(parent(document))
        points = covered = near = 0.0
        before = False
        for at, (won, share) in enumerate(own):
            if above and above is not own and above[at][1] * tuning.INHERITED > share:
                won, share = above[at][0] * tuning.INHERITED, above[at][1] * tuning.INHERITED
            points += won
            covered += share * weights[at]
            if share and before:
                near += weights[at]
            before = share > tuning.INHERITED
        share = covered / total
        if share < tuning.LEAST_COVERED:
            continue
        score = points * share * (1 + tuning.ADJACENT * near / total)
        if parent(document) == document and document not in fits:
            score *= tuning.WHOLE_STANDARD
        if document in fits:
            score *= tuning.TITLE_IS_QUERY
        elif document in ends:
            score *= tuning.TITLE_ENDS_IN_QUERY
        if document in asked:
            score *= tuning.ASKED_KIND + tuning.ASKED_LIMIT * named.get(document, 0.0) / total
        scores[document] = score
    most = max(scores.values(), default=0.0)
    scores |= {document: most + 1 for document in fits if document not in scores}
    if plan.reference:
        scores |= dict.fromkeys(postings(plan.reference), most + 1)
    unknown = sum(not any(_whole(a, value) for a in group) for group in plan.groups)
    return scores, tuning.SURE * (total + unknown * tuning.MISSING * idf(count, 0))


def _whole(alternative: Alternative, value: Mapping[str, float]) -> float:
    """What the tokens of an alternative are worth together; a word that was not typed counts only if it is known whole."""
    if alternative.factor < 1 and not all(token in value for token in alternative.tokens):
        return 0.0
    return sum(value[token] for token in alternative.tokens if token in value)


def _named(plan: Plan, postings: Postings, weights: Sequence[float]) -> Mapping[int, float]:
    """Document to the weight of those groups of the query that the subject of a limit says, of a kind that is asked for."""
    named: dict[int, float] = {}
    for group, weight in zip(plan.groups, weights, strict=True):
        holding: set[int] = set()
        for alternative in group:
            sets = (set().union(*(postings(asked_token(kind, token)) for kind in plan.asked)) for token in alternative.tokens)
            holding |= set.intersection(*sets)
        for document in holding:
            named[document] = named.get(document, 0.0) + weight
    return named
