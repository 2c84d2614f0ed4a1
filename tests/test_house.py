"""The house watches itself: schemas fresh, commands and outputs documented, templates without loopholes."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator.cli import _parser
from generator.load.schema import FILES, schemas
from generator.model.edition import Edition, Page
from generator.outputs import OUTPUTS
from generator.pipeline import load, publish
from tests.kit import ROOT, STANDARD, TODAY, overlay


def test_schemas_are_fresh() -> None:
    """`standards/schema/` is what the model gives (run `stdbook schema --out standards/schema`)."""
    made = {a.path: a.content for a in schemas(load(ROOT))}
    kept = {p.name: p.read_bytes() for p in (ROOT / "standards" / "schema").iterdir()}
    assert kept == made


@pytest.mark.parametrize("path", sorted((ROOT / "standards").rglob("*.yml")), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_file_names_its_schema_and_fits_it(path: Path) -> None:
    """The editor's schema line leads to the right schema, and the schema accepts what the model accepts."""
    first = path.read_text("utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found, first
    schema = (path.parent / found[1]).resolve()
    expected = {"en": "english"}.get(path.stem, path.stem)
    assert schema == ROOT / "standards" / "schema" / f"{expected}.schema.json"
    document = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    errors = [
        e
        for e in jsonschema.Draft202012Validator(json.loads(schema.read_text("utf-8"))).iter_errors(document)
        if e.validator not in ("type", "anyOf", "minimum", "maximum")
    ]
    assert not errors, errors[0].message


def test_schema_help_is_chinese() -> None:
    """Every field of the files that editors write has help in Chinese."""
    for artifact in schemas(load(ROOT)):
        if artifact.path.partition(".")[0] not in FILES:
            continue
        schema = json.loads(artifact.content)
        for name, definition in {"": schema, **schema.get("$defs", {})}.items():
            for field, spec in definition.get("properties", {}).items():
                assert re.search(r"[\u4e00-\u9fff]", spec.get("description", "")), (artifact.path, name, field)


def test_schemas_offer_what_there_is() -> None:
    """An editor is offered positions with their Chinese names, clause ids, laws and standards; new ids stay allowed."""
    schema = json.loads((ROOT / "standards" / "schema" / "standard.schema.json").read_text("utf-8"))
    roles = schema["$defs"]["known-roles"]
    assert dict(zip(roles["enum"], roles["enumDescriptions"], strict=True))["meter-installer"] == "装表接电工"
    assert "two-person-visit" in schema["$defs"]["known-clauses"]["enum"]
    assert {"gb-26859", "g208-01"} <= set(schema["$defs"]["known-documents"]["enum"])
    owner = schema["properties"]["owner"]
    assert owner["anyOf"][0] == {"$ref": "#/$defs/known-roles"}
    assert owner["anyOf"][1]["type"] == "string"
    checklists = json.loads((ROOT / "standards" / "schema" / "checklists.schema.json").read_text("utf-8"))
    assert checklists["$defs"]["CheckItem"]["properties"]["clause"]["anyOf"][0] == {"$ref": "#/$defs/known-clauses"}


def test_editor_settings_name_every_schema() -> None:
    """VS Code is told of every schema, by a path that exists."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    named = {(ROOT / path).resolve() for path in settings["yaml.schemas"]}
    assert named == set((ROOT / "standards" / "schema").iterdir())


def commands() -> dict[str, argparse.ArgumentParser]:
    """The commands by name."""
    action = next(a for a in _parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


def test_commands_are_documented() -> None:
    """docs/commands.md names every command and every option, and no command that is not there."""
    manual = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert set(re.findall(r"^## `stdbook (\w+)", manual, re.MULTILINE)) == set(commands())
    for name, parser in commands().items():
        section = manual.split(f"## `stdbook {name}")[1].split("\n## ")[0]
        for action in parser._actions:
            for option in action.option_strings:
                if option.startswith("--") and option not in ("--help", "--today", "--lang"):
                    assert f"`{option}" in section, (name, option)


def test_outputs_are_documented() -> None:
    """docs/outputs.md has a row for every output."""
    manual = (ROOT / "docs" / "outputs.md").read_text("utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", manual, re.MULTILINE)) == set(OUTPUTS)


def test_templates_escape_everything() -> None:
    """No template switches escaping off."""
    for path in (ROOT / "templates").rglob("*.j2"):
        assert not re.search(r"\|\s*safe|autoescape false|Markup", path.read_text("utf-8")), path


def test_text_from_yaml_never_becomes_markup(tmp_path: Path) -> None:
    """Markup in every kind of text is shown, not obeyed."""
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'"
    text = (ROOT / "tests/smallest" / STANDARD).read_text("utf-8")
    for key, value in (("title", "抄表管理"), ("control", "时限"), ("zh", "示数"), ("hazard", "表箱带电")):
        text = text.replace(f"{key}: {value}", f"{key}: {json.dumps(evil)}")
    braces = ("organisation: 最小公司", f"organisation: {json.dumps(evil + '{{ 7*7 }}')}")  # in a standard they are R221
    root = overlay(tmp_path, {STANDARD: text, "standards/settings.yml": braces})
    pages = [a for a in publish(root, today=TODAY).artifacts if isinstance(a, Page)]
    assert pages
    for page in pages:
        assert "<script" not in page.body
        assert "<img" not in page.body
    assert any("&lt;script&gt;" in page.body and "{{ 7*7 }}" in page.body for page in pages)


def test_every_term_position_and_standard_has_its_page(real: Edition, site: Path) -> None:
    """The addresses that others rely on are there."""
    for id in real.documents:
        assert (site / "standards" / id / "index.html").is_file()
        assert (site / "en" / "standards" / id / "index.html").is_file()
        assert (site / "checklists" / id / "index.html").is_file()
        assert (site / "quizzes" / id / "index.html").is_file()
        assert (site / "checklists" / f"{id}.pdf").is_file()
    for position in real.corpus.registers.positions:
        assert (site / "positions" / position.id / "index.html").is_file()
    for domain in real.corpus.settings.domains:
        assert (site / "domains" / domain.id / "index.html").is_file()
    for path in ("limits", "terms", "search", "manage", "data/standards.json", "data/limits.csv", "data/questions.json"):
        assert (site / path).exists()
