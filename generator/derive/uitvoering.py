"""How far the programme is: weighted progress, and counts of lights and verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final, NamedTuple, TypeVar

from generator.derive.besluitvragen import list_besluitvragen
from generator.derive.feiten import Actiefeiten, Indicatorfeiten
from generator.derive.feiten.uitvoering import (
    Actiegroep,
    Indicatorvordering,
    Lichtaantal,
    Oordeelgroep,
    Uitvoeringsfeiten,
    Vordering,
)
from generator.model.basis import Editie, Indicatorstatus, Klasse, Voortgang
from generator.model.indicatoren import Indicator
from generator.model.programma import Programma
from generator.model.regels.getallen import as_decimal
from generator.model.regels.koers import TEKENS
from generator.model.regels.zekerheid import read_gewichten, type_gewichten, weigh_effect

GEEN_TEAM = "nog geen eigenaar"
"""What stands for the actions that no team owns."""

AF: Final = frozenset({Klasse.KLAAR, Klasse.VERVALLEN})
"""What an action is when nothing more has to be done for it."""

type_acties = Mapping[str, Actiefeiten]
type_verdict = TypeVar("type_verdict", bound=StrEnum)


class Gewogen(NamedTuple):
    """An action and what it weighs; without a group the action is a group of its own."""

    feit: Actiefeiten
    gewicht: Fraction
    groep: str | None = None


def derive_uitvoering(
    programma: Programma,
    acties: type_acties,
    indicatoren: Mapping[str, Indicatorfeiten],
    *,
    editie: Editie,
    peildatum: date,
) -> Uitvoeringsfeiten:
    """How far the programme is, by the lights and verdicts that the edition shows.

    Source: DOMAIN 4, rule 12; READERS 4, rules 1 and 10 (teams on the intranet only).
    """
    every, is_intern = tuple(acties.values()), editie is Editie.INTERN
    order = order_verdicts(programma, Voortgang)

    def split(names: Iterable[tuple[str | None, str]], field: str) -> tuple[Actiegroep, ...]:
        return _split(every, names, lambda item: getattr(item.actie, field), order)

    teams = [*((team.id, team.naam) for team in programma.teams), (None, GEEN_TEAM)]
    return Uitvoeringsfeiten(
        totaal=_group("", "Alle acties", every, order),
        themas=split(((item.id, item.naam) for item in programma.themas), "thema"),
        fasen=split(((item.id, item.naam) for item in programma.termen("fase")), "fase"),
        teams=split(teams, "eigenaar_team") if is_intern else (),
        indicatoren=_list_indicatoren(programma, every),
        oordelen=tuple(
            Oordeelgroep(
                status,
                tuple(key for key, item in indicatoren.items() if item.koers.status is status),
            )
            for status in order_verdicts(programma, Indicatorstatus)
        ),
        zonder_oordeel=tuple(key for key, item in indicatoren.items() if item.koers.status is None),
        besluitvragen=list_besluitvragen(
            programma, acties, indicatoren, editie=editie, peildatum=peildatum
        ),
    )


def order_verdicts(programma: Programma, kind: type[type_verdict]) -> tuple[type_verdict, ...]:
    """All verdicts of a kind in the order of its vocabulary; what that does not name comes last."""
    known = [item.value for item in kind]
    named = [item.id for item in programma.termen(kind.__name__.lower()) if item.id in known]
    return tuple(map(kind, dict.fromkeys([*named, *known])))


def find_part_done(feit: Actiefeiten) -> Fraction | None:
    """Which part of an action is done: of its milestones, and 1 when it is ready.

    None when nobody can tell: it has no milestones and is not ready.

    Source: DOMAIN 4, rule 12.
    """
    if feit.klasse is Klasse.KLAAR:
        return Fraction(1)
    if not feit.mijlpalen:
        return None
    reached = sum(item.behaald is not None for item in feit.mijlpalen)
    return Fraction(reached, len(feit.mijlpalen))


def weigh(gewogen: Sequence[Gewogen]) -> Vordering:
    """The weighted mean of how far actions are; of each group only the heaviest action counts.

    Actions that were stopped do not count at all.

    Source: DOMAIN 4, rules 12 and 13.
    """
    going_on = [item for item in gewogen if item.feit.klasse is not Klasse.VERVALLEN]
    counting = _choose_heaviest(going_on)
    parts = [(item, find_part_done(item.feit)) for item in counting]
    known = [(item.gewicht, part) for item, part in parts if part is not None]
    total = sum((weight for weight, _ in known), Fraction(0))
    done = sum((weight * part for weight, part in known), Fraction(0))
    told = {item.feit.actie.id for item in counting}
    counted = {item.feit.actie.id for item, part in parts if part is not None}
    return Vordering(
        pct=as_decimal(done * 100 / total) if total else None,
        meegeteld=len(counted),
        onbekend=len(told - counted),
        in_groep=len({item.feit.actie.id for item in going_on} - told),
    )


def _choose_heaviest(gewogen: Iterable[Gewogen]) -> list[Gewogen]:
    """Of each group the heaviest action, of equal ones the first."""
    chosen: dict[tuple[bool, str], Gewogen] = {}
    for item in gewogen:
        key = (item.groep is None, item.groep or item.feit.actie.id)
        if key not in chosen or item.gewicht > chosen[key].gewicht:
            chosen[key] = item
    return list(chosen.values())


def _group(
    identifier: str, naam: str, acties: Sequence[Actiefeiten], order: Iterable[Voortgang]
) -> Actiegroep:
    counted = Counter(item.voortgang for item in acties)
    return Actiegroep(
        id=identifier,
        naam=naam,
        acties=len(acties),
        gestopt=sum(item.klasse is Klasse.VERVALLEN for item in acties),
        vordering=weigh([Gewogen(item, Fraction(1)) for item in acties]),
        lichten=tuple(Lichtaantal(licht, counted[licht]) for licht in order),
        zonder_licht=counted[None],
        klaar_of_gestopt=sum(item.voortgang is None and item.klasse in AF for item in acties),
        vraagt_besluit=sum(item.vraagt_besluit for item in acties),
    )


def _split(
    acties: Sequence[Actiefeiten],
    names: Iterable[tuple[str | None, str]],
    place: Callable[[Actiefeiten], str | None],
    order: Sequence[Voortgang],
) -> tuple[Actiegroep, ...]:
    """The actions in groups, in the order of the names; a name without actions is left out."""
    found: dict[str | None, list[Actiefeiten]] = {}
    for item in acties:
        found.setdefault(place(item), []).append(item)
    return tuple(
        _group(identifier or "", naam, found[identifier], order)
        for identifier, naam in names
        if identifier in found
    )


def _list_indicatoren(
    programma: Programma, acties: Sequence[Actiefeiten]
) -> tuple[Indicatorvordering, ...]:
    """For each indicator that actions are expected to help: how far those are, by their effect."""
    gewichten = read_gewichten(programma)
    return tuple(
        Indicatorvordering(indicator.id, weigh(gewogen))
        for indicator in programma.indicatoren
        if (gewogen := [item for feit in acties for item in _weigh(feit, indicator, gewichten)])
    )


def _weigh(feit: Actiefeiten, indicator: Indicator, gewichten: type_gewichten) -> Iterable[Gewogen]:
    """What an action weighs for an indicator: the size of each effect that helps, times certainty.

    Where certainties have no weights it is the size of the effect alone.

    Source: DOMAIN 4, rule 12.
    """
    sign = TEKENS[indicator.richting]
    for effect in feit.actie.verwachte_effecten:
        helps = effect.waarde * sign > 0 if sign else effect.waarde != 0
        if effect.indicator == indicator.id and helps:
            weighed = weigh_effect(effect, gewichten)
            size = effect.waarde if weighed is None else weighed
            yield Gewogen(feit, abs(Fraction(size)), effect.effectgroep)
