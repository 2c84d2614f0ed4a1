"""Sources to a Corpus: every file decoded, every standard put together."""

from __future__ import annotations

from collections import defaultdict
from typing import TypeVar

from generator import rules
from generator.diagnostics import Diagnostic, Place
from generator.load.decode import decode
from generator.load.folder import Folder, Source, Sources
from generator.model.corpus import Corpus, Document
from generator.model.english import English
from generator.model.node import PLACE_KEY, Node
from generator.model.registers import Registers, Settings
from generator.model.standard import Standard
from generator.model.training import Checklists, Questions

N = TypeVar("N", bound=Node)


def assemble(sources: Sources) -> tuple[Corpus | None, list[Diagnostic]]:
    """The corpus and what was malformed on the way.

    A standard with a malformed file is left out and named in `Corpus.unread`. The corpus is None only when
    settings or registers, on which everything rests, cannot be understood.
    """
    decoder = _Decoder()
    settings = decoder(Settings, sources.settings)
    registers = decoder(Registers, _registers(sources, decoder.findings))
    working: dict[str, Document] = {}
    released: dict[str, list[Document]] = defaultdict(list)
    unread: set[str] = set()
    for folder in sources.folders:
        document = _document(folder, decoder)
        if document is None:
            unread.add(folder.id)
        elif folder.version is None:
            working[folder.id] = document
        else:
            released[folder.id].append(document)
    if settings is None or registers is None:
        return None, decoder.findings
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
        return result


def _registers(sources: Sources, findings: list[Diagnostic]) -> Source:
    """The register files as one mapping; each entry keeps the place in its own file."""
    merged: dict[str, object] = {PLACE_KEY: Place("standards/registers")}
    for name, source in sources.registers.items():
        if isinstance(source.raw, list):
            merged[name] = source.raw
        else:
            findings.append(rules.S118.at(Place(source.file), key=name, wanted="列表（- …）"))
    return Source("standards/registers", merged)


def _document(folder: Folder, decoder: _Decoder) -> Document | None:
    before = len(decoder.findings)
    standard = decoder(Standard, folder.files.get("standard.yml"))
    checklists = decoder(Checklists, folder.files.get("checklists.yml"))
    questions = decoder(Questions, folder.files.get("questions.yml"))
    english = decoder(English, folder.files.get("en.yml"))
    if standard is None or len(decoder.findings) > before or folder.broken:
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
    )
