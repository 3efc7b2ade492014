"""What to ask for a new record: its fields with their meaning, from the model itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, get_args

from generator.findings import Finding
from generator.model.basis import (
    Model,
    Verwijzing,
    describe_fields,
    find_model,
    list_references,
    type_path,
)
from generator.model.openbaarheid import Openbaarheid
from generator.model.programma import COLLECTIES, LIJSTEN, MAPPEN, Programma

type_waarde = str | int | bool | Decimal
type_antwoord = type_waarde | tuple[type_waarde, ...]
type_antwoorden = dict[type_path, type_antwoord]

VAN_PROGRAMMA: Final = frozenset({"metingen", "opname"})
"""Fields that nobody types: they come from a file beside the record."""

BIJVRAGEN: Final[Mapping[str, tuple[str, ...]]] = {
    "actie": ("eigenaar_team", "start", "eind", "gecontroleerd_op"),
    "indicator": (
        "nulmeting.jaar",
        "nulmeting.waarde",
        "nog_geen_nulmeting",
        "themas",
        "eigenaar_team",
    ),
    "keuzehulp": ("team", "thema"),
    "kans": ("omschrijving", "thema"),
    "belemmering": ("tekst", "tekst_publiek", "team", "acties"),
    "succes": ("toestemming",),
    "team": ("postbus",),
    "bron": ("jaar", "url"),
    "stakeholder": ("rol",),
    "doelstelling": ("jaar", "thema"),
    "praktijk": ("team", "thema"),
    "voortgangsregel": ("dagen",),
    "bijsturing": ("acties", "indicatoren"),
}
"""Fields that may be left out, and that a new record is asked for all the same."""

NODIG: Final[Mapping[str, tuple[str, ...]]] = {"kans": ("thema",)}
"""Fields that the model lets go and that a rule asks of every new record."""

NUMMERS: Final[Mapping[str, str]] = {
    "actie": "A-0001",
    "belemmering": "B-01",
    "kans": "K-01",
    "succes": "P-01",
    "bijsturing": "BS-01",
}
"""The first id of what is numbered; all else has a word for an id."""


NIET_NAAST: Final[Mapping[str, str]] = {"nog_geen_nulmeting": "nulmeting"}
"""Fields that stand in for another: asked, and then needed, only when that one stays empty."""

VOLGENDE: Final[Mapping[str, str]] = {
    "actie": "Vul aan wat u weet, zoals mijlpalen; data/README.md noemt alle velden.",
    "indicator": "Zet nieuwe metingen in data/metingen, en het doel bij streefwaarden.",
    "keuzehulp": "Voeg vragen toe: van boven naar beneden op de R-ladder.",
}
"""What to do after a record was added."""


@dataclass(frozen=True, slots=True)
class Vraag:
    """One field to fill in.

    Attributes:
        pad: keys and positions that lead to it in the record.
        betekenis: what it is, in the words of the model.
        is_verplicht: whether the record cannot do without.
        is_lijst: whether it holds more than one value.
        is_janee: whether it is true or false.
        verwijzing: what it refers to, if anything.
        keuzes: what it may be, if that is a short list of the program itself.
    """

    pad: type_path
    betekenis: str
    is_verplicht: bool
    is_lijst: bool = False
    is_janee: bool = False
    verwijzing: Verwijzing | None = None
    keuzes: tuple[str, ...] = ()

    @property
    def naam(self) -> str:
        """The field as it is named in `--veld`."""
        return ".".join(map(str, self.pad))


NIET_ZO: Final = frozenset({"woordenlijst", "vaststelling"})
"""What is not added one by one: `vaststellen` writes a stand, and who edits a vocabulary."""


def list_soorten() -> tuple[str, ...]:
    """Everything of which one can be added, as a reference calls it."""
    return tuple(soort for soort in (*MAPPEN, *LIJSTEN) if soort not in NIET_ZO)


def find_class(soort: str) -> type[Model]:
    """The class of the records of a soort."""
    cls = find_model(Programma.model_fields[COLLECTIES[soort]].annotation)
    if cls is None:
        raise KeyError(soort)
    return cls


@dataclass(frozen=True, slots=True)
class Formulier:
    """All there is to ask for one new record.

    Attributes:
        soort: what is added, as a reference calls it.
        vragen: what to ask, in this order.
        keuzes: by the name of a question, each id that may be answered and what it is called.
        ids: the ids that records of this soort have.
        eerder: what was wrong with the programme before anything was added.
    """

    soort: str
    vragen: tuple[Vraag, ...]
    keuzes: Mapping[str, tuple[tuple[str, str], ...]]
    ids: tuple[str, ...]
    eerder: tuple[Finding, ...] = ()


def list_vragen(soort: str) -> tuple[Vraag, ...]:
    """What a new record is asked, in the order of its class.

    Its id is among them only where it names something else, as a phase.
    """
    cls = find_class(soort)
    more = (
        *BIJVRAGEN.get(soort, ()),
        *(["zichtbaarheid"] if issubclass(cls, Openbaarheid) else ()),
    )
    needed = NODIG.get(soort, ())
    free = (replace(find_vraag(soort, naam), is_verplicht=naam in needed) for naam in more)
    return (*_iter_required(cls), *free)


def find_vraag(soort: str, naam: str) -> Vraag:
    """The question for a field, named as in `--veld`: `titel`, `nulmeting.jaar`.

    Raises:
        KeyError: there is no such field, or nobody types it.
    """
    cls, path = find_class(soort), parse_pad(naam)
    *above, last = path
    for step in above:
        if isinstance(step, str):
            inner = find_model(_get_annotation(cls, step))
            if inner is None:
                raise KeyError(naam)
            cls = inner
    annotation = None if isinstance(last, int) else _get_annotation(cls, last)
    if annotation is None or isinstance(last, int) or find_model(annotation):
        raise KeyError(naam)
    return _make(cls, last, path)


def list_velden(soort: str) -> tuple[str, ...]:
    """The fields of a soort that can be named, records inside it left out."""
    fields = find_class(soort).model_fields.items()
    return tuple(name for name, field in fields if not find_model(field.annotation))


def parse_pad(naam: str) -> type_path:
    """The path that a dotted name stands for."""
    return tuple(
        int(part) if re.fullmatch("[0-9]{1,2}", part) else part for part in naam.split(".")
    )


def _get_annotation(cls: type[Model], name: str) -> Any:
    """The type of a field that somebody types; None when there is no such field."""
    field = None if name in VAN_PROGRAMMA else cls.model_fields.get(name)
    return field.annotation if field else None


def _iter_required(cls: type[Model], above: type_path = ()) -> Iterator[Vraag]:
    """The fields that a record must have; of records inside it, those of the first."""
    for name, field in cls.model_fields.items():
        inner = find_model(field.annotation)
        is_own_id = name == "id" and not above and "id" not in dict(list_references(cls))
        if not field.is_required() or is_own_id:
            continue
        if inner:
            many = (0,) if _is_many(field.annotation) else ()
            yield from _iter_required(inner, (*above, name, *many))
        else:
            yield _make(cls, name, (*above, name))


def _make(cls: type[Model], name: str, path: type_path) -> Vraag:
    field = cls.model_fields[name]
    return Vraag(
        pad=path,
        betekenis=" ".join(describe_fields(cls).get(name, "").split()),
        is_verplicht=field.is_required(),
        is_lijst=_is_many(field.annotation),
        is_janee=bool in {field.annotation, *get_args(field.annotation)},
        verwijzing=dict(list_references(cls)).get(name),
        keuzes=_list_members(field.annotation),
    )


def _is_many(annotation: Any) -> bool:
    return getattr(annotation, "__origin__", None) is tuple


def _list_members(annotation: Any) -> tuple[str, ...]:
    """The values of a closed list in a type; empty when there is none."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return tuple(member.value for member in annotation)
    inner = (_list_members(part) for part in get_args(annotation))
    return next((found for found in inner if found), ())
