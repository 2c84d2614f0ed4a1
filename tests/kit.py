"""Helpers: the smallest valid corpus or the real standards with changes laid over them, and what is found there."""

from __future__ import annotations

import http.server
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic
from generator.model.edition import Edition
from generator.pipeline import inspect

ROOT = Path(__file__).parent.parent
SMALLEST = ROOT / "tests" / "smallest"
TODAY = date(2026, 11, 23)
STANDARD = "standards/management/g201-01/standard.yml"
WORK = "standards/work/z301-01/standard.yml"


def overlay(folder: Path, changes: Mapping[str, tuple[str, str] | str | bytes], source: Path = SMALLEST) -> Path:
    """A copy of a knowledge base below `folder`. A change replaces one text that occurs once, or a whole file."""
    root = folder / "base"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(source / "standards", root / "standards", ignore=shutil.ignore_patterns("schema"))
    for name, change in changes.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(change, bytes):
            path.write_bytes(change)
        elif isinstance(change, str):
            path.write_text(change, "utf-8")
        else:
            old, new = change
            text = path.read_text("utf-8")
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
            path.write_text(text.replace(old, new), "utf-8")
    return root


def findings(root: Path, today: date = TODAY) -> list[Diagnostic]:
    """Every finding in a knowledge base but the note about planned standards, which the smallest corpus has."""
    return [f for f in inspect(root, today=today)[1] if f.code != "R203"]


def edition(root: Path = SMALLEST, today: date = TODAY) -> Edition:
    """The checked edition of a clean knowledge base."""
    made, found = inspect(root, today=today)
    assert made is not None, [f.message() for f in found]
    return made


def lay_over(root: Path, changes: list[dict[str, Any]]) -> str:
    """Makes an editor's changes to a copy of the real standards; returns the file that the first of them concerns.

    A change is one of: `find` and `write` in a file (with `until`, everything from `find` up to that text is
    replaced; `write` may be left out), a whole file as `content` or as `bytes` (hexadecimal), `save_as` another
    encoding, `delete`, or `move`, `copy` and `link` from one path to another.
    """
    shutil.copytree(ROOT / "standards", root / "standards", ignore=shutil.ignore_patterns("schema"))
    for change in changes:
        if "delete" in change:
            path = root / change["delete"]
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        elif both := change.get("move") or change.get("copy") or change.get("link"):
            source, target = root / both["from"], root / both["to"]
            target.parent.mkdir(parents=True, exist_ok=True)
            if "link" in change:
                target.symlink_to(source)
            elif "move" in change:
                source.rename(target)
            else:
                (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
        else:
            write(root / change["file"], change)
    first = changes[0]
    both = first.get("move") or first.get("copy") or first.get("link") or {}
    return first.get("file") or first.get("delete") or both["to"]


def write(path: Path, change: dict[str, Any]) -> None:
    """A file newly written, or with one text replaced, or saved in another encoding."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if "content" in change:
        path.write_text(change["content"], "utf-8")
    elif "bytes" in change:
        path.write_bytes(bytes.fromhex(change["bytes"]))
    elif "save_as" in change:
        path.write_text(path.read_text("utf-8"), change["save_as"])
    else:
        text, old = path.read_text("utf-8"), change["find"]
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
        start = text.index(old)
        end = text.index(change["until"], start) if "until" in change else start + len(old)
        path.write_text(text[:start] + change.get("write", "") + text[end:], "utf-8")


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files as a usual server does, over connections that stay open, and notes which."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    asked: list[Path]

    def send_head(self) -> Any:
        """What is asked for, noted."""
        path = Path(self.translate_path(self.path))
        if path.is_file():
            self.asked.append(path)
        return super().send_head()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, list[Path]]]:
    """A static server of the folder: its address, and the files that were asked for, in order."""
    asked: list[Path] = []
    handler = type("Handler", (_Handler,), {"asked": asked})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", asked
    finally:
        server.shutdown()
        server.server_close()
