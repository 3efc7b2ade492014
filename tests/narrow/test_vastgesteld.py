"""The public edition shows the stand of the last adopted report, the intranet how it is now."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.derive import derive
from generator.model.acties import Effect, Mijlpaal
from generator.model.basis import Editie
from generator.model.indicatoren import Indicator, Meting
from generator.model.programma import Programma
from generator.model.vaststelling import Actiestand, Indicatorstand, Vaststelling
from generator.narrow import narrow
from generator.narrow.vastgesteld import choose_vaststelling, restore_stand
from generator.pipeline import prepare

NU = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("peildatum", "expected"),
    [(date(2026, 6, 30), None), (date(2026, 7, 1), "2026-07-01"), (NU, "2026-07-01")],
)
def test_newest_report_not_after_the_day_counts(
    proefdorp: Programma, peildatum: date, expected: str | None
) -> None:
    """A report counts from its own day on, and never before."""
    found = choose_vaststelling(proefdorp, Editie.PUBLIEK, peildatum)
    assert (found.id if found else None) == expected


def test_intranet_shows_how_it_is_now(proefdorp: Programma) -> None:
    """Colleagues see the present stand, not that of the report."""
    assert choose_vaststelling(proefdorp, Editie.INTERN, NU) is None
    assert "In uitvoering" in _read_status(proefdorp, Editie.INTERN)
    assert "Gepland" in _read_status(proefdorp, Editie.PUBLIEK)


def _read_status(programma: Programma, editie: Editie) -> str:
    """The line above the title of action A-0002, which holds its status."""
    pages = {page.pad: page.markdown for page in prepare(programma, editie, NU).pages}
    return next(line for line in pages["acties/a-0002"].splitlines() if "<dt>Status" in line)


def test_public_pages_name_the_report(proefdorp: Programma) -> None:
    """Everyone reads of which report the stand is; colleagues read the day."""
    public, intern = (prepare(proefdorp, editie, NU) for editie in (Editie.PUBLIEK, Editie.INTERN))
    assert public.instellingen["stand"] == "Stand bij de halfjaarrapportage van 2026"
    assert intern.instellingen["stand"] == "Stand per 1 oktober 2026"


def test_what_was_reached_later_was_not_reached_yet(proefdorp: Programma) -> None:
    """A milestone that was reached after the report is still to come in the public edition."""
    mijlpalen = tuple(
        Mijlpaal.model_validate({"titel": titel, "gepland": "2026-06", "behaald": behaald})
        for titel, behaald in (("eerder", "2026-06"), ("later", "2026-08"))
    )
    actie = proefdorp.acties[0].model_copy(update={"mijlpalen": mijlpalen})
    changed = proefdorp.model_copy(update={"acties": (actie, *proefdorp.acties[1:])})
    vaststelling = proefdorp.vastgesteld[0]
    restored = restore_stand(changed, vaststelling)
    facts = derive(restored, editie=Editie.PUBLIEK, peildatum=vaststelling.datum).acties["A-0001"]
    assert [item.behaald is None for item in facts.mijlpalen] == [False, True]


def test_action_that_the_report_does_not_know_stays_as_it_is(proefdorp: Programma) -> None:
    """A newer action keeps its own status."""
    restored = restore_stand(proefdorp, proefdorp.vastgesteld[0])
    assert restored.acties[3] == proefdorp.acties[3]


def test_reason_is_that_of_the_report(proefdorp: Programma) -> None:
    """Why an action was stopped is told as the report told it."""
    stand = Actiestand(actie="A-0003", actiestatus="vervallen", reden="Toen was er geen geld.")
    vaststelling = Vaststelling.model_validate(
        {"id": "2026-05-01", "rapportage": "de rapportage van mei", "acties": (stand,)}
    )
    restored = {item.id: item for item in restore_stand(proefdorp, vaststelling).acties}
    assert restored["A-0003"].reden == "Toen was er geen geld."


def test_effect_of_a_later_year_was_not_there_yet(proefdorp: Programma) -> None:
    """What an action reached after the year of the report is not in the public edition."""
    effects = tuple(
        Effect.model_validate({"indicator": "restafval_inw", "waarde": "-1", "jaar": jaar})
        for jaar in (2026, 2027)
    )
    actie = proefdorp.acties[0].model_copy(update={"gerealiseerde_effecten": effects})
    changed = proefdorp.model_copy(update={"acties": (actie, *proefdorp.acties[1:])})
    restored = restore_stand(changed, proefdorp.vastgesteld[0]).acties[0]
    assert [effect.jaar for effect in restored.gerealiseerde_effecten] == [2026]


@pytest.mark.parametrize(
    ("gecontroleerd_op", "expected"), [(date(2026, 6, 2), True), (date(2026, 9, 14), False)]
)
def test_confirmation_of_later_was_not_there_yet(
    proefdorp: Programma, gecontroleerd_op: date, expected: bool
) -> None:
    """Who reads the report does not read that a team confirmed its action weeks after it."""
    actie = proefdorp.acties[0].model_copy(update={"gecontroleerd_op": gecontroleerd_op})
    changed = proefdorp.model_copy(update={"acties": (actie, *proefdorp.acties[1:])})
    pages = {page.pad: page.markdown for page in prepare(changed, Editie.PUBLIEK, NU).pages}
    assert ("Laatst gecontroleerd" in pages["acties/a-0001"]) is expected


# --- lights and verdicts ----------------------------------------------------------------------


def _derive_publiek(programma: Programma, peildatum: date = NU) -> Any:
    """The facts of the public edition, as the pipeline makes them."""
    vaststelling = choose_vaststelling(programma, Editie.PUBLIEK, peildatum)
    if vaststelling:
        programma, peildatum = restore_stand(programma, vaststelling), vaststelling.datum
    return derive(narrow(programma, Editie.PUBLIEK), editie=Editie.PUBLIEK, peildatum=peildatum)


def test_light_and_verdict_are_those_of_the_report(proefdorp: Programma) -> None:
    """Everyone reads the light and the verdict that were adopted, with what is done about it."""
    facts = _derive_publiek(proefdorp)
    light, none = facts.acties["A-0002"], facts.acties["A-0003"]
    assert (light.voortgang, light.vraagt_besluit) == ("bijsturen", True)
    assert light.toelichting == "De bankjes op het plein komen eerst. Dat wordt het najaar."
    assert (none.voortgang, none.toelichting) == (None, None)
    assert facts.indicatoren["restafval_inw"].koers.status == "op_koers"


def test_before_the_first_report_nobody_sees_a_verdict(proefdorp: Programma) -> None:
    """Without an adopted report the public edition shows numbers, and no light or verdict."""
    facts = _derive_publiek(proefdorp, date(2026, 6, 30))
    assert {item.voortgang for item in facts.acties.values()} == {None}
    assert {item.koers.status for item in facts.indicatoren.values()} == {None}
    assert facts.indicatoren["restafval_inw"].reeks.laatste.waarde == Decimal("161.2")


# --- values -----------------------------------------------------------------------------------


def _change_indicator(programma: Programma, **changes: Any) -> Programma:
    """The programme with another restafval_inw."""
    indicatoren = tuple(
        item.model_copy(update=changes) if item.id == "restafval_inw" else item
        for item in programma.indicatoren
    )
    return programma.model_copy(update={"indicatoren": indicatoren})


def _metingen(programma: Programma) -> tuple[Meting, ...]:
    return _find(programma).metingen


def _find(programma: Programma) -> Indicator:
    return next(item for item in programma.indicatoren if item.id == "restafval_inw")


def _meting(jaar: int, waarde: str, publicatie: str | None = None) -> Meting:
    return Meting.model_validate(
        {
            "reeks": "restafval_inw",
            "jaar": jaar,
            "waarde": waarde,
            "definitie_versie": "fijn_en_grof",
            "publicatie": publicatie,
        }
    )


def _read(programma: Programma) -> tuple[int, Decimal, int]:
    """Year and value of the newest public measurement, and how many points there are."""
    reeks = _derive_publiek(programma).indicatoren["restafval_inw"].reeks
    return reeks.laatste.jaar, reeks.laatste.waarde, len(reeks.punten)


REPORTED = (2025, Decimal("161.2"), 5)


def test_reported_value_is_shown_as_it_is_in_the_data(proefdorp: Programma) -> None:
    """As long as nobody changes anything, the report and the measurements say the same."""
    assert _read(proefdorp) == REPORTED
    assert restore_stand(proefdorp, proefdorp.vastgesteld[0]).indicatoren == proefdorp.indicatoren


def test_value_that_was_typed_over_is_shown_as_reported(proefdorp: Programma) -> None:
    """A measurement that was changed without a publication of its own does not change a report."""
    *others, last = _metingen(proefdorp)
    typed = last.model_copy(update={"waarde": Decimal(150), "reden": "Achteraf bijgesteld"})
    changed = _change_indicator(proefdorp, metingen=(*others, typed))
    assert _read(changed) == REPORTED
    assert "Achteraf bijgesteld" not in str(_derive_publiek(changed).indicatoren)


def test_value_that_was_taken_away_is_shown_as_reported(proefdorp: Programma) -> None:
    """A measurement that is gone from the file, or emptied, still stands in the report."""
    *others, last = _metingen(proefdorp)
    assert _read(_change_indicator(proefdorp, metingen=tuple(others))) == REPORTED
    empty = last.model_copy(update={"waarde": None, "reden": "Er klopt iets niet"})
    assert _read(_change_indicator(proefdorp, metingen=(*others, empty))) == REPORTED


def test_value_of_a_later_publication_is_not_shown_yet(proefdorp: Programma) -> None:
    """A correction with its own publication shows in the next report, not in the one before."""
    later = _meting(2025, "158", "2026-09")
    changed = _change_indicator(proefdorp, metingen=(*_metingen(proefdorp), later))
    assert _read(changed) == REPORTED


def test_year_that_the_report_did_not_know_is_not_shown(proefdorp: Programma) -> None:
    """A newer year that was added without a publication was not in the report either."""
    added = _meting(2026, "140")
    changed = _change_indicator(proefdorp, metingen=(*_metingen(proefdorp), added))
    assert _read(changed) == REPORTED


def test_year_without_a_value_keeps_its_reason(proefdorp: Programma) -> None:
    """Why there is no value yet is not a value: it stays."""
    empty = _meting(2026, "1", "2026-06").model_copy(update={"waarde": None, "reden": "Volgt nog"})
    changed = _change_indicator(proefdorp, metingen=(*_metingen(proefdorp), empty))
    assert _read(changed) == (2025, Decimal("161.2"), 6)


def test_revised_nulmeting_is_that_of_the_report(proefdorp: Programma) -> None:
    """A baseline that was revised since the report is shown as it was known then."""
    later = _meting(2023, "180", "2026-09")
    nulmeting = _find(proefdorp).nulmeting
    assert nulmeting is not None
    changed = _change_indicator(
        proefdorp,
        metingen=(*_metingen(proefdorp), later),
        nulmeting=nulmeting.model_copy(update={"waarde": Decimal(180)}),
    )
    facts = _derive_publiek(changed).indicatoren["restafval_inw"]
    assert facts.indicator.nulmeting.waarde == Decimal("172.5")
    assert facts.koers.som == _derive_publiek(proefdorp).indicatoren["restafval_inw"].koers.som


@pytest.mark.parametrize("has_meting", [True, False])
def test_reported_nulmeting_is_shown_as_reported(proefdorp: Programma, has_meting: bool) -> None:
    """Where the newest value is that of the baseline, the baseline is that of the report too."""
    said = Indicatorstand.model_validate(
        {"indicator": "restafval_inw", "indicatorstatus": "te_weinig_data"}
        | {"jaar": 2023, "waarde": "172,5"}
    )
    nulmeting = _find(proefdorp).nulmeting
    assert nulmeting is not None
    changed = _change_indicator(
        proefdorp,
        metingen=(_meting(2023, "99"),) if has_meting else (),
        nulmeting=nulmeting.model_copy(update={"waarde": Decimal(99)}),
    )
    report = proefdorp.vastgesteld[0].model_copy(update={"indicatoren": (said,)})
    changed = changed.model_copy(update={"vastgesteld": (report,)})
    facts = _derive_publiek(changed).indicatoren["restafval_inw"]
    assert facts.indicator.nulmeting.waarde == Decimal("172.5")
    assert [punt.waarde for punt in facts.reeks.punten] == [Decimal("172.5")]
    # Without a measurement it is the nulmeting itself that is shown, with its own source.
    assert len(facts.indicator.metingen) == has_meting


def test_what_the_programme_counts_itself_is_not_overridden(proefdorp: Programma) -> None:
    """A count of the edition itself is never a number out of a report."""
    changed = _change_indicator(
        proefdorp, metingen=(_meting(2025, "75"),), telling="acties_met_eigenaar"
    )
    (restored,) = {
        item.metingen
        for item in restore_stand(changed, proefdorp.vastgesteld[0]).indicatoren
        if item.id == "restafval_inw"
    }
    assert restored == _metingen(changed)
