"""JSON Schemas for editors: fields and their help from the model, the ids to choose from out of the knowledge base."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter

from generator.model.bindings import Bindings
from generator.model.corpus import Corpus
from generator.model.edition import Artifact
from generator.model.english import English
from generator.model.node import NAMES
from generator.model.outline import RESERVED_IDS
from generator.model.registers import Registers, Settings
from generator.model.standard import Standard
from generator.model.training import Checklists, Questions

FILES: dict[str, Any] = {
    "standard": Standard,
    "checklists": Checklists,
    "questions": Questions,
    "english": English,
    "bindings": Bindings,
    "settings": Settings,
}


def schemas(corpus: Corpus) -> Iterator[Artifact]:
    """`<file>.schema.json` for every kind of YAML file of a knowledge base."""
    registers = {name: field.annotation for name, field in Registers.model_fields.items() if name != "place"}
    names = _names(corpus)
    for name, shape in (FILES | registers).items():
        schema = TypeAdapter(shape).json_schema(by_alias=True, mode="validation")
        document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_offer(schema, names)}
        yield Artifact(f"{name}.schema.json", (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode())


def _names(corpus: Corpus) -> dict[str, dict[str, str]]:
    """What there is to choose from: kind of id to ids, each with its name."""
    standards = {id: entry.title for id, entry in corpus.catalogue.items()}
    standards |= {id: document.standard.title for id, document in corpus.working.items()}
    laws = {law.id: " ".join(filter(None, (law.code, law.title))) for law in corpus.registers.laws}
    clauses: dict[str, list[str]] = {}
    for document in corpus.working.values():
        for entry in document.entries.values():
            if entry.chapter.id not in RESERVED_IDS:
                clauses.setdefault(entry.id, []).append(f"{document.id} {entry.number} {entry.clause.title or ''}".strip())
    return {
        "roles": {actor.id: actor.zh for actor in corpus.actors.values()},
        "laws": laws,
        "standards": standards,
        "documents": standards | laws,
        "clauses": {id: "；".join(places) for id, places in clauses.items()},
        "facts": {fact.id: fact.statement for fact in corpus.registers.facts},
        "rows": {row.id: row.title for row in corpus.registers.rows},
    }


def _offer(node: Any, names: Mapping[str, Mapping[str, str]]) -> Any:
    """The schema with the known ids offered beside the form that any id has; the checker judges, not the editor."""
    if isinstance(node, list):
        return [_offer(value, names) for value in node]
    if not isinstance(node, dict):
        return node
    offered = {key: _offer(value, names) for key, value in node.items() if key not in (NAMES, "$defs") and not _idle(key, value)}
    if NAMES in node:
        help = {key: offered.pop(key) for key in ("description", "default") if key in offered}
        return {**help, "anyOf": [{"$ref": f"#/$defs/known-{node[NAMES]}"}, offered]}
    if "$defs" in node:
        known = {f"known-{kind}": _known(names[kind]) for kind in sorted(_kinds(node))}
        offered["$defs"] = {**_offer(node["$defs"], names), **known}
    return offered


def _idle(key: str, value: object) -> bool:
    """Titles made from Python's names, and descriptions that are not for editors."""
    return isinstance(value, str) and (key == "title" or (key == "description" and not re.search("[\u4e00-\u9fff]", value)))


def _kinds(node: Any) -> set[str]:
    """The kinds of id that a schema asks for."""
    if isinstance(node, list):
        return set().union(*map(_kinds, node)) if node else set()
    if not isinstance(node, dict):
        return set()
    own = {node[NAMES]} if isinstance(node.get(NAMES), str) else set()
    return own.union(*map(_kinds, node.values())) if node else own


def _known(names: Mapping[str, str]) -> dict[str, list[str]]:
    return {"enum": sorted(names), "enumDescriptions": [names[id] for id in sorted(names)]}
