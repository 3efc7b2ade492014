"""The pages of an edition: what each one shows, and which template writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.derive.feiten import Actiefeiten, Feiten, Indicatorfeiten
from generator.model.acties import Actie
from generator.model.basis import Editie, Klasse
from generator.model.organisatie import Team
from generator.model.paden import pad_actie, pad_indicator, pad_team, pad_thema
from generator.model.themas import Thema
from generator.present.formats import format_datum
from generator.present.menu import name_hoofdstuk
from generator.present.page import Page
from generator.present.writer import Kruimel, Writer

HOME = Kruimel("Home", "index")
ACTIES = Kruimel("Acties", "acties/index")
TEAMS = Kruimel("Teams", "teams/index")
THEMAS = Kruimel("Thema's", "themas/index")
INDICATOREN = Kruimel("Indicatoren", "indicatoren/index")


def write_pages(writer: Writer) -> Iterator[Page]:
    """All pages of the edition; a chapter without content has no page."""
    feiten = writer.feiten
    yield write_home(writer)
    if feiten.acties:
        yield write_acties(writer)
        yield from (write_actie(writer, item) for item in feiten.acties.values())
    if feiten.programma.themas:
        yield _write_overview(writer, THEMAS, "themas", "De thema's van het programma.")
        yield from (write_thema(writer, item) for item in feiten.programma.themas)
    if feiten.programma.teams:
        yield _write_overview(writer, TEAMS, "teams", "De teams en hun acties.")
        yield from (write_team(writer, item) for item in feiten.programma.teams)
    if feiten.indicatoren:
        yield _write_overview(writer, INDICATOREN, "indicatoren", "Wat het programma meet.")
        yield from (write_indicator(writer, item) for item in feiten.indicatoren.values())
    if feiten.programma.bronnen:
        yield write_bronnen(writer)
    yield write_begrippen(writer)


def write_proza_pages(writer: Writer, taken: Iterable[str]) -> Iterator[Page]:
    """The prose that is not the introduction of a generated page: a page of its own each."""
    generated = set(taken)
    for proza in writer.feiten.programma.proza:
        if proza.pad not in generated:
            yield writer.page(
                proza.pad,
                "proza",
                titel=proza.titel,
                omschrijving=proza.omschrijving,
                kruimels=_list_kruimels(writer, proza.hoofdstuk),
            )


def _list_kruimels(writer: Writer, hoofdstuk: str | None) -> tuple[Kruimel, ...]:
    """Home, and the chapter of the menu where it has a name in this edition."""
    titel = name_hoofdstuk(writer.feiten.editie, hoofdstuk)
    return (HOME, Kruimel(titel, None)) if titel else (HOME,)


def _select(feiten: Feiten, ids: Iterable[str]) -> list[Actiefeiten]:
    return [feiten.acties[identifier] for identifier in ids]


def _list_upcoming(acties: Iterable[Actiefeiten]) -> list[Actiefeiten]:
    """The actions that have a milestone to come, the nearest first."""
    waiting = [
        (item.volgende.gepland.eind, item.actie.id, item) for item in acties if item.volgende
    ]
    return [item for *_, item in sorted(waiting, key=lambda row: row[:2])]


def write_home(writer: Writer) -> Page:
    """The home page of the edition: ambition, headline numbers, doors."""
    feiten = writer.feiten
    gegevens = feiten.programma.gegevens
    return writer.page(
        "index",
        "home",
        titel=gegevens.sitenaam,
        omschrijving=gegevens.kernzin,
        verberg=("navigation", "toc", "path"),
        koppen=[item for item in feiten.indicatoren.values() if item.indicator.in_kop],
        eerstvolgend=_list_upcoming(feiten.acties.values())[:6],
        te_laat=[
            item for item in feiten.acties.values() if item.is_te_laat or item.heeft_late_mijlpaal
        ],
        gelukt=[item for item in feiten.acties.values() if item.klasse is Klasse.KLAAR],
        is_intern=feiten.editie is Editie.INTERN,
    )


def _write_overview(writer: Writer, kruimel: Kruimel, template: str, omschrijving: str) -> Page:
    return writer.page(
        f"{template}/index",
        template,
        titel=kruimel.titel,
        omschrijving=omschrijving,
        kruimels=(HOME,),
        bezet={team.afdeling for team in writer.feiten.programma.teams},
    )


def write_acties(writer: Writer) -> Page:
    """The overview of actions: complete without script, filtered with it."""
    filters = [
        (name, kop, [(line.id, line.naam) for line in telling.regels if line.id and line.aantal])
        for name, kop, telling in (
            ("thema", "Thema", writer.feiten.tellingen["acties-per-thema"]),
            ("team", "Team", writer.feiten.tellingen["acties-per-team"]),
            ("fase", "Fase", writer.feiten.tellingen["acties-per-fase"]),
            ("status", "Status", writer.feiten.tellingen["acties-per-status"]),
            ("schaal", "Schaal", writer.feiten.tellingen["acties-per-schaal"]),
        )
    ]
    return writer.page(
        "acties/index",
        "acties",
        titel="Acties",
        omschrijving="Alle acties van het programma, met team, thema, fase en status.",
        kruimels=(HOME,),
        verberg=("toc",),
        acties=list(writer.feiten.acties.values()),
        filters=filters,
    )


def write_actie(writer: Writer, feiten: Actiefeiten) -> Page:
    """One action."""
    actie = feiten.actie
    teams = {team.id: team for team in writer.feiten.programma.teams}
    owner = teams.get(actie.eigenaar_team or "")
    return writer.page(
        pad_actie(actie.id),
        "actie",
        titel=actie.titel,
        omschrijving=actie.omschrijving,
        kruimels=(HOME, ACTIES),
        trefwoorden=actie.zoekwoorden,
        actie=actie,
        feit=feiten,
        afhankelijk=_select(writer.feiten, actie.afhankelijkheden),
        meer=_list_meer(writer, actie),
        contact=(owner.postbus if owner else None) or writer.feiten.programma.gegevens.contact,
    )


def _list_meer(writer: Writer, actie: Actie) -> list[tuple[str, str]]:
    """What else is known of an action, as (heading, words); what is not filled in is left out."""
    parts = {
        part.id: part.naam
        for thema in writer.feiten.programma.themas
        for part in thema.deelonderwerpen
    }

    def name(woordenlijst: str, ids: Iterable[str | None]) -> str:
        return ", ".join(writer.term(woordenlijst, item) for item in ids if item)

    landing = "; ".join(
        " – ".join(
            writer.term(woordenlijst, identifier)
            for woordenlijst, identifier in (
                ("beleidsdomein", plek.beleidsdomein),
                ("proces", plek.proces),
                ("instrument", plek.instrument),
            )
            if identifier
        )
        for plek in actie.integratie
    )
    agreed = actie.afgesproken_met_team
    rows = [
        ("Onderwerp", parts.get(actie.deelonderwerp or "", "")),
        ("Voor wie", name("doelgroep", actie.doelgroep)),
        ("Ook deze aanpak", name("interventietype", actie.overige_interventietypen)),
        ("Ander materiaal", "vervangt nieuw materiaal" if actie.substitutie else ""),
        ("Niveau", name("niveau", [actie.niveau])),
        ("Transitieagenda", name("transitieagenda", actie.transitieagenda)),
        ("Sluit aan bij", name("koppelopgave", actie.koppelopgaven)),
        ("Landt in", landing),
        ("Idee uit", name("bron_idee", [actie.bron_idee])),
        ("Afgesproken met het team", format_datum(agreed) if agreed else ""),
        ("Begrotingsprogramma", actie.begrotingsprogramma or ""),
    ]
    return [(kop, waarde) for kop, waarde in rows if waarde]


def _order_by_fase(acties: Sequence[Actiefeiten], writer: Writer) -> list[Actiefeiten]:
    order = [term.id for term in writer.termen("fase")]
    return sorted(acties, key=lambda item: (order.index(item.actie.fase), item.actie.id))


def write_thema(writer: Writer, thema: Thema) -> Page:
    """One theme: its actions and indicators."""
    feiten = writer.feiten
    acties = [item for item in feiten.acties.values() if item.actie.thema == thema.id]
    return writer.page(
        pad_thema(thema.id),
        "thema",
        titel=thema.naam,
        omschrijving=thema.omschrijving,
        kruimels=(HOME, THEMAS),
        dit=thema,
        acties=_order_by_fase(acties, writer),
        indicatoren=[
            item for item in feiten.indicatoren.values() if thema.id in item.indicator.themas
        ],
    )


def write_team(writer: Writer, team: Team) -> Page:
    """One team: what it owns, what comes next, where it helps."""
    acties = writer.feiten.acties.values()
    own = [item for item in acties if item.actie.eigenaar_team == team.id]
    return writer.page(
        pad_team(team.id),
        "team",
        titel=f"Team {team.naam}",
        omschrijving=f"Wat het programma betekent voor team {team.naam}.",
        kruimels=(HOME, TEAMS),
        dit=team,
        acties=_order_by_fase(own, writer),
        mee=[item for item in acties if team.id in item.actie.betrokken_teams],
        eerstvolgend=_list_upcoming(own),
        uren=writer.feiten.uren_per_team.get(team.id),
    )


def write_indicator(writer: Writer, feiten: Indicatorfeiten) -> Page:
    """One indicator: sentence, picture, table, definition."""
    indicator = feiten.indicator
    return writer.page(
        pad_indicator(indicator.id),
        "indicator",
        titel=indicator.naam,
        omschrijving=indicator.definitie,
        kruimels=(HOME, INDICATOREN),
        trefwoorden=indicator.zoekwoorden,
        dit=indicator,
        feit=feiten,
        figuur=writer.figuren.grafiek(f"indicator-{indicator.id}"),
        vergelijking=[writer.figuren.figuur(f"reeks-{item.id}") for item in feiten.referenties],
    )


def write_bronnen(writer: Writer) -> Page:
    """Sources and method: every source, and every foreign series as it was delivered."""
    return writer.page(
        "over/bronnen",
        "bronnen",
        titel="Bronnen en methode",
        omschrijving="Waar de getallen vandaan komen en hoe ze te lezen zijn.",
        kruimels=_list_kruimels(writer, "over"),
        reeksen=[writer.figuren.figuur(f"reeks-{name}") for name in writer.feiten.reeksen],
    )


def write_begrippen(writer: Writer) -> Page:
    """The glossary, and the vocabularies with their definitions."""
    programma = writer.feiten.programma
    return writer.page(
        "over/begrippen",
        "begrippen",
        titel="Begrippen",
        omschrijving="Uitleg van de woorden die in dit programma staan.",
        kruimels=_list_kruimels(writer, "over"),
        begrippen=sorted(programma.begrippen, key=lambda item: item.naam.casefold()),
        lijsten=[
            lijst
            for lijst in programma.woordenlijsten
            if any(term.definitie for term in lijst.termen)
        ],
    )
