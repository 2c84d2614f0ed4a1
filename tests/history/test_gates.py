"""The gate: what a change of published text must bring with it, over the smallest corpus."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.history.compare import compare
from generator.history.gates import gates
from tests.kit import SMALLEST, STANDARD

FOLDER = "standards/management/g201-01"
KEPT = f"{FOLDER}/versions/1.0.0"
Change = tuple[str, str]

LIMIT: Change = ("value: 5\n", "value: 3\n")
NEW_VERSION: tuple[Change, ...] = (
    (
        "version: 1.0.0\npublished: 2026-03-01\neffective: 2026-04-01",
        "version: 1.1.0\npublished: 2026-10-01\neffective: 2026-11-01",
    ),
)


def entry(clauses: str = "[reply]", reason: str = "用户反映答复慢，缩短答复时限。") -> Change:
    """An entry of the revision record for the new version."""
    old = "  - version: 1.0.0\n    date: 2026-03-01\n    reason: 首次发布。\n"
    return old, f"{old}  - version: 1.1.0\n    date: 2026-10-01\n    clauses: {clauses}\n    reason: {reason}\n"


def codes(tmp_path: Path, *changes: Change, keep: bool = False, before: tuple[Change, ...] = ()) -> list[str]:
    """What the gate finds when some texts are replaced in the standard; `keep` keeps the former version."""
    sides = []
    for name, edits in (("old", before), ("new", (*before, *changes))):
        root = tmp_path / name
        shutil.copytree(SMALLEST / "standards", root / "standards")
        text = (root / STANDARD).read_text("utf-8")
        if keep and name == "new":
            shutil.copytree(tmp_path / "old" / FOLDER, root / KEPT)
        for find, write in edits:
            assert text.count(find) == 1, f"{find!r} stands {text.count(find)} times"
            text = text.replace(find, write)
        (root / STANDARD).write_text(text, "utf-8")
        sides.append(str(root))
    return [f.code for f in gates(compare(tmp_path / "new", sides[0], sides[1]))]


GONE: Change = (
    "          - id: remote\n            type: permission\n            text: 具备条件的，可采用远程抄表，费用见{g201-02}。\n",
    "          - id: photo\n            type: permission\n            text: 抄表员可拍照留存。\n",
)
MOVED: Change = ("- id: paperless\n", "- id: prefer-electronic\n")
RETIRED: Change = ("changelog:\n", "retired_ids: [remote]\nchangelog:\n")
REDIRECTED: Change = ("changelog:\n", "redirects:\n  - {id: paperless, to: g201-01#prefer-electronic}\nchangelog:\n")
OWN_APPROVER: Change = ("approver: chief", "approver: reader")


@pytest.mark.parametrize(
    ("changes", "keep", "expected"),
    [
        pytest.param((LIMIT,), False, ["G801"], id="a limit is edited in place"),
        pytest.param((LIMIT, *NEW_VERSION, entry()), True, [], id="a new version with everything"),
        pytest.param((LIMIT, *NEW_VERSION, entry()), False, ["G804"], id="the former version is not kept"),
        pytest.param((LIMIT, *NEW_VERSION, entry("[read]")), True, ["G802"], id="the record names another clause"),
        pytest.param((LIMIT, *NEW_VERSION), True, ["G802"], id="there is no entry for the version"),
        pytest.param((LIMIT, *NEW_VERSION, entry(reason="修改。")), True, ["G803"], id="the reason says nothing"),
        pytest.param((LIMIT, *NEW_VERSION, entry(reason="首次发布。")), True, ["G803"], id="the reason is copied"),
        pytest.param((LIMIT, *NEW_VERSION, entry(), OWN_APPROVER), True, ["G808"], id="the approver drafted it"),
        pytest.param((GONE,), False, ["G801", "G801", "G807"], id="a clause goes without a word"),
        pytest.param((MOVED,), False, ["G807"], id="a clause has another id"),
        pytest.param((MOVED, REDIRECTED), False, [], id="a redirect leads to the new id"),
        pytest.param((("应到现场读取示数", "应到现场抄录示数"),), False, ["G811"], id="other words"),
        pytest.param((("填写{jl-01}。", "填写 {jl-01}。"),), False, [], id="a space"),
        pytest.param(
            ((NEW_VERSION[0][0], NEW_VERSION[0][1].replace("1.1.0", "0.9.0")), entry()), True, ["G809"], id="a lower version"
        ),
        pytest.param(
            ((NEW_VERSION[0][0], NEW_VERSION[0][1].replace("effective: 2026-11-01", "effective: 2026-04-01")), entry()),
            True,
            ["G809"],
            id="the same effective date",
        ),
        pytest.param(
            (("status: in_force\n", "status: draft\n"), *NEW_VERSION, LIMIT), True, [], id="a draft of the next version"
        ),
    ],
)
def test_gate(changes: tuple[Change, ...], keep: bool, expected: list[str], tmp_path: Path) -> None:
    """The gate demands exactly what is missing."""
    assert sorted(codes(tmp_path, *changes, keep=keep)) == expected


def test_a_former_id_is_not_used_again(tmp_path: Path) -> None:
    """G806: an id that was retired comes back on another clause, and its retirement is deleted."""
    before = (GONE, RETIRED)
    again = (("- id: photo\n", "- id: remote\n"), ("retired_ids: [remote]\n", ""))
    assert "G806" in codes(tmp_path, *again, before=before)


def test_drafts_change_freely(tmp_path: Path) -> None:
    """A text that was never published may change in any way."""
    assert codes(tmp_path, LIMIT, GONE, before=(("status: in_force\n", "status: draft\n"),)) == []


def test_a_published_standard_is_not_deleted(tmp_path: Path) -> None:
    """G810: a published standard is withdrawn, never deleted."""
    for name in ("old", "new"):
        shutil.copytree(SMALLEST / "standards", tmp_path / name / "standards")
    shutil.rmtree(tmp_path / "new" / FOLDER)
    found = gates(compare(tmp_path / "new", str(tmp_path / "old"), str(tmp_path / "new")))
    assert [f.code for f in found] == ["G810"]


@pytest.mark.parametrize("edit", ["delete", "text", "layout"])
def test_released_versions_stay(edit: str, tmp_path: Path) -> None:
    """G805: a released version is neither deleted nor edited; its layout may change."""
    for name in ("old", "new"):
        shutil.copytree(SMALLEST / "standards", tmp_path / name / "standards")
        shutil.copytree(SMALLEST / FOLDER, tmp_path / name / FOLDER / "versions" / "1.0.0")
    file = tmp_path / "new" / FOLDER / "versions" / "1.0.0" / "standard.yml"
    text = file.read_text("utf-8")
    if edit == "delete":
        shutil.rmtree(file.parent)
    else:
        write = {"text": ("应到现场", "应去现场"), "layout": ("title: 抄表管理", "title:   抄表管理   # 名称")}[edit]
        file.write_text(text.replace(*write), "utf-8")
    found = gates(compare(tmp_path / "new", str(tmp_path / "old"), str(tmp_path / "new")))
    assert [f.code for f in found] == ([] if edit == "layout" else ["G805"])
