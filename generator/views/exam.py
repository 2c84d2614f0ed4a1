"""Paper forms and their key, and the same as data."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import mean

from generator.items.forms import TYPE_ORDER, FormSet
from generator.items.item import LETTERS, Item
from generator.model.corpus import short_code
from generator.model.edition import Edition
from generator.views.words import QUESTION_TYPES

NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    position: int
    stem: str
    prompts: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    columns: int


@dataclass(frozen=True, slots=True)
class PaperSection:
    title: str
    type: str
    questions: tuple[PaperQuestion, ...]


@dataclass(frozen=True, slots=True)
class PaperView:
    """One form as printed."""

    organisation: str
    title: str
    form: str
    mode: str
    count: int
    total: int
    minutes: int
    standards: str
    stamp: str
    sections: tuple[PaperSection, ...]


@dataclass(frozen=True, slots=True)
class KeyRow:
    position: int
    answer: str
    points: int
    clause: str
    explanation: str


@dataclass(frozen=True, slots=True)
class KeyForm:
    name: str
    rows: tuple[KeyRow, ...]
    easiness: str


@dataclass(frozen=True, slots=True)
class KeyView:
    """The key of all forms, with what shows that they are equal."""

    organisation: str
    title: str
    mode: str
    stamp: str
    forms: tuple[KeyForm, ...]


SECONDS = {"single": 60, "multiple": 90, "true_false": 30, "blank": 60, "ordering": 120, "matching": 120}
MODES = {"disjoint": "各卷题目不重复", "scrambled": "各卷题目相同、顺序不同"}


def paper_view(edition: Edition, made: FormSet, index: int, title: str) -> PaperView:
    """The printed form number `index`. Time a question: see SECONDS."""
    form = made.forms[index]
    sections: list[PaperSection] = []
    position = 0
    for type in TYPE_ORDER:
        members = [item for item in form.items if item.type == type]
        if not members:
            continue
        questions = []
        for item in members:
            position += 1
            questions.append(_question(item, position))
        name = f"{NUMERALS[len(sections)]}、{QUESTION_TYPES[type][0]}（共 {len(members)} 题，每题 {form.points} 分）"
        sections.append(PaperSection(name, type, tuple(questions)))
    seconds = sum(SECONDS[item.type] for item in form.items)
    return PaperView(
        edition.corpus.settings.organisation,
        title,
        form.name,
        MODES[made.mode],
        len(form.items),
        form.points * len(form.items),
        max(10, -(-seconds // 300) * 5),
        _standards(edition, form.items),
        f"种子 {made.seed}　{edition.day.isoformat()}",
        tuple(sections),
    )


def _question(item: Item, position: int) -> PaperQuestion:
    longest = max((len(c.text) for c in item.choices), default=0)
    columns = 4 if longest <= 8 and len(item.choices) <= 4 else 2 if longest <= 20 else 1
    return PaperQuestion(
        position, item.stem, item.prompts, tuple((LETTERS[i], c.text) for i, c in enumerate(item.choices)), columns
    )


def _standards(edition: Edition, items: tuple[Item, ...]) -> str:
    ids = sorted({item.standard for item in items})
    return "、".join(f"{short_code(edition.documents[id].standard)}（{edition.documents[id].standard.version}）" for id in ids)


def key_view(edition: Edition, made: FormSet, title: str) -> KeyView:
    """The key and marking scheme of every form."""
    forms = []
    for form in made.forms:
        rows = tuple(
            KeyRow(
                i,
                item.answer,
                form.points,
                f"{short_code(edition.documents[item.standard].standard)} {item.number}",
                item.explanation,
            )
            for i, item in enumerate(form.items, 1)
        )
        forms.append(KeyForm(form.name, rows, f"{mean(item.easiness for item in form.items):.2f}"))
    return KeyView(
        edition.corpus.settings.organisation,
        title,
        MODES[made.mode],
        f"种子 {made.seed}　{edition.day.isoformat()}",
        tuple(forms),
    )


def forms_json(made: FormSet) -> dict[str, object]:
    """The document `quiz.json`."""
    return {
        "seed": made.seed,
        "blueprint": None,
        "mode": made.mode,
        "forms": [
            {
                "name": form.name,
                "items": [
                    {
                        "id": item.id,
                        "type": item.type,
                        "stem": item.stem,
                        "options": [c.text for c in item.choices],
                        "answer": item.answer,
                        "points": form.points,
                        "ref": item.ref,
                        "fingerprint": item.fingerprint,
                        "number": item.number,
                        "explanation": item.explanation,
                        "difficulty": round(1 - item.easiness, 2),
                    }
                    for item in form.items
                ],
            }
            for form in made.forms
        ],
    }
