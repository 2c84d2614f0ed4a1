"""CODEOWNERS: who must approve a change of which standard, from the owner departments."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import CannotRun
from generator.model.corpus import Corpus

MARK = "{dept}"


def owners(corpus: Corpus, team: str) -> str:
    """The lines of a CODEOWNERS file; `team` names a department's team at the code host, with {dept} for its id.

    What all standards share belongs to every owner. Raises CannotRun for a team without {dept}.
    """
    if MARK not in team or " " in team:
        raise CannotRun(f"--team {team} 不对", "写成含有 {dept} 的组名，如 @example/{dept}。")
    return "\n".join(_lines(corpus, team))


def _lines(corpus: Corpus, team: str) -> Iterator[str]:
    yield "# 由 stdbook owners 生成：归口部门变了就重新生成。"
    departments = [d.id for d in corpus.registers.departments if any(s.standard.owner == d.id for s in corpus.working.values())]
    everyone = " ".join(team.replace(MARK, id) for id in departments)
    for path in ("/standards/settings.yml", "/standards/registers/"):
        yield f"{path} {everyone}".rstrip()
    for document in corpus.working.values():
        folder = document.standard.place.file.rpartition("/")[0]
        yield f"/{folder}/ {team.replace(MARK, document.standard.owner)}"
