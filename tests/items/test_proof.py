"""No right answer can come out as a wrong option, whatever a model drafts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.items.draft import Draft, Refused, Source, made
from generator.items.item import Item
from generator.items.models import MODELS
from generator.items.proof import Asked, Candidate, Reason, sift
from generator.model.edition import Edition


def drafts(real: Edition) -> list[tuple[Draft, Source, int]]:
    """Every draft of the real standards with the place of its model."""
    return [
        (draft, source, i)
        for source in (Source(document, real) for document in real.documents.values())
        for i, model in enumerate(MODELS)
        for draft in model.drafts(source)
        if draft.asked
    ]


def test_planted_right_answers_are_all_caught(real: Edition) -> None:
    """Every right value, of the fact itself and of others with overlapping scope, is planted first among the candidates.

    In other words than the key's, so that only the proof can tell; none may come out.
    """
    planted = 0
    for draft, source, i in drafts(real):
        assert draft.asked
        right = draft.asked.right | draft.asked.elsewhere | draft.asked.entailed
        mutants = tuple(Candidate(f"变异{n}", value, "变异") for n, value in enumerate(right))
        item = made(replace(draft, candidates=mutants + draft.candidates), MODELS[i], source)
        planted += len(mutants)
        if isinstance(item, Item):
            assert not [c.text for c in item.choices if c.text.startswith("变异")], item.id
    assert planted > 3000


def test_a_key_planted_as_a_distractor_is_caught(real: Edition) -> None:
    """The keys themselves, planted as candidates, stand in the item once, as right."""
    for draft, source, i in drafts(real):
        item = made(replace(draft, candidates=draft.keys + draft.candidates), MODELS[i], source)
        if isinstance(item, Item) and item.choices:
            texts = [c.text for c in item.choices]
            assert len(set(texts)) == len(texts), item.id
            assert {c.text for c in item.choices if c.correct} == {k.text for k in draft.keys}


@pytest.mark.parametrize(
    ("asked", "value", "reason"),
    [
        (Asked(frozenset({1}), single=False), 2, Reason.OPEN),
        (Asked(frozenset({1})), 1, Reason.SAME),
        (Asked(frozenset({1}), elsewhere=frozenset({2})), 2, Reason.ELSEWHERE),
        (Asked(frozenset({1}), entailed=frozenset({2})), 2, Reason.ENTAILED),
        (Asked(frozenset({1}), known=frozenset({1, 3})), 2, Reason.FOREIGN),
        (Asked(frozenset({1}), opposed=frozenset({3})), 2, Reason.SILENT),
        (Asked(frozenset({1}), known=frozenset({1, 2}), opposed=frozenset({2})), 2, None),
    ],
)
def test_six_reasons(asked: Asked, value: int, reason: Reason | None) -> None:
    """Each of the six conditions refuses by itself; what meets all of them is proved wrong."""
    assert asked.refusal(Candidate("候选", value)) is reason


def test_each_value_once() -> None:
    """Two candidates of one value, or of one text, leave one option."""
    sifted = sift(Asked(frozenset({0})), [Candidate("a", 1), Candidate("b", 1), Candidate("a", 2), Candidate("c", 0)])
    assert [c.text for c in sifted.wrong] == ["a"]
    assert sifted.refused == {Reason.SAME: 1}


def test_too_few_options(real: Edition) -> None:
    """A number with one proved distractor becomes a blank; a role with one is refused, and told why."""
    for model, outcome in (("M15", "blank"), ("M04", "refused")):
        place = next(i for i, m in enumerate(MODELS) if m.id == model)
        draft, source, _ = next(d for d in drafts(real) if d[2] == place)
        item = made(replace(draft, candidates=draft.keys), MODELS[place], source)
        if outcome == "blank":
            assert isinstance(item, Item)
            assert (item.type, item.answer, item.choices) == ("blank", draft.answer, ())
            assert "____" in item.stem
        else:
            assert isinstance(item, Refused)
            assert str(Reason.SAME) in item.reason
