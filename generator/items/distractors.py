"""Which wrong answers are surely wrong. A candidate that cannot be proved wrong is not used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.model.corpus import Corpus, Document
from generator.model.prose import limit, scope_words
from generator.model.registers import Position
from generator.model.standard import Parameter, Scope
from generator.text.quantities import in_base

LADDER = (Decimal("2"), Decimal("0.5"), Decimal("1.5"), Decimal("3"))


def overlapping(one: Scope | None, other: Scope | None) -> bool:
    """True unless some dimension names different things: an unnamed dimension covers all."""
    if one is None or other is None:
        return True
    pairs = ((getattr(one, name), getattr(other, name)) for name in ("voltage", "customer", "area", "case"))
    return not any(a and b and a != b for a, b in pairs)


def same_quantity(one: Parameter, other: Parameter) -> bool:
    """True when both limit the same thing in overlapping scopes, so that either value would be right."""
    return one.subject == other.subject and overlapping(one.applies_to, other.applies_to)


def numeric_foils(parameter: Parameter, document: Document, documents: Iterable[Document]) -> Iterator[tuple[Parameter, str]]:
    """Wrong values for a limit, best first: limits of sibling scopes, then a ladder in the same unit.

    None of them equals a right value: the limit's own, or that of any parameter of the same quantity.
    """
    value, unit = parameter.value, parameter.unit
    assert value is not None
    assert unit is not None
    everything = [(p, d) for d in documents for p in d.standard.parameters if p.value is not None and p.unit]
    right = {_size(p) for p, _ in everything if same_quantity(p, parameter)} | {_size(parameter)}
    used = set(right)
    siblings = [p for p, _ in everything if p.subject == parameter.subject and p.unit == unit and p.kind == parameter.kind]
    for sibling in siblings:
        if _size(sibling) not in used:
            used.add(_size(sibling))
            yield sibling, f"这是“{'，'.join(scope_words(sibling))}”的规定。" if scope_words(sibling) else "这是另一情形的规定。"
    for factor in LADDER:
        foil = parameter.model_copy(update={"value": _rounded(value * factor, value)})
        if foil.value and _plausible(foil) and _size(foil) not in used:
            used.add(_size(foil))
            yield foil, f"{document.standard.title}没有这样的规定。"


def _plausible(parameter: Parameter) -> bool:
    return not (parameter.unit == "%" and parameter.value is not None and parameter.value > 100)


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    exponent = like.as_tuple().exponent
    return value.quantize(Decimal(1).scaleb(exponent)) if isinstance(exponent, int) else value


def _size(parameter: Parameter) -> tuple[str, Decimal] | str:
    assert parameter.value is not None
    assert parameter.unit is not None
    return in_base(parameter.value, parameter.unit) or limit(parameter)


def related_roles(one: str, other: str, corpus: Corpus) -> bool:
    """True when the roles are the same, one lies within the other, or one is the other's department."""
    return one == other or one in _above(other, corpus) or other in _above(one, corpus)


def _above(role: str, corpus: Corpus) -> set[str]:
    found: set[str] = set()
    todo = [role]
    while todo:
        actor = corpus.actors.get(todo.pop())
        if isinstance(actor, Position):
            new = {*actor.within, *([actor.dept] if actor.dept else [])} - found
            found |= new
            todo.extend(new)
    return found
