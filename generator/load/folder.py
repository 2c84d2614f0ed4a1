"""The layout of a knowledge base on disk, read once: `standards/settings.yml` marks its root."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator import rules
from generator.diagnostics import CannotRun, Diagnostic, Place, Severity
from generator.load.reader import Refused, read
from generator.model.registers import Registers
from generator.text.nearest import nearest

STANDARD_FILES = ("standard.yml", "checklists.yml", "questions.yml", "en.yml")
REGISTER_FILES = tuple(f"{name}.yml" for name in Registers.model_fields if name != "place")
KINDS = ("management", "work")
TOP_LEVEL = ("settings.yml", "registers", *KINDS, "blueprints", "schema")


@dataclass(frozen=True, slots=True)
class Source:
    """One readable file: its path relative to the root, as findings name it, and its raw content."""

    file: str
    raw: object


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of one version of a standard, by file name.

    `version` is None for the working text; `broken` when one of its files could not be read.
    """

    path: str
    id: str
    version: str | None
    files: dict[str, Source]
    broken: bool


@dataclass(slots=True)
class Sources:
    """All files of a knowledge base that could be read."""

    settings: Source | None = None
    registers: dict[str, Source] = field(default_factory=dict)
    folders: list[Folder] = field(default_factory=list)


def find_root(start: Path) -> Path:
    """The nearest folder at or above `start` that holds `standards/settings.yml`. Raises CannotRun."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "standards" / "settings.yml").is_file():
            return folder
    raise CannotRun(f"{start} 不在知识库里：没有找到 standards/settings.yml", "换到知识库的文件夹里运行，或用 -C 指明。")


def read_sources(root: Path) -> tuple[Sources, list[Diagnostic]]:
    """Every YAML file of the knowledge base at `root`; what cannot be read is a finding, the rest is still read."""
    sources, findings = Sources(), list[Diagnostic]()

    def load(path: Path) -> Source | None:
        name = path.relative_to(root).as_posix()
        try:
            return Source(name, read(path, name))
        except Refused as refused:
            findings.append(refused.finding)
            return None

    base = root / "standards"
    for path in _listing(base):
        if path.name not in TOP_LEVEL:
            findings.append(_stray(path, root, TOP_LEVEL))
    for path in (path for kind in KINDS for path in _listing(base / kind) if not path.is_dir()):
        findings.append(_stray(path, root, STANDARD_FILES))
    sources.settings = load(base / "settings.yml")
    for path in _listing(base / "registers"):
        if path.name not in REGISTER_FILES:
            findings.append(_stray(path, root, REGISTER_FILES))
        elif source := load(path):
            sources.registers[path.stem] = source
    for folder, version in _folders(base):
        files: dict[str, Source] = {}
        before = len(findings)
        for path in _listing(folder):
            if path.name in STANDARD_FILES:
                if source := load(path):
                    files[path.name] = source
            elif not (path.is_dir() and path.name == "versions" and version is None):
                findings.append(_stray(path, root, STANDARD_FILES))
        name = folder.relative_to(root).as_posix()
        if not (folder / "standard.yml").is_file():
            findings.append(rules.S120.at(Place(f"{name}/standard.yml"), name="standard.yml"))
        id = folder.name if version is None else folder.parent.parent.name
        broken = any(f.severity is Severity.ERROR for f in findings[before:])
        sources.folders.append(Folder(name, id, version, files, broken))
    return sources, findings


def _folders(base: Path) -> Iterator[tuple[Path, str | None]]:
    for kind in KINDS:
        for folder in _listing(base / kind):
            if folder.is_dir():
                yield folder, None
                for version in _listing(folder / "versions"):
                    if version.is_dir():
                        yield version, version.name


def _listing(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if not p.name.startswith(".")) if folder.is_dir() else []


def _stray(path: Path, root: Path, expected: tuple[str, ...]) -> Diagnostic:
    near = nearest(path.name, expected)
    return rules.S121.at(
        Place(path.relative_to(root).as_posix()),
        name=path.name,
        suggestion=f"最接近的是 {near}。" if near else f"这里只放 {'、'.join(expected)}。",
        suggestion_en=f"The nearest is {near}." if near else f"Only {', '.join(expected)} belong here.",
    )
