"""Two versions of a programme beside each other: what is a change, and what is not."""

from __future__ import annotations

import random
from typing import Any

from generator.compare import SOORTEN, Duister, Wat, compare
from generator.compare.velden import NIET_VERGELEKEN, SLEUTELS, compare_fields, match_parts
from generator.model.acties import Mijlpaal
from generator.model.basis import Model, find_model
from generator.model.programma import COLLECTIES, ONDERDELEN, Programma, iter_records
from tests.builders import make_actie


def _list_nested(cls: type[Model], found: set[type[Model]]) -> set[type[Model]]:
    """Every class of which a record holds a list, at any depth."""
    for field in cls.model_fields.values():
        inner = find_model(field.annotation)
        if inner is not None:
            if "tuple" in str(field.annotation):
                found.add(inner)
            _list_nested(inner, found)
    return found


def _shuffle(record: Any, chance: random.Random) -> Any:
    """The record with every list in it in another order."""
    if isinstance(record, tuple):
        items = [_shuffle(item, chance) for item in record]
        chance.shuffle(items)
        return tuple(items)
    if isinstance(record, Model):
        names = type(record).model_fields
        return record.model_copy(
            update={
                name: _shuffle(getattr(record, name), chance)
                for name in names
                if name not in {"r_strategie", "termen", "vragen", "delen"}
            }
        )
    return record


def _mijlpaal(titel: str, gepland: str, behaald: str | None = None) -> Mijlpaal:
    return Mijlpaal.model_validate({"titel": titel, "gepland": gepland, "behaald": behaald})


def test_programme_beside_itself_has_no_changes(proefdorp: Programma) -> None:
    """Nothing changed means that nothing is told."""
    assert compare(proefdorp, proefdorp) == ()


def test_order_of_files_and_lists_is_no_change(proefdorp: Programma) -> None:
    """Whoever sorts a list or moves a row has changed nothing."""
    shuffled = _shuffle(proefdorp, random.Random(7))  # noqa: S311 - no secret
    assert shuffled != proefdorp
    assert compare(proefdorp, shuffled) == ()


def test_order_that_says_something_is_a_change(proefdorp: Programma) -> None:
    """The terms of a vocabulary stand in the order in which readers see them."""
    first = proefdorp.woordenlijsten[0]
    turned = first.model_copy(update={"termen": first.termen[::-1]})
    after = proefdorp.model_copy(update={"woordenlijsten": (turned, *proefdorp.woordenlijsten[1:])})
    ((change,),) = (item.velden for item in compare(proefdorp, after))
    assert (change.veld, change.is_volgorde) == ("termen", True)


def test_every_record_of_a_programme_is_compared(proefdorp: Programma) -> None:
    """Take any one record away, and it is told; put it back, and that is told."""
    for soort, identifier, _ in iter_records(proefdorp):
        if soort == "gegevens":
            continue
        key = COLLECTIES.get(soort, soort)
        held = getattr(proefdorp, key)
        rest = tuple(x for x in held if x.id != identifier) if isinstance(held, tuple) else None
        fewer = proefdorp.model_copy(update={key: rest})
        (gone,) = compare(proefdorp, fewer)
        assert (gone.soort, gone.id, gone.wat) == (soort, identifier, Wat.WEG)
        (new,) = compare(fewer, proefdorp)
        assert (new.soort, new.id, new.wat) == (soort, identifier, Wat.NIEUW)


def test_every_field_of_every_record_is_compared(proefdorp: Programma) -> None:
    """Whatever field has another value, the change names that field."""
    records = [record for _, _, record in iter_records(proefdorp)]
    for record in (*records, *proefdorp.proza):
        for name in type(record).model_fields:
            if name in NIET_VERGELEKEN:
                continue
            value = None if isinstance(getattr(record, name), Model) else "iets anders"
            other = record.model_copy(update={name: value})
            assert [item.veld for item in compare_fields(record, other)] == [name]


def test_every_kind_has_its_place_in_the_report() -> None:
    """No kind of record can be met that the report does not know."""
    assert set(SOORTEN) == {"gegevens", "proza", *COLLECTIES, *ONDERDELEN}
    assert len(SOORTEN) == len(set(SOORTEN))


def test_every_list_of_records_says_by_what_they_are_known() -> None:
    """A row is followed from one version to the next by what identifies it."""
    records = {find_model(field.annotation) for field in Programma.model_fields.values()}
    nested = set().union(*(_list_nested(cls, set()) for cls in records if cls))
    assert nested <= SLEUTELS.keys()
    for cls, names in SLEUTELS.items():
        assert set(names) <= cls.model_fields.keys(), cls


def test_milestone_is_followed_by_its_title_else_by_its_place() -> None:
    """A milestone that moved in the list or got another title is the same milestone."""
    a, b, c = _mijlpaal("A", "2026-01"), _mijlpaal("B", "2026-02"), _mijlpaal("C", "2026-03")
    later = _mijlpaal("A", "2026-09")
    assert match_parts((a, b, c), (c, later, b)) == {0: 2, 1: 0, 2: 1}
    renamed = _mijlpaal("A in het kort", "2026-01")
    assert match_parts((a, b), (renamed, b)) == {0: 0, 1: 1}
    other = _mijlpaal("Iets anders", "2031-01")
    assert match_parts((a, b), (other, b)) == {0: None, 1: 1}


def test_equal_rows_are_told_apart_by_their_number() -> None:
    """Of two equal rows of which one goes, one is gone."""
    twin = _mijlpaal("A", "2026-01")
    old = make_actie(mijlpalen=[{"titel": "A", "gepland": "2026-01"}] * 2)
    new = make_actie(mijlpalen=[{"titel": "A", "gepland": "2026-01"}])
    (change,) = compare_fields(old, new)
    assert [(part.oud, part.nieuw) for part in change.delen] == [(twin, None)]


def test_record_with_another_id_and_the_same_name_is_renamed(proefdorp: Programma) -> None:
    """A file that got another name is not one action less and one more."""
    first = proefdorp.acties[0].model_copy(update={"id": "A-0077", "actiestatus": "afgerond"})
    after = proefdorp.model_copy(update={"acties": (*proefdorp.acties[1:], first)})
    (change,) = compare(proefdorp, after)
    assert (change.wat, change.id, [item.veld for item in change.velden]) == (
        Wat.HERNOEMD,
        "A-0077",
        ["actiestatus"],
    )


def test_two_records_of_one_name_are_not_guessed_at(proefdorp: Programma) -> None:
    """Where it is not sure which one was renamed, both are told as new and the old one as gone."""
    one, two = (proefdorp.acties[0].model_copy(update={"id": x}) for x in ("A-0077", "A-0078"))
    after = proefdorp.model_copy(update={"acties": (*proefdorp.acties[1:], one, two)})
    assert [item.wat for item in compare(proefdorp, after)] == [Wat.WEG, Wat.NIEUW, Wat.NIEUW]


def test_what_could_not_be_read_is_neither_new_nor_gone(proefdorp: Programma) -> None:
    """Of a record that nobody could read, nothing is said."""
    fewer = proefdorp.model_copy(update={"acties": proefdorp.acties[1:]})
    dark = Duister(records={("actie", "A-0001")})
    assert compare(fewer, proefdorp, dark) == ()
    assert compare(fewer, proefdorp, Duister(soorten={"actie"})) == ()
    changed = proefdorp.acties[0].model_copy(update={"titel": "Anders"})
    after = proefdorp.model_copy(update={"acties": (changed, *proefdorp.acties[1:])})
    assert compare(proefdorp, after, dark) == ()
    assert len(compare(proefdorp, after, Duister(soorten={"actie"}))) == 1


def test_changes_stand_in_one_order(proefdorp: Programma) -> None:
    """The same two versions always give the same report: by kind, then by id."""
    acties = tuple(item.model_copy(update={"titel": f"{item.titel}."}) for item in proefdorp.acties)
    teams = tuple(item.model_copy(update={"naam": f"{item.naam}."}) for item in proefdorp.teams)
    after = proefdorp.model_copy(update={"acties": acties[::-1], "teams": teams})
    found = [(item.soort, item.id) for item in compare(proefdorp, after)]
    assert found[:4] == [("actie", f"A-000{number}") for number in (1, 2, 3, 4)]
    assert found[4:] == sorted(found[4:])
