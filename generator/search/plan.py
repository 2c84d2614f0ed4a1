"""What a query asks for: groups of alternatives, made from its words, synonyms, sounds and near misses.

The twin is in `site_plugins/assets/static/search-core.js`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.search import tuning
from generator.search.analyzer import fold, key, pairs, spelled, words
from generator.search.lexicon import Lexicon
from generator.search.speech import FILLERS, QUESTIONS, STOP_WORDS

EXACT, ENDING, ASKED, REFERENCE, FACET = "=", "$", "?", "#", "@"
SPECIAL = EXACT + ENDING + ASKED + REFERENCE + FACET
"""First characters of the tokens that are no words: a whole title or code, its ending, a kind of limit, a clause number, a
facet's value."""
FACETS = ("kind", "domain", "position", "status", "level")
"""What results may be narrowed by; a level is a type of clause."""
STANDARD = FACET + "standard"
"""The token of the documents that are a standard as a whole."""


def exact_token(title: str) -> str:
    """The token of documents with this title or code."""
    return EXACT + key(title)


def asked_token(kind: str, about: str = "") -> str:
    """The token of documents that set a limit of this kind, or one of this kind whose subject holds a token."""
    return f"{ASKED}{kind}{ASKED}{about}" if about else ASKED + kind


def reference_token(code: str, number: str) -> str:
    """The token of one clause: `206.01`, `5.2.3` -> `#206.01#5.2.3`."""
    return f"{REFERENCE}{code}{REFERENCE}{number}"


def facet_token(name: str, value: str) -> str:
    """The token of documents with a facet's value: `kind`, `work` -> `@kind=work`; what a standard has, its clauses have."""
    return f"{FACET}{name}={value}"


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to say a part of the query: its tokens, and how much a hit by them counts (1: as typed)."""

    tokens: tuple[str, ...]
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """A query ready for ranking.

    `groups`: alternatives for each part; `exact` and `ending`: tokens of titles that equal or end in the query;
    `reference`: token of the very clause (206.01#5.2.3); `asked`: kinds of limit that are asked for.
    """

    groups: tuple[tuple[Alternative, ...], ...]
    exact: str = ""
    ending: str = ""
    reference: str = ""
    asked: tuple[str, ...] = ()


def _either(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(p) for p in sorted(phrases, key=lambda p: (-len(p), p))))


ASKING = _either(list(QUESTIONS))
FILLING = _either(FILLERS)
NUMBERED = re.compile(r"(\d{3}\.\d{2})(?:\s*[-—–]\s*\d{4})?[\s#§第条]+(\d+(?:\.\d+)*)")


def plan(query: str, known: Callable[[str], bool], synonyms: Mapping[str, Sequence[str]], lexicon: Lexicon) -> Plan:
    """The plan of a query. `known` tells whether a token occurs at all; `synonyms` maps a folded word to others."""
    folded = fold(query)[: tuning.MOST_CHARACTERS].strip()
    asked = tuple(dict.fromkeys(kind for found in ASKING.findall(folded) for kind in QUESTIONS[found]))
    numbered = NUMBERED.search(folded)
    rest = ASKING.sub(" ", folded)
    rest = FILLING.sub(" ", rest)
    groups: list[tuple[Alternative, ...]] = []
    for word in words(rest):
        if word.kind == "han":
            groups += _han(word.text, known, synonyms, lexicon)
        elif word.kind == "latin":
            if word.text not in STOP_WORDS:
                groups.append(tuple(_latin(word.text, word.token, known, synonyms, lexicon)))
        else:
            groups.append((Alternative((word.token,)),))
    squeezed = key(folded)
    return Plan(
        tuple(dict.fromkeys(g for g in groups if g)),
        EXACT + squeezed if squeezed else "",
        ENDING + squeezed if 2 <= len(squeezed) <= 6 else "",
        reference_token(*numbered.groups()) if numbered else "",
        asked,
    )


def _latin(
    text: str, token: str, known: Callable[[str], bool], synonyms: Mapping[str, Sequence[str]], lexicon: Lexicon
) -> Iterator[Alternative]:
    if known(token):
        yield Alternative((token,))
    for other in synonyms.get(text, ()):
        yield Alternative(tuple(pairs(other)), tuning.SYNONYM)
    if not known(token) and text not in synonyms:
        for other in lexicon.spelled(text):
            yield Alternative(tuple(pairs(other)), tuning.SPELLED)


def _han(
    run: str, known: Callable[[str], bool], synonyms: Mapping[str, Sequence[str]], lexicon: Lexicon
) -> Iterator[tuple[Alternative, ...]]:
    if len(run) == 1:
        yield (Alternative((run,)), *(Alternative((pair,), tuning.SINGLE) for pair in lexicon.around(run)))
        return
    inside: set[int] = set()
    for start, end, alternatives in _phrases(run, synonyms):
        inside |= set(range(start, end - 1))
        yield alternatives
    missing = [i for i in range(len(run) - 1) if i not in inside and not known(run[i : i + 2])]
    spoilt = [i for i in missing if not set(run[i : i + 2]) & set(tuning.PARTICLES)]
    slip = spoilt and missing[-1] - missing[0] < 3  # one wrong character spoils two pairs, two swapped ones three
    if slip and 2 < len(run) <= tuning.LONGEST_CORRECTED and (near := lexicon.corrected(run)):
        inside |= set(missing)
        yield tuple(Alternative(tuple(other[i : i + 2] for i in missing), tuning.CORRECTED) for other, _ in near)
    for i in range(len(run) - 1):
        if i not in inside:
            yield (Alternative((run[i : i + 2],)),)
    for at in _alone(run, inside, set(missing)):
        if around := lexicon.around(run[at]):
            yield tuple(Alternative((pair,), tuning.SINGLE) for pair in around)


def _alone(run: str, inside: set[int], missing: set[int]) -> Iterator[int]:
    """Characters that make no known pair with either neighbour: 砍 in 来砍了."""
    for at, character in enumerate(run):
        pairs_here = {i for i in (at - 1, at) if 0 <= i < len(run) - 1}
        if pairs_here <= missing and not pairs_here & inside and character not in tuning.PARTICLES:
            yield at


def _phrases(run: str, synonyms: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, int, tuple[Alternative, ...]]]:
    """Quantities in numerals, then the longest words of the register, that do not overlap."""
    taken: set[int] = set()
    for token, start, end in spelled(run):
        taken |= set(range(start, end))
        yield start, end, (Alternative((token,)),)
    for size in range(len(run), 1, -1):
        for start in range(len(run) - size + 1):
            word = run[start : start + size]
            if word in synonyms and not taken & set(range(start, start + size)):
                taken |= set(range(start, start + size))
                others = (Alternative(tuple(pairs_of(other)), tuning.SYNONYM) for other in synonyms[word])
                yield start, start + size, (Alternative(tuple(pairs(word))), *others)


def pairs_of(word: str) -> Iterator[str]:
    """The tokens of a word of the register, which may be Latin."""
    for part in words(word):
        if part.kind == "han":
            yield from pairs(part.text)
        else:
            yield part.token
