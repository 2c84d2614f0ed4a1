"""Traditional to simplified characters, one character at a time (OpenCC's table), for folding before search."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def simplified_table() -> dict[int, str]:
    """Code point of a traditional character to its first simplified form, for `str.translate`."""
    table: dict[int, str] = {}
    source = files("opencc") / "dictionary" / "TSCharacters.txt"
    for line in source.read_text("utf-8").splitlines():
        traditional, _, forms = line.partition("\t")
        form = forms.split(" ")[0]
        if len(traditional) == 1 and len(form) == 1 and form != traditional:
            table[ord(traditional)] = form
    return table
