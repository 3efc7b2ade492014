"""Material flows: sums, shares, order and balance, against values worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.feiten.stromen import Stroombeeld, Stroomfeiten
from generator.derive.stromen import derive_stromen
from generator.model.beleid import Profiel
from generator.model.nulmeting import Grondstofanalyse
from generator.model.programma import Programma
from generator.model.regels.balans import (
    BESTEMMINGEN,
    HERKOMSTEN,
    Balans,
    balance_stromen,
    find_factor,
)

PEILDATUM = date(2026, 10, 1)
type_row = Mapping[str, Any]


def make_row(thema: str, materiaal: str, mki: str | None = None, **fields: Any) -> type_row:
    """A flow of which everything stays in use, unless the test says otherwise."""
    row: dict[str, Any] = dict.fromkeys([*HERKOMSTEN.values(), *BESTEMMINGEN.values()], 0)
    row |= {"jaar": 2023, "schaal": "eigen_organisatie", "thema": thema, "materiaal": materiaal}
    row |= fields
    row.setdefault("voorraadtoename_ton", sum(row[name] for name in HERKOMSTEN.values()))
    return row | ({"mki_eur_per_ton": mki} if mki is not None else {})


def derive(proefdorp: Programma, rows: Sequence[type_row], **fields: Any) -> Stroomfeiten | None:
    """The facts of some flows in Proefdorp."""
    analyse = Grondstofanalyse.model_validate({"methode": "Geteld.", "stromen": rows} | fields)
    changed = proefdorp.model_copy(update={"grondstofstromen": analyse})
    return derive_stromen(changed, PEILDATUM)


def show(proefdorp: Programma, *rows: type_row, **fields: Any) -> Stroombeeld:
    """The first picture of some flows."""
    feiten = derive(proefdorp, rows, **fields)
    assert feiten is not None
    return feiten.beeld


def test_proefdorp_is_added_up_as_by_hand(proefdorp: Programma) -> None:
    """Three rows of 2023: 1060 tonnes in, 426 out, 634 in use; 706 of them newly won."""
    feiten = derive_stromen(proefdorp, PEILDATUM)
    assert feiten is not None
    beeld = feiten.beeld
    assert (beeld.schaal.id, beeld.jaar) == ("eigen_organisatie", 2023)
    assert beeld.totaal.balans == Balans(Decimal(1060), Decimal(426), Decimal(634))
    assert beeld.totaal.mki == 1000 * 10 + 50 * -4 + 10 * 320
    assert beeld.totaal.co2_ton == (1000 * 100 + 50 * -200 + 10 * 2800) / Decimal(1000)
    assert beeld.niet_primair_pct == Decimal(1060 - 706) * 100 / 1060
    assert beeld.primair_abiotisch_ton == 700 + 6 / Decimal(2)
    assert [som.wat.id for som in beeld.themas] == ["openbare_ruimte", "bedrijfsvoering"]
    assert [som.mki for som in beeld.themas] == [Decimal(9800), Decimal(3200)]


def test_schalen_are_never_added(proefdorp: Programma) -> None:
    """What the municipality uses itself and what its territory uses are two pictures."""
    feiten = derive_stromen(proefdorp, PEILDATUM)
    assert feiten is not None
    assert [(other.schaal.id, other.jaar) for other in feiten.andere] == [("grondgebied", 2022)]
    assert feiten.andere[0].totaal.balans.erin == 300
    assert feiten.beeld.totaal.balans.erin == 1060


def test_newest_year_that_is_not_in_the_future_counts(proefdorp: Programma) -> None:
    """An older year is not added, and a year after peildatum does not count yet."""
    rows = [
        make_row("openbare_ruimte", "tegels", "1", jaar=jaar, in_primair_ton=ton)
        for jaar, ton in ((2021, 1), (2025, 20), (2027, 300))
    ]
    beeld = show(proefdorp, *rows)
    assert beeld.jaar == 2025
    assert beeld.totaal.balans.erin == 20


def test_without_rows_there_are_no_facts(proefdorp: Programma) -> None:
    """No analysis, or an analysis without rows, claims nothing."""
    assert derive(proefdorp, []) is None
    absent = proefdorp.model_copy(update={"grondstofstromen": None})
    assert derive_stromen(absent, PEILDATUM) is None


def test_own_factor_goes_before_the_kengetal(proefdorp: Programma) -> None:
    """A row that states its own environmental cost keeps it; the other takes the kengetal."""
    beeld = show(
        proefdorp,
        make_row("openbare_ruimte", "tegels", "7", in_primair_ton=10),
        make_row("bedrijfsvoering", "tegels", in_primair_ton=10),
        kengetallen=[{"materiaal": "tegels", "mki_eur_per_ton": 2}],
    )
    assert [som.mki for som in beeld.rijen] == [Decimal(70), Decimal(20)]


@pytest.mark.parametrize(
    ("jaar", "factor"), [(2022, 1), (2023, 1), (2024, 3), (2030, 4), (2019, 9)]
)
def test_kengetal_of_the_year_or_the_last_before_it_counts(jaar: int, factor: int) -> None:
    """A factor that came later is not used for an older year while there is another."""
    kengetallen = Grondstofanalyse.model_validate(
        {
            "methode": "x",
            "kengetallen": [
                {"materiaal": "tegels", "mki_eur_per_ton": 9},
                *(
                    {"materiaal": "tegels", "mki_eur_per_ton": value, "jaar": year}
                    for year, value in ((2024, 3), (2020, 1), (2028, 4))
                ),
                {"materiaal": "hout", "mki_eur_per_ton": 5, "jaar": 2019},
            ],
            "stromen": [make_row("openbare_ruimte", "tegels", jaar=jaar, in_primair_ton=1)],
        }
    )
    found = find_factor(kengetallen.stromen[0], kengetallen.kengetallen, "mki_eur_per_ton")
    assert found == factor


def test_material_without_factor_is_named_and_not_counted_as_zero(proefdorp: Programma) -> None:
    """Unknown is not nothing: the material is named, and it has no share."""
    beeld = show(
        proefdorp,
        make_row("openbare_ruimte", "tegels", "7", in_primair_ton=10),
        make_row("openbare_ruimte", "hout", in_primair_ton=10),
    )
    assert [item.id for item in beeld.zonder_mki] == ["hout"]
    assert beeld.totaal.mki == 70
    assert beeld.totaal.co2_ton is None


def test_negative_cost_stays_in_the_total_and_out_of_the_order(proefdorp: Programma) -> None:
    """Wood below zero lowers the total; shares are of what is above zero, and add up to 100."""
    beeld = show(
        proefdorp,
        make_row("openbare_ruimte", "tegels", "30", in_primair_ton=10),
        make_row("openbare_ruimte", "meubels", "70", in_primair_ton=10),
        make_row("openbare_ruimte", "hout", "-5", in_primair_ton=10),
    )
    assert beeld.totaal.mki == 950
    assert [som.wat.id for som in beeld.negatief] == ["hout"]
    assert [(regel.som.wat.id, regel.som.mki_pct) for regel in beeld.pareto] == [
        ("meubels", Decimal(70)),
        ("tegels", Decimal(30)),
    ]


def test_pareto_stops_at_eighty_percent(proefdorp: Programma) -> None:
    """The fewest materials that hold 80 percent; exactly 80 is enough."""
    costs = {"tegels": "50", "hout": "30", "meubels": "20"}
    beeld = show(
        proefdorp,
        *(make_row("openbare_ruimte", name, mki, in_primair_ton=1) for name, mki in costs.items()),
    )
    assert [(regel.samen_pct, regel.is_kern) for regel in beeld.pareto] == [
        (Decimal(50), True),
        (Decimal(80), True),
        (Decimal(100), False),
    ]


@pytest.mark.parametrize(
    ("costs", "kern", "pct"),
    [
        ({"openbare_ruimte": 60, "bedrijfsvoering": 40}, ["openbare_ruimte"], 60),
        ({"openbare_ruimte": 40, "bedrijfsvoering": 60}, ["bedrijfsvoering"], 60),
        (
            {"openbare_ruimte": 50, "bedrijfsvoering": 50},
            ["openbare_ruimte", "bedrijfsvoering"],
            100,
        ),
        ({"openbare_ruimte": 50, "bedrijfsvoering": 0}, ["openbare_ruimte"], 100),
        ({"openbare_ruimte": 50, "bedrijfsvoering": -5}, ["openbare_ruimte"], 100),
        ({"openbare_ruimte": 0, "bedrijfsvoering": -5}, [], None),
    ],
)
def test_conclusion_names_the_fewest_themes_with_half_of_the_cost(
    proefdorp: Programma, costs: Mapping[str, int], kern: list[str], pct: int | None
) -> None:
    """Half is enough, equal themes are named together, and nothing is named without any cost."""
    beeld = show(
        proefdorp,
        *(make_row(thema, "tegels", str(mki), in_primair_ton=1) for thema, mki in costs.items()),
    )
    assert [som.wat.id for som in beeld.kern] == kern
    assert beeld.kern_pct == pct


def test_per_inhabitant_uses_the_inhabitants_of_the_same_year(proefdorp: Programma) -> None:
    """Tonnes of 2023 are divided by the inhabitants of 2023, or not at all."""
    row = make_row("openbare_ruimte", "tegels", "2", in_primair_ton=50)
    numbers = [{"jaar": 2022, "aantal": 1000}, {"jaar": 2023, "aantal": 5000}]
    profiel = Profiel.model_validate({"inwoners": numbers})
    beeld = show(proefdorp.model_copy(update={"profiel": profiel}), row)
    assert beeld.inwoners == 5000
    assert beeld.kg_per_inwoner == 10
    assert beeld.mki_per_inwoner == Decimal("0.02")
    other = Profiel.model_validate({"inwoners": numbers[:1]})
    assert show(proefdorp.model_copy(update={"profiel": other}), row).kg_per_inwoner is None


def test_quality_is_inherited_and_weighed(proefdorp: Programma) -> None:
    """A row without a quality has that of the analysis; shares follow the tonnes."""
    beeld = show(
        proefdorp,
        make_row("openbare_ruimte", "tegels", "1", in_primair_ton=75),
        make_row("openbare_ruimte", "hout", "1", in_primair_ton=25, kwaliteit="A"),
        kwaliteit="C",
    )
    assert [(item.wat.naam, item.pct) for item in beeld.kwaliteiten] == [
        ("Gemeten", Decimal(25)),
        ("Geschat", Decimal(75)),
    ]


def test_only_mass_that_goes_out_gives_no_shares_of_what_came_in(proefdorp: Programma) -> None:
    """A year in which only something left divides nothing by zero."""
    row = make_row("openbare_ruimte", "tegels", "3", uit_recycling_ton=40, voorraadtoename_ton=-40)
    beeld = show(proefdorp, row)
    assert beeld.niet_primair_pct is None
    assert beeld.hoogwaardig_pct == 0
    assert beeld.totaal.balans.rest == 0
    assert beeld.kern == ()


TONNES = st.integers(0, 10**6).map(lambda whole: Decimal(whole) / 10)


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                name: TONNES.map(str).map(lambda text: text.replace(".", ","))
                for name in [*HERKOMSTEN.values(), *BESTEMMINGEN.values(), "voorraadtoename_ton"]
            }
            | {
                "thema": st.sampled_from(["openbare_ruimte", "bedrijfsvoering"]),
                "materiaal": st.sampled_from(["tegels", "hout", "meubels"]),
                "mki_eur_per_ton": st.integers(-50, 50),
            }
        ),
        min_size=1,
        max_size=6,
    )
)
def test_parts_add_up_to_the_whole(proefdorp: Programma, rows: list[dict[str, Any]]) -> None:
    """Whatever the numbers: themes, materials and rows add up to the total, and shares to 100."""
    fixed = {"jaar": 2023, "schaal": "eigen_organisatie"}
    beeld = show(proefdorp, *(fixed | row for row in rows))
    for sums in (beeld.rijen, beeld.themas, beeld.materialen):
        assert sum(som.balans.erin for som in sums) == beeld.totaal.balans.erin
        assert sum(som.balans.rest for som in sums) == beeld.totaal.balans.rest
        assert sum(som.mki or 0 for som in sums) == beeld.totaal.mki
    for shares in (beeld.herkomsten, beeld.bestemmingen):
        if any(item.ton for item in shares):
            assert round(sum(item.pct for item in shares), 20) == 100
    if beeld.pareto:
        assert round(beeld.pareto[-1].samen_pct, 20) == 100
        assert beeld.pareto[0].is_kern
    assert balance_stromen([]).deel == 0
