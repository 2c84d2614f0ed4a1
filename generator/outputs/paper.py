"""Paper: a view becomes a tagged PDF by Typst, with the fonts of a wheel, alike on every machine."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import segno
import typst
from fontTools.ttLib import TTFont
from pylopdf_fonts_zh_cn import __file__ as fonts

from generator.diagnostics import CannotRun
from generator.outputs.templates import TEMPLATES

FONTS = Path(fonts).parent
PRINT = TEMPLATES / "print"


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(root=str(PRINT), font_paths=[str(FONTS)], ignore_system_fonts=True)


def pdf(template: str, view: object, day: date, **extra: object) -> bytes:
    """A PDF/UA-1 document from `templates/print/<template>.typ`; the same view and day give the same bytes.

    Raises CannotRun when the fonts lack a character of the view.
    """
    fields: dict[str, Any] = dict(view) if isinstance(view, Mapping) else _fields(view)
    text = json.dumps(fields | extra, ensure_ascii=False)
    _refuse_missing_glyphs(text)
    made = _compiler().compile(
        str(PRINT / f"{template}.typ"),
        format="pdf",
        sys_inputs={"view": text},
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(day, time(), UTC),
    )
    assert isinstance(made, bytes)
    return made


def _fields(view: Any) -> dict[str, Any]:
    return {name: value for name, value in asdict(view).items() if name != "frame"}


@cache
def _glyphs() -> frozenset[int]:
    found: set[int] = set()
    for path in sorted(FONTS.glob("*.otf")):
        with TTFont(path, lazy=True) as font:
            found |= font.getBestCmap().keys()
    return frozenset(found)


def _refuse_missing_glyphs(text: str) -> None:
    missing = sorted({c for c in text if ord(c) >= 32 and ord(c) not in _glyphs()})
    if missing:
        raise CannotRun(f"打印字体缺少这些字：{' '.join(missing)}", "换成常用字，或改用符号的文字名称。")


def qr(address: str) -> str:
    """A QR code as SVG."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=2, scale=4, xmldecl=False)
    return out.getvalue().decode()
