"""What the page of an action says about how it goes, beside what was filled in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from generator.derive.feiten import Actiefeiten, Feiten, Indicatorfeiten
from generator.model.acties import Actie
from generator.model.basis import Editie, Indicatorstatus, Lichtregel
from generator.model.regels.besluiten import list_vraagt_besluit
from generator.model.regels.voortgang import find_behaald, find_bevestigd
from generator.present.formats import format_datum, format_periode
from generator.present.writer import Writer


class Zorg(NamedTuple):
    """An indicator to which an action contributes, that goes back or asks for a decision."""

    feit: Indicatorfeiten
    gaat_achteruit: bool


class Uitleg(NamedTuple):
    """What stands beside the light of an action (intern only).

    Attributes:
        bevestigd: when the stand was last confirmed and by what, as a sentence.
        heeft_termijn: whether the programme says how long a confirmation lasts.
        is_te_lang: whether it is longer ago than that.
        zorgen: indicators to which the action contributes, that ask for attention themselves.
    """

    bevestigd: str
    heeft_termijn: bool
    is_te_lang: bool
    zorgen: Sequence[Zorg]


def explain_voortgang(feiten: Feiten, feit: Actiefeiten) -> Uitleg | None:
    """What stands beside the light of an action; nothing in the public edition.

    Source: READERS 4, rule 1: everyone sees the light of the report, and nothing besides.
    """
    if feiten.editie is not Editie.INTERN:
        return None
    holding = {regel.soort for regel in (*feit.licht.regels, *feit.licht.overige)}
    known = {regel.soort for regel in feiten.programma.voortgangsregels}
    return Uitleg(
        _tell_bevestigd(feit.actie, feiten.peildatum),
        Lichtregel.NIET_BEVESTIGD in known,
        Lichtregel.NIET_BEVESTIGD in holding,
        _list_zorgen(feiten, feit),
    )


def _tell_bevestigd(actie: Actie, peildatum: date) -> str:
    """When the stand was last confirmed, and by what."""
    newest, by_hand = find_bevestigd(actie, peildatum), actie.voortgang_handmatig
    if newest is None:
        return "De stand is nog nooit bevestigd."
    told = "De stand is voor het laatst bevestigd"
    if newest == actie.gecontroleerd_op:
        return f"{told} op {format_datum(newest)}."
    if by_hand and newest == by_hand.datum:
        return f"{told} op {format_datum(newest)}, met een oordeel met de hand."
    reached = max(
        (found for item in actie.mijlpalen if (found := find_behaald(item, peildatum))),
        key=lambda found: min(found.eind, peildatum),
    )
    return f"{told} toen een mijlpaal werd behaald: {format_periode(reached)}."


def _list_zorgen(feiten: Feiten, feit: Actiefeiten) -> Sequence[Zorg]:
    """The indicators behind the effects of an action that ask for attention, in their order.

    A verdict by hand hides none of them: the computed one counts here too.
    """
    asking = list_vraagt_besluit(feiten.programma, "indicatorstatus")
    effects = (*feit.actie.verwachte_effecten, *feit.actie.gerealiseerde_effecten)
    found = []
    for name in dict.fromkeys(effect.indicator for effect in effects):
        indicator = feiten.indicatoren[name]
        verdicts = {indicator.koers.status, indicator.koers.som.status} - {None}
        goes_back = Indicatorstatus.ACHTERUITGANG in verdicts
        if goes_back or any(verdict in asking for verdict in verdicts):
            found.append(Zorg(indicator, goes_back))
    return found


MEEST_VERWANT = 5
"""How many other actions of its theme the page of an action names."""


class Verwanten(NamedTuple):
    """Other actions of a theme, the nearest first, and how many the theme has in all."""

    acties: Sequence[Actiefeiten]
    totaal: int

    @property
    def is_meer(self) -> bool:
        """Whether the theme has more actions than are named."""
        return self.totaal > len(self.acties) + 1


def list_zelfde_thema(feiten: Feiten, actie: Actie) -> Verwanten:
    """The other actions of its theme: on the same subject first, then of the same team."""
    same = [item for item in feiten.acties.values() if item.actie.thema == actie.thema]

    def measure(item: Actiefeiten) -> tuple[bool, bool, str]:
        other = item.actie
        is_near = actie.deelonderwerp is not None and other.deelonderwerp == actie.deelonderwerp
        is_own = actie.eigenaar_team is not None and other.eigenaar_team == actie.eigenaar_team
        return not is_near, not is_own, other.id

    others = sorted((item for item in same if item.actie.id != actie.id), key=measure)
    return Verwanten(others[:MEEST_VERWANT], len(same))


def list_keuzes(writer: Writer) -> list[tuple[str, str]]:
    """The lights that actions have, as (id, name), to choose from in a filter."""
    shown = {item.voortgang for item in writer.feiten.acties.values() if item.voortgang}
    return [(term.id, term.naam) for term in writer.termen("voortgang") if term.id in shown]


def gather_acties(writer: Writer) -> dict[str, Any]:
    """The overview of actions: complete without script, filtered with it."""
    tellingen = writer.feiten.tellingen
    filters = [
        (name, kop, [(line.id, line.naam) for line in telling.regels if line.id and line.aantal])
        for name, kop, telling in (
            ("thema", "Thema", tellingen["acties-per-thema"]),
            ("team", "Team", tellingen["acties-per-team"]),
            ("fase", "Fase", tellingen["acties-per-fase"]),
            ("status", "Status", tellingen["acties-per-status"]),
            ("schaal", "Schaal", tellingen["acties-per-schaal"]),
        )
    ]
    if lights := list_keuzes(writer):
        # Behind the status: the two are read together.
        filters.insert(4, ("voortgang", "Voortgang", lights))
    return {
        "verberg": ("navigation", "toc"),
        "acties": list(writer.feiten.acties.values()),
        "filters": filters,
    }
