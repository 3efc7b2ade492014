"""The public edition: only what says that it is public."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic.fields import FieldInfo

from generator.model.basis import PUBLIEK, Model, Verwijzing, Zichtbaarheid, is_public
from generator.model.paden import list_paden
from generator.model.programma import COLLECTIES, Programma

type_record = TypeVar("type_record", bound=Model)
type_visible = Mapping[str, frozenset[str]]


def narrow_to_public(programma: Programma) -> Programma:
    """The programme as everyone may see it.

    Only objects that say they are public, only fields that the model marks PUBLIEK (the others at
    their default), and no references to anything left out.
    """
    visible: dict[str, frozenset[str]] = {
        soort: frozenset(record.id for record in getattr(programma, name) if is_public(record))
        for soort, name in COLLECTIES.items()
    }
    visible["deelonderwerp"] = frozenset(
        part.id for thema in programma.themas if is_public(thema) for part in thema.deelonderwerpen
    )
    return _drop_hidden_paginas(_narrow_record(programma, visible))


def _drop_hidden_paginas(programma: Programma) -> Programma:
    """The programme without mention of pages that this edition does not have.

    What supports a phase goes with its page; a question keeps its answer and loses the page.
    """
    shown = {pad for pad, who in list_paden(programma).items() if who is Zichtbaarheid.PUBLIEK}
    fasedoelen = tuple(
        item.model_copy(
            update={"onderbouwing": tuple(x for x in item.onderbouwing if x.pagina in shown)}
        )
        for item in programma.fasedoelen
    )
    rekenkamer = tuple(
        item.model_copy(update={"paginas": tuple(pad for pad in item.paginas if pad in shown)})
        for item in programma.rekenkamer
    )
    return programma.model_copy(update={"fasedoelen": fasedoelen, "rekenkamer": rekenkamer})


def _narrow_record(record: type_record, visible: type_visible) -> type_record:
    fields = type(record).model_fields
    changes = {
        name: _narrow_value(getattr(record, name), field, visible)
        if PUBLIEK in field.metadata
        else field.get_default(call_default_factory=True)
        for name, field in fields.items()
    }
    return record.model_copy(update=changes)


def _narrow_value(value: Any, field: FieldInfo, visible: type_visible) -> Any:
    reference = next((mark for mark in field.metadata if isinstance(mark, Verwijzing)), None)
    if reference and not reference.woordenlijst:
        allowed = visible[reference.soort]
        if isinstance(value, tuple):
            return tuple(item for item in value if item in allowed)
        return value if value in allowed else None
    if isinstance(value, Model):
        return _narrow_record(value, visible) if _may_stay(value, visible) else None
    if isinstance(value, tuple):
        return tuple(
            _narrow_record(item, visible) if isinstance(item, Model) else item
            for item in value
            if not isinstance(item, Model) or _may_stay(item, visible)
        )
    return value


def _may_stay(record: Model, visible: type_visible) -> bool:
    """Whether a nested record can be shown: public where it says, and whole without the hidden."""
    cls = type(record)
    fields = cls.model_fields
    if "zichtbaarheid" in fields or cls.altijd_publiek or cls.openbaar_met:
        return is_public(record)
    return all(
        getattr(record, name) in visible[mark.soort]
        for name, field in fields.items()
        if field.is_required()
        for mark in field.metadata
        if isinstance(mark, Verwijzing) and not mark.woordenlijst
    )
