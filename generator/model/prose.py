"""Inline references in text: `{p-…}`, `{#clause}`, `{g206-01#clause}`, `{g208-01#p-…}`, `{jl-01}`, `{gb-26860}`.

Text from YAML is plain; these references are its only markup. `spans` resolves them for a reader, so that no
template and no output looks inside the braces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator import Lang
from generator.model.corpus import Corpus, Document, short_code
from generator.model.node import SLUG
from generator.model.standard import Clause, Parameter, Record
from generator.text.quantities import UNITS, every, with_unit

REFERENCE = re.compile(r"\{([^{}]*)\}")
_STANDARD = re.compile(r"^([gz]\d{3}-\d{2})(?:#([a-z][a-z0-9-]*))?$")
_SLUG = re.compile(SLUG)

Kind = Literal["text", "parameter", "clause", "standard", "record", "law", "broken"]


@dataclass(frozen=True, slots=True)
class Reference:
    """What stands between braces: `standard` and `id` say what is meant (standard only for another one)."""

    kind: Kind
    raw: str
    standard: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text as a reader sees it; `standard` and `id` tell where it leads (see Reference)."""

    kind: Kind
    text: str
    standard: str | None = None
    id: str | None = None


def references(text: str) -> Iterator[Reference]:
    """The references of a text in order."""
    for match in REFERENCE.finditer(text):
        yield _parse(match[1].strip())


def _parse(raw: str) -> Reference:
    if found := _STANDARD.match(raw):
        kind: Kind = "standard" if not found[2] else "parameter" if found[2].startswith("p-") else "clause"
        return Reference(kind, raw, found[1], found[2])
    if raw.startswith("#"):
        return Reference("clause", raw, None, raw[1:])
    if raw.startswith("p-"):
        return Reference("parameter", raw, None, raw)
    if raw.startswith("jl-"):
        return Reference("record", raw, None, raw)
    return Reference("law" if _SLUG.match(raw) else "broken", raw, None, raw)


def own_parameters(*texts: str) -> list[str]:
    """The parameters of their own standard that texts quote, in order, each once."""
    found = (r.id for text in texts for r in references(text) if r.kind == "parameter" and r.standard is None)
    return list(dict.fromkeys(id for id in found if id))


def spans(text: str, document: Document, corpus: Corpus, lang: Lang = "zh") -> tuple[Span, ...]:
    """The text as runs, references replaced by what they show (5.2.3, 0.70 m, Q/XX 206.01, JL-206.01-02《…》)."""
    runs: list[Span] = []
    end = 0
    for match in REFERENCE.finditer(text):
        if match.start() > end:
            runs.append(Span("text", text[end : match.start()]))
        runs.append(_show(_parse(match[1].strip()), document, corpus, lang))
        end = match.end()
    if end < len(text):
        runs.append(Span("text", text[end:]))
    return tuple(_spaced(runs))


def _spaced(runs: list[Span]) -> Iterator[Span]:
    """Puts a space where Han characters and Latin letters or digits of neighbouring runs meet."""
    before = ""
    for run in runs:
        if before and run.text and _meet(before[-1], run.text[0]):
            if run.kind == "text":
                run = Span("text", f" {run.text}")
            else:
                yield Span("text", " ")
        yield run
        before = run.text


def _meet(left: str, right: str) -> bool:
    return (_han(left) and _latin(right)) or (_latin(left) and _han(right))


def _han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def plain(text: str, document: Document, corpus: Corpus, lang: Lang = "zh") -> str:
    """The text as a reader sees it, without links."""
    return "".join(span.text for span in spans(text, document, corpus, lang)) if "{" in text else text


def limit_uses(document: Document) -> dict[str, list[str]]:
    """Parameter to the clauses that use it, in reading order: quoted in their text or named in their fields."""
    found: dict[str, list[str]] = {}
    for entry in document.entries.values():
        clause = entry.clause
        named: list[str | None] = [*own_parameters(clause.text or "", *clause.items)]
        named += clause.step.limits if clause.step else ()
        named += (*clause.task.limits, clause.task.frequency) if clause.task else ()
        named += (clause.inspection.frequency, clause.inspection.sample) if clause.inspection else ()
        named += (clause.indicator.target,) if clause.indicator else ()
        for id in dict.fromkeys(named):
            if id:
                found.setdefault(id, []).append(entry.id)
    return found


def in_full(clause: Clause, document: Document, corpus: Corpus) -> str:
    """A clause's text and list items as running Chinese text."""
    text = plain(clause.text or "", document, corpus)
    items = "；".join(plain(item, document, corpus) for item in clause.items)
    return text + items if not items or text.endswith("：") else f"{text}；{items}"


def _show(reference: Reference, document: Document, corpus: Corpus, lang: Lang) -> Span:
    kind, raw, other, id = reference.kind, reference.raw, reference.standard, reference.id or ""
    if kind == "parameter":
        home = corpus.working.get(other) if other else document
        if home and id in home.parameters:
            return Span(kind, limit(home.parameters[id], lang), other, id)
    if kind == "record" and id in document.records:
        return Span(kind, record_title(document, document.records[id], lang), None, id)
    if kind == "law" and id in corpus.laws:
        law = corpus.laws[id]
        name = law.code or (f"《{law.title}》" if lang == "zh" else law.en)
        return Span(kind, name, None, id)
    if kind == "standard" and other:
        target = corpus.working.get(other)
        return Span(kind, short_code(target.standard) if target else planned_code(other, corpus), other)
    if kind == "clause" and id:
        target = corpus.working.get(other) if other else document
        if target and id in target.entries:
            number_ = target.entries[id].number
            return Span(kind, f"{short_code(target.standard)} {_of(lang)}{number_}" if other else number_, other, id)
    return Span("broken", f"{{{raw}}}")


def _of(lang: Lang) -> str:
    return "的 " if lang == "zh" else ""


def planned_code(id: str, corpus: Corpus) -> str:
    """`g204-01` -> `Q/XX 204.01`: the code that a catalogue entry will have."""
    return f"Q/{corpus.settings.code} {id[1:4]}.{id[5:]}"


def limit(parameter: Parameter, lang: Lang = "zh") -> str:
    """A parameter's value as text: `32 个工作日`, `每季度`, `5 mm～10 mm`, `长期`."""
    if parameter.kind in ("permanent", "same_day"):
        words = {"permanent": ("长期", "permanently"), "same_day": ("当日", "the same day")}[parameter.kind]
        return words[lang == "en"]
    value, unit = parameter.value, parameter.unit
    if value is None or unit not in UNITS:  # a rule names it; meanwhile the text can still be read
        return f"{value or '?'} {unit or '?'}"
    if parameter.kind == "frequency":
        return every(value, unit, lang)
    if parameter.kind == "range" and parameter.upper is not None:
        dash = "～" if lang == "zh" else " to "
        return f"{with_unit(value, unit, lang)}{dash}{with_unit(parameter.upper, unit, lang)}"
    return with_unit(value, unit, lang)


BOUNDS: dict[str, tuple[str, str]] = {"max": ("≤ ", "≤ "), "min": ("≥ ", "≥ "), "exact": ("= ", "= ")}


def bound(parameter: Parameter, lang: Lang = "zh") -> str:
    """The value with its operator: `≤ 32 个工作日`, `每季度`."""
    return BOUNDS.get(parameter.kind, ("", ""))[0] + limit(parameter, lang)


def subject(parameter: Parameter, document: Document, lang: Lang = "zh") -> str:
    """What the limit is about with its scope: `各环节合计办理时间（高压双电源）`."""
    if lang == "en" and document.english and (english := document.english.word("parameters", parameter.id)):
        return english
    scope = scope_words(parameter)
    return f"{parameter.subject}（{'，'.join(scope)}）" if scope else parameter.subject


def scope_words(parameter: Parameter) -> tuple[str, ...]:
    """The scope of a parameter as words, in the order customer, voltage, area, case."""
    scope = parameter.applies_to
    return tuple(w for w in (scope.customer, scope.voltage, scope.area, scope.case) if w) if scope else ()


def record_code(document: Document, record: Record) -> str:
    """`jl-02` of Q/XX 206.01 -> `JL-206.01-02`."""
    return f"JL-{short_code(document.standard).rpartition(' ')[2]}-{record.id[3:]}"


def record_title(document: Document, record: Record, lang: Lang = "zh") -> str:
    """`JL-206.01-02《稽查工单》`."""
    if lang == "en" and document.english and (english := document.english.word("records", record.id)):
        return f"{record_code(document, record)} {english}"
    return f"{record_code(document, record)}《{record.name}》"


def basis_status(parameter: Parameter, corpus: Corpus) -> Literal["V", "V*", "G", "E"]:
    """Verification status of a limit: that of its fact while both agree, else E (set by the company)."""
    fact = corpus.facts.get(parameter.fact) if parameter.fact else None
    return fact.status if fact and fact.value == parameter.value and fact.unit == parameter.unit else "E"
