"""How far two wordings of one clause differ in meaning, from their modal verbs, numbers, references, roles and words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from generator.history.change import Grade, Verdict, joined
from generator.history.tokens import Token, tokens

Force = Literal["duty", "ban", "advice", "leave", "none"]
"""What a clause does: demands, forbids, recommends, permits, or merely states."""
FORCES: dict[str, Force] = {"应": "duty", "不应": "ban", "宜": "advice", "不宜": "advice", "可": "leave", "不必": "leave"}
RANKS: dict[str, int] = {"应": 3, "不应": 3, "宜": 2, "不宜": 2, "能": 1, "不能": 1, "": 1, "可": 0, "不必": 0}
"""How far a verb narrows what one may do; a statement stands between advice and permission."""
OPPOSITE = {"应": "不应", "不应": "应", "宜": "不宜", "不宜": "宜"}

AND_ALSO = re.compile(r"^(?:[、，,；]|并|和|与|及|以及|或)|[、和与及或]$")
CONDITION = re.compile(
    r"(?:的|时|后|情况下|期间|以外|除外|之外|外)[，,]$|^除|^(?:如|若|当|遇)|必要时|具备条件|条件允许|有条件|特殊情况|(?:情形|情况)(?:除外|下)"
)
FEWER = re.compile("部分|抽查|抽样|口头|电话|简要|主要|重点|原则上|尽量|酌情|适当|必要时|远程|事后|可能")
MORE = re.compile(
    "全部|逐一|逐户|书面|立即|当场|现场|同时|每|双|各|均|完整|详细|事先|事前|专人|两人|当日|全程|任何|一律|亲自|当面|始终|重新"
)
TAKES_PART, LEADS = re.compile("参加|参与"), re.compile("主持|牵头")
"""Who leads takes part, but not the other way round: bound to lead is more, barred from leading is less."""
UPWARD = re.compile(r"(?:不少于|不低于|不小于|至少|最少|以上|提前|保存|大于|高于|超前|满)")
DOWNWARD = re.compile(r"(?:不超过|不大于|不高于|至多|最多|以内|之内|以下|小于|低于|内|前)")
NEAR = 10
"""Characters around a number that tell which way it is stricter."""
KEPT = 0.55
"""The share of a sentence that stays when other words merely say it differently."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two wordings: tokens that went and came, by sort, and the grade of the words."""

    modal: tuple[tuple[str, str], ...] = ()
    gone: tuple[Token, ...] = ()
    come: tuple[Token, ...] = ()
    words: Verdict | None = None
    numbers: Verdict | None = None


def force(type: str | None, modal: str) -> Force:
    """What a clause does, from its first modal verb, else from its type."""
    by_type: dict[str, Force] = {"requirement": "duty", "instruction": "duty", "recommendation": "advice", "permission": "leave"}
    return FORCES.get(modal) or by_type.get(type or "", "none")


def first_modal(text: str, roles: Mapping[str, str]) -> str:
    """The normal form of the first modal verb, or an empty string."""
    return next((t.form for t in tokens(text, roles) if t.sort == "modal"), "")


def verb(old: str, new: str) -> Verdict | None:
    """The grade of one modal verb in place of another; None where they bind alike."""
    if old == new:
        return None
    if OPPOSITE.get(old) == new:
        return Verdict(Grade.TIGHTENED, False)
    if RANKS[old] == RANKS[new]:
        return Verdict(Grade.TIGHTENED, False) if {old, new} == {"可", "不必"} else None
    return Verdict(Grade.TIGHTENED if RANKS[new] > RANKS[old] else Grade.RELAXED)


def differences(old: str, new: str, means: Force, roles: Mapping[str, str]) -> Difference | None:
    """What differs, or None when the texts differ in white space alone."""
    if "".join(old.split()) == "".join(new.split()):
        return None
    before, after = tokens(old, roles), tokens(new, roles)
    left, right = [t.key for t in before], [t.key for t in after]
    if left == right:
        return Difference(words=Verdict(Grade.WORDING))
    if Counter(left) == Counter(right) and [k for k in left if k[0] in ("number", "modal")] == [
        k for k in right if k[0] in ("number", "modal")
    ]:
        return Difference(words=Verdict(Grade.WORDING, False))
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    modal: list[tuple[str, str]] = []
    gone: list[Token] = []
    come: list[Token] = []
    parts: list[_Part] = []
    numbers: list[Verdict] = []
    kept = sum(block.size for block in matcher.get_matching_blocks()) / max(1, min(len(left), len(right)))
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        out, into = before[i1:i2], after[j1:j2]
        modal += _modals(out, into)
        gone += [t for t in out if t.sort in ("reference", "role")]
        come += [t for t in into if t.sort in ("reference", "role")]
        if (graded := _numbers(out, into, old, new)) is not None:
            numbers.append(graded)
        if _said_by_verb(out) or _said_by_verb(into):
            continue
        told = any(t.sort in ("number", "reference") for t in (*out, *into))
        plain_out = [t for t in out if t.sort in ("word", "negation")]
        plain_into = [t for t in into if t.sort in ("word", "negation")]
        if any(t.sort == "role" for t in (*out, *into)) and all(t.form in WITH for t in (*plain_out, *plain_into)):
            continue
        if (plain_out or plain_into) and not (told and len(plain_out) + len(plain_into) <= TOLD):
            head = re.split("[，。；：]", new[: after[j1].start if j1 < len(after) else len(new)])[-1]
            slices = _slice(old, before, i1, i2), _slice(new, after, j1, j2)
            parts.append(_Part(*slices, plain_out, plain_into, _listed(head) if means == "none" else means))
    words = joined([_words(part, kept) for part in _together(parts)])
    return Difference(tuple(modal), tuple(gone), tuple(come), words, joined(numbers))


FEW = 4
"""So few words that went in one place and came in another say the same in another order."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Words that went and came at one place, with the text around them and what the clause does there."""

    before: str
    after: str
    out: list[Token]
    into: list[Token]
    means: Force


def _together(parts: list[_Part]) -> list[_Part]:
    """Few words that went here and came there, as one replacement."""
    out, into = [t for p in parts for t in p.out], [t for p in parts for t in p.into]
    if len(parts) > 1 and out and into and max(len(out), len(into)) <= FEW:
        return [_Part("".join(t.form for t in out), "".join(t.form for t in into), out, into, parts[0].means)]
    return parts


TOLD = 8
"""So many characters around a limit or record that came or went belong to it (自受理起…内)."""


WITH = frozenset("和或会同共商配合由")
"""Characters that join one actor to another."""


def _said_by_verb(found: tuple[Token, ...]) -> bool:
    """Whether words came or went with a modal verb of their own: the verb tells of them."""
    return any(t.sort == "modal" for t in found) and len(found) > 1


def _listed(head: str) -> Force:
    """In a definition: what a list leaves out works like a permission, what it takes in like a demand."""
    if re.search("不含|不包括|不计|除", head):
        return "leave"
    return "duty" if re.search("包括|包含|含|指", head) else "none"


def _modals(out: tuple[Token, ...], into: tuple[Token, ...]) -> Iterator[tuple[str, str]]:
    left = [t.form for t in out if t.sort == "modal"]
    right = [t.form for t in into if t.sort == "modal"]
    if left or right:
        yield (left or [""])[0], (right or [""])[0]


def _slice(text: str, found: tuple[Token, ...], start: int, end: int) -> str:
    """The text from the token before to the token after: with the punctuation and grammar on both sides."""
    begin = found[start - 1].end if start else 0
    stop = found[end].start if end < len(found) else len(text)
    return text[begin:stop]


def _numbers(out: tuple[Token, ...], into: tuple[Token, ...], old: str, new: str) -> Verdict | None:
    left = [t for t in out if t.sort == "number"]
    right = [t for t in into if t.sort == "number"]
    if not left and not right:
        return None
    if left and right:
        one, two = float(left[0].form), float(right[0].form)
        way = _way(new, right[0]) or _way(old, left[0])
        if one == two:
            return None
        if way is None:
            return Verdict(Grade.TIGHTENED, False)
        return Verdict(Grade.TIGHTENED if (two > one) == (way > 0) else Grade.RELAXED)
    return Verdict(Grade.TIGHTENED if right else Grade.RELAXED, False)


def _way(text: str, number: Token) -> int | None:
    """Whether a number is stricter upwards (1) or downwards (-1), from the words beside it; None if they do not say."""
    before, after = text[max(0, number.start - NEAR) : number.start], text[number.end : number.end + NEAR]
    if re.search(r"(?:不少于|不低于|不小于|至少|最少|提前|大于|高于)\W*$", before) or re.search(r"^.{0,6}?以上", after):
        return 1
    if re.search(r"(?:不超过|不大于|不高于|至多|最多|小于|低于)\W*$", before) or re.search(
        r"^.{0,6}?(?:以内|之内|内|以下|前)", after
    ):
        return -1
    if UPWARD.search(before):
        return 1
    return -1 if DOWNWARD.search(before) else None


def _words(part: _Part, kept: float) -> Verdict:
    """The grade of words that went and came."""
    out, into, means = part.out, part.into, part.means
    denied = sum(t.sort == "negation" for t in into) - sum(t.sort == "negation" for t in out)
    if not denied and len(out) + len(into) == 1 and not any(p.search((*out, *into)[0].form) for p in (MORE, FEWER)):
        return Verdict(Grade.WORDING, False)
    if out and into:
        return _replaced(part.before, part.after, means, denied, kept)
    coming = _coming(part.after if into else part.before, means)
    if coming is None:
        return Verdict(Grade.TIGHTENED, False) if denied else Verdict(Grade.WORDING, False)
    return Verdict(coming if into else _reverse(coming), not denied)


def _replaced(before: str, after: str, means: Force, denied: int, kept: float) -> Verdict:
    """Words in place of others: told by what they are known to mean, else by how much of the sentence stays."""
    for pattern, grade in ((MORE, Grade.TIGHTENED), (FEWER, Grade.RELAXED)):
        if pattern.search(after) and not pattern.search(before):
            return Verdict(grade if means != "leave" else _reverse(grade))
        if pattern.search(before) and not pattern.search(after):
            return Verdict(_reverse(grade) if means != "leave" else grade)
    for wide, narrow, grade in ((before, after, Grade.TIGHTENED), (after, before, Grade.RELAXED)):
        if means in ("duty", "ban") and TAKES_PART.search(wide) and LEADS.search(narrow):
            return Verdict(grade if means == "duty" else _reverse(grade))
    if re.search("或", before) and re.search("和", after):
        return Verdict(Grade.TIGHTENED)
    if re.search("和", before) and re.search("或", after):
        return Verdict(Grade.RELAXED)
    if denied:
        return Verdict(Grade.TIGHTENED, False)
    return Verdict(Grade.WORDING, False) if kept >= KEPT else Verdict(Grade.TIGHTENED, False)


def _coming(text: str, means: Force) -> Grade | None:
    """What words that are put in do to a clause; None where they change nothing that one could tell."""
    if means == "none":
        return None
    also = bool(AND_ALSO.search(text.strip()))
    if CONDITION.search(text.strip()) or FEWER.search(text):
        return Grade.TIGHTENED if means == "leave" else Grade.RELAXED
    if means == "leave":
        return Grade.RELAXED if also and not re.search("经|并", text) else Grade.TIGHTENED
    if means == "ban" and not also:
        return Grade.RELAXED
    return Grade.TIGHTENED


def _reverse(grade: Grade) -> Grade:
    return {Grade.TIGHTENED: Grade.RELAXED, Grade.RELAXED: Grade.TIGHTENED}.get(grade, grade)


def likeness(one: tuple[Token, ...], two: tuple[Token, ...]) -> float:
    """How alike two sentences are, 0 to 1."""
    left, right = [t.key for t in one], [t.key for t in two]
    if not left or not right or 2 * sum((Counter(left) & Counter(right)).values()) / (len(left) + len(right)) < ALIKE:
        return 0.0
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


ALIKE = 0.6
"""From here on two clauses under different ids are one that was moved and reworded."""
PIECE = 3
"""Tokens in a row that two sentences share by more than chance."""


def contained(part: tuple[Token, ...], whole: tuple[Token, ...]) -> float:
    """The share of a sentence that stands, in pieces of three tokens or more, in another."""
    left, right = [t.key for t in part], [t.key for t in whole]
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return sum(b.size for b in blocks if b.size >= PIECE) / len(left) if left else 0.0
