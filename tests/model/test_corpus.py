"""Numbers come from position, references resolve, and one version governs a day."""

from datetime import date
from pathlib import Path

import pytest

from generator.model.corpus import Corpus
from generator.model.lifecycle import Shown, review_due, shown
from generator.model.outline import outline
from generator.model.prose import basis_status, plain
from generator.model.standard import Review, Status
from tests.kit import SMALLEST, STANDARD, edition, findings, overlay

VERSION = "standards/management/g201-01/versions/0.9.0/standard.yml"


def test_numbers_follow_position() -> None:
    """Chapters 1 to 3 are scope, references and terms; the first written chapter is 4."""
    numbers = {e.id: e.number for e in outline(edition().documents["g201-01"].standard)}
    assert numbers["scope"] == "1"
    assert numbers["reading"] == "3.1"
    assert numbers["duties"] == "4"
    assert numbers["reply"] == "5.1.2"
    assert numbers["fault"] == "7.2"


@pytest.mark.parametrize(
    "reference", ["g201-01#reply", "g201-01#5.1.2", "Q/XX 201.01#5.1.2", "Q/XX 201.01—2026#reply", "201.01#5.1.2"]
)
def test_reference_forms(reference: str) -> None:
    """A clause is found by id and number, its standard by id and code."""
    assert edition().corpus.resolve(reference) == ("g201-01", "reply")


@pytest.mark.parametrize("reference", ["g201-01#5.9", "g999-01", "", "#reply", "205.01"])
def test_unknown_references(reference: str) -> None:
    """What does not exist resolves to nothing."""
    assert edition().corpus.resolve(reference) is None


def test_text_quotes_the_parameter() -> None:
    """A clause shows the parameter's value with its unit, records with their codes, and spaces where scripts meet."""
    made = edition()
    document = made.documents["g201-01"]
    reply = document.entries["reply"].clause.text or ""
    assert plain(reply, document, made.corpus) == "示数异常的，抄表员应在 5 个工作日内答复用户。"
    read = document.entries["read"].clause.text or ""
    assert plain(read, document, made.corpus) == "抄表员应到现场读取示数，填写 JL-201.01-01《抄表记录》。"
    assert plain("Answer within {p-reply}.", document, made.corpus, "en") == "Answer within 5 working days."


def test_a_value_of_our_own_is_no_longer_the_fact(tmp_path: Path) -> None:
    """A limit has its fact's status only while it has its value; a stricter one is the company's."""
    change = ("    kind: max\n    value: 5\n", "    kind: max\n    value: 3\n")
    for root, status in ((SMALLEST, "V"), (overlay(tmp_path, {STANDARD: change}), "E")):
        made = edition(root)
        assert basis_status(made.documents["g201-01"].parameters["p-reply"], made.corpus) == status


def two_versions(folder: Path) -> Corpus:
    """The smallest corpus with an earlier version in force from 2025-01-01."""
    earlier = (SMALLEST / STANDARD).read_text("utf-8")
    earlier = earlier.replace("201.01—2026", "201.01—2024").replace("version: 1.0.0\npub", "version: 0.9.0\npub")
    earlier = earlier.replace("- version: 1.0.0\n    date: 2026-03-01", "- version: 0.9.0\n    date: 2024-12-01")
    earlier = earlier.replace("published: 2026-03-01", "published: 2024-12-01").replace("2026-04-01", "2025-01-01")
    root = overlay(folder, {VERSION: earlier.replace("last: 2026-03-01", "last: 2024-12-01")})
    assert findings(root) == []
    return edition(root).corpus


@pytest.mark.parametrize(
    ("day", "version"),
    [("2024-12-31", None), ("2025-01-01", "0.9.0"), ("2026-03-31", "0.9.0"), ("2026-04-01", "1.0.0"), ("2030-01-01", "1.0.0")],
)
def test_one_version_governs_a_day(tmp_path: Path, day: str, version: str | None) -> None:
    """Before the first effective date none governs; from its effective date on the newer one does. Drafts never do."""
    governing = two_versions(tmp_path).on(date.fromisoformat(day))
    assert (governing["g201-01"].standard.version if governing else None) == version
    assert "z301-01" not in governing


def test_readers_see_the_version_in_force(tmp_path: Path) -> None:
    """Between publication and effective date of a new version, readers are shown the one that governs."""
    corpus = two_versions(tmp_path)
    assert corpus.shown_on(date(2026, 3, 15)).working["g201-01"].standard.version == "0.9.0"
    assert corpus.shown_on(date(2026, 5, 1)).working["g201-01"].standard.version == "1.0.0"
    assert corpus.shown_on(date(2026, 5, 1)).working["z301-01"].standard.status == "draft"


@pytest.mark.parametrize(
    ("update", "day", "expected"),
    [
        ({"status": Status.DRAFT}, date(2026, 5, 1), Shown.DRAFT),
        ({"status": Status.COMMENT}, date(2026, 5, 1), Shown.COMMENT),
        ({"status": Status.APPROVED}, date(2026, 3, 31), Shown.UPCOMING),
        ({"status": Status.APPROVED}, date(2026, 4, 1), Shown.IN_FORCE),
        ({"status": Status.IN_FORCE}, date(2026, 3, 31), Shown.UPCOMING),
        ({"status": Status.UNDER_REVIEW}, date(2026, 5, 1), Shown.UNDER_REVIEW),
        ({"status": Status.WITHDRAWN, "withdrawn": date(2026, 5, 1)}, date(2026, 4, 30), Shown.IN_FORCE),
        ({"status": Status.WITHDRAWN, "withdrawn": date(2026, 5, 1)}, date(2026, 5, 1), Shown.WITHDRAWN),
        (
            {"status": Status.WITHDRAWN, "withdrawn": date(2026, 5, 1), "superseded_by": "g201-02"},
            date(2026, 5, 1),
            Shown.SUPERSEDED,
        ),
    ],
)
def test_status_as_readers_see_it(update: dict[str, object], day: date, expected: Shown) -> None:
    """Stored status, effective date, withdrawal and successor decide together what is shown."""
    standard = edition().documents["g201-01"].standard.model_copy(update=update)
    assert shown(standard, day) is expected


def test_review_due_keeps_the_day() -> None:
    """36 months after 29 February is the end of February."""
    made = edition().documents["g201-01"].standard.review
    assert isinstance(made, Review)
    assert review_due(made) == date(2029, 3, 1)
    assert review_due(made.model_copy(update={"last": date(2024, 2, 29)})) == date(2027, 2, 28)


def test_two_versions_on_one_day(tmp_path: Path) -> None:
    """L509: an earlier version with the effective date of the working text is refused."""
    earlier = (SMALLEST / STANDARD).read_text("utf-8").replace("version: 1.0.0\n", "version: 0.9.0\n")
    root = overlay(tmp_path, {VERSION: earlier})
    assert [f.code for f in findings(root)] == ["L509"]
