"""The numbers of the search: our choice, tuned on judged queries (docs/search.md); the browser reads them from `head.js`."""

from __future__ import annotations

FIELD_WEIGHTS = {
    "code": 2,
    "title": 30,
    "clause_title": 13,
    "keywords": 1,
    "text": 1,
    "limits": 2,
    "path": 4,
    "duty": 6,
    "actors": 5,
    "practice": 1,
    "english": 13,
}
"""How much an occurrence counts in each field."""
TITLE_TOKENS = 4.5
"""A title of so many tokens gives each half of its field's weight; a shorter one gives more, a longer one less."""
K1 = 2.4
"""How soon more occurrences stop to count (BM25)."""
B = 0.18
"""How much a long text is held against it (BM25)."""
TYPICAL_LENGTH = 240
"""Weighted tokens of a usual clause; a constant, so that one standard's change moves no other standard's impacts."""
LEVELS = 10
"""Impacts are kept as whole numbers of tenths."""

COHESION = 2.8
"""A pair of characters counts in full if more than a third of the documents with its rarer character have the pair."""
COHESION_FLOOR = 0.16
INHERITED = 0.6
"""What a word counts that only the clause's standard says, in its title, code or scope."""
UNKNOWN = 0.03
"""What a word counts against coverage that occurs nowhere, beside one that occurs once."""
LEAST_COVERED = 0.06
"""Share of the query that a result must cover."""
WHOLE = 0.999
"""A word that was not typed counts only if all of it is there (almost 1: shares are sums of fractions)."""
ADJACENT = 0.4
"""Bonus when neighbouring parts of the query are all there."""
TITLE_IS_QUERY = 3.6
TITLE_ENDS_IN_QUERY = 3.3
"""触箱前验电 is about 验电, 验电器 is not: Chinese compounds have their head last."""
ASKED_KIND = 3.4
"""For clauses that set a limit of the kind that the query asks for."""
ASKED_LIMIT = 25
"""Added to it by the share of the query that the subject of such a limit says."""

SURE = 0.17
MISSING = 0.22
"""Results are only near, and said to be so, when the best has less than this share of what the words are worth; a word that
occurs nowhere counts as much here."""
WHOLE_STANDARD = 1.25
"""For a standard as a whole, beside its clauses, when it is not what the query names."""

MOST_CHARACTERS = 120
"""Longer queries are cut: nobody types them, and every door must answer in time."""
SYNONYM = 0.99
SPELLED = 0.98
CORRECTED = 0.84
SINGLE = 0.28
"""How much a hit counts by a synonym, by pinyin or initials, by a corrected slip, by a word around a lone character."""
LONGEST_CORRECTED = 8
"""Characters of a run that may hold a slip; in longer ones chance pairs look like slips."""

MOST_PAIRS = 8000
"""Only the most frequent pairs are kept, so that the lexicon of a huge knowledge base stays small."""
MOST_WORDS = 8
"""How many words a sound, a lone character or a slip may stand for."""
MOST_SYLLABLES = 10
BEAM = 60
"""How many readings are followed at once."""
PARTICLES = "的了吗呢吧啊着过把被给让叫跟和与及或在是有要能会就也还都很不没谁我你他们这那个来去到时里上下一两几哪"
"""Characters that make chance pairs with any neighbour: no slip of the pen."""
MOST_ANSWERS = 4
"""Limits on the answer card."""


def numbers() -> dict[str, float | str]:
    """What the browser needs of these, by name."""
    return {name: value for name, value in globals().items() if name.isupper() and not isinstance(value, dict)}
