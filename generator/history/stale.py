"""What went stale: questions, checklist items and English whose clause changed in meaning since someone read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.history.words import redline
from generator.items.basis import Basis, Resting, resting
from generator.model.bindings import Binding
from generator.model.corpus import Corpus, Document
from generator.model.prose import in_full

GONE = "依据的条款已删去"
SNIPPETS = 3
"""So many changed places of a sentence are told."""


@dataclass(frozen=True, slots=True)
class Stale:
    """An item, the fingerprint that was confirmed, the one of today, and in Chinese what changed between them."""

    item: Resting
    bound: str
    now: str
    reason: str

    @property
    def id(self) -> str:
        return self.item.name

    @property
    def ref(self) -> str:
        return self.item.ref


def stale(corpus: Corpus) -> Iterator[Stale]:
    """Everything confirmed in the working texts that rests on something else today, in order of standard."""
    for document in corpus.working.values():
        yield from stale_of(document, corpus)


def stale_of(document: Document, corpus: Corpus) -> Iterator[Stale]:
    """The same for one version of a standard."""
    if document.bindings is None:
        return
    bound = {(group, one.of): one for group, one in document.bindings.all()}
    for item in resting(document, corpus):
        one = bound.get((item.group, item.id))
        now = item.basis.fingerprint if item.basis else ""
        if one and one.fingerprint != now:
            reason = "；".join(_reasons(item, one, corpus)) if item.basis else GONE
            yield Stale(item, one.fingerprint, now, reason)


def unconfirmed(document: Document, corpus: Corpus) -> Iterator[Resting]:
    """What nobody has confirmed yet, in a standard in which someone began to."""
    if document.bindings is not None:
        bound = {(group, one.of) for group, one in document.bindings.all()}
        yield from (item for item in resting(document, corpus) if (item.group, item.id) not in bound)


def _reasons(item: Resting, bound: Binding, corpus: Corpus) -> Iterator[str]:
    now = item.basis
    assert now is not None
    yield from _limits(item, bound, now, corpus)
    names = ["、".join(corpus.actors[id].zh if id in corpus.actors else id for id in ids) for ids in (bound.roles, now.roles)]
    if bound.roles != now.roles and item.group != "english":
        yield f"岗位 {names[0] or '无'} → {names[1] or '无'}"
    same_limits = (bound.limits.shown if bound.limits else {}) == now.shown
    if bound.words != now.words:
        yield _rewritten(item, bound, corpus)
    elif same_limits and bound.roles == now.roles:
        yield "限值的适用范围或起算点改了"


def _limits(item: Resting, bound: Binding, now: Basis, corpus: Corpus) -> Iterator[str]:
    before = bound.limits.shown if bound.limits else {}
    for id in (*before, *(id for id in now.shown if id not in before)):
        old, new = before.get(id), now.shown.get(id)
        if old != new:
            standard, _, own = id.rpartition("#")
            home = corpus.working.get(standard) if standard else item.document
            parameter = home.parameters.get(own) if home else None
            name = f"（{parameter.subject}）" if parameter else f"（{id}）"
            yield f"限值 {old or '无'} → {new or '无'}{name}"


def _rewritten(item: Resting, bound: Binding, corpus: Corpus) -> str:
    """What was rewritten: place by place where a released version still has the words that were read."""
    entry = item.document.entries[item.clause]
    for former in reversed(corpus.released.get(item.document.id, ())):
        known = next((r for r in resting(former, corpus) if (r.group, r.id) == (item.group, item.id)), None)
        if known and known.basis and known.basis.words == bound.words and item.clause in former.entries:
            texts = in_full(former.entries[item.clause].clause, former, corpus), in_full(entry.clause, item.document, corpus)
            pieces = [piece for piece in redline(*texts) if piece.kind != "same"][: SNIPPETS * 2]
            told = "，".join(f"{'删去' if piece.kind == 'gone' else '写入'}“{piece.text}”" for piece in pieces)
            return f"第 {entry.number} 条{told}" if told else f"第 {entry.number} 条的流程、记录或证据改了"
    what = "中文改了" if item.group == "english" else "条文、流程、记录或所依据的法规改了"
    return f"第 {entry.number} 条的{what}"
