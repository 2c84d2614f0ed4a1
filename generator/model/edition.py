"""What is being published, and what comes out: the arguments and results of every output."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.diagnostics import Diagnostic
from generator.model.corpus import Corpus, Document
from generator.model.standard import Parameter


@dataclass(frozen=True, eq=False)
class Edition:
    """A checked corpus as shown on a day (`Corpus.shown_on`): the only argument of an output.

    `held` counts the errors of drafts that were therefore left out, by standard id.
    """

    corpus: Corpus
    findings: Sequence[Diagnostic]
    day: date
    held: Mapping[str, int] = field(default_factory=dict)

    @property
    def documents(self) -> Mapping[str, Document]:
        """Standard id to the version that readers are shown, in order of id."""
        return self.corpus.working

    @cached_property
    def limits_of(self) -> Mapping[str, Sequence[Parameter]]:
        """Subject to its limits in any standard, those with equal scope, kind and value once."""
        found: dict[str, dict[object, Parameter]] = defaultdict(dict)
        for document in self.documents.values():
            for parameter in document.standard.parameters:
                if parameter.value is not None and parameter.unit:
                    scope = tuple(parameter.applies_to.model_dump().values()) if parameter.applies_to else ()
                    key = (scope, parameter.kind, parameter.value, parameter.unit)
                    found[parameter.subject].setdefault(key, parameter)
        return {subject: tuple(limits.values()) for subject, limits in found.items()}


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file to be, `path` relative to the output folder."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's table of contents."""

    id: str
    title: str
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: `url` such as `standards/g206-01/`, `body` an HTML fragment."""

    url: str
    title: str
    description: str
    body: str
    headings: tuple[Heading, ...] = ()
    lang: str = "zh"
