"""Q7: confirmations were written by `stdbook confirm`, of something that is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import rules
from generator.diagnostics import Diagnostic
from generator.items.basis import resting
from generator.model.bindings import GROUPS, Group
from generator.model.corpus import Corpus
from generator.text.nearest import nearest

NAMES: dict[Group, tuple[str, str, str]] = {
    "questions": ("试题", "questions", "questions.yml"),
    "checklists": ("检查项", "checklist items", "checklists.yml"),
    "english": ("英文条款", "translated clauses", "en.yml"),
}
"""What a group is called, and the file that it is about."""


def sealed(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """No entry was typed or changed by hand."""
    for document in corpus.working.values():
        for group, one in document.bindings.all() if document.bindings else ():
            name = f"{document.id}.{'en.' if group == 'english' else ''}{one.of}"
            if one.seal != one.sealed:
                yield rules.Q774.at(one.place["seal"], of=one.of, name=name)


def known(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Every entry is of a question, checklist item or translated clause that is there."""
    for document in corpus.working.values():
        if document.bindings is None:
            continue
        there: dict[Group, list[str]] = {group: [] for group in GROUPS}
        for item in resting(document, corpus):
            there[item.group].append(item.id)
        for group, one in document.bindings.all():
            zh, en, file = NAMES[group]
            if file not in document.unread and one.of not in there[group]:
                near = nearest(one.of, there[group])
                facts = {"group": zh, "group_en": en, "of": one.of, "standard": document.id}
                yield rules.Q775.at(
                    one.place["of"], **facts, suggestion=f"最接近的是“{near}”；改过标识的要重新确认。" if near else ""
                )


CHECKS = (sealed, known)
