"""Paper forms A, B, C …, their key, and the same as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.items.forms import FormSet
from generator.model.edition import Artifact, Edition
from generator.outputs.paper import pdf
from generator.views.exam import forms_json, key_view, paper_view


def paper(edition: Edition, made: FormSet, title: str) -> Iterator[Artifact]:
    """`form-a.pdf`, `form-b.pdf` … and `key.pdf`."""
    for index, form in enumerate(made.forms):
        yield Artifact(f"form-{form.name.lower()}.pdf", pdf("exam", paper_view(edition, made, index, title), edition.day))
    yield Artifact("key.pdf", pdf("key", key_view(edition, made, title), edition.day))


def data(edition: Edition, made: FormSet, title: str) -> Iterator[Artifact]:
    """`quiz.json`."""
    yield Artifact("quiz.json", (json.dumps(forms_json(made), ensure_ascii=False, indent=1) + "\n").encode())


QUIZ_FORMATS = {"paper": paper, "json": data}
