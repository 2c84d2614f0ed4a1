"""Sources to a Corpus: every file decoded, every standard put together."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, TypeVar

from generator import rules
from generator.diagnostics import Diagnostic, Place
from generator.load.decode import decode
from generator.load.folder import Folder, Source, Sources
from generator.load.reader import empty
from generator.model.bindings import Bindings
from generator.model.corpus import Corpus, Document
from generator.model.english import English
from generator.model.node import PLACE_KEY, Node
from generator.model.registers import Registers, Settings
from generator.model.standard import Standard
from generator.model.training import Checklists, Questions

N = TypeVar("N", bound=Node)
UNKNOWN: dict[str, Any] = {"organisation": "", "organisation_en": "", "code": "", "site_url": "", "domains": ()}
"""Stands for settings that could not be understood: nothing rests on it, since rules about settings are then silent."""


def assemble(sources: Sources) -> tuple[Corpus, list[Diagnostic]]:
    """The corpus and what was malformed on the way.

    What is malformed is left out and named, so that no rule speaks of what it cannot know: settings, a standard or a
    register in `Corpus.unread`, a file beside a standard in `Document.unread`.
    """
    decoder = _Decoder()
    settings = decoder(Settings, sources.settings)
    registers, unread = _registers(sources, decoder)
    working: dict[str, Document] = {}
    released: dict[str, list[Document]] = defaultdict(list)
    for folder in sources.folders:
        document = _document(folder, decoder)
        if document is None:
            unread.add(folder.id)
        elif folder.version is None:
            working[folder.id] = document
        else:
            released[folder.id].append(document)
    if settings is None:
        unread.add("settings")
        settings = Settings.model_construct(None, place=Place("standards/settings.yml"), **UNKNOWN)
    corpus = Corpus(settings, registers, working, {id: tuple(d) for id, d in released.items()}, frozenset(unread))
    return corpus, decoder.findings


class _Decoder:
    """Decodes and keeps the findings."""

    def __init__(self) -> None:
        self.findings: list[Diagnostic] = []

    def __call__(self, model: type[N], source: Source | None) -> N | None:
        if source is None:
            return None
        result = decode(model, source.raw, source.file)
        if isinstance(result, list):
            self.findings.extend(result)
            return None
        self.findings.extend(empty(source.raw))
        return result


def _registers(sources: Sources, decoder: _Decoder) -> tuple[Registers, set[str]]:
    """The registers, each from its own file, and the names of those that could not be understood."""
    made: dict[str, Any] = {}
    unread = set(sources.unread)
    for name, source in sources.registers.items():
        if not isinstance(source.raw, list):
            decoder.findings.append(rules.S118.at(Place(source.file), key=name, wanted="列表（- …）", wanted_en="a list"))
        elif one := decoder(Registers, Source(source.file, {PLACE_KEY: Place(source.file), name: source.raw})):
            made[name] = getattr(one, name)
            continue
        unread.add(name)
    return Registers.model_construct(None, place=Place("standards/registers"), **made), unread


def _document(folder: Folder, decoder: _Decoder) -> Document | None:
    unread = set(folder.unread)

    def part(model: type[N], file: str) -> N | None:
        node = decoder(model, folder.files.get(file))
        if node is None and file in folder.files:
            unread.add(file)
        return node

    standard = part(Standard, "standard.yml")
    checklists = part(Checklists, "checklists.yml")
    questions = part(Questions, "questions.yml")
    english = part(English, "en.yml")
    bindings = part(Bindings, "bindings.yml")
    if standard is None:
        return None
    kind = folder.path.split("/")[1]
    pairs = (("id", standard.id, folder.id), ("version", standard.version, folder.version), ("kind", standard.kind, kind))
    for key, written, named in pairs:
        if named is not None and written != named:
            decoder.findings.append(rules.S122.at(standard.place[key], id=written, folder=named))
            return None
    return Document(
        standard,
        checklists.checklists if checklists else (),
        questions.questions if questions else (),
        english,
        frozenset(unread),
        bindings,
    )
