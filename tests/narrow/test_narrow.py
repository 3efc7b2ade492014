"""The public edition holds what says that it is public, and nothing that refers to the rest.

How these tests were seen to fail, each guard broken once: `betekenis` of Team marked PUBLIEK, and
PUBLIEK taken from `reden` of Actie (tests/model/test_model.py, ALLEEN_INTERN); the default for
fields that are not PUBLIEK, the test on zichtbaarheid, the filter on references, and the removal
of nested records that refer to something hidden (here).
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from generator.model.acties import Effect
from generator.model.basis import (
    PUBLIEK,
    Editie,
    Model,
    Verwijzing,
    Zichtbaarheid,
    find_model,
    walk,
)
from generator.model.indicatoren import Indicator, Meting
from generator.model.paden import list_paden
from generator.model.programma import (
    COLLECTIES,
    ONDERDELEN,
    Programma,
    iter_records,
    iter_verwijzingen,
)
from generator.narrow import narrow
from generator.narrow.editie import narrow_to_public

KANARIE = "KANARIE"
PAGINAS = {("rekenkamervraag", "paginas")}
"""Lists of pages, from which those go that the edition does not have."""


@pytest.fixture(scope="module")
def publiek(proefdorp: Programma) -> Programma:
    """Proefdorp as the public edition may know it."""
    return narrow(proefdorp, Editie.PUBLIEK)


def _change(programma: Programma, name: str, identifier: str, **changes: Any) -> Programma:
    records = tuple(
        record.model_copy(update=changes) if record.id == identifier else record
        for record in getattr(programma, name)
    )
    return programma.model_copy(update={name: records})


def _find(programma: Programma, name: str, identifier: str) -> Any:
    return next(item for item in getattr(programma, name) if item.id == identifier)


def _plant(record: Any, should_plant: Callable[[Model, str], bool], path: str = "") -> Any:
    """The record with a canary in each field that `should_plant` chooses, also in nested ones."""
    if isinstance(record, tuple):
        return tuple(
            _plant(item, should_plant, f"{path}.{place}") for place, item in enumerate(record)
        )
    if not isinstance(record, Model):
        return record
    changes: dict[str, object] = {}
    for name in type(record).model_fields:
        spot = f"{path}.{name}"
        if should_plant(record, name):
            changes[name] = f"{KANARIE}{spot}"
        else:
            changes[name] = _plant(getattr(record, name), should_plant, spot)
    return record.model_copy(update=changes)


def test_intern_edition_holds_everything(proefdorp: Programma) -> None:
    """The intranet shows the programme as it was read."""
    assert narrow(proefdorp, Editie.INTERN) == proefdorp


def test_public_edition_holds_only_what_says_it_is_public(publiek: Programma) -> None:
    """Hidden teams, actions, indicators, sources and pages are not in the public edition."""
    ids = {name: [record.id for record in getattr(publiek, name)] for name in COLLECTIES.values()}
    assert ids["teams"] == ["wegen", "inkoop"]
    assert ids["acties"] == ["A-0001", "A-0002", "A-0003"]
    assert ids["indicatoren"] == ["acties_actueel", "restafval_inw", "tegels_hergebruikt"]
    assert ids["bronnen"] == ["proefgegevens", "afvaldienst"]
    assert [page.pad for page in publiek.proza] == ["aanpak", "themas/openbare_ruimte"]


def test_no_record_in_the_public_edition_is_intern(publiek: Programma) -> None:
    """Whatever can be hidden and is shown, says that it is public; what is silent is hidden."""
    for _, record in walk(publiek):
        assert getattr(record, "zichtbaarheid", Zichtbaarheid.PUBLIEK) is Zichtbaarheid.PUBLIEK


def test_fields_of_the_intranet_are_empty_in_the_public_edition(
    proefdorp: Programma, publiek: Programma
) -> None:
    """Budget, hours, names of functions and the like are gone, though they were filled."""
    emptied = set()
    for soort, identifier, record in iter_records(publiek):
        for path, inner in walk(record):
            for name, field in type(inner).model_fields.items():
                if PUBLIEK not in field.metadata:
                    assert getattr(inner, name) == field.get_default()
                    emptied.add((soort, identifier, *path, name))
    actie = _find(proefdorp, "acties", "A-0001")
    assert actie.budget_eur == Decimal("12500.50")
    assert ("actie", "A-0001", "budget_eur") in emptied
    assert ("team", "wegen", "betekenis") in emptied


def test_public_fields_keep_their_value(proefdorp: Programma, publiek: Programma) -> None:
    """Narrowing removes; it never changes what may be shown, but for pages that are not there."""
    for soort, identifier, record in iter_records(publiek):
        if soort == "gegevens" or soort in ONDERDELEN:
            before = getattr(proefdorp, soort)
        else:
            before = _find(proefdorp, COLLECTIES[soort], identifier)
        for field_name, field in type(record).model_fields.items():
            is_reference = any(isinstance(mark, Verwijzing) for mark in field.metadata)
            is_plain = not is_reference and find_model(field.annotation) is None
            if PUBLIEK in field.metadata and is_plain:
                value = getattr(before, field_name)
                if (soort, field_name) in PAGINAS:
                    shown = list_paden(publiek)
                    value = tuple(pad for pad in value if shown.get(pad) is Zichtbaarheid.PUBLIEK)
                assert getattr(record, field_name) == value


def test_no_reference_leads_to_something_hidden(publiek: Programma) -> None:
    """Whatever a public record names, can be found in the public edition."""
    known: dict[str, set[str]] = {
        soort: {record.id for record in getattr(publiek, name)}
        for soort, name in COLLECTIES.items()
    }
    known["deelonderwerp"] = {part.id for thema in publiek.themas for part in thema.deelonderwerpen}
    for _, _, record in iter_records(publiek):
        for path, mark, identifier, _ in iter_verwijzingen(record):
            if not mark.woordenlijst:
                assert identifier in known[mark.soort], path


def test_hidden_ones_drop_out_of_lists_and_the_others_stay(publiek: Programma) -> None:
    """A list of teams or actions loses only what is hidden."""
    assert _find(publiek, "acties", "A-0001").betrokken_teams == ("inkoop",)
    assert _find(publiek, "acties", "A-0002").afhankelijkheden == ("A-0001",)


def test_number_from_a_hidden_source_does_not_name_it(proefdorp: Programma) -> None:
    """The number stays; the name of the source that nobody may see does not."""
    hidden = _change(proefdorp, "indicatoren", "restafval_inw", bron="personeelsenquete")
    indicator: Indicator = _find(narrow(hidden, Editie.PUBLIEK), "indicatoren", "restafval_inw")
    assert indicator.bron is None
    assert len(indicator.metingen) == 6


def test_effect_on_a_hidden_indicator_disappears_as_a_whole(proefdorp: Programma) -> None:
    """An effect without its indicator would be a number about nothing."""
    effects = tuple(
        Effect(indicator=name, waarde=Decimal(1), jaar=2025)
        for name in ("bewustzijn", "restafval_inw")
    )
    changed = _change(proefdorp, "acties", "A-0001", gerealiseerde_effecten=effects)
    actie = _find(narrow(changed, Editie.PUBLIEK), "acties", "A-0001")
    assert [effect.indicator for effect in actie.gerealiseerde_effecten] == ["restafval_inw"]


def test_measurement_loses_a_hidden_source_only(proefdorp: Programma) -> None:
    """Also deep in a record a hidden source is not named."""
    metingen = (Meting(reeks="restafval_inw", jaar=2025, bron="personeelsenquete"),)
    changed = _change(proefdorp, "indicatoren", "restafval_inw", metingen=metingen)
    indicator = _find(narrow(changed, Editie.PUBLIEK), "indicatoren", "restafval_inw")
    assert [(meting.jaar, meting.bron) for meting in indicator.metingen] == [(2025, None)]


def test_canary_in_a_field_of_the_intranet_never_sings_in_public(proefdorp: Programma) -> None:
    """Text in any field that is not marked public stays out of the public edition."""

    def is_hidden(record: Model, name: str) -> bool:
        return PUBLIEK not in type(record).model_fields[name].metadata

    planted = _plant(proefdorp, is_hidden)
    assert repr(planted).count(KANARIE) >= 4 * 8 + 3 * 3
    # Not by way of `narrow`: its small groups count with numbers, where a canary now sits.
    assert KANARIE not in repr(narrow_to_public(planted))


def test_canary_in_a_hidden_record_never_sings_in_public(proefdorp: Programma) -> None:
    """Nothing of a record or page that is not public reaches the public edition."""

    def is_hidden(record: Model, name: str) -> bool:
        intern = getattr(record, "zichtbaarheid", None) is Zichtbaarheid.INTERN
        return intern and name not in {"id", "zichtbaarheid"}

    planted = _plant(proefdorp, is_hidden)
    assert repr(planted).count(KANARIE) >= 50
    assert KANARIE not in repr(narrow(planted, Editie.PUBLIEK))


def test_ids_of_hidden_records_are_not_in_the_public_edition(
    proefdorp: Programma, publiek: Programma
) -> None:
    """Not even the key of something hidden can be found."""
    hidden = [
        record.id
        for name in COLLECTIES.values()
        for record in getattr(proefdorp, name)
        if getattr(record, "zichtbaarheid", Zichtbaarheid.PUBLIEK) is Zichtbaarheid.INTERN
    ]
    assert {"A-0004", "bewustzijn", "personeel", "personeelsenquete"} <= set(hidden)
    for identifier in hidden:
        assert f"'{identifier}'" not in repr(publiek)
