"""Synthetic knowledge bases of any size, made from the real standards by a seed."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

REAL = Path(__file__).parent.parent / "standards"
SENTENCE = re.compile(r"(?<=text: )[^\n{\"'>|&*!%#`@\[\]]{12,}(?=\n)")


def make(folder: Path, count: int, seed: int) -> None:
    """Writes a knowledge base of `count` standards: the real ones, then copies under new ids with mixed sentences.

    A copy keeps the structure, limits and references of its model; its plain sentences are cut and joined anew, so
    that the vocabulary grows and no two standards read alike.
    """
    chance = random.Random(seed)
    shutil.copytree(REAL, folder / "standards", ignore=shutil.ignore_patterns("schema", "versions"))
    models = sorted(p for kind in ("management", "work") for p in (REAL / kind).iterdir())
    taken = len(models)
    free = {kind: [f"{kind[0]}{kind[1]}{d:02d}-{m:02d}" for m in range(20, 100) for d in range(1, 14)] for kind in ("g2", "z3")}
    for number in range(count - taken):
        model = models[number % taken]
        new = free[model.name[:2]].pop(0)
        target = folder / "standards" / model.parent.name / new
        target.mkdir(parents=True)
        for path in sorted(model.glob("*.yml")):
            if path.name == "bindings.yml":  # whoever mixed the sentences has not read them again
                continue
            text = path.read_text("utf-8")
            if path.name == "standard.yml":
                text = _renamed(text, model.name, new, number)
            if path.name != "en.yml":
                text = SENTENCE.sub(lambda found: mixed(found[0], chance), text)
            (target / path.name).write_text(text, "utf-8")
        if model.parent.name == "work":
            _own_post(target / "standard.yml", folder / "standards" / "registers" / "positions.yml", number)


def _renamed(text: str, old: str, new: str, number: int) -> str:
    text = text.replace(f"id: {old}\n", f"id: {new}\n", 1)
    text = text.replace(f"{old[1:4]}.{old[5:]}—", f"{new[1:4]}.{new[5:]}—", 1)
    text = re.sub(r"^domain: .*$", f'domain: "{new[2:4]}"', text, count=1, flags=re.MULTILINE)
    return re.sub(r"^title: (.*)$", lambda t: f"title: {t[1]}{number}", text, count=1, flags=re.MULTILINE)


def _own_post(standard: Path, positions: Path, number: int) -> None:
    """A copy of a work standard is for a post of its own: one post has one work standard."""
    text = standard.read_text("utf-8")
    post = re.search(r"^post: (\S+)$", text, re.MULTILINE)
    assert post
    standard.write_text(text.replace(post[0], f"post: copy-{number}"), "utf-8")
    with positions.open("a", encoding="utf-8") as file:
        file.write(f"- id: copy-{number}\n  zh: 岗位{number}\n  en: Post {number}\n  kind: post\n  within: [{post[1]}]\n")


MODAL_SIGNS = set("应不宜可能必禁严得须")


def mixed(sentence: str, chance: random.Random) -> str:
    """A few of the sentence's characters changed for others, so that new pairs arise; modal verbs stay as they are."""
    chars = list(sentence)
    for _ in range(max(1, len(chars) // 12)):
        at = chance.randrange(len(chars))
        new = chr(chance.randrange(0x4E00, 0x4E00 + 6000))
        near = {*chars[max(0, at - 2) : at + 3], new}
        if "\u4e00" <= chars[at] <= "\u9fff" and not near & MODAL_SIGNS:
            chars[at] = new
    return "".join(chars)
