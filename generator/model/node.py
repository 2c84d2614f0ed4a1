"""The base of every YAML mapping, and the scalar types that they share."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from generator.diagnostics import Place

PLACE_KEY = "@place"
MAX_DIGITS = 16


class Node(BaseModel):
    """A YAML mapping. Frozen, no unknown keys; `place` is where it stands and is left out of dumps."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, use_attribute_docstrings=True)

    place: SkipJsonSchema[Place] = Field(alias=PLACE_KEY, exclude=True, repr=False)


def _iso_date(value: object) -> object:
    if isinstance(value, str):
        try:
            if len(value) == 10 and 1949 <= (day := date.fromisoformat(value)).year <= 2199:
                return day
        except ValueError:
            pass
        raise PydanticCustomError("iso_date", "not a date")
    return value


def _boolean(value: object) -> object:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise PydanticCustomError("boolean", "not true or false")
        return value == "true"
    return value


def _decimal(value: object) -> object:
    if isinstance(value, str):
        try:
            number = Decimal(value)
        except ArithmeticError:
            raise PydanticCustomError("decimal", "not a number") from None
        if not number.is_finite() or "e" in value.lower() or "_" in value or len(value) > MAX_DIGITS:
            raise PydanticCustomError("decimal", "not a number")
        return number
    return value


SLUG = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"

Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=64)]
StandardId = Annotated[str, StringConstraints(pattern=r"^[gz]\d{3}-\d{2}$")]
ParameterId = Annotated[str, StringConstraints(pattern=r"^p-[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
RecordId = Annotated[str, StringConstraints(pattern=r"^jl-\d{2}$")]
FactId = Annotated[str, StringConstraints(pattern=r"^F\d{2,3}[a-z]?(-[a-z0-9]+)*$")]
RowId = Annotated[str, StringConstraints(pattern=r"^S\d{2}$")]
Domain = Annotated[str, StringConstraints(pattern=r"^\d{2}$")]
Version = Annotated[str, StringConstraints(pattern=r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$")]
Day = Annotated[date, BeforeValidator(_iso_date, json_schema_input_type=str)]
Flag = Annotated[bool, BeforeValidator(_boolean, json_schema_input_type=bool)]
Number = Annotated[Decimal, BeforeValidator(_decimal, json_schema_input_type=float | str)]
