"""Q7: hand-written questions have the right number of answers; checklist items rest on requirements."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from generator import rules
from generator.diagnostics import Diagnostic
from generator.items.bank import flaws_of, written
from generator.model.corpus import Corpus, Document
from generator.model.prose import plain
from generator.model.standard import ClauseType
from generator.model.training import CheckItem, Question

OPTIONS = {"single": (3, 5), "multiple": (4, 6), "ordering": (3, 7)}
ANSWERS = ("options", "answer", "parameter", "accept")
FIELDS = {
    "single": ("options",),
    "multiple": ("options",),
    "ordering": ("options",),
    "true_false": ("answer",),
    "blank": ("parameter", "accept"),
}
"""The answers that each type of question has."""
ALL_OR_NONE = re.compile(r"以上(?:都|均|全)|(?:A|甲)(?:和|、)(?:B|乙)都|都(?:对|不对|正确)$")
TYPE_NAMES = {
    ClauseType.REQUIREMENT: "要求",
    ClauseType.INSTRUCTION: "指示",
    ClauseType.RECOMMENDATION: "推荐",
    ClauseType.PERMISSION: "允许",
    ClauseType.STATEMENT: "陈述",
}


def check_items(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A checklist item rests on a clause of type requirement or instruction."""
    for document in corpus.documents:
        for checklist in document.checklists:
            for item in checklist.items:
                entry = document.entries.get(item.clause)
                kind = entry.clause.type if entry else None
                if kind and kind not in (ClauseType.REQUIREMENT, ClauseType.INSTRUCTION):
                    yield rules.Q771.at(item.place["clause"], id=item.id, clause=item.clause, type=TYPE_NAMES[kind])


def answers(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Each type of question has the answers that it needs, and distinct options."""
    for document in corpus.documents:
        for question in document.questions:
            if problem := _problem(question):
                yield rules.Q702.at(question.place["type"], id=question.id, problem=problem[0], problem_en=problem[1])
            if question.type in OPTIONS and not _countable(question):
                yield rules.Q706.at(question.place["options"], id=question.id, count=len(question.options))
            seen: set[str] = set()
            for option in question.options:
                text = plain(option.text, document, corpus)
                form = re.sub(r"[\s，。、；]", "", unicodedata.normalize("NFKC", text)).lower()
                if form in seen:
                    yield rules.Q703.at(option.place["text"], text=text)
                seen.add(form)
                if ALL_OR_NONE.search(text):
                    yield rules.Q709.at(option.place["text"], text=text)


def _problem(question: Question) -> tuple[str, str] | None:
    right = sum(option.correct for option in question.options)
    match question.type:
        case "single" if right != 1:
            return f"有 {right} 个正确选项", f"has {right} correct options"
        case "multiple" if right < 2 or right == len(question.options):
            return f"有 {right} 个正确选项", f"has {right} correct options"
        case "true_false" if question.answer is None:
            return "没有写 answer", "has no answer"
        case "blank" if "____" not in question.stem:
            return "题干里没有空（____）", "has no blank (____) in its stem"
        case "blank" if question.parameter is None and not question.accept:
            return "没有写 parameter 或 accept", "has neither parameter nor accept"
    return None


def leaves(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Checklist items and questions rest on a leaf clause, which says one thing."""
    for document in corpus.working.values():
        resting: list[CheckItem | Question] = [i for checklist in document.checklists for i in checklist.items]
        for rests in (*resting, *document.questions):
            entry = document.entries.get(rests.clause)
            if entry and not entry.leaf:
                first = entry.clause.clauses[0].id
                yield rules.Q772.at(rests.place["clause"], id=rests.id, clause=rests.clause, first=first)


def fields(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A question has no field that its type does not use."""
    for document in corpus.working.values():
        for question in document.questions:
            for key in ANSWERS:
                if key not in FIELDS[question.type] and getattr(question, key) not in (None, ()):
                    yield rules.Q773.at(question.place[key], type=question.type, key=key)


def flawed(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A question neither helps the guesser nor misleads the knower; told once a rule and question."""
    for document in corpus.working.values():
        for question in document.questions:
            if (
                _problem(question) is None
                and _countable(question)
                and question.clause in document.entries
                and _limit_known(question, document)
            ):
                quoting = any("{" in option.text for option in question.options)
                for code, problem in flaws_of(written(question, document, corpus), document, corpus):
                    if code == "Q713" and quoting:
                        continue  # the limit that is quoted changed: the question is stale, and told as that
                    yield rules.CATALOGUE[code].at(question.place["stem"], id=question.id, problem=problem)


def _countable(question: Question) -> bool:
    """True when it has as many options as its type takes; a type without options takes none."""
    least, most = OPTIONS.get(question.type, (0, 0))
    return least <= len(question.options) <= most


def _limit_known(question: Question, document: Document) -> bool:
    """True unless a blank asks for a limit that the standard does not have."""
    return question.parameter is None or question.parameter in document.parameters


CHECKS = (check_items, answers, leaves, fields, flawed)
