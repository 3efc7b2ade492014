"""What holds for every class of the model, so that editions, checks and manuals can rely on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from generator.findings import Code, Plek
from generator.load.records import validate
from generator.model.acties import Actie
from generator.model.basis import PUBLIEK, Model, Verwijzing, describe_fields, walk
from generator.model.datums import parse_periode
from generator.model.herkomst import Herkomstvelden, inherit
from generator.model.organisatie import Team
from generator.model.programma import (
    COLLECTIES,
    ONDERDELEN,
    Programma,
    iter_records,
    iter_verwijzingen,
)

PROJECT = Path(__file__).parents[2]

# Whoever makes a field public, or hides one, says so here as well: that is the second look.
ALLEEN_INTERN = {
    "Actie.afgesproken_met_team",
    "Actie.begrotingsprogramma",
    "Actie.besluitmomenten",
    "Actie.budget_eur",
    "Actie.dekking",
    "Actie.trekker",
    "Actie.uren",
    "Actie.verwachte_effecten",
    "Actie.voortgang_handmatig",
    "Belemmering.afgestemd_met_team",
    "Belemmering.bron_idee",
    "Belemmering.comb",
    "Belemmering.meldingen",
    "Belemmering.niveau",
    "Belemmering.praktisch",
    "Belemmering.team",
    "Belemmering.tekst",
    "Indicator.oordeel_handmatig",
    "Initiatief.partijen",
    "Inkooppost.contract_eind",
    "Integratiecel.bewijs",
    "Kans.haalbaarheid",
    "Kans.kosten",
    "Kans.niveau",
    "Keuzehulp.contactrol",
    "Openbaarheid.publiek_vanaf",
    "Programma.draagvlak",
    "Proza.begint_op",
    "Programmagegevens.intern_url",
    "Programmagegevens.vrijgegeven",
    "Team.betekenis",
    "Team.contactrol",
    "Team.omvang",
    "Vaststelling.archief",
    "Vaststelling.concept",
    "Vaststelling.controlegetal",
    "Vaststelling.publiek_vanaf",
}


def _find_models(annotation: object) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _find_models(inner)


def _reach(cls: type[Model], *, publiek: bool) -> dict[str, type[Model]]:
    """Every class below `cls`, through all fields or only through those that are public."""
    found = {cls.__name__: cls}
    for field in cls.model_fields.values():
        if publiek and PUBLIEK not in field.metadata:
            continue
        for inner in _find_models(field.annotation):
            if inner.__name__ not in found:
                found |= _reach(inner, publiek=publiek)
    return found


ALLE = _reach(Programma, publiek=False)
OPENBAAR = _reach(Programma, publiek=True)
VELDEN = [
    pytest.param(field, id=f"{cls.__name__}.{name}")
    for cls in ALLE.values()
    for name, field in cls.model_fields.items()
]


def test_model_is_known_by_heart() -> None:
    """The walk over the model meets the classes that matter, so the tests below test them."""
    assert {"Actie", "Mijlpaal", "Urenraming", "Meting", "Term", "Proza"} <= set(ALLE)
    assert set(ALLE) - set(OPENBAAR) == {
        "Urenraming",
        "Besluitmoment",
        "Voortgangsoordeel",
        "Indicatoroordeel",
        "Draagvlakmeting",
        "Draagvlakscore",
    }


def _find_owner(cls: type[Model], field: str) -> str:
    """The class in which a field is written, of this class and those that it extends."""
    return next(base.__name__ for base in cls.__mro__ if field in vars(base)["__annotations__"])


def test_fields_of_the_intranet_are_exactly_these() -> None:
    """No field becomes public, and none disappears from the public site, by accident."""
    hidden = {
        f"{_find_owner(cls, name)}.{name}"
        for cls in OPENBAAR.values()
        for name, field in cls.model_fields.items()
        if PUBLIEK not in field.metadata
    }
    assert hidden == ALLEEN_INTERN


def test_field_that_is_not_public_can_be_left_empty() -> None:
    """The public edition empties such a field, so it must have an empty value."""
    for cls in OPENBAAR.values():
        for name, field in cls.model_fields.items():
            if PUBLIEK not in field.metadata:
                assert not field.is_required(), f"{cls.__name__}.{name} has no default"


@pytest.mark.parametrize("field", VELDEN)
def test_reference_names_something_that_exists(field: FieldInfo) -> None:
    """Every reference leads to a collection of the programme or to a vocabulary."""
    lists = {path.stem for path in (PROJECT / "data" / "woordenlijst").glob("*.yaml")}
    for mark in field.metadata:
        if isinstance(mark, Verwijzing):
            assert mark.soort in (lists if mark.woordenlijst else {*COLLECTIES, "deelonderwerp"})


def test_every_collection_is_reached_by_checks_and_editions() -> None:
    """Each collection of the programme is listed where checks and editions look for it."""
    collections = set(Programma.model_fields) - {"gegevens", "proza"}
    assert {*COLLECTIES.values(), *ONDERDELEN} == collections


@pytest.mark.parametrize("cls", ALLE.values())
def test_every_field_has_a_meaning(cls: type[Model]) -> None:
    """A message about a missing field can tell what belongs there."""
    if cls is not Programma:
        assert set(describe_fields(cls)) >= set(cls.model_fields)


def test_records_cannot_be_changed(proefdorp: Programma) -> None:
    """What was read stays as it was read, however deep."""
    for _, _, record in iter_records(proefdorp):
        for _, inner in walk(record):
            name = next(iter(type(inner).model_fields))
            with pytest.raises(ValidationError, match="frozen"):
                setattr(inner, name, None)
            for field in type(inner).model_fields:
                assert not isinstance(getattr(inner, field), list | dict | set)


def test_unknown_field_is_refused_by_every_class() -> None:
    """No class takes a field that it does not know."""
    for cls in ALLE.values():
        _, findings = validate(cls, {"bestaat_niet": 1}, lambda _: Plek("x"))
        assert Code.VELD_ONBEKEND in {finding.code for finding in findings}


def test_references_are_found_with_their_path(proefdorp: Programma) -> None:
    """A check on references meets those in lists and in nested records too."""
    found = {(path, ident) for path, _, ident, _ in iter_verwijzingen(proefdorp.acties[0])}
    assert (("eigenaar_team",), "wegen") in found
    assert (("betrokken_teams", 1), "personeel") in found
    assert (("uren", 0, "team"), "wegen") in found
    assert (("verwachte_effecten", 0, "indicator"), "restafval_inw") in found


def test_visibility_is_intern_unless_somebody_says_so() -> None:
    """What nobody decided about stays on the intranet."""
    for cls in (Actie, Team):
        assert cls.model_fields["zichtbaarheid"].default == "intern"


def test_provenance_is_inherited_field_by_field() -> None:
    """An empty field takes the value of the nearest record around it that has one."""
    own = Herkomstvelden(kwaliteit="B")
    file = Herkomstvelden(bron="afvaldienst", kwaliteit="A")
    programme = Herkomstvelden(bron="proefgegevens", peildatum=parse_periode("2026"))
    found = inherit(own, file, programme)
    assert (found.bron, found.kwaliteit, str(found.peildatum)) == ("afvaldienst", "B", "2026")
    assert found.herkomst is None
