"""The layout of a knowledge base on disk, read once: `standards/settings.yml` marks its root."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator import rules
from generator.diagnostics import Diagnostic, Place, why
from generator.load.reader import Refused, cut_off, parse, read
from generator.model.lifecycle import PUBLISHED
from generator.model.registers import Registers
from generator.model.standard import Status
from generator.text.nearest import nearest

STANDARD_FILES = ("standard.yml", "checklists.yml", "questions.yml", "en.yml", "bindings.yml")
REGISTER_FILES = tuple(f"{name}.yml" for name in Registers.model_fields if name != "place")
NEEDED_REGISTERS = ("departments.yml", "positions.yml", "laws.yml", "facts.yml", "catalogue.yml", "rows.yml")
KINDS = ("management", "work")
TOP_LEVEL = ("settings.yml", "registers", *KINDS, "blueprints", "schema")
DRAFT = re.compile(rf"^status:[ ]*(?:{'|'.join(s.value for s in Status if s not in PUBLISHED)})[ ]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """One readable file: its path relative to the root, as findings name it, and its raw content."""

    file: str
    raw: object


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of one version of a standard, by file name; `unread` names those that could not be read.

    `version` is None for the working text; `draft` tells that its status is one before approval.
    """

    path: str
    id: str
    version: str | None
    files: dict[str, Source]
    unread: frozenset[str]
    draft: bool


@dataclass(slots=True)
class Sources:
    """All files of a knowledge base that could be read; `unread` names the registers that could not."""

    settings: Source | None = None
    registers: dict[str, Source] = field(default_factory=dict)
    folders: list[Folder] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)


def yaml_files(root: Path) -> list[Path]:
    """Every plain YAML file of the knowledge base that may be rewritten, sorted; released versions are never touched."""
    found = (Path(folder) / name for folder, _, names in os.walk(root / "standards") for name in names if name.endswith(".yml"))
    plain = (path for path in sorted(found) if not _special(path))
    return [path for path in plain if "versions" not in path.relative_to(root).parts]


def read_sources(root: Path) -> tuple[Sources, list[Diagnostic]]:
    """Every YAML file of the knowledge base at `root`; what cannot be read is a finding, the rest is still read."""
    reading = _Reading(root)
    base = root / "standards"
    sources = Sources()
    for path in reading.listing(base):
        if path.name not in TOP_LEVEL:
            reading.stray(path, TOP_LEVEL)
    sources.settings = reading.load(base / "settings.yml")
    present = {path.name: path for path in reading.listing(base / "registers")}
    for name in sorted({*present, *NEEDED_REGISTERS}):
        if name not in REGISTER_FILES:
            reading.stray(present[name], REGISTER_FILES)
        elif name not in present:
            reading.lacks(
                base / "registers" / name,
                "误删的从 git 找回（放弃更改）；新的知识库里没有内容时写 []",
                "Get it back from git; in a new base, write [] when there is nothing",
            )
            sources.unread.add(name.removesuffix(".yml"))
        elif source := reading.load(present[name]):
            sources.registers[present[name].stem] = source
        else:
            sources.unread.add(present[name].stem)
    for path in (path for kind in KINDS for path in reading.listing(base / kind)):
        if path.is_dir():
            sources.folders += _versions(path, reading)
        else:
            reading.stray(path, STANDARD_FILES)
    return sources, reading.findings


def _versions(folder: Path, reading: _Reading) -> Iterator[Folder]:
    yield _folder(folder, None, reading)
    for version in reading.listing(folder / "versions"):
        if version.is_dir():
            yield _folder(version, version.name, reading)


def _folder(folder: Path, version: str | None, reading: _Reading) -> Folder:
    files: dict[str, Source] = {}
    unread: set[str] = set()
    for path in reading.listing(folder):
        if path.name in STANDARD_FILES:
            if source := reading.load(path):
                files[path.name] = source
            else:
                unread.add(path.name)
        elif not (path.is_dir() and path.name == "versions" and version is None):
            reading.stray(path, STANDARD_FILES)
    if "standard.yml" not in {*files, *unread}:
        reading.lacks(
            folder / "standard.yml",
            "误删的从 git 找回（放弃更改）；文件夹本来多余的删去",
            "Get it back from git, or delete a folder that should not be",
        )
        unread.add("standard.yml")
    id = folder.name if version is None else folder.parent.parent.name
    draft = version is None and reading.name(folder / "standard.yml") in reading.drafts
    return Folder(reading.name(folder), id, version, files, frozenset(unread), draft)


class _Reading:
    """Reads files and lists folders below a root, and keeps what was wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Diagnostic] = []
        self.drafts: set[str] = set()

    def name(self, path: Path) -> str:
        """The path as findings show it."""
        return path.relative_to(self.root).as_posix()

    def load(self, path: Path) -> Source | None:
        """The content of a file, or None when that is a finding."""
        name = self.name(path)
        try:
            text = read(path, name)
            if DRAFT.search(text):
                self.drafts.add(name)
            raw = parse(text, name)
        except Refused as refused:
            self.findings.append(refused.finding)
            return None
        self.findings.extend(cut_off(text, name))
        return Source(name, raw)

    def listing(self, folder: Path) -> list[Path]:
        """The plain files and folders in a folder; links and other things, and names alike, are findings."""
        try:
            if folder.is_symlink() or not folder.is_dir():
                return []
            visible = [path for path in folder.iterdir() if not path.name.startswith(".")]
        except OSError as error:
            self.findings.append(rules.S101.at(Place(self.name(folder)), why=why(error)))
            return []
        kept: dict[str, Path] = {}
        for path in sorted(visible, key=lambda p: (p.name != _folded(p), p.name)):
            alike = _folded(path)
            if what := _special(path):
                place = Place(self.name(path))
                self.findings.append(rules.S132.at(place, name=path.name, what=what[0], what_en=what[1]))
            elif other := kept.get(alike):
                self.findings.append(rules.S133.at(Place(self.name(path)), name=path.name, other=other.name))
            else:
                kept[alike] = path
        return sorted(kept.values())

    def stray(self, path: Path, expected: tuple[str, ...]) -> None:
        """Notes a file or folder that has no place here."""
        near = nearest(path.name, expected)
        self.findings.append(
            rules.S121.at(
                Place(self.name(path)),
                name=path.name,
                suggestion=f"最接近的是 {near}。" if near else f"这里只放 {'、'.join(expected)}。",
                suggestion_en=f"The nearest is {near}." if near else f"Only {', '.join(expected)} belong here.",
            )
        )

    def lacks(self, path: Path, remedy: str, remedy_en: str) -> None:
        """Notes a file that must be there."""
        place = Place(self.name(path))
        self.findings.append(rules.S120.at(place, name=path.name, remedy=remedy, remedy_en=remedy_en))


def _folded(path: Path) -> str:
    """The name as it is on machines that do not tell case and width apart; the name in that form itself comes first."""
    return unicodedata.normalize("NFKC", path.name).casefold()


def _special(path: Path) -> tuple[str, str] | None:
    """What a path is that is neither a plain file nor a folder."""
    try:
        mode = path.lstat().st_mode
    except OSError:  # it vanished meanwhile: reading it will say so
        return None
    if stat.S_ISLNK(mode):
        return "链接", "a link"
    return None if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else ("特殊文件", "a special file")
