"""What the searches are compared on: the real standards and, if given, laws, as documents and as Markdown pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.model.edition import Edition
from generator.search.documents import documents, impacts
from generator.search.entry import Entry, SearchDocument, Wording
from generator.search.index import Index, index
from generator.search.plan import STANDARD, exact_token

ARTICLE = re.compile(r"^(第[一二三四五六七八九十百零]+条)[ 　]*(.*)$")
CHAPTER = re.compile(r"^#*\s*(第[一二三四五六七八九十百零]+章[ 　].*)$")


def whole(edition: Edition, laws: Path | None) -> Index:
    """The standards' documents, then the laws'."""
    listed = list(documents(edition))
    for path in sorted(laws.glob("*.md")) if laws else ():
        listed += _law(path)
    return index(listed, edition.corpus)


def _law(path: Path) -> Iterator[SearchDocument]:
    """A law as a whole, then its articles."""
    name = path.stem.partition("(")[0]
    lines = [line.strip() for line in path.read_text("utf-8").splitlines()]
    title = lines[0].lstrip("# ").strip() or name
    names = " ".join(dict.fromkeys((title, name)))
    yield _document(name, name, "", "", {"title": names, "code": name}, [exact_token(title), exact_token(name), STANDARD])
    chapter, article, text = "", "", ""
    for line in (*lines[1:], "第零条"):
        if found := ARTICLE.match(line):
            if article:
                yield _document(name, f"{name}#{article}", chapter, text, {"path": chapter, "text": f"{article} {text}"}, [])
            article, text = found[1], found[2]
        elif found := CHAPTER.match(line):
            chapter = found[1]
        elif article and not line.startswith("#"):
            text += line


def _document(name: str, ref: str, chapter: str, text: str, fields: dict[str, str], special: list[str]) -> SearchDocument:
    number = ref.partition("#")[2]
    said = Wording(name, (chapter,) if chapter else (), number, text)
    entry = Entry(ref, name, name, number, "law", "", "in_force", "", (), f"{name}/", said, None, ())
    return SearchDocument(entry, (name,), impacts(fields, special))


def markdown(made: Index) -> Iterator[tuple[str, str]]:
    """The same as pages: name and Markdown; chapters are headings too, and each clause has one whose anchor is its id."""
    pages: dict[str, list[str]] = {}
    above: tuple[str, ...] = ()
    for document in made.documents:
        entry = document.entry
        lines = pages.setdefault(entry.standard, [])
        clause = entry.ref.partition("#")[2]
        if clause:
            path = entry.zh.path
            for depth, chapter in enumerate(path):
                if path[: depth + 1] != above[: depth + 1]:
                    lines += [f"{'#' * (depth + 2)} {_plain(chapter)}", ""]
            above = path
            heading = entry.number if entry.kind == "law" else f"{entry.number} {entry.zh.clause_title}".strip()
            lines += [f"{'#' * min(6, len(path) + 2)} {heading} {{#{clause}}}", "", _plain(entry.zh.text), ""]
        else:
            above = ()
            code = "" if entry.kind == "law" else f"{entry.code} "
            lines += [f"# {code}{entry.zh.title}", "", _plain(entry.zh.text), ""]
    yield from ((name, "\n".join(lines)) for name, lines in pages.items())


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", text)
