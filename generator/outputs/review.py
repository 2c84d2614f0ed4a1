"""What asks for attention, as text, JSON, CSV and a calendar."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from datetime import date

from generator import Lang
from generator.history.review import SORTS, Matter
from generator.model.corpus import Corpus
from generator.outputs.calendar import Occasion, ics
from generator.outputs.data import cell

Formatter = Callable[[Sequence[Matter], Corpus, date, Lang], str]


def review_text(matters: Sequence[Matter], corpus: Corpus, today: date, lang: Lang) -> str:
    """A block for each kind."""
    lines = [f"{today}：{len(matters)} 件事要办" if lang == "zh" else f"{today}: {len(matters)} matters"]
    for sort, names in SORTS.items():
        own = [m for m in matters if m.sort == sort]
        if own:
            lines += ["", f"{names[0]}（{len(own)}）" if lang == "zh" else f"{names[1]} ({len(own)})"]
            lines += [
                f"  {m.ref} {_title(m, corpus)}　{m.words if lang == 'zh' else m.words_en}　{m.owner}".rstrip() for m in own
            ]
    return "\n".join(lines)


def _title(matter: Matter, corpus: Corpus) -> str:
    document = corpus.working.get(matter.ref.partition("#")[0].partition(":")[0])
    return document.standard.title if document else ""


def review_json(matters: Sequence[Matter], corpus: Corpus, today: date, lang: Lang) -> str:
    """One JSON document."""
    rows = [
        {
            "kind": m.sort,
            "ref": m.ref,
            "title": _title(m, corpus),
            "date": m.day.isoformat() if m.day else None,
            "owner": m.owner,
            "text": m.words if lang == "zh" else m.words_en,
        }
        for m in matters
    ]
    return json.dumps({"date": today.isoformat(), "matters": rows}, ensure_ascii=False, indent=1)


def review_csv(matters: Sequence[Matter], corpus: Corpus, today: date, lang: Lang) -> str:
    """A table that spreadsheets open, with a byte order mark."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["kind", "ref", "title", "date", "owner", "text"])
    for m in matters:
        row = (SORTS[m.sort][lang == "en"], m.ref, _title(m, corpus), m.day, m.owner, m.words if lang == "zh" else m.words_en)
        writer.writerow([cell(value) for value in row])
    return "\ufeff" + out.getvalue().rstrip("\r\n")


def review_ics(matters: Sequence[Matter], corpus: Corpus, today: date, lang: Lang) -> str:
    """The matters that have a day, for a calendar."""
    return ics("标准", occasions(matters, corpus, lang), today).decode().rstrip("\r\n")


def occasions(matters: Sequence[Matter], corpus: Corpus, lang: Lang) -> list[Occasion]:
    """The matters that have a day."""
    home = corpus.settings.site_url
    return [
        Occasion(
            f"{m.sort}-{m.ref.replace('#', '-')}-{m.day.isoformat()}",
            m.day,
            f"{SORTS[m.sort][lang == 'en']}：{_title(m, corpus) or m.ref}",
            f"{m.words if lang == 'zh' else m.words_en} {m.owner}".strip(),
            f"{home}standards/{m.ref.partition('#')[0]}/",
        )
        for m in matters
        if m.day
    ]


REVIEW_FORMATS: dict[str, Formatter] = {"text": review_text, "json": review_json, "csv": review_csv, "ics": review_ics}
