"""The analyser's vectors, and the queries whose right clause was named beforehand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.model.edition import Edition
from generator.search import store
from generator.search.analyzer import tokens
from generator.search.documents import documents
from tests.kit import ROOT

VECTORS = yaml.safe_load((Path(__file__).parent / "vectors.yml").read_text("utf-8"))
NAMED = yaml.safe_load((Path(__file__).parent / "named.yml").read_text("utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: v["text"])
def test_vectors(vector: dict[str, object]) -> None:
    """Scripts, widths, units and codes fold to the same tokens."""
    assert list(tokens(str(vector["text"]), query=True)) == vector["query"]
    assert list(tokens(str(vector["text"]))) == vector["index"]


@pytest.fixture(scope="module")
def index(real: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the real standards."""
    folder = tmp_path_factory.mktemp("search") / "index"
    store.build(folder, documents(real), "test")
    return folder


@pytest.mark.parametrize("case", NAMED, ids=lambda c: c["query"])
def test_named_clause_comes_first(case: dict[str, str], index: Path) -> None:
    """What a clerk types puts the clause first that answers it."""
    _, hits = store.search(index, case["query"], limit=3, filters={})
    assert hits[0].fields["ref"] == case["ref"]


@pytest.mark.parametrize("query", ["*:* AND (", "😀", "", "验" * 10_000, "a\x00b", "[0-9]{9}.*", "ref:x OR tokens:y~3"])
def test_hostile_queries_are_harmless(query: str, index: Path) -> None:
    """Whoosh's syntax, control characters and very long queries are only words."""
    total, hits = store.search(index, query, limit=5, filters={})
    assert len(hits) <= total


def test_filters(index: Path) -> None:
    """A filter on the kind leaves only standards of that kind."""
    _, hits = store.search(index, "验电", limit=50, filters={"kind": "management"})
    assert hits
    assert {h.fields["kind"] for h in hits} == {"management"}


def test_json_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """`search --json` is one document in the promised shape, best first."""
    assert main(["-C", str(ROOT), "search", "竊電", "--limit", "3", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert set(made) == {"query", "total", "took_ms", "results"}
    assert set(made["results"][0]) == {
        "ref", "standard", "title", "number", "clause_title", "text", "kind", "status", "score", "url",
    }  # fmt: skip
    scores = [r["score"] for r in made["results"]]
    assert scores == sorted(scores, reverse=True)
    assert "窃电" in made["results"][0]["text"]
