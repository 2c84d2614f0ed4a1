"""The item bank as text and JSON; formatting only."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.history.against import Outdated
from generator.history.stale import Stale

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
