"""Consent: what somebody did not agree to is in no edition."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from generator.model.basis import Model, find_model, has_consent, list_nested
from generator.model.programma import Programma

type_record = TypeVar("type_record", bound=Model)


def drop_without_consent(programma: Programma) -> Programma:
    """The programme without the records whose consent is absent, however deep they stand."""
    return _drop(programma)


def _drop(record: type_record) -> type_record:
    changes: dict[str, Any] = {}
    for name in _list_asking(type(record)):
        value = getattr(record, name)
        if isinstance(value, tuple):
            changes[name] = tuple(_drop(item) for item in value if has_consent(item))
        elif value is not None:
            changes[name] = _drop(value) if has_consent(value) else None
    return record.model_copy(update=changes) if changes else record


@cache
def _list_asking(cls: type[Model]) -> tuple[str, ...]:
    """The fields of a class under which some record needs consent."""
    found = []
    for name in list_nested(cls):
        inner = find_model(cls.model_fields[name].annotation)
        if inner and (inner.te_tonen_met or _list_asking(inner)):
            found.append(name)
    return tuple(found)
