"""The agenda as mail and as calendar: whatever the titles hold, Outlook reads what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar, Event
from markupsafe import Markup

from generator.derive import derive
from generator.derive.feiten import Feiten
from generator.model.acties import Actie
from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.narrow import narrow
from generator.present.agenda import (
    LANGSTE_MAIL,
    list_agendas,
    tell_team,
    write_agenda,
    write_events,
)
from tests.builders import make_actie, make_indicator

PEILDATUM = date(2026, 10, 1)
EIGEN: dict[str, Any] = {
    "actiestatus": "in_uitvoering",
    "eigenaar_team": "wegen",
    "gecontroleerd_op": "2026-09-20",
}
VIJANDIG = (
    "Eerst; dan, daarna \\ of \\n niet",
    "END:VEVENT",
    'Kleur="rood":MAILTO:x@y.example',
    "é" * 60,
    "🌳" * 40,
    "regel een\nBEGIN:VEVENT\nregel twee",
    "woord " * 40 + "einde",
)


def _derive(programma: Programma, *acties: Actie, **more: Any) -> Feiten:
    changed = programma.model_copy(
        update={"acties": acties, "indicatoren": (), "bijsturingen": ()} | more
    )
    return derive(changed, editie=Editie.INTERN, peildatum=PEILDATUM)


def _actie(number: int, **fields: Any) -> Actie:
    return make_actie(**EIGEN | {"id": f"A-{number:04}"} | fields)


def _mijlpaal(titel: str, gepland: str = "2026-11") -> dict[str, Any]:
    return {"titel": titel, "gepland": gepland}


def _name(_: str, identifier: str) -> str:
    return identifier


def _write(feiten: Feiten) -> str:
    assert feiten.agenda
    events = write_events(feiten, feiten.agenda.punten, _name)
    return write_agenda(feiten, "Proef; agenda", events)


def _read(text: str) -> list[Event]:
    """The events of a calendar, read by the library."""
    calendar = Calendar.from_ical(text)
    assert isinstance(calendar, Calendar)
    return calendar.events


def _unfold(text: str) -> list[str]:
    """The content lines of a calendar, by the plain rule of RFC 5545, 3.1."""
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def _unescape(value: str) -> str:
    """A text value as it was meant, by the plain rule of RFC 5545, 3.3.11."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def _iter_events(text: str) -> Iterator[dict[str, str]]:
    """The events of a calendar as name (with parameters) and raw value, read without a library."""
    event: dict[str, str] | None = None
    for line in _unfold(text):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            assert event is None
            event = {}
        elif line == "END:VEVENT":
            assert event is not None
            yield event
            event = None
        elif event is not None:
            assert name not in event
            event[name] = value
    assert event is None


def _check_rules(text: str) -> None:
    """The rules of RFC 5545 that a reader of the file counts on."""
    raw = text.encode("utf-8")
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    lines = _unfold(text)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert lines.count("VERSION:2.0") == 1
    assert sum(line.startswith("PRODID:") for line in lines) == 1
    # 3.7.2: a METHOD asks for the same parameter in the Content-Type; a web server sends none.
    assert not any(line.startswith("METHOD") for line in lines)
    assert all(re.match(r"[A-Z0-9-]+[;:]", line) for line in lines)
    events = list(_iter_events(text))
    assert events
    assert lines.count("BEGIN:VEVENT") == len(events)
    for event in events:
        assert {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY"} <= set(event)
        assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", event["SUMMARY"])
    assert len({event["UID"] for event in events}) == len(events)


@pytest.mark.parametrize("titel", VIJANDIG)
def test_hostile_title_arrives_as_it_was_typed(proefdorp: Programma, titel: str) -> None:
    """No title of a milestone breaks the calendar, and each arrives letter for letter."""
    text = _write(_derive(proefdorp, _actie(1, titel=titel, mijlpalen=[_mijlpaal(titel)])))
    _check_rules(text)
    expected = f"Mijlpaal A-0001: {' '.join(titel.split())}, in november 2026"
    plain = [_unescape(event["SUMMARY"]) for event in _iter_events(text)]
    assert plain[0] == expected
    read = _read(text)
    assert [str(event["SUMMARY"]) for event in read] == plain
    assert not [error for event in read for error in event.errors]


@pytest.mark.parametrize("naam", VIJANDIG)
def test_hostile_name_of_a_team_arrives_as_it_was_typed(proefdorp: Programma, naam: str) -> None:
    """No name of a team breaks its calendar, and the calendar is called by it on one line."""
    teams = tuple(item.model_copy(update={"naam": naam}) for item in proefdorp.teams)
    feiten = _derive(proefdorp, _actie(1, mijlpalen=[_mijlpaal("Klaar")]), teams=teams)
    for asset in list(list_agendas(feiten, _name))[1:]:
        text = str(asset.inhoud)
        _check_rules(text)
        names = [line for line in _unfold(text) if line.startswith("X-WR-CALNAME:")]
        expected = f"Circulair Proefdorp: team {' '.join(naam.split())}"
        assert [_unescape(line.partition(":")[2]) for line in names] == [expected]
    told = [_unescape(event["DESCRIPTION"]) for event in _iter_events(_write(feiten))]
    assert f"Team: {naam}\n" in told[0]


def test_events_are_whole_days_made_at_the_day_of_the_stand(proefdorp: Programma) -> None:
    """A month gives its last day and says so, a day gives that day; the clock plays no part."""
    momenten = [{"wanneer": "2027", "wie": "bestuurlijk", "waarover": "Doorgaan?"}]
    acties = _actie(1, eind="2026-11-05", besluitmomenten=momenten), _actie(2, eind="2028-02")
    meting = make_indicator(volgende_publicatie="2026-12", eigenaar_team="wegen")
    text = _write(_derive(proefdorp, *acties, indicatoren=(meting,)))
    _check_rules(text)
    read = _read(text)
    assert [(event.start, str(event["SUMMARY"])) for event in read] == [
        (date(2026, 11, 5), "Einddatum A-0001: Proef met gebruikte tegels"),
        (date(2026, 12, 31), "Nieuwe waarde: Restafval per inwoner, in december 2026"),
        (date(2027, 12, 31), "Besluit A-0001: Doorgaan?, in 2027"),
        (date(2028, 2, 29), "Einddatum A-0002: Proef met gebruikte tegels, in februari 2028"),
        (
            date(2028, 12, 31),
            "Laatste dag van: Circulair actieprogramma Proefdorp 2025-2028",
        ),
    ]
    for event in read:
        assert event.end == date.fromordinal(event.start.toordinal() + 1)
        assert event.stamp == datetime(2026, 10, 1, tzinfo=UTC)
        assert str(event["TRANSP"]) == "TRANSPARENT"
    assert "Wie besluit: bestuurlijk" in str(read[2]["DESCRIPTION"])
    assert "Team: Wegen" in str(read[0]["DESCRIPTION"])
    assert "Meer op het intranet: Acties, A-0001." in str(read[0]["DESCRIPTION"])
    assert "Meer op het intranet: Voortgang, Indicatoren." in str(read[1]["DESCRIPTION"])


def test_date_keeps_its_name_when_it_moves_or_others_come_before_it(proefdorp: Programma) -> None:
    """A reader's calendar moves an event; it does not show it twice."""

    def read(*mijlpalen: dict[str, Any]) -> dict[str, str]:
        text = _write(_derive(proefdorp, _actie(1, mijlpalen=list(mijlpalen))))
        return {
            _unescape(event["SUMMARY"]).partition(",")[0]: event["UID"]
            for event in _iter_events(text)
        }

    before = read(_mijlpaal("Tweede"))
    after = read(_mijlpaal("Eerste"), _mijlpaal("Tweede", "2026-12"))
    assert after["Mijlpaal A-0001: Tweede"] == before["Mijlpaal A-0001: Tweede"]
    assert len(set(after.values())) == 3


def test_equal_milestones_are_two_events(proefdorp: Programma) -> None:
    """Two milestones with the same words on other days are both in the calendar."""
    mijlpalen = [_mijlpaal("Overleg", "2026-11"), _mijlpaal("Overleg", "2026-12")]
    text = _write(_derive(proefdorp, _actie(1, mijlpalen=mijlpalen)))
    _check_rules(text)
    assert len(list(_iter_events(text))) == 3


def test_same_input_gives_the_same_bytes(proefdorp: Programma) -> None:
    """Nothing changes in a calendar while nothing changes in the programme."""
    acties = [_actie(number, mijlpalen=[_mijlpaal("Klaar")]) for number in (1, 2, 3)]
    assert _write(_derive(proefdorp, *acties)) == _write(_derive(proefdorp, *acties))


def test_each_team_has_a_calendar_and_all_teams_together(proefdorp: Programma) -> None:
    """A team finds its own dates in its file, and a team without dates has a valid one too."""
    feiten = _derive(
        proefdorp, _actie(1, eind="2026-11"), _actie(2, eigenaar_team=None, eind="2027")
    )
    files = {asset.bestand: str(asset.inhoud) for asset in list_agendas(feiten, _name)}
    assert set(files) == {
        "agenda/alle-teams.ics",
        "agenda/wegen.ics",
        "agenda/inkoop.ics",
        "agenda/personeel.ics",
    }
    counts = {name: len(list(_iter_events(text))) for name, text in files.items()}
    assert counts == {
        "agenda/alle-teams.ics": 3,
        "agenda/wegen.ics": 2,
        "agenda/inkoop.ics": 1,
        "agenda/personeel.ics": 1,
    }
    for text in files.values():
        _check_rules(text)


def test_public_edition_has_no_calendars(proefdorp: Programma) -> None:
    """The files are for the intranet only."""
    shown = narrow(proefdorp, Editie.PUBLIEK)
    feiten = derive(shown, editie=Editie.PUBLIEK, peildatum=PEILDATUM)
    assert list(list_agendas(feiten, _name)) == []


def _read_mail(mail: Markup) -> tuple[str, str, list[str]]:
    parts = urlsplit(mail.unescape())
    fields = parse_qs(parts.query)
    return parts.path, fields["subject"][0], fields["body"][0].split("\r\n")


def test_mail_holds_the_list_that_can_be_copied(proefdorp: Programma) -> None:
    """The mail to the team says line for line what the text to copy says."""
    titel = "Depot & loods; 100% klaar? #1"
    feiten = _derive(
        proefdorp,
        _actie(1, titel="Tegels", eind="2026-06"),
        _actie(2, titel=titel, gecontroleerd_op=None),
    )
    (team,) = [item for item in proefdorp.teams if item.id == "wegen"]
    tekst = tell_team(feiten, team, "wegen@proefdorp.example")
    adres, onderwerp, regels = _read_mail(tekst.mail)
    assert adres == "wegen@proefdorp.example"
    assert onderwerp == "Team Wegen: wat vraagt aandacht?"
    assert regels == list(tekst.regels)
    assert regels == [
        "Team Wegen: wat vraagt aandacht?",
        "Stand per 1 oktober 2026, Circulair actieprogramma Proefdorp 2025-2028.",
        "",
        "De datum is voorbij. Is dit klaar?",
        "- juni 2026: De actie is klaar (A-0001 Tegels)",
        "",
        "Klopt de stand nog?",
        f"- A-0002 {titel}: nog nooit bevestigd",
    ]


def test_long_list_is_not_cut_off_but_pointed_at(proefdorp: Programma) -> None:
    """Mail programs cut off a long address; then the mail says where the whole list stands."""
    mijlpalen = [_mijlpaal(f"Mijlpaal nummer {number} van het werk") for number in range(30)]
    feiten = _derive(proefdorp, _actie(1, mijlpalen=mijlpalen))
    (team,) = [item for item in proefdorp.teams if item.id == "wegen"]
    tekst = tell_team(feiten, team, "wegen@proefdorp.example")
    assert len(tekst.mail) <= LANGSTE_MAIL
    _, _, regels = _read_mail(tekst.mail)
    assert any("30 punten" in regel for regel in regels)
    assert any("pagina van team Wegen" in regel for regel in regels)
    assert sum(regel.startswith("- ") for regel in tekst.regels) == 30


def test_team_without_anything_to_do_reads_so(proefdorp: Programma) -> None:
    """A quiet team gets one sentence, not an empty mail."""
    feiten = _derive(proefdorp)
    (team,) = [item for item in proefdorp.teams if item.id == "wegen"]
    assert "Er is nu niets dat aandacht vraagt." in tell_team(feiten, team, "").regels
