"""What is made for people to tick and to answer: `checklists.yml` and `questions.yml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.node import ClauseId, Flag, Node, Number, ParameterId, Role, Slug, Text


class CheckItem(Node):
    """A line of a checklist; the answer is 是, 否 or 不适用."""

    id: Slug
    """检查项标识，在本标准内唯一。"""
    text: Text
    """检查内容，写成可以回答“是”的句子；数值写成 {p-…}。"""
    clause: ClauseId
    """依据的条款（要求或指示）。"""
    method: Literal["look", "documents", "measure", "ask", "test"]
    """方法：look 看现场、documents 查资料、measure 测量、ask 询问、test 试验。"""
    critical: Flag = False
    """关键项：任何一项为“否”即停止。"""


class Checklist(Node):
    """A checklist: one sheet for one occasion."""

    id: Slug
    """检查单标识。"""
    title: Text
    """名称。"""
    when: Text
    """何时使用。"""
    role: Role
    """谁来填。"""
    items: tuple[CheckItem, ...]
    """检查项。"""


class Checklists(Node):
    """The file `checklists.yml`."""

    checklists: tuple[Checklist, ...]
    """检查单。"""


class Option(Node):
    """An option of a choice; for an ordering question, an element in its right position."""

    text: Text
    """选项；数值写成 {p-…}。"""
    correct: Flag = False
    """是否正确答案。"""
    why: Text | None = None
    """干扰项说明：它属于什么。"""


class Question(Node):
    """A hand-written question."""

    id: Slug
    """题目标识，在本标准内唯一。"""
    type: Literal["single", "multiple", "true_false", "blank", "ordering"]
    """题型：single 单选、multiple 多选、true_false 判断、blank 填空、ordering 排序。"""
    stem: Text
    """题干；填空处写 ____。"""
    clause: ClauseId
    """依据的条款。"""
    options: tuple[Option, ...] = ()
    """选项（单选、多选）；排序题按正确顺序写。"""
    answer: Flag | None = None
    """判断题的答案。"""
    parameter: ParameterId | None = None
    """数值填空的答案参数。"""
    accept: tuple[Text, ...] = ()
    """文字填空可接受的答案。"""
    explanation: Text | None = None
    """解析（自动附上条款原文）。"""
    easiness: Annotated[Number, Field(gt=0, lt=1)]
    """估计答对率，如 0.7。"""
    bloom: Literal["remember", "understand", "apply", "analyse"]
    """认知层次：remember 记忆、understand 理解、apply 应用、analyse 分析。"""
    use: Literal["practice", "exam"] = "practice"
    """practice 练习（上网页）；exam 考试（不上网页）。"""


class Questions(Node):
    """The file `questions.yml`."""

    questions: tuple[Question, ...]
    """试题。"""
