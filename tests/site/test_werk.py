"""Daily work: from home to what to do now, whom to ask, and where a stand is passed on."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from tests.programmes import Built
from tests.sources import (
    get_article,
    get_list,
    get_section,
    get_text,
    is_public,
    read_records,
    read_terms,
    read_yaml,
)

EDITIES = ("intern", "publiek")
PEILDATUM = "2026-10-01"
KLAAR = {"afgerond", "geborgd"}
SITUATIES = [
    {"id": path.stem} for path in sorted((Path(__file__).parents[2] / "data/keuzehulp").glob("*"))
]


def _list_clicks(built: Built, editie: str, limit: int) -> set[Path]:
    """Every page that a reader reaches from home by at most `limit` links."""
    home = (built.edities[editie] / "index.html").resolve()
    seen, edge = {home}, {home}
    for _ in range(limit):
        reached = set()
        for page in edge:
            tree = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
            for link in tree.select("article a[href]"):
                parts = urlsplit(str(link["href"]))
                if not parts.scheme and parts.path.endswith(".html"):
                    reached.add((page.parent / parts.path).resolve())
        edge = reached - seen
        seen |= reached
    return seen


def test_every_situation_is_at_most_two_clicks_from_home(built: Built) -> None:
    """An employee gets from home to 'what do I do now' in two clicks, without the menu."""
    pages = {built.edities["intern"] / "keuzehulp" / f"{item['id']}.html" for item in SITUATIES}
    assert len(pages) == 12
    assert {page.resolve() for page in pages} <= _list_clicks(built, "intern", 2)


@pytest.mark.parametrize("situatie", [item["id"] for item in SITUATIES])
def test_questions_stand_in_the_order_of_the_file_with_code_and_name(
    built: Built, situatie: str
) -> None:
    """Each question names its step of the R-ladder by code and name; what is new comes last."""
    source = read_yaml(built.root / "data" / "keuzehulp" / f"{situatie}.yaml")
    names = read_terms(built, "r_strategie")
    article = get_article(built, "intern", f"keuzehulp/{situatie}")
    shown = [get_text(item) for item in article.select("ol.stappen > li")]
    expected = [
        " ".join([names[vraag["r_strategie"]], vraag["vraag"], vraag.get("toelichting", "")])
        for vraag in get_list(source, "vragen")
    ]
    assert shown == [" ".join(item.split()) for item in expected]
    for code, name in names.items():
        assert name.startswith(f"{code} ")
    if "toch_nieuw" in source:
        last = article.select("ol.stappen, .toch-nieuw")[-1]
        assert " ".join(str(source["toch_nieuw"]).split()) in get_text(last)
        assert not article.select("ol.stappen .toch-nieuw")


@pytest.mark.parametrize("situatie", [item["id"] for item in SITUATIES])
def test_situation_says_who_decides_whom_to_ask_and_what_to_say(
    built: Built, situatie: str
) -> None:
    """The page holds the sentences to copy, who decides and the function to ask."""
    source = read_yaml(built.root / "data" / "keuzehulp" / f"{situatie}.yaml")
    article = get_article(built, "intern", f"keuzehulp/{situatie}")
    copied = article.select_one("[data-kopieer]")
    assert copied is not None
    assert get_text(copied) == " ".join(str(source["zo_leg_je_het_uit"]).split())
    assert " ".join(str(source["mag_dit"]).split()) in get_section(article, "Mag dit?")
    assert str(source["contactrol"]) in get_section(article, "Vraag het aan")
    assert article.select('a[href^="mailto:"]')


def test_public_situations_name_a_mailbox_and_no_function(built: Built) -> None:
    """Everyone sees the situations that say they are public, without the role of one person."""
    records = read_records(built, "keuzehulp")
    folder = built.edities["publiek"] / "keuzehulp"
    assert {path.stem for path in folder.glob("*.html")} == {
        str(item["id"]) for item in records if is_public(item)
    }
    for item in filter(is_public, records):
        article = get_article(built, "publiek", f"keuzehulp/{item['id']}")
        assert str(item["contactrol"]) not in get_section(article, "Vraag het aan")
        assert "@" in get_section(article, "Vraag het aan")


def _subjects(article: Tag) -> list[str]:
    links = [str(link["href"]) for link in article.select('a[href^="mailto:"]')]
    return [parse_qs(urlsplit(link).query).get("subject", [""])[0] for link in links]


def test_stand_is_passed_on_from_every_action_and_on_the_intranet_only(built: Built) -> None:
    """A team sends how its action stands by mail; the public site has no such link."""
    for item in read_records(built, "acties"):
        pad = f"acties/{str(item['id']).lower()}"
        expected = " ".join(f"Stand doorgeven: {item['id']} {item['titel']}".split())
        assert expected in _subjects(get_article(built, "intern", pad))
        if is_public(item):
            subjects = _subjects(get_article(built, "publiek", pad))
            assert not any("Stand doorgeven" in subject for subject in subjects)
            assert any(subject.startswith("Idee of aanvulling: ") for subject in subjects)
    for page in built.pages("publiek"):
        assert "Stand doorgeven" not in page.read_text(encoding="utf-8"), page.name


def test_home_asks_about_the_dates_of_this_month(built: Built) -> None:
    """Home holds what is planned for this month and not reached, with a link for its stand."""
    month = PEILDATUM[:7]
    due = {
        str(actie["id"])
        for actie in read_records(built, "acties")
        if actie["actiestatus"] not in {*KLAAR, "vervallen"}
        and (
            str(actie.get("eind", "")).startswith(month)
            or any(
                mijlpaal["gepland"].startswith(month) and "behaald" not in mijlpaal
                for mijlpaal in get_list(actie, "mijlpalen")
            )
        )
    }
    assert due
    article = get_article(built, "intern", "index")
    found = article.select('ul.agenda[aria-label="Datums van deze maand"] > li')
    subjects = {subject.split()[2] for item in found for subject in _subjects(item)}
    assert subjects == due


@pytest.mark.parametrize("editie", EDITIES)
def test_newest_success_comes_first_on_home(built: Built, editie: str) -> None:
    """The success of the month is the newest one that may be shown and has happened."""
    shown = [
        item
        for item in read_records(built, "successen")
        if str(item["datum"]) <= PEILDATUM
        and item.get("toestemming") == "true"
        and (editie == "intern" or is_public(item))
    ]
    newest = max(shown, key=lambda item: str(item["datum"]))
    first = get_article(built, editie, "index").select_one(".succes")
    assert first is not None
    assert str(newest["titel"]) in get_text(first)


@pytest.mark.parametrize("editie", EDITIES)
def test_home_shows_the_headline_numbers_with_words(built: Built, editie: str) -> None:
    """Each indicator that says it is a headline stands on home with its name."""
    headlines = [
        item
        for item in read_records(built, "indicatoren")
        if item.get("in_kop") == "true" and (editie == "intern" or is_public(item))
    ]
    shown = [get_text(item) for item in get_article(built, editie, "index").select(".kop-naam")]
    assert shown == [" ".join(str(item["naam"]).split()) for item in headlines]
    assert len(shown) == 3


def test_public_home_opens_the_doors_of_its_readers(built: Built) -> None:
    """Resident, entrepreneur, council and press each have a door, and the press an address."""
    article = get_article(built, "publiek", "index")
    doors = {
        get_text(link.select("strong")[0]): str(link["href"])
        for link in article.select("li > a")
        if link.select("strong")
    }
    assert doors["Inwoner"] == "wat-merk-ik-ervan.html"
    assert doors["Raad en pers"] == "samenvatting.html"
    assert "Ondernemer" in doors
    gegevens = read_yaml(built.root / "data" / "programma.yaml")
    assert str(gegevens["perscontact"]) in get_text(article)
    assert "Voorbeeldcijfer" in get_text(article.select(".melding")[-1])


def test_intranet_home_begins_with_what_to_do(built: Built) -> None:
    """The first block on the intranet is the work, not the programme."""
    headings = [get_text(item) for item in get_article(built, "intern", "index").select("h2")]
    assert headings[0].startswith("Wat ga je doen?")
    assert headings[1].startswith("Mijn team")


def test_team_page_gathers_hours_and_vacancies(built: Built) -> None:
    """Hours per year are those of actions that go on; an action without a trekker is named."""
    hours: Counter[str] = Counter()
    vacant: dict[str, set[str]] = {}
    for actie in read_records(built, "acties"):
        if actie["actiestatus"] not in {*KLAAR, "vervallen"}:
            for raming in get_list(actie, "uren"):
                hours[raming["team"]] += int(raming["uren_per_jaar"])
        if actie.get("trekker") == "vacature":
            vacant.setdefault(str(actie["eigenaar_team"]), set()).add(str(actie["titel"]))
    assert vacant
    for team in read_records(built, "teams"):
        article = get_article(built, "intern", f"teams/{team['id']}")
        facts = get_text(article.select("dl.feiten")[0])
        assert f"{hours[str(team['id'])]:,}".replace(",", ".") in facts
        headings = [get_text(item) for item in article.select("h2")]
        is_vacant = any("nog geen trekker" in heading for heading in headings)
        assert is_vacant is (team["id"] in vacant)
        for titel in vacant.get(str(team["id"]), ()):
            assert " ".join(titel.split()) in get_section(article, "nog geen trekker")
        public = get_text(get_article(built, "publiek", f"teams/{team['id']}"))
        assert "Uren per jaar" not in public
        assert "trekker" not in public


def test_barriers_stand_at_a_team_only_when_it_agreed(built: Built) -> None:
    """A team reads its own barriers where it agreed; a theme reads them in public words."""
    for item in read_records(built, "belemmeringen"):
        words = " ".join(str(item["tekst"]).split())
        for team in read_records(built, "teams"):
            agreed = item.get("team") == team["id"] and item.get("afgestemd_met_team") == "true"
            assert (
                words in get_text(get_article(built, "intern", f"teams/{team['id']}"))
            ) is agreed
            assert words not in get_text(get_article(built, "publiek", f"teams/{team['id']}"))
        for editie in EDITIES:
            thema = get_text(get_article(built, editie, f"themas/{item['thema']}"))
            assert words not in thema
            if editie == "intern" or is_public(item):
                assert " ".join(str(item["tekst_publiek"]).split()) in thema


def test_theme_names_only_chosen_opportunities(built: Built) -> None:
    """A theme shows what was chosen; what was not chosen is on no public page."""
    for item in read_records(built, "kansen"):
        if "thema" in item:
            words = " ".join(str(item["titel"]).split())
            article = get_article(built, "intern", f"themas/{item['thema']}")
            chosen = item.get("is_gekozen") == "true"
            titles = [get_text(line) for line in article.select("li")]
            assert any(line.startswith(words) for line in titles) is chosen
