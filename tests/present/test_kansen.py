"""Sentences about opportunities, ambition and phases change when the data change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.derive import derive
from generator.derive.feiten.kansen import Opbrengst
from generator.model.basis import Editie
from generator.model.paginas import PAGINAS
from generator.model.programma import Programma
from generator.narrow import narrow
from generator.present.figures import Figuren
from generator.present.figures.basis import Figuur
from generator.present.figures.kansen.kaart import UITWIJKEN
from generator.present.figures.kansen.zinnen import tell_opbrengst
from generator.present.page import Page
from generator.present.pages import write_pagina
from generator.present.pages.programma import tell_fasen
from generator.present.writer import Writer

PEILDATUM = date(2026, 10, 1)
type_change = Callable[[Any], dict[str, Any]]


def figuur(programma: Programma, naam: str, editie: Editie = Editie.INTERN) -> Figuur:
    """A figure of an edition."""
    visible = narrow(programma, editie)
    return Figuren(derive(visible, editie=editie, peildatum=PEILDATUM)).figuur(naam)


def page(programma: Programma, pad: str, editie: Editie = Editie.INTERN) -> Page:
    """A page of an edition."""
    feiten = derive(narrow(programma, editie), editie=editie, peildatum=PEILDATUM)
    (pagina,) = [item for item in PAGINAS if item.pad == pad]
    return write_pagina(Writer(feiten, Figuren(feiten)), pagina)


def change(programma: Programma, collectie: str, how: type_change) -> Programma:
    """The programme with each record of a collection changed."""
    records = tuple(item.model_copy(update=how(item)) for item in getattr(programma, collectie))
    return programma.model_copy(update={collectie: records})


def test_map_sentence_counts_each_part_and_the_growth(proefdorp: Programma) -> None:
    """Proefdorp has one opportunity in three of the four parts, and one that was not asked."""
    assert figuur(proefdorp, "kansen-kaart").zin == (
        "Zo staan de 3 kansen op de kaart: 1 in het vak Doen, 1 in het vak Draagvlak bouwen en "
        "1 in het vak Snelle winst. Van 1 kans is het draagvlak nog niet bekend. "
        "Van 1 kans is ook vooraf gepeild; daar is het draagvlak hoger dan ervoor."
    )


def test_map_sentence_follows_the_impact(proefdorp: Programma) -> None:
    """With a small impact everywhere nothing stands in the upper half."""
    low = change(proefdorp, "kansen", lambda _: {"impactscore": 1})
    assert "2 in het vak Snelle winst en 1 in het vak Parkeren." in (
        figuur(low, "kansen-kaart").zin
    )


def test_map_has_a_bubble_for_each_opportunity_with_support(proefdorp: Programma) -> None:
    """Every number of the table is a bubble at its support, and near its impact."""
    made = figuur(proefdorp, "kansen-kaart")
    assert made.grafiek is not None
    bubbles = {
        naam: (x, y)
        for trace in made.grafiek["data"]
        for naam, x, y in zip(trace["text"], trace["x"], trace["y"], strict=True)
    }
    assert (
        sorted(bubbles)
        == ["K-01", "K-02", "K-03"]
        == sorted(str(row[0]) for row in made.tabel.rijen)
    )
    assert bubbles["K-01"][0] == 4.0
    reach = float(max(UITWIJKEN))
    for row in made.tabel.rijen:
        assert abs(bubbles[str(row[0])][1] - float(str(row[6]))) <= reach


def test_bubbles_at_one_spot_move_apart(proefdorp: Programma) -> None:
    """Equal impact and nearly equal support do not hide each other's number."""
    level = change(proefdorp, "kansen", lambda _: {"impactscore": 4})
    chart = figuur(level, "kansen-kaart").grafiek
    assert chart is not None
    heights = [y for trace in chart["data"] for y in trace["y"]]
    assert len(set(heights)) > 1


def test_map_names_the_four_parts_in_its_corners(proefdorp: Programma) -> None:
    """The names come from the vocabulary and stand where impact and support are much or little."""
    chart = figuur(proefdorp, "kansen-kaart").grafiek
    assert chart is not None
    notes = {
        note["text"]: (note["xanchor"], note["y"] > 3) for note in chart["layout"]["annotations"]
    }
    assert notes == {
        "Doen": ("right", True),
        "Draagvlak bouwen": ("left", True),
        "Snelle winst": ("right", False),
        "Parkeren": ("left", False),
    }


def test_ideas_sentence_names_the_largest_source(proefdorp: Programma) -> None:
    """The intranet also tells which level brought the ideas; the public site does not."""
    assert figuur(proefdorp, "kansen-herkomst").zin == (
        "Van de 4 kansen kwamen de meeste (3) uit: Werkatelier. "
        "Wie het idee aandroeg: College 1 en Uitvoering 3."
    )
    publiek = figuur(proefdorp, "kansen-herkomst", Editie.PUBLIEK)
    assert publiek.zin == "Van de 3 gekozen kansen kwamen de meeste (2) uit: Werkatelier."
    assert len(publiek.tabel.kolommen) == 2


def test_ideas_sentence_shares_the_first_place(proefdorp: Programma) -> None:
    """Two sources with as many ideas are both named."""
    half = change(
        proefdorp,
        "kansen",
        lambda kans: {"bron_idee": "nulmeting" if kans.id in {"K-01", "K-02"} else "werkatelier"},
    )
    assert figuur(half, "kansen-herkomst", Editie.PUBLIEK).zin.startswith("Van de 3 gekozen")
    assert figuur(half, "kansen-herkomst").zin.startswith(
        "Van de 4 kansen kwamen er elk 2 uit: Werkatelier en Nulmeting."
    )


def test_ambition_sentence_counts_the_themes_that_go_up(proefdorp: Programma) -> None:
    """Where nothing has to rise the sentence says so."""
    assert figuur(proefdorp, "ambitie-themas").zin == (
        "Bij 1 van de 2 thema's is het gewenste niveau hoger dan nu."
    )
    flat = change(
        proefdorp,
        "themas",
        lambda thema: {"ambitie": thema.ambitie.model_copy(update={"gewenst": "volgend"})},
    )
    assert figuur(flat, "ambitie-themas").zin == (
        "Bij geen van de 2 thema's is het gewenste niveau hoger dan nu."
    )


def test_ambition_matrix_says_every_step_in_words(proefdorp: Programma) -> None:
    """Without colour the table tells now, wanted and what lies between."""
    made = figuur(proefdorp, "ambitie-themas")
    assert made.tabel.rijen == (
        ("Openbare ruimte", "nu", "ertussen", "gewenst"),
        ("Bedrijfsvoering", "nu en gewenst", None, None),
    )


def test_public_edition_shows_a_level_only_with_a_decision(proefdorp: Programma) -> None:
    """A theme without decision is named as not decided; without any there is no matrix."""
    shown = figuur(proefdorp, "ambitie-themas", Editie.PUBLIEK)
    assert [row[0] for row in shown.tabel.rijen] == ["Openbare ruimte"]
    assert "Nog niet bepaald of vastgesteld: Bedrijfsvoering." in shown.zin
    none = change(proefdorp, "themas", lambda _: {"ambitie": None})
    assert figuur(none, "ambitie-themas").zin == (
        "Er is nog geen ambitieniveau per thema vastgesteld."
    )
    assert "Hoe ver gaan we per thema" not in page(none, "ambitie").markdown


@pytest.mark.parametrize(
    ("number", "titel"),
    [
        (1, "Aanpak in één fase"),
        (3, "Aanpak in drie fasen"),
        (10, "Aanpak in tien fasen"),
        (11, "Aanpak in 11 fasen"),
    ],
)
def test_title_counts_the_phases(number: int, titel: str) -> None:
    """The title of the page follows the number of phases in the vocabulary."""
    assert tell_fasen(number) == titel


def test_phase_page_links_to_what_it_rests_on_where_the_edition_has_it(
    proefdorp: Programma,
) -> None:
    """What rests on a page that only the intranet has, only the intranet tells."""
    intern = page(proefdorp, "aanpak").markdown
    publiek = page(proefdorp, "aanpak", Editie.PUBLIEK).markdown
    assert "# Aanpak in twee fasen" in intern
    assert 'href="wat-past-bij-ons.html"' in intern
    assert "wat-past-bij-ons" not in publiek
    assert "Samen is gekozen wat past" in intern
    assert "Samen is gekozen wat past" not in publiek
    assert 'href="kansenkaart.html"' in publiek


@pytest.mark.parametrize("editie", list(Editie))
@pytest.mark.parametrize("pad", ["ambitie", "profiel", "kansenkaart", "aanpak"])
def test_pages_can_be_made_of_very_little(proefdorp: Programma, editie: Editie, pad: str) -> None:
    """A programme that has just one of each, hardly filled in, gets its pages."""
    bare = change(
        proefdorp,
        "kansen",
        lambda _: {"thema": None, "deelonderwerp": None, "bron_idee": None, "niveau": None},
    )
    bare = change(bare, "fasedoelen", lambda _: {"criteria": (), "onderbouwing": ()})
    bare = change(bare, "routes", lambda _: {"startpunt": (), "stappen": (), "horizon": None})
    bare = bare.model_copy(
        update={
            "draagvlak": None,
            "woordenlijsten": tuple(
                lijst
                for lijst in bare.woordenlijsten
                if lijst.id not in {"kwadrant", "meetmoment", "bron_idee", "doelsoort"}
            ),
            "doelstellingen": bare.doelstellingen[:1],
            "kansen": bare.kansen[:1],
        }
    )
    assert page(bare, pad, editie).markdown


def test_savings_with_as_many_estimates_stand_in_one_sentence() -> None:
    """As many estimates of costs as of CO2 make one sentence; other numbers make two."""
    together = tell_opbrengst(Opbrengst(3, 2, Decimal(5000), 2, Decimal(40)))
    assert together.count("is geschat") == 1
    assert "Voor 2 daarvan" in together
    apart = tell_opbrengst(Opbrengst(3, 3, Decimal(5000), 2, Decimal(40)))
    assert apart.count("is geschat") == 2
    assert "Daarvoor is geschat" in apart
