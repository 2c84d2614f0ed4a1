"""Item models: each makes questions of one kind from a standard. Numbers and patterns as in the model list below.

M01 time limit of a step · M04 who is responsible · M05 duty of a role · M07 order the steps · M08 next step ·
M10 records of a step · M12 prohibited act · M15 stated limit · M17 true or false · M22 meaning of a term.
Easiness and Bloom level are prior estimates for each model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.items.acts import act
from generator.items.distractors import numeric_foils, related_roles
from generator.items.item import LETTERS, Choice, Item, ItemType, dice, key_of, shuffled
from generator.model.corpus import Corpus, Document, short_code
from generator.model.edition import Edition
from generator.model.outline import Entry
from generator.model.prose import basis_status, in_full, limit, own_parameters, plain, record_title, scope_words
from generator.model.standard import ClauseType, Parameter, Term

MAX_OPTION = 48
MAX_STEM = 110


@dataclass(frozen=True, eq=False)
class Source:
    """What a model works on."""

    document: Document
    edition: Edition

    @property
    def corpus(self) -> Corpus:
        return self.edition.corpus

    @property
    def code(self) -> str:
        return short_code(self.document.standard)

    def name(self, actor: str) -> str:
        found = self.corpus.actors.get(actor)
        return found.zh if found else actor

    def text(self, entry: Entry) -> str:
        return plain(entry.clause.text or "", self.document, self.corpus)

    def quote(self, entry: Entry) -> str:
        return f"依据 {self.code} 第 {entry.number} 条：{in_full(entry.clause, self.document, self.corpus)}"


Model = Callable[[Source], Iterator[Item]]


def _item(
    source: Source,
    entry: Entry,
    model: str,
    type: ItemType,
    stem: str,
    choices: tuple[Choice, ...],
    *,
    easiness: float,
    bloom: str,
    slot: str,
    suffix: str = "",
    answer: str = "",
    note: str = "",
    graded: bool = True,
) -> Item:
    id = f"{source.document.id}.{entry.id}.{model.lower()}{suffix}"
    return Item(
        id=id,
        model=model,
        type=type,
        standard=source.document.id,
        clause=entry.id,
        number=entry.number,
        stem=stem,
        choices=choices,
        answer=answer or key_of(choices),
        accept=(),
        explanation=f"{note}{source.quote(entry)}",
        easiness=easiness,
        bloom=bloom,
        slot=f"{source.document.id}:{slot}",
        graded=graded,
        sorted=model in ("M01", "M15"),
        version=source.document.standard.version,
    )


def _single(key: str, wrong: Sequence[tuple[str, str]], *seed: object) -> tuple[Choice, ...] | None:
    """A choice of one key and up to three wrong options; None with fewer than two, or with options too long."""
    distinct = list({text: why for text, why in wrong if text != key}.items())[:3]
    if len(distinct) < 2 or max(len(t) for t in (key, *(t for t, _ in distinct))) > MAX_OPTION:
        return None
    return shuffled([Choice(key, True), *(Choice(text, False, why) for text, why in distinct)], *seed)


def _limits(source: Source) -> Iterator[tuple[Entry, Parameter]]:
    """Each limit with a value and the first clause that quotes it."""
    seen: set[str] = set()
    for entry in source.document.entries.values():
        named = own_parameters(entry.clause.text or "", *entry.clause.items)
        for id in named:
            parameter = source.document.parameters.get(id)
            if parameter and parameter.kind in ("max", "min", "exact") and parameter.id not in seen and parameter.value:
                seen.add(parameter.id)
                yield entry, parameter


def _numeric_choices(source: Source, parameter: Parameter) -> tuple[Choice, ...] | None:
    foils = list(numeric_foils(parameter, source.document, source.edition))[:3]
    if len(foils) < 2:
        return None
    options = [(parameter.value, Choice(limit(parameter), True))]
    options += [(foil.value, Choice(limit(foil), False, why)) for foil, why in foils]
    return tuple(choice for _, choice in sorted(options, key=lambda o: o[0] or 0))


def _given(parameter: Parameter, said: str) -> str:
    """The scope in brackets, but for words that the stem says already."""
    case = "，".join(word for word in scope_words(parameter) if word != said)
    return f"（{case}）" if case else ""


def _graded(source: Source, parameter: Parameter) -> bool:
    return basis_status(parameter, source.corpus) != "G"


def time_limit(source: Source) -> Iterator[Item]:
    """M01: 依据{标准},{起算点}后,{岗位}应在多长时间内完成{步骤}?"""
    for entry, parameter in _limits(source):
        step = entry.clause.step
        if not (step and parameter.since and parameter.kind == "max" and parameter.id in step.limits):
            continue
        choices = _numeric_choices(source, parameter)
        given = _given(parameter, entry.clause.title or "")
        who = source.name(step.role)
        stem = f"依据 {source.code}，自“{parameter.since}”起，{who}应在多长时间内完成“{entry.clause.title}”{given}？"
        if choices:
            yield _item(
                source,
                entry,
                "M01",
                "single",
                stem,
                choices,
                easiness=0.70,
                bloom="remember",
                slot=parameter.id,
                suffix=f".{parameter.id}",
                graded=_graded(source, parameter),
            )


def responsible(source: Source) -> Iterator[Item]:
    """M04: {步骤}由谁负责? Distractors: roles with another step, neither supporting nor above or below."""
    steps = source.document.steps
    for entry in steps:
        step = entry.clause.step
        assert step is not None
        involved = (step.role, *step.with_, *entry.clause.actor)
        wrong = []
        for other in steps:
            role = other.clause.step.role if other.clause.step else ""
            if not any(related_roles(role, i, source.corpus) for i in involved):
                wrong.append((source.name(role), f"{source.name(role)}负责“{other.clause.title}”（{other.number}）。"))
        choices = _single(source.name(step.role), wrong, source.document.id, entry.id, "M04")
        if choices:
            stem = f"依据 {source.code}，“{entry.clause.title}”这一步骤由谁负责？"
            yield _item(source, entry, "M04", "single", stem, choices, easiness=0.72, bloom="remember", slot=f"{entry.id}.role")


def duty(source: Source) -> Iterator[Item]:
    """M05: 下列哪一项是{岗位}的职责? Distractors: duties of unrelated roles in the same standard."""
    duties = []
    for entry in source.document.entries.values():
        if entry.clause.duty and entry.clause.type is ClauseType.REQUIREMENT:
            head, found, tail = source.text(entry).removesuffix("。").partition("应")
            if found and tail and head.startswith(source.name(entry.clause.duty.role)) and "。" not in tail:
                duties.append((entry, entry.clause.duty.role, tail))
    for entry, role, text in duties:
        wrong = [
            (other_text, f"这是{source.name(other)}的职责（{e.number}）。")
            for e, other, other_text in duties
            if not related_roles(role, other, source.corpus)
        ]
        choices = _single(text, wrong, source.document.id, entry.id, "M05")
        if choices:
            stem = f"依据 {source.code}，下列哪一项是{source.name(role)}的职责？"
            yield _item(source, entry, "M05", "single", stem, choices, easiness=0.66, bloom="understand", slot=f"{entry.id}.duty")


def _chain(source: Source) -> list[Entry]:
    """The longest run of steps in which each has exactly one way forward, the next step: one possible order."""
    steps = list(source.document.steps)
    position = {e.id: i for i, e in enumerate(steps)}
    best: list[Entry] = []
    run: list[Entry] = []
    for i, entry in enumerate(steps):
        run.append(entry)
        step = entry.clause.step
        forward = {a.to for a in step.next if position.get(a.to, -1) > i} if step else set()
        if i + 1 == len(steps) or forward != {steps[i + 1].id}:
            best, run = max(best, run, key=len), []
    return best


def order(source: Source) -> Iterator[Item]:
    """M07: 将下列步骤按正确顺序排列. Only where the process allows one order."""
    chain = _chain(source)[:6]
    if len(chain) < 3:
        return
    right = [e.clause.title or e.id for e in chain]
    if len(set(right)) < len(right):
        return
    shown = list(right)
    random = dice(source.document.id, "M07")
    while shown == right:
        random.shuffle(shown)
    answer = "".join(LETTERS[shown.index(title)] for title in right)
    choices = tuple(Choice(title, True) for title in shown)
    stem = f"将 {source.code}《{source.document.standard.title}》流程中的下列步骤按先后顺序排列。"
    note = f"正确顺序：{' → '.join(right)}。"
    yield _item(
        source,
        chain[0],
        "M07",
        "ordering",
        stem,
        choices,
        easiness=0.58,
        bloom="understand",
        slot="process.order",
        answer=answer,
        note=note,
    )


def next_step(source: Source) -> Iterator[Item]:
    """M08: {步骤}完成后,下一步是什么? Only where there is one unconditional successor."""
    steps = {e.id: e for e in source.document.steps}
    for entry in steps.values():
        step = entry.clause.step
        assert step is not None
        if len(step.next) != 1 or step.next[0].when or step.next[0].to not in steps:
            continue
        after = steps[step.next[0].to]
        wrong = [
            (e.clause.title or "", f"它在第 {e.number} 条。")
            for e in steps.values()
            if e.id not in (entry.id, after.id) and e.clause.title not in (entry.clause.title, after.clause.title)
        ]
        dice(source.document.id, entry.id, "M08").shuffle(wrong)
        choices = _single(after.clause.title or "", wrong, source.document.id, entry.id, "M08")
        if choices:
            stem = f"按 {source.code} 的流程，“{entry.clause.title}”完成后，下一步是什么？"
            note = f"下一步是 {after.number}“{after.clause.title}”。"
            yield _item(
                source,
                entry,
                "M08",
                "single",
                stem,
                choices,
                easiness=0.62,
                bloom="understand",
                slot=f"{entry.id}.next",
                note=note,
            )


def records(source: Source) -> Iterator[Item]:
    """M10: {步骤}应形成哪份记录? Distractors: the standard's other forms that the step does not so much as mention."""
    document = source.document
    for entry in document.steps:
        made = set(entry.clause.records)
        step = entry.clause.step
        assert step is not None
        mentioned = "".join((*step.inputs, *step.outputs, step.control, entry.clause.text or "", *entry.clause.items))
        others = [
            r
            for r in document.standard.records
            if r.id not in made and r.name not in mentioned and f"{{{r.id}}}" not in mentioned
        ]
        title = entry.clause.title or ""
        names = [f"《{r.name}》" for r in document.standard.records if r.id in made]
        wrong = []
        for record in others:
            where = [e.number for e in document.entries.values() if record.id in e.clause.records]
            wrong.append((f"《{record.name}》", f"{record_title(document, record)}在第 {'、'.join(where)} 条形成。"))
        if len(names) == 1:
            choices = _single(names[0], wrong, document.id, entry.id, "M10")
            kind: ItemType = "single"
            stem = f"依据 {source.code}，“{entry.clause.title}”应填写下列哪一份记录？"
        else:
            right = [Choice(name, True) for name in names]
            mixed = [*right, *(Choice(t, False, why) for t, why in wrong[: 6 - len(right)])]
            choices = shuffled(mixed, document.id, entry.id, "M10") if len(right) >= 2 and len(mixed) >= 4 and wrong else None
            kind = "multiple"
            stem = f"依据 {source.code}，“{entry.clause.title}”应形成下列哪些记录？"
        if choices:
            told = any(title[i : i + 2] in name for name in names for i in range(len(title) - 1))
            if told:  # a record that is named after the step asks for nothing
                continue
            yield _item(source, entry, "M10", kind, stem, choices, easiness=0.55, bloom="remember", slot=f"{entry.id}.records")


def prohibited(source: Source) -> Iterator[Item]:
    """M12: 下列哪一项是禁止的行为? Distractors: acts that the same standard requires."""
    wanted: list[tuple[Entry, str]] = []
    banned: list[tuple[Entry, str]] = []
    for entry in source.document.entries.values():
        if entry.clause.type is ClauseType.REQUIREMENT and not entry.clause.items and not entry.clause.indicator:
            found = act(source.text(entry))
            if found and 6 <= len(found[0]) <= MAX_OPTION:
                (banned if found[1] else wanted).append((entry, found[0]))
    for entry, text in banned:
        near = sorted(wanted, key=lambda w: (abs(len(w[1]) - len(text)), w[0].number))[:6]
        dice(source.document.id, entry.id, "M12").shuffle(near)
        wrong = [(t, f"这是第 {e.number} 条要求做的。") for e, t in near]
        choices = _single(text, wrong, source.document.id, entry.id, "M12")
        if choices:
            stem = f"依据 {source.code}，下列哪一项是禁止的行为？"
            yield _item(source, entry, "M12", "single", stem, choices, easiness=0.75, bloom="understand", slot=f"{entry.id}.act")


def stated_limit(source: Source) -> Iterator[Item]:
    """M15: {量}的规定限值是多少?"""
    words = {"max": "上限", "min": "下限", "exact": "数值"}
    for entry, parameter in _limits(source):
        choices = _numeric_choices(source, parameter)
        if not choices:
            continue
        stem = (
            f"依据 {source.code}，{parameter.subject}{_given(parameter, parameter.subject)}规定的{words[parameter.kind]}是多少？"
        )
        yield _item(
            source,
            entry,
            "M15",
            "single",
            stem,
            choices,
            easiness=0.66,
            bloom="remember",
            slot=parameter.id,
            suffix=f".{parameter.id}",
            graded=_graded(source, parameter),
        )


def true_false(source: Source) -> Iterator[Item]:
    """M17: 判断: a clause that states one limit, as it is or with a sibling's value."""
    for entry, parameter in _limits(source):
        if own_parameters(entry.clause.text or "") != [parameter.id] or entry.clause.items:
            continue
        foils = list(numeric_foils(parameter, source.document, source.edition))
        text = source.text(entry)
        if not foils or len(text) > MAX_STEM or text.count(limit(parameter)) != 1:
            continue
        right = dice(source.document.id, parameter.id, "M17").random() < 0.5
        foil, why = foils[0]
        said = text if right else text.replace(limit(parameter), limit(foil))
        note = "" if right else f"规定是 {limit(parameter)}，不是 {limit(foil)}。{why}"
        yield _item(
            source,
            entry,
            "M17",
            "true_false",
            f"{source.code} 规定：{said}",
            (),
            easiness=0.70,
            bloom="remember",
            slot=parameter.id,
            suffix=f".{parameter.id}",
            answer="正确" if right else "错误",
            note=note,
            graded=_graded(source, parameter),
        )


def _terms_elsewhere(source: Source) -> list[tuple[Term, Document]]:
    """Terms of the same domain's other standards, then of the first others."""
    others = [d for d in source.edition.documents.values() if d.id != source.document.id and d.standard.terms]
    others.sort(key=lambda d: d.standard.domain != source.document.standard.domain)
    return [(t, d) for d in others[:5] for t in d.standard.terms]


def term(source: Source) -> Iterator[Item]:
    """M22: 术语“{术语}”是指? Distractors: definitions of the other terms, own standard first."""
    terms = source.document.standard.terms
    elsewhere = _terms_elsewhere(source) if len(terms) < 4 else []
    for one in terms:
        wrong = [(t.definition, f"这是“{t.zh}”的定义。") for t in terms if t.id != one.id]
        if len(wrong) < 3:
            wrong += [
                (t.definition, f"这是“{t.zh}”的定义（{short_code(d.standard)}）。") for t, d in elsewhere if t.zh != one.zh
            ][: 3 - len(wrong)]
        choices = _single(one.definition, wrong, source.document.id, one.id, "M22")
        if choices:
            entry = source.document.entries[one.id]
            stem = f"{source.code} 中，术语“{one.zh}”是指什么？"
            yield _item(source, entry, "M22", "single", stem, choices, easiness=0.68, bloom="understand", slot=f"{one.id}.term")


MODELS: tuple[Model, ...] = (
    time_limit,
    responsible,
    duty,
    order,
    next_step,
    records,
    prohibited,
    stated_limit,
    true_false,
    term,
)
