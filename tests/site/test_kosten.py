"""Money and hours on the intranet, added up again from the files without the program."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from tests.programmes import Built
from tests.sources import get_article, get_list, get_section, get_text, read_records, read_terms

PAD = "voortgang/kosten"
GESTOPT = {"vervallen"}
KLAAR = {"afgerond", "geborgd"}
INDELINGEN = {
    "kosten-themas": ("thema", "themas"),
    "kosten-teams": ("eigenaar_team", "teams"),
    "kosten-begroting": ("begrotingsprogramma", None),
}


def _acties(built: Built) -> list[dict[str, Any]]:
    return [dict(item) for item in read_records(built, "acties")]


def _counted(built: Built) -> list[dict[str, Any]]:
    return [item for item in _acties(built) if item["actiestatus"] not in GESTOPT]


def _money(value: Decimal | int) -> str:
    return f"€ {value:,.0f}".replace(",", ".")


def _add(acties: list[dict[str, Any]]) -> Decimal:
    return sum(
        (
            Decimal(str(item["budget_eur"]).replace(",", "."))
            for item in acties
            if "budget_eur" in item
        ),
        Decimal(0),
    )


def _read_csv(built: Built, name: str) -> list[dict[str, str]]:
    text = (built.edities["intern"] / "csv" / f"{name}.csv").read_text("utf-8-sig")
    return list(csv.DictReader(text.splitlines(), delimiter=";"))


def test_budgets_by_funding_add_up_to_all_budgets(built: Built) -> None:
    """Per kind of funding the budgets of the actions that are not stopped, and their sum."""
    acties, section = _counted(built), get_section(get_article(built, "intern", PAD), "gedekt")
    with_budget = [item for item in acties if "budget_eur" in item]
    for identifier, naam in read_terms(built, "dekking").items():
        own = [item for item in with_budget if item["dekking"] == identifier]
        assert own
        assert f"{naam} {_money(_add(own))}, {len(own)} acties" in section
    assert f"Samen {_money(_add(acties))}, {len(with_budget)} acties" in section


def test_stopped_actions_are_in_no_sum_and_that_is_said(built: Built) -> None:
    """The budget of a stopped action is named apart."""
    stopped = [
        item for item in _acties(built) if item["actiestatus"] in GESTOPT and "budget_eur" in item
    ]
    assert len(stopped) == 1
    text = get_text(get_article(built, "intern", PAD))
    assert f"een gestopte actie stond een budget van {_money(_add(stopped))}" in text


@pytest.mark.parametrize("naam", INDELINGEN)
def test_each_division_of_the_budget_adds_up_to_the_whole(built: Built, naam: str) -> None:
    """By thema, by team and by budget programme every euro stands in one line."""
    veld, lijst = INDELINGEN[naam]
    names = (
        {str(item["id"]): str(item["naam"]) for item in read_records(built, lijst)} if lijst else {}
    )
    terms, acties = read_terms(built, "dekking"), _counted(built)
    expected: dict[str, list[dict[str, Any]]] = {}
    for actie in acties:
        key = actie.get(veld)
        expected.setdefault(names.get(key, key) if key else "Niet ingevuld", []).append(actie)
    rows = {row[next(iter(row))]: row for row in _read_csv(built, naam)}
    assert set(rows) == set(expected)
    for label, own in expected.items():
        row = rows[label]
        assert Decimal(row["Samen (€)"]) == _add(own)
        assert int(row["Acties met budget"]) == sum("budget_eur" in item for item in own)
        assert int(row["Nog zonder"]) == sum("budget_eur" not in item for item in own)
        for identifier, term in terms.items():
            part = [item for item in own if item.get("dekking") == identifier]
            assert Decimal(row[f"{term} (€)"]) == _add(part)
    assert sum(Decimal(row["Samen (€)"]) for row in rows.values()) == _add(acties)
    most = max(expected, key=lambda label: _add(expected[label]))
    figure = get_article(built, "intern", PAD).select_one(f'figure[data-figuur="{naam}"]')
    assert figure is not None
    assert f"{most}: {_money(_add(expected[most]))}" in get_text(figure)


def test_hours_of_a_team_are_those_of_work_to_come(built: Built) -> None:
    """Hours per year by team, of the actions that are not ready and not stopped."""
    hours: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for actie in _acties(built):
        if actie["actiestatus"] not in GESTOPT | KLAAR:
            for part in get_list(actie, "uren"):
                hours[part["team"]] += int(part["uren_per_jaar"])
                counts[part["team"]] += 1
    names = {str(item["id"]): str(item["naam"]) for item in read_records(built, "teams")}
    shown = [tuple(row.values()) for row in _read_csv(built, "kosten-uren")]
    assert shown == [
        (naam, str(hours[key]), str(counts[key])) for key, naam in names.items() if key in hours
    ]
    section = get_section(get_article(built, "intern", PAD), "Hoeveel uren")
    assert f"samen {sum(hours.values()):,} uur per jaar".replace(",", ".") in section


def test_actions_without_a_budget_are_listed_as_a_question(built: Built) -> None:
    """What has no budget yet is asked about; a budget of 0 is a budget."""
    section = get_section(get_article(built, "intern", PAD), "Nog geen budget")
    assert "Is dat de bedoeling?" in section
    for actie in _counted(built):
        assert (str(actie["titel"]) in section) is ("budget_eur" not in actie)


def test_nothing_about_money_or_hours_is_public(built: Built) -> None:
    """The page and its figures exist on the intranet only."""
    assert (built.edities["intern"] / f"{PAD}.html").is_file()
    assert not (built.edities["publiek"] / f"{PAD}.html").exists()
    for kind in ("csv", "figuren"):
        assert not list((built.edities["publiek"] / kind).glob("kosten-*"))
