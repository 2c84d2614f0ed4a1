"""Paper forms, their key and their data agree, and come out the same twice."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.cli import main
from generator.model.edition import Edition
from tests.kit import ROOT


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three forms as the README makes them."""
    folder = tmp_path_factory.mktemp("exam")
    order = ["quiz", "--position", "meter-installer", "--count", "20", "--forms", "3", "--seed", "7", "--format", "paper,json"]
    for name in ("one", "two"):
        assert main(["-C", str(ROOT), "--today", "2026-11-23", *order, "--out", str(folder / name)]) == 0
    return folder


def test_same_seed_same_bytes(out: Path) -> None:
    """The second run writes the same files, byte for byte."""
    names = sorted(p.name for p in (out / "one").iterdir())
    assert names == ["form-a.pdf", "form-b.pdf", "form-c.pdf", "key.pdf", "quiz.json"]
    for name in names:
        assert (out / "one" / name).read_bytes() == (out / "two" / name).read_bytes()


def test_key_and_paper_agree(out: Path, real: Edition) -> None:
    """Each form prints its stems and no key; the key sheet names every clause; the answers are letters of the options."""
    made = json.loads((out / "one" / "quiz.json").read_text("utf-8"))
    key = "".join(page.extract_text() for page in PdfReader(out / "one" / "key.pdf").pages)
    assert [form["name"] for form in made["forms"]] == ["A", "B", "C"]
    for form in made["forms"]:
        assert len(form["items"]) == 20
        text = flat(out / "one" / f"form-{form['name'].lower()}.pdf")
        for item in form["items"]:
            assert squeeze(item["stem"])[:16] in text
            assert squeeze(item["explanation"])[:24] not in text
            assert item["number"] in key
            standard, _, clause = item["ref"].partition("#")
            assert real.documents[standard].entries[clause].number == item["number"]
            if item["type"] in ("single", "multiple"):
                assert all("ABCDEFGHIJ".index(letter) < len(item["options"]) for letter in item["answer"])
    assert "答案与评分标准" in key


def flat(path: Path) -> str:
    """The text of a PDF without spaces."""
    return squeeze("".join(page.extract_text() for page in PdfReader(io.BytesIO(path.read_bytes())).pages))


def squeeze(text: str) -> str:
    """Text without white space."""
    return "".join(text.split())
