"""JSON Schemas for editors, derived from the model: its field docstrings are their help."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from generator.model.edition import Artifact
from generator.model.english import English
from generator.model.registers import Registers, Settings
from generator.model.standard import Standard
from generator.model.training import Checklists, Questions

FILES: dict[str, Any] = {
    "standard": Standard,
    "checklists": Checklists,
    "questions": Questions,
    "english": English,
    "settings": Settings,
}


def schemas() -> Iterator[Artifact]:
    """`<file>.schema.json` for every kind of YAML file of a knowledge base."""
    registers = {name: field.annotation for name, field in Registers.model_fields.items() if name != "place"}
    for name, shape in (FILES | registers).items():
        yield _artifact(name, shape)


def _artifact(name: str, shape: Any) -> Artifact:
    schema = TypeAdapter(shape).json_schema(by_alias=True, mode="validation")
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return Artifact(f"{name}.schema.json", (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode())
