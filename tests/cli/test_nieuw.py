"""`circulair nieuw`: what is asked, which id comes next, and that nothing wrong is ever written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import circulair
from generator.findings import has_fout
from generator.model.vragen import list_soorten
from generator.pipeline import inspect

type_nieuw = Callable[..., Result]

ANTWOORDEN: Mapping[str, tuple[str, ...]] = {
    "actie": (
        "titel=Banken: opnieuw geverfd",
        "omschrijving=Team Wegen verft oude banken.",
        "thema=openbare_ruimte",
        "schaal=grondgebied",
        "interventietype=uitdagen",
        "fase=leren",
        "actiestatus=gepland",
        "eigenaar_team=wegen",
    ),
    "indicator": (
        "naam=Geverfde banken",
        "definitie=Banken die in een jaar zijn geverfd",
        "eenheid=banken",
        "richting=omhoog",
        "indicatorsoort=effect",
        "schaal=grondgebied",
        "nulmeting.jaar=2025",
        "nulmeting.waarde=12,5",
    ),
    "keuzehulp": (
        "situatie=Ik koop een bank",
        "vragen.0.r_strategie=R3",
        "vragen.0.vraag=Staat er ergens nog een?",
    ),
    "thema": ("naam=Water", "omschrijving=Sloten en vijvers."),
    "afdeling": ("naam=Bestuur",),
    "team": ("naam=Groen", "afdeling=ruimte", "omschrijving=Onderhoudt bomen."),
    "bron": ("titel=Telling van banken", "organisatie=Gemeente Proefdorp"),
    "begrip": ("naam=Bank", "uitleg=Waar u op zit."),
    "principe": ("naam=Eerst verven", "uitleg=Verf gaat lang mee."),
    "beleidskader": ("titel=Bankenbeleid", "laag=gemeente", "soort=2"),
    "landelijk_doel": ("kader=Bankenplan", "versie=2026", "doel=Minder nieuwe banken."),
    "doelstelling": ("tekst=Alle banken zijn oud", "soort=1"),
    "route": ("naam=Langs de banken", "omschrijving=Bank voor bank."),
    "praktijk": ("titel=Banken ruilen", "omschrijving=Teams ruilen banken."),
    "initiatief": (
        "naam=Bankenclub",
        "soort=1",
        "omschrijving=Buren verven banken.",
        "rol_overheid=ondersteunend",
    ),
    "kans": (
        "titel=Banken delen",
        "soort=milieuwinst",
        "impactscore=3",
        "invloed=1",
        "thema=openbare_ruimte",
    ),
    "bijeenkomst": ("titel=Avond over banken", "soort=1", "datum=2026-09"),
    "stakeholder": ("organisatie=Bankenbond", "soort=1"),
    "belemmering": ("thema=openbare_ruimte", "tekst=De verf is op.", "acties=A-0001"),
    "succes": (
        "titel=Bank af",
        "team=wegen",
        "datum=2026-09",
        "tekst=Hij staat.",
        "resultaat=Een bank.",
        "toestemming=ja",
    ),
    "herleiding": ("kern=Banken tellen", "antwoord=Dat doen we.", "pagina=index"),
    "rekenkamervraag": ("vraag=Zijn er banken?", "antwoord=Ja.", "paginas=index, acties/index"),
    "voortgangsregel": (
        "soort=niet_begonnen",
        "voortgang=aandachtspunt",
        "tekst=Het begin is voorbij.",
    ),
    "bijsturing": (
        "datum=2026-09-01",
        "titel=Meer verf",
        "aanleiding=De verf is op.",
        "analyse=Er is te weinig besteld.",
        "besluit=We bestellen meer.",
        "niveau=bestuurlijk",
        "maatregel=Bestellen.",
        "gaat_in=2026-10",
        "terugkijken=2027-01",
        "acties=A-0001",
    ),
}
"""The least that makes a record right in Proefdorp, by what is added."""


@pytest.fixture
def nieuw(proefdorp_map: Path, monkeypatch: pytest.MonkeyPatch) -> type_nieuw:
    """Runs the command in Proefdorp, with the answers that somebody types, if any."""

    def run(soort: str, *velden: str, typed: str | None = None) -> Result:
        monkeypatch.setattr("generator.cli.nieuw.is_interactive", lambda: typed is not None)
        options = [part for veld in velden for part in ("--veld", veld)]
        command = ["nieuw", soort, "--bron", str(proefdorp_map), *options]
        return CliRunner().invoke(circulair, command, input=typed, standalone_mode=False)

    return run


def _read_data(root: Path) -> dict[str, bytes]:
    """Every source file, by its name."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "data").rglob("*"))
        if path.is_file()
    }


def _count_lines(before: bytes | None, after: bytes) -> tuple[list[bytes], list[bytes]]:
    """The lines that went, and the lines that came."""
    old, new = (before or b"").splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


@pytest.mark.parametrize("soort", sorted(ANTWOORDEN))
def test_what_is_added_passes_the_check_and_touches_nothing_else(
    soort: str, nieuw: type_nieuw, proefdorp_map: Path
) -> None:
    """Whatever is added, the programme is right afterwards, and no line of before has changed."""
    before = _read_data(proefdorp_map)
    done = nieuw(soort, *ANTWOORDEN[soort])
    assert done.return_value == 0, done.output
    assert not has_fout(inspect(proefdorp_map).findings)
    after = _read_data(proefdorp_map)
    changed = {name for name, content in after.items() if before.get(name) != content}
    assert changed
    assert before.keys() <= after.keys()
    for name in changed:
        gone, come = _count_lines(before.get(name), after[name])
        assert gone == [], name
        assert come, name
        assert name in done.output


def test_everything_that_can_be_added_is_tried() -> None:
    """A new kind of record cannot be forgotten here; two need more than words to be right."""
    assert set(list_soorten()) - ANTWOORDEN.keys() == {"beeld", "fasedoel"}


@pytest.mark.parametrize(
    ("soort", "identifier"),
    [
        ("actie", "A-0005"),
        ("belemmering", "B-03"),
        ("kans", "K-05"),
        ("team", "groen"),
        ("keuzehulp", "ik_koop_een_bank"),
    ],
)
def test_next_id_follows_what_is_there(soort: str, identifier: str, nieuw: type_nieuw) -> None:
    """Numbers go on where they were; whatever has a word for an id gets one of its name."""
    assert f"{soort} {identifier} staat nu in" in nieuw(soort, *ANTWOORDEN[soort]).output


def test_second_of_the_same_name_gets_an_id_of_its_own(nieuw: type_nieuw) -> None:
    """Two teams with one name never share a page."""
    nieuw("team", *ANTWOORDEN["team"])
    assert "team groen_2 staat nu in" in nieuw("team", *ANTWOORDEN["team"]).output


def test_new_action_reads_as_people_write_it(nieuw: type_nieuw, proefdorp_map: Path) -> None:
    """The file has the fields in the usual order, and quotes only where YAML asks for them."""
    nieuw("actie", *ANTWOORDEN["actie"], "mijlpalen.0.gepland=2027-01", "mijlpalen.0.titel=Verf")
    text = (proefdorp_map / "data" / "acties" / "A-0005.yaml").read_text("utf-8")
    assert text == (
        'titel: "Banken: opnieuw geverfd"\n'
        "omschrijving: Team Wegen verft oude banken.\n"
        "thema: openbare_ruimte\n"
        "schaal: grondgebied\n"
        "interventietype: uitdagen\n"
        "fase: leren\n"
        "eigenaar_team: wegen\n"
        "actiestatus: gepland\n"
        "mijlpalen:\n"
        "  - titel: Verf\n"
        "    gepland: 2027-01\n"
    )


def test_new_indicator_has_its_first_measurement(nieuw: type_nieuw, proefdorp_map: Path) -> None:
    """The baseline is a row of the measurements too, with every column for the next ones."""
    nieuw("indicator", *ANTWOORDEN["indicator"])
    rows = (proefdorp_map / "data" / "metingen" / "geverfde_banken.csv").read_text("utf-8")
    assert rows == (
        "reeks;jaar;waarde;voorlopig;definitie_versie;publicatie;bron;herkomst;kwaliteit;reden\n"
        "geverfde_banken;2025;12,5;;;;;;;\n"
    )


def test_file_of_windows_keeps_its_line_ends(nieuw: type_nieuw, proefdorp_map: Path) -> None:
    """What Excel or Notepad saved, stays as they saved it."""
    teams = proefdorp_map / "data" / "teams.yaml"
    before = b"\xef\xbb\xbf" + teams.read_bytes().replace(b"\n", b"\r\n")
    teams.write_bytes(before)
    assert nieuw("team", *ANTWOORDEN["team"]).return_value == 0
    after = teams.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n")


def test_script_hears_all_that_is_missing_at_once(nieuw: type_nieuw, proefdorp_map: Path) -> None:
    """Without anybody to ask, each missing field is named with its meaning and its choices."""
    before = _read_data(proefdorp_map)
    told = str(nieuw("actie", "titel=Iets").exception)
    assert "--veld omschrijving=...  Wat het team doet" in told
    assert (
        "--veld fase=...  Fase van het programma waar de actie bij hoort. Kies uit: leren" in told
    )
    assert "--veld titel" not in told
    assert _read_data(proefdorp_map) == before


@pytest.mark.parametrize(
    ("veld", "told"),
    [
        ("thema=openbare ruimt", "bedoelt u 'openbare_ruimte'?"),
        ("start=maart 2027", "schrijf 2027-03"),
        ("titeltje=x", "het veld 'titeltje' bestaat niet bij actie; bedoelt u 'titel'?"),
        ("mijlpalen.0.wat=x", "het veld 'mijlpalen.0.wat' bestaat niet"),
        ("titel", "schrijf naam=waarde"),
        ("id=A-1", "noem het bestand A- en vier cijfers"),
        ("id=A-0001", "'A-0001' bestaat al bij actie"),
    ],
)
def test_wrong_answer_of_a_script_is_explained(
    veld: str, told: str, nieuw: type_nieuw, proefdorp_map: Path
) -> None:
    """A wrong option says what to type instead, and nothing is written."""
    before = _read_data(proefdorp_map)
    assert told in str(nieuw("actie", *ANTWOORDEN["actie"], veld).exception)
    assert _read_data(proefdorp_map) == before


def test_wrong_answer_is_asked_again(nieuw: type_nieuw, proefdorp_map: Path) -> None:
    """Who types something that cannot be, hears why and may try again; a number will do."""
    typed = "Groen\nruim\n1\nDoet iets.\ngeen adres\n\n\n\nja\n"
    done = nieuw("team", typed=typed)
    assert done.return_value == 0, done.output
    assert "Dat kan niet: 'ruim' bestaat niet; bedoelt u 'ruimte'?" in done.output
    assert "Dat kan niet: postbus: 'geen adres' is geen mailadres" in done.output
    assert "afdeling: Afdeling waar het team bij hoort." in done.output
    assert "  1. ruimte         Ruimte" in done.output
    assert (
        (proefdorp_map / "data" / "teams.yaml")
        .read_text("utf-8")
        .endswith(
            "  - id: groen\n    naam: Groen\n    afdeling: ruimte\n    omschrijving: Doet iets.\n"
        )
    )


def test_mistake_that_only_shows_in_the_end_may_be_mended(nieuw: type_nieuw) -> None:
    """A running action without a team is refused, and only that answer has to be given anew."""
    needed = [veld for veld in ANTWOORDEN["actie"] if not veld.startswith(("actiest", "eig"))]
    typed = "in_uitvoering\n\n\n\n\n\neigenaar_team\nwegen\nja\n"
    done = nieuw("actie", *needed, typed=typed)
    assert done.return_value == 0, done.output
    assert "EIGENAAR-ONTBREEKT" in done.output
    assert "Welk veld wilt u anders invullen?" in done.output


@pytest.mark.parametrize("typed", ["nee\n", ""])
def test_who_stops_has_changed_nothing(typed: str, nieuw: type_nieuw, proefdorp_map: Path) -> None:
    """Saying no in the end, or walking away, leaves every file as it was."""
    before = _read_data(proefdorp_map)
    nieuw("begrip", *ANTWOORDEN["begrip"], typed=f"\n{typed}")
    assert _read_data(proefdorp_map) == before


def test_baseline_is_asked_once_in_one_of_two_ways(nieuw: type_nieuw) -> None:
    """Who has no baseline says why; who has one is not asked why not."""
    needed = [veld for veld in ANTWOORDEN["indicator"] if not veld.startswith("nulmeting")]
    without = nieuw("indicator", *needed, typed="\nWe tellen nog.\n\n\n\n\nja\n")
    assert without.return_value == 0, without.output
    assert "nulmeting.waarde" not in without.output
    with_one = nieuw("indicator", *needed, typed="2025\n3\n\n\n\n\nja\n")
    assert with_one.return_value == 0, with_one.output
    assert "nog_geen_nulmeting" not in with_one.output


def test_what_needs_something_that_is_not_there_says_where_to_begin(
    nieuw: type_nieuw, proefdorp_map: Path
) -> None:
    """A programme without departments cannot have teams yet; the message says what comes first."""
    (proefdorp_map / "data" / "afdelingen.yaml").unlink()
    assert "begin met: circulair nieuw afdeling" in str(nieuw("team").exception)


def test_unknown_kind_is_explained(nieuw: type_nieuw) -> None:
    """More of one, or a typing error, is understood or explained."""
    assert "--veld titel" in str(nieuw("acties").exception)
    assert "bedoelt u 'indicator'?" in str(nieuw("indicatr").exception)
