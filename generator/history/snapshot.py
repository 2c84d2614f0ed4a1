"""A side of a comparison: a folder or a git revision, read whole or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator.diagnostics import CannotRun, blocking
from generator.history.git import export
from generator.load.assemble import assemble
from generator.load.folder import read_sources
from generator.model.corpus import Corpus


def snapshot(side: str, root: Path) -> Corpus:
    """The knowledge base in a folder that holds `standards/settings.yml`, else that of a git revision of `root`.

    Raises CannotRun for a side that cannot be found, or of which a file cannot be read or understood: what is
    unknown is never taken for unchanged.
    """
    folder = Path(side)
    if (folder / "standards" / "settings.yml").is_file():
        return _read(folder.resolve(), side)
    with tempfile.TemporaryDirectory(prefix="stdbook-") as temporary:
        export(root, side, Path(temporary))
        return _read(Path(temporary), side)


def _read(folder: Path, side: str) -> Corpus:
    sources, unreadable = read_sources(folder)
    corpus, malformed = assemble(sources)
    wrong = sorted(f for f in {*unreadable, *malformed} if blocking([f]))
    if wrong:
        first = wrong[0]
        more = f"（共 {len(wrong)} 处）" if len(wrong) > 1 else ""
        where = f"{first.place.file}:{first.place.line}:{first.place.column}"
        raise CannotRun(f"{side} 读不懂，没有比较：{where} {first.code} {first.message()}{more}", first.hint())
    return corpus
