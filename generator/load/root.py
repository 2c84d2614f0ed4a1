"""Where a knowledge base is."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import CannotRun


def find_root(start: Path) -> Path:
    """The nearest folder at or above `start` that holds `standards/settings.yml`. Raises CannotRun."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "standards" / "settings.yml").is_file():
            return folder
    raise CannotRun(f"{start} 不在知识库里：没有找到 standards/settings.yml", "换到知识库的文件夹里运行，或用 -C 指明。")
