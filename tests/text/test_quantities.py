"""Quantities read as Chinese standards write them."""

from decimal import Decimal

import pytest

from generator.text.quantities import every, in_base, with_unit


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        ("0.70", "m", "0.70 m", "0.70 m"),
        ("32", "工作日", "32 个工作日", "32 working days"),
        ("1", "工作日", "1 个工作日", "1 working day"),
        ("45", "分钟", "45 min", "45 min"),
        ("5", "%", "5%", "5%"),
        ("2", "人", "2 人", "2 persons"),
        ("3", "年", "3 年", "3 years"),
        ("10000", "元", "10000 元", "10 000 yuan"),
    ],
)
def test_number_with_unit(value: str, unit: str, zh: str, en: str) -> None:
    """Decimals stay as typed; % stands close; English counts one and many."""
    assert with_unit(Decimal(value), unit) == zh
    assert with_unit(Decimal(value), unit, "en") == en


def test_frequency() -> None:
    """Once a quarter is 每季度; more often says how often."""
    assert every(Decimal(1), "季度") == "每季度"
    assert every(Decimal(2), "年") == "每年 2 次"
    assert every(Decimal(2), "年", "en") == "2 times every year"


def test_working_days_are_not_days() -> None:
    """45 minutes equal 0.75 hours; working days compare with nothing but working days."""
    assert in_base(Decimal(45), "分钟") == in_base(Decimal("0.75"), "小时")
    working, natural = in_base(Decimal(5), "工作日"), in_base(Decimal(5), "日")
    assert working is not None
    assert natural is not None
    assert working[0] != natural[0]
