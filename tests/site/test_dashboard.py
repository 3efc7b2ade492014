"""The pages that say how it goes: counts and parts done, counted again.

Lights and milestones are read from the files, verdicts for everyone from the report; nothing here
comes from the program. That the verdict on each indicator is right, test_koers looks at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

import pytest
from bs4 import Tag

from tests.lichten import first_day, read
from tests.programmes import Built
from tests.site.dashboardsom import (
    PEILDATUM,
    list_acties,
    list_terms,
    read_klasse,
    read_report,
    read_verdicts,
    type_record,
)
from tests.site.doelsom import dutch, number
from tests.site.planningsom import read_table
from tests.sources import get_article, get_list, get_section, get_text, read_records

EDITIES = ("intern", "publiek")
DOELEN = "uitvoering-indicatoren"


def _list_groups(built: Built, editie: str) -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """By the end of the name of a figure: the field it groups by, and the groups in their order."""
    found = {
        "themas": ("thema", _name_records(built, "themas")),
        "fasen": ("fase", [(term["id"], term["naam"]) for term in list_terms(built, "fase")]),
    }
    if editie == "intern":
        found["teams"] = ("eigenaar_team", _name_records(built, "teams"))
    return found


def _name_records(built: Built, name: str) -> list[tuple[str, str]]:
    return [(str(item["id"]), str(item["naam"])) for item in read_records(built, name)]


# --- lights and verdicts ------------------------------------------------------------------------


@pytest.mark.parametrize("editie", EDITIES)
def test_tables_count_lights_and_parts_done_in_the_order_of_the_vocabulary(
    built: Built, editie: str
) -> None:
    """A row says of a thema, fase or team (intern) its actions, their lights, how far they are."""
    acties = list_acties(built, editie)
    order = [term["id"] for term in list_terms(built, "voortgang")]
    article = get_article(built, editie, "voortgang/index")
    for name, (field, groups) in _list_groups(built, editie).items():
        expected = []
        for key, naam in [*groups, ("", "Samen")]:
            inside = [item for item in acties if not key or item.get(field) == key]
            counts = Counter(item["licht"] for item in inside)
            row = [len(inside), *(counts[licht] for licht in order), counts[None]]
            expected.append([naam, *map(str, row), _mean(built, inside)[0]])
        shown = read_table(article, f"voortgang-{name}")
        assert [[row[0], *(cell.split()[-1] for cell in row[1:])] for row in shown[1:]] == [
            row for row in expected if row[1] != "0"
        ]
        assert shown[0][-2] == "Klaar of gestopt"


@pytest.mark.parametrize("editie", EDITIES)
def test_number_of_a_light_has_its_sign_and_word_and_a_bar_its_length(
    built: Built, editie: str
) -> None:
    """Who cannot tell the colours reads which light it is; a bar is as long as the number says."""
    names = {term["id"]: term["naam"] for term in list_terms(built, "voortgang")}
    article = get_article(built, editie, "voortgang/index")
    for badge in article.select("table.stand td .oordeel"):
        kind = next(str(n) for n in badge["class"] if str(n).startswith("oordeel--"))
        sign, *word, count = get_text(badge).split()
        assert " ".join(word) == names[kind.removeprefix("oordeel--")]
        assert sign not in word
        assert int(count) > 0
    bars = article.select("table.stand td.deel")
    assert len(bars) > 10
    for cell in bars:
        assert cell.select("rect")[-1]["width"] == get_text(cell)


@pytest.mark.parametrize("pad", ["index", "voortgang/index"])
@pytest.mark.parametrize("editie", EDITIES)
def test_first_lines_count_every_light_and_verdict_and_lead_to_their_lists(
    built: Built, editie: str, pad: str
) -> None:
    """All actions and indicators by verdict in one look, each with a link to the list of those."""
    acties, verdicts = list_acties(built, editie), read_verdicts(built, editie)
    counted = Counter(item["licht"] for item in acties)
    kinds = (
        ("voortgang", "acties/index.html?voortgang=", counted),
        ("indicatorstatus", "indicatoren/index.html?oordeel=", Counter(verdicts.values())),
    )
    block = get_article(built, editie, pad).select_one("dl.stand")
    assert block is not None
    for row, (name, address, counts) in zip(block.select("div"), kinds, strict=True):
        expected = [
            (f"{address}{term['id']}", term["naam"], counts[term["id"]])
            for term in list_terms(built, name)
            if counts[term["id"]]
        ]
        shown = [
            (
                str(link["href"]).removeprefix("../"),
                " ".join(get_text(link).split()[1:-1]),
                int(get_text(link).split()[-1]),
            )
            for link in row.select("a.telling")
        ]
        assert shown == expected
    first, second = map(get_text, block.select("dt"))
    assert (first, second) == (f"{len(acties)} acties", f"{len(verdicts)} indicatoren")
    assert f"{counted[None]} klaar of gestopt" in get_text(block)


@pytest.mark.parametrize("editie", EDITIES)
def test_home_first_says_how_much_asks_for_a_decision(built: Built, editie: str) -> None:
    """Above everything else stands how much asks for a decision, with a link to what that is."""
    asked = [
        {term["id"] for term in list_terms(built, name) if term["vraagt_besluit"] == "true"}
        for name in ("indicatorstatus", "voortgang")
    ]
    goals = sum(value in asked[0] for value in read_verdicts(built, editie).values())
    acties = sum(item["licht"] in asked[1] for item in list_acties(built, editie))
    article = get_article(built, editie, "index")
    link = article.select_one(".vraagkop a")
    assert link is not None
    what = "een besluit" if editie == "intern" else "bijsturing"
    assert get_text(link) == f"{goals} indicatoren en {acties} acties vragen {what}"
    page, _, anchor = str(link["href"]).partition("#")
    assert page == "voortgang/index.html"
    assert len(get_article(built, editie, "voortgang/index").select(f"h2[id='{anchor}']")) == 1
    heading = article.find("h2")
    assert heading is not None
    assert link in heading.find_all_previous("a")


# --- parts done ---------------------------------------------------------------------------------


def _part_done(built: Built, actie: type_record) -> Fraction | None:
    """Which part of an action is done; None when nobody can tell."""
    if read_klasse(built, actie) == "klaar":
        return Fraction(1)
    steps = actie.get("mijlpalen", [])
    done = [i for i in steps if "behaald" in i and first_day(i["behaald"]) <= PEILDATUM]
    return Fraction(len(done), len(steps)) if steps else None


def _mean(built: Built, acties: Iterable[type_record]) -> list[str]:
    """The cells of a row: the mean in whole percents, and how many count and are left out."""
    parts = [_part_done(built, i) for i in acties if read_klasse(built, i) != "vervallen"]
    known = [part for part in parts if part is not None]
    pct = dutch(sum(known, Fraction(0)) * 100 / len(known), 0) if known else "–"
    return [pct, str(len(known)), str(len(parts) - len(known))]


@pytest.mark.parametrize("editie", EDITIES)
def test_sentence_above_a_table_names_who_asks_for_a_decision(built: Built, editie: str) -> None:
    """The themes with an action that asks for a decision are named; of teams only how many."""
    asking = {i["id"] for i in list_terms(built, "voortgang") if i["vraagt_besluit"] == "true"}
    acties = [item for item in list_acties(built, editie) if item["licht"] in asking]
    text = get_text(get_article(built, editie, "voortgang/index"))
    themas = {item["thema"] for item in acties}
    names = [naam for key, naam in _name_records(built, "themas") if key in themas]
    joined = f"{', '.join(names[:-1])} en {names[-1]}"
    assert f"Acties die een besluit vragen, horen bij de thema's {joined}." in text
    if editie == "intern":
        owners = {item["eigenaar_team"] for item in list_acties(built, editie)}
        teams = len({item["eigenaar_team"] for item in acties})
        told = f"Van de {len(owners)} teams met acties hebben er {teams} een actie die een besluit"
        assert told in text


@pytest.mark.parametrize("editie", EDITIES)
def test_sentence_about_parts_done_states_the_weight_and_what_is_left_out(
    built: Built, editie: str
) -> None:
    """A reader knows that each action counts the same, and how many do not count."""
    acties = list_acties(built, editie)
    pct, counted, unknown = _mean(built, acties)
    stopped = sum(read_klasse(built, item) == "vervallen" for item in acties)
    article = get_article(built, editie, "voortgang/index")
    noun = "openbare acties" if editie == "publiek" else "acties"
    told = f"{counted} {noun} zijn samen op {pct}%."
    assert told in get_section(article, "Hoe ver zijn de acties")
    text = _read_uitleg(article)
    assert told in text
    assert "Elke actie telt even zwaar" in text
    for count, ending in ((int(unknown), "geen mijlpalen"), (stopped, "gestopt")):
        if count:
            assert re.search(rf"{count} acties? (heeft|hebben|is|zijn) {ending}", text)


def _read_uitleg(article: Tag) -> str:
    """What folds away: how lights and parts done are decided."""
    found = article.select_one("details#zo-wordt-de-voortgang-bepaald")
    assert found is not None
    return get_text(found)


def test_indicator_weighs_actions_by_expected_effect_times_certainty(built: Built) -> None:
    """Of the actions at one effect only the heaviest counts; a stopped action never does."""
    weights = {term["id"]: number(term["gewicht"]) for term in list_terms(built, "zekerheid")}
    acties = [i for i in list_acties(built, "intern") if read_klasse(built, i) != "vervallen"]
    expected = []
    for indicator in read_records(built, "indicatoren"):
        sign = {"omhoog": 1, "omlaag": -1}.get(str(indicator["richting"]), 0)
        heaviest: dict[str, tuple[Fraction, type_record]] = {}
        helping = set()
        for actie in acties:
            for effect in actie.get("verwachte_effecten", []):
                if effect["indicator"] == indicator["id"] and number(effect["waarde"]) * sign > 0:
                    weight = abs(number(effect["waarde"])) * weights[effect["zekerheid"]]
                    groep = effect.get("effectgroep", actie["id"])
                    helping.add(actie["id"])
                    if weight > heaviest.get(groep, (Fraction(0),))[0]:
                        heaviest[groep] = (weight, actie)
        if not heaviest:
            continue
        parts = [(w, _part_done(built, i)) for w, i in heaviest.values()]
        known = [(w, part) for w, part in parts if part is not None]
        total = sum((w for w, _ in known), Fraction(0))
        counted = {i["id"] for _, i in heaviest.values()}
        unknown = {i["id"] for _, i in heaviest.values() if _part_done(built, i) is None}
        row = [str(indicator["naam"])]
        done = sum((w * part for w, part in known), Fraction(0))
        row.append(dutch(done * 100 / total, 0) if known else "–")
        row += map(str, (len(counted - unknown), len(unknown), len(helping - counted)))
        expected.append(row)
    article = get_article(built, "intern", "voortgang/bijdrage")
    assert len(expected) > 5
    assert read_table(article, DOELEN)[1:] == expected
    link = article.select_one(f'a[href$="csv/{DOELEN}.csv"]')
    assert link is not None
    text = get_text(link.find_parent("figure"))  # type: ignore[arg-type]
    for term in list_terms(built, "zekerheid"):
        assert f"{term['naam'].lower()} {term['gewicht']}" in text


def test_teams_and_expected_effects_stay_on_the_intranet(built: Built) -> None:
    """Everyone sees no comparison of teams, and nothing weighted by what is only expected."""
    files = {path.stem for path in (built.edities["publiek"] / "csv").iterdir()}
    assert {"voortgang-themas", "voortgang-fasen"} <= files
    assert not {"voortgang-teams", DOELEN} & files
    links = get_article(built, "publiek", "voortgang/index").select("a[href]")
    assert not any("spreiding" in str(link["href"]) for link in links)


# --- the pages around it ------------------------------------------------------------------------


@pytest.mark.parametrize("editie", EDITIES)
@pytest.mark.parametrize("pad", ["index", "voortgang/index", "samenvatting"])
def test_headline_numbers_have_word_and_sign(built: Built, editie: str, pad: str) -> None:
    """Each number at the head of the programme says how it goes, in a word with a sign."""
    verdicts = read_verdicts(built, editie)
    names = {term["id"]: term["naam"] for term in list_terms(built, "indicatorstatus")}
    heads = [i for i in read_records(built, "indicatoren") if i.get("in_kop") == "true"]
    shown = get_article(built, editie, pad).select("ul.koppen")[0].select("li")
    assert len(shown) == len(heads) >= 3
    for item, indicator in zip(shown, heads, strict=True):
        badge = item.select_one(".oordeel")
        assert badge is not None
        sign = badge.select_one('[aria-hidden="true"]')
        assert sign is not None
        assert (
            get_text(badge).removeprefix(get_text(sign)).strip()
            == names[verdicts[str(indicator["id"])]]
        )


@pytest.mark.parametrize("editie", EDITIES)
def test_theme_page_says_how_far_its_actions_are(built: Built, editie: str) -> None:
    """The sentence and the lights above the actions of a thema are those of that thema."""
    acties = list_acties(built, editie)
    names = {term["id"]: term["naam"] for term in list_terms(built, "voortgang")}
    for thema in read_records(built, "themas"):
        inside = [item for item in acties if item["thema"] == thema["id"]]
        article = get_article(built, editie, f"themas/{thema['id']}")
        pct, counted, _ = _mean(built, inside)
        noun = "actie" if counted == "1" else "acties"
        soort = f"openbare {noun}" if editie == "publiek" else noun
        verb = "is" if counted == "1" else "zijn samen"
        assert f"{counted} {soort} {verb} op {pct}%." in get_section(article, "Acties")
        counts = Counter(names[item["licht"]] for item in inside if item["licht"])
        shown = {
            " ".join(get_text(i).split()[1:-2]): int(get_text(i).split()[-2])
            for i in article.select("ul.lichten > li")
        }
        assert shown == dict(counts)


def test_pages_lead_to_the_questions_of_a_court_of_audit(built: Built) -> None:
    """The public home page leads to what a court of audit asks, beside the doors."""
    links = get_article(built, "publiek", "index").select("ul.deuren + .meer a")
    found = [i["href"] for i in links if "De vragen van een rekenkamer" in get_text(i)]
    assert found == ["over/rekenkamer.html"]


@pytest.mark.parametrize("editie", EDITIES)
def test_every_link_of_the_page_leads_somewhere(built: Built, editie: str) -> None:
    """The progress page only leads to pages that this edition has, and to all about progress."""
    article = get_article(built, editie, "voortgang/index")
    links = {re.split("[?#]", str(item["href"]))[0] for item in article.select("a[href]")}
    for link in {item for item in links if item and not item.startswith("mailto:")}:
        assert (built.edities[editie] / "voortgang" / link).resolve().is_file(), link
    wanted = {"../indicatoren/index.html", "bijsturing.html", "../acties/planning.html"}
    wanted |= {"bijdrage.html", *(["spreiding.html", "kosten.html"] if editie == "intern" else [])}
    assert wanted <= links


def test_page_says_which_report_it_shows(built: Built) -> None:
    """Everyone reads of which report the verdicts are, with the number of the decision."""
    text = get_text(get_article(built, "publiek", "voortgang/index"))
    report = read_report(built)
    assert f"Stand bij {report['rapportage']} ({report['besluitnummer']})" in text
    assert "Stand per 1 oktober 2026" in get_text(get_article(built, "intern", "voortgang/index"))


def test_rules_of_the_lights_stand_on_the_page(built: Built) -> None:
    """Each rule is on the page in the words of the data."""
    for editie in EDITIES:
        section = _read_uitleg(get_article(built, editie, "voortgang/index"))
        for regel in get_list(
            read(built.root / "data" / "voortgangsregels.yaml"), "voortgangsregels"
        ):
            assert " ".join(regel["tekst"].split()) in section
