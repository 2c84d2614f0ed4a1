"""What governs a day: right for every day of two years, against a reading that looks at one day at a time."""

from __future__ import annotations

import hashlib
import json
import subprocess
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.arguments import clock
from generator.cli import main
from generator.diagnostics import CannotRun
from generator.history.timeline import flaws, governing
from generator.model.corpus import Corpus, Document
from generator.model.lifecycle import PUBLISHED
from generator.model.standard import Status
from generator.pipeline import load
from tests.kit import SMALLEST, STANDARD, overlay

FIRST = date(2025, 1, 1)
DAYS = [FIRST + timedelta(n) for n in range(731)]
CORPUS = load(SMALLEST)
ONE = CORPUS.working["g201-01"]


def version(number: int, effective: int | None, withdrawn: int | None, status: Status, successor: bool) -> Document:
    """A version that takes effect so many days after the first, and may be withdrawn or superseded later."""
    update = {
        "version": f"{number}.0.0",
        "status": status,
        "effective": None if effective is None else FIRST + timedelta(effective),
        "withdrawn": None if withdrawn is None else FIRST + timedelta(withdrawn),
        "superseded_by": "g201-02" if successor else None,
    }
    return replace(ONE, standard=ONE.standard.model_copy(update=update))


@st.composite
def histories(draw: st.DrawFn) -> Corpus:
    """Six versions or more, some in the future, withdrawn or superseded, drafts among them; the last is the working text."""
    starts = sorted(draw(st.lists(st.integers(-200, 900), min_size=6, max_size=9, unique=True)))
    ends: list[int | None] = [draw(st.sampled_from([None, after])) for after in starts[1:]]
    ends.append(draw(st.one_of(st.none(), st.integers(starts[-1] + 1, starts[-1] + 400))))
    versions = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        status = draw(st.sampled_from(sorted(PUBLISHED)))
        versions.append(version(number, start, end, status, successor=draw(st.booleans())))
    working = draw(st.sampled_from([versions[-1], version(99, None, None, Status.DRAFT, successor=False)]))
    kept = versions[:-1] if working is versions[-1] else versions
    return replace(
        CORPUS, working={**CORPUS.working, "g201-01": working}, released={"g201-01": tuple(draw(st.permutations(kept)))}
    )


def read_one_day(corpus: Corpus, day: date) -> str | None:
    """The plainest reading: walk from the first day of all to this one, putting up and taking down what the dates say."""
    posted: str | None = None
    documents = [d.standard for d in corpus.documents if d.id == "g201-01" and d.standard.status in PUBLISHED]
    here = min((s.effective for s in documents if s.effective), default=day)
    while here <= day:
        for standard in documents:
            if standard.withdrawn == here and posted == standard.version:
                posted = None
        for standard in documents:
            if standard.effective == here:
                posted = standard.version
        here += timedelta(1)
    return posted


@settings(max_examples=60, deadline=None)
@given(histories())
def test_every_day_of_two_years(corpus: Corpus) -> None:
    """On each of 731 days exactly the version governs that a day-by-day reading finds, or none."""
    expected = {day: read_one_day(corpus, day) for day in DAYS[::17]}
    for day in DAYS:
        document = governing(corpus, day)["g201-01"]
        found = document.standard.version if document else None
        if day in expected:
            assert found == expected[day], day
        else:
            near = max(d for d in expected if d <= day)
            changed = {s for d in corpus.documents for s in (d.standard.effective, d.standard.withdrawn) if s and near < s <= day}
            assert found == (read_one_day(corpus, day) if changed else expected[near]), day


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        ((0, 100), (50, None), ("overlap", "2025-02-20", "2025-04-11")),
        ((0, 100), (150, None), ("gap", "2025-04-11", "2025-05-31")),
        ((0, None), (0, None), ("overlap", "2025-01-01", "2025-01-01")),
    ],
)
def test_overlaps_and_gaps_are_refused(
    one: tuple[int, int | None], two: tuple[int, int | None], words: tuple[str, str, str]
) -> None:
    """Contradicting dates are refused, both named."""
    versions = version(1, *one, Status.IN_FORCE, successor=False), version(2, *two, Status.IN_FORCE, successor=False)
    corpus = replace(CORPUS, working={"g201-01": versions[1]}, released={"g201-01": (versions[0],)})
    (flaw,) = flaws(corpus)
    assert (flaw.kind, flaw.first.isoformat(), flaw.last.isoformat()) == words
    with pytest.raises(CannotRun, match=words[1]) as refused:
        governing(corpus, FIRST)
    assert words[2] in refused.value.message


def test_the_bundle_verifies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """YAML, HTML, PDF, manifest and check sums that hold; the same day gives the same bytes; a used folder is refused."""
    out = tmp_path / "bundle"
    assert main(["-C", str(SMALLEST), "asof", "2026-05-01", "--out", str(out)]) == 0
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert manifest["date"] == "2026-05-01"
    row = next(s for s in manifest["standards"] if s["id"] == "g201-01")
    assert row["version"] == "1.0.0"
    assert row["sha256"] == hashlib.sha256((SMALLEST / STANDARD).read_bytes()).hexdigest()
    listed = {line.partition("  ")[2] for line in (out / "SHA256SUMS").read_text("utf-8").splitlines()}
    there = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    assert listed == there - {"SHA256SUMS"}
    registers = {row["name"]: row["sha256"] for row in manifest["registers"]["files"]}
    assert registers == {
        p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in (SMALLEST / "standards" / "registers").glob("*.yml")
    }
    assert manifest["registers"]["date"] == clock().isoformat()
    assert f"取自 {clock()} 的登记表" in (out / "html" / "g201-01.html").read_text("utf-8")
    assert {"html/g201-01.html", "pdf/g201-01.pdf", "yaml/g201-01/standard.yml"} <= there
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=out, check=True)
    again = tmp_path / "again"
    assert main(["-C", str(SMALLEST), "asof", "2026-05-01", "--out", str(again)]) == 0
    assert (again / "SHA256SUMS").read_bytes() == (out / "SHA256SUMS").read_bytes()
    assert main(["-C", str(SMALLEST), "asof", "2026-05-01", "--out", str(out)]) == 2
    assert "不是空文件夹" in capsys.readouterr().err


def test_before_the_first_day_there_is_none(tmp_path: Path) -> None:
    """A day on which nothing governs gives an empty bundle that says so."""
    out = tmp_path / "bundle"
    assert main(["-C", str(SMALLEST), "asof", "2020-01-01", "--out", str(out)]) == 0
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert manifest["standards"] == []
    assert "g201-01" in manifest["none"]


def test_a_contradiction_is_not_bundled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written when two versions claim a day."""
    text = (SMALLEST / STANDARD).read_text("utf-8").replace("version: 1.0.0", "version: 0.9.0")
    root = overlay(tmp_path, {"standards/management/g201-01/versions/0.9.0/standard.yml": text})
    assert main(["-C", str(root), "asof", "2026-05-01", "--out", str(tmp_path / "out")]) == 2
    assert "2026-04-01" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
