"""What advisors type: the kinds of source files, the fields of each, and what may stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Final, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model.aangeleverd import Aanlevering
from generator.model.basis import (
    PUBLIEK,
    Model,
    Verwijzing,
    describe_fields,
    find_model,
)
from generator.model.herkomst import Herkomstvelden
from generator.model.indicatoren import Meting
from generator.model.openbaarheid import Openbaarheid
from generator.model.programma import LIJSTEN, MAPPEN, ONDERDELEN, Programma, Programmagegevens
from generator.model.vormen import Vorm, find_vorm

INGEVULD: Final = frozenset({"opname", "letters", "samengevoegd"})
"""Fields that the program fills from elsewhere, whatever the class."""


@dataclass(frozen=True, slots=True)
class Bestandsoort:
    """One kind of source file.

    Attributes:
        naam: what a schema and a table of fields are called.
        patroon: which files, below data/; `*` stands for an id.
        cls: the class of the records.
        lijst: the one key at the root, where the file is a list.
        ingevuld: fields that the program fills.
    """

    naam: str
    patroon: str
    cls: type[Model]
    lijst: str = ""
    ingevuld: frozenset[str] = frozenset()


def _class_of(name: str) -> type[Model]:
    found = find_model(Programma.model_fields[name].annotation)
    if found is None:
        raise KeyError(name)
    return found


@cache
def list_bestandsoorten() -> tuple[Bestandsoort, ...]:
    """Every kind of YAML file that a programme may have, in the order of the programme."""
    return (
        Bestandsoort("programma", "programma.yaml", Programmagegevens),
        *(
            Bestandsoort(soort, f"{key}.yaml", _class_of(key), key)
            for soort, key in LIJSTEN.items()
        ),
        *(
            Bestandsoort(soort, f"{_folder(key)}/*.yaml", _class_of(key), ingevuld=_filled(key))
            for soort, key in MAPPEN.items()
        ),
        *(
            Bestandsoort(key, f"{key}.yaml", cls, ingevuld=frozenset({cls.rijen or ""}))
            for key, cls in ((key, _class_of(key)) for key in ONDERDELEN)
        ),
        Bestandsoort("aanlevering", "aangeleverd/*.bron.yaml", Aanlevering),
    )


@cache
def list_tabelsoorten() -> tuple[Bestandsoort, ...]:
    """Every kind of CSV file of our own: each line a record."""
    parts = ((key, _class_of(key)) for key in ONDERDELEN)
    rows = (
        (key, find_model(cls.model_fields[cls.rijen].annotation)) for key, cls in parts if cls.rijen
    )
    return (
        Bestandsoort("meting", "metingen/*.csv", Meting),
        *(Bestandsoort(key, f"{key}.csv", cls) for key, cls in rows if cls),
    )


@cache
def list_meetkolommen() -> tuple[str, ...]:
    """The columns of a new file with measurements: its reason last, behind where it comes from."""
    own = [name for name in Meting.model_fields if name not in Herkomstvelden.model_fields]
    return (*own[:-1], "bron", "herkomst", "kwaliteit", own[-1])


def _folder(key: str) -> str:
    return "woordenlijst" if key == "woordenlijsten" else key


def _filled(key: str) -> frozenset[str]:
    return frozenset({"id", "metingen"} if key == "indicatoren" else {"id"})


def iter_fields(cls: type[Model], ingevuld: frozenset[str]) -> Iterator[tuple[str, FieldInfo]]:
    """The fields that somebody types, in the order in which they are written.

    First those of the class itself, then what it inherits, and last what many classes share.
    """
    own = list(cls.__annotations__)
    shared = [*Herkomstvelden.model_fields, *Openbaarheid.model_fields]

    def place(name: str) -> tuple[int, int]:
        if name in own:
            return 0, own.index(name)
        return (2, shared.index(name)) if name in shared else (1, 0)

    typed = [name for name in cls.model_fields if name not in ingevuld | INGEVULD]
    for name in sorted(typed, key=place):
        yield name, cls.model_fields[name]


@dataclass(frozen=True, slots=True)
class Soort:
    """The type of a field, taken apart.

    Attributes:
        vorm: what a value looks like; None for a record.
        cls: the class of the records, where it holds records.
        is_lijst: whether it holds a list of them.
        om_de_lijst: what must be so of the list itself.
        mark: what it refers to, where it holds ids.
    """

    vorm: Vorm | None
    cls: type[Model] | None
    is_lijst: bool
    om_de_lijst: Vorm | None
    mark: Verwijzing | None


_GEWONE_TEKST: Final = Vorm("tekst", {"type": "string"})


def take_apart(info: FieldInfo) -> Soort:
    """The type of a field as what somebody types.

    Raises:
        TypeError: its parser has no shape; give it one with `vorm`.
    """
    mark = next((item for item in info.metadata if isinstance(item, Verwijzing)), None)
    annotation, marks = _strip(info.annotation, tuple(info.metadata))
    own = _find_shape(marks)
    is_lijst = get_origin(annotation) is tuple
    if is_lijst:
        annotation, marks = _strip(get_args(annotation)[0], ())
        own, around = _find_shape(marks), own
    else:
        around = None
    cls = find_model(annotation)
    if own is None and annotation is str:
        own = _narrow(marks)
    if own is None and cls is None:
        message = f"no shape for {info.annotation}"
        raise TypeError(message)
    return Soort(own, cls, is_lijst, around, mark)


def _strip(annotation: Any, marks: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """The type inside Annotated and `| None`, with every mark on the way."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _strip(inner, (*more, *marks))
    inside = [part for part in get_args(annotation) if part is not type(None)]
    is_optional = len(inside) < len(get_args(annotation))
    return _strip(inside[0], marks) if is_optional and len(inside) == 1 else (annotation, marks)


def _find_shape(marks: tuple[Any, ...]) -> Vorm | None:
    parsers = (getattr(mark, "func", None) for mark in marks)
    return next((found for parse in parsers if parse and (found := find_vorm(parse))), None)


def _narrow(marks: tuple[Any, ...]) -> Vorm:
    """Plain text, with the pattern that pydantic itself holds it against, if any."""
    constraints = [item for mark in marks for item in (mark, *getattr(mark, "metadata", ()))]
    patterns = [item.pattern for item in constraints if getattr(item, "pattern", None)]
    return (
        Vorm("een teken", {"type": "string", "pattern": patterns[0]}) if patterns else _GEWONE_TEKST
    )


@dataclass(frozen=True, slots=True)
class Veld:
    """One line of the manual: a field, or a field of a record in it."""

    naam: str
    verplicht: bool
    betekenis: str
    mag: str
    publiek: bool


def list_velden(soort: Bestandsoort) -> tuple[Veld, ...]:
    """The fields of a kind of file, each record in a field right behind that field."""
    return tuple(_iter_velden(soort.cls, soort.ingevuld, "", is_open=True))


def _iter_velden(
    cls: type[Model], ingevuld: frozenset[str], before: str, *, is_open: bool
) -> Iterator[Veld]:
    meanings = describe_fields(cls)
    for name, info in iter_fields(cls, ingevuld):
        soort = take_apart(info)
        shown = is_open and PUBLIEK in info.metadata
        meaning = " ".join(meanings[name].split())
        yield Veld(f"{before}{name}", info.is_required(), meaning, _tell(soort), shown)
        if soort.cls:
            inner = frozenset(Herkomstvelden.model_fields)
            yield from _iter_velden(soort.cls, inner, f"{before}{name}.", is_open=shown)


def _tell(soort: Soort) -> str:
    """What may stand in a field, in words."""
    if soort.mark:
        one = (
            f"woord uit {_locate(soort.mark)}" if soort.mark.woordenlijst else _tell_id(soort.mark)
        )
    elif soort.cls:
        return "lijst van blokken" if soort.is_lijst else "blok"
    else:
        one = soort.vorm.kort if soort.vorm else ""
    if soort.om_de_lijst:
        return f"{soort.om_de_lijst.kort}: {one}"
    return f"lijst: {one}" if soort.is_lijst else one


def _tell_id(mark: Verwijzing) -> str:
    return f"id uit {_locate(mark)}"


def _locate(mark: Verwijzing) -> str:
    """The file or folder that holds what may be chosen."""
    if mark.woordenlijst:
        return f"woordenlijst/{mark.soort}.yaml"
    if mark.soort in LIJSTEN:
        return f"{LIJSTEN[mark.soort]}.yaml"
    others = {"deelonderwerp": "themas.yaml (deelonderwerpen)", "reeks": "aangeleverd/"}
    return others.get(mark.soort) or f"{_folder(MAPPEN[mark.soort])}/"
