"""What `stdbook diff` costs beside loading both sides: 1,000 standards, 100 of them changed."""

from __future__ import annotations

import argparse
import gc
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bench.synthetic import make
from generator.history.diff import diff
from generator.history.snapshot import snapshot

T = TypeVar("T")
ALLOWED = 3.0
"""A whole comparison may take so many times what loading both sides takes."""


def main() -> int:
    """Prints seconds for loading both sides and for the whole comparison; 1 when the ratio is above what is allowed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--changed", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="stdbook-diff-"))
    try:
        old, new = folder / "old", folder / "new"
        make(old, options.size, options.seed)
        shutil.copytree(old, new)
        edit(new, options.changed)
        gc.disable()
        loading, (before, after) = _timed(lambda: (snapshot(str(old), old), snapshot(str(new), new)))
        comparing, changes = _timed(lambda: diff(before, after))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    ratio = (loading + comparing) / loading
    touched = len({change.standard for change in changes})
    print(
        f"{options.size} standards, {touched} changed, {len(changes)} changes: loading both sides {loading:.1f} s, "
        f"comparing {comparing:.2f} s, ratio {ratio:.2f}, allowed {ALLOWED:.0f}"
    )
    return int(ratio > ALLOWED)


def edit(root: Path, count: int) -> None:
    """Changes the first limit and one sentence of some standards, spread over the whole."""
    files = sorted((root / "standards").glob("*/*/standard.yml"))
    for path in files[:: max(1, len(files) // count)][:count]:
        text = path.read_text("utf-8")
        head, value, tail = text.partition("    value: ")
        path.write_text(head + value + "9" + tail.replace("应", "宜", 1), "utf-8")


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


if __name__ == "__main__":
    raise SystemExit(main())
