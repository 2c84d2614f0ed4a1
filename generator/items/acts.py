"""Requirements as descriptions of acts: `稽查员不应核查本人业务。` -> `稽查员核查本人业务`."""

from __future__ import annotations

import re

COMPOUNDS = re.compile(r"供应|响应|相应|反应|适应|对应|感应|效应|(?<!不)(?:应急|应用|应收|应付|应交|应答|应力)")
MODAL = re.compile(r"不应|应")
MASK = "\ufffc"


def act(text: str) -> tuple[str, bool] | None:
    """The act that a one-sentence requirement is about, and whether it is prohibited; None if it is not simple."""
    sentence = text.removesuffix("。")
    if "。" in sentence or "；" in sentence or "：" in sentence:
        return None
    if "应对" in sentence.replace("不应对", ""):
        return None  # 应对 is to cope with, 应 + 对 is shall + towards: not for a program to tell
    held = COMPOUNDS.findall(sentence)
    masked = COMPOUNDS.sub(MASK, sentence)
    modals = MODAL.findall(masked)
    if len(modals) != 1:
        return None
    plain = MODAL.sub("", masked, count=1)
    for word in held:
        plain = plain.replace(MASK, word, 1)
    return plain, modals[0] == "不应"
