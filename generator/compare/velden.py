"""Two records beside each other, field by field; records within them are matched first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, Final

from generator.compare.wijziging import Deelwijziging, Veldwijziging
from generator.model.acties import (
    Besluitmoment,
    Effect,
    Integratie,
    Mijlpaal,
    Raadsstuk,
    Urenraming,
)
from generator.model.basis import Model
from generator.model.beleid import Inwonertal, Kenmerk, Tussenstap, Vertaling
from generator.model.draagvlak import Opbrengst, Opdracht, Verhaal
from generator.model.huisstijl import Lettertype
from generator.model.indicatoren import Definitieversie, Meting, Streefwaarde
from generator.model.kansen import Integratiecel
from generator.model.nulmeting import Bevinding, Inkooppost, Kengetal, Materiaalstroom
from generator.model.peilingen import Antwoordgroep, Draagvlakscore, Stelling
from generator.model.programma import Eindambitie
from generator.model.proza import Aanroep, Beeldplaats, Proza
from generator.model.themas import Deelonderwerp
from generator.model.vaststelling import Actiestand, Indicatorstand
from generator.model.werk import Keuzevraag, Steunpunt
from generator.model.woordenlijst import Term

SLEUTELS: Final[Mapping[type[Model], tuple[str, ...]]] = {
    Actiestand: ("actie",),
    Antwoordgroep: ("stelling", "niveau", "afdeling", "samengevoegd"),
    Besluitmoment: ("waarover",),
    Bevinding: ("id",),
    Deelonderwerp: ("id",),
    Definitieversie: ("versie",),
    Draagvlakscore: (
        *("thema", "deelonderwerp", "kans", "team", "niveau", "meetmoment", "samengevoegd"),
    ),
    Effect: ("indicator", "jaar", "effectgroep"),
    Eindambitie: ("onderwerp", "jaar"),
    Indicatorstand: ("indicator",),
    Inkooppost: ("jaar", "segment"),
    Integratie: ("beleidsdomein", "proces", "instrument"),
    Integratiecel: ("beleidsdomein", "proces", "instrument"),
    Inwonertal: ("jaar",),
    Kengetal: ("materiaal", "jaar"),
    Kenmerk: ("id",),
    Keuzevraag: ("vraag",),
    Lettertype: ("bestand",),
    Materiaalstroom: ("jaar", "schaal", "thema", "materiaal"),
    Meting: ("reeks", "jaar", "publicatie"),
    Mijlpaal: ("titel",),
    Opbrengst: ("tekst",),
    Opdracht: ("id",),
    Raadsstuk: ("soort", "titel"),
    Steunpunt: ("pagina",),
    Stelling: ("id",),
    Streefwaarde: ("jaar",),
    Term: ("id",),
    Tussenstap: ("jaar",),
    Urenraming: ("team",),
    Verhaal: ("tekst",),
    Vertaling: ("transitieagenda",),
}
"""By which fields a record within a record is known; what is in no other field is at its place."""

NIET_VERGELEKEN: Final = frozenset(
    {"id", "pad", "delen", "begint_op", "koppelingen", "plaatshouders", "controlegetal", "archief"}
)
"""Fields that say where something stands or what it weighs; the words of prose are read below."""

OP_VOLGORDE: Final = frozenset({"r_strategie", "termen", "vragen"})
"""Fields in which the order says something: the first is the most important, or comes first."""

TEKST: Final = "tekst"


def compare_fields(oud: Model, nieuw: Model) -> tuple[Veldwijziging, ...]:
    """Every field of which the value differs, in the order of the model."""
    changes = [
        change
        for name in type(nieuw).model_fields
        if name not in NIET_VERGELEKEN
        and (change := _compare_value(name, getattr(oud, name), getattr(nieuw, name)))
    ]
    if isinstance(oud, Proza) and isinstance(nieuw, Proza):
        before, after = join_tekst(oud), join_tekst(nieuw)
        if before != after:
            changes.append(Veldwijziging(TEKST, before, after))
    return tuple(changes)


def join_tekst(proza: Proza) -> str:
    """The words of a page as they were typed, with its calls and pictures by name."""
    return "".join(_show_deel(deel) for deel in proza.delen).strip()


def _show_deel(deel: str | Aanroep | Beeldplaats) -> str:
    if isinstance(deel, Aanroep):
        return f'{{{{ {deel.soort}("{deel.naam}") }}}}'
    return f"![]({deel.bestand})" if isinstance(deel, Beeldplaats) else deel


def _compare_value(name: str, oud: Any, nieuw: Any) -> Veldwijziging | None:
    if oud == nieuw:
        return None
    if isinstance(oud, Model) or isinstance(nieuw, Model):
        return _compare_single(name, oud, nieuw)
    if isinstance(oud, tuple) and isinstance(nieuw, tuple):
        return _compare_tuples(name, oud, nieuw)
    return Veldwijziging(name, oud, nieuw)


def _compare_single(name: str, oud: Model | None, nieuw: Model | None) -> Veldwijziging | None:
    if oud is None or nieuw is None:
        return Veldwijziging(name, oud, nieuw, (Deelwijziging(oud, nieuw),))
    fields = compare_fields(oud, nieuw)
    parts = (Deelwijziging(oud, nieuw, fields),)
    return Veldwijziging(name, oud, nieuw, parts) if fields else None


def _compare_tuples(
    name: str, oud: tuple[Any, ...], nieuw: tuple[Any, ...]
) -> Veldwijziging | None:
    """What came and went; another order only where that says something."""
    if any(isinstance(item, Model) for item in (*oud, *nieuw)):
        parts = tuple(_compare_parts(oud, nieuw))
        if parts:
            return Veldwijziging(name, oud, nieuw, parts)
        is_same = True
    else:
        is_same = sorted(map(str, oud)) == sorted(map(str, nieuw))
    if is_same and name not in OP_VOLGORDE:
        return None
    return Veldwijziging(name, oud, nieuw, is_volgorde=is_same)


def _compare_parts(oud: Sequence[Model], nieuw: Sequence[Model]) -> Iterator[Deelwijziging]:
    """The records that are gone, changed and new, in the order in which they stand now."""
    pairs = match_parts(oud, nieuw)
    taken = {before for before in pairs.values() if before is not None}
    yield from (Deelwijziging(item, None) for place, item in enumerate(oud) if place not in taken)
    for place, item in enumerate(nieuw):
        before = pairs[place]
        if before is None:
            yield Deelwijziging(None, item)
        elif fields := compare_fields(oud[before], item):
            yield Deelwijziging(oud[before], item, fields)


def match_parts(oud: Sequence[Model], nieuw: Sequence[Model]) -> dict[int, int | None]:
    """For each place in `nieuw` the place in `oud` of the same record; None for a new one.

    What is equal is the same; else what has the same key; else, of what is left, what stands at
    the same place among those left and has something besides its key in common.
    """
    pairs: dict[int, int | None] = dict.fromkeys(range(len(nieuw)))
    rest = list(range(len(oud)))

    def match(key: Callable[[Model], Hashable]) -> None:
        known: dict[Hashable, list[int]] = {}
        for before in rest:
            known.setdefault(key(oud[before]), []).append(before)
        for place in [place for place, before in pairs.items() if before is None]:
            if found := known.get(key(nieuw[place])):
                before = found.pop(0)
                pairs[place] = before
                rest.remove(before)

    match(repr)
    match(read_key)
    left = [place for place, before in pairs.items() if before is None]
    if len(left) == len(rest):
        pairs |= {
            place: before
            for place, before in zip(left, rest, strict=True)
            if _is_alike(oud[before], nieuw[place])
        }
    return pairs


def read_key(record: Model) -> Hashable:
    """What a record within a record is known by."""
    names = SLEUTELS.get(type(record), ())
    return tuple(str(getattr(record, name)) for name in names) or repr(record)


def _is_alike(oud: Model, nieuw: Model) -> bool:
    """Whether two records with other keys have a value in common that somebody filled in."""
    keys = SLEUTELS.get(type(nieuw), ())
    others = [name for name in type(nieuw).model_fields if name not in keys]
    return any(
        getattr(oud, name) == getattr(nieuw, name) != type(nieuw).model_fields[name].default
        for name in others
    )
