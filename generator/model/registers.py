"""What all standards share: `settings.yml` and `registers/*.yml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.node import (
    SITE_URL,
    Day,
    Domain,
    FactId,
    Flag,
    Node,
    Number,
    PlaceRef,
    Role,
    RowId,
    RuleCode,
    Slug,
    StandardId,
    Text,
)


class DomainName(Node):
    """A professional domain (专业域)."""

    id: Domain
    """两位数字。"""
    zh: Text
    """名称。"""
    en: Text
    """英文名称。"""
    hazardous: Flag = False
    """高风险专业写 true：它的标准要写风险。"""


class Settings(Node):
    """The file `settings.yml`, which marks the root of a knowledge base."""

    organisation: Text
    """单位名称。"""
    organisation_en: Text
    """单位英文名称。"""
    code: Text
    """企业代号，如 XX。"""
    site_url: Annotated[str, StringConstraints(pattern=SITE_URL)]
    """网站地址，印在二维码里；以 / 结尾。"""
    domains: tuple[DomainName, ...]
    """专业域。"""


class Department(Node):
    """A department."""

    id: Slug
    zh: Text
    en: Text


class Position(Node):
    """A post (岗位), team (班组) or a capacity (资格、角色) that people act in."""

    id: Slug
    """岗位标识。"""
    zh: Text
    """名称。"""
    en: Text
    """英文名称。"""
    kind: Literal["post", "team", "capacity"]
    """post 岗位、team 班组、capacity 流程角色（如工作许可人）。"""
    dept: Slug | None = None
    """所属部门。"""
    within: tuple[Slug, ...] = ()
    """上位角色：担任本角色的人同时属于它。"""
    certificates: tuple[Text, ...] = ()
    """应持证书。"""
    safety_sensitive: Flag = False
    """是否安全敏感岗位。"""


class Law(Node):
    """A law, regulation or outside standard that may be cited."""

    id: Slug
    """标识。"""
    kind: Literal["law", "regulation", "rule", "judicial", "standard"]
    """law 法律、regulation 行政法规、rule 规章或规范性文件、judicial 司法解释、standard 标准。"""
    title: Text
    """名称。"""
    en: Text
    """英文名称。"""
    code: Text | None = None
    """编号，如 GB 26860。"""
    version: Day | None = None
    """现行文本的日期。"""
    status: Literal["current", "replaced", "repealed"]
    """current 现行、replaced 已被代替、repealed 已废止。"""
    replaced_by: Slug | None = None
    """代替它的文件。"""


class Fact(Node):
    """One outside fact with its verification status."""

    id: FactId
    """事实编号。"""
    statement: Text
    """事实。"""
    value: Number | None = None
    """数值。"""
    unit: Text | None = None
    """单位。"""
    source: Text
    """来源。"""
    law: Slug | None = None
    """来源法规。"""
    article: Text | None = None
    """来源条号。"""
    status: Literal["V", "V*", "G"]
    """V 已核实、V* 仅第三方材料、G 一般知识未核实。"""
    as_of: Day | None = None
    """核实时文本的日期。"""
    stale: Flag = False
    """来源已修订，待重新核对。"""
    traps: tuple[Text, ...] = ()
    """常见的错误或过时数值。"""


class CatalogueEntry(Node):
    """A row of the standard-system table; `planned` until its standard is written."""

    id: StandardId
    title: Text
    en: Text
    dept: Slug
    seed_rows: tuple[RowId, ...]


class SourceRow(Node):
    """A practice of the source article that standards carry out."""

    id: RowId
    title: Text
    en: Text
    quote: Text
    """原文短句。"""


class SharedTerm(Node):
    """A term that several standards use."""

    id: Slug
    zh: Text
    en: Text
    definition: Text
    source: Text | None = None


class Synonyms(Node):
    """Words that mean the same to a reader who searches."""

    words: Annotated[tuple[Text, ...], Field(min_length=2)]


class Waiver(Node):
    """Leave, given by someone and for a time, to let a warning or note stand."""

    rule: RuleCode
    """豁免哪条规则，如 W305；错误不能豁免。"""
    where: PlaceRef
    """哪项标准或条款，如 g206-01 或 g206-01#verify。"""
    reason: Text
    """为什么可以放过。"""
    by: Role
    """批准的岗位或部门。"""
    until: Day
    """到哪一天为止（含）。"""


class Registers(Node):
    """All of `registers/`; each field is the list in the file of its name."""

    departments: tuple[Department, ...] = ()
    positions: tuple[Position, ...] = ()
    laws: tuple[Law, ...] = ()
    facts: tuple[Fact, ...] = ()
    catalogue: tuple[CatalogueEntry, ...] = ()
    rows: tuple[SourceRow, ...] = ()
    terms: tuple[SharedTerm, ...] = ()
    synonyms: tuple[Synonyms, ...] = ()
    waivers: tuple[Waiver, ...] = ()
