"""Rules that one replacement in one file cannot show: links, missing files, two standards, released versions, waivers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.kit import SMALLEST, STANDARD, WORK, findings, overlay

FOLDER = "standards/management/g201-01"
OLD = f"{FOLDER}/versions/0.9.0/standard.yml"
TWIN = "standards/management/g201-02"
SECOND = "standards/work/z301-02/standard.yml"
FACTS = "standards/registers/facts.yml"
WAIVERS = "standards/registers/waivers.yml"
SETTINGS = "standards/settings.yml"

Change = tuple[str, str]


def changed(file: str, *changes: Change) -> str:
    """A file of the smallest corpus with some texts replaced, each of which stands in it once."""
    text = (SMALLEST / file).read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def released(*changes: Change) -> str:
    """The standard as version 0.9.0, in force from 2025-01-01."""
    text = changed(
        STANDARD,
        ("201.01—2026", "201.01—2024"),
        (
            "version: 1.0.0\npublished: 2026-03-01\neffective: 2026-04-01",
            "version: 0.9.0\npublished: 2024-12-01\neffective: 2025-01-01",
        ),
        ("last: 2026-03-01", "last: 2024-12-01"),
        ("  - version: 1.0.0\n    date: 2026-03-01", "  - version: 0.9.0\n    date: 2024-12-01"),
    )
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def twin(*changes: Change) -> dict[str, str]:
    """A second standard, g201-02, with the text, checklists, questions and English of the first, citing the first."""
    files: dict[str, str] = {}
    for path in (SMALLEST / FOLDER).iterdir():
        text = path.read_text("utf-8").replace("g201-02", "g201-0X").replace("g201-01", "g201-02").replace("g201-0X", "g201-01")
        files[f"{TWIN}/{path.name}"] = text.replace("201.01—", "201.02—").replace("title: 抄表管理", "title: 收费管理")
    for old, new in changes:
        text = files[f"{TWIN}/standard.yml"]
        assert text.count(old) == 1, old
        files[f"{TWIN}/standard.yml"] = text.replace(old, new)
    return files


def waiver(rule: str, where: str, until: str) -> str:
    """The register of waivers with one waiver."""
    return f"- rule: {rule}\n  where: {where}\n  reason: 试行。\n  by: chief\n  until: {until}\n"


def second_work_standard() -> str:
    """Another work standard for the meter reader."""
    return changed(WORK, ("id: z301-01", "id: z301-02"), ("Q/XX 301.01", "Q/XX 301.02"), ("title: 抄表员", "title: 抄表班"))


def linked(root: Path) -> None:
    """An outside file linked into the registers."""
    (root / "notes.yml").write_text("- {}\n", "utf-8")
    (root / "standards/registers/notes.yml").symlink_to(root / "notes.yml")


def without(file: str) -> Callable[[Path], None]:
    """Deletes a file."""
    return lambda root: (root / file).unlink()


@dataclass(frozen=True)
class Case:
    """What is changed, and the one finding: its file and its line, which is empty for a file as a whole.

    `others` names rules that the change cannot but break as well.
    """

    file: str
    line: str
    changes: Mapping[str, tuple[str, str] | str] = field(default_factory=dict)
    then: Callable[[Path], None] | None = None
    others: frozenset[str] = frozenset()


VAGUE = {WORK: ("抄表员应复核异常示数。", "抄表员应及时复核异常示数。")}

CASES = {
    "S120": Case("standards/registers/rows.yml", "", then=without("standards/registers/rows.yml")),
    "S132": Case("standards/registers/notes.yml", "", then=linked),
    "S133": Case("standards/registers/facts．yml", "", {"standards/registers/facts．yml": "[]\n"}),
    "R216": Case(
        STANDARD,
        "references: [power-law, g201-02]",
        twin(("status: in_force", "status: withdrawn\nwithdrawn: 2026-05-01\nwithdrawn_reason: 并入抄表管理。")),
    ),
    "R217": Case(
        STANDARD,
        "              control: 按{z301-01#recheck}复核",
        {
            STANDARD: changed(
                STANDARD, ("[power-law, g201-02]", "[power-law, g201-02, z301-01]"), ("双人核对", "按{z301-01#recheck}复核")
            )
        },
    ),
    "R219": Case(
        f"{TWIN}/standard.yml",
        "superseded_by: g201-01",
        twin(("approver: chief", "approver: chief\nsuperseded_by: g201-01\nwithdrawn: 2027-01-01")),
    ),
    "N415": Case(
        WORK,
        "    subject: 工作记录保存期限",
        {
            WORK: changed(
                WORK,
                (
                    "clauses:\n  - id: needed",
                    "  - id: p-log\n    subject: 工作记录保存期限\n    kind: min\n    value: 1\n    unit: 年\n"
                    "    stricter: higher\n    basis: company\nclauses:\n  - id: needed",
                ),
                ("抄表员应保存{jl-01}。", "抄表员应将{jl-01}保存{p-log}。"),
            )
        },
    ),
    "L512": Case(OLD, "status: draft", {OLD: released(("status: in_force", "status: draft"))}),
    "L513": Case(STANDARD, "effective: 2026-04-01", {OLD: released(("effective: 2025-01-01", "effective: 2026-06-01"))}),
    "L515": Case(STANDARD, "  - id: duties", {OLD: released(("id: remote\n", "id: remote-old\n"))}),
    "L516": Case(
        WAIVERS, "  until: 2026-11-22", {WAIVERS: waiver("W305", "z301-01", "2026-11-22"), **VAGUE}, None, frozenset({"W305"})
    ),
    "L517": Case(WAIVERS, "- rule: W305", {WAIVERS: waiver("W305", "z301-01", "2027-01-01")}),
    "L518": Case(WAIVERS, "- rule: R201", {WAIVERS: waiver("R201", "z301-01", "2027-01-01")}),
    "C609": Case(STANDARD, "id: g201-01", then=without(f"{FOLDER}/checklists.yml"), others=frozenset({"C607"})),
    "C610": Case(STANDARD, "id: g201-01", {f"{FOLDER}/questions.yml": "questions: []\n"}),
    "C611": Case(STANDARD, "id: g201-01", then=without(f"{FOLDER}/en.yml")),
    "C615": Case(STANDARD, "              role: reader", {WORK: ("post: reader", "post: chief")}),
    "C616": Case(SECOND, "post: reader", {SECOND: second_work_standard()}),
    "C618": Case(
        STANDARD,
        'domain: "01"',
        {
            SETTINGS: ("en: General}", "en: General, hazardous: true}"),
            STANDARD: changed(
                STANDARD,
                ("              risks: [shock]\n", ""),
                ("risks:\n  - id: shock\n    hazard: 表箱带电\n    consequence: 触电\n    level: 2\n    controls: [read]\n", ""),
            ),
        },
    ),
    "C619": Case(WORK, "  - id: duties", {WORK: ("报告表箱缺陷。\n        duty: {role: reader}\n", "报告表箱缺陷。\n")}),
    "C620": Case(WORK, "  - id: needed", {WORK: ("        interface: {with: [office]}\n", "")}),
    "C621": Case(
        WORK, "  - id: checking", {WORK: ("        inspection: {by: chief, frequency: p-round, method: 现场抽查}\n", "")}
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_one_finding_at_its_line(code: str, tmp_path: Path) -> None:
    """The change gives exactly this rule, once, in the file and at the line that has to be mended."""
    case = CASES[code]
    root = overlay(tmp_path, case.changes)
    if case.then:
        case.then(root)
    found = findings(root)
    assert {f.code for f in found} - case.others == {code}, [f.message() for f in found]
    assert case.others <= {f.code for f in found}
    (finding,) = (f for f in found if f.code == code)
    assert finding.place.file == case.file
    path = root / case.file
    assert (path.read_text("utf-8").splitlines()[finding.place.line - 1] if case.line else "") == case.line


def test_two_standards_in_a_circle(tmp_path: Path) -> None:
    """R218: each of two standards says that the other succeeds it; both are told, and nothing of one side (R219)."""
    gone = "superseded_by: {}\nwithdrawn: 2027-01-01"
    root = overlay(
        tmp_path,
        {
            STANDARD: ("approver: chief", "approver: chief\n" + gone.format("g201-02")),
            **twin(("approver: chief", "approver: chief\n" + gone.format("g201-01"))),
        },
    )
    assert [(f.code, f.place.file) for f in findings(root)] == [("R218", STANDARD), ("R218", f"{TWIN}/standard.yml")]


@pytest.mark.parametrize(
    ("where", "left"),
    [("z301-01", []), ("z301-01#recheck", []), ("z301-01#report", ["L517", "W305"]), ("g201-01", ["L517", "W305"])],
)
def test_a_waiver_covers_its_place_only(where: str, left: list[str], tmp_path: Path) -> None:
    """L517: a waiver in time silences the warning in its standard or its very clause, on its last day too, and nowhere else."""
    root = overlay(tmp_path, {WAIVERS: waiver("W305", where, "2026-11-23"), **VAGUE})
    assert [f.code for f in findings(root)] == left


def test_an_error_is_not_waived(tmp_path: Path) -> None:
    """L518: the error stays, and the waiver of it is one more."""
    root = overlay(tmp_path, {WAIVERS: waiver("R201", "z301-01", "2027-01-01"), WORK: ("{g201-01#read}", "{g201-01#reed}")})
    assert [f.code for f in findings(root)] == ["L518", "R201"]


@pytest.mark.parametrize("version", ["0.9.0", "0.10.0"])
def test_versions_are_numbers(version: str, tmp_path: Path) -> None:
    """L513: 0.10.0 and 0.9.0 both come before 1.0.0, and 0.10.0 after 0.9.0."""
    later = released(("version: 0.9.0\npublished", "version: 0.10.0\npublished"), ("  - version: 0.9.0", "  - version: 0.10.0"))
    changes = {OLD: released(), OLD.replace("0.9.0", "0.10.0"): later.replace("effective: 2025-01-01", "effective: 2025-06-01")}
    if version == "0.9.0":
        changes = {OLD: released()}
    assert findings(overlay(tmp_path, changes)) == []
