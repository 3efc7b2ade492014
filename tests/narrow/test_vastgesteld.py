"""The public edition shows the stand of the last adopted report, the intranet how it is now."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.acties import Effect, Mijlpaal
from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.model.vaststelling import Actiestand, Vaststelling
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
    return next(line for line in pages["acties/a-0002"].splitlines() if "bovenkop" in line)


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
    restored = restore_stand(changed, proefdorp.vastgesteld[0]).acties[0]
    assert [item.behaald is None for item in restored.mijlpalen] == [False, True]


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
