"""Pairs of characters that titles and terms hold, by sound and by neighbour: for pinyin, initials and near misses.

The twin is in `site_plugins/assets/static/search-core.js`; both read the same data.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from generator.search import tuning


class Lexicon:
    """`pairs`: pair of characters to the number of titles and terms that hold it; `sounds`: syllable to its characters."""

    def __init__(self, pairs: Mapping[str, int], sounds: Mapping[str, str]) -> None:
        self.pairs = pairs
        self.sounds = sounds

    @cached_property
    def readings(self) -> Mapping[str, tuple[str, ...]]:
        """Character to its syllables without tone."""
        found: dict[str, list[str]] = defaultdict(list)
        for syllable, characters in self.sounds.items():
            for character in characters:
                found[character].append(syllable)
        return {character: tuple(syllables) for character, syllables in found.items()}

    @cached_property
    def _following(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for pair in self.pairs:
            found[pair[0]].append(pair[1])
        return {first: tuple(seconds) for first, seconds in found.items()}

    @cached_property
    def _preceding(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for pair in self.pairs:
            found[pair[1]].append(pair[0])
        return {second: tuple(firsts) for second, firsts in found.items()}

    def spelled(self, letters: str) -> list[str]:
        """Words that the letters may stand for: as pinyin (the last syllable may be begun only), else as initials."""
        found: dict[str, None] = {}
        for syllables in sorted(self._syllables(letters), key=len):
            found |= dict.fromkeys(self._chains(syllables, whole=True))
        if not found and len(letters) <= tuning.MOST_SYLLABLES:
            found = dict.fromkeys(self._chains(tuple(letters), whole=False))
        return sorted(found, key=lambda word: (-self.strength(word), word))[: tuning.MOST_WORDS]

    def around(self, character: str) -> list[str]:
        """The most frequent pairs that begin or end with a character."""
        pairs = [character + after for after in self._following.get(character, ())]
        pairs += [before + character for before in self._preceding.get(character, ())]
        return sorted(set(pairs), key=lambda pair: (-self.pairs[pair], pair))[: tuning.MOST_WORDS]

    def corrected(self, run: str) -> list[tuple[str, int]]:
        """Runs one edit away all of whose changed pairs are known: a homophone first, then two characters swapped, then any
        other character. Each with how likely it is: 3, 2, 1."""
        found: dict[str, int] = {}
        unknown = [i for i in range(len(run) - 1) if run[i : i + 2] not in self.pairs]
        if not unknown:
            return []
        for at in range(len(run)):
            left, right = run[at - 1 : at], run[at + 1 : at + 2]
            if set(unknown) - {at - 1, at} or run[at] in tuning.PARTICLES:
                continue
            after = set(self._following.get(left, ()))
            before = set(self._preceding.get(right, ()))
            fitting = after & before if left and right else after or before
            mine = set(self.readings.get(run[at], ()))
            for other in fitting - {run[at]}:
                likely = 3 if mine & set(self.readings.get(other, ())) else 1
                word = run[:at] + other + run[at + 1 :]
                found[word] = max(found.get(word, 0), likely)
        for at in range(len(run) - 1):
            word = run[:at] + run[at + 1] + run[at] + run[at + 2 :]
            if all(word[i : i + 2] in self.pairs for i in range(len(word) - 1)):
                found[word] = max(found.get(word, 0), 2)
        best = max(found.values(), default=0)
        chosen = [(word, likely) for word, likely in found.items() if likely == best]
        return sorted(chosen, key=lambda pair: (-self.strength(pair[0]), pair[0]))[: tuning.MOST_WORDS]

    def strength(self, word: str) -> int:
        """How frequent the rarest pair of a word is."""
        return min((self.pairs.get(word[i : i + 2], 0) for i in range(len(word) - 1)), default=0)

    def _syllables(self, letters: str) -> Iterator[tuple[str, ...]]:
        """Every way to cut letters into at least two syllables; the last may be the beginning of one."""
        if not letters or len(letters) > 6 * tuning.MOST_SYLLABLES:
            return
        ways: list[list[tuple[str, ...]]] = [[()], *([] for _ in letters)]
        for end in range(1, len(letters) + 1):
            for start in range(max(0, end - 6), end):
                part = letters[start:end]
                if part in self.sounds or (end == len(letters) and start and self._begins(part)):
                    ways[end] += [(*way, part) for way in ways[start]][: tuning.BEAM]
        yield from (way for way in ways[-1] if len(way) > 1)

    def _begins(self, part: str) -> bool:
        return any(syllable.startswith(part) for syllable in self.sounds)

    def _chains(self, sounds: Iterable[str], *, whole: bool) -> list[str]:
        """Words of known pairs with these syllables, or with these first letters."""
        sounds = tuple(sounds)
        if len(sounds) < 2:
            return []
        last = len(sounds) - 1

        def fits(character: str, at: int) -> bool:
            exactly = whole and sounds[at] in self.sounds
            return any(r == sounds[at] if exactly else r.startswith(sounds[at]) for r in self.readings.get(character, ()))

        beam = [pair for pair in self.pairs if fits(pair[0], 0) and fits(pair[1], 1)]
        for at in range(2, last + 1):
            beam = [word + after for word in beam for after in self._following.get(word[-1], ()) if fits(after, at)]
            beam = sorted(beam, key=lambda word: (-self.strength(word), word))[: tuning.BEAM]
        return beam
