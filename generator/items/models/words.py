"""Item models over terms and versions: M22 M23 (what a term means, what a new version changed)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.items.distractors import size
from generator.items.draft import Draft, Model, Source
from generator.items.proof import Asked, Candidate
from generator.model.corpus import Document, short_code
from generator.model.prose import limit, limit_uses, scope_words
from generator.model.standard import Parameter, Term
from generator.text.saying import said


def _elsewhere(source: Source) -> list[tuple[Term, Document]]:
    """Terms of the same domain's other standards, then of the first others."""
    others = [d for d in source.edition.documents.values() if d.id != source.document.id and d.standard.terms]
    others.sort(key=lambda d: d.standard.domain != source.document.standard.domain)
    return [(t, d) for d in others[:5] for t in d.standard.terms]


def term(source: Source) -> Iterator[Draft]:
    """M22: what a term means. Distractors: definitions of other terms, own standard first."""
    terms = source.document.standard.terms
    elsewhere = _elsewhere(source)
    everywhere = [t for d in source.edition.documents.values() for t in d.standard.terms]
    for one in terms:
        candidates = [Candidate(t.definition, said(t.definition), f"这是“{t.zh}”的定义。") for t in terms if t.id != one.id]
        candidates += [
            Candidate(t.definition, said(t.definition), f"这是“{t.zh}”的定义（{short_code(d.standard)}）。") for t, d in elsewhere
        ]
        same = frozenset(said(t.definition) for t in everywhere if t.zh in one.zh or one.zh in t.zh or t.en == one.en)
        yield Draft(
            source.document.entries[one.id],
            "single",
            f"{source.code} 中，术语“{one.zh}”是指什么？",
            f"{one.id}.term",
            keys=(Candidate(one.definition, said(one.definition)),),
            candidates=tuple(candidates),
            asked=Asked(frozenset({said(one.definition)}), same, known=frozenset(said(t.definition) for t in everywhere)),
        )


def changed(source: Source) -> Iterator[Draft]:
    """M23: what a limit was changed to in this version. Distractors: the other way round, unchanged, a neighbour's change."""
    document = source.document
    former = [d for d in source.corpus.released.get(document.id, ()) if d.standard.version != document.standard.version]
    if not former:
        return
    past = max(former, key=lambda d: tuple(map(int, d.standard.version.split("."))))
    pairs = [
        (past.parameters[p.id], p)
        for p in document.standard.parameters
        if p.id in past.parameters and p.value and past.parameters[p.id].value
    ]
    moved = [(old, new) for old, new in pairs if size(old) != size(new)]
    uses = limit_uses(document)
    for old, new in moved:
        if not uses.get(new.id):
            continue
        ways = [(new, old), (old, old), (new, new), *((o, n) for o, n in moved if n.id != new.id)]
        candidates = tuple(
            Candidate(_way(o, n), (size(o), size(n)), "方向反了。" if (o, n) == (new, old) else "这不是这次修改的内容。")
            for o, n in ways
        )
        scope = "，".join(scope_words(new))
        yield Draft(
            document.entries[uses[new.id][0]],
            "single",
            f"{source.code} 的 {document.standard.version} 版把{new.subject}{f'（{scope}）' if scope else ''}作了怎样的调整？",
            f"{new.id}.change",
            keys=(Candidate(_way(old, new), (size(old), size(new))),),
            candidates=candidates,
            asked=Asked(frozenset({(size(old), size(new))})),
            suffix=f".{new.id}",
        )


def _way(old: Parameter, new: Parameter) -> str:
    was, now = (f" {text}" if text[0].isascii() else text for text in (limit(old), limit(new)))
    return f"由{was}调整为{now}" if size(old) != size(new) else f"没有调整，仍为{was}"


MODELS = (Model("M22", 0.68, "understand", term), Model("M23", 0.50, "understand", changed))
