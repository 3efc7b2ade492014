"""The agenda of a team outside the site: as text for a mail, and as a calendar to subscribe to."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, NamedTuple

from icalendar import Calendar, Event, vText
from markupsafe import Markup

from generator.derive.feiten import Feiten
from generator.derive.feiten.agenda import (
    Agendapunt,
    Agendasoort,
    Onbevestigd,
    Teamagenda,
    Wachtend,
)
from generator.model.organisatie import Team
from generator.model.programma import Programmagegevens
from generator.present.formats import format_datum, format_periode
from generator.present.mail import make_mailto
from generator.present.page import Asset

LANGSTE_MAIL: Final = 1800
"""Characters that the address of a mail may have: mail programs cut off longer ones."""

MAKER: Final = "-//circulair-actieprogramma//agenda//NL"
"""What a calendar file says of the program that wrote it."""

SOORTEN: Final = {
    Agendasoort.MIJLPAAL: "Mijlpaal",
    Agendasoort.EINDE: "Einddatum",
    Agendasoort.BESLUIT: "Besluit",
    Agendasoort.TERUGKIJKEN: "Terugkijken",
    Agendasoort.METING: "Nieuwe waarde",
}
"""What a date is called."""

type_term = Callable[[str, str], str]


BESTAND_ALLE: Final = "agenda/alle-teams.ics"
"""Where the calendar of all teams together lies; no id of a team holds a hyphen."""


def name_bestand(team: str) -> str:
    """Where the calendar of a team lies on the site."""
    return f"agenda/{team}.ics"


class Regelblok(NamedTuple):
    """A heading and its lines, in a text without markup."""

    kop: str
    regels: Sequence[str]


class Teamtekst(NamedTuple):
    """The agenda of a team as text, and as the address of a link that opens it as a mail."""

    regels: Sequence[str]
    mail: Markup


def tell_punt(feiten: Feiten, punt: Agendapunt) -> str:
    """What happens on a date, without the date."""
    if punt.actie:
        titel = f"{punt.actie} {feiten.acties[punt.actie].actie.titel}"
        return f"{punt.titel} ({titel})" if punt.titel else f"De actie is klaar ({titel})"
    if punt.indicator:
        return feiten.indicatoren[punt.indicator].indicator.naam
    return f"{punt.titel} ({punt.bijsturing})"


def tell_wachtend(feiten: Feiten, item: Wachtend) -> str:
    """An indicator that waits for data: what is absent, why, and when it is expected."""
    told = [feiten.indicatoren[item.indicator].indicator.naam]
    if item.jaar:
        told.append(f"over {item.jaar} is er nog geen waarde")
    if item.verwacht:
        was = "verwacht was" if item.is_voorbij else "verwacht wordt"
        told.append(f"{was}: {format_periode(item.verwacht)}")
    reden = f" ({item.reden})" if item.reden else ""
    return f"{': '.join([told[0], '; '.join(told[1:])])}{reden}"


def tell_onbevestigd(feiten: Feiten, item: Onbevestigd) -> str:
    """An action of which the stand is too old, and how old."""
    titel = f"{item.actie} {feiten.acties[item.actie].actie.titel}"
    if item.bevestigd is None:
        return f"{titel}: nog nooit bevestigd"
    return f"{titel}: laatst bevestigd op {format_datum(item.bevestigd)}"


def _tell_dates(feiten: Feiten, punten: Iterable[Agendapunt]) -> list[str]:
    return [f"{format_periode(item.wanneer)}: {tell_punt(feiten, item)}" for item in punten]


def list_blokken(feiten: Feiten, agenda: Teamagenda) -> list[Regelblok]:
    """What asks for the attention of a team, in words; what is empty is left out."""
    blokken = [
        Regelblok("De datum is voorbij. Is dit klaar?", _tell_dates(feiten, agenda.te_laat)),
        Regelblok("Klaar in de komende 60 dagen", _tell_dates(feiten, agenda.binnenkort)),
        Regelblok("Besluiten in het komende half jaar", _tell_dates(feiten, agenda.besluiten)),
        Regelblok("Terugkijken op een besluit", _tell_dates(feiten, agenda.terugkijken)),
        Regelblok(
            "Klopt de stand nog?", [tell_onbevestigd(feiten, item) for item in agenda.onbevestigd]
        ),
        Regelblok("Wacht op gegevens", [tell_wachtend(feiten, item) for item in agenda.wachtend]),
    ]
    return [blok for blok in blokken if blok.regels]


def tell_team(feiten: Feiten, team: Team, adres: str) -> Teamtekst:
    """What asks for the attention of a team as a mail to `adres`.

    A mail program cuts off a long address. Then the mail says where the list stands.
    """
    agenda = feiten.agenda.teams[team.id] if feiten.agenda else Teamagenda()
    blokken = list_blokken(feiten, agenda)
    titel = f"Team {team.naam}: wat vraagt aandacht?"
    stand = f"Stand per {format_datum(feiten.peildatum)}, {feiten.programma.gegevens.naam}."
    regels = [titel, stand]
    for blok in blokken:
        regels += ["", blok.kop, *(f"- {regel}" for regel in blok.regels)]
    if not blokken:
        regels += ["", "Er is nu niets dat aandacht vraagt."]
    mail = make_mailto(adres, titel, tuple(regels))
    if len(mail) > LANGSTE_MAIL:
        aantal = sum(len(blok.regels) for blok in blokken)
        short = (
            stand,
            "",
            f"Er zijn {aantal} punten. Dat is te veel voor een mail die vanzelf wordt ingevuld.",
            f"De hele lijst staat op de pagina van team {team.naam} op het intranet.",
            "Daar staat ook een tekst om te kopiëren.",
        )
        mail = make_mailto(adres, titel, short)
    return Teamtekst(regels, mail)


def list_agendas(feiten: Feiten, term: type_term) -> Iterator[Asset]:
    """The calendar files of an edition: one for each team, and one for all; none for everyone."""
    if feiten.agenda is None:
        return
    naam = feiten.programma.gegevens.sitenaam
    punten = feiten.agenda.punten
    written = write_events(feiten, punten, term)
    yield Asset(BESTAND_ALLE, write_agenda(feiten, naam, written))
    for team in feiten.programma.teams:
        dates = zip(punten, written, strict=True)
        own = [event for punt, event in dates if team.id in punt.teams]
        yield Asset(name_bestand(team.id), write_agenda(feiten, f"{naam}: team {team.naam}", own))


def write_events(feiten: Feiten, punten: Iterable[Agendapunt], term: type_term) -> list[bytes]:
    """A day of a calendar for each date, as it stands in a file; more calendars hold the same."""
    domein = _find_domein(feiten.programma.gegevens)
    seen: Counter[str] = Counter()
    events = []
    for punt in punten:
        sleutel = _make_sleutel(punt)
        seen[sleutel] += 1
        event = _make_event(
            uid=f"{sleutel}-{seen[sleutel]}@{domein}",
            dag=punt.wanneer.eind,
            stand=feiten.peildatum,
            titel=_tell_titel(feiten, punt),
            uitleg=_tell_uitleg(feiten, punt, term),
        )
        events.append(event.to_ical())
    return events


def _find_domein(gegevens: Programmagegevens) -> str:
    return gegevens.contact.rpartition("@")[2]


def write_agenda(feiten: Feiten, titel: str, events: Iterable[bytes]) -> str:
    """A calendar with the days of `events`, and the last day of the programme.

    The latter keeps the calendar valid while nothing is open: a calendar holds one event at least.
    There is no METHOD: a web server sends a file without that parameter, and then it may not be
    there; Outlook reads such a calendar as published.

    Source: RFC 5545, 3.4, 3.6 and 3.7.2; RFC 7986, 5.7 for the time after which to look again.
    """
    gegevens = feiten.programma.gegevens
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    # As a text: the library would write it as it is, with its commas and line breaks.
    calendar.add("x-wr-calname", vText(" ".join(titel.split())))
    calendar.add("x-published-ttl", "P1D")
    calendar.add("refresh-interval", timedelta(days=1), parameters={"value": "DURATION"})
    calendar.add_component(_make_slot(gegevens, _find_domein(gegevens), feiten.peildatum))
    head, begin, rest = calendar.to_ical().partition(b"\r\nBEGIN:VEVENT")
    return b"".join((head, b"\r\n", *events, begin.lstrip(), rest)).decode("utf-8")


def _make_sleutel(punt: Agendapunt) -> str:
    """What a date is known by: it stays when the date moves, and when others come before it."""
    what = punt.actie or punt.indicator or punt.bijsturing or ""
    words = hashlib.sha256(punt.titel.encode()).hexdigest()[:12] if punt.titel else "datum"
    return f"{punt.soort}-{what}-{words}".lower()


def _make_event(*, uid: str, dag: date, stand: date, titel: str, uitleg: str) -> Event:
    """A whole day that leaves the reader free, made at the day of the stand: never the clock."""
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.combine(stand, time(), UTC))
    event.add("dtstart", dag)
    event.add("dtend", dag + timedelta(days=1))
    event.add("summary", " ".join(titel.split()))
    event.add("description", uitleg)
    event.add("transp", "TRANSPARENT")
    return event


def _tell_titel(feiten: Feiten, punt: Agendapunt) -> str:
    """A date in a line; a month or a year says so, for a calendar shows one day."""
    soort = " ".join(filter(None, [SOORTEN[punt.soort], punt.actie or punt.bijsturing]))
    what = punt.titel or _name_onderwerp(feiten, punt)
    is_day = punt.wanneer.begin == punt.wanneer.eind
    return f"{soort}: {what}" if is_day else f"{soort}: {what}, in {format_periode(punt.wanneer)}"


def _name_onderwerp(feiten: Feiten, punt: Agendapunt) -> str:
    """The action or the indicator that a date is about."""
    if punt.actie:
        return feiten.acties[punt.actie].actie.titel
    return feiten.indicatoren[punt.indicator].indicator.naam if punt.indicator else ""


def _tell_uitleg(feiten: Feiten, punt: Agendapunt, term: type_term) -> str:
    names = {team.id: team.naam for team in feiten.programma.teams}
    teams = ", ".join(names[team] for team in punt.teams if team in names)
    told = [
        f"Actie: {_name_onderwerp(feiten, punt)}" if punt.actie else "",
        f"Wanneer: {format_periode(punt.wanneer)}",
        f"Team: {teams}" if teams else "Nog geen team",
        f"Wie besluit: {term('niveau', punt.wie)}" if punt.wie else "",
        "De datum is voorbij." if punt.is_voorbij else "",
        f"Meer op het intranet: {_name_pagina(punt)}.",
        f"Stand per {format_datum(feiten.peildatum)}.",
    ]
    return "\n".join(filter(None, told))


def _name_pagina(punt: Agendapunt) -> str:
    """Where the intranet tells more: it has no address of its own that a calendar could link to."""
    if punt.actie:
        return f"Acties, {punt.actie}"
    return (
        "Voortgang, Indicatoren" if punt.indicator else f"Voortgang, Bijsturen, {punt.bijsturing}"
    )


def _make_slot(gegevens: Programmagegevens, domein: str, stand: date) -> Event:
    """The last day of the programme, which every calendar holds."""
    return _make_event(
        uid=f"programma-einde@{domein}",
        dag=date(gegevens.periode_tot, 12, 31),
        stand=stand,
        titel=f"Laatste dag van: {gegevens.naam}",
        uitleg=f"Stand per {format_datum(stand)}.",
    )
