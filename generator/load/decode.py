"""Raw mappings to typed nodes. pydantic's error types become rules of ours; its English is never shown."""

from __future__ import annotations

import re
import typing
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from types import UnionType
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator import rules
from generator.diagnostics import KEY_ITSELF, Diagnostic, Place
from generator.load.reader import FULL_WIDTH_COLON
from generator.model.node import FORMS, NUMBER, PLACE_KEY, Node
from generator.model.standard import Clause
from generator.text.nearest import nearest

N = TypeVar("N", bound=Node)
BOUNDS = {"ge": "不小于", "le": "不大于", "gt": "大于", "lt": "小于", "max_length": "最多的字数是"}
Path = Sequence[int | str]
MAX_ERRORS = 50
"""So many malformed values of a file are told; whoever has mended them sees the rest."""


def decode(model: type[N], raw: object, file: str) -> N | list[Diagnostic]:
    """The node, or every reason why it is none."""
    if not isinstance(raw, dict):
        return [rules.S118.at(Place(file), key=file, wanted="字段（键: 值）", wanted_en="fields")]
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        details = error.errors(include_url=False)
        meant = {(*d["loc"][:-1], _meant(model, d)) for d in details if d["type"] == "extra_forbidden"}
        told = [d for d in details if d["type"] != "missing" or d["loc"] not in meant]
        return [_explain(model, raw, detail, file) for detail in told[:MAX_ERRORS]]


def repairs(model: type[Node], raw: object) -> Iterator[tuple[Path, str]]:
    """Where a value has the wrong form and only one right form can be meant: its path, and that form."""
    try:
        model.model_validate(raw)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            value = detail["input"]
            if not isinstance(value, str):
                continue
            better: str | None = None
            if detail["type"] == "string_pattern_mismatch":
                better = _formed(value, detail["ctx"]["pattern"])
            elif detail["type"] == "iso_date":
                better = _as_iso(value)
            elif detail["type"] == "decimal":
                better = unicodedata.normalize("NFKC", value).strip()
                better = better if NUMBER.fullmatch(better) else None
            if better:
                yield tuple(detail["loc"]), better


def _formed(value: str, pattern: str) -> str | None:
    """A value in half-width letters without spaces, if that has the form asked for."""
    plain = re.sub(r"[\s_]+", "-", unicodedata.normalize("NFKC", value).strip())
    return next((v for v in (plain, plain.lower(), plain.upper()) if re.match(pattern, v)), None)


def _meant(model: type[Node], error: ErrorDetails) -> str | None:
    """The key that an unknown key probably was meant to be; its absence is then no second finding."""
    return nearest(str(error["loc"][-1]), _keys(_model_at(model, error["loc"][:-1])))


def _explain(model: type[Node], raw: dict[str, object], error: ErrorDetails, file: str) -> Diagnostic:
    place, key = _locate(raw, error["loc"], file)
    value = "" if error["input"] is None else str(error["input"])[:60]
    context = error.get("ctx", {})
    match error["type"]:
        case "missing":
            holder = _model_at(model, error["loc"][:-1])
            by_fmt = holder is Clause and key == "id"
            how = ("，或运行 stdbook fmt 自动补上", ", or let `stdbook fmt` fill it in") if by_fmt else ("", "")
            return rules.S111.at(place, key=key, help=_help(holder, key), how=how[0], how_en=how[1])
        case "extra_forbidden":
            if "：" in key:
                return rules.S107.at(place[key, KEY_ITSELF])
            near = _meant(model, error)
            return rules.S112.at(
                place[key, KEY_ITSELF],
                key=key,
                suggestion=f"最接近的是“{near}”。" if near else "删去这一行。",
                suggestion_en=f"The nearest is '{near}'." if near else "Delete the line.",
            )
        case "enum" | "literal_error":
            allowed = str(context.get("expected", "")).replace("'", "").replace(" or ", "、").replace(", ", "、")
            holder = _model_at(model, error["loc"][:-1])
            return rules.S113.at(place[key], value=value, allowed=allowed, help=_help(holder, key))
        case "string_pattern_mismatch":
            form, form_en = FORMS[context["pattern"]]
            near = _formed(value, context["pattern"])
            if re.search("[，、]", value):
                form, form_en = "几项之间用半角逗号加空格", "Put a half-width comma and a space between entries"
            return rules.S114.at(
                place[key],
                value=value,
                form=form,
                form_en=form_en,
                suggestion=f"；可改为 {near}" if near else "",
                suggestion_en=f"; write {near}" if near else "",
            )
        case "iso_date":
            return rules.S115.at(place[key], value=value, form=_as_iso(value) or "2026-04-01")
        case "decimal" | "int_parsing" | "int_from_float":
            return rules.S116.at(place[key], value=value, wanted="数", wanted_en="a number")
        case "boolean":
            return rules.S116.at(place[key], value=value, wanted=" true 或 false", wanted_en="true or false")
        case "greater_than_equal" | "less_than_equal" | "greater_than" | "less_than" | "string_too_long":
            bound = next((f"{BOUNDS.get(name, name)} {bound}" for name, bound in context.items()), "")
            return rules.S119.at(place[key], value=value, limit=bound)
        case "too_short" if error["input"]:
            return rules.S118.at(place[key], key=key, wanted="两项以上的列表", wanted_en="a list of two entries or more")
        case _ if error["input"] is None or error["type"] in ("string_too_short", "too_short"):
            return rules.S117.at(place[key], key=key)
        case "tuple_type":
            return rules.S118.at(place[key], key=key, wanted="列表（- …）", wanted_en="a list")
        case "model_type" if FULL_WIDTH_COLON.match(value):
            return rules.S107.at(place[key])
        case "model_type" | "dict_type" | "model_attributes_type":
            return rules.S118.at(place[key], key=key, wanted="字段（键: 值）", wanted_en="fields")
        case _:
            return rules.S118.at(place[key], key=key, wanted="文字", wanted_en="text")


def _as_iso(value: str) -> str | None:
    """`2026年4月1日`, `2026/4/1` or `2026.4.1` as 2026-04-01; other orders of day and month are not guessed."""
    found = re.fullmatch(r"(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?", unicodedata.normalize("NFKC", value))
    try:
        return date(*map(int, found.groups())).isoformat() if found else None
    except ValueError:
        return None


def _locate(raw: dict[str, object], loc: Path, file: str) -> tuple[Place, str]:
    """The place of the innermost mapping on the way to `loc`, so that `place[key]` is the value meant."""
    here: object = raw
    mapping, key = raw, ""
    for part in loc:
        if isinstance(here, dict):
            if part == "[key]":
                break
            mapping, key = here, str(part)
            here = here.get(str(part))
        elif isinstance(here, list) and isinstance(part, int) and part < len(here):
            item = here[part]
            if not isinstance(item, dict | list):
                found = mapping[PLACE_KEY]
                assert isinstance(found, Place)
                return found[key, part], key
            here = item
    place = mapping[PLACE_KEY]
    assert isinstance(place, Place)
    return place, key


def _model_at(model: type[BaseModel], loc: Path) -> type[BaseModel]:
    here = model
    for part in loc:
        if isinstance(part, str) and (field := _field(here, part)) is not None:
            here = next(_models(field), here)
    return here


def _field(model: type[BaseModel], key: str) -> object | None:
    for name, info in model.model_fields.items():
        if key in (name, info.alias):
            return info.annotation
    return None


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif typing.get_origin(annotation) in (typing.Union, UnionType, tuple, dict, typing.Annotated):
        for argument in typing.get_args(annotation):
            yield from _models(argument)


def _keys(model: type[BaseModel]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items() if name != "place"]


def _help(model: type[BaseModel], key: str) -> str:
    for name, info in model.model_fields.items():
        if key in (name, info.alias):
            return (info.description or key).split("。")[0]
    return key
