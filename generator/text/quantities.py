"""Quantities with units as Chinese standards write them (10 kV, 5 个工作日, 每季度)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator import Lang


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `zh` as printed after a number and a space, `en` (singular, plural), dimension, size in base units.

    `factor` is None where a unit has no fixed size (工作日 depends on holidays, so it never equals 日).
    """

    zh: str
    en: tuple[str, str]
    dimension: str
    factor: Decimal | None


def _unit(zh: str, en: str | tuple[str, str], dimension: str, factor: str | None = "1") -> Unit:
    pair = en if isinstance(en, tuple) else (en, en)
    return Unit(zh, pair, dimension, None if factor is None else Decimal(factor))


UNITS: dict[str, Unit] = {
    "分钟": _unit("min", "min", "time", "1"),
    "小时": _unit("h", "h", "time", "60"),
    "日": _unit("日", ("day", "days"), "time", "1440"),
    "工作日": _unit("个工作日", ("working day", "working days"), "worktime", "1"),
    "周": _unit("周", ("week", "weeks"), "time", "10080"),
    "月": _unit("个月", ("month", "months"), "longtime", "1"),
    "季度": _unit("个季度", ("quarter", "quarters"), "longtime", "3"),
    "半年": _unit("个半年", ("half-year", "half-years"), "longtime", "6"),
    "年": _unit("年", ("year", "years"), "longtime", "12"),
    "mm": _unit("mm", "mm", "length", "0.001"),
    "m": _unit("m", "m", "length"),
    "km": _unit("km", "km", "length", "1000"),
    "海里": _unit("海里", ("nautical mile", "nautical miles"), "length", "1852"),
    "mm²": _unit("mm²", "mm²", "area"),
    "V": _unit("V", "V", "voltage"),
    "kV": _unit("kV", "kV", "voltage", "1000"),
    "kW": _unit("kW", "kW", "power"),
    "MW": _unit("MW", "MW", "power", "1000"),
    "kVA": _unit("kVA", "kVA", "apparent"),
    "Hz": _unit("Hz", "Hz", "frequency"),
    "℃": _unit("℃", "°C", "temperature"),
    "%": _unit("%", "%", "ratio"),
    "元": _unit("元", "yuan", "money"),
    "万元": _unit("万元", "×10 000 yuan", "money", "10000"),
    "倍": _unit("倍", ("time", "times"), "multiple"),
    "人": _unit("人", ("person", "persons"), "count-person"),
    "次": _unit("次", ("time", "times"), "count-event"),
    "项": _unit("项", ("item", "items"), "count-item"),
    "户": _unit("户", ("customer", "customers"), "count-customer"),
    "单": _unit("单", ("work order", "work orders"), "count-order"),
    "个": _unit("个", ("", ""), "count"),
    "份": _unit("份", ("copy", "copies"), "count-copy"),
    "级": _unit("级", ("level", "levels"), "level"),
    "位": _unit("位", ("character", "characters"), "count-char"),
    "分": _unit("分", ("point", "points"), "score"),
    "起": _unit("起", ("case", "cases"), "count-case"),
    "处": _unit("处", ("place", "places"), "count-place"),
}

# Words for "every <unit>" (frequency) that are not simply 每 + unit.
EVERY: dict[str, tuple[str, str]] = {
    "小时": ("每小时", "every hour"),
    "日": ("每日", "every day"),
    "工作日": ("每个工作日", "every working day"),
    "周": ("每周", "every week"),
    "月": ("每月", "every month"),
    "季度": ("每季度", "every quarter"),
    "半年": ("每半年", "every half-year"),
    "年": ("每年", "every year"),
}


def number(value: Decimal, lang: Lang = "zh") -> str:
    """A number as typed, decimals kept (0.70 stays 0.70); digits grouped by thin spaces from 10 000 on in English."""
    text = f"{value:f}"
    return f"{value:,f}".replace(",", " ") if lang == "en" and abs(value) >= 10000 else text


def with_unit(value: Decimal, unit: str, lang: Lang = "zh") -> str:
    """`Decimal('0.70'), 'm'` -> `0.70 m`; `32, '工作日'` -> `32 个工作日` / `32 working days`."""
    known = UNITS[unit]
    word = known.zh if lang == "zh" else known.en[0] if abs(value) == 1 else known.en[1]
    return f"{number(value, lang)}{'' if word == '%' else ' '}{word}".rstrip()


def every(times: Decimal, unit: str, lang: Lang = "zh") -> str:
    """A frequency: `1, '季度'` -> `每季度` / `every quarter`; `2, '年'` -> `每年 2 次` / `2 times every year`."""
    zh, en = EVERY[unit]
    if times == 1:
        return zh if lang == "zh" else en
    return f"{zh} {number(times)} 次" if lang == "zh" else f"{number(times)} times {en}"


PERIOD_DAYS: dict[str, float] = {"小时": 1 / 24, "日": 1, "工作日": 1.4, "周": 7, "月": 30, "季度": 91, "半年": 182, "年": 365}


def often(times: Decimal, unit: str) -> Decimal:
    """How often a day `times` in a period is; only for comparing frequencies, so months and years are rounded."""
    return times / Decimal(PERIOD_DAYS[unit])


def in_base(value: Decimal, unit: str) -> tuple[str, Decimal] | None:
    """Dimension and size in base units, for comparing 45 分钟 with 0.75 小时; None if the unit has no fixed size."""
    known = UNITS[unit]
    return None if known.factor is None else (known.dimension, value * known.factor)
