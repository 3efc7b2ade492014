"""Surveys on the pages: the numbers, computed again here, and that nobody can be found in them."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from fractions import Fraction
from itertools import chain
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from tests.programmes import Built

PAD = "nulmeting/bewustzijn"
OPTIES = ("n1", "n2", "n3", "n4", "n5")
GRENS = 5
EDITIES = ("intern", "publiek")
type_row = dict[str, str]


def _yaml(built: Built, name: str) -> dict[str, list[dict[str, str]]]:
    text = (built.root / "data" / name).read_text(encoding="utf-8")
    loaded: dict[str, list[dict[str, str]]] = yaml.load(text, Loader=yaml.BaseLoader)
    return loaded


def _rows(built: Built, name: str) -> list[type_row]:
    with (built.root / "data" / f"{name}.csv").open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _names(built: Built, name: str, key: str) -> dict[str, str]:
    return {item["id"]: item["naam"] for item in _yaml(built, name)[key]}


def _table(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))


def _csv(built: Built, naam: str, editie: str = "intern") -> list[list[str]]:
    return _table(built.edities[editie] / "csv" / f"{naam}.csv")


def _size(row: type_row) -> int:
    return sum(int(row[name] or 0) for name in (*OPTIES, "weet_niet"))


def _text(page: BeautifulSoup) -> str:
    article = page.select_one("article")
    assert article is not None
    return " ".join(article.get_text(" ").replace("\xa0", " ").split())


def _sum(rows: list[type_row]) -> list[int]:
    return [sum(int(row[name]) for row in rows) for name in OPTIES]


def _mean(counts: list[int]) -> Fraction:
    return Fraction(sum(value * n for value, n in enumerate(counts, start=1)), sum(counts))


# --- numbers ----------------------------------------------------------------------------------


def test_answers_by_niveau_equal_the_data(built: Built) -> None:
    """Counts, mean and share of those who agree, for each niveau and for everyone."""
    names = _names(built, "woordenlijst/niveau.yaml", "termen")
    texts = {item["id"]: item["tekst"] for item in _yaml(built, "bewustzijn.yaml")["stellingen"]}
    shown = {(row[0], row[1]): row[2:] for row in _csv(built, "bewustzijn-niveaus")[1:]}
    per_stelling: dict[str, list[type_row]] = defaultdict(list)
    for row in _rows(built, "bewustzijn"):
        if row["niveau"]:
            per_stelling[row["stelling"]].append(row)
    assert len(per_stelling) == 8
    for stelling, rows in per_stelling.items():
        for who, own in [*((names[row["niveau"]], [row]) for row in rows), ("Iedereen", rows)]:
            counts = _sum(own)
            cells = shown[texts[stelling], who]
            assert [int(cell) for cell in cells[:5]] == counts
            assert float(cells[6].replace(",", ".")) == pytest.approx(
                float(_mean(counts)), abs=0.051
            )
            share = (counts[3] + counts[4]) * 100 / sum(counts)
            assert float(cells[7]) == pytest.approx(share, abs=0.501)


def test_margin_is_computed_for_the_whole(built: Built) -> None:
    """The margin counts how many were asked: the more of them answered, the smaller it is."""
    text = (built.root / "data" / "bewustzijn.yaml").read_text(encoding="utf-8")
    invited = int(yaml.load(text, Loader=yaml.BaseLoader)["uitgenodigd"])
    page = built.page("intern", PAD)
    lines = [line for line in page.select("table tbody tr") if "±" in line.get_text()]
    per_stelling: dict[str, list[type_row]] = defaultdict(list)
    for row in _rows(built, "bewustzijn"):
        if row["niveau"]:
            per_stelling[row["stelling"]].append(row)
    assert len(lines) == len(per_stelling)
    for line, own in zip(lines, per_stelling.values(), strict=True):
        counts = _sum(own)
        n, mean = sum(counts), float(_mean(counts))
        spread = sum(c * (value - mean) ** 2 for value, c in enumerate(counts, start=1)) / (n - 1)
        margin = 1.96 * (spread / n) ** 0.5 * ((invited - n) / (invited - 1)) ** 0.5
        cell = line.select("td")[1].get_text().replace("±", "").strip()
        assert float(cell.replace(",", ".")) == pytest.approx(margin, abs=0.0051)


def test_sentence_names_the_statements_with_most_and_least_agreement(built: Built) -> None:
    """The conclusion names statements, with their mean; never a group."""
    texts = {item["id"]: item["tekst"] for item in _yaml(built, "bewustzijn.yaml")["stellingen"]}
    per_stelling: dict[str, list[type_row]] = defaultdict(list)
    for row in _rows(built, "bewustzijn"):
        if row["niveau"]:
            per_stelling[row["stelling"]].append(row)
    means = {name: _mean(_sum(rows)) for name, rows in per_stelling.items()}
    text = _text(built.page("intern", PAD))
    most, least = (texts[choose(means, key=lambda name: means[name])] for choose in (max, min))
    assert f"De meeste instemming krijgt “{most.rstrip('.')}”" in text
    assert f"De minste krijgt “{least.rstrip('.')}”" in text


def test_share_per_afdeling_equals_the_data(built: Built) -> None:
    """A column of one afdeling is that afdeling; a column of more is exactly their sum."""
    names = _names(built, "afdelingen.yaml", "afdelingen")
    stellingen = [item["id"] for item in _yaml(built, "bewustzijn.yaml")["stellingen"]]
    head, *lines = _csv(built, "bewustzijn-afdelingen")
    assert len(lines) == 8
    for stelling, line in zip(stellingen, lines, strict=True):
        for title, cell in list(zip(head, line, strict=True))[1:-1]:
            own = [
                row
                for row in _rows(built, "bewustzijn")
                if row["stelling"] == stelling
                and row["afdeling"]
                and _stands_in(names[row["afdeling"]], title)
            ]
            counts = _sum(own)
            share = (counts[3] + counts[4]) * 100 / sum(counts)
            assert float(cell) == pytest.approx(share, abs=0.501)


def _stands_in(name: str, title: str) -> bool:
    return name in title.removeprefix("Samen: ").split(", ")


def test_number_of_opportunities_that_rose_is_counted(built: Built) -> None:
    """The sentence counts the opportunities whose score went up, and those where it fell."""
    scores: dict[str, dict[str, Fraction]] = defaultdict(dict)
    for row in _rows(built, "draagvlak"):
        if row["kans"]:
            scores[row["kans"]][row["meetmoment"]] = Fraction(row["score"].replace(",", "."))
    more = sum(1 for item in scores.values() if item["na"] > item["voor"])
    less = sum(1 for item in scores.values() if item["na"] < item["voor"])
    text = _text(built.page("intern", PAD))
    assert f"Bij {more} van de {len(scores)} kansen ging de score omhoog" in text
    assert less == 0 or f"bij {less} omlaag" in text


# --- nobody can be found ----------------------------------------------------------------------


def _small_afdelingen(built: Built) -> set[str]:
    names = _names(built, "afdelingen.yaml", "afdelingen")
    rows = _rows(built, "bewustzijn")
    return {names[row["afdeling"]] for row in rows if row["afdeling"] and 0 < _size(row) < GRENS}


def _small_scores(built: Built) -> set[tuple[str, str]]:
    """Team and theme, as readers see them, of every score that few people gave."""
    teams = _names(built, "teams.yaml", "teams")
    themas = _names(built, "themas.yaml", "themas")
    return {
        (teams[row["team"]], themas[row["thema"]])
        for row in _rows(built, "draagvlak")
        if row["team"] and 0 < int(row["n"]) < GRENS
    }


def _published(built: Built, editie: str) -> list[tuple[str, list[list[str]]]]:
    """Every table that an edition holds: the CSVs, the tables in pages, the data of pictures."""
    root = built.edities[editie]
    found = [(path.name, _table(path)) for path in sorted(root.rglob("*.csv"))]
    for path in built.pages(editie):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for table in page.select("article table"):
            lines = [
                [" ".join(cell.get_text(" ").split()) for cell in row.select("th, td")]
                for row in table.select("tr")
            ]
            caption = table.select_one("caption")
            found.append((caption.get_text() if caption else "", lines))
    return found


@pytest.mark.parametrize("editie", EDITIES)
def test_no_table_has_a_number_of_a_small_afdeling(built: Built, editie: str) -> None:
    """Wherever a small afdeling stands in a survey, it stands together with another."""
    small = _small_afdelingen(built)
    assert small
    tables = [lines for name, lines in _published(built, editie) if _is_survey(name)]
    assert editie == "publiek" or tables
    for lines in tables:
        for title in lines[0]:
            assert title not in small
            if any(_stands_in(name, title) for name in small):
                assert title.count(",") >= 1
        assert not small.intersection(line[0] for line in lines[1:])


def _is_survey(name: str) -> bool:
    return bool(
        re.search(
            r"bewustzijn-|Antwoorden per|Eens of helemaal|Score per|draagvlak-|Draagvlak", name
        )
    )


@pytest.mark.parametrize("editie", EDITIES)
def test_score_of_few_people_of_a_team_stands_nowhere(built: Built, editie: str) -> None:
    """The cell of a small team and a theme says that it is too small, in both editions."""
    small = _small_scores(built)
    assert len(small) > 10
    seen = set()
    for name, lines in _published(built, editie):
        if not re.search(r"draagvlak-teams|Draagvlak per team", name):
            continue
        for line in lines[1:]:
            for title, cell in zip(lines[0], line, strict=True):
                if (line[0], title) in small:
                    seen.add((line[0], title))
                    assert cell == "te klein"
    assert seen == (small if editie == "intern" else set())


def test_support_of_a_small_team_cannot_be_computed(built: Built) -> None:
    """Even who knows how many people each team that is shown has, and all teams together.

    For each theme the unknown sizes and scores are then those of the hidden teams; with two or
    more of them one equation, or its sum, leaves each open.
    """
    head, *lines = _csv(built, "draagvlak-teams")
    by_team = {line[0]: dict(zip(head[1:], line[1:], strict=True)) for line in lines}
    small = _small_scores(built)
    for thema in head[1:]:
        hidden = [team for team, cells in by_team.items() if cells[thema] == "te klein"]
        needed = {team for team, where in small if where == thema}
        assert needed <= set(hidden)
        assert len(hidden) != 1
    assert not {"Antwoorden", "n", "Aantal"}.intersection(head)


def test_answers_of_a_small_afdeling_cannot_be_computed(built: Built) -> None:
    """Even who knows how each afdeling that is shown answered, to the last answer.

    The totals by niveau are published in full. Less everything else they leave one sum per
    answer, of at least two afdelingen and at least five people.
    """
    names = _names(built, "afdelingen.yaml", "afdelingen")
    head = _csv(built, "bewustzijn-afdelingen")[0]
    alone = set(head[1:-1])
    for stelling in {row["stelling"] for row in _rows(built, "bewustzijn")}:
        rest = [
            row
            for row in _rows(built, "bewustzijn")
            if row["stelling"] == stelling
            and row["afdeling"]
            and names[row["afdeling"]] not in alone
        ]
        filled = [row for row in rest if _size(row)]
        assert len(filled) >= 2
        assert sum(map(_size, filled)) >= GRENS
        assert sum(map(_size, filled)) > len(filled)
        assert max(_sum(filled)) < sum(_sum(filled))


def test_few_who_want_to_help_are_not_counted(built: Built) -> None:
    """Every number of people that is shown is five or more, or nobody."""
    head, *lines = _csv(built, "draagvlak-motivatie")
    cells = list(chain.from_iterable(line[1:-1] for line in lines))
    assert "te klein" in cells
    for cell in cells:
        if cell not in {"te klein", ""}:
            assert int(cell) == 0 or int(cell) >= GRENS
    # No total stands beside them: a total less the others would give a hidden one.
    assert head == ["Onderwerp", "Leidinggevenden", "Uitvoering", "Thema"]


def test_public_edition_has_no_support_at_all(built: Built) -> None:
    """Support is for the intranet: no file, no picture and no word of it is public."""
    root = built.edities["publiek"]
    files = [path.name for path in root.rglob("*") if path.is_file()]
    assert not [name for name in files if name.startswith(("draagvlak-", "kansen-kaart"))]
    assert [name for name in files if name.startswith("inkoop-")]


@pytest.mark.parametrize("editie", EDITIES)
def test_pictures_hold_no_more_than_the_tables(built: Built, editie: str) -> None:
    """The data of a picture name no small afdeling and no team."""
    small = _small_afdelingen(built) | {team for team, _ in _small_scores(built)}
    for path in sorted((built.edities[editie] / "figuren").glob("*.js")):
        if path.name.startswith(("bewustzijn", "draagvlak")):
            text = json.dumps(path.read_text(encoding="utf-8"), ensure_ascii=False)
            assert not [name for name in small if name in text], path.name


@pytest.mark.parametrize("editie", EDITIES)
def test_search_finds_no_number_of_a_small_group(built: Built, editie: str) -> None:
    """The search index leaves tables out, and with them every cell."""
    path = built.edities[editie] / "search" / "search_index.json"
    docs = json.loads(path.read_text(encoding="utf-8"))["docs"]
    found = [doc["text"] for doc in docs if doc["location"].startswith(PAD)]
    assert editie == "publiek" or found
    small = {team for team, _ in _small_scores(built)}
    for text in found:
        for name in small:
            assert not re.search(rf"{re.escape(name)}\W+\d", text)


def test_assignment_that_few_people_did_is_in_no_file(built: Built) -> None:
    """Not its title, and not its share in any total."""
    text = (built.root / "data" / "challenge.yaml").read_text(encoding="utf-8")
    challenge = yaml.load(text, Loader=yaml.BaseLoader)
    hidden = [item for item in challenge["opdrachten"] if 0 < int(item["deelnemers"]) < GRENS]
    assert hidden
    for editie in EDITIES:
        for path in built.edities[editie].rglob("*"):
            if path.suffix in {".html", ".json", ".js", ".csv"}:
                shown = BeautifulSoup(path.read_bytes(), "html.parser").get_text(" ")
                for item in hidden:
                    assert item["titel"] not in " ".join(shown.split()), path


def test_number_of_a_barrier_that_few_named_is_in_no_sum(built: Built) -> None:
    """The sums by kind count only numbers that may be shown, so nothing follows from them."""
    items = _yaml(built, "belemmeringen.yaml")["belemmeringen"]
    shown = [int(item["meldingen"]) for item in items if int(item["meldingen"]) >= GRENS]
    every = [int(item["meldingen"]) for item in items]
    assert sum(shown) < sum(every)
    for naam in ("belemmeringen-soorten", "belemmeringen-comb"):
        head, *lines = _csv(built, naam)
        place = head.index("Meldingen")
        assert sum(int(line[place] or 0) for line in lines) == sum(shown)
    for path in built.pages("publiek"):
        assert "Meldingen" not in _text_or_empty(path)


def _text_or_empty(path: Path) -> str:
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    article = page.select_one("article")
    return article.get_text(" ") if article else ""


@pytest.mark.parametrize("editie", EDITIES)
def test_number_of_a_small_session_is_not_on_the_page(built: Built, editie: str) -> None:
    """A session of four people is told without its number, and no total counts it."""
    items = _yaml(built, "bijeenkomsten.yaml")["bijeenkomsten"]
    numbers = [int(item["deelnemers"]) for item in items if item.get("deelnemers")]
    small = [number for number in numbers if number < GRENS]
    assert small
    text = _text(built.page(editie, "totstandkoming"))
    for number in small:
        assert not re.search(rf"(?<![\d,.]){number} (deelnemers|mensen)", text)
    assert str(sum(numbers)) not in text
