"""The tokens and statistics of a knowledge base in memory: what the store keeps and what the browser's files are made of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.search import tuning
from generator.search.analyzer import HAN, fold
from generator.search.entry import Entry, SearchDocument
from generator.search.lexicon import Lexicon
from generator.search.plan import SPECIAL
from generator.text.sounds import sounds

if TYPE_CHECKING:
    from generator.model.corpus import Corpus

HAN_RUN = re.compile(f"[{HAN}]+")


@dataclass(frozen=True)
class Language:
    """What helps to read a query: `characters` counts the documents that hold a Han character, `synonyms` are the folded
    rows of the register, `pairs` and `sounds` are the lexicon's."""

    characters: Mapping[str, int]
    synonyms: Sequence[Sequence[str]]
    pairs: Mapping[str, int]
    sounds: Mapping[str, str]

    @cached_property
    def lexicon(self) -> Lexicon:
        """The lexicon over pairs and sounds."""
        return Lexicon(self.pairs, self.sounds)

    @cached_property
    def others(self) -> Mapping[str, Sequence[str]]:
        """Word to the other words of the rows that hold it, in order."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for row in self.synonyms:
            for word in row:
                found[word] |= dict.fromkeys(other for other in row if other != word)
        return {word: tuple(others) for word, others in found.items()}


@dataclass(frozen=True)
class Index:
    """Documents in reading order, their postings, and the language. A door of its own (see `engine.Door`)."""

    documents: Sequence[SearchDocument]
    language: Language

    @cached_property
    def _postings(self) -> Mapping[str, Mapping[int, int]]:
        postings: dict[str, dict[int, int]] = defaultdict(dict)
        for number, document in enumerate(self.documents):
            for token, level in document.impacts.items():
                postings[token][number] = level
        return postings

    @property
    def tokens(self) -> Iterable[str]:
        """Every token that occurs."""
        return self._postings.keys()

    @cached_property
    def parents(self) -> Sequence[int]:
        """For each document the number of its standard's."""
        first: dict[str, int] = {}
        return [first.setdefault(d.entry.standard, number) for number, d in enumerate(self.documents)]

    @property
    def count(self) -> int:
        """How many documents there are."""
        return len(self.documents)

    def postings(self, token: str) -> Mapping[int, int]:
        """Documents with the token and its impact in each."""
        return self._postings.get(token, {})

    def parent(self, document: int) -> int:
        """The document of a clause's standard."""
        return self.parents[document]

    def order(self, document: int) -> tuple[str, int]:
        """Where a document stands in reading order."""
        return ("", document)

    def entry(self, document: int) -> Entry:
        """What is shown of a document."""
        return self.documents[document].entry


def index(documents: Iterable[SearchDocument], corpus: Corpus) -> Index:
    """The index of documents, with the synonyms of the knowledge base."""
    listed = list(documents)
    return Index(listed, language(listed, [[fold(word) for word in row.words] for row in corpus.registers.synonyms]))


def language(documents: Sequence[SearchDocument], synonyms: Sequence[Sequence[str]]) -> Language:
    """What the documents say of the language: counts of characters and the pairs of their titles and terms."""
    characters: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for document in documents:
        characters.update({c for token in document.impacts if token[0] not in SPECIAL for c in token if HAN_RUN.match(c)})
        for name in document.names:
            for run in HAN_RUN.findall(fold(name)):
                pairs.update(run[i : i + 2] for i in range(len(run) - 1))
    frequent = sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))[: tuning.MOST_PAIRS]
    return Language(dict(sorted(characters.items())), synonyms, dict(sorted(frequent)), sounds(sorted(characters)))
