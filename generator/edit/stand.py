"""The file of an adopted stand: written as a draft, sealed without touching what stands in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from generator.edit.yaml_text import set_field
from generator.edit.yaml_write import write_fields
from generator.model.basis import Model
from generator.model.vaststelling import Vaststelling

_UITLEG: Final = """\
# Concept: niemand ziet deze stand. Vul aan waar een toelichting ontbreekt: circulair controleer
# zegt waar. Is het besluit er, stel hem dan vast: circulair vaststellen --besluit NUMMER --schrijf
"""


def write_draft(stand: Vaststelling) -> str:
    """The file of a stand that nobody decided about yet."""
    return _UITLEG + "\n".join(write_fields(_list_fields(stand, skip={"id"}))) + "\n"


def _list_fields(record: Model, skip: Collection[str] = ()) -> Mapping[str, Any]:
    """The fields that say something, in the order of the class."""
    values = {name: getattr(record, name) for name in type(record).model_fields}
    return {
        name: _unpack(value)
        for name, value in values.items()
        if name not in skip and value != type(record).model_fields[name].default
    }


def _unpack(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_list_fields(item) for item in value)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, bool | int | Decimal) else str(value)


def seal_text(text: str, bestand: str, stand: Vaststelling) -> str:
    """The file of a stand with the decision and the seals in it; the rest stays as it was typed."""
    order = tuple(Vaststelling.model_fields)
    values = {
        "besluitnummer": stand.besluitnummer,
        "besluitdatum": stand.besluitdatum.isoformat() if stand.besluitdatum else None,
        "concept": None,
        "controlegetal": stand.controlegetal,
        "archief": stand.archief,
    }
    text = text.removeprefix(_UITLEG)
    for name, value in values.items():
        text = set_field(text, bestand, (name,), value, order)
    return text
