"""The agenda of each team equals what its files say, on the page, in the mail and the calendar."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import Tag
from icalendar import Calendar

from tests.lichten import Lichten, first_day, last_day
from tests.programmes import Built
from tests.sources import get_article, get_list, get_text, is_public, read_records, read_yaml

DAGEN: Final = {"oktober": date(2026, 10, 1), "februari": date(2027, 2, 10)}
LIJSTEN: Final = {
    "te_laat": "Datums van team {} die voorbij zijn",
    "binnenkort": "Datums van team {} in de komende 60 dagen",
    "besluiten": "Besluiten over acties van team {}",
    "terugkijken": "Besluiten waarop team {} terugkijkt",
    "onbevestigd": "Acties van team {} met een oude stand",
    "wachtend": "Indicatoren van team {} die op gegevens wachten",
}
type_punt = tuple[date, str]


class Team(NamedTuple):
    """A team on a day: what its page should list, by kind, and every date that is open."""

    lijsten: dict[str, list[type_punt]]
    open: set[type_punt]


@pytest.fixture(params=DAGEN)
def dag(request: pytest.FixtureRequest) -> str:
    """Each of the two days."""
    found: str = request.param
    return found


@pytest.fixture
def site(dag: str, built: Built, februari: Built) -> Built:
    """The site of the day."""
    return built if dag == "oktober" else februari


def _words(text: object) -> str:
    return " ".join(str(text).split())


def _list_dates(lichten: Lichten, key: str, actie: dict[str, Any]) -> list[type_punt]:
    """The dates that an action has to meet: its milestones, and its end if none of them says it."""
    waiting = lichten.open_mijlpalen(actie)
    dates = [(last_day(item["gepland"]), f"{key} {_words(item['titel'])}") for item in waiting]
    if "eind" in actie and actie["eind"] not in [item["gepland"] for item in waiting]:
        dates.append((last_day(actie["eind"]), f"{key} De actie is klaar"))
    return dates


def _read_rows(site: Built, indicator: str, dag: date) -> list[dict[str, str]]:
    path = site.root / "data" / "metingen" / f"{indicator}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    known = [row for row in rows if not row["publicatie"] or first_day(row["publicatie"]) <= dag]
    return sorted(known, key=lambda row: (row["jaar"], row["publicatie"]))


def _read_wait(site: Built, item: dict[str, Any], dag: date) -> tuple[bool, bool]:
    """Whether an indicator waits for data, and whether its next value is still to come."""
    rows = _read_rows(site, str(item["id"]), dag)
    expected = str(item.get("volgende_publicatie", ""))
    has_come = bool(expected) and any(
        row["waarde"] and row["publicatie"] and first_day(row["publicatie"]) >= first_day(expected)
        for row in rows
    )
    is_late = bool(expected) and last_day(expected) < dag and not has_come
    is_counted = "telling" in item
    is_empty = bool(rows) and not rows[-1]["waarde"] and not is_counted
    return is_late or is_empty, bool(expected) and not has_come


@cache
def _read_lichten(root: Path, dag: date) -> Lichten:
    return Lichten(root / "data", dag)


KNOWN: Final[dict[tuple[Path, str, date], Team]] = {}
"""What was read before: the files of a site do not change."""


def _read_team(site: Built, team: str, dag: date) -> Team:
    key = (site.root, team, dag)
    if key not in KNOWN:
        KNOWN[key] = _compute_team(site, team, dag)
    return KNOWN[key]


def _compute_team(site: Built, team: str, dag: date) -> Team:
    lichten = _read_lichten(site.root, dag)
    own = {
        key: actie
        for key, actie in lichten.acties.items()
        if actie.get("eigenaar_team") == team and lichten.goes_on(actie)
    }
    dates = sorted(
        point for key, actie in own.items() for point in _list_dates(lichten, key, actie)
    )
    (days,) = [int(item["dagen"]) for item in lichten.regels if item["soort"] == "niet_bevestigd"]
    decisions = sorted(
        (last_day(item["wanneer"]), f"{key} {_words(item['waarover'])}")
        for key, actie in own.items()
        for item in actie.get("besluitmomenten", [])
        if last_day(item["wanneer"]) >= dag
    )
    indicatoren = [
        item for item in read_records(site, "indicatoren") if item.get("eigenaar_team") == team
    ]
    names = {str(item["id"]) for item in indicatoren}
    owned = {key for key, actie in lichten.acties.items() if actie.get("eigenaar_team") == team}
    look_backs = sorted(
        (last_day(str(item["terugkijken"])), _words(item["titel"]))
        for item in read_records(site, "bijsturingen")
        if str(item["datum"]) <= dag.isoformat()
        and str(item.get("teruggekeken_op", "9999")) > dag.isoformat()
        and (
            owned.intersection(get_list(item, "acties")) or names & {*get_list(item, "indicatoren")}
        )
    )
    waits = {str(item["naam"]): _read_wait(site, item, dag) for item in indicatoren}
    near, soon = dag + timedelta(days=60), dag + timedelta(days=183)
    stale = {key: lichten.confirmed(actie) for key, actie in own.items()}
    return Team(
        {
            "te_laat": [item for item in dates if item[0] < dag],
            "binnenkort": [item for item in dates if dag <= item[0] <= near],
            "besluiten": [item for item in decisions if item[0] <= soon],
            "terugkijken": [item for item in look_backs if item[0] <= soon],
            "onbevestigd": [
                (day or date.min, key)
                for key, day in stale.items()
                if day is None or (dag - day).days > days
            ],
            "wachtend": [(date.min, name) for name, (waiting, _) in waits.items() if waiting],
        },
        {
            *dates,
            *decisions,
            *look_backs,
            *(
                (last_day(str(item["volgende_publicatie"])), str(item["naam"]))
                for item in indicatoren
                if waits[str(item["naam"])][1]
            ),
        },
    )


def _show_line(item: Tag) -> str:
    """A line of a list: the action where it leads to one, and what it says first."""
    link = item.select_one("a[href*='/a-']")
    key = re.search(r"a-\d{4}", str(link["href"])) if link else None
    for gone in item.select(".wanneer, .bij, .status"):
        gone.extract()
    words = get_text(item)
    return f"{key.group().upper()} {words}" if key else words


def test_team_page_lists_what_asks_for_attention(site: Built, dag: str) -> None:
    """Each list on each team page holds exactly what the files say for that day."""
    titles = read_titles(site)
    seen: Counter[str] = Counter()
    for team in read_records(site, "teams"):
        article = get_article(site, "intern", f"teams/{team['id']}")
        for lijst, expected in _read_team(site, str(team["id"]), DAGEN[dag]).lijsten.items():
            label = LIJSTEN[lijst].format(team["naam"])
            found = article.select(f'ul[aria-label="{label}"]')
            lines = [_show_line(item) for block in found for item in block.select("li")]
            if lijst == "onbevestigd":
                assert lines == [f"{key} {titles[key]}" for _, key in sorted(expected)]
            else:
                assert sorted(lines) == sorted(words for _, words in expected)
            seen[lijst] += len(lines)
    assert all(seen[lijst] for lijst in LIJSTEN), seen


def read_titles(site: Built) -> dict[str, str]:
    """The titles of the actions, by id."""
    return {str(item["id"]): _words(item["titel"]) for item in read_records(site, "acties")}


def test_lists_change_with_the_day(built: Built, februari: Built) -> None:
    """The two days are far enough apart to show something."""
    for lijst in LIJSTEN:
        seen = [
            [
                _read_team(one, str(team["id"]), day).lijsten[lijst]
                for team in read_records(one, "teams")
            ]
            for one, day in zip((built, februari), DAGEN.values(), strict=True)
        ]
        assert seen[0] != seen[1], lijst


def _read_calendar(site: Built, name: str) -> list[Any]:
    path = site.edities["intern"] / "agenda" / f"{name}.ics"
    raw = path.read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert raw.count(b"\n") == raw.count(b"\r\n")
    calendar = Calendar.from_ical(raw)
    assert isinstance(calendar, Calendar)
    return calendar.events


def _tell(event: Any) -> type_punt:
    """An event as its day and its words: without the kind of date and the month."""
    summary = re.sub(r", in (?:[a-z]+ )?\d{4}$", "", str(event["SUMMARY"]))
    head, _, words = summary.partition(": ")
    key = re.search(r"A-\d{4}", head)
    if head.startswith("Einddatum"):
        words = "De actie is klaar"
    return event.start, f"{key.group()} {words}" if key else words


def test_calendar_of_a_team_holds_every_open_date(site: Built, dag: str) -> None:
    """What Outlook shows is every date of the team that is still open, and nothing else."""
    gegevens = read_yaml(site.root / "data" / "programma.yaml")
    last = (date(int(str(gegevens["periode_tot"])), 12, 31), str(gegevens["naam"]))
    everyone: set[type_punt] = set()
    for team in read_records(site, "teams"):
        events = [_tell(item) for item in _read_calendar(site, str(team["id"]))]
        expected = _read_team(site, str(team["id"]), DAGEN[dag]).open
        assert sorted(events) == sorted([*expected, last]), team["id"]
        everyone |= {*expected, last}
    together = [_tell(item) for item in _read_calendar(site, "alle-teams")]
    assert everyone <= set(together)
    for item in _read_calendar(site, "alle-teams"):
        assert item.stamp.date() == DAGEN[dag]


def test_calendars_are_on_the_intranet_only(built: Built) -> None:
    """The public site has no calendar, and no link to one; each intranet link leads to a file."""
    assert not list(built.edities["publiek"].rglob("*.ics"))
    for page in built.pages("publiek"):
        assert ".ics" not in page.read_text(encoding="utf-8")
    for team in read_records(built, "teams"):
        article = get_article(built, "intern", f"teams/{team['id']}")
        links = [str(item["href"]) for item in article.select('a[href$=".ics"]')]
        assert links == [f"../agenda/{team['id']}.ics", "../agenda/alle-teams.ics"]
        assert "Abonneren via internet" in get_text(article)


def test_mail_text_says_what_the_page_says(site: Built, dag: str) -> None:
    """The text to paste holds every line of the lists; the mail goes to the mailbox of the team."""
    for team in read_records(site, "teams"):
        article = get_article(site, "intern", f"teams/{team['id']}")
        lines = [get_text(item) for item in article.select(".mailtekst pre > span")]
        lijsten = _read_team(site, str(team["id"]), DAGEN[dag]).lijsten
        assert sum(line.startswith("- ") for line in lines) == sum(map(len, lijsten.values()))
        for _, words in [*lijsten["te_laat"], *lijsten["besluiten"]]:
            key, _, what = words.partition(" ")
            assert any(what in line and key in line for line in lines)
        (link,) = [
            urlsplit(str(item["href"]))
            for item in article.select('a[href^="mailto:"]')
            if "Mail deze lijst" in get_text(item)
        ]
        assert link.path == team["postbus"]
        assert len(link.geturl()) <= 1800
        body = parse_qs(link.query)["body"][0].split("\r\n")
        is_whole = [line.strip() for line in body] == lines
        assert is_whole or any("pagina van team" in line for line in body)


def test_public_team_page_tells_nothing_late(built: Built) -> None:
    """Everyone sees what comes next, and no list of what is late or waits."""
    for team in filter(is_public, read_records(built, "teams")):
        headings = [
            get_text(item)
            for item in get_article(built, "publiek", f"teams/{team['id']}").select("h2, h3")
        ]
        assert not any("aandacht" in item or "voorbij" in item for item in headings)
