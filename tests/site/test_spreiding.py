"""The page about the spread of actions, computed again from the files without the program."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from bs4 import Tag

from tests.programmes import Built, build, copy_programme
from tests.site.planningsom import (
    LOPEND,
    begin,
    end,
    list_acties,
    list_terms,
    reached,
    read_klassen,
    read_table,
    steps,
    type_actie,
    words,
)
from tests.sources import get_article, get_text, read_records, read_yaml

PAD = "voortgang/spreiding"
LATER = "2027-02-15"
BEDOELING = "Is dat de bedoeling?"


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The default programme at a later date."""
    root = copy_programme(tmp_path_factory.mktemp("spreiding-later"))
    site = build(root, "--peildatum", LATER)
    return Built(root, {editie: site / editie for editie in ("intern", "publiek")})


@pytest.fixture(params=["2026-10-01", LATER])
def dated(request: pytest.FixtureRequest) -> tuple[Built, date]:
    """The site at two dates, each with its date."""
    name = "later" if request.param == LATER else "built"
    return request.getfixturevalue(name), date.fromisoformat(request.param)


def _counted(built: Built) -> list[type_actie]:
    klassen = read_klassen(built)
    return [a for a in list_acties(built) if klassen[a["actiestatus"]] != "vervallen"]


def _running(built: Built) -> list[type_actie]:
    klassen = read_klassen(built)
    running = [a for a in list_acties(built) if klassen[a["actiestatus"]] in LOPEND]
    return sorted(running, key=lambda actie: actie["titel"].casefold())


def _part(article: Tag, anker: str) -> list[Tag]:
    """Everything between the anchor of a part and the next one."""
    start = article.select_one(f"#deel-{anker}")
    assert start is not None
    found = []
    for item in start.next_siblings:
        if isinstance(item, Tag):
            if str(item.get("id", "")).startswith("deel-"):
                break
            found.append(item)
    return found


def _questions(article: Tag, anker: str) -> list[str]:
    """What a part asks, without the actions named below a question."""
    found = []
    for item in _part(article, anker):
        if item.name == "ul" and "vragen" in item.get_attribute_list("class"):
            for line in item.select("li"):
                for extra in line.select(".bij"):
                    extra.extract()
                found.append(get_text(line))
    return found


def _list_below(article: Tag, kop: str) -> list[str]:
    """The ids of the actions in the list below a heading, in order."""
    start = next(item for item in article.select("h2, h3") if get_text(item).startswith(kop))
    for item in start.next_siblings:
        if isinstance(item, Tag):
            if item.name in {"h2", "h3"}:
                break
            if item.name == "ul":
                links = [line.select("a")[0] for line in item.find_all("li", recursive=False)]
                return [str(link["href"]).rpartition("/")[2][:6].upper() for link in links]
    return []


def _name_phases(names: list[str]) -> str:
    listed = " en ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return f"in de {'fase' if len(names) == 1 else 'fasen'} {listed}"


def _expect_gaps(built: Built, field: str, rows: list[tuple[str, str]], wat: str) -> list[str]:
    """The questions about rows without an action in a phase; the sample has no empty phase."""
    phases = list_terms(built, "fase")
    counts = Counter((actie.get(field), actie["fase"]) for actie in _counted(built))
    found = []
    for identifier, naam in sorted(rows, key=lambda row: row[1].casefold()):
        empty = [term["naam"] for term in phases if not counts[identifier, term["id"]]]
        if empty:
            where = "" if len(empty) == len(phases) else f" {_name_phases(empty)}"
            found.append(f"Bij {wat} {naam} staat geen actie{where}. {BEDOELING}")
    return found


def _names(built: Built, collection: str) -> list[tuple[str, str]]:
    return [(str(item["id"]), str(item["naam"])) for item in read_records(built, collection)]


def _pct(part: int, whole: int) -> str:
    return f"{(Decimal(100 * part) / whole).quantize(Decimal(1), ROUND_HALF_UP)}%"


def test_only_the_intranet_has_the_page(built: Built) -> None:
    """Gaps, concentration and lists are for the organisation itself, in pages and in tables."""
    assert (built.edities["intern"] / f"{PAD}.html").is_file()
    assert not (built.edities["publiek"] / f"{PAD}.html").exists()
    assert list((built.edities["intern"] / "csv").glob("spreiding-*.csv"))
    for folder in ("csv", "figuren"):
        assert not list((built.edities["publiek"] / folder).glob("spreiding-*"))


def test_page_says_how_many_actions_count_and_which_were_stopped(built: Built) -> None:
    """A reader knows what is counted before the first number."""
    article = get_article(built, "intern", PAD)
    counted = _counted(built)
    stopped = [a for a in list_acties(built) if a not in counted]
    assert stopped
    text = get_text(article)
    assert f"{len(counted)} acties tellen mee op deze pagina." in text
    for actie in stopped:
        assert article.select(f'p a[href$="{actie["id"].lower()}.html"]')


@pytest.mark.parametrize(
    ("naam", "field"), [("spreiding-themas", "thema"), ("spreiding-teams", "eigenaar_team")]
)
def test_matrix_counts_the_files(built: Built, naam: str, field: str) -> None:
    """Every number, and the sums at the edges, equals a count of the action files."""
    rows = _names(built, {"thema": "themas", "eigenaar_team": "teams"}[field])
    phases = list_terms(built, "fase")
    counts = Counter((actie[field], actie["fase"]) for actie in _counted(built))
    head, *body, last = read_table(get_article(built, "intern", PAD), naam)
    assert head[1:] == [*(term["naam"] for term in phases), "Samen"]
    for (identifier, name), line in zip(rows, body, strict=True):
        own = [counts[identifier, term["id"]] for term in phases]
        assert line == [name, *map(str, own), str(sum(own))]
    sums = [sum(counts[row, term["id"]] for row, _ in rows) for term in phases]
    assert last == ["Samen", *map(str, sums), str(len(_counted(built)))]


def test_matrix_of_approaches_tells_what_is_done_beside_the_main_one(built: Built) -> None:
    """Between brackets stands how many actions use the approach beside another."""
    phases = list_terms(built, "fase")
    main: Counter[tuple[str, str]] = Counter()
    beside: Counter[tuple[str, str]] = Counter()
    for actie in _counted(built):
        main[actie["interventietype"], actie["fase"]] += 1
        for soort in set(actie.get("overige_interventietypen", [])) - {actie["interventietype"]}:
            beside[soort, actie["fase"]] += 1
    assert beside
    _, *body, _ = read_table(get_article(built, "intern", PAD), "spreiding-aanpak")
    for soort, line in zip(list_terms(built, "interventietype"), body, strict=True):
        pairs = [(soort["id"], term["id"]) for term in phases]
        cells = [
            f"{main[pair]} (+{beside[pair]})" if beside[pair] else f"{main[pair]}" for pair in pairs
        ]
        assert line == [soort["naam"], *cells, str(sum(main[pair] for pair in pairs))]


def test_gaps_of_themes_and_teams_are_questions(built: Built) -> None:
    """Each empty place is asked about, alphabetical, and nothing else is."""
    article = get_article(built, "intern", PAD)
    themas = _expect_gaps(built, "thema", _names(built, "themas"), "thema")
    assert (
        "Bij thema Afval en grondstoffen staat geen actie in de fase Leren en experimenteren. "
        "Is dat de bedoeling?"
    ) in themas
    assert _questions(article, "themas") == themas
    teams = _expect_gaps(built, "eigenaar_team", _names(built, "teams"), "team")
    assert teams
    assert _questions(article, "teams") == teams
    assert "tekort" not in get_text(article).casefold()


def test_gaps_of_approaches_say_where_another_action_covers_them(built: Built) -> None:
    """An approach that is nowhere the main one is asked about with the actions that use it too."""
    article = get_article(built, "intern", PAD)
    counted, phases = _counted(built), list_terms(built, "fase")
    expected: dict[str, list[str]] = {}
    for soort in list_terms(built, "interventietype"):
        absent = []
        for phase in phases:
            inside = [actie for actie in counted if actie["fase"] == phase["id"]]
            if any(actie["interventietype"] == soort["id"] for actie in inside):
                continue
            used = [a for a in inside if soort["id"] in a.get("overige_interventietypen", [])]
            if used:
                acties = f"{len(used)} actie{'s' * (len(used) > 1)}"
                expected.setdefault(soort["naam"], []).append(
                    f"De aanpak {soort['naam']} is in de fase {phase['naam']} nergens de "
                    f"hoofdaanpak, maar doet wel mee bij {acties}. {BEDOELING}"
                )
            else:
                absent.append(phase["naam"])
        if absent:
            tekst = f"De aanpak {soort['naam']} komt niet voor {_name_phases(absent)}. {BEDOELING}"
            expected.setdefault(soort["naam"], []).insert(0, tekst)
    told = [line for naam in sorted(expected, key=str.casefold) for line in expected[naam]]
    assert len(told) >= 5
    assert _questions(article, "aanpak") == told


@pytest.mark.parametrize(
    ("naam", "field"),
    [
        ("spreiding-agendas", "transitieagenda"),
        ("spreiding-niveaus", "niveau"),
        ("spreiding-doelgroepen", "doelgroep"),
        ("spreiding-schaal", "schaal"),
    ],
)
def test_counts_by_term_equal_the_files(built: Built, naam: str, field: str) -> None:
    """An action counts at each term that it has; what is not filled in has its own line."""
    found: Counter[str] = Counter()
    empty = 0
    for actie in _counted(built):
        value = actie.get(field, [])
        terms = {value} if isinstance(value, str) else set(value)
        found.update(terms)
        empty += not terms
    expected = [[term["naam"], str(found[term["id"]])] for term in list_terms(built, field)]
    if empty:
        expected.append(["niet ingevuld", str(empty)])
    article = get_article(built, "intern", PAD)
    assert read_table(article, naam)[1:] == expected
    questions = _questions(article, "verdeling")
    for term in list_terms(built, field):
        asked = any(f"{term['naam']} staat geen actie." in line for line in questions)
        assert asked is (not found[term["id"]])


def test_ladder_counts_the_main_strategy(built: Built) -> None:
    """An action stands on the rung of its first strategy; a rung without any is asked about."""
    main = Counter((actie.get("r_strategie") or ["-"])[0] for actie in _counted(built))
    beside = Counter(code for actie in _counted(built) for code in actie.get("r_strategie", [])[1:])
    rungs = list_terms(built, "r_strategie")
    article = get_article(built, "intern", PAD)
    _, *body = read_table(article, "spreiding-ladder")
    assert body == [
        *([term["naam"], str(main[term["id"]]), str(beside[term["id"]])] for term in rungs),
        ["geldt voor alle", str(main["-"]), "0"],
    ]
    assert _questions(article, "ladder") == [
        f"Bij R-strategie {term['naam']} staat geen actie. {BEDOELING}"
        for term in rungs
        if not main[term["id"]] and not beside[term["id"]]
    ]


def test_large_share_of_one_team_is_a_question(
    built: Built, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """From the limit in the data on, the page asks whether so much for one team is meant."""
    counts = Counter(str(actie["eigenaar_team"]) for actie in _counted(built))
    whole, (team, most) = sum(counts.values()), counts.most_common(1)[0]
    gegevens = read_yaml(built.root / "data" / "programma.yaml")
    limit = Fraction(str(gegevens.get("concentratie_pct", "25")).replace(",", "."))
    asked = [line for line in _questions(get_article(built, "intern", PAD), "teams") if "%" in line]
    assert len(asked) == sum(Fraction(100 * count, whole) >= limit for count in counts.values())

    root = copy_programme(tmp_path_factory.mktemp("concentratie"))
    path = root / "data" / "programma.yaml"
    lower = 100 * most // whole
    path.write_text(
        "\n".join(
            [
                line
                for line in path.read_text("utf-8").splitlines()
                if not line.startswith("concentratie_pct")
            ]
            + [f"concentratie_pct: {lower}", ""]
        ),
        "utf-8",
    )
    site = build(root)
    changed = Built(root, {editie: site / editie for editie in ("intern", "publiek")})
    names = dict(_names(built, "teams"))
    expected = [
        f"Van de {whole} acties zijn er {counts[identifier]} ({_pct(counts[identifier], whole)}) "
        f"van team {names[identifier]}. {BEDOELING}"
        for identifier in sorted(counts, key=lambda item: names[item].casefold())
        if Fraction(100 * counts[identifier], whole) >= lower
    ]
    assert any(names[team] in line for line in expected)
    found = _questions(get_article(changed, "intern", PAD), "teams")
    assert [line for line in found if "%" in line] == expected


def _average(values: list[int]) -> str:
    mean = (Decimal(sum(values)) / len(values)).quantize(Decimal(1), ROUND_HALF_UP)
    return f"{mean} {'dag' if mean == 1 else 'dagen'}"


def test_milestones_on_time_are_counted_from_the_files(dated: tuple[Built, date]) -> None:
    """Planned by the date: reached in time, later, or not; and by how many days they slipped."""
    built, peildatum = dated
    on_time, late, waiting = 0, [], []
    for actie in _counted(built):
        for step in steps(actie):
            due, moment = end(step["gepland"]), reached(step, peildatum)
            if due > peildatum:
                continue
            if moment is None:
                waiting.append((peildatum - due).days)
            elif begin(moment) <= due:
                on_time += 1
            else:
                late.append((min(end(moment), peildatum) - due).days)
    whole = on_time + len(late) + len(waiting)
    assert late
    assert waiting
    text = get_text(get_article(built, "intern", PAD))
    assert (
        f"Van de {whole} mijlpalen die klaar moesten zijn, zijn er {on_time} "
        f"({_pct(on_time, whole)}) op tijd gehaald, {len(late)} later en {len(waiting)} nog niet. "
        f"Wat later kwam, kwam gemiddeld {_average(late)} na het plan; wat open staat, is "
        f"gemiddeld {_average(waiting)} voorbij."
    ) in text
    rows = read_table(get_article(built, "intern", PAD), "spreiding-mijlpalen")[1:]
    assert [row[1] for row in rows] == [str(on_time), str(len(late)), str(len(waiting))]


def test_list_of_passed_dates_follows_the_date(dated: tuple[Built, date]) -> None:
    """What goes on and has a date behind it is listed, alphabetical, with that date."""
    built, peildatum = dated
    expected = []
    told = []
    for actie in _running(built):
        ended = "eind" in actie and end(actie["eind"]) < peildatum
        missed = [
            step
            for step in steps(actie)
            if end(step["gepland"]) < peildatum and reached(step, peildatum) is None
        ]
        if ended or missed:
            expected.append(actie["id"])
            told += [f"eind van de actie: {words(actie['eind'])}"] if ended else []
            told += [f"{step['titel']}, {words(step['gepland'])}" for step in missed]
    article = get_article(built, "intern", PAD)
    assert _list_below(article, "Een datum is voorbij") == expected
    if peildatum.isoformat() == "2026-10-01":
        assert {"A-0003", "A-0010", "A-0015"} <= set(expected)
    text = get_text(article)
    for words_ in told:
        assert words_ in text


def test_passed_dates_differ_at_two_dates(built: Built, later: Built) -> None:
    """Only the date changed, and with it the list."""
    first, second = (
        _list_below(get_article(item, "intern", PAD), "Een datum is voorbij")
        for item in (built, later)
    )
    assert set(first) < set(second)


def test_actions_without_dates_or_owner_are_listed(built: Built) -> None:
    """An action that goes on without begin and end, or without a team, is on its list."""
    article = get_article(built, "intern", PAD)
    dateless = [a["id"] for a in _running(built) if "start" not in a and "eind" not in a]
    assert dateless
    assert _list_below(article, "Nog geen begin en geen eind") == dateless
    ownerless = [a["id"] for a in _running(built) if "eigenaar_team" not in a]
    assert _list_below(article, "Nog geen eigenaar") == ownerless


def test_old_stands_follow_the_rule_in_the_data(dated: tuple[Built, date]) -> None:
    """A stand is old after as many days as the rule says, from the last confirmation on."""
    built, peildatum = dated
    rules = read_records(built, "voortgangsregels")
    days = min(int(str(i["dagen"])) for i in rules if i["soort"] == "niet_bevestigd")
    expected = []
    for actie in _running(built):
        known = (
            [date.fromisoformat(actie["gecontroleerd_op"])] if "gecontroleerd_op" in actie else []
        )
        if "voortgang_handmatig" in actie:
            known.append(date.fromisoformat(actie["voortgang_handmatig"]["datum"]))
        moments = [moment for step in steps(actie) if (moment := reached(step, peildatum))]
        known += [min(end(moment), peildatum) for moment in moments]
        if not known or max(known) < peildatum - timedelta(days=days):
            expected.append(actie["id"])
    article = get_article(built, "intern", PAD)
    assert expected
    assert _list_below(article, "Stand lang niet bevestigd") == expected
    assert f"langer dan {days} dagen niet bevestigd" in get_text(article)


def test_what_does_not_fit_together_is_found_in_the_files(dated: tuple[Built, date]) -> None:
    """Status against dates, and an action against those that must run first."""
    built, peildatum = dated
    klassen, phases = read_klassen(built), [term["id"] for term in list_terms(built, "fase")]
    acties = {actie["id"]: actie for actie in list_acties(built)}
    expected = set()
    for identifier, actie in acties.items():
        klasse, start = klassen[actie["actiestatus"]], actie.get("start")
        waiting = [step for step in steps(actie) if reached(step, peildatum) is None]
        odd = [
            klasse == "open" and start and end(start) < peildatum,
            klasse == "actief" and start and begin(start) > peildatum,
            klasse == "klaar" and "eind" in actie and begin(actie["eind"]) > peildatum,
            klasse == "klaar" and bool(waiting),
        ]
        for other in (acties[item] for item in actie.get("afhankelijkheden", [])):
            state = klassen[other["actiestatus"]]
            goes_on = klasse in LOPEND and state in LOPEND
            odd += [
                klasse in LOPEND and state == "vervallen",
                goes_on and start and "start" in other and end(start) < begin(other["start"]),
                goes_on and phases.index(other["fase"]) > phases.index(actie["fase"]),
            ]
        if any(odd):
            expected.add(identifier)
    found = _list_below(get_article(built, "intern", PAD), "Past dit bij elkaar?")
    assert found == sorted(expected, key=lambda item: acties[item]["titel"].casefold())
    assert len(found) >= 3


def test_contents_counts_the_questions(built: Built) -> None:
    """Each line of the contents leads to its part and says how many questions are there."""
    article = get_article(built, "intern", PAD)
    lines = article.select("ul.inhoud > li")
    whole = 0
    for line in lines:
        anker = str(line.select("a")[0]["href"]).removeprefix("#deel-")
        count = sum(
            len(item.select("ul.vragen > li")) if item.name != "ul" else len(item.select("li"))
            for item in _part(article, anker)
            if item.name == "ul" and "vragen" in item.get_attribute_list("class")
        )
        told = "geen vragen" if not count else "1 vraag" if count == 1 else f"{count} vragen"
        assert get_text(line).endswith(f": {told}")
        whole += count
    assert f"Er staan {whole} vragen bij." in get_text(article)


def test_other_programme_has_the_page_with_its_own_words(provincie: Built) -> None:
    """Other phases, themes and approaches need no code; a phase without actions is asked once."""
    article = get_article(provincie, "intern", PAD)
    phases = list_terms(provincie, "fase")
    assert read_table(article, "spreiding-themas")[0][1:-1] == [term["naam"] for term in phases]
    used = {actie["fase"] for actie in _counted(provincie)}
    text = get_text(article)
    for term in phases:
        asked = text.count(f"In de fase {term['naam']} staat geen actie.")
        assert asked == (term["id"] not in used)
    assert "Stand lang niet bevestigd" not in text
