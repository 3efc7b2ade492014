"""Sentences about progress follow the data: one or more, all or some, known or not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.derive import derive
from generator.derive.feiten import Feiten
from generator.derive.feiten.uitvoering import Besluitvraag
from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.narrow import narrow
from generator.present.figures.uitvoering import tell_gewichten, tell_vordering
from generator.present.figures.voortgang import make_fasen, make_teams, make_themas, tell_lichten
from generator.present.pages.aan_de_slag import tell_all, tell_vraagkop
from generator.present.pages.voortgang import tell_besluitvragen
from tests.builders import make_actie, make_indicator

type_feiten = Callable[..., Feiten]
GOED: dict[str, Any] = {
    "actiestatus": "in_uitvoering",
    "eind": "2027-12",
    "gecontroleerd_op": "2026-09-01",
    "eigenaar_team": "wegen",
    "zichtbaarheid": "publiek",
}
LAAT = GOED | {"eind": "2026-06", "thema": "bedrijfsvoering", "eigenaar_team": "inkoop"}
GESTOPT = GOED | {"actiestatus": "vervallen", "reden": "Niet meer nodig."}
GEHAALD = {"titel": "Klaar", "gepland": "2026-03", "behaald": "2026-03"}


@pytest.fixture
def feiten(proefdorp: Programma) -> type_feiten:
    """The facts of Proefdorp with other actions, and parts of it changed."""

    def make(*acties: dict[str, Any], editie: Editie = Editie.INTERN, **changes: Any) -> Feiten:
        made = tuple(
            make_actie(**item | {"id": f"A-{n:04}"}) for n, item in enumerate(acties, start=1)
        )
        changed = proefdorp.model_copy(update={"acties": made, "bijsturingen": ()} | changes)
        return derive(narrow(changed, editie), editie=editie, peildatum=date(2026, 10, 1))

    return make


def test_lights_are_told_of_all_of_some_and_of_one(feiten: type_feiten) -> None:
    """The sentence names all lights that there are, and whoever has none."""
    assert tell_lichten(feiten(GOED, LAAT)).replace("\xa0", " ") == (
        "Alle 2 acties hebben een oordeel over de voortgang: Op schema 1 en Bijsturen nodig 1."
    )
    assert tell_lichten(feiten(GOED)) == (
        "De enige actie heeft een oordeel over de voortgang: Op schema 1."
    )
    assert tell_lichten(feiten(GOED, GESTOPT)).replace("\xa0", " ") == (
        "Van de 2 acties heeft er 1 een oordeel over de voortgang: Op schema 1. "
        "De andere is klaar of gestopt."
    )
    assert tell_lichten(feiten(GOED, GESTOPT, GESTOPT)).endswith(
        "De andere 2 zijn klaar of gestopt."
    )


def test_without_verdicts_the_figures_are_a_sentence(feiten: type_feiten) -> None:
    """Nothing is counted as nought where nobody gave a verdict, and nothing is drawn."""
    nobody = feiten(GOED, editie=Editie.PUBLIEK, indicatoren=(make_indicator(),))
    figuur = make_themas(nobody)
    assert "nog geen oordeel vastgelegd" in figuur.zin
    assert figuur.tabel.rijen == ()


def test_table_without_verdicts_still_says_how_far_the_actions_are(feiten: type_feiten) -> None:
    """Nobody judged, but milestones were reached: there are no columns of lights."""
    half = GOED | {"mijlpalen": [GEHAALD, {"titel": "Komt", "gepland": "2027-03"}]}
    figuur = make_themas(feiten(half, GOED, voortgangsregels=()))
    assert [kolom.naam for kolom in figuur.tabel.kolommen] == ["Thema", "Acties", "Hoe ver (%)"]
    assert [row[1:] for row in figuur.tabel.rijen] == [(2, 50), (2, 50)]
    assert figuur.zin.replace("\xa0", " ") == "1 actie is op 50%."


def test_column_without_a_light_says_whether_all_in_it_are_done(feiten: type_feiten) -> None:
    """Ready or stopped is only said when that holds for all of them."""
    done = make_themas(feiten(GOED, GESTOPT)).tabel.kolommen[-2].naam
    assert done == "Klaar of gestopt"
    assert "Klaar of gestopt" not in {k.naam for k in make_themas(feiten(GOED)).tabel.kolommen}


def test_themes_are_named_where_an_action_asks_for_a_decision(feiten: type_feiten) -> None:
    """One thema, more themas, or none."""
    assert "horen bij thema Bedrijfsvoering." in make_themas(feiten(GOED, LAAT)).zin
    both = make_themas(feiten(LAAT | {"thema": "openbare_ruimte"}, LAAT)).zin
    assert "horen bij de thema's Openbare ruimte en Bedrijfsvoering." in both
    assert make_themas(feiten(GOED)).zin.endswith("Geen actie vraagt een besluit.")


def test_teams_are_counted_and_never_named_as_best_or_worst(feiten: type_feiten) -> None:
    """How many teams have an action that asks for a decision; not which."""
    zin = make_teams(feiten(GOED, LAAT)).zin.replace("\xa0", " ")
    assert zin == "Van de 2 teams met acties heeft er 1 een actie die een besluit vraagt."


def test_parts_done_are_told_with_what_is_left_out(feiten: type_feiten) -> None:
    """Who is left out is told in the sentence, and nothing known is no percentage."""
    half = GOED | {"mijlpalen": [GEHAALD, {"titel": "Komt", "gepland": "2027-03"}]}
    known = feiten(half, GOED, GOED, GESTOPT)
    zin = tell_vordering(known, known.uitvoering.totaal).replace("\xa0", " ")
    assert zin.startswith("1 actie is op 50%. Elke actie telt even zwaar")
    assert "2 acties hebben geen mijlpalen en tellen niet mee." in zin
    assert zin.endswith("1 actie is gestopt en telt ook niet mee.")
    unknown = feiten(GOED)
    zin = tell_vordering(unknown, unknown.uitvoering.totaal)
    assert "%" not in zin
    assert [row[-1] for row in make_fasen(unknown).tabel.rijen] == [None, None]


def test_weights_of_certainty_are_told_as_the_vocabulary_has_them(
    feiten: type_feiten, proefdorp: Programma
) -> None:
    """Another weight in the data is another weight in the sentence; without any it says none."""
    assert "keer de zekerheid (gemiddeld 0,6)" in tell_gewichten(feiten())
    lists = tuple(item for item in proefdorp.woordenlijsten if item.id != "zekerheid")
    assert "zekerheid" not in tell_gewichten(feiten(woordenlijsten=lists))


def test_what_asks_for_a_decision_is_counted_with_what_is_still_undecided(
    feiten: type_feiten,
) -> None:
    """How much asks, of how much nobody decided, and in which order it stands."""
    (vraag,) = feiten(LAAT).uitvoering.besluitvragen
    assert tell_besluitvragen((vraag,)).replace("\xa0", " ") == (
        "1 actie vraagt een besluit. Daarover is nog geen besluit vastgelegd."
    )
    indicator = Besluitvraag(actie=None, indicator="restafval", sinds=None, bijsturing=None)
    assert tell_besluitvragen((indicator, vraag)).replace("\xa0", " ") == (
        "1 indicator en 1 actie vragen een besluit. Daarover is nog geen besluit vastgelegd. "
        "Wat het langst een besluit vraagt, staat eerst."
    )
    told = tell_vraagkop(feiten(LAAT)).replace("\xa0", " ")
    assert told == "1 actie vraagt een besluit; over 1 daarvan is nog niets besloten"
    assert tell_vraagkop(feiten(GOED)) == ""
    assert tell_besluitvragen(()) == "Geen indicator en geen actie vraagt een besluit."
    assert tell_all((vraag,) * 7, 5) == "Nog 2 andere, en hoe het programma ervoor staat"
    assert tell_all((vraag,) * 5, 5) == "Hoe het programma ervoor staat"
