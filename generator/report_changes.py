"""Changes as a reviewer's summary, a comment for a pull request, and JSON."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from generator import Lang
from generator.diagnostics import Diagnostic, Severity, blocking
from generator.history.change import Change, Grade
from generator.history.compare import Comparison
from generator.history.impact import Impact, impact
from generator.history.labels import grade_name, kind_name
from generator.history.words import redline
from generator.report import as_json
from generator.report import text as findings_text

ORDER = tuple(Grade)
MANY = 200
"""So many changes stand in a comment; the rest is counted."""
LONG = 400
"""Characters of a text that a comment shows at most."""


def changes_text(comparison: Comparison, found: Sequence[Diagnostic] | None, lang: Lang) -> str:
    """One block a standard, the changes in meaning first; then what the gate found, if it was asked."""
    lines = [_summary(comparison, lang)]
    for id, own in _by_standard(comparison.changes):
        lines += ["", _head(comparison, id)]
        for change in sorted(own, key=lambda c: (not c.in_meaning, ORDER.index(c.grade))):
            lines += _lines(change, comparison, lang)
    if found is not None:
        lines += ["", _gate_line(found, lang)]
        if found:
            lines.append(findings_text(found, Path(), lang))
    return "\n".join(lines)


def _by_standard(changes: Sequence[Change]) -> Iterator[tuple[str, list[Change]]]:
    for id, own in groupby(changes, key=lambda c: c.standard):
        yield id, list(own)


def _summary(comparison: Comparison, lang: Lang) -> str:
    """How much changed, in one line."""
    total, meaning = len(comparison.changes), len(comparison.in_meaning)
    between = f"{comparison.old_name} → {comparison.new_name}"
    counts = Counter(c.grade for c in comparison.changes)
    detail = "，".join(f"{grade_name(g, lang)} {counts[g]}" for g in ORDER if counts[g])
    if lang == "en":
        return f"{between}: {total} changes, {meaning} in meaning" + (f" ({detail.replace('，', ', ')})" if total else "")
    if not total:
        return f"{between}：没有变化"
    return f"{between}：{total} 处变化，{meaning} 处改变含义（{detail}）"


def _head(comparison: Comparison, id: str) -> str:
    """A standard by name, with its versions."""
    document = comparison.new.working.get(id) or comparison.old.working.get(id)
    if document is None:
        return f"registers/{id}.yml"
    one, two = comparison.versions(id)
    versions = one if one == two else f"{one or '—'} → {two or '—'}"
    return f"{id} {document.standard.title}（{versions}）"


def _name(change: Change, comparison: Comparison) -> str:
    """Number and title of the clause, with its reference."""
    clause = change.ref.partition("#")[2]
    document = next(
        (d for c in (comparison.new, comparison.old) if (d := c.working.get(change.standard)) and clause in d.entries), None
    )
    entry = document.entries[clause] if document else None
    words = " ".join(filter(None, (entry.number, entry.clause.title))) if entry else ""
    return " ".join(filter(None, (words, change.ref, f"({change.part})" if change.part else "")))


def _lines(change: Change, comparison: Comparison, lang: Lang) -> Iterator[str]:
    doubt = "" if change.certain else ("（没有把握，请看一眼）" if lang == "zh" else " (not certain)")
    yield f"  [{grade_name(change.grade, lang)}] {kind_name(change.kind, lang)} {_name(change, comparison)}{doubt}"
    if change.moved_from and change.moved_from != change.ref:
        yield f"      {'原处' if lang == 'zh' else 'from'} {change.moved_from}"
    for name, refs in (
        ("拆分" if lang == "zh" else "split", change.split),
        ("合并" if lang == "zh" else "merged", change.merged),
    ):
        if refs:
            yield f"      {name} {'、'.join(refs)}"
    if shown := _before_after(change):
        yield f"      {shown}"
    if change.also:
        yield f"      {'也见' if lang == 'zh' else 'also'} {'、'.join(change.also)}"


def _before_after(change: Change) -> str:
    """Both texts: short ones with an arrow, sentences as a redline [-went-]{+came+}."""
    if (
        change.old
        and change.new
        and change.kind in ("clause", "verb", "checklist", "scope", "term", "question")
        and change.old != change.new
    ):
        marks = {"same": "{}", "gone": "[-{}-]", "come": "{{+{}+}}"}
        return "".join(marks[p.kind].format(p.text) for p in redline(change.old, change.new))
    return f"{change.old or '—'} → {change.new or '—'}" if change.old or change.new else ""


def _gate_line(found: Sequence[Diagnostic], lang: Lang) -> str:
    errors = sum(f.severity is Severity.ERROR for f in found)
    if lang == "en":
        return f"Gate: {'blocked' if errors else 'passed'}, {errors} errors, {len(found) - errors} to look at"
    return f"关口：{'不放行' if errors else '放行'}，{errors} 个错误，{len(found) - errors} 处请人确认"


def changes_markdown(comparison: Comparison, found: Sequence[Diagnostic] | None, lang: Lang) -> str:
    """A comment for a pull request: what changed with before and after, the gate, what it touches."""
    zh = lang == "zh"
    lines = ["<!-- stdbook-diff -->", f"## {'标准变更' if zh else 'Changes of standards'}", "", _md(_summary(comparison, lang))]
    if found is not None:
        lines += ["", f"**{_gate_line(found, lang)}**"]
        lines += [
            f"- `{f.code}` {_md(f.place.file)}:{f.place.line} {_md(f.message(lang))} {_md(f.hint(lang))}" for f in found[:MANY]
        ]
    shown = sorted(comparison.changes, key=lambda c: not c.in_meaning)[:MANY]
    for meaning, title in ((True, "改变含义" if zh else "In meaning"), (False, "不改变含义" if zh else "Not in meaning")):
        part = sorted((c for c in shown if c.in_meaning is meaning), key=lambda c: c.standard)
        if part:
            lines += ["", f"### {title}"] if meaning else ["", f"<details><summary>{title} ({len(part)})</summary>"]
            for id, own in _by_standard(part):
                lines += ["", f"**{_md(_head(comparison, id))}**", ""]
                lines += [_row(change, comparison, lang) for change in own]
            lines += [] if meaning else ["", "</details>"]
    if len(comparison.changes) > len(shown):
        more = len(comparison.changes) - len(shown)
        lines += ["", f"另有 {more} 处变化没有列出。" if zh else f"{more} more changes are not shown."]
    lines += _touched(impact(comparison), lang)
    return "\n".join(lines) + "\n"


def _row(change: Change, comparison: Comparison, lang: Lang) -> str:
    doubt = "" if change.certain else ("（请看一眼）" if lang == "zh" else " (not certain)")
    head = f"- **{grade_name(change.grade, lang)}** {kind_name(change.kind, lang)} {_md(_name(change, comparison))}{doubt}"
    where = "".join(
        f"；{word} {'、'.join(refs)}"
        for word, refs in (("←", (change.moved_from,)), ("⇉", change.split), ("⇇", change.merged))
        if any(refs)
    )
    if change.old and change.new and change.old != change.new:
        marks = {"same": "{}", "gone": "<del>{}</del>", "come": "<ins>{}</ins>"}
        words = "".join(marks[p.kind].format(_md(p.text)) for p in redline(change.old[:LONG], change.new[:LONG]))
    else:
        words = f"{_md(change.old[:LONG]) or '—'} → {_md(change.new[:LONG]) or '—'}"
    return f"{head}{where}\n  {words}" if change.old or change.new else head + where


def _touched(touched: Impact, lang: Lang) -> list[str]:
    rows = [f"- {name}：{'、'.join(ids)}" for name, ids in _groups(touched, lang) if ids]
    return ["", "### 牵涉" if lang == "zh" else "### Touches", "", *rows] if rows else []


def _groups(touched: Impact, lang: Lang) -> tuple[tuple[str, tuple[str, ...]], ...]:
    names = NAMES[lang]
    parts = (
        touched.citing,
        touched.checklist_items,
        touched.questions,
        touched.english,
        touched.positions,
        touched.teams,
        touched.departments,
    )
    return tuple(zip(names, parts, strict=True))


NAMES: dict[Lang, tuple[str, ...]] = {
    "zh": ("引用它的条款", "检查项", "要重看的试题", "要重译的条款", "岗位和角色", "班组", "部门"),
    "en": (
        "citing clauses",
        "checklist items",
        "questions to read again",
        "clauses to translate again",
        "positions",
        "teams",
        "departments",
    ),
}


def _md(text: str) -> str:
    """Text that neither Markdown nor HTML of a code host takes for markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", " ")
    return re.sub(r"([\\`*_\[\]~|])", r"\\\1", escaped).replace("@", "@\u200b").replace("#", "&#35;")


def changes_json(comparison: Comparison, found: Sequence[Diagnostic] | None, lang: Lang) -> str:
    """The document of `diff --format json`."""
    counts = Counter(c.grade for c in comparison.changes)
    made: dict[str, Any] = {
        "complete": True,
        "old": comparison.old_name,
        "new": comparison.new_name,
        "counts": {grade.value: counts[grade] for grade in Grade},
        "changes": [change_row(change, comparison) for change in comparison.changes],
    }
    if found is not None:
        made["gate"] = {"passed": not blocking(found), "findings": json.loads(as_json(found, Path(), lang))["findings"]}
    return json.dumps(made, ensure_ascii=False, indent=1)


def change_row(change: Change, comparison: Comparison) -> dict[str, Any]:
    """A change as data; keys that say nothing are left out."""
    row: dict[str, Any] = {
        "kind": change.kind,
        "grade": change.grade.value,
        "ref": change.ref,
        "old": change.old or None,
        "new": change.new or None,
        "version_bumped": change.standard in comparison.bumped,
        "file": change.place.file,
        "line": change.place.line,
        "in_meaning": change.in_meaning,
        "certain": change.certain,
    }
    if change.part:
        row["part"] = change.part
    if change.also:
        row["also"] = list(change.also)
    if change.moved_from:
        row["from"] = change.moved_from
    for name, refs in (("split", change.split), ("merged", change.merged)):
        if refs:
            row[name] = refs[0] if len(refs) == 1 else list(refs)
    return row


FORMATS = {"text": changes_text, "markdown": changes_markdown, "json": changes_json}


def impact_text(touched: Impact, lang: Lang) -> str:
    """What a change touches, a line each."""
    refs = dict.fromkeys(c.ref for c in touched.changes)
    if lang == "zh":
        lines = [f"{len(touched.changes)} 处变化改变含义或位置：{'、'.join(refs) or '—'}"]
    else:
        lines = [f"{len(touched.changes)} changes in meaning or place: {', '.join(refs) or '—'}"]
    colon, comma = ("：", "、") if lang == "zh" else (": ", ", ")
    return "\n".join([*lines, *(f"{name}{colon}{comma.join(ids) or '—'}" for name, ids in _groups(touched, lang))])


def impact_json(touched: Impact, comparison: Comparison) -> str:
    """The document of `impact --json`."""
    made = {
        "changes": [change_row(change, comparison) for change in touched.changes],
        "citing": touched.citing,
        "checklist_items": touched.checklist_items,
        "questions": touched.questions,
        "english": touched.english,
        "positions": touched.positions,
        "teams": touched.teams,
        "departments": touched.departments,
    }
    return json.dumps(made, ensure_ascii=False, indent=1)
