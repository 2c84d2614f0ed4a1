"""The wording rules on labelled sentences: unseen by them, written against them, and a blind set that nothing was tuned on."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.text.wording import AVOIDED, VAGUE, modals, uses

SENTENCES = Path(__file__).parent / "sentences"
KINDS = {"requirement": "要求", "recommendation": "推荐", "permission": "允许"}
Label = tuple[str, str]


def found(text: str) -> set[Label]:
    """What the rules see in a sentence: modal verbs, words to avoid, vague words."""
    verbs = {("verb", KINDS[kind]) for kind in modals(text) if kind in KINDS}
    return verbs | {("avoid", word) for word in uses(AVOIDED, text)} | {("vague", word) for word in uses(VAGUE, text)}


def labels(entry: dict[str, list[str]]) -> set[Label]:
    """What a person says stands in it."""
    pairs = (("verb", "verbs"), ("avoid", "avoid"), ("vague", "vague"))
    return {(kind, word) for kind, key in pairs for word in entry[key]}


@pytest.mark.parametrize("name", ["unseen", "adversarial", "holdout"])
def test_precision_and_recall(name: str) -> None:
    """At most 5 % of the findings are wrong, at most 10 % of the faults and verbs are missed."""
    entries = yaml.safe_load((SENTENCES / f"{name}.yml").read_text("utf-8"))
    assert len(entries) == 100
    right = wrong = missed = 0
    for entry in entries:
        seen, true = found(entry["text"]), labels(entry)
        right, wrong, missed = right + len(seen & true), wrong + len(seen - true), missed + len(true - seen)
    assert right / (right + wrong) >= 0.95, wrong
    assert right / (right + missed) >= 0.9, missed
