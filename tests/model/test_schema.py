"""Schemas for editors: they tell the same as the program, and are never stricter."""

from __future__ import annotations

import copy
import json
import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from generator.findings import Plek
from generator.load.programma import load_programma
from generator.load.records import validate
from generator.load.yaml_document import parse_yaml
from generator.model.basis import Model, describe_fields
from generator.model.programma import Programma, Programmagegevens
from generator.model.schema import fill_in, list_keuzes, make_schema, type_keuzes
from generator.model.velden import (
    Bestandsoort,
    iter_fields,
    list_bestandsoorten,
    list_tabelsoorten,
    take_apart,
)
from tests.conftest import MINIGEMEENTE
from tests.programmes import ROOT

SCHEMAS = Path(str(files("site_theme") / "schema"))
SOORTEN = {soort.naam: soort for soort in list_bestandsoorten()}
PROGRAMMAS = {"proefdorp": MINIGEMEENTE, "voorbeeldstad": ROOT}


def _show(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("naam", SOORTEN)
def test_schema_in_the_package_is_that_of_the_model(naam: str) -> None:
    """Who edits in VS Code sees the fields and meanings of this version of the program."""
    path = SCHEMAS / f"{naam}.schema.json"
    made = _show(make_schema(SOORTEN[naam]))
    if os.environ.get("CIRCULAIR_SCHRIJF_VERWACHT"):
        path.write_text(made, "utf-8")
    Draft7Validator.check_schema(json.loads(made))
    assert path.read_text("utf-8") == made


def test_no_schema_is_left_behind() -> None:
    """Each schema belongs to a kind of file."""
    assert {path.name for path in SCHEMAS.iterdir()} == {f"{naam}.schema.json" for naam in SOORTEN}


def _list_classes() -> set[type[Model]]:
    found: set[type[Model]] = set()
    todo = [soort.cls for soort in (*list_bestandsoorten(), *list_tabelsoorten())]
    while todo:
        cls = todo.pop()
        if cls not in found:
            found.add(cls)
            kinds = (take_apart(info) for _, info in iter_fields(cls, frozenset({"id"})))
            todo += [soort.cls for soort in kinds if soort.cls]
    return found


def test_every_field_has_a_shape_and_a_meaning() -> None:
    """Of each field an advisor can read what it means and what may stand there."""
    for cls in _list_classes():
        typed = [name for name, _ in iter_fields(cls, frozenset())]
        assert set(typed) <= describe_fields(cls).keys(), cls


@cache
def _read(root: Path) -> Mapping[str, tuple[Bestandsoort, Any]]:
    """Each YAML file of a programme, with its kind, as the program reads it."""
    found = {}
    for soort in SOORTEN.values():
        for path in sorted((root / "data").glob(soort.patroon)):
            document, _ = parse_yaml(path.read_text("utf-8"), path.name)
            assert document is not None
            found[path.relative_to(root).as_posix()] = (soort, document.inhoud)
    return found


@cache
def _make_validator(root: Path, naam: str) -> Draft7Validator:
    """What judges a file of a programme, with the choices of that programme."""
    return Draft7Validator(fill_in(make_schema(SOORTEN[naam]), _read_keuzes(root)))


@cache
def _read_keuzes(root: Path) -> type_keuzes:
    read = load_programma(root)
    return list_keuzes(read.programma, read.plekken)


@cache
def _make_plain(naam: str) -> Draft7Validator:
    """What judges a file of any programme."""
    return Draft7Validator(make_schema(SOORTEN[naam]))


@pytest.mark.parametrize("root", PROGRAMMAS.values(), ids=PROGRAMMAS)
def test_files_of_a_good_programme_fit_their_schemas(root: Path) -> None:
    """Nobody gets a wrong underlining in a file in which nothing is wrong."""
    told = [
        f"{name}: {error.json_path} {error.message[:80]}"
        for name, (soort, inhoud) in _read(root).items()
        for error in _make_validator(root, soort.naam).iter_errors(inhoud)
    ]
    assert told == []
    known = {path.relative_to(root).as_posix() for path in (root / "data").rglob("*.yaml")}
    assert _read(root).keys() == known


@pytest.mark.parametrize(
    ("name", "path", "wrong"),
    [
        ("data/acties/A-0001.yaml", ("thma",), "openbare_ruimte"),
        ("data/acties/A-0001.yaml", ("thema",), "openbare_ruimt"),
        ("data/acties/A-0001.yaml", ("fase",), "bestaat_niet"),
        ("data/acties/A-0001.yaml", ("gecontroleerd_op",), "1-10-2026"),
        ("data/acties/A-0001.yaml", ("start",), "feb-26"),
        ("data/acties/A-0001.yaml", ("betrokken_teams",), "wegen"),
        ("data/acties/A-0001.yaml", ("zichtbaarheid",), "openbaar"),
        ("data/acties/A-0001.yaml", ("substitutie",), "ja"),
        ("data/acties/A-0001.yaml", ("budget_eur",), "12.500"),
        ("data/acties/A-0001.yaml", ("titel",), "  "),
        ("data/acties/A-0001.yaml", ("id",), "A-0001"),
        ("data/programma.yaml", ("contact",), "geen adres"),
        ("data/programma.yaml", ("kleinste_groep",), 4),
        ("data/programma.yaml", ("periode_van",), 26),
    ],
)
def test_a_common_mistake_is_underlined(name: str, path: tuple[str], wrong: object) -> None:
    """What `circulair controleer` refuses, the editor underlines while it is typed."""
    soort, inhoud = _read(MINIGEMEENTE)[name]
    changed = {**inhoud, path[0]: wrong}
    assert not _make_validator(MINIGEMEENTE, soort.naam).is_valid(changed)


def _iter_places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    pairs = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in pairs:
        yield from _iter_places(inner, (*path, key))


PLAATSEN = tuple(
    (name, path)
    for name, (_, inhoud) in _read(MINIGEMEENTE).items()
    for path in _iter_places(inhoud)
)
WAARDEN: tuple[Any, ...] = (
    *(True, False, 0, -1, 1, 3, 6, 99, 100, 2026, 1899, 2201, 10**9, 10**13, 10**18),
    *([], {}, [None], ["x"], ["tekst", "wegen"], ["#fff"] * 6, [2026]),
    *("", " ", "tekst", " tekst ", "true", "ja", "A", "K-01", "R3", "BS-01", "een_twee", "een-2"),
    *("een twee", "Ünïcode", "ongeldig:", "-0", "-0,0", "0,5", "12,50", "1.234", "012", "7" * 14),
    *("2026", "2026-10", "2026-13", "2026-02-30", "2026-10-01", "1-10-2026", "2201", "1900"),
    *("nvt", "n.v.t.", "NVT", "4", "#fff", "#0b4f49", " #0B4F49 ", "0b4f49", "publiek", "en"),
    *("x@y.nl", " x@y.nl ", "https://x.nl", "HTTPS://X.NL", "http://x.nl", " https://x.nl/a "),
    *("400", "100 900", " 400 ", "werf.jpg", " werf-1.webp ", "Werf.JPG", "a.woff2", "nl-BE"),
    *(",", ".", ";", "-", "utf-8", "Source Sans 3", "omhoog", "lineair", "bron", "klaar"),
)
FORMEEL = st.one_of(
    st.none(),
    st.sampled_from(WAARDEN),
    st.integers(-(10**14), 10**14),
    st.from_regex(r"-?[0-9]{1,13}(,[0-9]{1,11})?", fullmatch=True),
    st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}", fullmatch=True),
    st.text(max_size=12),
)


@pytest.mark.parametrize("cls", sorted(_list_classes(), key=str))
def test_no_field_is_stricter_in_the_editor(cls: type[Model]) -> None:
    """Whatever the program takes in a field, or lets stay empty, the editor takes as well."""
    schema = make_schema(Bestandsoort("proef", "proef.yaml", cls))
    taken = 0
    for name, info in iter_fields(cls, frozenset()):
        if take_apart(info).cls:
            continue
        shape = {**schema["properties"][name], "definitions": schema.get("definitions", {})}
        validator = Draft7Validator(shape)
        marked: Any = Annotated[(info.annotation, *info.metadata, None)]
        adapter: TypeAdapter[Any] = TypeAdapter(marked)
        assert validator.is_valid(None) or info.is_required(), name
        for value in WAARDEN:
            try:
                adapter.validate_python(value)
            except ValidationError:
                continue
            taken += 1
            assert validator.is_valid(value), (name, value)
    assert taken or all(take_apart(info).cls for _, info in iter_fields(cls, frozenset()))


def _is_admitted(soort: Bestandsoort, inhoud: Any) -> bool:
    """Whether the program itself takes the records of a file, but for what they refer to."""
    records = inhoud.get(soort.lijst) if soort.lijst else [inhoud]
    supplied = {"id": "A-0001"} if "id" in soort.ingevuld else {}
    if soort.naam == "vaststelling":
        supplied = {"id": "2026-10-01"}
    if not isinstance(records, list) or (soort.lijst and len(inhoud) > 1):
        return False
    return all(
        isinstance(record, dict)
        and supplied.keys().isdisjoint(record)
        and validate(soort.cls, {**record, **supplied}, lambda _: Plek("x"))[0] is not None
        for record in records
    )


@given(st.sampled_from(PLAATSEN), FORMEEL)
def test_schema_is_never_stricter_than_the_program(
    place: tuple[str, tuple[Any, ...]], value: object
) -> None:
    """Whatever the program takes, the editor does not underline."""
    name, path = place
    soort, inhoud = _read(MINIGEMEENTE)[name]
    changed = copy.deepcopy(inhoud)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    if _is_admitted(soort, changed):
        assert _make_plain(soort.naam).is_valid(changed), (name, path)


def test_what_is_chosen_has_its_name(proefdorp: Programma) -> None:
    """In the list that the editor shows, each id stands beside what people call it."""
    schema = fill_in(make_schema(SOORTEN["actie"]), _read_keuzes(MINIGEMEENTE))
    team = proefdorp.teams[0]
    choice = schema["definitions"]["team"]
    assert choice["enumDescriptions"][choice["enum"].index(team.id)] == team.naam
    fase = proefdorp.termen("fase")[0]
    assert fase.id in schema["definitions"]["woordenlijst_fase"]["enum"]


def test_ids_of_broken_records_can_be_chosen(proefdorp_map: Path) -> None:
    """A mistake in one file gives no underlining in another."""
    whole = _read_keuzes(MINIGEMEENTE)["team"]
    path = proefdorp_map / "data" / "teams.yaml"
    text = re.sub(
        r"^    naam: .*$", "    naam: []", path.read_text("utf-8"), count=1, flags=re.MULTILINE
    )
    path.write_text(text, "utf-8")
    read = load_programma(proefdorp_map)
    assert len(read.programma.teams) < len(whole)
    found = list_keuzes(read.programma, read.plekken)["team"]
    assert [item for item, _ in found] == [item for item, _ in whole]
    path.write_text("teams: [\n", "utf-8")
    read = load_programma(proefdorp_map)
    assert "team" not in list_keuzes(read.programma, read.plekken)


def test_programme_facts_are_described() -> None:
    """The editor tells of a field what the manual and the messages tell."""
    properties = make_schema(SOORTEN["programma"])["properties"]
    meanings = describe_fields(Programmagegevens)
    for field in Programmagegevens.model_fields:
        assert properties[field]["description"] == " ".join(meanings[field].split())
