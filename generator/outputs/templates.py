"""The HTML templates: one variable, `view`; strict about what is missing, everything escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent.parent.parent / "templates"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def html(template: str, view: object) -> str:
    """A page fragment from `templates/pages/<template>.html.j2`."""
    return _environment().get_template(f"pages/{template}.html.j2").render(view=view)
