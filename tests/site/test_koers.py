"""Verdicts, paces and doorrekeningen on the pages equal a second, plain computation from data/."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from tests.programmes import ROOT, Built

EDITIES = ("intern", "publiek")
STAND = "2026-10-01"
"""The day of the sample: of its newest report, and of its intranet edition."""
IDS = sorted(path.stem for path in (ROOT / "data" / "indicatoren").glob("*.yaml"))
MIN = "\N{MINUS SIGN}"

type_point = tuple[int, Fraction]


def _yaml(path: Path) -> Any:
    """A YAML file with every scalar as text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


@dataclass
class Sum:
    """What the data say of an indicator, and what follows from it."""

    source: dict[str, Any]
    points: list[type_point]
    status: str
    ratio: Fraction | None = None
    on_path: Fraction | None = None

    @property
    def sign(self) -> int:
        """Which way is better."""
        return {"omhoog": 1, "omlaag": -1, "vasthouden": 0}[self.source["richting"]]

    @property
    def targets(self) -> list[type_point]:
        """The targets by year."""
        rows = self.source.get("streefwaarden", [])
        return sorted((int(row["jaar"]), _number(row["waarde"])) for row in rows)

    @property
    def start(self) -> type_point | None:
        """The baseline."""
        found = self.source.get("nulmeting")
        return (int(found["jaar"]), _number(found["waarde"])) if found else None

    @property
    def coming(self) -> list[type_point]:
        """The targets that are neither past nor measured."""
        newest = self.points[-1][0]
        return [item for item in self.targets if item[0] > newest and item[0] >= int(STAND[:4])]


def _measured(source: dict[str, Any], rows: list[dict[str, str]]) -> list[type_point]:
    """The values that can be compared with the baseline, by year."""
    start = source.get("nulmeting")
    if not start:
        return []
    rows = [row for row in rows if int(row["jaar"]) <= int(STAND[:4])]
    rows = [row for row in rows if f"{row['publicatie'] or '0000'}-01-01"[:10] <= STAND]
    if not [row for row in rows if row["jaar"] == start["jaar"] and row["waarde"]]:
        own = {"jaar": start["jaar"], "waarde": start["waarde"], "publicatie": ""}
        rows = [row for row in rows if row["jaar"] != start["jaar"]]
        rows.append(own | {"definitie_versie": ""})
    at_start = {
        row["definitie_versie"]
        for row in rows
        if row["jaar"] == start["jaar"]
        and row["waarde"]
        and _number(row["waarde"]) == _number(start["waarde"])
    }
    counting: dict[tuple[str, str], dict[str, str]] = {}
    for row in sorted(rows, key=lambda row: row["publicatie"]):
        counting[row["jaar"], row["definitie_versie"]] = row
    valued = [row for row in counting.values() if row["waarde"]]
    order = ["", *(item["versie"] for item in source.get("definitieversies", []))]
    last = max(valued, key=lambda row: (row["jaar"], order.index(row["definitie_versie"])))
    if last["definitie_versie"] not in at_start:
        return []
    return sorted(
        (int(row["jaar"]), _number(row["waarde"]))
        for row in valued
        if row["definitie_versie"] == last["definitie_versie"] and row["jaar"] >= start["jaar"]
    )


def _read_path(item: Sum, year: int) -> Fraction | None:
    start = item.start
    corners = [target for target in item.targets if start and target[0] > start[0]]
    if not start or not corners:
        return None
    corners = [start, *(corners if item.source.get("pad") == "mijlpalen" else corners[-1:])]
    for (early, low), (late, high) in pairwise(corners):
        if early <= year <= late:
            return low + (high - low) * (year - early) / (late - early)
    return None


def _judge(item: Sum) -> str:  # noqa: PLR0911 - one line a rule
    """The verdict, by the rules at the end of chapter 4 of the domain."""
    start, targets, sign = item.start, item.targets, item.sign
    if not targets:
        return "geen_doel"
    if start is None or not item.points or item.points[-1][0] <= start[0]:
        return "te_weinig_data"
    (year, value), (due, goal) = item.points[-1], targets[-1]
    item.on_path = _read_path(item, year)
    asked = (goal - start[1]) * sign
    if item.on_path is not None and asked > 0 and (item.on_path - start[1]) * sign > 0:
        item.ratio = (value - start[1]) / (item.on_path - start[1])
    steady = sign == 0 or goal == start[1]
    if steady and abs(value - goal) <= _number(item.source.get("tolerantie", "0")):
        return "vasthouden"
    if sign and (value - goal) * sign >= 0:
        return "doel_bereikt"
    if max(year, int(STAND[:4])) > due or sign == 0:
        return "niet_gehaald"
    if asked <= 0:
        return "achteruitgang"
    if item.ratio is None:
        assert item.on_path is not None
        return "op_koers" if (value - item.on_path) * sign >= 0 else "achteruitgang"
    bounds = {"op_koers": "0.95", "versnelling_nodig": "0.6", "beperkte_voortgang": "0"}
    return next(
        (name for name, low in bounds.items() if item.ratio >= Fraction(low)), "achteruitgang"
    )


@cache
def _compute(root: Path, name: str, counted: str) -> Sum:
    """Everything about one indicator; `counted` is what the programme counts itself this year."""
    source = _yaml(root / "data" / "indicatoren" / f"{name}.yaml")
    path, rows = root / "data" / "metingen" / f"{name}.csv", []
    if path.exists():
        with path.open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
    if counted:
        rows = [row for row in rows if row["jaar"] != STAND[:4]]
        rows.append(
            {"jaar": STAND[:4], "waarde": counted, "publicatie": "", "definitie_versie": ""}
        )
    item = Sum(source, _measured(source, rows), "")
    item.status = _judge(item)
    return item


def _compute_for(built: Built, editie: str, name: str) -> Sum:
    """The sum; what the programme counts itself is read from the page (others test that)."""
    source = _yaml(built.root / "data" / "indicatoren" / f"{name}.yaml")
    counted = ""
    if "telling" in source:
        text = _text(built.page(editie, f"indicatoren/{name}").select_one("article"))
        found = re.search(r": (\d+) van (?:de )?(\d+) ", text)
        counted = str(Fraction(100 * int(found[1]), int(found[2]))) if found else ""
    return _compute(built.root, name, counted)


def _text(element: Tag | None) -> str:
    return " ".join(element.get_text(" ").replace("\xa0", " ").split()) if element else ""


def _shown(built: Built, editie: str) -> Iterator[tuple[str, BeautifulSoup]]:
    """The pages of the indicators that an edition has."""
    for name in IDS:
        if (built.edities[editie] / "indicatoren" / f"{name}.html").exists():
            yield name, built.page(editie, f"indicatoren/{name}")


def _assert_equal(text: str, exact: Fraction) -> None:
    """The first number in a text is this one, in the digits that are shown."""
    found = re.search(rf"([{MIN}+]?)([\d.]+)(?:,(\d+))?", text)
    assert found, text
    digits = found.group(3) or ""
    value = _number(f"{found.group(2).replace('.', '')},{digits or 0}")
    value = -value if found.group(1) == MIN else value
    assert abs(value - exact) <= Fraction(1, 2 * 10 ** len(digits)), (text, float(exact))


def _rows(page: BeautifulSoup, table: str) -> dict[str, list[str]]:
    """The rows of a table by their heading."""
    return {
        _text(row.select_one("th")): [_text(cell) for cell in row.select("td")]
        for row in page.select(f"table.{table} tbody tr")
    }


def _badge(element: Tag | None) -> str:
    """The id of the first verdict in an element; empty without one."""
    found = element.select_one(".oordeel") if element else None
    names = found.get("class") if found else None
    return next((str(name)[9:] for name in names or [] if name.startswith("oordeel--")), "")


# --- verdicts -----------------------------------------------------------------------------------


def test_sample_has_each_verdict() -> None:
    """The demonstration shows every verdict that exists, each on a page of its own."""
    found = {_compute(ROOT, name, "").status for name in IDS}
    assert found >= {
        "doel_bereikt",
        "op_koers",
        "versnelling_nodig",
        "beperkte_voortgang",
        "achteruitgang",
        "niet_gehaald",
        "vasthouden",
        "te_weinig_data",
        "geen_doel",
    }


def test_verdict_on_the_intranet_is_the_computed_one_or_that_by_hand(built: Built) -> None:
    """Head of the page and list say what follows from the numbers, or who said otherwise."""
    listed = {
        str(row.select("th a")[0]["href"]).removesuffix(".html"): _badge(row)
        for row in built.page("intern", "indicatoren/index").select("table.indicatoren tbody tr")
    }
    pages = dict(_shown(built, "intern"))
    assert set(listed) == set(pages) == set(IDS)
    for name, page in pages.items():
        item = _compute_for(built, "intern", name)
        given = item.source.get("oordeel_handmatig")
        expected = given["waarde"] if given and given["datum"] <= STAND else item.status
        assert _badge(page.select_one(".koers-kop")) == listed[name] == expected, name
        if given:
            head = page.select_one(".koers")
            assert {_badge(part) for part in page.select(".koers p")} >= {expected, item.status}
            assert " ".join(given["reden"].split()) in _text(head)
            assert given["rol"] in _text(head)
            assert "met de hand" in _text(page.select_one(".koers-kop"))


def test_verdict_for_everyone_is_that_of_the_report(built: Built) -> None:
    """The public edition repeats the adopted verdicts with their explanation, and no others."""
    report = _yaml(built.root / "data" / "vastgesteld" / f"{STAND}.yaml")
    said = {item["indicator"]: item for item in report["indicatoren"]}
    for name, page in _shown(built, "publiek"):
        head, own = page.select_one(".koers"), said.get(name)
        assert _badge(head) == (own["indicatorstatus"] if own else ""), name
        if own:
            assert report["rapportage"] in _text(head)
            assert " ".join(own.get("toelichting", "").split()) in _text(head)
            assert "met de hand gegeven door" not in _text(head)


# --- the sum ------------------------------------------------------------------------------------


@pytest.mark.parametrize("editie", EDITIES)
def test_sum_on_the_page_is_right(built: Built, editie: str) -> None:
    """Baseline, target, path, measurement, both changes and the ratio can be redone."""
    ratios = 0
    for name, page in _shown(built, editie):
        item = _compute_for(built, editie, name)
        rows = {head: cells[0] for head, cells in _rows(page, "som").items()}
        if not item.points or item.start is None or item.points[-1][0] <= item.start[0]:
            assert not rows, name
            continue
        (first, begin), (year, value) = item.start, item.points[-1]
        _assert_equal(rows[f"Nulmeting in {first}"], begin)
        _assert_equal(rows[f"Gemeten in {year}"], value)
        if item.targets:
            due, goal = item.targets[-1]
            _assert_equal(rows[f"Doel in {due}"], goal)
            if item.sign == 0:
                _assert_equal(rows["Verschil met het doel"], value - goal)
                continue
        _assert_equal(rows["Verandering die er kwam"], value - begin)
        if item.on_path is not None:
            _assert_equal(rows[f"Wat het pad vraagt in {year}"], item.on_path)
            _assert_equal(rows["Verandering die nodig was"], item.on_path - begin)
        assert ("Deel van het nodige tempo" in rows) == (item.ratio is not None), name
        if item.ratio is not None:
            ratios += 1
            _assert_equal(rows["Deel van het nodige tempo"], item.ratio * 100)
    assert ratios >= 10


@pytest.mark.parametrize("editie", EDITIES)
def test_paces_on_the_page_are_right(built: Built, editie: str) -> None:
    """Per year: what was asked, what was done, and what is asked from now on."""
    for name, page in _shown(built, editie):
        item = _compute_for(built, editie, name)
        facts = {head: cells[0] for head, cells in _rows(page, "tempo").items()}
        if not item.points or item.start is None or item.points[-1][0] <= item.start[0]:
            continue
        (first, begin), (year, value) = item.start, item.points[-1]
        span = f"van {first} tot {year}"
        _assert_equal(facts[f"Gehaald {span}"], (value - begin) / (year - first))
        if item.on_path is not None and item.sign:
            _assert_equal(facts[f"Nodig {span}"], (item.on_path - begin) / (year - first))
        ends = {item.coming[0], item.coming[-1]} if item.coming else set()
        asked = {
            f"Nodig vanaf {year}, voor het doel in {due}": (goal - value) / (due - year)
            for due, goal in ends
            if (goal - value) * item.sign > 0
        }
        assert {head for head in facts if head.startswith("Nodig vanaf")} == set(asked), name
        for head, pace in asked.items():
            _assert_equal(facts[head], pace)
        assert len({len(cell.partition(",")[2]) for cell in facts.values()}) == 1, name


def _redo(words: str) -> Fraction:
    """A step of a sum, key by key on a pocket calculator."""
    keys = re.split(r" (min|plus)|,? (gedeeld door|keer|plus) ", words)
    tokens = [key.strip() for key in keys if key and key.strip()]
    value = _parse(tokens[0])
    for key, text in zip(tokens[1::2], tokens[2::2], strict=True):
        number = _parse(text)
        value = {
            "min": lambda a, b: a - b,
            "plus": lambda a, b: a + b,
            "keer": lambda a, b: a * b,
            "gedeeld door": lambda a, b: a / b,
        }[key](value, number)
    return value


def _parse(text: str) -> Fraction:
    """The number of a key, which may have its sign, a percent sign or 'jaar' with it."""
    clean = text.replace(MIN, "-").replace("+", "").replace(".", "")
    return _number(clean.removesuffix(" jaar").removesuffix("%"))


@pytest.mark.parametrize("editie", EDITIES)
def test_each_step_can_be_redone_on_a_pocket_calculator(built: Built, editie: str) -> None:
    """Who types in what is printed gets the number beside it, in the digits that are shown."""
    done = 0
    for name, page in _shown(built, editie):
        for row in page.select("table.som tbody tr"):
            shown, words = (_text(cell) for cell in row.select("td"))
            words = words.split(" om: ")[-1]
            if re.match(rf"[{MIN}+]?\d", words):
                _assert_equal(shown, _redo(words))
                done += 1
        page_rows = _rows(page, "som")
        changes = {
            len(page_rows[head][0].partition(",")[2])
            for head in page_rows
            if head.startswith("Verandering")
        }
        assert len(changes) < 2, name
    assert done > 60


def test_bounds_on_the_page_are_those_of_the_vocabulary(built: Built) -> None:
    """Who redoes the sum reads from which percentage on each verdict holds."""
    terms = _yaml(built.root / "data" / "woordenlijst" / "indicatorstatus.yaml")["termen"]
    bounds = {
        item["id"]: _number(item["ondergrens"]) * 100 for item in terms if "ondergrens" in item
    }
    lines = built.page("intern", "indicatoren/restafval_inw").select("ul.grenzen li")
    assert [_badge(line) for line in lines] == [*bounds, "achteruitgang"]
    for line, low in zip(lines, bounds.values(), strict=False):
        _assert_equal(_text(line), low)
    here = [_badge(line) for line in lines if "grenzen-hier" in (line.get("class") or [])]
    assert here == [_compute_for(built, "intern", "restafval_inw").status]


# --- the doorrekening ---------------------------------------------------------------------------


def _fit(points: list[type_point], count: int) -> tuple[Fraction, Fraction]:
    """Slope and intercept of the line of least squares, by the school formula."""
    used, n = points[-count:], Fraction(len(points[-count:]))
    sx, sy = sum(x for x, _ in used), sum(y for _, y in used)
    sxy, sxx = sum(x * y for x, y in used), sum(x * x for x, _ in used)
    slope = (n * sxy - sx * sy) / (n * sxx - sx * sx)
    return slope, (sy - slope * sx) / n


def _extend(built: Built, item: Sum, year: int) -> tuple[Fraction, Fraction, Fraction]:
    """The value in a year, and the lowest and highest, within what can exist."""
    count = int(_yaml(built.root / "data" / "programma.yaml").get("punten_doorrekening", "5"))
    slope, intercept = _fit(item.points, count)
    used, (last, value) = item.points[-count:], item.points[-1]
    paces = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(used)]
    line = slope * year + intercept
    edges = [line, *(value + pace * (year - last) for pace in paces)]
    low = _number(item.source.get("kleinst_mogelijk", "0"))
    high = item.source.get("grootst_mogelijk") or ("100" if item.source["eenheid"] == "%" else None)

    def clip(number: Fraction) -> Fraction:
        number = max(number, low)
        return min(number, _number(high)) if high else number

    return clip(line), clip(min(edges)), clip(max(edges))


def _reached(built: Built, item: Sum, goal: Fraction) -> int | None:
    """The first year from the newest measurement on in which a target is met at this pace."""
    last, value = item.points[-1]
    if (value - goal) * item.sign >= 0:
        return last
    years = range(last + 1, 2101)
    return next((y for y in years if (_extend(built, item, y)[0] - goal) * item.sign >= 0), None)


def test_doorrekening_on_the_intranet_is_right(built: Built) -> None:
    """Each target to come and the final ambition: value, band and year in which it is met."""
    goals = _yaml(built.root / "data" / "programma.yaml")["eindambities"]
    horizon = max(int(goal["jaar"]) for goal in goals)
    told = set()
    for name, page in _shown(built, "intern"):
        item, rows = _compute_for(built, "intern", name), _rows(page, "doorrekening")
        if len(item.points) < 2:
            assert not rows, name
            continue
        targets = dict(item.coming)
        assert sorted(map(int, rows)) == sorted({*targets, horizon}), name
        for year, (goal, value, band, reached, _) in ((int(k), v) for k, v in rows.items()):
            expected, low, high = _extend(built, item, year)
            _assert_equal(value, expected)
            if band != "–":
                for text, edge in zip(band.split(" tot "), (low, high), strict=True):
                    _assert_equal(text, edge)
            else:
                assert low == high, name
            if year not in targets or item.sign == 0:
                assert reached == "–", name
                continue
            _assert_equal(goal, targets[year])
            met = _reached(built, item, targets[year])
            words = {None: "niet voor 2100", item.points[-1][0]: f"al in {met}"}
            assert reached.startswith(words.get(met, str(met))), (name, year)
            told.add(met)
        assert "geen voorspelling" in _text(page.select_one("table.doorrekening caption"))
    assert None in told
    assert len(told) > 5


def test_picture_and_download_of_the_doorrekening_say_the_same(built: Built) -> None:
    """The dotted line and its band are drawn through the numbers of the table."""
    drawn = 0
    for name, _ in _shown(built, "intern"):
        item = _compute_for(built, "intern", name)
        script = (built.edities["intern"] / "figuren" / f"indicator-{name}.js").read_text("utf-8")
        figure = json.loads(script[script.index(",") + 1 : script.rindex(")")])
        traces = {trace["name"]: trace for trace in figure["data"]}
        text = (built.edities["intern"] / "csv" / f"indicator-{name}.csv").read_text("utf-8-sig")
        rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
        column = "Als het tempo zo blijft"
        if column not in traces:
            assert not rows or column not in rows[0], name
            continue
        drawn += 1
        by_year = {int(row["Jaar"]): row for row in rows if row[column]}
        line = dict(zip(traces[column]["x"], traces[column]["y"], strict=True))
        assert line == {y: float(_number(row[column])) for y, row in by_year.items()}
        for year, row in by_year.items():
            line_cell, exact = row[column], _extend(built, item, year)
            cells = (line_cell, row.get("Bandbreedte van"), row.get("Bandbreedte tot"))
            for cell, value in zip(cells, exact, strict=True):
                _assert_equal((cell or line_cell).replace("-", MIN), value)
        assert {year for year, _ in item.coming} <= set(by_year), name
        if "Bandbreedte" in traces:
            band = traces["Bandbreedte"]
            years = sorted(by_year)
            lows = [float(_number(by_year[y]["Bandbreedte van"])) for y in years]
            highs = [float(_number(by_year[y]["Bandbreedte tot"])) for y in years]
            assert band["y"] == [*highs, *reversed(lows)], name
    assert drawn > 8


def test_everyone_reads_the_outlook_in_words_only(built: Built) -> None:
    """No value, band or line of years to come is public: one sentence says what the pace means."""
    told = 0
    for name, page in _shown(built, "publiek"):
        item = _compute_for(built, "publiek", name)
        head = _text(page.select_one(".koers"))
        ends = sorted({item.coming[0], item.coming[-1]}) if item.points and item.coming else []
        if len(item.points) > 1 and item.sign and ends and page.select_one(".koers"):
            told += 1
            assert re.search(r"Als het tempo zo blijft, (is het doel|zijn de doelen) in", head)
            assert "Dit is een doorrekening, geen voorspelling." in head
            for year, goal in ends:
                met = (_extend(built, item, year)[0] - goal) * item.sign >= 0
                words = "(gehaald|wel)" if met else "niet( gehaald)?"
                assert re.search(rf"in (\d+ en )?{year}( en \d+)? {words}[,.]", head), (name, year)
        assert not page.select("table.doorrekening")
    assert told > 5
    for path in built.edities["publiek"].rglob("indicator-*.*"):
        text = path.read_text(encoding="utf-8")
        assert "Bandbreedte" not in text, path.name
        assert "Als het tempo zo blijft" not in text, path.name


# --- missing and provisional --------------------------------------------------------------------


@pytest.mark.parametrize("editie", EDITIES)
def test_missing_newest_value_says_why_and_when(built: Built, editie: str) -> None:
    """A year without a value is 'nog niet bekend', with the reason and the month it is expected."""
    listed = {
        str(row.select("th a")[0]["href"]).removesuffix(".html"): _text(row)
        for row in built.page(editie, "indicatoren/index").select("table.indicatoren tbody tr")
    }
    page = _text(built.page(editie, "indicatoren/hergebruik_uit").select_one("figcaption"))
    with (built.root / "data" / "metingen" / "hergebruik_uit.csv").open(encoding="utf-8") as file:
        last = list(csv.DictReader(file, delimiter=";"))[-1]
    assert not last["waarde"]
    assert f"De waarde over {last['jaar']} is nog niet bekend: {last['reden']}." in page
    assert "Verwacht in december 2026." in page
    assert f"{last['jaar']}: nog niet bekend, verwacht in december 2026" in listed["hergebruik_uit"]


@pytest.mark.parametrize("editie", EDITIES)
def test_provisional_value_is_marked_wherever_it_is_shown(built: Built, editie: str) -> None:
    """The list, the home page, the sentence, the sum and the table all say 'voorlopig'."""
    with (built.root / "data" / "metingen" / "restafval_inw.csv").open(encoding="utf-8") as file:
        last = list(csv.DictReader(file, delimiter=";"))[-1]
    assert last["voorlopig"] == "true"
    page = built.page(editie, "indicatoren/restafval_inw")
    row = built.page(editie, "indicatoren/index").select_one(
        'table.indicatoren tr:has(a[href^="restafval_inw"])'
    )
    card = built.page(editie, "index").select_one('.koppen a[href*="restafval_inw"]')
    table = [_text(line) for line in page.select("figure table tbody tr")]
    shown = [
        _text(row),
        _text(card),
        _text(page.select_one("figcaption")),
        _rows(page, "som")[f"Gemeten in {last['jaar']}"][0],
        next(line for line in table if line.startswith(last["jaar"])),
    ]
    for text in shown:
        assert last["waarde"] in text
        assert "voorlopig" in text, text
