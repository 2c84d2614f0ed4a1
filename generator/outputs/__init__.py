"""One module a product, named in OUTPUTS. An output yields pages and files and never touches the disk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from generator.diagnostics import CannotRun
from generator.model.edition import Artifact, Edition, Page
from generator.outputs import changes, checklists, data, search, site

Output = Callable[[Edition], Iterator[Artifact | Page]]

OUTPUTS: dict[str, Output] = {
    "site": site.pages,
    "search": search.shards,
    "checklists": checklists.papers,
    "data": data.twins,
    "changes": changes.changes,
}


def render(edition: Edition, only: Collection[str] = ()) -> Iterator[Artifact | Page]:
    """The artifacts of every output, or of those named."""
    if unknown := set(only) - OUTPUTS.keys():
        raise CannotRun(f"没有这样的输出：{'、'.join(sorted(unknown))}", f"可用：{'、'.join(OUTPUTS)}。")
    for name, output in OUTPUTS.items():
        if not only or name in only:
            yield from output(edition)
