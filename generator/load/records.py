"""From plain values to model records, with every refusal as a finding in the advisor's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.findings import Code, Finding, Plek, fout
from generator.load.grenzen import MEESTE_FOUTEN
from generator.model.basis import Model, describe_fields, find_model, list_references, type_path
from generator.model.gelijkenis import find_closest, suggest
from generator.model.plekken import Vindplaats
from generator.model.programma import LIJSTEN, MAPPEN
from generator.model.waarden import show

type_record = TypeVar("type_record", bound=Model)
type_locate = Callable[[type_path], Plek]

MEESTE_VELDEN: Final = 40
"""How many fields a finding names to choose from: all of any class."""
_VORMEN = {
    "tuple_type": ("een lijst", "zet elke waarde op een eigen regel met een streepje ervoor"),
    "model_type": ("een blok met velden", "schrijf de velden eronder, twee spaties ingesprongen"),
    "string_type": ("tekst", "zet de tekst tussen aanhalingstekens"),
}
_ANDERE_VORM = ("een andere waarde", "kijk in data/README.md wat hier mag staan")


def _model_at(cls: type[Model], path: type_path) -> type[Model]:
    """The class of the record that `path` leads to, through nested records and tuples of them."""
    for step in path:
        if isinstance(step, int):
            continue
        found = cls.model_fields.get(step)
        inner = find_model(found.annotation) if found else None
        if inner is None:
            break
        cls = inner
    return cls


def _find_source(cls: type[Model], name: str) -> str:
    """The file with the ids that a field of `cls` chooses from; empty when it holds no id."""
    for field, mark in list_references(cls):
        if field == name:
            if mark.woordenlijst:
                return f"data/woordenlijst/{mark.soort}.yaml"
            if mark.soort in LIJSTEN:
                return f"data/{LIJSTEN[mark.soort]}.yaml"
            return f"data/{MAPPEN[mark.soort]}" if mark.soort in MAPPEN else "data/themas.yaml"
    return ""


@dataclass(frozen=True, slots=True)
class _Explainer:
    """Puts what pydantic refused into the words of an advisor.

    Attributes:
        cls: the class of the record.
        inhoud: what was given.
        values: gives the place of a value by its path.
        keys: gives the place of a key; None in a table, where a field has no name to type.
    """

    cls: type[Model]
    inhoud: Mapping[str, object]
    values: type_locate
    keys: type_locate | None

    def explain(self, errors: list[ErrorDetails]) -> Iterator[Finding]:
        """One finding per mistake: a misspelled field is not also called absent."""
        unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
        meant = {(*path[:-1], self._guess(path)) for path in unknown}
        for error in errors:
            if error["type"] == "extra_forbidden":
                yield self._unknown(error["loc"])
            elif error["type"] != "missing":
                yield self._refused(error)
            elif error["loc"] not in meant:
                yield self._missing(error["loc"])

    def _guess(self, path: type_path) -> str | None:
        return find_closest(str(path[-1]), self._list_free(path[:-1]))

    def _list_free(self, path: type_path) -> list[str]:
        """The fields of the record at `path` that nobody filled in yet."""
        given: Any = self.inhoud
        for step in path:
            given = given[step]
        fields = _model_at(self.cls, path).model_fields
        return [name for name in fields if name not in given]

    def _unknown(self, path: type_path) -> Finding:
        melding = f"het veld '{path[-1]}' bestaat niet"
        free = self._list_free(path[:-1])
        oplossing = suggest(str(path[-1]), free, most=MEESTE_VELDEN)
        if self._guess(path) is None:
            oplossing = f"haal het veld weg, of {oplossing}" if free else "haal het veld weg"
        return fout(Code.VELD_ONBEKEND, (self.keys or self.values)(path), melding, oplossing)

    def _missing(self, path: type_path) -> Finding:
        name, cls = str(path[-1]), _model_at(self.cls, path[:-1])
        meaning = describe_fields(cls).get(name, "").rstrip(".")
        if source := _find_source(cls, name):
            meaning = f"{meaning}; kies uit {source}"
        melding = f"het verplichte veld '{name}' ontbreekt of is leeg"
        oplossing = f"schrijf {name}: ..." if self.keys else f"vul {name} in"
        plek = (self.keys or self.values)(path)
        return fout(Code.VELD_ONTBREEKT, plek, melding, f"{oplossing} ({meaning})")

    def _refused(self, error: ErrorDetails) -> Finding:
        path, context = error["loc"], error.get("ctx", {})
        name = next((step for step in reversed(path) if isinstance(step, str)), "")
        if "melding" in context:
            melding = f"{name}: {context['melding']}" if name else context["melding"]
            oplossing, code = context["oplossing"], Code(error["type"])
            source = _find_source(_model_at(self.cls, path[:-1]), name)
            if source and code is Code.SLEUTEL_ONGELDIG:
                # An id made of a whole name is seldom the id that exists.
                is_naam = " " in str(error["input"]).strip()
                oplossing = "schrijf de id, niet de naam" if is_naam else oplossing
                oplossing += f"; kies uit {source}"
            return fout(code, self.values(path), melding, oplossing)
        wanted, oplossing = _VORMEN.get(error["type"], _ANDERE_VORM)
        given = "niets" if error["input"] is None else show(error["input"])
        where = f"onderdeel {path[-1] + 1} van " if isinstance(path[-1], int) else ""
        melding = f"bij {where}'{name}' hoort {wanted}, maar er staat {given}"
        if error["type"] == "model_type":
            fields = _model_at(self.cls, path).model_fields
            needed = [field for field, info in fields.items() if info.is_required()]
            oplossing += f": {', '.join(needed or fields)}"
        elif error["type"] == "tuple_type" and _find_source(_model_at(self.cls, path[:-1]), name):
            oplossing = f"schrijf {name}: [{str(error['input']).strip('[] ')}]"
        return fout(Code.VORM_ONGELDIG, self.values(path), melding, oplossing)


def _drop_empty(inhoud: Mapping[str, object]) -> dict[str, object]:
    """The fields that hold something, also in the blocks and lists inside."""
    return {key: _fill(value) for key, value in inhoud.items() if value is not None}


def _fill(value: object) -> object:
    if isinstance(value, dict):
        return _drop_empty(value)
    return [_fill(item) for item in value] if isinstance(value, list) else value


def validate(
    cls: type[type_record],
    inhoud: Mapping[str, object],
    values: type_locate,
    keys: type_locate | None = None,
) -> tuple[type_record | None, tuple[Finding, ...]]:
    """The record of class `cls` in `inhoud`, or None with what was wrong.

    Args:
        cls: a model class.
        inhoud: plain values by key; a value None is an absent field.
        values: gives the place of a value by its path.
        keys: gives the place of a key by its path; without it, the place of the value.
    """
    given = _drop_empty(inhoud)
    try:
        return cls.model_validate(given, context=given), ()
    except ValidationError as error:
        explainer = _Explainer(cls, given, values, keys)
        return None, tuple(explainer.explain(error.errors(include_url=False)[:MEESTE_FOUTEN]))


def validate_at(
    cls: type[type_record], inhoud: object, vindplaats: Vindplaats, **supplied: object
) -> tuple[type_record | None, tuple[Finding, ...]]:
    """The record at a place in a YAML document; see `validate`.

    `supplied` are fields that the program fills (an id from a file name); nobody types them.
    """

    def locate_value(path: type_path) -> Plek:
        return vindplaats(*path)

    def locate_key(path: type_path) -> Plek:
        return vindplaats.posities.of_key((*vindplaats.basis, *path))

    if not isinstance(inhoud, dict):
        melding = f"hier hoort een blok met velden, maar er staat {show(inhoud)}"
        oplossing = "schrijf velden als naam: ..., twee spaties ingesprongen"
        return None, (fout(Code.VORM_ONGELDIG, vindplaats(), melding, oplossing),)
    typed = tuple(
        fout(
            Code.VELD_ONBEKEND,
            locate_key((name,)),
            f"het veld '{name}' wordt niet hier ingevuld: het programma vult het zelf",
            "haal deze regel weg; een id komt uit de bestandsnaam, rijen komen uit de CSV ernaast",
        )
        for name in supplied
        if name in inhoud
    )
    record, refused = validate(cls, {**inhoud, **supplied}, locate_value, locate_key)
    return (None if typed else record), (*typed, *refused)
