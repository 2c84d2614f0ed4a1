"""Hostile files on the command line: each gives its own message and exit code 1; none hangs, none runs anything."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kit import ROOT, SMALLEST, STANDARD, overlay

TEXT = (SMALLEST / STANDARD).read_text("utf-8")
CONTENTS: dict[str, tuple[bytes, str]] = {
    "bomb of aliases": (b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n", "S105"),
    "list that holds itself": (b"a: &a [*a]\n", "S105"),
    "code in a tag": (b"id: !!python/object/apply:os.system ['touch RAN']\n", "S105"),
    "100,000 brackets": (b"[" * 100_000, "S104"),
    "100,000 braces": (b"{a: " * 100_000, "S104"),
    "100,000 dashes": (b"- " * 100_000, "S104"),
    "100,000 question marks": (b"? " * 100_000, "S104"),
    "50 MB": (b"a: " + b"x" * 50_000_000, "S104"),
    "60,000 keys": ("".join(f"k{i}: 1\n" for i in range(60_000)).encode(), "S104"),
    "20,000 arrows": (TEXT.replace("next: []", f"next: [{'{to: x},' * 20_000}]").encode(), "S104"),
    "NUL": (b"id: g201-01\x00\n", "S103"),
    "text that turns around": (TEXT.replace("抄表管理", "抄\u202e表管理").encode(), "S103"),
    "UTF-16": (TEXT.encode("utf-16"), "S102"),
    "GBK": (TEXT.replace("—", "-").encode("gbk"), "S102"),
    "a path as id": (TEXT.replace("id: g201-01\n", "id: ../../etc\n").encode(), "S114"),
    "100,000 digits": (TEXT.replace("value: 5\n", f"value: {'9' * 100_000}\n").encode(), "S116"),
    "one endless sentence": (TEXT.replace("text: 示数异常的", f"text: {'应' * 30_000}示数异常的").encode(), "S119"),
}
PLACES: dict[str, Callable[[Path], None]] = {
    "named pipe": lambda root: os.mkfifo(root / "standards" / "registers" / "terms.yml"),
    "link to a device": lambda root: (root / "standards" / "registers" / "terms.yml").symlink_to("/dev/zero"),
    "loop of links": lambda root: (root / "standards" / "work" / "z399-01").symlink_to(root / "standards"),
    "link that leads nowhere": lambda root: (root / "standards" / "work" / "z399-01").symlink_to("nowhere"),
}


def check(root: Path) -> tuple[int, str]:
    """Exit code and everything that was said; a hanging check fails the test."""
    command = [sys.executable, "-m", "generator", "-C", str(root), "--today", "2026-11-23", "check", "--ignore", "R203"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    return ran.returncode, ran.stdout + ran.stderr


@pytest.mark.parametrize("name", CONTENTS)
def test_hostile_content(name: str, tmp_path: Path) -> None:
    """The first finding is the one that fits, and the source line shown cannot turn the terminal around."""
    content, code = CONTENTS[name]
    root = overlay(tmp_path, {STANDARD: content})
    exit_code, said = check(root)
    assert exit_code == 1
    assert f" {code} " in next(line for line in said.splitlines() if STANDARD in line)
    assert "Traceback" not in said
    assert "\u202e" not in said
    assert not list(tmp_path.rglob("RAN"))


@pytest.mark.parametrize("name", PLACES)
def test_hostile_place(name: str, tmp_path: Path) -> None:
    """What is no plain file or folder is named and not read."""
    root = overlay(tmp_path, {})
    PLACES[name](root)
    exit_code, said = check(root)
    assert exit_code == 1
    assert said.count(" S132 ") == 1
    assert "Traceback" not in said
