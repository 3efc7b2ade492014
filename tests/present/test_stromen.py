"""Sentences and figures of the material flows follow the table: change it, and they change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive import derive
from generator.derive.feiten import Feiten
from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.pipeline import inspect, prepare
from generator.present.figures.basis import Figuur
from generator.present.figures.stromen import MAKERS
from tests.conftest import MINIGEMEENTE

PEILDATUM = date(2026, 10, 1)


def tell_facts(programma: Programma, editie: Editie = Editie.INTERN) -> Feiten:
    """The facts of a programme."""
    return derive(programma, editie=editie, peildatum=PEILDATUM)


def make(programma: Programma, naam: str) -> Figuur:
    """A figure of the flows of a programme."""
    return MAKERS[f"stromen-{naam}"](tell_facts(programma))


def cost(programma: Programma, *euro_per_ton: int) -> Programma:
    """Proefdorp with another environmental cost on each of its rows of 2023."""
    analyse = programma.grondstofstromen
    assert analyse is not None
    rows = [row for row in analyse.stromen if row.jaar == 2023]
    changed = tuple(
        row.model_copy(update={"mki_eur_per_ton": Decimal(euro)})
        for row, euro in zip(rows, euro_per_ton, strict=True)
    )
    part = analyse.model_copy(update={"stromen": changed})
    return programma.model_copy(update={"grondstofstromen": part})


def read(figuur: Figuur) -> str:
    """The sentence with ordinary spaces."""
    return figuur.zin.replace("\xa0", " ")


def test_conclusion_names_the_theme_and_its_share(proefdorp: Programma) -> None:
    """A council member reads where most can be gained, and how much of it."""
    assert read(make(proefdorp, "themas")).startswith(
        "In het thema Openbare ruimte valt de meeste milieuwinst te halen: 75% van de milieukosten."
    )


@given(st.tuples(*[st.integers(-20, 2000)] * 3))
def test_conclusion_follows_the_table(proefdorp: Programma, costs: tuple[int, int, int]) -> None:
    """Whatever stands in the table, the theme that costs most is in the conclusion."""
    zin = read(make(cost(proefdorp, *costs), "themas"))
    tiles, wood, furniture = costs
    totals = {"Openbare ruimte": 1000 * tiles + 50 * wood, "Bedrijfsvoering": 10 * furniture}
    first = zin.split(".")[0]
    positive = {name: value for name, value in totals.items() if value > 0}
    if not positive:
        assert "nog niet bekend" in first
        return
    highest = max(positive, key=lambda name: positive[name])
    assert highest in first
    others = [name for name in totals if name != highest]
    is_equal = len(set(totals.values())) == 1
    assert all((name in first) == is_equal for name in others)
    if len(positive) > 1 and not is_equal:
        share = 100 * positive[highest] / sum(positive.values())
        assert f"{round(share)}%" in first or abs(share % 1 - 0.5) < 0.01


def test_conclusion_changes_with_the_file(tmp_path: Path) -> None:
    """Who changes a number in the CSV reads another conclusion on the page."""
    root = tmp_path / "proefdorp"
    shutil.copytree(MINIGEMEENTE, root)

    def tell() -> str:
        programma = inspect(root).programma
        assert programma is not None
        pages = prepare(programma, Editie.INTERN, PEILDATUM).pages
        (page,) = (item for item in pages if item.pad == "nulmeting/index")
        return page.markdown

    before = tell()
    path = root / "data" / "grondstofstromen.csv"
    path.write_text(path.read_text("utf-8").replace(";4;320;D", ";4;32000;D"), "utf-8")
    after = tell()
    assert "In het thema Openbare ruimte valt de meeste milieuwinst" in before
    assert "In het thema Bedrijfsvoering valt de meeste milieuwinst" in after


def test_what_lies_below_zero_is_named_and_not_drawn(proefdorp: Programma) -> None:
    """A Sankey cannot show a negative number: the sentence and the table do."""
    figuur = make(proefdorp, "milieukosten")
    assert "Hout (€ −200) heeft milieukosten onder nul" in read(figuur)
    assert ("Openbare ruimte", "Hout", Decimal(-200), "nee") in figuur.tabel.rijen
    assert figuur.grafiek is not None
    trace = figuur.grafiek["data"][0]
    assert min(trace["link"]["value"]) > 0
    assert "Hout" not in trace["node"]["label"]


@pytest.mark.parametrize("naam", ["massa", "milieukosten"])
def test_every_band_joins_two_nodes_that_exist(proefdorp: Programma, naam: str) -> None:
    """The picture has no loose ends, and each node has its colour."""
    figuur = make(proefdorp, naam)
    assert figuur.grafiek is not None
    trace = figuur.grafiek["data"][0]
    number = len(trace["node"]["label"])
    ends = {*trace["link"]["source"], *trace["link"]["target"]}
    assert ends == set(range(number))
    assert len(trace["node"]["color"]) == number
    assert all(colour.startswith("kleur-") for colour in trace["link"]["color"])


def test_bands_by_weight_add_up_to_what_came_in(proefdorp: Programma) -> None:
    """All bands into the themes are all tonnes that came in; all bands out of them the rest."""
    figuur = make(proefdorp, "massa")
    themas = {"Openbare ruimte", "Bedrijfsvoering"}
    into = sum(float(str(ton)) for _, naar, ton in figuur.tabel.rijen if naar in themas)
    out = sum(float(str(ton)) for van, _, ton in figuur.tabel.rijen if van in themas)
    assert (into, out) == (1060, 426 + 634)


def test_stock_that_shrank_is_a_band_into_the_theme(proefdorp: Programma) -> None:
    """More went out than came in: the rest comes out of what was in use."""
    analyse = proefdorp.grondstofstromen
    assert analyse is not None
    row = analyse.stromen[0].model_copy(
        update={"voorraadtoename_ton": Decimal(-600), "uit_recycling_ton": Decimal(1400)}
    )
    part = analyse.model_copy(update={"stromen": (row,)})
    figuur = make(proefdorp.model_copy(update={"grondstofstromen": part}), "massa")
    assert ("Was in gebruik", "Openbare ruimte", Decimal(600)) in figuur.tabel.rijen
    assert "wat in gebruik is, werd 600 ton minder" in read(figuur)


def test_balance_names_the_rows_that_do_not_close(proefdorp: Programma) -> None:
    """Readers see where tonnes are not explained, in words and in the table."""
    assert read(make(proefdorp, "balans")).startswith("De balans klopt")
    analyse = proefdorp.grondstofstromen
    assert analyse is not None
    row = analyse.stromen[0].model_copy(update={"voorraadtoename_ton": Decimal(570)})
    part = analyse.model_copy(update={"stromen": (row, *analyse.stromen[1:])})
    figuur = make(proefdorp.model_copy(update={"grondstofstromen": part}), "balans")
    assert "30 ton niet verklaard (2,8%)" in read(figuur)
    assert "Openbare ruimte, Tegels (3,0%)" in read(figuur)
    line = next(line for line in figuur.tabel.rijen if line[1] == "Tegels")
    assert line[-3:] == (Decimal(30), Decimal("3.0"), "klein verschil")
    assert figuur.tabel.trappen


@pytest.mark.parametrize("naam", sorted(MAKERS))
def test_figure_without_rows_says_so(proefdorp: Programma, naam: str) -> None:
    """A part that is there and still empty gives a sentence, not an empty picture."""
    analyse = proefdorp.grondstofstromen
    assert analyse is not None
    part = analyse.model_copy(update={"stromen": (), "kengetallen": ()})
    empty = proefdorp.model_copy(update={"grondstofstromen": part})
    figuur = MAKERS[naam](tell_facts(empty))
    assert figuur.zin.startswith("Er zijn")
    assert figuur.grafiek is None
    assert figuur.tabel.rijen == ()


@pytest.mark.parametrize("editie", list(Editie))
@pytest.mark.parametrize("part", ["grondstofstromen", "circulariteitsscan", "inkoop", "bewustzijn"])
def test_missing_part_is_named_and_has_no_page(
    proefdorp: Programma, editie: Editie, part: str
) -> None:
    """The nulmeting says in words what is not there, and links to no page of it."""
    update: dict[str, object] = {part: None}
    if part == "circulariteitsscan":
        update |= {"praktijken": (), "initiatieven": ()}
    if part == "bewustzijn":
        update |= {"draagvlak": None}
    site = prepare(proefdorp.model_copy(update=update), editie, PEILDATUM)
    pages = {page.pad: page.markdown for page in site.pages}
    assert f"nulmeting/{part}" not in pages
    assert "Dit onderdeel ontbreekt" in pages["nulmeting/index"]
    assert f"{part}.html" not in pages["nulmeting/index"]


@pytest.mark.parametrize(
    "change",
    [
        lambda programma: {
            "woordenlijsten": tuple(
                lijst
                for lijst in programma.woordenlijsten
                if lijst.id not in {"herkomst_stroom", "bestemming_stroom", "kwaliteit"}
            )
        },
        lambda _: {"profiel": None},
        lambda _: {"praktijken": (), "initiatieven": ()},
        lambda _: {"circulariteitsscan": None},
        lambda programma: {
            "grondstofstromen": programma.grondstofstromen.model_copy(
                update={"stromen": programma.grondstofstromen.stromen[:1]}
            )
        },
        lambda programma: {
            "grondstofstromen": programma.grondstofstromen.model_copy(update={"stromen": ()})
        },
    ],
    ids=["no-vocabularies", "no-profile", "no-practices", "no-scan", "one-row", "no-rows"],
)
def test_pages_are_made_of_whatever_is_there(
    proefdorp: Programma, change: Callable[[Programma], dict[str, object]]
) -> None:
    """A municipality that has little, or other words, still gets its pages."""
    site = prepare(proefdorp.model_copy(update=change(proefdorp)), Editie.INTERN, PEILDATUM)
    assert "nulmeting/grondstofstromen" in {page.pad for page in site.pages}
