"""Openness: what everyone may see, and from which day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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


def is_idle(record: Model) -> bool:
    """Whether a record names a day from which it is public, and is not meant to be public."""
    is_intern = isinstance(record, Openbaarheid) and record.zichtbaarheid is Zichtbaarheid.INTERN
    return is_intern and getattr(record, "publiek_vanaf", None) is not None


def drop_idle(record: type_record) -> type_record:
    """The record without days that open nothing; only for a programme as it was read.

    After `hold_back` whatever is intern with a day becomes public on that day.
    """
    return _change(record, lambda item: {"publiek_vanaf": None} if is_idle(item) else {})


def hold_back(record: type_record, peildatum: date) -> type_record:
    """The record with everything in it that is under embargo at `peildatum` as intern.

    Source: DESIGN 5; READERS 3 (Communicatie).
    """
    intern = {"zichtbaarheid": Zichtbaarheid.INTERN}
    return _change(record, lambda item: intern if is_embargoed(item, peildatum) else {})


def _change(record: type_record, make: Callable[[Model], Mapping[str, object]]) -> type_record:
    """The record with what `make` says of it and of every record in it that can be opened."""
    changes: dict[str, Any] = {}
    for name in _list_holding(type(record)):
        value = getattr(record, name)
        if isinstance(value, tuple):
            made = tuple(_change(item, make) for item in value)
            if any(new is not old for new, old in zip(made, value, strict=True)):
                changes[name] = made
        elif value is not None and (changed := _change(value, make)) is not value:
            changes[name] = changed
    changes |= make(record)
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
