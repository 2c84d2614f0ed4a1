"""Q7: confirmations were written by `stdbook confirm`; those of something that is gone are dropped by the next one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import rules
from generator.diagnostics import Diagnostic
from generator.model.corpus import Corpus


def sealed(corpus: Corpus, today: date) -> Iterator[Diagnostic]:
    """No entry was typed or changed by hand."""
    for document in corpus.working.values():
        for group, one in document.bindings.all() if document.bindings else ():
            name = f"{document.id}.{'en.' if group == 'english' else ''}{one.of}"
            if one.seal != one.sealed:
                yield rules.Q774.at(one.place["seal"], of=one.of, name=name)


CHECKS = (sealed,)
