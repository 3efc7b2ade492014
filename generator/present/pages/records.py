"""Pages of which there is one for each record: actions, themes, teams, indicators, situations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from generator.derive.feiten import Actiefeiten, Feiten, Indicatorfeiten
from generator.model.acties import Actie, Integratie
from generator.model.basis import Klasse
from generator.model.datums import LAATSTE_JAAR
from generator.model.draagvlak import Belemmering, Succes
from generator.model.organisatie import Team
from generator.model.paden import (
    pad_actie,
    pad_indicator,
    pad_keuzehulp,
    pad_team,
    pad_thema,
)
from generator.model.themas import Thema
from generator.model.werk import Keuzehulp
from generator.present.figures.uitvoering import tell_vordering
from generator.present.formats import format_datum
from generator.present.page import Page
from generator.present.pages.aan_de_slag import list_begrippen
from generator.present.pages.acties import explain_voortgang, list_zelfde_thema
from generator.present.pages.bijdrage import make_blok
from generator.present.pages.bijsturing import gather_besluiten
from generator.present.pages.indicatoren import gather_koers
from generator.present.pages.kruimels import list_kruimels_of_record
from generator.present.pages.overviews import list_upcoming
from generator.present.pages.teams import gather_agenda
from generator.present.writer import Writer
from generator.present.zinnen import tell_indicator

VACATURE = "vacature"
"""What stands in the place of a trekker while nobody is."""


def name_team(team: Team) -> str:
    """What the page of a team is called."""
    return f"Team {team.naam}"


def _select(feiten: Feiten, ids: Iterable[str]) -> list[Actiefeiten]:
    return [feiten.acties[identifier] for identifier in ids]


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
        kruimels=list_kruimels_of_record(writer, "acties/index"),
        trefwoorden=actie.zoekwoorden,
        actie=actie,
        feit=feiten,
        afhankelijk=_select(writer.feiten, actie.afhankelijkheden),
        meer=_list_meer(writer, actie),
        contact=_find_contact(writer, owner),
        verwant=_list_verwant(writer.feiten, actie.id),
        uitleg=explain_voortgang(writer.feiten, feiten),
        loopt=feiten.klasse in {Klasse.OPEN, Klasse.ACTIEF},
        is_gecontroleerd=_is_gecontroleerd(actie, writer.feiten.peildatum),
        heeft_getallen=actie.budget_eur is not None or bool(actie.uren),
        zelfde_thema=list_zelfde_thema(writer.feiten, actie),
        **gather_besluiten(writer.feiten, acties=[actie.id]),
    )


def _is_gecontroleerd(actie: Actie, peildatum: date) -> bool:
    """Whether someone had confirmed the action by then."""
    return actie.gecontroleerd_op is not None and actie.gecontroleerd_op <= peildatum


def _find_contact(writer: Writer, team: Team | None) -> str:
    """The mailbox of a team, else that of the programme."""
    return (team.postbus if team else None) or writer.feiten.programma.gegevens.contact


def _list_verwant(feiten: Feiten, actie: str) -> dict[str, list[Any]]:
    """What else of the programme names an action, by what it is to that action."""
    programma = feiten.programma
    return {
        "kansen": [item for item in programma.kansen if actie in item.acties],
        "praktijken": [item for item in programma.praktijken if actie in item.leidt_tot],
        "belemmeringen": _merge_equal(
            item for item in programma.belemmeringen if actie in item.acties
        ),
        "gelukt": [item for item in feiten.werk.successen if item.actie == actie],
        "begonnen_door": [item for item in feiten.werk.successen if actie in item.leidt_tot],
        "keuzehulp": [item for item in programma.keuzehulp if actie in item.acties],
    }


def _merge_equal(belemmeringen: Iterable[Belemmering]) -> list[Belemmering]:
    """The barriers, those in equal words once: nobody is to count them. Source: READERS 4.3."""
    # The solved ones first, so that one that is still there takes the place of its twin.
    ordered = sorted(belemmeringen, key=lambda item: item.opgelost_op is None)
    return list({item.tekst or item.tekst_publiek: item for item in ordered}.values())


def _list_meer(writer: Writer, actie: Actie) -> list[tuple[str, str]]:
    """What else is known of an action, as (heading, words); what is not filled in is left out."""
    parts = {
        part.id: part.naam
        for thema in writer.feiten.programma.themas
        for part in thema.deelonderwerpen
    }

    def name(woordenlijst: str, ids: Iterable[str | None]) -> str:
        return ", ".join(writer.term(woordenlijst, item) for item in ids if item)

    agreed = actie.afgesproken_met_team
    rows = [
        ("Onderwerp", parts.get(actie.deelonderwerp or "", "")),
        ("Voor wie", name("doelgroep", actie.doelgroep)),
        ("Ook deze aanpak", name("interventietype", actie.overige_interventietypen)),
        ("Ander materiaal", "vervangt nieuw materiaal" if actie.substitutie else ""),
        ("Niveau", name("niveau", [actie.niveau])),
        ("Transitieagenda", name("transitieagenda", actie.transitieagenda)),
        ("Sluit aan bij", name("koppelopgave", actie.koppelopgaven)),
        ("Krijgt een plek in", "; ".join(_name_plek(writer, item) for item in actie.integratie)),
        ("Idee uit", name("bron_idee", [actie.bron_idee])),
        ("Afgesproken met het team", format_datum(agreed) if agreed else ""),
        ("Begrotingsprogramma", actie.begrotingsprogramma or ""),
    ]
    return [(kop, waarde) for kop, waarde in rows if waarde]


def _name_plek(writer: Writer, plek: Integratie) -> str:
    """Where an action takes root: the policy domain, and the process or instrument."""
    named = (
        ("beleidsdomein", plek.beleidsdomein),
        ("proces", plek.proces),
        ("instrument", plek.instrument),
    )
    return " – ".join(writer.term(lijst, identifier) for lijst, identifier in named if identifier)


def _order_by_fase(acties: Sequence[Actiefeiten], writer: Writer) -> list[Actiefeiten]:
    order = [term.id for term in writer.termen("fase")]
    return sorted(acties, key=lambda item: (order.index(item.actie.fase), item.actie.id))


def write_thema(writer: Writer, thema: Thema) -> Page:
    """One theme: its actions and indicators, and everything else that is about it."""
    feiten, programma = writer.feiten, writer.feiten.programma

    def of_thema(records: Iterable[Any]) -> list[Any]:
        return [item for item in records if item.thema == thema.id]

    acties = [item for item in feiten.acties.values() if item.actie.thema == thema.id]
    groep = next((item for item in feiten.uitvoering.themas if item.id == thema.id), None)
    return writer.page(
        pad_thema(thema.id),
        "thema",
        titel=thema.naam,
        omschrijving=thema.omschrijving,
        kruimels=list_kruimels_of_record(writer, "themas/index"),
        dit=thema,
        acties=_order_by_fase(acties, writer),
        teams=dict.fromkeys(
            item.actie.eigenaar_team for item in acties if item.actie.eigenaar_team
        ),
        groep=groep,
        vordering=tell_vordering(feiten, groep) if groep else "",
        indicatoren=[
            item for item in feiten.indicatoren.values() if thema.id in item.indicator.themas
        ],
        doelen=sorted(
            of_thema(programma.doelstellingen), key=lambda item: item.jaar or LAATSTE_JAAR
        ),
        **gather_besluiten(
            feiten,
            acties=[item.actie.id for item in acties],
            indicatoren=[item.id for item in programma.indicatoren if thema.id in item.themas],
        ),
        keuzehulp=of_thema(programma.keuzehulp),
        kansen=[item for item in of_thema(programma.kansen) if item.is_gekozen],
        praktijken=of_thema(programma.praktijken),
        initiatieven=of_thema(programma.initiatieven),
        gelukt=[item for item in feiten.werk.successen if _is_about(feiten, item, thema)],
        # Two barriers may read the same in public words.
        belemmeringen=dict.fromkeys(
            item.tekst_publiek for item in of_thema(programma.belemmeringen) if item.tekst_publiek
        ),
    )


def _is_about(feiten: Feiten, succes: Succes, thema: Thema) -> bool:
    """Whether a success belongs to a theme: by the action in which it worked."""
    found = feiten.acties.get(succes.actie or "")
    return found is not None and found.actie.thema == thema.id


def write_team(writer: Writer, team: Team) -> Page:
    """One team: what it owns, what comes next, where it helps."""
    programma, acties = writer.feiten.programma, writer.feiten.acties.values()
    own = [item for item in acties if item.actie.eigenaar_team == team.id]

    def of_team(records: Iterable[Any]) -> list[Any]:
        return [item for item in records if item.team == team.id]

    return writer.page(
        pad_team(team.id),
        "team",
        titel=name_team(team),
        omschrijving=f"Wat het programma betekent voor team {team.naam}.",
        kruimels=list_kruimels_of_record(writer, "teams/index"),
        dit=team,
        acties=_order_by_fase(own, writer),
        mee=[item for item in acties if team.id in item.actie.betrokken_teams],
        eerstvolgend=list_upcoming(own),
        **gather_agenda(writer, team),
        **gather_besluiten(writer.feiten, acties=[item.actie.id for item in own]),
        uren=writer.feiten.uren_per_team.get(team.id),
        vacatures=[item for item in own if (item.actie.trekker or "").casefold() == VACATURE],
        keuzehulp=[
            *of_team(programma.keuzehulp),
            *(item for item in programma.keuzehulp if item.team is None),
        ],
        praktijken=of_team(programma.praktijken),
        gelukt=of_team(writer.feiten.werk.successen),
        belemmeringen=[
            item for item in of_team(programma.belemmeringen) if item.afgestemd_met_team
        ],
    )


def write_indicator(writer: Writer, feiten: Indicatorfeiten) -> Page:
    """One indicator: its verdict, its sentence without it, picture, table, sum, definition."""
    indicator = feiten.indicator
    return writer.page(
        pad_indicator(indicator.id),
        "indicator",
        titel=indicator.naam,
        omschrijving=indicator.definitie,
        kruimels=list_kruimels_of_record(writer, "indicatoren/index"),
        trefwoorden=indicator.zoekwoorden,
        dit=indicator,
        feit=feiten,
        figuur=replace(
            writer.figuren.grafiek(f"indicator-{indicator.id}"),
            zin=tell_indicator(feiten, writer.feiten.peildatum),
        ),
        acties=_order_by_fase(_list_werkend(writer.feiten, indicator.id), writer),
        vergelijking=[writer.figuren.figuur(f"reeks-{item.id}") for item in feiten.referenties],
        bijdrage=make_blok(writer, indicator.id),
        **gather_besluiten(writer.feiten, indicatoren=[indicator.id]),
        **gather_koers(writer, feiten),
    )


def _list_werkend(feiten: Feiten, indicator: str) -> list[Actiefeiten]:
    """The actions that say they change an indicator, or did."""
    return [
        item
        for item in feiten.acties.values()
        if any(
            effect.indicator == indicator
            for effect in (*item.actie.gerealiseerde_effecten, *item.actie.verwachte_effecten)
        )
    ]


def write_keuzehulp(writer: Writer, keuzehulp: Keuzehulp) -> Page:
    """One situation at work: the questions, what to use and whom to ask."""
    teams = {team.id: team for team in writer.feiten.programma.teams}
    return writer.page(
        pad_keuzehulp(keuzehulp.id),
        "keuzehulp",
        titel=keuzehulp.situatie,
        omschrijving=keuzehulp.inleiding or keuzehulp.situatie,
        kruimels=list_kruimels_of_record(writer, "aan-de-slag/index"),
        trefwoorden=keuzehulp.zoekwoorden,
        dit=keuzehulp,
        acties=_select(writer.feiten, keuzehulp.acties),
        begrippen=list_begrippen(writer, keuzehulp),
        contact=_find_contact(writer, teams.get(keuzehulp.team or "")),
    )
