"""What changed, in sentences: one case for each kind of change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from generator.compare import compare
from generator.load.programma import load_programma
from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.present.wijzigingen.verslag import make_groups
from generator.present.wijzigingen.woorden import Woorden
from tests.conftest import MINIGEMEENTE

ACTIE = "data/acties/A-0001.yaml"
INDICATOR = "data/indicatoren/restafval_inw.yaml"
METINGEN = "data/metingen/restafval_inw.csv"
STATUS = "data/woordenlijst/actiestatus.yaml"
BEREIKT = (
    "gerealiseerde_effecten:\n  - indicator: restafval_inw\n    waarde: -0,1\n    jaar: 2026\n"
)
NAAM = "Restafval per inwoner"
STROOM = "2023, onze organisatie, thema Openbare ruimte, tegels"
LAATSTE = '2023;172,5;;fijn_en_grof;2025-05;;;;"Bijgesteld: een vracht was dubbel geteld"\n'

CASES: list[tuple[str, str, str, tuple[str, ...]]] = [
    (ACTIE, "actiestatus: in_uitvoering", "actiestatus: afgerond",
     ("status van in uitvoering naar afgerond",)),
    (ACTIE, "eind: 2027-06", "eind: 2027-12",
     ("einddatum een half jaar later (van juni 2027 naar december 2027)",)),
    (ACTIE, "start: 2025-04", "start: 2025",
     ("begindatum van april 2025 naar 2025",)),
    (ACTIE, "eind: 2027-06\n", "",
     ("einddatum weggehaald (was juni 2027)",)),
    (ACTIE, "eigenaar_team: wegen", "eigenaar_team: inkoop",
     ("eigenaar van team Wegen naar team Inkoop",)),
    (ACTIE, "eigenaar_team: wegen\n", "",
     ("eigenaar weggehaald (was team Wegen)",)),
    (ACTIE, "thema: openbare_ruimte", "thema: bedrijfsvoering",
     ("thema van thema Openbare ruimte naar thema Bedrijfsvoering",)),
    (ACTIE, "trekker: projectleider wegen", "trekker: vacature",
     ("trekker van 'projectleider wegen' naar 'vacature'",)),
    (ACTIE, "budget_eur: 12500,50", "budget_eur: 55000",
     ("budget van € 12.500,50 naar € 55.000",)),
    (ACTIE, "gecontroleerd_op: 2026-09-14", "gecontroleerd_op: 2026-11-03",
     ("stand bevestigd op 3 november 2026 (was 14 september 2026)",)),
    (ACTIE, "zichtbaarheid: publiek", "zichtbaarheid: intern",
     ("zichtbaarheid van publiek naar intern",)),
    (ACTIE, "fase: leren", "fase: leren\nsubstitutie: true",
     ("substitutie van nee naar ja",)),
    (ACTIE, "waarom: Een tegel gaat langer mee dan de straat.",
     "waarom: Een tegel gaat langer mee dan de straat zelf, en dat scheelt geld en werk.",
     ("waarom gewijzigd: 8 woorden erbij, 1 woord weg",)),
    (ACTIE, "  Team Wegen legt oude tegels terug.\n\n  Wat kapot",
     "  Team Wegen legt oude tegels terug. Wat kapot",
     ("omschrijving gewijzigd: alleen de volgorde of de indeling",)),
    (ACTIE, "betrokken_teams: [inkoop, personeel]", "betrokken_teams: [wegen, inkoop]",
     ("betrokken teams: team Wegen erbij, team Personeel weg",)),
    (ACTIE, "betrokken_teams: [inkoop, personeel]", "betrokken_teams: [personeel, inkoop]", ()),
    (ACTIE, "r_strategie: [R3]", "r_strategie: []",
     ("trede van de R-ladder: R3 Hergebruiken weg",)),
    (ACTIE, "  - titel: Telling per straat\n    gepland: 2027-05\n",
     "  - titel: Telling per straat\n    gepland: 2027-05\n    behaald: 2026-09\n",
     ("mijlpaal 'Telling per straat' behaald in september 2026",)),
    (ACTIE, "gepland: 2027-05", "gepland: 2027-02",
     ("mijlpaal 'Telling per straat' 3 maanden eerder (van mei 2027 naar februari 2027)",)),
    (ACTIE, "    behaald: 2026-04\n", "",
     ("mijlpaal 'Eerste straat klaar' is niet meer behaald (was april 2026)",)),
    (ACTIE, "    behaald: 2026-04\n", "    behaald: 2026-05\n",
     ("mijlpaal 'Eerste straat klaar' behaald in mei 2026 in plaats van april 2026",)),
    (ACTIE, "titel: Telling per straat", "titel: Telling per wijk",
     ("mijlpaal 'Telling per wijk': titel van 'Telling per straat' naar 'Telling per wijk'",)),
    (ACTIE, "mijlpalen:\n", "mijlpalen:\n  - titel: Begin\n    gepland: 2026-01\n",
     ("nieuwe mijlpaal 'Begin' (januari 2026)",)),
    (ACTIE, "  - titel: Telling per straat\n    gepland: 2027-05\n", "",
     ("mijlpaal weg: 'Telling per straat' (mei 2027)",)),
    (ACTIE, "uren_per_jaar: 120", "uren_per_jaar: 1200",
     ("urenraming team Wegen: uren per jaar van 120 naar 1.200",)),
    (ACTIE, "waarde: -0,4", "waarde: -0,6",
     (f"verwacht effect op {NAAM} in 2030: waarde van −0,4 naar −0,6 kg per inwoner",)),
    (ACTIE, BEREIKT, "",
     ("bereikt effect weg: −0,1 kg per inwoner op Restafval per inwoner in 2026",)),
    (ACTIE, "  waarde: aandachtspunt", "  waarde: bijsturen",
     ("oordeel met de hand: waarde van aandacht nodig naar bijsturen nodig",)),
    (ACTIE, "wie: bestuurlijk", "wie: uitvoerend",
     ("besluitmoment 'Doorgaan met de tweede wijk.': wie besluit van college naar uitvoering",)),
    (INDICATOR, "waarde: 120", "waarde: 110",
     ("streefwaarde 2030: van 120 naar 110 kg per inwoner",)),
    (INDICATOR, "  - jaar: 2030\n    waarde: 120\n", "",
     ("streefwaarde weg: 2030: 120 kg per inwoner",)),
    (INDICATOR, "  waarde: 172,5\n", "  waarde: 171\n",
     ("nulmeting: van 172,5 naar 171 kg per inwoner",)),
    (INDICATOR, "nulmeting:\n  jaar: 2023\n  waarde: 172,5\n", "",
     ("nulmeting weggehaald (was 2023: 172,5 kg per inwoner)",)),
    (METINGEN, LAATSTE, f"{LAATSTE}restafval_inw;2031;163;true;fijn_en_grof;2032-05;;;;\n",
     ("nieuwe meting 2031: 163 kg per inwoner (voorlopig)",)),
    (METINGEN, LAATSTE, f"{LAATSTE}restafval_inw;2023;173,1;;fijn_en_grof;2026-05;;;;\n",
     ("meting 2023 bijgesteld van 172,5 naar 173,1 kg per inwoner (publicatie mei 2026)",)),
    (METINGEN, "2023;171;", "2023;170;",
     ("meting 2023: van 171 naar 170 kg per inwoner",)),
    (STATUS, "naam: Gepland", "naam: Ingepland",
     ("term 'Ingepland': naam van 'Gepland' naar 'Ingepland'",)),
    (STATUS, "termen:\n  - id: gepland\n    naam: Gepland\n    klasse: open\n",
     "termen:\n", ("term weg: 'Gepland'",)),
    ("data/teams.yaml", "naam: Inkoop", "naam: Inkoop en contracten",
     ("naam van 'Inkoop' naar 'Inkoop en contracten'",)),
    ("data/programma.yaml", "inwoners: 9500", "inwoners: 9700",
     ("inwoners van 9.500 naar 9.700",)),
    ("data/grondstofstromen.csv", "tegels;700;", "tegels;750;",
     (f"materiaalstroom {STROOM}: in primair van 700 ton naar 750 ton",)),
    ("content/aanpak.md", "acties.", "acties en twee goede ideeen.",
     ("tekst gewijzigd: 5 woorden erbij, 1 woord weg",)),
    ("content/aanpak.md", "volgorde: 20", "volgorde: 30", ("volgorde van 20 naar 30",)),
    ("content/aanpak.md", '{{ tabel("acties-per-fase") }}', '{{ tabel("acties-per-thema") }}',
     ("tekst gewijzigd: 1 woord erbij, 1 woord weg",)),
]  # fmt: skip


@cache
def _read() -> Mapping[str, bytes]:
    files = (path for path in MINIGEMEENTE.rglob("*") if path.is_file())
    return {path.relative_to(MINIGEMEENTE).as_posix(): path.read_bytes() for path in files}


@cache
def _load(name: str = "", old: str = "", new: str = "") -> Programma:
    files = dict(_read())
    if name:
        text = files[name].decode("utf-8")
        assert old in text
        files[name] = text.replace(old, new, 1).encode("utf-8")
    return load_programma(None, files).programma


def tell(oud: Programma, nieuw: Programma, editie: Editie = Editie.INTERN) -> dict[str, list[str]]:
    """All sentences by the name of what they are about."""
    groups = make_groups(compare(oud, nieuw), Woorden(oud, nieuw), editie)
    return {line.naam: list(line.zinnen) for group in groups for line in group.regels}


@pytest.mark.parametrize(
    ("name", "old", "new", "zinnen"),
    CASES,
    ids=[f"{c[0].split('/')[-1]}-{c[2][:40]!r}" for c in CASES],
)
def test_each_kind_of_change_is_one_sentence(
    name: str, old: str, new: str, zinnen: tuple[str, ...]
) -> None:
    """One change in one file is told in exactly the words that a reader expects."""
    told = tell(_load(), _load(name, old, new))
    assert [zin for lines in told.values() for zin in lines] == list(zinnen)


def test_the_same_change_the_other_way_round_is_told_as_well() -> None:
    """What was shortened is told as earlier, what was lengthened as later."""
    later = _load(ACTIE, "eind: 2027-06", "eind: 2027-12")
    assert tell(later, _load()) == {
        "A-0001 Stoeptegels hergebruiken": [
            "einddatum een half jaar eerder (van december 2027 naar juni 2027)"
        ]
    }


def test_most_important_fields_of_an_action_come_first() -> None:
    """Status, end and owner stand before everything else that changed."""
    old = "eigenaar_team: wegen"
    changed = _load(ACTIE, old, "eigenaar_team: inkoop\nkoppelopgaven: [energietransitie]")
    actie = changed.acties[0].model_copy(update={"actiestatus": "afgerond", "titel": "Tegels"})
    changed = changed.model_copy(update={"acties": (actie, *changed.acties[1:])})
    (told,) = tell(_load(), changed).values()
    assert [zin.split()[0] for zin in told] == ["status", "eigenaar", "titel", "sluit"]


def test_new_gone_and_renamed_actions_are_told_with_how_they_stand() -> None:
    """Who has not read the page of an action learns what came, went or has another number."""
    now = _load()
    fewer = now.model_copy(update={"acties": now.acties[1:]})
    name = "A-0001 Stoeptegels hergebruiken"
    assert tell(fewer, now) == {name: ["nieuw (in uitvoering, team Wegen, tot en met juni 2027)"]}
    assert tell(now, fewer) == {
        name: ["weggehaald (was: in uitvoering, team Wegen, tot en met juni 2027)"]
    }
    renamed = now.acties[0].model_copy(update={"id": "A-0009"})
    other = now.model_copy(update={"acties": (*now.acties[1:], renamed)})
    assert tell(now, other) == {"A-0009 Stoeptegels hergebruiken": ["heette A-0001"]}


def test_public_report_does_not_say_that_something_is_new_that_was_hidden() -> None:
    """In the public edition something appears or disappears; whether it was there is not told."""
    now = _load()
    fewer = now.model_copy(update={"acties": now.acties[1:]})
    (new,), (gone,) = (
        line
        for oud, nieuw in ((fewer, now), (now, fewer))
        for line in tell(oud, nieuw, Editie.PUBLIEK).values()
    )
    assert new.startswith("nieuw in de openbare versie")
    assert gone == "staat niet meer in de openbare versie"


def test_long_table_is_counted_and_not_listed() -> None:
    """Of many changed rows only their number is told."""
    now = _load()
    assert now.grondstofstromen is not None
    stromen = tuple(
        item.model_copy(update={"jaar": 2019, "thema": f"x{place}"})
        for place, item in enumerate(now.grondstofstromen.stromen * 3)
    )
    part = now.grondstofstromen.model_copy(update={"stromen": stromen})
    told = tell(now, now.model_copy(update={"grondstofstromen": part}))
    old, new = len(now.grondstofstromen.stromen), len(stromen)
    assert told == {"Grondstofstromen": [f"stromen: {new} erbij, {old} weg"]}


def test_nothing_changed_is_no_sentence() -> None:
    """A programme beside itself has no changes."""
    assert tell(_load(), _load()) == {}
