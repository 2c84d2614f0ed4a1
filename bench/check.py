"""What `stdbook check` costs beside merely loading the same YAML with PyYAML's C loader: 1,000 standards, one run."""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml

from bench.synthetic import make
from generator.pipeline import inspect

TODAY = date(2026, 11, 23)


def main() -> None:
    """Prints seconds for loading and for checking, and how far that is from 1.5 times loading plus 2 s."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for size in options.sizes:
        folder = Path(tempfile.mkdtemp(prefix="stdbook-check-"))
        try:
            make(folder, size, options.seed)
            files = sorted((folder / "standards").rglob("*.yml"))
            weight = sum(file.stat().st_size for file in files) / 1e6
            loading = _seconds(lambda files=files: [yaml.load(f.read_bytes(), Loader=yaml.CSafeLoader) for f in files])  # type: ignore[misc]
            checking = _seconds(lambda folder=folder: inspect(folder, today=TODAY))  # type: ignore[misc]
            print(
                f"{size} standards, {weight:.0f} MB: CSafeLoader {loading:.1f} s, check {checking:.1f} s, "
                f"ratio {checking / loading:.2f}, allowed {1.5 * loading + 2:.1f} s"
            )
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
