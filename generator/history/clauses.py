"""One clause before and after: who acts, how strongly it binds, its words, records, bases and place in the process."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from difflib import SequenceMatcher

from generator.diagnostics import Place
from generator.history.change import Change, Grade, Kind, Verdict, joined
from generator.history.context import Sides
from generator.history.limits import graded
from generator.history.sentences import Difference, Force, differences, first_modal, force, likeness, verb
from generator.history.tokens import Token, tokens
from generator.model.corpus import Document, own_actors
from generator.model.outline import Entry
from generator.model.prose import bound, in_full, plain, record_title
from generator.model.standard import Clause, Step

TYPE_VERBS = {"requirement": "应", "instruction": "应", "recommendation": "宜", "permission": "可"}
ONLY = "只仅"
Telling = Generator[Change, None, list[Verdict]]
"""Yields changes that have a kind of their own and returns the verdicts on the rest."""
PAIRED = 0.5
"""From here on two list items are one that was reworded."""


def clause_changes(old: Entry, new: Entry, sides: Sides) -> Iterator[Change]:
    """Everything that differs between two states of one clause but its place."""
    before, after = old.clause, new.clause
    yield from actor_changes(old, new, sides)
    yield from _verb(before, after, sides)
    yield from _words(old, new, sides)
    yield from _records(before, after, sides)
    yield from _bases(before, after, sides)
    yield from _fields(before, after, sides)
    if before.step and after.step:
        yield from _step(before.step, after.step, after, sides)
    elif before.step or after.step:
        grade = Grade.ADDED if after.step else Grade.REMOVED
        yield sides.change("step", Verdict(grade), after.id, before.title or "", after.title or "", after.place, after.id)


def actor_changes(old: Entry, new: Entry, sides: Sides) -> Iterator[Change]:
    """Who acts: one more is added, one less removed, another in place of one moved."""
    before, after = old.clause, new.clause
    one, two = own_actors(before), own_actors(after)
    place = after.place["actor"]
    for name, key in (("step", "role"), ("duty", "role"), ("inspection", "by")):
        if (node := getattr(after, name)) is not None:
            place = node.place[key]
    if one != two and sides.old.actors(old) != sides.new.actors(new):
        yield from _handed(one, two, after, place, sides)
    if before.duty and after.duty and before.duty.lead != after.duty.lead:
        grade = Grade.ADDED if after.duty.lead else Grade.REMOVED
        words = ["归口" if d.lead else "不归口" for d in (before.duty, after.duty)]
        yield sides.change("role", Verdict(grade), after.id, words[0], words[1], after.duty.place["lead"])
    if before.authority and after.authority:
        left, right = (tuple(filter(None, (a.escalate_to,))) for a in (before.authority, after.authority))
        yield from _handed(left, right, after, after.authority.place["escalate_to"], sides)
    if before.interface and after.interface:
        yield from _handed(before.interface.with_, after.interface.with_, after, after.interface.place["with"], sides)


def _handed(one: tuple[str, ...], two: tuple[str, ...], after: Clause, place: Place, sides: Sides) -> Iterator[Change]:
    if set(one) != set(two) or one[:1] != two[:1]:
        grade = Grade.ADDED if set(two) > set(one) else Grade.REMOVED if set(one) > set(two) else Grade.MOVED
        yield sides.change("role", Verdict(grade), after.id, sides.names(one), sides.names(two), place)


def _verb(before: Clause, after: Clause, sides: Sides) -> Iterator[Change]:
    texts = [" ".join((c.text or "", *c.items)) for c in (before, after)]
    one, two = (first_modal(text, sides.roles) for text in texts)
    if before.type != after.type:
        types = [c.type.value if c.type else "" for c in (before, after)]
        one, two = (_said(modal, type) for modal, type in zip((one, two), types, strict=True))
    elif one == two or not (one and two):
        found = differences(sides.canonical(texts[0]), texts[1], "none", sides.roles)
        one, two = next((pair for pair in found.modal if pair[0] != pair[1]), ("", "")) if found else ("", "")
    if verdict := verb(one, two):
        key = "type" if before.type != after.type else "text"
        whole = in_full(before, sides.old, sides.before), in_full(after, sides.new, sides.after)
        yield sides.change("verb", verdict, after.id, whole[0], whole[1], after.place[key])


def _said(modal: str, type: str) -> str:
    """The verb that a clause amounts to: its own where that fits its type, else its type's."""
    usual = TYPE_VERBS.get(type, "")
    return modal if modal.removeprefix("不") == usual or (modal, usual) == ("不必", "可") else usual


def _words(old: Entry, new: Entry, sides: Sides) -> Iterator[Change]:
    before, after = old.clause, new.clause
    means = force(after.type.value if after.type else None, first_modal(after.text or "", sides.roles))
    found = differences(sides.canonical(before.text or ""), after.text or "", means, sides.roles)
    place = after.place["text"]
    acting = {*sides.old.actors(old), *sides.new.actors(new)} if old.id in sides.old.entries else set()
    verdicts: list[Verdict] = []
    if found:
        verdicts += yield from _inside(found, before, after, place, sides, acting)
    verdicts += yield from _items(before, after, means, sides, acting)
    whole = joined(verdicts)
    titled = differences(before.title or "", after.title or "", "none", sides.roles)
    if whole is None and titled:
        whole, place = Verdict(Grade.WORDING), after.place["title"]
        yield sides.change("clause", whole, after.id, before.title or "", after.title or "", place)
    elif whole:
        texts = in_full(before, sides.old, sides.before), in_full(after, sides.new, sides.after)
        yield sides.change("clause", whole, after.id, texts[0], texts[1], place)


def _inside(found: Difference, before: Clause, after: Clause, place: Place, sides: Sides, acting: set[str]) -> Telling:
    """Changes that have a kind of their own, told one by one; returns the verdicts on the rest."""
    if found.numbers:
        texts = in_full(before, sides.old, sides.before), in_full(after, sides.new, sides.after)
        yield sides.change("limit", found.numbers, after.id, texts[0], texts[1], place)
    gone, come = _net(found.gone, found.come)
    yield from _quoted_limits(gone, come, after, place, sides)
    yield from _quoted_others(gone, come, before, after, place, sides)
    roles = [[t.form for t in side if t.sort == "role" and t.form not in acting] for side in (gone, come)]
    if (roles[0] or roles[1]) and found.words is None:
        grade = Grade.REMOVED if not roles[1] else Grade.ADDED if not roles[0] else Grade.MOVED
        yield sides.change("role", Verdict(grade), after.id, sides.names(roles[0]), sides.names(roles[1]), place)
    return [found.words] if found.words else []


def _net(gone: tuple[Token, ...], come: tuple[Token, ...]) -> tuple[list[Token], list[Token]]:
    """Without what went in one place and came in another."""
    left, right = list(gone), list(come)
    for token in gone:
        twin = next((t for t in right if t.key == token.key), None)
        if twin:
            left.remove(token)
            right.remove(twin)
    return left, right


def _quoted_limits(gone: list[Token], come: list[Token], after: Clause, place: Place, sides: Sides) -> Iterator[Change]:
    out = [t.form for t in gone if t.form.startswith("p-")]
    into = [t.form for t in come if t.form.startswith("p-")]
    for index in range(max(len(out), len(into))):
        one = sides.old.parameters.get(out[index]) if index < len(out) else None
        two = sides.new.parameters.get(into[index]) if index < len(into) else None
        if one and two:
            if verdict := graded(one, two):
                yield sides.change("limit", verdict, after.id, bound(one), bound(two), place, two.id)
        elif one:
            yield sides.change("limit", Verdict(Grade.REMOVED), after.id, bound(one), "", place, one.id)
        elif two:
            yield sides.change("limit", Verdict(Grade.ADDED), after.id, "", bound(two), place, two.id)


def _quoted_others(
    gone: list[Token], come: list[Token], before: Clause, after: Clause, place: Place, sides: Sides
) -> Iterator[Change]:
    """References to clauses, standards and laws; records count only where the list of records does not tell of them."""
    listed = {*before.records} ^ {*after.records}
    told: tuple[tuple[Kind, bool], ...] = (("record", True), ("reference", False))
    for kind, starts in told:
        out, into = (
            [
                t.form
                for t in side
                if t.sort == "reference" and t.form.startswith("jl-") == starts and "p-" not in t.form and t.form not in listed
            ]
            for side in (gone, come)
        )
        if out or into:
            grade = Grade.ADDED if not out else Grade.REMOVED if not into else Grade.TIGHTENED
            shown = [
                plain("、".join(f"{{{f}}}" for f in forms), d, c)
                for forms, d, c in ((out, sides.old, sides.before), (into, sides.new, sides.after))
            ]
            yield sides.change(kind, Verdict(grade, grade is not Grade.TIGHTENED), after.id, shown[0], shown[1], place)


def _items(before: Clause, after: Clause, means: Force, sides: Sides, acting: set[str]) -> Telling:
    """List items, paired by likeness; their order tells nothing. Returns the verdicts on what came, went and changed."""
    left, right = [sides.canonical(item) for item in before.items], list(after.items)
    pairs, gone, come = _paired(left, right, sides)
    verdicts: list[Verdict] = []
    for one, two in pairs:
        if found := differences(left[one], right[two], means, sides.roles):
            verdicts += yield from _inside(found, before, after, after.place["items", two], sides, acting)
    only = any(sign in (after.text or "") for sign in ONLY)
    binds = {"duty": not only, "ban": True, "advice": True, "leave": False, "none": True}[means]
    verdicts += [Verdict(Grade.TIGHTENED if binds else Grade.RELAXED, means != "none")] * bool(come)
    verdicts += [Verdict(Grade.RELAXED if binds else Grade.TIGHTENED, means != "none")] * bool(gone)
    return verdicts


def _paired(left: list[str], right: list[str], sides: Sides) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    rest, free = [], set(range(len(right)))
    for one, text in enumerate(left):
        same = next((two for two in sorted(free) if right[two] == text), None)
        if same is None:
            rest.append(one)
        else:
            free.remove(same)
    pairs: list[tuple[int, int]] = []
    gone: list[int] = []
    for one in rest:
        rated = [(_alike(left[one], right[two], sides), -two) for two in free]
        best = max(rated, default=(0.0, 0))
        if best[0] >= PAIRED:
            pairs.append((one, -best[1]))
            free.remove(-best[1])
        else:
            gone.append(one)
    return pairs, gone, sorted(free)


def _alike(one: str, two: str, sides: Sides) -> float:
    left, right = tokens(one, sides.roles), tokens(two, sides.roles)
    return likeness(left, right) or SequenceMatcher(None, one, two, autojunk=False).ratio() * 0.9


def _records(before: Clause, after: Clause, sides: Sides) -> Iterator[Change]:
    for ids, other, document, grade in (
        (before.records, after.records, sides.old, Grade.REMOVED),
        (after.records, before.records, sides.new, Grade.ADDED),
    ):
        for id in ids:
            if id not in other:
                shown = record_title(document, document.records[id]) if id in document.records else id
                texts = (shown, "") if grade is Grade.REMOVED else ("", shown)
                yield sides.change("record", Verdict(grade), after.id, texts[0], texts[1], after.place["records"], id)
    if (before.evidence or "") != (after.evidence or ""):
        found = differences(before.evidence or "", after.evidence or "", "duty", sides.roles)
        verdict = found and (found.words or found.numbers)
        if not before.evidence or not after.evidence:
            verdict = Verdict(Grade.ADDED if after.evidence else Grade.REMOVED)
        if verdict:
            yield sides.change("record", verdict, after.id, before.evidence or "", after.evidence or "", after.place["evidence"])


def _bases(before: Clause, after: Clause, sides: Sides) -> Iterator[Change]:
    one = {(c.law, c.article): c for c in before.basis}
    two = {(c.law, c.article): c for c in after.basis}
    shown = [
        {key: f"《{corpus.laws[key[0]].title if key[0] in corpus.laws else key[0]}》{key[1]}" for key in side}
        for side, corpus in ((one, sides.before), (two, sides.after))
    ]
    gone, come = [k for k in one if k not in two], [k for k in two if k not in one]
    place = after.place["basis"]
    if gone and come:
        texts = ("；".join(shown[0][k] for k in gone), "；".join(shown[1][k] for k in come))
        yield sides.change("reference", Verdict(Grade.META), after.id, texts[0], texts[1], place)
    else:
        for key in gone:
            yield sides.change("reference", Verdict(Grade.REMOVED), after.id, shown[0][key], "", place)
        for key in come:
            yield sides.change("reference", Verdict(Grade.ADDED), after.id, "", shown[1][key], two[key].place)
    for key in one:
        if key in two and one[key].as_of != two[key].as_of:
            dated = [f"{shown[0][key]}（{side[key].as_of}）" for side in (one, two)]
            yield sides.change("reference", Verdict(Grade.META), after.id, dated[0], dated[1], two[key].place["as_of"])
    if set(before.facts) != set(after.facts):
        texts = "、".join(before.facts), "、".join(after.facts)
        yield sides.change("reference", Verdict(Grade.META), after.id, texts[0], texts[1], after.place["facts"])


def _fields(before: Clause, after: Clause, sides: Sides) -> Iterator[Change]:
    """Limits and words in the fields of an authority, a task, an indicator or an inspection."""
    for holder, key, meaning in FIELDS:
        left, right = getattr(before, holder), getattr(after, holder)
        one, two = (getattr(node, key) if node else None for node in (left, right))
        if one == two or (left is None and right is None):
            continue
        place = right.place[key] if right else after.place
        if meaning == "limit":
            one = sides.renamed.get(one, one) if one else one
            old, new = sides.old.parameters.get(one or ""), sides.new.parameters.get(two or "")
            verdict = graded(old, new) if old and new else Verdict(Grade.ADDED if new else Grade.REMOVED)
            if one != two and verdict and not {one, two} & {*_quoted(before), *_quoted(after)}:
                yield sides.change(
                    "limit", verdict, after.id, bound(old) if old else "", bound(new) if new else "", place, two or ""
                )
        elif found := differences(one or "", two or "", "duty", sides.roles):
            verdict = found.numbers or found.words or Verdict(Grade.TIGHTENED, False)
            yield sides.change("clause", verdict, after.id, one or "", two or "", place)
    one, two = (c.qualification.kind if c.qualification else "" for c in (before, after))
    if one != two:
        yield sides.change("clause", Verdict(Grade.META), after.id, one, two, after.place["qualification"])


FIELDS: tuple[tuple[str, str, str], ...] = (
    ("authority", "limit", "words"),
    ("task", "frequency", "limit"),
    ("task", "event", "words"),
    ("indicator", "target", "limit"),
    ("indicator", "method", "words"),
    ("inspection", "frequency", "limit"),
    ("inspection", "sample", "limit"),
    ("inspection", "method", "words"),
)


def _quoted(clause: Clause) -> set[str]:
    text = " ".join((clause.text or "", *clause.items))
    return {t.form for t in tokens(text, {}) if t.sort == "reference"}


def _step(before: Step, after: Step, clause: Clause, sides: Sides) -> Iterator[Change]:
    kind: Kind = "step"
    yield from _arrows(before, after, clause, sides)
    for name in ("inputs", "outputs", "risks"):
        one, two = getattr(before, name), getattr(after, name)
        gone, come = set(one) - set(two), set(two) - set(one)
        if gone or come:
            alike = name != "risks" and len(gone) == len(come) == 1 and differences(min(gone), min(come), "duty", sides.roles)
            words = alike.words if alike else None
            verdict = words or Verdict(Grade.RELAXED if gone and not come else Grade.TIGHTENED, not (gone and come))
            yield sides.change(kind, verdict, clause.id, "、".join(one), "、".join(two), after.place[name])
    if found := differences(sides.canonical(before.control), after.control, "duty", sides.roles):
        verdict = joined([v for v in (found.words, found.numbers) if v]) or Verdict(Grade.TIGHTENED, False)
        texts = plain(before.control, sides.old, sides.before), plain(after.control, sides.new, sides.after)
        yield sides.change(kind, verdict, clause.id, texts[0], texts[1], after.place["control"])


def _arrows(before: Step, after: Step, clause: Clause, sides: Sides) -> Iterator[Change]:
    """Branches of the process, told at the step where they start."""
    one = {sides.renamed.get(f"#{n.to}", f"#{n.to}").removeprefix("#"): n.when or "" for n in before.next}
    two = {n.to: n.when or "" for n in after.next}
    gone, come = [t for t in one if t not in two], [t for t in two if t not in one]
    if gone or come:
        verdict = Verdict(Grade.ADDED if not gone else Grade.REMOVED if not come else Grade.MOVED)
        shown = (_steps(one, sides.old), _steps(two, sides.new))
        yield sides.change("step", verdict, clause.id, shown[0], shown[1], after.place["next"])
    for to in one:
        if to in two and (found := differences(one[to], two[to], "none", sides.roles)):
            plain = found.words and found.words.grade is Grade.WORDING and bool(one[to]) == bool(two[to])
            verdict = Verdict(Grade.WORDING, False) if plain and not found.numbers else Verdict(Grade.TIGHTENED, False)
            yield sides.change("step", verdict, clause.id, one[to], two[to], after.place["next"])


def _steps(targets: dict[str, str], document: Document) -> str:
    entries = document.entries
    names = ((entries[t].clause.title or t) if t in entries else t for t in targets)
    return "；".join(f"{name}（{when}）" if when else name for name, when in zip(names, targets.values(), strict=True))
