"""JSON Schema of the source files, for editors: fields, meanings and what may stand where.

The program decides with its own parsers; a schema only helps while somebody types. It may admit
more than the program, and never less. Draft 7, because that is what the YAML extension of VS Code
reads; `patternErrorMessage` and `enumDescriptions` are its own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from generator.model.basis import Model, Verwijzing, describe_fields
from generator.model.namen import read_naam
from generator.model.plekken import Plekken
from generator.model.programma import COLLECTIES, Programma
from generator.model.velden import Bestandsoort, Soort, iter_fields, take_apart

type_schema = dict[str, Any]
type_keuzes = dict[str, tuple[tuple[str, str], ...]]
DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_LEEG: Final[type_schema] = {"type": "null"}


def make_schema(soort: Bestandsoort) -> type_schema:
    """The schema of a kind of file, without the ids of any programme.

    What a field refers to stands in `definitions`, one for each collection or vocabulary, so that
    `fill_in` can put the ids of a programme there.
    """
    definitions: dict[str, type_schema] = {}
    record = _describe(soort.cls, soort.ingevuld, definitions)
    where = f"data/{soort.patroon}"
    schema: type_schema = {
        "$schema": DRAFT,
        "title": soort.naam.replace("_", " ").capitalize(),
        "description": f"{where}; uitleg staat in data/README.md.",
    }
    if soort.lijst:
        items = {"type": "array", "items": record, "description": f"De onderdelen van {where}."}
        schema |= _object({soort.lijst: items}, [soort.lijst])
    else:
        schema |= record
    return schema | {"definitions": dict(sorted(definitions.items()))} if definitions else schema


def name_definition(mark: Verwijzing) -> str:
    """What a schema calls the ids that a field may refer to."""
    return f"woordenlijst_{mark.soort}" if mark.woordenlijst else mark.soort


def list_keuzes(programma: Programma, plekken: Plekken) -> type_keuzes:
    """What fields of a programme may refer to, by name of the definition: each id with its name.

    Also ids of records with a mistake: who refers to them is right. What could not be read at all
    is left out, because any id may stand in it.
    """
    keuzes = {
        f"woordenlijst_{lijst.id}": tuple((item.id, item.naam) for item in lijst.termen)
        for lijst in programma.woordenlijsten
    }
    for soort, key in COLLECTIES.items():
        if not plekken.is_unread(soort):
            named = {item.id: read_naam(item) or item.id for item in getattr(programma, key)}
            keuzes[soort] = tuple((item, named.get(item, item)) for item in plekken.ids(soort))
    if not plekken.is_unread("thema") and len(programma.themas) == len(plekken.ids("thema")):
        parts = [part for thema in programma.themas for part in thema.deelonderwerpen]
        keuzes["deelonderwerp"] = tuple({part.id: part.naam for part in parts}.items())
    return keuzes


def fill_in(schema: type_schema, keuzes: Mapping[str, Iterable[tuple[str, str]]]) -> type_schema:
    """The schema with what a programme has to choose from, each id with its name."""
    definitions = dict(schema.get("definitions", {}))
    for name in definitions.keys() & keuzes.keys():
        found = tuple(keuzes[name])
        if found:
            definitions[name] = {
                "enum": [identifier for identifier, _ in found],
                "enumDescriptions": [naam for _, naam in found],
            }
    return {**schema, "definitions": definitions} if definitions else schema


def _object(properties: type_schema, required: list[str]) -> type_schema:
    shape: type_schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }
    return shape | {"required": required} if required else shape


def _describe(
    cls: type[Model], ingevuld: frozenset[str], definitions: dict[str, type_schema]
) -> type_schema:
    """The schema of a record."""
    meanings = describe_fields(cls)
    properties: type_schema = {}
    required = []
    for name, info in iter_fields(cls, ingevuld):
        may_be_empty = not info.is_required()
        meaning = " ".join(meanings[name].split())
        shape = _shape(take_apart(info), definitions)
        properties[name] = {
            "description": meaning,
            **(_admit_empty(shape) if may_be_empty else shape),
        }
        if not may_be_empty:
            required.append(name)
    return _object(properties, required)


def _shape(soort: Soort, definitions: dict[str, type_schema]) -> type_schema:
    """The schema of the value of a field."""
    if soort.cls:
        one = _describe(soort.cls, frozenset(), definitions)
    else:
        one = dict(soort.vorm.schema) if soort.vorm else {}
    if soort.mark:
        name = name_definition(soort.mark)
        definitions[name] = one
        one = {"$ref": f"#/definitions/{name}"}
        if not soort.is_lijst:
            # Beside a $ref nothing else counts; the meaning of the field must.
            one = {"allOf": [one]}
    if not soort.is_lijst:
        return one
    around = soort.om_de_lijst.schema if soort.om_de_lijst else {}
    return {"type": "array", "items": one, **around}


def _admit_empty(shape: type_schema) -> type_schema:
    """The same, or nothing: a field without a value is an absent field."""
    if isinstance(shape.get("type"), str):
        return {**shape, "type": [shape["type"], "null"]}
    if isinstance(shape.get("type"), list):
        return {**shape, "type": [*shape["type"], "null"]}
    return {"anyOf": [*shape.get("allOf", [shape]), _LEEG]}
