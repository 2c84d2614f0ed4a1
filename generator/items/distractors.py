"""Where distractors come from, and what is known of the right answers beside which they stand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.items.proof import Asked, Candidate
from generator.model.corpus import Corpus, Document
from generator.model.edition import Edition
from generator.model.prose import limit, scope_words
from generator.model.registers import Position
from generator.model.standard import Parameter, Scope
from generator.text.quantities import in_base

LADDER = (Decimal("2"), Decimal("0.5"), Decimal("1.5"), Decimal("3"))
HIGH_SHARES = (Decimal("-5"), Decimal("-10"), Decimal("-2"), Decimal("-20"))
"""Steps down from a high percentage: half of 95 % would be no temptation."""


def overlapping(one: Scope | None, other: Scope | None) -> bool:
    """True unless some dimension names different things: an unnamed dimension covers all."""
    if one is None or other is None:
        return True
    pairs = ((getattr(one, name), getattr(other, name)) for name in ("voltage", "customer", "area", "case"))
    return not any(a and b and a != b for a, b in pairs)


def same_quantity(one: Parameter, other: Parameter) -> bool:
    """True when both limit the same thing in overlapping scopes, so that either value would be right."""
    return one.subject == other.subject and overlapping(one.applies_to, other.applies_to)


def asked_limit(parameter: Parameter, edition: Edition) -> Asked:
    """What a question for the value of a limit may count as right: its value, and those of the same quantity anywhere."""
    family = edition.limits_of.get(parameter.subject, ())
    elsewhere = frozenset(size(p) for p in family if same_quantity(p, parameter))
    own = frozenset({size(parameter)})
    return Asked(right=own, elsewhere=elsewhere - own)


def numeric_foils(parameter: Parameter, document: Document, edition: Edition) -> Iterator[tuple[Parameter, str]]:
    """Values beside that of a limit, likeliest first: limits of sibling scopes, then a ladder in the same unit."""
    value, unit = parameter.value, parameter.unit
    assert value is not None
    for sibling in edition.limits_of.get(parameter.subject, ()):
        if sibling.unit == unit and sibling.kind == parameter.kind and sibling.value != value:
            scope = "，".join(scope_words(sibling))
            yield sibling, f"这是“{scope}”的规定。" if scope else "这是另一情形的规定。"
    high = unit == "%" and value > 50
    for candidate in [value + step for step in HIGH_SHARES] if high else [value * factor for factor in LADDER]:
        foil = parameter.model_copy(update={"value": _rounded(candidate, value)})
        if foil.value:
            yield foil, f"{document.standard.title}没有这样的规定。"


def limit_candidates(parameter: Parameter, document: Document, edition: Edition) -> tuple[Candidate, ...]:
    """The values beside a limit's own as options."""
    return tuple(Candidate(limit(foil), size(foil), why) for foil, why in numeric_foils(parameter, document, edition))


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    exponent = like.as_tuple().exponent
    return value.quantize(Decimal(1).scaleb(exponent)) if isinstance(exponent, int) else value


def size(parameter: Parameter) -> tuple[str, Decimal]:
    """The value of a limit in base units, so that 45 min equals 0.75 h; 工作日, which has no fixed size, by itself."""
    assert parameter.value is not None
    assert parameter.unit is not None
    return in_base(parameter.value, parameter.unit) or (parameter.unit, parameter.value)


def spellings(parameter: Parameter) -> tuple[str, ...]:
    """Ways of writing the value of a limit that count as right: with unit, without the space, the number alone."""
    text = limit(parameter)
    return tuple(dict.fromkeys((text, text.replace(" ", ""), f"{parameter.value}")))


def related_roles(one: str, other: str, corpus: Corpus) -> bool:
    """True when the roles are the same, one lies within the other, or one is the other's department."""
    return one in _above(other, corpus) or other in _above(one, corpus)


def _above(role: str, corpus: Corpus) -> set[str]:
    wider = corpus.wider(role)
    return {*wider, *(a.dept for a in map(corpus.actors.get, wider) if isinstance(a, Position) and a.dept)}
