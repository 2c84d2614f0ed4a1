"""A standard: `standard.yml`. The clause tree is its only text; numbers are computed, never stored.

Field docstrings are the help that editors see, so they are in Chinese.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from generator.model.node import (
    ClauseId,
    Day,
    Domain,
    Flag,
    KnownFact,
    KnownRow,
    KnownStandard,
    LawId,
    Node,
    Number,
    ParameterId,
    PlaceRef,
    RecordId,
    Reference,
    Role,
    Slug,
    StandardId,
    Text,
    Version,
)


class ClauseType(StrEnum):
    """Clause types of GB/T 1.1-2020 Annex C."""

    REQUIREMENT = "requirement"
    INSTRUCTION = "instruction"
    RECOMMENDATION = "recommendation"
    PERMISSION = "permission"
    STATEMENT = "statement"


class Status(StrEnum):
    """Stored life-cycle status; what readers see is derived from it, the effective date and today."""

    DRAFT = "draft"
    COMMENT = "comment"
    REVIEW = "review"
    APPROVED = "approved"
    IN_FORCE = "in_force"
    UNDER_REVIEW = "under_review"
    REVISED = "revised"
    WITHDRAWN = "withdrawn"


class Part(StrEnum):
    """What a chapter is for; each has a usual title (see `generator.model.outline`)."""

    GENERAL = "general"
    RESPONSIBILITIES = "responsibilities"
    REQUIREMENTS = "requirements"
    RECORDS = "records"
    ASSESSMENT = "assessment"
    QUALIFICATION = "qualification"
    AUTHORITY = "authority"
    WORK = "work"
    QUALITY = "quality"


class Citation(Node):
    """A law article that a clause rests on."""

    law: LawId
    """法规标识，见 registers/laws.yml。"""
    article: Text
    """条号，如“第三十三条”。"""
    as_of: Day
    """核对时所用文本的日期（法规的版本日期）。"""


class Next(Node):
    """An arrow of the process."""

    to: ClauseId
    """下一步骤的条款标识。"""
    when: Text | None = None
    """走这一支的条件，如“复查不合格”。"""


class Step(Node):
    """A process step; its name is the clause's title, its action the clause's text."""

    role: Role
    """负责岗位或部门，见 registers/positions.yml、departments.yml。"""
    with_: tuple[Role, ...] = Field(default=(), alias="with")
    """配合岗位或部门。"""
    inputs: tuple[Text, ...]
    """输入。"""
    outputs: tuple[Text, ...]
    """输出。"""
    limits: tuple[ParameterId, ...] = ()
    """时限参数。"""
    control: Text
    """控制点：最容易出错、必须把住的地方。"""
    risks: tuple[Slug, ...] = ()
    """本步骤的风险。"""
    next: tuple[Next, ...] = ()
    """后续步骤；空表示流程结束。"""


class Duty(Node):
    """A responsibility of one role."""

    role: Role
    """承担职责的岗位或部门。"""
    lead: Flag = False
    """归口部门写 true；一项管理标准只有一个。"""


class Authority(Node):
    """What a post may decide alone, and where that ends."""

    limit: Text | None = None
    """权限的边界。"""
    escalate_to: Role | None = None
    """超出权限时报告的岗位或部门。"""


class Task(Node):
    """Work of a post: periodic (`frequency`) or triggered (`event`)."""

    frequency: ParameterId | None = None
    """定期工作的频次参数。"""
    event: Text | None = None
    """触发工作的事件。"""
    limits: tuple[ParameterId, ...] = ()
    """时限参数。"""


class Indicator(Node):
    """A measurable target."""

    target: ParameterId
    """目标值参数。"""
    method: Text
    """计算或统计方法。"""


class Inspection(Node):
    """How compliance is checked."""

    by: Role
    """检查者。"""
    frequency: ParameterId
    """检查频次参数。"""
    sample: ParameterId | None = None
    """抽样量参数。"""
    method: Text
    """检查方法。"""


class Qualification(Node):
    """What a person needs before taking the post."""

    kind: Literal["education", "certificate", "training", "health", "independence"]
    """任职条件类别：学历 education、证书 certificate、培训 training、身体 health、不兼任 independence。"""


class Interface(Node):
    """The boundary of the post's work towards others."""

    with_: tuple[Role, ...] = Field(alias="with")
    """接口岗位或部门。"""


class Clause(Node):
    """A clause or chapter. A leaf has text and exactly one type; a branch has a title and clauses below it."""

    id: Slug
    """条款标识：给定一次，永不改变，永不重复使用。"""
    part: Part | None = None
    """章的用途（只写在章上）。"""
    title: Text | None = None
    """标题。"""
    type: ClauseType | None = None
    """类型：requirement 要求（应）、instruction 指示（祈使句）、recommendation 推荐、permission 允许、statement 陈述。"""
    text: Text | None = None
    """条文。数值写成 {p-…}，引用写成 {#条款标识}、{g206-01#条款标识}、{jl-01} 或 {法规标识}。"""
    items: tuple[Text, ...] = ()
    """列项 a)、b)、c)。"""
    complete: Flag = False
    """列项是否穷尽（true 时可据此出题）。"""
    actor: tuple[Role, ...] = ()
    """行为主体；步骤和职责由 role 给出，不必重复。下级条款继承上级的主体。"""
    records: tuple[RecordId, ...] = ()
    """留下的记录。"""
    evidence: Text | None = None
    """没有专门记录时，凭什么证明做到了。"""
    basis: tuple[Citation, ...] = ()
    """法规依据。"""
    facts: tuple[KnownFact, ...] = ()
    """所依据的事实，见 registers/facts.yml。"""
    step: Step | None = None
    """流程步骤。"""
    duty: Duty | None = None
    """职责。"""
    authority: Authority | None = None
    """权限。"""
    task: Task | None = None
    """定期或触发的工作。"""
    indicator: Indicator | None = None
    """质量或绩效指标。"""
    inspection: Inspection | None = None
    """检查规则。"""
    qualification: Qualification | None = None
    """任职条件。"""
    interface: Interface | None = None
    """工作范围与接口。"""
    clauses: tuple[Clause, ...] = ()
    """下级条款。"""


class Scope(Node):
    """What a limit applies to; together with subject and role it tells limits apart."""

    voltage: Text | None = None
    """电压等级。"""
    customer: Text | None = None
    """用户类别。"""
    area: Text | None = None
    """地区。"""
    case: Text | None = None
    """情形或级别。"""


class Parameter(Node):
    """A limit. Its number lives here alone; clauses, checklists and questions quote it as {p-…}."""

    id: ParameterId
    """参数标识，以 p- 开头。"""
    subject: Text
    """量的名称，如“设备不停电时的安全距离”。"""
    applies_to: Scope | None = None
    """适用范围。"""
    role: Role | None = None
    """受约束的岗位或部门。"""
    since: Text | None = None
    """时限的起算点。"""
    kind: Literal["max", "min", "exact", "range", "frequency", "same_day", "permanent"]
    """类别：max 不超过、min 不少于、exact 等于、range 区间、frequency 频次、same_day 当日、permanent 长期。"""
    value: Number | None = None
    """数值；区间的下限；频次的次数。same_day、permanent 不写。"""
    upper: Number | None = None
    """区间的上限。"""
    unit: Text | None = None
    """单位。工作日与日是不同的单位。"""
    stricter: Literal["lower", "higher", "none"]
    """数值往哪边变是更严：lower、higher、none。"""
    basis: Literal["law", "regulator", "industry", "promise", "company"]
    """依据：law 法规、regulator 监管、industry 行业规程、promise 对外承诺、company 企业自定。"""
    fact: KnownFact | None = None
    """所依据的事实；核实状态和日期由事实给出。企业自定的参数不写。"""


class Term(Node):
    """A term of chapter 3."""

    id: Slug
    """术语标识。"""
    zh: Text
    """术语。"""
    en: Text
    """英文对应词。"""
    definition: Text
    """定义：一句话，不含要求。"""
    source: Text | None = None
    """定义的来源。"""


class Record(Node):
    """A record form; `jl-01` of Q/XX 208.01 prints as JL-208.01-01."""

    id: RecordId
    """表单标识 jl-NN。"""
    name: Text
    """名称。"""
    fields: tuple[Text, ...] = Field(min_length=1)
    """栏目。"""
    retention: ParameterId
    """保存期限参数。"""
    keeper: Role
    """保管者。"""
    format: Literal["paper", "electronic", "both"]
    """载体。"""


class Risk(Node):
    """A hazard and the clauses that control it."""

    id: Slug
    """风险标识。"""
    hazard: Text
    """危险点。"""
    consequence: Text
    """后果。"""
    level: Annotated[int, Field(ge=1, le=4)]
    """风险等级 1（最高）～4。"""
    controls: tuple[ClauseId, ...] = Field(min_length=1)
    """控制措施所在条款。"""


class Review(Node):
    """Review (复审) data; the next date is computed."""

    cycle_months: Annotated[int, Field(ge=1, le=60)]
    """复审周期（月），最长 60。"""
    last: Day
    """上次复审（首次为发布）日期。"""


class Redirect(Node):
    """Where a clause went: links to its old id lead there."""

    id: Slug
    """原来的条款标识，不得再用。"""
    to: PlaceRef
    """现在的位置，如 g206-01#two-person-visit；并入整项标准的写标准标识。"""


class Change(Node):
    """An entry of the revision record."""

    version: Version
    """版次。"""
    date: Day
    """日期。"""
    clauses: tuple[ClauseId, ...] = ()
    """涉及的条款。"""
    reason: Text
    """修改原因和内容。"""


class Standard(Node):
    """A management or work standard."""

    id: StandardId
    """文件标识，等于文件夹名，如 g206-01。"""
    code: Text
    """标准编号，如 Q/XX 206.01—2026。"""
    kind: Literal["management", "work"]
    """类别：management 管理标准、work 工作标准。"""
    title: Text
    """名称。"""
    domain: Domain
    """专业域两位数，与编号一致。"""
    subsystem: Literal["product_realization", "fundamental_support", "post"]
    """GB/T 15496—2017 的子体系：产品实现、基础保障、岗位。"""
    status: Status
    """状态。"""
    version: Version
    """版次，如 1.0.0。"""
    published: Day | None = None
    """发布日期。"""
    effective: Day | None = None
    """实施日期。"""
    withdrawn: Day | None = None
    """废止日期。"""
    withdrawn_reason: Text | None = None
    """废止原因。"""
    supersedes: tuple[KnownStandard, ...] = ()
    """代替的标准。"""
    superseded_by: KnownStandard | None = None
    """被哪项标准代替。"""
    review: Review | None = None
    """复审。"""
    owner: Role
    """归口部门。"""
    drafters: tuple[Role, ...] = ()
    """起草岗位。"""
    approver: Role | None = None
    """批准岗位。"""
    safety_level: Literal["critical", "major", "general"]
    """安全等级。"""
    seed_rows: tuple[KnownRow, ...]
    """落实的实践条目 S01～S20。"""
    keywords: tuple[Text, ...]
    """检索关键词 3～8 个。"""
    post: Role | None = None
    """适用岗位或班组（工作标准）。"""
    foreword: Text
    """前言：只陈述起草依据。"""
    scope: Text
    """范围：本文件规定了……。本文件适用于……。"""
    references: tuple[Reference, ...]
    """规范性引用文件的标识（标准或 registers/laws.yml）。"""
    related: tuple[KnownStandard, ...] = ()
    """相关标准；工作标准列出所服务的管理标准。"""
    terms: tuple[Term, ...]
    """术语和定义。"""
    parameters: tuple[Parameter, ...]
    """参数。"""
    clauses: tuple[Clause, ...]
    """第 4 章起的各章。"""
    records: tuple[Record, ...]
    """记录表单。"""
    risks: tuple[Risk, ...] = ()
    """风险。"""
    retired_ids: tuple[Slug, ...] = ()
    """已废除、不得再用的条款标识。"""
    redirects: tuple[Redirect, ...] = ()
    """移走、拆分或合并的条款：原标识和现在的位置，旧链接由此通到新位置。"""
    changelog: tuple[Change, ...] = ()
    """修改记录。"""
