"""The file `bindings.yml`: who re-read what, when, and what it rested on then."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from generator.items.basis import Resting, resting
from generator.model.bindings import GROUPS, Binding, Group, Limits
from generator.model.corpus import Corpus, Document
from generator.model.edition import Artifact

HEAD = """# yaml-language-server: $schema={schema}
# 由 stdbook confirm 写，不要手改
"""
PLAIN = re.compile(r"[\w\u4e00-\u9fff][\w\u4e00-\u9fff .#-]*")
"""What YAML takes as text without quotes, also between braces."""


def confirmed(document: Document, corpus: Corpus, chosen: Collection[Resting], *, by: str, day: date) -> Artifact:
    """The file of a standard in which the chosen items are confirmed anew; entries of what is gone are left out."""
    names = {(item.group, item.id) for item in chosen}
    kept = {(group, one.of): one for group, one in document.bindings.all()} if document.bindings else {}
    entries: dict[Group, list[Binding]] = {group: [] for group in GROUPS}
    for item in resting(document, corpus):
        if (item.group, item.id) in names:
            entries[item.group].append(_entry(item, by, day))
        elif old := kept.get((item.group, item.id)):
            entries[item.group].append(old)
    path = document.standard.place.file.rpartition("/")[0]
    schema = "../" * (path.count("/")) + "schema/bindings.schema.json"
    lines = [HEAD.format(schema=schema)]
    for group in GROUPS:
        if entries[group]:
            lines += [f"{group}:\n", *(f"  - {_line(one)}\n" for one in entries[group])]
    return Artifact(f"{path}/bindings.yml", "".join(lines).encode())


def _entry(item: Resting, by: str, day: date) -> Binding:
    basis = item.basis
    assert basis is not None
    fields: dict[str, Any] = {"of": item.id, "fingerprint": basis.fingerprint, "by": by, "date": day, "seal": ""}
    if item.group != "english":
        limits = Limits.model_construct(None, place=item.place, **basis.shown) if basis.shown else None
        fields |= {"words": basis.words, "roles": basis.roles, "limits": limits}
    made = Binding.model_construct(None, place=item.place, **fields)
    return made.model_copy(update={"seal": made.sealed})


def _line(one: Binding) -> str:
    """An entry on one line, so that a confirmation is one changed line in a diff."""
    return "{" + ", ".join(_pairs(one)) + "}"


def _pairs(one: Binding) -> Iterator[str]:
    yield f"of: {one.of}"
    yield f"fingerprint: {_scalar(one.fingerprint)}"
    if one.words:
        yield f"words: {_scalar(one.words)}"
    if one.roles:
        yield f"roles: [{', '.join(one.roles)}]"
    if one.limits:
        yield "limits: {" + ", ".join(f"{id}: {_scalar(value)}" for id, value in one.limits.shown.items()) + "}"
    yield f"by: {one.by}"
    yield f"date: {one.date}"
    yield f"seal: {_scalar(one.seal)}"


def _scalar(text: str) -> str:
    return text if PLAIN.fullmatch(text) and not re.fullmatch(r"[\d.eE_]+", text) else json.dumps(text, ensure_ascii=False)
