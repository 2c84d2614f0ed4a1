"""What a comparison of two documents needs to know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.diagnostics import Place
from generator.history.change import Change, Kind, Verdict
from generator.model.corpus import Corpus, Document
from generator.model.prose import REFERENCE


@dataclass(frozen=True, slots=True)
class Sides:
    """The old and the new text of one standard. `roles` maps names of actors to ids, `renamed` references to new ones."""

    old: Document
    new: Document
    before: Corpus
    after: Corpus
    roles: Mapping[str, str]
    renamed: Mapping[str, str]

    def renaming(self, renamed: Mapping[str, str]) -> Sides:
        return replace(self, renamed={**self.renamed, **renamed})

    def canonical(self, text: str) -> str:
        """An old text with the references that it would have today."""
        return REFERENCE.sub(lambda m: "{" + self.renamed.get(m[1].strip(), m[1].strip()) + "}", text) if self.renamed else text

    def ref(self, clause: str = "") -> str:
        """A reference into the new text."""
        return f"{self.new.id}#{clause}" if clause else self.new.id

    def names(self, ids: Iterable[str]) -> str:
        """Actors by name, as readers see them."""
        known = {**self.before.actors, **self.after.actors}
        return "、".join(known[id].zh if id in known else id for id in ids)

    def change(self, kind: Kind, verdict: Verdict, clause: str, old: str, new: str, place: Place, part: str = "") -> Change:
        return Change(kind, verdict.grade, self.ref(clause), old, new, place, part, certain=verdict.certain)


def role_names(*corpora: Corpus) -> dict[str, str]:
    """Names of actors to ids."""
    names = {actor.zh: id for corpus in corpora for id, actor in corpus.actors.items()}
    if "用户" in names:
        names["客户"] = names["用户"]
    return names
