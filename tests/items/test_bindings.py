"""What someone confirmed goes stale when the meaning of what it rests on changes, and only then."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.history.stale import stale
from generator.items.bank import bank
from generator.items.basis import resting
from generator.load.layout import canonical
from generator.model.node import StandardId
from generator.pipeline import load
from tests.kit import ROOT, SMALLEST, edition, findings, overlay

G206 = "standards/management/g206-01"
G208 = "standards/management/g208-01"
DAY = ("--today", "2026-11-23")


def ids(root: Path) -> set[str]:
    """The names of what is stale in a knowledge base."""
    return {one.id for one in stale(load(root))}


def real(tmp_path: Path, file: str, *edits: tuple[str, str]) -> Path:
    """A copy of the real standards with texts of one file replaced, each of which stands there once."""
    text = (ROOT / file).read_text("utf-8")
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return overlay(tmp_path, {file: text}, ROOT)


def parameter(file: str, id: str) -> str:
    """The YAML of one parameter."""
    found = re.search(rf"  - id: {id}\n(?:    .*\n)+", (ROOT / file).read_text("utf-8"))
    assert found
    return found[0]


def test_the_real_standards_are_clean() -> None:
    """Everything in the ten standards is confirmed, and nothing is stale."""
    corpus = load(ROOT)
    for document in corpus.working.values():
        assert document.bindings is not None
        bound = {(group, one.of) for group, one in document.bindings.all()}
        assert {(item.group, item.id) for item in resting(document, corpus)} == bound
    assert not ids(ROOT)


def test_a_limit_makes_exactly_its_own_items_stale(tmp_path: Path) -> None:
    """Every limit of every standard, changed: stale is what quotes it or rests on a clause that uses it; no English."""
    corpus = load(ROOT)
    tried = 0
    for document in corpus.working.values():
        for number, limit in enumerate(document.standard.parameters):
            if limit.value is None or number % 4:
                continue
            text = parameter(limit.place.file, limit.id)
            value = re.search(r"value: (.*)\n", text)
            assert value
            root = real(tmp_path, limit.place.file, (text, text.replace(value[0], f"value: {limit.value + 1}\n")))
            assert ids(root) == quoting(corpus, document.id, limit.id), (document.id, limit.id)
            tried += 1
    assert tried > 60


def quoting(corpus, standard: StandardId, limit: str) -> set[str]:  # type: ignore[no-untyped-def]
    """Questions and checklist items in whose own text, clause or clause's fields a limit stands."""
    found = set()
    for document in corpus.working.values():
        name = limit if document.id == standard else f"{standard}#{limit}"
        used = {e.id for e in document.entries.values() if uses(e.clause, name)}
        for question in document.questions:
            texts = [question.stem, question.explanation or "", *question.accept]
            texts += [t for o in question.options for t in (o.text, o.why or "")]
            cited = {c for t in texts for c in re.findall(r"\{#([\w-]+)\}", t)}
            own = f"{{{name}}}" in "".join(texts) or (question.parameter == limit and document.id == standard)
            if own or ({question.clause} | cited) & used:
                found.add(f"{document.id}.{question.id}")
        for sheet in document.checklists:
            for item in sheet.items:
                cited = set(re.findall(r"\{#([\w-]+)\}", item.text))
                if f"{{{name}}}" in item.text or ({item.clause} | cited) & used:
                    found.add(f"{document.id}.{item.id}")
    return found


def uses(clause, name: str) -> bool:  # type: ignore[no-untyped-def]
    """Whether a clause quotes a limit in its text or names it in a field."""
    fields = [*(clause.step.limits if clause.step else ()), *(clause.task.limits if clause.task else ())]
    fields += [clause.task.frequency] if clause.task else []
    fields += [clause.indicator.target] if clause.indicator else []
    fields += [clause.inspection.frequency, clause.inspection.sample] if clause.inspection else []
    return f"{{{name}}}" in "".join((clause.text or "", *clause.items)) or name in fields


def test_punctuation_layout_and_order_make_nothing_stale(tmp_path: Path) -> None:
    """Other punctuation in every sentence, other titles, dates and numbering over all ten standards: nothing is stale."""
    root = tmp_path / "base"
    shutil.copytree(ROOT / "standards", root / "standards", ignore=shutil.ignore_patterns("schema", "versions"))
    marks = str.maketrans("，；、", "；，，")
    for path in (root / "standards").glob("*/*/standard.yml"):
        text = path.read_text("utf-8")
        text = re.sub(r"(?m)^( +(?:- )?(?:text|control): |  +- )(?!\{)([^\"\n{]+)$", lambda m: m[1] + m[2].translate(marks), text)
        text = text.replace("应在", "应当在").replace("必须", "应")
        text = re.sub(r"(?m)^published: .*$", "published: 2026-02-28", text)
        path.write_text(text, "utf-8")
    assert not {name for name in ids(root) if ".en." not in name}
    text = (ROOT / G206 / "standard.yml").read_text("utf-8")
    first, second = (
        re.search(r"          - id: show-notice\n(?:            .*\n)+", text),
        re.search(r"          - id: recusal\n(?:            .*\n)+", text),
    )
    assert first
    assert second
    swapped = text.replace(first[0] + second[0], second[0] + first[0])
    assert swapped != text
    assert not ids(overlay(tmp_path, {f"{G206}/standard.yml": swapped}, ROOT))


@pytest.mark.parametrize(
    ("old", "new", "stale_ids", "reason"),
    [
        pytest.param(
            parameter(f"{G206}/standard.yml", "p-objection"),
            parameter(f"{G206}/standard.yml", "p-objection").replace("value: 2", "value: 1"),
            set(),
            "",
            id="a limit that nothing rests on",
        ),
        pytest.param(
            "text: 稽查员不应核查本人经办的业务。",
            "text: 稽查员不应核查本人和亲属经办的业务。",
            {"g206-01.nobody-own-business", "g206-01.en.recusal"},
            "第 5.3.2 条",
            id="a sentence",
        ),
        pytest.param(
            "本人经办的业务。\n            actor: [inspector]",
            "本人经办的业务。\n            actor: [inspector, inspection-supervisor]",
            {"g206-01.nobody-own-business"},
            "岗位 稽查员 → 稽查员、稽查主管",
            id="a role",
        ),
    ],
)
def test_what_changed_is_told(tmp_path: Path, old: str, new: str, stale_ids: set[str], reason: str) -> None:
    """One change in a standard, what it makes stale, and the reason in words."""
    root = real(tmp_path, f"{G206}/standard.yml", (old, new))
    found = list(stale(load(root)))
    assert {one.id for one in found} == stale_ids
    assert all(reason in one.reason for one in found)


def test_unit_and_scope_of_a_limit(tmp_path: Path) -> None:
    """24 h written as 1 day is the same limit; another start of the clock is another one; the reason gives both values."""
    file = "standards/management/g211-01/standard.yml"
    major = parameter(file, "p-report-major")
    same = major.replace("value: 24", "value: 1").replace("unit: 小时", "unit: 日")
    assert not ids(real(tmp_path, file, (major, same)))
    other = list(stale(load(real(tmp_path, file, (major, major.replace("value: 24", "value: 12"))))))
    assert other
    assert all("限值 ≤ 24 h → ≤ 12 h（隐患报告电力管理部门的时限）" in one.reason for one in other)
    since = list(stale(load(real(tmp_path, file, (major, major.replace("since: 判定", "since: 发现"))))))
    assert {one.id for one in since} == {one.id for one in other}
    assert all(one.reason == "限值的适用范围或起算点改了" for one in since)


def test_a_repealed_law_makes_items_stale(tmp_path: Path) -> None:
    """What rests on a clause that cites a law is to be read again when that law is repealed."""
    laws = "standards/registers/laws.yml"
    text = (ROOT / laws).read_text("utf-8")
    law = text[text.index("- id: power-law\n") :].split("\n- id:")[0]
    found = ids(overlay(tmp_path, {laws: (law, law.replace("status: current", "status: repealed"))}, ROOT))
    assert "g206-01.q-who-fines" in found
    assert "g206-01.q-which-layer" not in found


def test_confirming_makes_it_right_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Stale, confirmed one by one and by clause, clean: the command changes one line an item, in canonical layout."""
    text = parameter(f"{G208}/standard.yml", "p-crew-min")
    root = real(tmp_path, f"{G208}/standard.yml", (text, text.replace("value: 2", "value: 3")))
    before = (root / G208 / "bindings.yml").read_text("utf-8").splitlines()
    assert main(["-C", str(root), "questions", "--stale", "--json"]) == 1
    rows = json.loads(capsys.readouterr().out)["stale"]
    assert {row["id"] for row in rows} == {"g208-01.crew-size"}
    assert {"id", "ref", "bound", "now", "reason"} == set(rows[0])
    assert "≥ 2 人 → ≥ 3 人" in rows[0]["reason"]
    assert main(["-C", str(root), *DAY, "confirm", "g208-01.crew-size", "--by", "safety"]) == 0
    after = (root / G208 / "bindings.yml").read_text("utf-8").splitlines()
    assert len(before) == len(after)
    assert sum(one != two for one, two in zip(before, after, strict=True)) == 1
    path = root / G208 / "bindings.yml"
    assert canonical(path.read_bytes(), path, "bindings.yml") == path.read_bytes()
    assert main(["-C", str(root), "questions", "--stale"]) == 0
    assert not [f for f in findings(root) if f.code.startswith("Q77")]
    assert main(["-C", str(root), *DAY, "confirm", "g208-01#two-person-crew", "--by", "safety"]) == 0


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["g208-01.crew-sise", "--by", "safety"], "g208-01.crew-size"),
        (["g208-01#two-person-craw", "--by", "safety"], "没有 g208-01#two-person-craw"),
        (["g298-01", "--by", "safety"], "g208-01"),
        (["g208-01", "--by", "saftey"], "safety"),
        (["g208-01#responsibilities", "--by", "safety"], "没有试题、检查项或英文可确认"),
    ],
)
def test_what_cannot_be_confirmed(tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], hint: str) -> None:
    """An unknown item, clause, standard or role: exit code 2, the nearest name, and nothing is written."""
    root = overlay(tmp_path, {}, ROOT)
    before = (root / G208 / "bindings.yml").read_bytes()
    assert main(["-C", str(root), "confirm", *words]) == 2
    assert hint in capsys.readouterr().err
    assert (root / G208 / "bindings.yml").read_bytes() == before


def test_typed_by_hand(tmp_path: Path) -> None:
    """Q774: a fingerprint, a date or a name typed by hand is an error; a name that is not registered is R204."""
    text = (ROOT / G208 / "bindings.yml").read_text("utf-8")
    line = next(one for one in text.splitlines() if "of: crew-size," in one)
    for old, new in (("fingerprint: ", "fingerprint: 0"), ("2026-11-23", "2026-11-24"), ("≥ 2 人", "≥ 3 人")):
        changed = (
            line.replace(old, new)
            if old != "fingerprint: "
            else re.sub(r"fingerprint: \S{12}", f"fingerprint: {'0' * 11}1", line)
        )
        root = overlay(tmp_path, {f"{G208}/bindings.yml": (line, changed)}, ROOT)
        assert "Q774" in {f.code for f in findings(root)}, changed
    root = overlay(tmp_path, {f"{G208}/bindings.yml": (line, line.replace("by: safety", "by: nobody"))}, ROOT)
    assert {"Q774", "R204"} <= {f.code for f in findings(root)}


def test_a_confirmation_of_nothing(tmp_path: Path) -> None:
    """An entry whose item is gone troubles nobody; the next confirmation of that standard drops it."""
    root = real(tmp_path, f"{G208}/checklists.yml", ("- id: crew-size\n", "- id: crew-of-two\n"))
    assert not [f for f in findings(root) if f.code.startswith("Q77")]
    assert main(["-C", str(root), *DAY, "confirm", "g208-01.crew-of-two", "--by", "safety"]) == 0
    assert "of: crew-size\n" not in (root / G208 / "bindings.yml").read_text("utf-8")


def test_the_first_confirmation(tmp_path: Path) -> None:
    """A standard without bindings is not stale; confirming it writes a file that checks and is laid out canonically."""
    root = overlay(tmp_path, {}, SMALLEST)
    assert not ids(root)
    assert main(["-C", str(root), *DAY, "confirm", "g201-01", "--by", "chief"]) == 0
    path = root / "standards/management/g201-01/bindings.yml"
    assert canonical(path.read_bytes(), path, "bindings.yml") == path.read_bytes()
    assert not findings(root)
    assert not ids(root)


def test_an_export_goes_stale(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An exported quiz after a limit changed: its items on that limit are named, with the reason; without a change, none."""
    root = overlay(tmp_path, {}, ROOT)
    asked = ("--standards", "g206-01", "--count", "40", "--format", "json", "--out", str(tmp_path / "quiz"))
    assert main(["-C", str(root), *DAY, "quiz", *asked]) == 0
    quiz = tmp_path / "quiz" / "quiz.json"
    against = ["-C", str(root), *DAY, "questions", "--against", str(quiz), "--json"]
    capsys.readouterr()
    assert main(against) == 0
    assert json.loads(capsys.readouterr().out) == {"stale": []}
    sent = {row["id"] for row in json.loads(quiz.read_text("utf-8"))["forms"][0]["items"]}
    ours = [i for i in bank(edition(root)) if i.id in sent and i.slot.startswith("g206-01:p-")]
    slot = ours[0].slot
    text = parameter(f"{G206}/standard.yml", slot.split(":")[1])
    value = re.search(r"value: (\d+)\n", text)
    assert value
    file = root / G206 / "standard.yml"
    file.write_text(file.read_text("utf-8").replace(text, text.replace(value[0], f"value: {int(value[1]) + 1}\n")), "utf-8")
    assert main(against) == 1
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)["stale"]}
    assert {i.id for i in ours if i.slot == slot} <= set(rows)
    assert all(row["reason"] for row in rows.values())


@pytest.mark.parametrize("content", ["", "[]", '{"forms": []}', "not json", "[" * 3000])
def test_an_export_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str) -> None:
    """A file without items, or that is no JSON: exit code 2 and what to name instead."""
    path = tmp_path / "quiz.json"
    path.write_text(content, "utf-8")
    assert main(["-C", str(ROOT), "questions", "--against", str(path)]) == 2
    assert "quiz.json" in capsys.readouterr().err
