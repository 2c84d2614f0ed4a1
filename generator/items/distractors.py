"""Which wrong answers are surely wrong. A candidate that cannot be proved wrong is not used."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

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


def numeric_foils(parameter: Parameter, document: Document, edition: Edition) -> Iterator[tuple[Parameter, str]]:
    """Wrong values for a limit, best first: limits of sibling scopes, then a ladder in the same unit.

    None of them equals a right value: the limit's own, or that of any parameter of the same quantity.
    """
    value, unit = parameter.value, parameter.unit
    assert value is not None
    family = edition.limits_of.get(parameter.subject, ())
    used = {_size(p) for p in family if same_quantity(p, parameter)} | {_size(parameter)}
    for sibling in family:
        if sibling.unit == unit and sibling.kind == parameter.kind and _size(sibling) not in used:
            used.add(_size(sibling))
            scope = "，".join(scope_words(sibling))
            yield sibling, f"这是“{scope}”的规定。" if scope else "这是另一情形的规定。"
    high = unit == "%" and value > 50
    for candidate in [value + step for step in HIGH_SHARES] if high else [value * factor for factor in LADDER]:
        foil = parameter.model_copy(update={"value": _rounded(candidate, value)})
        if foil.value and _size(foil) not in used:
            used.add(_size(foil))
            yield foil, f"{document.standard.title}没有这样的规定。"


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    exponent = like.as_tuple().exponent
    return value.quantize(Decimal(1).scaleb(exponent)) if isinstance(exponent, int) else value


def _size(parameter: Parameter) -> tuple[str, Decimal] | str:
    assert parameter.value is not None
    assert parameter.unit is not None
    return in_base(parameter.value, parameter.unit) or limit(parameter)


def related_roles(one: str, other: str, corpus: Corpus) -> bool:
    """True when the roles are the same, one lies within the other, or one is the other's department."""
    return one in _above(other, corpus) or other in _above(one, corpus)


def _above(role: str, corpus: Corpus) -> set[str]:
    wider = corpus.wider(role)
    return {*wider, *(a.dept for a in map(corpus.actors.get, wider) if isinstance(a, Position) and a.dept)}
