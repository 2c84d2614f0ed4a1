"""How well the search answers judged queries: right clause first, among the first three, mean reciprocal rank."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.pipeline import inspect

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)
DEPTH = 10


def main() -> None:
    """Prints a row for each kind of query and one for all; then the queries whose first answer is wrong."""
    edition, _ = inspect(ROOT, today=TODAY)
    assert edition is not None
    queries = yaml.safe_load((ROOT / "tests" / "search" / "queries.yml").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        store.build(index, documents(edition), "bench")
        ranks: dict[str, list[int | None]] = defaultdict(list)
        wrong: list[str] = []
        for entry in queries:
            _, hits = store.search(index, entry["query"], limit=DEPTH, filters={})
            refs = [hit.fields["ref"] for hit in hits]
            rank = _rank(entry, refs)
            ranks[entry["kind"]].append(rank)
            if rank != 1:
                wrong.append(
                    f"{entry['query']} ({entry['kind']}): {', '.join(refs[:3]) or '—'}; wanted {', '.join(entry['best'])}"
                )
    print(f"{'kind':<12}{'n':>5}{'first':>8}{'top 3':>8}{'MRR':>8}")
    everything = [rank for kind in ranks.values() for rank in kind]
    for kind, all_of_it in [*sorted(ranks.items()), ("all", everything)]:
        row = f"{len(all_of_it):>5}{_share(all_of_it, 1):>8.0%}{_share(all_of_it, 3):>8.0%}{_mrr(all_of_it):>8.2f}"
        print(f"{kind:<12}{row}")
    print("\n".join(wrong))


def _rank(entry: dict[str, Any], refs: list[str]) -> int | None:
    """Where the first right answer stands; in place 2 and 3 an acceptable one is right too. No answer is right for none."""
    if not entry["best"]:
        return None if refs else 1
    for place, ref in enumerate(refs, 1):
        if ref in entry["best"] or (place > 1 and ref in entry.get("also", ())):
            return place
    return None


def _share(ranks: list[int | None], depth: int) -> float:
    return sum(rank is not None and rank <= depth for rank in ranks) / len(ranks)


def _mrr(ranks: list[int | None]) -> float:
    return sum(1 / rank for rank in ranks if rank) / len(ranks)


if __name__ == "__main__":
    main()
