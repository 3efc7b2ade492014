"""Sentences about integration, the challenge, barriers, sessions and successes follow the data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.derive import derive
from generator.derive.feiten import Feiten
from generator.derive.feiten.gedrag import Soortregel, Soorttelling
from generator.derive.feiten.integratie import Opgave, Opgavenfeiten
from generator.model.basis import Editie, Zichtbaarheid
from generator.model.programma import Programma
from generator.narrow import narrow
from generator.pipeline import prepare
from generator.present.figures.gedrag import make_opdrachten, tell_besparing, tell_soorten
from generator.present.figures.integratie import (
    make_instrumenten,
    make_opgaven,
    make_processen,
    tell_opgaven,
)
from generator.present.pages.gedrag import tell_bijeenkomsten, tell_successen

type_feiten = Callable[..., Feiten]


@pytest.fixture
def feiten(proefdorp: Programma) -> type_feiten:
    """The facts of Proefdorp, with parts of it changed."""

    def make(editie: Editie = Editie.INTERN, **changes: Any) -> Feiten:
        changed = proefdorp.model_copy(update=changes)
        return derive(narrow(changed, editie), editie=editie, peildatum=date(2026, 10, 1))

    return make


def _change_scan(proefdorp: Programma, *scores: object) -> Any:
    """The scan with other scores, in the order of its rows."""
    scan = proefdorp.integratie
    assert scan
    cellen = tuple(
        cel.model_copy(update={"score": score})
        for cel, score in zip(scan.cellen, scores, strict=False)
    )
    return scan.model_copy(update={"cellen": cellen})


def test_matrix_sentence_tells_degree_goal_and_what_is_open(feiten: type_feiten) -> None:
    """A manager reads how far it is, what is wanted, and that a score is missing."""
    assert make_processen(feiten()).zin == (
        "Circulair is voor 38% opgenomen in werkprocessen. Het doel voor 2028 is 58%. "
        "Van 1 combinatie is de score nog niet bekend; die telt niet mee."
    )


def test_matrix_sentence_changes_with_the_scores(proefdorp: Programma, feiten: type_feiten) -> None:
    """Other scores, another sentence, with the furthest and the least far in neutral words."""
    scan = _change_scan(proefdorp, 4, 4, 2, 1, 1, 0)
    assert make_processen(feiten(integratie=scan)).zin == (
        "Circulair is voor 63% opgenomen in werkprocessen. Het doel voor 2028 is 58%. "
        "Het verst is Openbare ruimte (100%), het minst ver Bedrijfsvoering (25%)."
    )
    assert "Bedrijfsvoering (0%)" in make_instrumenten(feiten(integratie=scan)).zin


def test_matrix_without_a_score_claims_nothing(proefdorp: Programma, feiten: type_feiten) -> None:
    """Unknown is said, not shown as zero."""
    scan = _change_scan(proefdorp, None, None, None, "nvt", None, None)
    zin = make_processen(feiten(integratie=scan)).zin
    assert zin == "Hoe ver circulair is opgenomen in werkprocessen, is nog niet bekend."


def test_matrix_holds_now_and_goal_in_each_cell(feiten: type_feiten) -> None:
    """The value stands in the cell; the colour only repeats the score of now."""
    tabel = make_processen(feiten()).tabel
    assert [kolom.naam for kolom in tabel.kolommen] == [
        "Beleidsdomein", "Samen", "Begroting", "Voorstellen",
    ]  # fmt: skip
    assert tabel.rijen == (
        ("Openbare ruimte", "38% → 63%", "1 → 3", "2 → 2"),
        ("Bedrijfsvoering", "? → 50%", "n.v.t.", "? → 2"),
        ("Samen", "38% → 58%", "25% → 75%", "50% → 50%"),
    )
    assert tabel.trappen == ((None, None, 1, 2), (None,) * 4, (None,) * 4)


def test_matrix_of_one_kind_only_leaves_the_other_empty(
    proefdorp: Programma, feiten: type_feiten
) -> None:
    """A scan of processes alone has no table of instruments."""
    scan = proefdorp.integratie
    assert scan
    cellen = tuple(cel for cel in scan.cellen if cel.proces)
    figuur = make_instrumenten(feiten(integratie=scan.model_copy(update={"cellen": cellen})))
    assert figuur.tabel.rijen == ()
    assert "nog niet bekend" in figuur.zin


def test_task_matrix_counts_actions_and_shows_where_only_the_theme_connects(
    feiten: type_feiten,
) -> None:
    """A number is a number of actions; `thema` says that the theme names the task."""
    figuur = make_opgaven(feiten())
    assert figuur.tabel.rijen == (
        ("Openbare ruimte", "1", None),
        ("Bedrijfsvoering", None, "thema"),
    )
    assert figuur.zin == (
        "Van de 4 acties sluit er 1 aan bij een andere opgave; de meeste (1) bij Energietransitie."
    )
    assert "Van de 3 openbare acties" in make_opgaven(feiten(Editie.PUBLIEK)).zin


def _opgaven(*counts: int, aangesloten: int) -> Opgavenfeiten:
    names = ("Energie", "Inkopen", "Wonen")
    return Opgavenfeiten(
        opgaven=tuple(
            Opgave(naam, naam, None, tuple(f"A-{n}" for n in range(count)), (), ())
            for naam, count in zip(names, counts, strict=False)
        ),
        aantallen={},
        aangesloten=aangesloten,
        zonder_actie=(),
    )


def test_task_sentence_follows_the_numbers() -> None:
    """None, some, all, and several that share the first place."""
    assert tell_opgaven(_opgaven(0, aangesloten=0), 3) == (
        "Er is nog geen actie die aansluit bij een andere opgave."
    )
    assert tell_opgaven(_opgaven(2, 2, 1, aangesloten=3), 9) == (
        "Van de 9 acties sluiten er 3 aan bij een andere opgave; de meeste (2 elk) bij Energie en "
        "Inkopen."
    )
    assert tell_opgaven(_opgaven(2, 1, aangesloten=3), 3, "openbare").startswith(
        "Alle 3 openbare acties sluiten aan"
    )


def test_challenge_sentence_tells_totals_as_an_estimate(feiten: type_feiten) -> None:
    """Totals, their period, that participants counted themselves, and what saved most."""
    facts = feiten()
    assert facts.challenge
    zin = tell_besparing(facts.challenge, 5).replace("\xa0", " ")
    assert zin == (
        "Met deze opdrachten bespaarden deelnemers in 14 dagen naar eigen schatting 50 kg CO2 en "
        "2 kg afval. Het meest scheelde bij CO2 ‘Kom op de fiets’."
    )
    left_out = facts.challenge.challenge.model_copy(update={"weggelaten": 2})
    assert tell_besparing(replace(facts.challenge, challenge=left_out), 5).endswith(
        "Niet getoond en niet meegeteld: 2 opdrachten, zodat groepen van minder dan 5 mensen niet "
        "te herkennen zijn."
    )
    nothing = replace(facts.challenge, opdrachten=(), co2_kg=None, afval_kg=None)
    assert tell_besparing(nothing, 5) == "Wat de opdrachten bespaarden, is nog niet bekend."


def test_challenge_table_and_picture_hold_both_measures(feiten: type_feiten) -> None:
    """CO2 and waste each have their bars; the table has a column for both."""
    figuur = make_opdrachten(feiten())
    assert figuur.grafiek
    panels = [trace["x"] for trace in figuur.grafiek["data"]]
    assert panels == [[5.0, 45.0], [2.0]]
    rows = [[kolom.show(cel) for kolom, cel in zip(figuur.tabel.kolommen, rij, strict=True)]
            for rij in figuur.tabel.rijen]  # fmt: skip
    assert [row[-2:] for row in rows] == [["5,0", "2,0"], ["45,0", "–"]]


def _soorten(*counts: int, ongeteld: int = 0) -> Soorttelling:
    names = ("Kennis", "Tijd", "Geld")
    regels = tuple(
        Soortregel(naam, naam, None, 1, count) for naam, count in zip(names, counts, strict=False)
    )
    return Soorttelling(regels, sum(counts), ongeteld)


def test_barrier_sentence_follows_the_mentions() -> None:
    """The kind that was mentioned most, and what is not counted."""
    assert tell_soorten(_soorten(9, 5)) == "Van de 14 meldingen gaan de meeste (9) over ‘Kennis’."
    assert tell_soorten(_soorten(6, 6, ongeteld=1)) == (
        "Van de 12 meldingen gaan de meeste (6 elk) over ‘Kennis’ en ‘Tijd’. Van 1 belemmering is "
        "het aantal niet bekend of te klein om te tonen; dat telt niet mee."
    )
    assert "nog niet bekend" in tell_soorten(_soorten(0, 0, ongeteld=2))


def test_sentence_about_sessions_follows_the_list(proefdorp: Programma) -> None:
    """How many sessions, from when to when, and how many outcomes."""
    both = proefdorp.bijeenkomsten
    assert tell_bijeenkomsten(both) == (
        "Hier staan 2 bijeenkomsten, van 17 september 2024 tot en met januari 2025. "
        "Er staat 1 opbrengst bij, en wat ermee is gedaan."
    )
    assert tell_bijeenkomsten(both[1:]) == "Hier staat 1 bijeenkomst, in januari 2025."
    assert tell_bijeenkomsten(()) == "Er staan nog geen bijeenkomsten in het programma."


def test_sentence_about_successes_follows_the_list() -> None:
    """How many successes, and how many actions they helped on."""
    assert tell_successen(6, 9) == (
        "Hier staan 6 successen. Daardoor begonnen 9 acties, of kwamen die verder."
    )
    assert tell_successen(1, 1) == (
        "Hier staat 1 succes. Daardoor begon 1 actie, of kwam die verder."
    )
    assert tell_successen(2, 0) == "Hier staan 2 successen."


@pytest.mark.parametrize("editie", list(Editie))
def test_barriers_in_equal_public_words_stand_once_at_an_action(
    proefdorp: Programma, editie: Editie
) -> None:
    """Everyone reads equal neutral words once; colleagues read what each of them says."""
    first = next(item for item in proefdorp.belemmeringen if item.tekst_publiek)
    twins = tuple(
        first.model_copy(
            update={
                "id": f"B-9{number}",
                "tekst": f"Zo zegt groep {number} het.",
                "tekst_publiek": "Overal in dezelfde woorden.",
                "acties": ("A-0001",),
                "zichtbaarheid": Zichtbaarheid.PUBLIEK,
            }
        )
        for number in (1, 2)
    )
    changed = proefdorp.model_copy(update={"belemmeringen": twins})
    pages = {page.pad: page.markdown for page in prepare(changed, editie, date(2026, 10, 1)).pages}
    told = pages["acties/a-0001"]
    if editie is Editie.PUBLIEK:
        assert told.count("Overal in dezelfde woorden") == 1
    else:
        assert [told.count(f"groep {number} het") for number in (1, 2)] == [1, 1]
