"""What the page about the spread of actions shows: each question beside what it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from generator.derive.feiten.spreiding import (
    Gat,
    Matrix,
    Spreidingsfeiten,
    Tegenspraak,
    Tegenspraaksoort,
    Verdeling,
    Voorbij,
)
from generator.present.figures.spreiding import MATRICES, VERDELINGEN, Verdeelnaam
from generator.present.formats import (
    format_aantal,
    format_datum,
    format_opsomming,
    format_pct,
    format_periode,
)
from generator.present.writer import Writer

BEDOELING: Final = "Is dat de bedoeling?"
ANDERE_VELDEN: Final = ("transitieagenda", "niveau", "doelgroep", "schaal")


class Vraag(NamedTuple):
    """A question, with the actions that it is about and what there is to know beside it."""

    tekst: str
    acties: Sequence[str] = ()
    uitleg: str | None = None


class Punt(NamedTuple):
    """Why an action is in a list; `andere` is another action that the words name."""

    tekst: str
    andere: str | None = None


class Regel(NamedTuple):
    """An action in a list, and why it is there."""

    actie: str
    punten: Sequence[Punt] = ()


class Blok(NamedTuple):
    """A figure with its questions, or a list of actions with one question about all of them.

    Attributes:
        kop: its heading; "" right below the heading of its part.
        tekst: what is told before the questions or the list.
    """

    kop: str = ""
    figuur: str | None = None
    tekst: str = ""
    vragen: Sequence[Vraag] = ()
    regels: Sequence[Regel] = ()

    @property
    def aantal(self) -> int:
        """How many questions it asks: one for each action of a list."""
        return len(self.vragen) + len(self.regels)


class Deel(NamedTuple):
    """A part of the page: its anchor, its heading and its blocks."""

    anker: str
    kop: str
    blokken: Sequence[Blok]

    @property
    def aantal(self) -> int:
        """How many questions it asks."""
        return sum(blok.aantal for blok in self.blokken)


def gather_spreiding(writer: Writer) -> dict[str, Any]:
    """The parts of the page, in order; without actions that count there are none."""
    spreiding = writer.feiten.spreiding
    if spreiding is None:
        return {"delen": [], "vragen": 0}
    delen = [
        Deel("themas", "Thema's per fase", [_make_themas(spreiding)]),
        Deel("teams", "Teams per fase", [_make_teams(writer, spreiding)]),
        Deel("aanpak", "Soort aanpak per fase", [_make_aanpak(spreiding)]),
        Deel("ladder", "R-ladder", [_make_verdeling(spreiding, "r_strategie")]),
        Deel(
            "verdeling",
            "Waar het over gaat en voor wie",
            [
                _make_verdeling(spreiding, field, VERDELINGEN[field].titel)
                for field in ANDERE_VELDEN
                if spreiding.verdelingen[field].regels
            ],
        ),
        Deel("planning", "Op tijd", list(_list_planning(spreiding))),
        Deel("stand", "Eigenaar en actuele stand", list(_list_stand(spreiding))),
        Deel("klopt", "Past dit bij elkaar?", [_make_tegenspraken(spreiding)]),
    ]
    return {"delen": delen, "vragen": sum(deel.aantal for deel in delen)}


def _make_themas(spreiding: Spreidingsfeiten) -> Blok:
    """The phases without any action, which are asked about here only, and the gaps of themes."""
    matrix = spreiding.themas
    vragen = [
        Vraag(f"In de fase {naam} staat geen actie. {BEDOELING}")
        for naam in (matrix.lege_kolommen if spreiding.meegeteld else ())
    ]
    return Blok(figuur=MATRICES[0].naam, vragen=[*vragen, *_ask_gaten(matrix, "thema")])


def _make_teams(writer: Writer, spreiding: Spreidingsfeiten) -> Blok:
    """The gaps of teams, and the teams that own a large share of all actions."""
    grens = format_pct(writer.feiten.programma.gegevens.concentratie_pct)
    vragen = [
        Vraag(
            f"Van de {format_aantal(spreiding.meegeteld, 'actie', 'acties')} "
            f"{'is' if item.aantal == 1 else 'zijn'} er {item.aantal} ({format_pct(item.pct)}) "
            f"van team {item.naam}. {BEDOELING}"
        )
        for item in spreiding.concentratie
    ]
    told = f"Vanaf {grens} van de acties bij een team vraagt deze pagina of dat de bedoeling is."
    if spreiding.aandelen and not spreiding.concentratie:
        told = f"Geen team is eigenaar van {grens} of meer van de acties."
    return Blok(
        figuur=MATRICES[1].naam,
        tekst=told,
        vragen=[*vragen, *_ask_gaten(spreiding.teams, "team")],
    )


def _ask_gaten(matrix: Matrix, wat: str) -> Iterator[Vraag]:
    for gat in matrix.gaten:
        where = "" if gat.is_hele_rij else f" {_name_fasen(gat)}"
        yield Vraag(f"Bij {wat} {gat.rij} staat geen actie{where}. {BEDOELING}")


def _name_fasen(gat: Gat) -> str:
    noun = "fase" if len(gat.kolommen) == 1 else "fasen"
    return f"in de {noun} {format_opsomming(gat.kolommen)}"


def _make_aanpak(spreiding: Spreidingsfeiten) -> Blok:
    matrix, vragen = spreiding.aanpak, list[Vraag]()
    for gat in matrix.gaten:
        where = "bij geen actie voor" if gat.is_hele_rij else f"niet voor {_name_fasen(gat)}"
        vragen.append(
            Vraag(
                f"De aanpak {gat.rij} is {_name_fasen(gat)} nergens de hoofdaanpak, maar doet wel "
                f"mee bij {format_aantal(len(gat.ook), 'actie', 'acties')}. {BEDOELING}",
                gat.ook,
            )
            if gat.ook
            else Vraag(f"De aanpak {gat.rij} komt {where}. {BEDOELING}")
        )
    beside = (
        "Elke actie telt bij haar hoofdaanpak. Een getal met een plus telt de acties waarbij deze "
        "aanpak ook meedoet."
    )
    return Blok(figuur=MATRICES[2].naam, tekst=beside if any(matrix.ook) else "", vragen=vragen)


def _make_verdeling(spreiding: Spreidingsfeiten, field: str, kop: str = "") -> Blok:
    soort, verdeling = VERDELINGEN[field], spreiding.verdelingen[field]
    beside = any(regel.ook for regel in verdeling.regels)
    return Blok(
        kop=kop,
        figuur=soort.naam,
        tekst="Elke actie telt bij haar eerste R-strategie. Een getal met een plus telt de acties "
        "die deze strategie ook noemen."
        if beside
        else "",
        vragen=list(_ask_verdeling(soort, verdeling)) if spreiding.meegeteld else (),
    )


def _ask_verdeling(soort: Verdeelnaam, verdeling: Verdeling) -> Iterator[Vraag]:
    """What no action has; and, unless an empty field means all of them, what is not filled in."""
    for regel in verdeling.leeg:
        tekst = f"Bij {soort.wat} {regel.naam} staat geen actie. {BEDOELING}"
        yield Vraag(tekst, uitleg=regel.uitleg if soort.ook else None)
    if verdeling.zonder and not soort.ook:
        which = "deze actie" if len(verdeling.zonder) == 1 else "deze acties"
        yield Vraag(f"Bij {which} is geen {soort.wat} ingevuld. {BEDOELING}", verdeling.zonder)


def _list_planning(spreiding: Spreidingsfeiten) -> Iterator[Blok]:
    yield Blok(figuur="spreiding-mijlpalen")
    yield Blok(
        kop="Een datum is voorbij",
        tekst="Is het werk klaar, of is een andere datum nodig?"
        if spreiding.voorbij
        else "Van geen actie die doorloopt is een datum voorbij.",
        regels=[Regel(item.actie, [Punt(_tell_voorbij(item))]) for item in spreiding.voorbij],
    )
    yield Blok(
        kop="Nog geen begin en geen eind",
        tekst="Wanneer kan dit beginnen?"
        if spreiding.zonder_datum
        else "Elke actie die doorloopt heeft een begin of een eind.",
        regels=[Regel(actie) for actie in spreiding.zonder_datum],
    )


def _tell_voorbij(item: Voorbij) -> str:
    ends = [f"eind van de actie: {format_periode(item.eind)}"] if item.eind else []
    steps = [
        f"mijlpaal: {step.titel.rstrip('.')}, {format_periode(step.gepland)}"
        for step in item.mijlpalen
    ]
    return "; ".join([*ends, *steps])


def _list_stand(spreiding: Spreidingsfeiten) -> Iterator[Blok]:
    yield Blok(
        kop="Nog geen eigenaar",
        tekst="Welk team pakt dit op?"
        if spreiding.zonder_eigenaar
        else "Elke actie die doorloopt heeft een team dat eigenaar is.",
        regels=[Regel(actie) for actie in spreiding.zonder_eigenaar],
    )
    if spreiding.versheid is None:
        return
    limit = format_aantal(spreiding.versheid, "dag", "dagen")
    yield Blok(
        kop="Stand lang niet bevestigd",
        tekst=f"De stand is langer dan {limit} niet bevestigd. Klopt die nog?"
        if spreiding.niet_bevestigd
        else f"Van elke actie die doorloopt is de stand in de laatste {limit} bevestigd.",
        regels=[
            Regel(item.actie, [Punt(_tell_bevestigd(item.bevestigd))])
            for item in spreiding.niet_bevestigd
        ],
    )


def _tell_bevestigd(datum: date | None) -> str:
    return f"laatst bevestigd op {format_datum(datum)}" if datum else "nog nooit bevestigd"


def _make_tegenspraken(spreiding: Spreidingsfeiten) -> Blok:
    """One line for each action, with everything that does not fit."""
    punten: dict[str, list[Punt]] = {}
    for item in spreiding.tegenspraken:
        punten.setdefault(item.actie, []).append(Punt(_tell_tegenspraak(item), item.andere))
    return Blok(
        tekst="Hier passen datums, status en fase niet bij elkaar. Wat klopt er?"
        if spreiding.tegenspraken
        else "Datums, status en fase van alle acties passen bij elkaar.",
        regels=[Regel(actie, found) for actie, found in punten.items()],
    )


def _tell_tegenspraak(item: Tegenspraak) -> str:
    """What does not fit; where it is about another action, that one is named behind it."""
    when = format_periode(item.moment) if item.moment else ""
    waiting = format_aantal(item.aantal, "mijlpaal is", "mijlpalen zijn")
    return {
        Tegenspraaksoort.BEGIN_VOORBIJ: (
            f"het begin ({when}) is voorbij en het werk is niet begonnen of ligt stil"
        ),
        Tegenspraaksoort.BEZIG_VOOR_BEGIN: f"het werk loopt al, maar het begin is pas {when}",
        Tegenspraaksoort.KLAAR_VOOR_EIND: f"de actie is klaar, maar het eind is pas {when}",
        Tegenspraaksoort.KLAAR_MET_MIJLPAAL: (
            f"de actie is klaar, maar {waiting} nog niet gehaald"
        ),
        Tegenspraaksoort.VOOR_ANDERE: (
            f"begint eerder dan de actie die eerst moet lopen (begin: {when}):"
        ),
        Tegenspraaksoort.LATERE_FASE: "hangt af van een actie in een latere fase:",
        Tegenspraaksoort.ANDERE_GESTOPT: "hangt af van een actie die gestopt is:",
    }[item.soort]
