"""Procurement on the pages, computed again here from the CSV without the program."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable
from fractions import Fraction

import pytest
import yaml
from bs4 import BeautifulSoup

from tests.programmes import Built

PAD = "nulmeting/inkoop"
EDITIES = ("intern", "publiek")


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", ".")) if text else Fraction(0)


def _rows(built: Built) -> list[dict[str, str]]:
    path = built.root / "data" / "inkoop.csv"
    with path.open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _termen(built: Built, woordenlijst: str) -> dict[str, dict[str, str]]:
    path = built.root / "data" / "woordenlijst" / f"{woordenlijst}.yaml"
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {item["id"]: item for item in loaded["termen"]}


def _impact(row: dict[str, str]) -> Fraction:
    return _number(row["uitgaven_eur"]) * _number(row["co2_kg_per_eur"]) / 1000


def _table(built: Built, editie: str, naam: str) -> list[list[str]]:
    """The rows of a CSV on the site, without its head."""
    path = built.edities[editie] / "csv" / f"{naam}.csv"
    text = path.read_text(encoding="utf-8-sig")
    return list(csv.reader(text.splitlines(), delimiter=";"))[1:]


def _text(page: BeautifulSoup) -> str:
    article = page.select_one("article")
    assert article is not None
    return " ".join(article.get_text(" ").replace("\xa0", " ").split())


@pytest.mark.parametrize("editie", EDITIES)
def test_impact_is_euro_times_factor_and_ranked(built: Built, editie: str) -> None:
    """Each segment shows what its spending emits, the most first, and the shares run up to 100."""
    names = {key: item["naam"] for key, item in _termen(built, "inkoopsegment").items()}
    ordered = sorted(_rows(built), key=_impact, reverse=True)
    whole = sum(map(_impact, ordered), Fraction(0))
    running = Fraction(0)
    shown = _table(built, editie, "inkoop-impact")
    assert len(shown) == len(ordered) == 12
    for row, cells in zip(ordered, shown, strict=True):
        running += _impact(row) * 100 / whole
        assert cells[0] == names[row["segment"]]
        assert abs(_number(cells[1]) - _impact(row)) <= Fraction(1, 2)
        assert abs(_number(cells[2]) - _impact(row) * 100 / whole) <= Fraction(1, 20)
        assert abs(_number(cells[3]) - running) <= Fraction(1, 20)
    assert _number(shown[-1][3]) == 100


@pytest.mark.parametrize("editie", EDITIES)
def test_potential_is_impact_times_both_weights(built: Built, editie: str) -> None:
    """What can be saved is the impact, times what can be won, times how much influence there is."""
    weights = {
        name: {key: _number(item["gewicht"]) for key, item in _termen(built, name).items()}
        for name in ("circulair_potentieel", "invloed")
    }
    names = {key: item["naam"] for key, item in _termen(built, "inkoopsegment").items()}
    expected = {
        names[row["segment"]]: _impact(row)
        * weights["circulair_potentieel"][row["circulair_potentieel"]]
        * weights["invloed"][row["invloed"]]
        for row in _rows(built)
    }
    for cells in _table(built, editie, "inkoop-impact"):
        assert abs(_number(cells[4]) - expected[cells[0]]) <= Fraction(1, 2)
    most = max(expected, key=lambda name: expected[name])
    assert f"het meest te besparen bij {most}" in _text(built.page(editie, PAD))


@pytest.mark.parametrize("editie", EDITIES)
def test_sentence_names_the_segment_with_most_money_and_most_impact(
    built: Built, editie: str
) -> None:
    """Most money is not most impact; the sentence says both, with their shares."""
    names = {key: item["naam"] for key, item in _termen(built, "inkoopsegment").items()}
    rows = _rows(built)
    money = max(rows, key=lambda row: _number(row["uitgaven_eur"]))
    heavy = max(rows, key=_impact)
    spent = sum((_number(row["uitgaven_eur"]) for row in rows), Fraction(0))
    emitted = sum(map(_impact, rows), Fraction(0))
    text = _text(built.page(editie, PAD))
    share = round(float(_number(money["uitgaven_eur"]) * 100 / spent))
    assert f"naar {names[money['segment']]} ({share}%)" in text
    share = round(float(_impact(heavy) * 100 / emitted))
    assert f"kwam van {names[heavy['segment']]}: {share}% van de uitstoot" in text


@pytest.mark.parametrize("editie", EDITIES)
def test_contracts_with_a_criterion_are_counted_by_level(built: Built, editie: str) -> None:
    """The sentence counts the contracts, by level of ambition, and the money that goes with it."""
    rows = _rows(built)
    met = sum(int(row["contracten_met_criterium"]) for row in rows)
    whole = sum(int(row["aantal_contracten"]) for row in rows)
    text = _text(built.page(editie, PAD))
    assert f"Bij {met} van de {whole} contracten ({round(met * 100 / whole)}%)" in text
    levels: dict[str, int] = defaultdict(int)
    for row in rows:
        levels[row["ambitieniveau"]] += int(row["contracten_met_criterium"])
    for key, item in _termen(built, "inkoop_ambitieniveau").items():
        assert f"{levels[key]} op het niveau {item['naam']}" in text
    known = [row for row in rows if row["uitgaven_met_criterium_eur"]]
    part = sum((_number(row["uitgaven_met_criterium_eur"]) for row in known), Fraction(0))
    money = sum((_number(row["uitgaven_eur"]) for row in known), Fraction(0))
    found = re.search(r"segmenten waar dit van bekend is: (\d+)%", text)
    assert found
    assert int(found.group(1)) == round(float(part * 100 / money))


def test_moments_of_choice_stand_by_date(built: Built) -> None:
    """On the intranet the contracts that end after the peildatum stand in order of their end."""
    text = (built.root / "data" / "programma.yaml").read_text(encoding="utf-8")
    peildatum = yaml.load(text, Loader=yaml.BaseLoader)["peildatum"]
    names = {key: item["naam"] for key, item in _termen(built, "inkoopsegment").items()}
    ending = [row for row in _rows(built) if row["contract_eind"] > peildatum[:7]]
    expected = [names[row["segment"]] for row in sorted(ending, key=_contract_eind)]
    assert [cells[1] for cells in _table(built, "intern", "inkoop-kalender")] == expected
    assert len(expected) == 12


_contract_eind: Callable[[dict[str, str]], str] = lambda row: row["contract_eind"]  # noqa: E731


def test_public_edition_does_not_tell_when_contracts_end(built: Built) -> None:
    """Ends of contracts are for the intranet."""
    assert not (built.edities["publiek"] / "csv" / "inkoop-kalender.csv").exists()
    text = _text(built.page("publiek", PAD))
    assert "Keuzemoment" not in text
    assert "juni 2027" not in text
    assert "juni 2027" in _text(built.page("intern", PAD))


@pytest.mark.parametrize("editie", EDITIES)
def test_spending_is_never_added_to_environmental_cost(built: Built, editie: str) -> None:
    """No number on the page is euro of spending plus euro of environmental cost."""
    with (built.root / "data" / "grondstofstromen.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    mki = sum(
        (
            sum((_number(row[name]) for name in row if name.startswith("in_")), Fraction(0))
            * _number(row["mki_eur_per_ton"])
            for row in rows
        ),
        Fraction(0),
    )
    spent = sum((_number(row["uitgaven_eur"]) for row in _rows(built)), Fraction(0))
    both = f"{round(float((mki + spent) / 1_000_000), 1)}".replace(".", ",")
    alone = f"{round(float(spent / 1_000_000), 1)}".replace(".", ",")
    text = _text(built.page(editie, PAD))
    assert both != alone
    assert f"€ {alone} miljoen" in text
    assert f"€ {both} miljoen" not in text
