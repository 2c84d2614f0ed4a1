"""The base of every YAML mapping, and the scalar types that they share."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from generator.diagnostics import Place

PLACE_KEY = "@place"
MAX_DIGITS = 16
NAMES = "x-names"
"""In a JSON Schema: what a value is the id of, so that an editor can offer the ids that there are."""
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


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
        if not NUMBER.fullmatch(value) or len(value) > MAX_DIGITS:
            raise PydanticCustomError("decimal", "not a number")
        return Decimal(value)
    return value


SLUG = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
ROLE = r"^([a-z][a-z0-9]*(-[a-z0-9]+)*|[^\s,，、]*[\u4e00-\u9fff][^\s,，、]*)$"
"""An id, or a Chinese name: who writes the name is told the id (R204)."""
STANDARD_ID = r"^[gz]\d{3}-\d{2}$"
PARAMETER_ID = r"^p-[a-z0-9]+(-[a-z0-9]+)*$"
RECORD_ID = r"^jl-\d{2}$"
FACT_ID = r"^F\d{2,3}[a-z]?(-[a-z0-9]+)*$"
ROW_ID = r"^S\d{2}$"
TWO_DIGITS = r"^\d{2}$"
VERSION = r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$"
RULE_CODE = r"^[SRWNLCQ]\d{3}$"
SITE_URL = r"^https?://[^\s]+/$"
DIGEST = r"^[0-9a-f]{12}$"
PLACE_REF = r"^[gz]\d{3}-\d{2}(#[a-z][a-z0-9-]*)?$"

FORMS: dict[str, tuple[str, str]] = {
    SLUG: (
        "小写字母开头，只用小写字母、数字和连字符，如 two-person-visit",
        "Lower-case letters, digits and hyphens: two-person-visit",
    ),
    ROLE: ("岗位或部门的标识，如 work-leader，见 registers/positions.yml", "The id of a position or department: work-leader"),
    STANDARD_ID: ("g 或 z、三位数字、连字符、两位数字，如 g206-01", "g or z, three digits, a hyphen, two digits: g206-01"),
    PARAMETER_ID: ("以 p- 开头，如 p-distance-10", "It begins with p-: p-distance-10"),
    RECORD_ID: ("jl- 加两位数字，如 jl-01", "jl- and two digits: jl-01"),
    FACT_ID: ("F 加编号，如 F08 或 F08-single", "F and a number: F08 or F08-single"),
    ROW_ID: ("S 加两位数字，如 S06", "S and two digits: S06"),
    TWO_DIGITS: ('两位数字并加引号，如 "06"', 'Two digits in quotes: "06"'),
    VERSION: ("三段数字，如 1.0.0", "Three numbers: 1.0.0"),
    RULE_CODE: ("规则代码，如 W305", "The code of a rule: W305"),
    SITE_URL: ("以 http:// 或 https:// 开头、以 / 结尾", "It begins with http:// or https:// and ends with /"),
    DIGEST: ("由 stdbook confirm 写的 12 位校验码，不手写", "Twelve digits that `stdbook confirm` writes"),
    PLACE_REF: ("标准或条款，如 g206-01 或 g206-01#two-person-visit", "A standard or a clause: g206-01#two-person-visit"),
}
"""The form that each pattern asks for, in words."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=64)]
Role = Annotated[str, StringConstraints(pattern=ROLE, max_length=64), Field(json_schema_extra={NAMES: "roles"})]
LawId = Annotated[Slug, Field(json_schema_extra={NAMES: "laws"})]
Reference = Annotated[Slug, Field(json_schema_extra={NAMES: "documents"})]
ClauseId = Annotated[Slug, Field(json_schema_extra={NAMES: "clauses"})]
StandardId = Annotated[str, StringConstraints(pattern=STANDARD_ID)]
KnownStandard = Annotated[StandardId, Field(json_schema_extra={NAMES: "standards"})]
ParameterId = Annotated[str, StringConstraints(pattern=PARAMETER_ID, max_length=64)]
RecordId = Annotated[str, StringConstraints(pattern=RECORD_ID)]
FactId = Annotated[str, StringConstraints(pattern=FACT_ID)]
KnownFact = Annotated[FactId, Field(json_schema_extra={NAMES: "facts"})]
RowId = Annotated[str, StringConstraints(pattern=ROW_ID)]
KnownRow = Annotated[RowId, Field(json_schema_extra={NAMES: "rows"})]
Domain = Annotated[str, StringConstraints(pattern=TWO_DIGITS)]
Version = Annotated[str, StringConstraints(pattern=VERSION)]
RuleCode = Annotated[str, StringConstraints(pattern=RULE_CODE)]
PlaceRef = Annotated[str, StringConstraints(pattern=PLACE_REF)]
Day = Annotated[date, BeforeValidator(_iso_date, json_schema_input_type=str)]
Flag = Annotated[bool, BeforeValidator(_boolean, json_schema_input_type=bool)]
Number = Annotated[Decimal, BeforeValidator(_decimal, json_schema_input_type=float | str)]
