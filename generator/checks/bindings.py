"""Q7: confirmations were written by `stdbook confirm`, of something that is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import rules
from generator.diagnostics import Diagnostic
from generator.items.basis import resting
from generator.model.bindings import GROUPS, Group
from generator.model.corpus import Corpus

FILES: dict[Group, str] = {"questions": "questions.yml", "checklists": "checklists.yml", "english": "en.yml"}
"""The file that a group is about."""


def sealed(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """No entry was typed or changed by hand."""
    for document in corpus.working.values():
        for group, one in document.bindings.all() if document.bindings else ():
            name = f"{document.id}.{'en.' if group == 'english' else ''}{one.of}"
            if one.seal != one.sealed:
                yield rules.Q774.at(one.place["seal"], of=one.of, name=name)


def known(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Every entry is of a question, checklist item or translated clause that is there; told once a file."""
    for document in corpus.working.values():
        if document.bindings is None:
            continue
        there: dict[Group, set[str]] = {group: set() for group in GROUPS}
        for item in resting(document, corpus):
            there[item.group].add(item.id)
        lost = [
            one for group, one in document.bindings.all() if FILES[group] not in document.unread and one.of not in there[group]
        ]
        if lost:
            first = lost[0]
            yield rules.Q775.at(first.place["of"], count=len(lost), of=first.of, standard=document.id)


CHECKS = (sealed, known)
