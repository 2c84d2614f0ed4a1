"""The twenty-three item models, by what they ask about; each drafts questions of one kind from a standard.

Easiness (share of right answers expected) and Bloom level are prior estimates of each model.
"""

from __future__ import annotations

from generator.items.draft import Model
from generator.items.models import acts, limits, people, process, records, words

MODELS: tuple[Model, ...] = tuple(
    sorted((m for family in (acts, limits, people, process, records, words) for m in family.MODELS), key=lambda m: m.id)
)
