"""Secrets: every value of the whole programme that not everyone may see.

What is public is decided here once more, from the marks in the model alone: a mistake in `narrow`
must not make the scan blind to what it let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, get_args

from generator.model.basis import (
    PUBLIEK,
    Model,
    find_model,
    has_consent,
    is_public,
    list_references,
    type_path,
)
from generator.model.programma import COLLECTIES, Programma, iter_records
from generator.model.proza import Koppeling
from generator.model.vaststelling import Vaststelling

type_inhoud = str | int | Decimal


@dataclass(frozen=True, slots=True)
class Waarde:
    """One value somewhere in the programme: of which record, at which path, and for whom."""

    soort: str
    id: str
    pad: type_path
    inhoud: type_inhoud
    is_openbaar: bool

    @property
    def veld(self) -> str:
        """The name of the field, as an advisor typed it."""
        return next((str(step) for step in reversed(self.pad) if isinstance(step, str)), "id")

    @property
    def is_id(self) -> bool:
        """Whether the value is what others name a record by."""
        return self.veld in {"id", "pad"}


_KOPPELING = re.compile(r"\]\([^)\s]*\)")


def iter_waarden(programma: Programma) -> Iterator[Waarde]:
    """Every text, id, address and number of a programme.

    Not what somebody chose from a list, dates, and yes or no: they say nothing by themselves.
    """
    fields = Programma.model_fields
    for soort, identifier, record in iter_records(programma):
        is_shown = PUBLIEK in fields[COLLECTIES.get(soort, soort)].metadata
        for path, value, shown in _iter_leaves(record, (), is_shown):
            yield Waarde(soort, identifier, path, value, shown)
    for page in programma.proza:
        for path, value, shown in _iter_leaves(page, (), True):
            if path != ("pad",):
                yield Waarde("proza", page.pad, path, value, shown)


def _iter_leaves(
    record: Model, path: type_path, is_shown: bool
) -> Iterator[tuple[type_path, Any, bool]]:
    cls = type(record)
    if "zichtbaarheid" in cls.model_fields or cls.altijd_publiek or cls.openbaar_met:
        is_shown = is_shown and is_public(record)
    elif cls.te_tonen_met:
        is_shown = is_shown and has_consent(record)
    if isinstance(record, Vaststelling) and record.concept:
        is_shown = False  # nobody decided about it
    for name, is_record, may_show in _list_fields(cls):
        value = getattr(record, name)
        if value is None or value == ():
            continue
        shown = is_shown and may_show
        many = isinstance(value, tuple)
        for step, item in enumerate(value if many else (value,)):
            here = (*path, name, step) if many else (*path, name)
            if is_record:
                yield from _iter_leaves(item, here, shown)
            elif (leaf := _read_leaf(item)) is not None:
                yield here, leaf, shown


@cache
def _list_fields(cls: type[Model]) -> tuple[tuple[str, bool, bool], ...]:
    """The fields in which values stand, no references; whether these are records, and public."""
    references = {name for name, _ in list_references(cls)}
    return tuple(
        (name, find_model(field.annotation) is not None, PUBLIEK in field.metadata)
        for name, field in cls.model_fields.items()
        if name not in references and not _is_choice(field.annotation)
    )


def _is_choice(annotation: Any) -> bool:
    """Whether a field holds yes or no, or a value from a fixed list."""
    kinds = [part for part in (annotation, *get_args(annotation)) if isinstance(part, type)]
    return any(issubclass(kind, Enum | bool) for kind in kinds)


def _read_leaf(value: object) -> type_inhoud | None:
    kind = type(value)
    if kind is str:
        text = str(value)
        return _KOPPELING.sub("]", text) if "](" in text else text
    if kind is int or kind is Decimal:
        return value  # type: ignore[return-value]  # one of these two
    if isinstance(value, Koppeling):
        return value.doel if "://" in value.doel else None
    return None


def list_openbaar(alle: Sequence[Waarde], visible: Iterable[Waarde]) -> list[type_inhoud]:
    """The values of the public edition that everyone may see, each once, as they were met.

    Args:
        alle: the values of the whole programme.
        visible: those that the public edition was made from; what `alle` does not have, comes from
            an adopted report or was counted.
    """
    marked = {item.inhoud: False for item in alle}
    marked |= {item.inhoud: True for item in alle if item.is_openbaar}
    return [
        value for value in dict.fromkeys(item.inhoud for item in visible) if marked.get(value, True)
    ]


def list_geheimen(alle: Iterable[Waarde], openbaar: Iterable[type_inhoud]) -> list[Waarde]:
    """The values that are not public, each once, where it was first met."""
    known = frozenset(openbaar)
    found: dict[type_inhoud, Waarde] = {}
    for item in alle:
        if item.inhoud not in known:
            found.setdefault(item.inhoud, item)
    return list(found.values())
