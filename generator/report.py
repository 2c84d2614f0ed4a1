"""Findings as text, JSON, SARIF, GitHub annotations or a GitLab report; formatting only."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import quote

from generator import Lang, __version__, rules
from generator.diagnostics import Diagnostic, Severity
from generator.load.reader import FORBIDDEN, MAX_BYTES

NAMES = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
    Severity.NOTE: ("提示", "note"),
}
COLOURS = {Severity.ERROR: "\033[1;31m", Severity.WARNING: "\033[1;33m", Severity.NOTE: "\033[36m"}
RESET = "\033[0m"
LONG = 200
"""Characters of a source line that are shown at most."""
MANY = 10
"""So many other lines of the same finding are listed."""


def _index(lang: Lang) -> int:
    return 0 if lang == "zh" else 1


MANUAL = Path(__file__).parent.parent / "docs" / "rules"


def manual(code: str) -> str:
    """The manual page of a rule, relative to the project."""
    return f"docs/rules/{code}.md"


def text(findings: Sequence[Diagnostic], root: Path, lang: Lang, *, colour: bool = False) -> str:
    """One block a finding: place, severity, code, message; the source line with a caret; the hint. Then a summary.

    The same message again in the same file is told once, with the other lines; of a kind of note, the first is told.
    """
    cache: dict[str, list[str]] = {}
    groups: dict[tuple[str, str, tuple[tuple[str, str], ...]], list[Diagnostic]] = {}
    for finding in findings:
        note = finding.severity is Severity.NOTE
        key = ("", finding.code, ()) if note else (finding.place.file, finding.code, finding.facts)
        groups.setdefault(key, []).append(finding)
    blocks = [_block(first, others, root, lang, cache, colour) for first, *others in groups.values()]
    return "\n".join([*blocks, summary(findings, lang)])


def _block(
    finding: Diagnostic, others: Sequence[Diagnostic], root: Path, lang: Lang, cache: dict[str, list[str]], colour: bool
) -> str:
    place = finding.place
    name = NAMES[finding.severity][_index(lang)]
    if colour:
        name = f"{COLOURS[finding.severity]}{name}{RESET}"
    lines = [f"{place.file}:{place.line}:{place.column}: {name} {finding.code} {finding.message(lang)}"]
    if place.file not in cache:
        cache[place.file] = _source(root / place.file)
    if place.line <= len(cache[place.file]):
        source, before = _excerpt(cache[place.file][place.line - 1], place.column - 1)
        gutter = f"{place.line:>6} | "
        lines += [gutter + source, " " * (len(gutter) - 2) + "| " + " " * _width(before) + "^"]
    if others:
        places = sorted({other.place.line for other in others} - {place.line})
        also = ", ".join(map(str, places[:MANY]))
        more = len(places) - MANY
        if finding.severity is Severity.NOTE:
            lines.append(f"   同类提示另有 {len(others)} 条" if lang == "zh" else f"   {len(others)} more of the same kind")
        elif not places:
            pass
        elif lang == "zh":
            lines.append(f"   同样的还有第 {also} 行" + (f"等，另有 {more} 处" if more > 0 else ""))
        else:
            lines.append(f"   also on lines {also}" + (f" and {more} more" if more > 0 else ""))
    label = "改法：" if lang == "zh" else "hint: "
    see = f"说明：{manual(finding.code)}" if lang == "zh" else f"See {manual(finding.code)}"
    lines.append(f"   {label}{finding.hint(lang)}{'' if lang == 'zh' else ' '}{see}")
    return "\n".join(lines)


def _excerpt(line: str, column: int) -> tuple[str, str]:
    """A line to show, cut around a column when it is long, and what of it stands before that column."""
    if len(line) <= LONG:
        return line, line[:column]
    start = max(0, column - LONG // 2)
    head = "…" if start else ""
    tail = "…" if start + LONG < len(line) else ""
    return f"{head}{line[start : start + LONG]}{tail}", head + line[start:column]


def _source(path: Path) -> list[str]:
    """The lines of a file as they may be shown: signs that would turn the line around or end it are replaced."""
    try:
        plain = path.is_file() and path.stat().st_size <= MAX_BYTES
        return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", path.read_text("utf-8-sig")).split("\n") if plain else []
    except (OSError, UnicodeDecodeError):
        return []


def _width(text: str) -> int:
    """Columns on a terminal: East Asian wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def explanation(code: str, lang: Lang) -> str:
    """What a rule means: its manual page, or in English its words and the page's examples."""
    page = (MANUAL / f"{code}.md").read_text("utf-8").rstrip()
    if lang == "zh":
        return page
    rule = rules.CATALOGUE[code]
    examples = page[page.index("## 错误") :] if "## 错误" in page else ""
    examples = examples.replace("## 错误", "## Wrong").replace("## 正确", "## Right")
    head = f"# {code} {rule.title_en}\n\n{rule.severity.value}: {rule.message_en}\n\n{rule.hint_en}"
    head = re.sub(r"(?<!\{)\{\w+\}(?!\})", "…", head).replace("{{", "{").replace("}}", "}")
    return f"{head}\n\n{examples}".rstrip()


def summary(findings: Sequence[Diagnostic], lang: Lang) -> str:
    """One line: how many of each, and what to do first."""
    counts = count(findings)
    if lang == "zh":
        totals = f"检查完成：{counts['error']} 个错误，{counts['warning']} 个警告，{counts['note']} 条提示。"
        first = next((f for f in findings if f.severity is Severity.ERROR), None)
        return totals + (f"先改 {first.place.file}:{first.place.line}（{first.code}）。" if first else "")
    totals = f"Checked: {counts['error']} errors, {counts['warning']} warnings, {counts['note']} notes."
    first = next((f for f in findings if f.severity is Severity.ERROR), None)
    return totals + (f" Start with {first.place.file}:{first.place.line} ({first.code})." if first else "")


def count(findings: Sequence[Diagnostic]) -> dict[str, int]:
    """Findings by severity."""
    counted = Counter(finding.severity.value for finding in findings)
    return {severity.value: counted[severity.value] for severity in Severity}


def as_json(findings: Sequence[Diagnostic], root: Path, lang: Lang, *, colour: bool = False) -> str:
    """The JSON document of `check --format json`."""
    rows = [
        {
            "code": f.code,
            "severity": f.severity.value,
            "file": f.place.file,
            "line": f.place.line,
            "column": f.place.column,
            "message": f.message(lang),
            "hint": f.hint(lang),
            "url": manual(f.code),
        }
        for f in findings
    ]
    return json.dumps({"complete": True, "counts": count(findings), "findings": rows}, ensure_ascii=False, indent=1)


def github(findings: Sequence[Diagnostic], root: Path, lang: Lang, *, colour: bool = False) -> str:
    """Workflow commands that annotate the changed lines."""
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    return "\n".join(
        f"::{kinds[f.severity]} file={_property(f.place.file)},line={f.place.line},col={f.place.column},"
        f"title={_property(f.code)}::{_data(f.message(lang) + ' ' + f.hint(lang))}"
        for f in findings
    )


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def sarif(findings: Sequence[Diagnostic], root: Path, lang: Lang, *, colour: bool = False) -> str:
    """A SARIF 2.1.0 log; columns count code points, as ours do (columnKind, 3.14.17 of the specification)."""
    codes = sorted({f.code for f in findings})
    level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
    described = [
        {
            "id": code,
            "shortDescription": {"text": rules.CATALOGUE[code].title if lang == "zh" else rules.CATALOGUE[code].title_en},
            "help": {"text": _help(code)},
            "defaultConfiguration": {"level": level[rules.CATALOGUE[code].severity]},
        }
        for code in codes
    ]
    results = [
        {
            "ruleId": f.code,
            "ruleIndex": codes.index(f.code),
            "level": level[f.severity],
            "message": {"text": f"{f.message(lang)}{'' if lang == 'zh' else ' '}{f.hint(lang)}"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(f.place.file), "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": f.place.line, "startColumn": f.place.column},
                    }
                }
            ],
            "partialFingerprints": {"stdbook/v1": _fingerprint(f)},
        }
        for f in findings
    ]
    driver = {"name": "stdbook", "version": __version__, "rules": described}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _help(code: str) -> str:
    page = MANUAL / f"{code}.md"
    return page.read_text("utf-8").partition("\n")[2].strip() if page.is_file() else rules.CATALOGUE[code].hint


def _fingerprint(finding: Diagnostic) -> str:
    """The same for the same mistake when lines move: file, rule and facts."""
    return hashlib.sha256(repr((finding.place.file, finding.code, finding.facts)).encode()).hexdigest()[:32]


def gitlab(findings: Sequence[Diagnostic], root: Path, lang: Lang, *, colour: bool = False) -> str:
    """A Code Quality report, which GitLab shows beside the changed lines."""
    level = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}
    rows = [
        {
            "description": f"{f.code} {f.message(lang)} {f.hint(lang)}",
            "check_name": f.code,
            "fingerprint": hashlib.sha256(f"{_fingerprint(f)}{f.place.line}".encode()).hexdigest()[:32],
            "severity": level[f.severity],
            "location": {"path": f.place.file, "lines": {"begin": f.place.line}},
        }
        for f in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


Formatter = Callable[..., str]
FORMATS: dict[str, Formatter] = {"text": text, "json": as_json, "github": github, "sarif": sarif, "gitlab": gitlab}
