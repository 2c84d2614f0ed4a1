"""Requirements as descriptions of acts: `稽查员不应核查本人业务。` -> `稽查员核查本人业务`."""

from __future__ import annotations

import re

from generator.text.wording import masked

MODAL = re.compile("不应|应")


def act(text: str) -> tuple[str, bool] | None:
    """The act that a one-sentence requirement is about, and whether it is prohibited; None if it is not simple."""
    sentence = text.removesuffix("。")
    if any(mark in sentence for mark in "。；：") or "应对" in sentence.replace("不应对", ""):
        return None  # 应对 is to cope with, 应 + 对 is shall + towards: not for a program to tell
    found = list(MODAL.finditer(masked(sentence)))
    if len(found) != 1:
        return None
    start, end = found[0].span()
    return sentence[:start] + sentence[end:], end - start == 2
