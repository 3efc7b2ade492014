"""Sentences about procurement and surveys change when the data change, and judge no group."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.derive import derive
from generator.derive.feiten import Feiten
from generator.model.basis import Editie
from generator.model.nulmeting import Inkoopanalyse
from generator.model.peilingen import Bewustzijnsmeting, Draagvlakmeting
from generator.model.programma import Programma
from generator.narrow import narrow
from generator.present.figures import MAKERS
from generator.present.figures.basis import Figuur

NAMEN = (
    "inkoop-segmenten",
    "inkoop-impact",
    "inkoop-criteria",
    "inkoop-kalender",
    "bewustzijn-niveaus",
    "bewustzijn-afdelingen",
    "draagvlak-teams",
    "draagvlak-motivatie",
)


def _derive(programma: Programma) -> Feiten:
    edition = narrow(programma, Editie.INTERN)
    return derive(edition, editie=Editie.INTERN, peildatum=date(2026, 10, 1))


def _change(programma: Programma, part: str, **changes: Any) -> Programma:
    return programma.model_copy(update={part: getattr(programma, part).model_copy(update=changes)})


def _make(programma: Programma, naam: str) -> Figuur:
    return MAKERS[naam](_derive(programma))


def _tell(programma: Programma, naam: str) -> str:
    return _make(programma, naam).zin.replace("\xa0", " ")


def test_sentence_on_spending_tells_money_and_impact_apart(proefdorp: Programma) -> None:
    """Where most money goes is not where most impact is."""
    assert _tell(proefdorp, "inkoop-segmenten") == (
        "Er is in 2025 voor € 3,1 miljoen ingekocht. Het meeste geld ging naar Zorg (65%), maar "
        "dat gaf 19% van de uitstoot. De meeste uitstoot kwam van Wegen: 76% van de uitstoot, met "
        "32% van het geld."
    )


def test_sentence_on_spending_follows_the_data(proefdorp: Programma) -> None:
    """When the heaviest segment also costs most, that is what it says."""
    assert proefdorp.inkoop
    posten = [item for item in proefdorp.inkoop.posten if item.segment == "wegen"]
    changed = _change(proefdorp, "inkoop", posten=tuple(posten))
    assert _tell(changed, "inkoop-segmenten") == (
        "Er is in 2025 voor € 1,0 miljoen ingekocht. Het meeste geld ging naar Wegen (100%). Daar "
        "zit ook de meeste uitstoot: 100% van het geheel."
    )
    assert _tell(changed, "inkoop-impact") == (
        "Wegen geeft 100% van de 800 ton CO2 die bij de inkoop hoort. Naar schatting is het meest "
        "te besparen bij Wegen: 400 ton CO2."
    )


def test_sentence_on_criteria_counts(proefdorp: Programma) -> None:
    """Contracts, levels and money."""
    assert _tell(proefdorp, "inkoop-criteria") == (
        "Bij 3 van de 9 contracten (33%) staat een circulaire eis of wens. Daarvan 1 op het niveau "
        "Basis en 2 op het niveau Stevig. Het gaat om € 270.000 van de € 1,1 miljoen in de "
        "segmenten waar dit van bekend is: 25%."
    )


def test_sentence_on_moments_of_choice_names_the_first_and_the_heaviest(
    proefdorp: Programma,
) -> None:
    """A contract that ended before the peildatum is no moment of choice."""
    assert _tell(proefdorp, "inkoop-kalender") == (
        "Het eerste keuzemoment is Wegen: het contract loopt tot en met 31 maart 2027. Dat is ook "
        "het keuzemoment met de meeste uitstoot."
    )


def test_sentence_on_awareness_asks_about_the_statement(proefdorp: Programma) -> None:
    """The weakest statement is a question, not a verdict."""
    assert _tell(proefdorp, "bewustzijn-niveaus") == (
        "Het gemiddelde over alle stellingen is 2,9 van 5. De meeste instemming krijgt “Ik weet "
        "wat circulair werken is” (3,2). De minste krijgt “Ik kijk eerst wat er al ligt” (2,6). "
        "Wat kan daar helpen?"
    )


def test_sentence_on_support_asks_about_the_theme(proefdorp: Programma) -> None:
    """The theme with least support is a question; no team is named."""
    zin = _tell(proefdorp, "draagvlak-teams")
    assert zin == (
        "Het draagvlak is het grootst bij thema Openbare ruimte (3,7 van 5): wat kunnen andere "
        "thema's daarvan gebruiken? Het is het kleinst bij thema Bedrijfsvoering (3,2 van 5): wat "
        "is daar nodig?"
    )


def test_no_sentence_on_people_names_a_team_or_counts_a_shortage(proefdorp: Programma) -> None:
    """Teams are never ranked in words."""
    for naam in NAMEN[4:]:
        zin = _tell(proefdorp, naam)
        assert "tekort" not in zin
        for team in proefdorp.teams:
            assert f"team {team.naam}" not in zin.lower()


def test_hidden_afdelingen_are_named_as_too_small(proefdorp: Programma) -> None:
    """Who looks for an afdeling reads why it has no column."""
    assert proefdorp.bewustzijn
    rows = [
        row.model_copy(update={"n1": 1, "n2": 1, "n3": 0, "n4": 1, "n5": 0, "weet_niet": 0})
        if row.afdeling == "ruimte"
        else row
        for row in proefdorp.bewustzijn.antwoorden
        if not row.niveau
    ]
    changed = _change(proefdorp, "bewustzijn", antwoorden=tuple(rows))
    figuur = _make(changed, "bewustzijn-afdelingen")
    assert "Te klein om apart te tonen" in figuur.zin
    assert "Ruimte en Ondersteuning" in figuur.zin
    assert [kolom.naam for kolom in figuur.tabel.kolommen] == [
        "Stelling",
        "Samen: Ruimte, Ondersteuning",
        "Iedereen",
    ]


@pytest.mark.parametrize("naam", NAMEN)
def test_figure_without_rows_says_so(proefdorp: Programma, naam: str) -> None:
    """A part that was begun and not filled in gives a sentence, not a mistake."""
    empty = proefdorp.model_copy(
        update={
            "inkoop": Inkoopanalyse.model_validate({"methode": "m"}),
            "bewustzijn": Bewustzijnsmeting.model_validate(
                {"methode": "m", "moment": "2025", "uitgenodigd": 0}
            ),
            "draagvlak": Draagvlakmeting.model_validate({"methode": "m", "moment": "2025"}),
        }
    )
    figuur = _make(empty, naam)
    assert figuur.zin.endswith(".")
    assert figuur.grafiek is None
    assert figuur.tabel.rijen == ()


def test_labels_of_a_statement_are_escaped(proefdorp: Programma) -> None:
    """A statement with a sign that Plotly reads is shown as it was typed."""
    assert proefdorp.bewustzijn
    stellingen = tuple(
        item.model_copy(update={"tekst": "<b>Ja</b> & nee"})
        for item in proefdorp.bewustzijn.stellingen
    )
    figuur = _make(_change(proefdorp, "bewustzijn", stellingen=stellingen), "bewustzijn-niveaus")
    assert figuur.grafiek
    texts = [note["text"] for note in figuur.grafiek["layout"]["annotations"]]
    assert "&lt;b&gt;Ja&lt;/b&gt; &amp; nee" in texts


def test_bars_run_from_the_middle_of_neutral(proefdorp: Programma) -> None:
    """Half of neutral and who disagree stand left, the other half and who agree stand right."""
    figuur = _make(proefdorp, "bewustzijn-niveaus")
    assert figuur.grafiek
    lengths = [trace["x"][0] for trace in figuur.grafiek["data"]]
    assert sum(map(abs, lengths)) == pytest.approx(100)
    assert lengths == [-12.5, -20.0, -10.0, 12.5, 35.0, 10.0]
    names = [trace["name"] for trace in figuur.grafiek["data"] if trace["showlegend"]]
    assert sorted(names) == sorted(set(names))
    assert len(names) == 5
