"""Openness: what everyone may see, and from which day."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Annotated, Any, TypeVar

from generator.model.basis import (
    PUBLIEK,
    KeuzeZichtbaarheid,
    Model,
    Zichtbaarheid,
    find_model,
    list_nested,
)
from generator.model.datums import Datum

type_record = TypeVar("type_record", bound=Model)


class Openbaarheid(Model):
    """For whom a record is meant: the intranet, until somebody opens it to everyone."""

    zichtbaarheid: Annotated[KeuzeZichtbaarheid, PUBLIEK] = Zichtbaarheid.INTERN
    """publiek of intern."""
    publiek_vanaf: Datum | None = None
    """Eerste dag waarop iedereen het mag zien; tot die dag is het intern."""


def is_embargoed(record: Model, peildatum: date) -> bool:
    """Whether a record is to be public, but not yet at `peildatum`."""
    if not isinstance(record, Openbaarheid) or record.publiek_vanaf is None:
        return False
    return record.publiek_vanaf > peildatum


def hold_back(record: type_record, peildatum: date) -> type_record:
    """The record with everything in it that is under embargo at `peildatum` as intern.

    Source: DESIGN 5; READERS 3 (Communicatie).
    """
    changes: dict[str, Any] = {}
    for name in _list_holding(type(record)):
        value = getattr(record, name)
        if isinstance(value, tuple):
            held = tuple(hold_back(item, peildatum) for item in value)
            if any(new is not old for new, old in zip(held, value, strict=True)):
                changes[name] = held
        elif value is not None and (held := hold_back(value, peildatum)) is not value:
            changes[name] = held
    if is_embargoed(record, peildatum):
        changes["zichtbaarheid"] = Zichtbaarheid.INTERN
    return record.model_copy(update=changes) if changes else record


@cache
def _list_holding(cls: type[Model]) -> tuple[str, ...]:
    """The fields of a class under which some record may be under embargo."""
    found = []
    for name in list_nested(cls):
        inner = find_model(cls.model_fields[name].annotation)
        if inner and (issubclass(inner, Openbaarheid) or _list_holding(inner)):
            found.append(name)
    return tuple(found)
