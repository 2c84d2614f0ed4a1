"""An editor changes one number in one file: everything that quotes it changes, and nothing else."""

from __future__ import annotations

from pathlib import Path

from generator.items.bank import bank
from generator.model.edition import Page
from generator.pipeline import publish
from tests.kit import ROOT, TODAY, edition, overlay

FILE = "standards/management/g208-01/standard.yml"


def outputs(root: Path) -> dict[str, bytes]:
    """Every page and file of a knowledge base by its path."""
    made = publish(root, today=TODAY)
    assert made.edition is not None
    pages = {a.url: a.body.encode() for a in made.artifacts if isinstance(a, Page)}
    return pages | {a.path: a.content for a in made.artifacts if not isinstance(a, Page)}


def test_one_value_changes_all_that_quotes_it(tmp_path: Path) -> None:
    """The safe distance at 10 kV goes from 0.70 m to 0.80 m: clause, limits, checklists, questions, data, search."""
    before = outputs(ROOT)
    parameter = (ROOT / FILE).read_text("utf-8").split("- id: p-distance-10\n")[1].split("\n  - id:")[0]
    root = overlay(tmp_path, {FILE: (parameter, parameter.replace("value: 0.70", "value: 0.80"))}, ROOT)
    after = outputs(root)
    assert before.keys() == after.keys()
    changed = {path for path in before if before[path] != after[path]}
    own = {"standards/g208-01/", "en/standards/g208-01/", "quizzes/g208-01/", "checklists/g208-01/", "checklists/g208-01.pdf"}
    quoting = {"standards/z304-01/", "checklists/z304-01/", "checklists/z304-01.pdf", "limits/", "positions/work-crew/"}
    twins = {"data/standards.json", "data/limits.csv", "data/questions.json"}
    assert changed >= own | quoting | twins
    assert any(path.startswith("search/zh/") for path in changed)
    for path in changed:
        if not path.startswith("search/") and not path.endswith(".pdf"):
            assert "0.80" in after[path].decode(), path


def test_the_key_follows_the_value(tmp_path: Path) -> None:
    """Questions for that limit have the new value as their key; one that gives it and asks for the case gives the new one."""
    parameter = (ROOT / FILE).read_text("utf-8").split("- id: p-distance-10\n")[1].split("\n  - id:")[0]
    root = overlay(tmp_path, {FILE: (parameter, parameter.replace("value: 0.70", "value: 0.80"))}, ROOT)
    asked = [item for item in bank(edition(root)) if item.slot == "g208-01:p-distance-10" and item.type == "single"]
    assert asked
    for item in asked:
        right = [c.text for c in item.choices if c.correct]
        assert right == ["0.80 m"] or ("0.80 m" in item.stem and right == ["10 kV 及以下"])
        assert "0.80 m" in item.explanation
