"""Practice questions of a standard, for its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.items.forms import TYPE_ORDER
from generator.items.item import LETTERS, Item
from generator.model.corpus import Document
from generator.model.edition import Heading
from generator.views.frame import Frame, Link, clause_link, frame, standard_link
from generator.views.words import BLOOM, QUESTION_TYPES


@dataclass(frozen=True, slots=True)
class ChoiceView:
    letter: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question on a page; `key` is letters, 正确/错误 or the accepted texts joined by `|`."""

    id: str
    position: int
    type: str
    stem: str
    prompts: tuple[str, ...]
    choices: tuple[ChoiceView, ...]
    key: str
    answer: str
    explanation: str
    clause: Link
    bloom: str
    graded: bool


@dataclass(frozen=True, slots=True)
class QuizView:
    frame: Frame
    id: str
    code: str
    title: str
    version: str
    standard: Link
    count: int
    groups: tuple[tuple[str, str, tuple[QuestionView, ...]], ...]
    headings: tuple[Heading, ...]


def quiz_view(document: Document, items: Sequence[Item]) -> QuizView:
    """The page of practice items of one standard, grouped by type."""
    groups = []
    position = 0
    for type in TYPE_ORDER:
        questions = []
        for item in items:
            if item.type == type and not item.exam:
                position += 1
                questions.append(question_view(item, position, document))
        if questions:
            groups.append((type.replace("_", "-"), QUESTION_TYPES[type][0], tuple(questions)))
    standard = document.standard
    return QuizView(
        frame=frame(f"quizzes/{document.id}/"),
        id=document.id,
        code=standard.code,
        title=standard.title,
        version=standard.version,
        standard=standard_link(document),
        count=position,
        groups=tuple(groups),
        headings=tuple(Heading(id, f"{name}（{len(q)}）") for id, name, q in groups),
    )


def question_view(item: Item, position: int, document: Document) -> QuestionView:
    """One item as it is shown."""
    return QuestionView(
        id=item.id.replace(".", "_"),
        position=position,
        type=item.type,
        stem=item.stem,
        prompts=item.prompts,
        choices=tuple(ChoiceView(LETTERS[i], c.text, c.why) for i, c in enumerate(item.choices)),
        key="|".join(item.accept) if item.type == "blank" else item.answer,
        answer=item.answer,
        explanation=item.explanation,
        clause=clause_link(document, item.clause),
        bloom=BLOOM[item.bloom][0],
        graded=item.graded,
    )
