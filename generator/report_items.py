"""The item bank as text and JSON; formatting only."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from generator.history.against import Outdated
from generator.history.stale import Stale
from generator.items.coverage import Coverage
from generator.items.draft import Refused

KINDS = {"questions": "试题", "checklists": "检查项", "english": "英文"}


def stale_json(found: Sequence[Stale] | Sequence[Outdated]) -> str:
    """`{"stale": [{"id", "ref", "bound", "now", "reason"}]}`."""
    rows = [{"id": s.id, "ref": s.ref, "bound": s.bound, "now": s.now, "reason": s.reason} for s in found]
    return json.dumps({"stale": rows}, ensure_ascii=False, indent=1)


def stale_text(found: Sequence[Stale] | Sequence[Outdated]) -> str:
    """One line an item with the reason, and what to do."""
    if not found:
        return "没有过时的题目、检查项和英文。"
    lines = []
    for one in found:
        kind = f"{KINDS[one.item.group]} " if isinstance(one, Stale) else ""
        lines.append(f"{kind}{one.id}（{one.ref}）\n  {one.reason}")
    remedy = (
        "重读之后：仍然正确的，运行 stdbook confirm 标识 --by 岗位；不对的先改。"
        if isinstance(found[0], Stale)
        else "重新导出，并收回先前导出的题。"
    )
    return "\n".join([*lines, f"共 {len(found)} 项。{remedy}"])


def coverage_json(found: Coverage) -> str:
    """`{"clauses": [{"ref", "type", "questions", "checklist_items"}], "facts", "models", "types", "unasked"}`."""
    rows = [{"ref": c.ref, "type": c.type, "questions": c.questions, "checklist_items": c.checklist_items} for c in found.clauses]
    told = {"clauses": rows, "facts": found.facts, "models": found.models, "types": found.types, "unasked": found.unasked}
    return json.dumps(told, ensure_ascii=False, indent=1)


def coverage_text(found: Coverage) -> str:
    """Facts a standard, shares, and the requirements of critical standards that nobody is asked about."""
    lines = ["有题可考的知识点（条款和所问内容，同一内容只计一次）："]
    lines += [f"  {standard}  {count}" for standard, count in sorted(found.facts.items())]
    lines.append("题目模型：" + "，".join(f"{name} {share:.1%}" for name, share in found.models.items()))
    lines.append("题型：" + "，".join(f"{name} {share:.1%}" for name, share in found.types.items()))
    lines.append(f"关键标准中没有题的要求类条款 {len(found.unasked)} 条" + ("：" if found.unasked else "。"))
    return "\n".join([*lines, *(f"  {ref}" for ref in found.unasked)])


def refused_json(found: Sequence[Refused]) -> str:
    """`{"refused": [{"standard", "clause", "model", "slot", "reason"}]}`."""
    rows = [{"standard": r.standard, "clause": r.clause, "model": r.model, "slot": r.slot, "reason": r.reason} for r in found]
    return json.dumps({"refused": rows}, ensure_ascii=False, indent=1)


def refused_text(found: Sequence[Refused], asked: int) -> str:
    """How many questions are asked, and why the others are not."""
    reasons = Counter(r.reason for r in found)
    lines = [f"题库 {asked} 题；另有 {len(found)} 题没有出，原因："]
    return "\n".join([*lines, *(f"  {count:4d}  {reason}" for reason, count in reasons.most_common())])
