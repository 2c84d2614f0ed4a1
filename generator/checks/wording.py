"""W3: one kind of modal verb a clause, the one of its type; words that can be checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator import rules
from generator.checks.said import clauses, sentences
from generator.diagnostics import Diagnostic, Place
from generator.model.corpus import Corpus
from generator.model.outline import RESERVED_IDS
from generator.model.standard import ClauseType
from generator.text.wording import AVOIDED, VAGUE, Modal, modals, uses

TYPES: dict[ClauseType, tuple[str, str, str]] = {
    ClauseType.REQUIREMENT: ("要求", "requirement", "应、不应"),
    ClauseType.INSTRUCTION: ("指示", "instruction", "祈使句"),
    ClauseType.RECOMMENDATION: ("推荐", "recommendation", "宜、不宜"),
    ClauseType.PERMISSION: ("允许", "permission", "可、不必"),
    ClauseType.STATEMENT: ("陈述", "statement", "能、可能或直接陈述"),
}
NAMES: dict[Modal, tuple[str, str]] = {
    "requirement": ("要求的“应”", "应 (requirement)"),
    "recommendation": ("推荐的“宜”", "宜 (recommendation)"),
    "permission": ("允许的“可”", "可 (permission)"),
}
STRICTLY = ("必须", "不可")


def verbs(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """The modal verb of a clause is that of its type, and the only one."""
    for document in corpus.working.values():
        for entry in document.entries.values():
            clause = entry.clause
            if clause.text is None or clause.type is None or entry.chapter.id in RESERVED_IDS:
                continue
            found = _kinds(clause.text)
            wanted = {clause.type.value} & set(NAMES)
            place = clause.place["text"]
            zh, en, verb = TYPES[clause.type]
            if wanted and wanted < set(found):
                yield rules.W302.at(place, found=_list(found, 0), found_en=_list(found, 1))
            elif set(found) != wanted and (found or not uses(AVOIDED, clause.text)):  # 应当 is told once, as W304
                facts = {"found": _list(found, 0) or "没有助动词", "found_en": _list(found, 1) or "none"}
                yield rules.W301.at(place, type=zh, type_en=en, wanted=verb, **facts)


def words(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """A clause uses neither the words of the law nor vague ones."""
    for document in corpus.working.values():
        for clause in clauses(document):
            for text, place in sentences(clause):
                for word in uses(AVOIDED, text):
                    rule = rules.W303 if word in STRICTLY else rules.W304
                    yield rule.at(place, word=word, instead=AVOIDED[word].instead, instead_en=AVOIDED[word].instead_en)
                for word in uses(VAGUE, text) if clause.type is not ClauseType.STATEMENT else ():
                    yield rules.W305.at(place, word=word, instead=VAGUE[word].instead, instead_en=VAGUE[word].instead_en)


def statements(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """Foreword, scope and definitions only state."""
    for document in corpus.working.values():
        standard = document.standard
        parts: list[tuple[str, str, str, Place]] = [
            ("前言", "foreword", standard.foreword, standard.place["foreword"]),
            ("范围", "scope", standard.scope, standard.place["scope"]),
        ]
        parts += [(f"“{t.zh}”的定义", "definition", t.definition, t.place["definition"]) for t in standard.terms]
        for zh, en, text, place in parts:
            if found := _kinds(text):
                yield rules.W306.at(place, part=zh, part_en=en, found=_list(found, 0), found_en=_list(found, 1))


def _kinds(text: str) -> list[Modal]:
    return [kind for kind in modals(text) if kind in NAMES]


def _list(kinds: Iterable[Modal], language: int) -> str:
    return ("和" if language == 0 else " and ").join(NAMES[kind][language] for kind in kinds)


CHECKS = (verbs, words, statements)
