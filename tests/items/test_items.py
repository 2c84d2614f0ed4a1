"""Items have one right answer, their distractors are wrong, and forms are equal."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from generator.diagnostics import CannotRun
from generator.items.acts import act
from generator.items.bank import bank, for_position
from generator.items.distractors import same_quantity
from generator.items.forms import parallel_forms
from generator.items.item import LETTERS, Item, reshuffled
from generator.items.lint import QUANTITY, UNIT_OF
from generator.model.edition import Edition
from generator.text.quantities import in_base
from tests.kit import edition


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("稽查员不应核查本人经办的业务。", ("稽查员核查本人经办的业务", True)),
        ("装表接电工进入用户处应出示证件。", ("装表接电工进入用户处出示证件", False)),
        ("供电企业应响应客户诉求。", ("供电企业响应客户诉求", False)),
        ("应急人员不应擅自离岗。", ("应急人员擅自离岗", True)),
        ("管理员不应用共享账号登录。", ("管理员用共享账号登录", True)),
        ("稽查员应对异常逐条核实。", None),
        ("工作负责人应清点人员，不应留下工具。", None),
        ("工作负责人宜录像。", None),
        ("发现隐患的：应报告。", None),
    ],
)
def test_requirement_as_an_act(text: str, expected: tuple[str, bool] | None) -> None:
    """Only the modal verb is taken out; 响应 and 应急 keep their characters; two modals make no act."""
    assert act(text) == expected


def test_limits_have_no_second_right_answer(real: Edition) -> None:
    """Over the whole corpus: no wrong option of a question for a limit is the value of the same quantity anywhere."""
    everything = [p for d in real.documents.values() for p in d.standard.parameters if p.value is not None and p.unit]
    tried = 0
    for item in bank(real):
        if item.model not in ("M01", "M15"):
            continue
        parameter = real.documents[item.standard].parameters[item.slot.partition(":")[2]]
        right = {size(p.value, p.unit) for p in everything if same_quantity(p, parameter)}
        for choice in item.choices:
            if not choice.correct:
                found = QUANTITY.match(choice.text)
                assert found, choice.text
                value, unit = Decimal(found[1]), UNIT_OF[found[2]]
                assert (in_base(value, unit) or (unit, value)) not in right, (item.id, choice.text)
                assert choice.why
                tried += 1
    assert tried > 500


def size(value: Decimal | None, unit: str | None) -> object:
    """A quantity in base units."""
    assert value is not None
    assert unit is not None
    return in_base(value, unit) or (unit, value)


def test_every_item_has_its_key(real: Edition) -> None:
    """Ids are unique and ASCII, options distinct, the key is among them, and the explanation quotes the clause's number."""
    items = bank(real)
    assert len({i.id for i in items}) == len(items)
    for item in items:
        assert item.id.isascii()
        assert item.number in item.explanation
        texts = [c.text for c in item.choices]
        assert len(set(texts)) == len(texts), item.id
        if item.type == "single":
            assert len(item.answer) == 1, item.id
            assert 3 <= len(item.choices) <= 5, item.id
        elif item.type == "multiple":
            assert 2 <= len(item.answer) < len(item.choices), item.id
        elif item.type == "matching":
            assert len(set(item.answer)) == len(item.answer) == len(item.prompts) < len(item.choices)
        elif item.type == "ordering":
            assert sorted(item.answer) == list(LETTERS[: len(item.choices)])
        elif item.type == "true_false":
            assert item.answer in ("正确", "错误")
        else:
            assert item.answer in item.accept


def test_every_model_makes_items(real: Edition) -> None:
    """Each of the twenty-three item models finds something to ask in the real standards."""
    made = Counter(item.model for item in bank(real))
    assert set(made) == {"hand", *(f"M{n:02}" for n in range(1, 24))}


def test_reshuffling_keeps_the_key_right(real: Edition) -> None:
    """After a shuffle the key letters name the same texts as before."""
    for item in bank(real):
        if item.choices:
            again = reshuffled(item, "another")
            assert named(again) == named(item)


def named(item: Item) -> list[str] | set[str]:
    """The texts that the key names, in order for an ordering."""
    texts = [item.choices[LETTERS.index(letter)].text for letter in item.answer]
    return texts if item.type in ("ordering", "matching") else set(texts)


def test_forms_are_parallel(real: Edition) -> None:
    """Three forms: as many items of each type, no fact twice in a form, none in two disjoint forms, like difficulty."""
    made = parallel_forms(for_position(bank(real), "meter-installer", real), count=20, forms=3, seed=7)
    assert made.mode == "disjoint"
    types = [Counter(item.type for item in form.items) for form in made.forms]
    assert types[0] == types[1] == types[2]
    assert types[0]["true_false"] <= 5
    for form in made.forms:
        models = Counter(item.model for item in form.items if item.model != "hand")
        assert max(models.values()) <= 8
    slots = [item.slot for form in made.forms for item in form.items]
    assert len(set(slots)) == 60
    means = [sum(item.easiness for item in form.items) / 20 for form in made.forms]
    assert max(means) - min(means) <= 0.03
    assert all(item.graded for form in made.forms for item in form.items)


def test_a_small_bank_scrambles_and_an_empty_one_refuses() -> None:
    """With too few facts for disjoint forms all forms hold the same items; with too few for one, the tool says so."""
    items = bank(edition())
    made = parallel_forms(items, count=4, forms=3, seed=1)
    assert made.mode == "scrambled"
    assert len({frozenset(i.id for i in form.items) for form in made.forms}) == 1
    with pytest.raises(CannotRun, match="不够 50 题"):
        parallel_forms(items, count=50, forms=1, seed=1)


def test_unverified_facts_are_not_graded(real: Edition) -> None:
    """An item on a limit whose fact is status G is for practice only."""
    ungraded = {item.slot for item in bank(real) if not item.graded}
    assert "g208-01:p-work-at-height" in ungraded or any("height" in slot for slot in ungraded)
