"""What the actions add to each goal, computed again from the files without the program."""

from __future__ import annotations

import csv
from fractions import Fraction

import pytest
from bs4 import Tag

from tests.lichten import read
from tests.programmes import Built
from tests.site.doelsom import (
    JAAR,
    Som,
    choose,
    count_digits,
    dutch,
    effect,
    list_effecten,
    list_sommen,
    number,
    type_record,
    verschil,
    waarde,
)
from tests.sources import get_article, get_section, get_text, is_public, read_records

PAD = "voortgang/bijdrage"
ONBEKEND = "niet te berekenen"
MIN = "\N{MINUS SIGN}"


def _indicatoren(built: Built) -> list[type_record]:
    return [dict(item) for item in read_records(built, "indicatoren")]


def _find_blok(built: Built, indicator: type_record) -> Tag:
    """The part of the page about one indicator."""
    blokken = get_article(built, "intern", PAD).select("details.vouw")
    (found,) = (
        item
        for item in blokken
        if get_text(item.select("summary")[0]).startswith(f"{indicator['naam']} ")
    )
    return found


def _read_rows(table: Tag) -> list[list[str]]:
    return [[get_text(cell) for cell in row.select("th, td")] for row in table.select("tbody tr")]


def _name_rest(som: Som, erbij: Fraction, eenheid: str, digits: int) -> str:
    """What remains; without a unit where the caption names it."""
    rest = som.rest(erbij)
    if rest is None:
        return ONBEKEND
    shown = verschil(rest, eenheid, digits) if eenheid else dutch(rest, digits)
    return "genoeg" if rest <= 0 else f"nog {shown}"


def _sign(value: Fraction, digits: int) -> str:
    return f"{'+' if value > 0 else ''}{dutch(value, digits)}"


def _expect_row(som: Som, indicator: type_record, digits: int) -> list[str]:
    """The words of the cells of a target."""
    eenheid, decimals = indicator["eenheid"], int(indicator.get("decimalen", "0"))
    weighed = _sign(som.gewogen, digits)
    if som.afstand is None:
        tempo, afstand = ONBEKEND, ONBEKEND
    else:
        assert som.verwacht is not None
        tempo = dutch(som.verwacht, digits) + ("%" if eenheid == "%" else "")
        short = dutch(som.afstand, digits)
        afstand = "tempo is genoeg" if som.afstand <= 0 else short
        weighed += f": {_name_rest(som, som.gewogen, '', digits)}"
    return [
        f"{som.jaar}: {waarde(som.doel, eenheid, decimals)}",
        tempo,
        afstand,
        _sign(som.som, digits),
        _name_rest(som, som.som, "", digits),
        weighed,
    ]


def test_every_target_to_come_shows_pace_actions_and_what_remains(built: Built) -> None:
    """Per target: where the pace leads, what the actions add without counting double, the rest."""
    seen = 0
    for indicator in _indicatoren(built):
        sommen = list_sommen(built, indicator)
        if not sommen:
            continue
        digits = count_digits(built, indicator, weighed=True)
        rows = _read_rows(_find_blok(built, indicator).select("table")[0])
        expected = [_expect_row(item, indicator, digits) for item in sommen]
        assert len(rows) == len(expected), indicator["id"]
        for row, wanted in zip(rows, expected, strict=True):
            assert row[0] == wanted[0]
            assert row[1].startswith(wanted[1]), indicator["id"]
            assert row[2:] == wanted[2:], indicator["id"]
        seen += len(rows)
    assert seen > 30


def test_what_cannot_be_computed_says_why_and_is_never_zero(built: Built) -> None:
    """An indicator with one measurement has no pace; the page says so."""
    unknown = [
        (indicator, som)
        for indicator in _indicatoren(built)
        for som in list_sommen(built, indicator)
        if som.verwacht is None
    ]
    assert {item["id"] for item, _ in unknown} == {"hergebruik_uit", "scheiding_gebouwen"}
    reasons = {"hergebruik_uit": "er is pas één meting", "scheiding_gebouwen": "vasthouden"}
    for indicator, _ in unknown:
        text = get_text(_find_blok(built, indicator))
        assert reasons[indicator["id"]] in text
        assert "Restopgave 0" not in text


def test_each_expected_effect_tells_whether_it_is_in_the_sum(built: Built) -> None:
    """An action that works on the same effect as a stronger one is named, and does not count."""
    left_out = 0
    terms = read(built.root / "data" / "woordenlijst" / "zekerheid.yaml")["termen"]
    gewichten = {term["id"]: number(term["gewicht"]) for term in terms}
    for indicator in _indicatoren(built):
        effecten = list_effecten(built, indicator["id"], "verwachte_effecten")
        if not effecten:
            continue
        teken = -1 if indicator["richting"] == "omlaag" else 1
        rows = _read_rows(_find_blok(built, indicator).select("table")[-1])
        assert [row[0].split()[0] for row in rows] == [actie["id"] for actie, _ in effecten]
        years = [item.jaar for item in list_sommen(built, indicator)] or [9999]
        weighed = [number(item["waarde"]) * gewichten[item["zekerheid"]] for _, item in effecten]
        assert [number(row[4].lstrip("+").replace(MIN, "-")) for row in rows] == weighed
        for row, (actie, item) in zip(rows, effecten, strict=True):
            digits = max(len(part["waarde"].partition(",")[2]) for _, part in effecten)
            assert row[1:3] == [_sign(number(item["waarde"]), digits), item["jaar"]]
            counts = [
                any(
                    own["id"] == actie["id"] and part is item
                    for own, part in choose(
                        [pair for pair in effecten if int(pair[1]["jaar"]) <= year], teken
                    )
                )
                for year in years
                if int(item["jaar"]) <= year
            ]
            assert row[5].startswith("telt mee" if any(counts) else "telt niet mee, wel")
            left_out += not any(counts)
    assert left_out >= 5


def test_minimal_package_is_summed_from_its_own_actions(built: Built) -> None:
    """What is minimally needed: the same sum with the actions of the marked opportunities only."""
    article = get_article(built, "intern", PAD)
    (table,) = article.select('.tabel[aria-label="Minimaal pakket"] table')
    expected, nothing, known, pace, enough = [], [], 0, 0, 0
    for indicator in _indicatoren(built):
        digits, eenheid = count_digits(built, indicator), indicator["eenheid"]
        short = []
        for som in list_sommen(built, indicator):
            if som.afstand is None:
                continue
            rest = som.rest(som.minimaal)
            assert rest is not None
            known, pace, enough = known + 1, pace + (som.afstand <= 0), enough + (rest <= 0)
            if som.afstand > 0:
                short.append(som)
        expected += [
            [
                f"{indicator['naam']} , {som.jaar}",
                verschil(som.afstand or Fraction(0), eenheid, digits),
                f"{_sign(som.minimaal, digits)} {'procentpunt' if eenheid == '%' else eenheid}",
                _name_rest(som, som.minimaal, eenheid, digits),
            ]
            for som in short
            if som.in_pakket
        ]
        if short and not any(som.in_pakket for som in short):
            nothing.append(str(indicator["naam"]))
    assert _read_rows(table) == expected
    section = get_section(article, "Wat minimaal nodig is")
    assert f"genoeg voor {enough} van de {known} doelen; voor {pace} daarvan" in section
    for naam in nothing:
        assert naam in section
    for kans in read_records(built, "kansen"):
        if kans.get("is_minimaal_pakket") == "true":
            assert str(kans["titel"]) in section


def test_first_sentence_counts_the_targets_within_reach(built: Built) -> None:
    """How many targets the pace meets, how many with the actions, how many cannot be computed."""
    sommen = [som for item in _indicatoren(built) for som in list_sommen(built, item)]
    known = [som for som in sommen if som.afstand is not None]
    pace = sum(som.afstand is not None and som.afstand <= 0 for som in known)
    together = sum((som.rest(som.som) or 0) <= 0 for som in known)
    text = get_text(get_article(built, "intern", PAD))
    assert f"Van {len(known)} doelen die nog komen" in text
    assert f"Voor {pace} daarvan is het tempo genoeg; met de acties erbij voor {together}." in text
    assert f"Van {len(sommen) - len(known)} doelen is het niet te berekenen." in text


def test_parts_of_the_road_to_the_next_target_make_a_hundred(built: Built) -> None:
    """The picture divides the way to the next target into pace, actions and what remains."""
    file = built.edities["intern"] / "csv" / "bijdrage-restopgave.csv"
    rows = list(csv.reader(file.read_text("utf-8-sig").splitlines(), delimiter=";"))[1:]
    expected = {}
    for indicator in _indicatoren(built):
        for som in list_sommen(built, indicator)[:1]:
            if som.weg is None or som.afstand is None or som.weg <= 0:
                continue
            rest = max(som.rest(som.som) or Fraction(0), Fraction(0))
            tempo = som.weg - som.afstand if rest else min(som.weg - som.afstand, som.weg)
            parts = (tempo, som.weg - tempo - rest, rest)
            expected[indicator["naam"]] = [
                str(som.jaar),
                *(dutch(part * 100 / som.weg, 0).replace("\N{MINUS SIGN}", "-") for part in parts),
            ]
    assert {row[0]: row[1:5] for row in rows} == expected
    assert [number(row[4]) for row in rows] == sorted(
        (number(row[4]) for row in rows), reverse=True
    )
    assert not (built.edities["publiek"] / "csv" / file.name).exists()


@pytest.mark.parametrize("editie", ["intern", "publiek"])
def test_reached_effects_are_those_of_the_files(built: Built, editie: str) -> None:
    """What the actions say they reached stands in both editions, added up per indicator."""
    article = get_article(built, editie, PAD)
    (table,) = article.select('.tabel[aria-label="Wat de acties al bereikten"] table')
    rows = {row[0]: row for row in _read_rows(table)}
    expected = 0
    for indicator in _indicatoren(built):
        reached = [
            (actie, item)
            for actie, item in list_effecten(built, indicator["id"], "gerealiseerde_effecten")
            if int(item["jaar"]) <= JAAR and (editie == "intern" or is_public(actie))
        ]
        if not reached or (editie == "publiek" and not is_public(indicator)):
            continue
        expected += 1
        row = rows[indicator["naam"]]
        total = sum((number(item["waarde"]) for _, item in reached), Fraction(0))
        assert row[1].startswith(effect(total, indicator["eenheid"]))
        for actie, item in reached:
            assert actie["titel"] in row[2]
            assert (
                f"{effect(number(item['waarde']), indicator['eenheid'])} in {item['jaar']}"
                in row[2]
            )
    assert len(rows) == expected > 2


def test_public_page_tells_no_expectation(built: Built) -> None:
    """Forecasts, expected effects and what remains are for the intranet."""
    article = get_article(built, "publiek", PAD)
    text = get_text(article).casefold()
    for word in ("restopgave", "tempo", "genoeg", "verwacht", "zekerheid"):
        assert word not in text
    assert not article.select("details, figure")
    for indicator in _indicatoren(built):
        if is_public(indicator):
            page = get_text(get_article(built, "publiek", f"indicatoren/{indicator['id']}"))
            assert "Verwacht effect per actie" not in page
            assert "restopgave" not in page.casefold()


def test_indicator_page_tells_the_sum_of_its_next_target(built: Built) -> None:
    """The page of an indicator says what the actions add and what then remains."""
    seen = alone = 0
    for indicator in _indicatoren(built):
        sommen = list_sommen(built, indicator)
        if not sommen or sommen[0].afstand is None:
            continue
        first, digits = sommen[0], count_digits(built, indicator)
        article = get_article(built, "intern", f"indicatoren/{indicator['id']}")
        section = get_section(article, "Wat de acties bijdragen")
        assert first.verwacht is not None
        assert waarde(first.verwacht, indicator["eenheid"], digits) in section
        rest = first.rest(first.som)
        assert rest is not None
        shown = verschil(rest, indicator["eenheid"], digits)
        if rest > 0 and first.som:
            assert f"over: {shown}" in section
            seen += 1
        elif rest > 0:
            assert f"Dat scheelt {shown}." in section
            assert section.count(f" {shown}") == 1
            alone += 1
        else:
            assert section.count("genoeg") == 1
    assert min(seen, alone) > 1
