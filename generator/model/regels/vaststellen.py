"""Adopting: what a report says of today, and the seal on what was decided."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from generator.model.acties import Actie
from generator.model.basis import Indicatorstatus, Zichtbaarheid
from generator.model.indicatoren import Indicator
from generator.model.oordelen import find_gegeven
from generator.model.openbaarheid import Openbaarheid
from generator.model.programma import Programma
from generator.model.regels.besluiten import list_vraagt_besluit
from generator.model.regels.gerapporteerd import find_newest
from generator.model.regels.getallen import show_getal
from generator.model.regels.koers import judge_indicator, read_grenzen
from generator.model.regels.voortgang import judge_actie
from generator.model.vaststelling import Actiestand, Indicatorstand, Vaststelling

BUITEN_ZEGEL: Final = {"concept", "controlegetal", "archief", "publiek_vanaf"}
"""What may change after the decision: from which day everyone sees it, and the seals themselves."""


def draft_stand(
    programma: Programma, peildatum: date, rapportage: str, earlier: Vaststelling | None = None
) -> Vaststelling:
    """The stand of everything public, or to be public, as rules and arithmetic give it.

    A verdict by hand counts where there is one: that is what the report says.

    Args:
        programma: what is under embargo at `peildatum` belongs to the report as well.
        peildatum: the day of the stand.
        rapportage: its name, with the article.
        earlier: a draft of the same day: its explanations, verdicts by hand and decision stay.
    """
    acties = {item.actie: item for item in earlier.acties} if earlier else {}
    indicatoren = {item.indicator: item for item in earlier.indicatoren} if earlier else {}
    return Vaststelling(
        id=peildatum.isoformat(),
        rapportage=rapportage,
        besluitnummer=earlier.besluitnummer if earlier else None,
        besluitdatum=earlier.besluitdatum if earlier else None,
        publiek_vanaf=earlier.publiek_vanaf if earlier else None,
        concept=True,
        acties=tuple(
            _tell_actie(programma, actie, peildatum, acties.get(actie.id))
            for actie in programma.acties
            if _is_for_everyone(actie)
        ),
        indicatoren=tuple(
            stand
            for indicator in programma.indicatoren
            if _is_for_everyone(indicator)
            if (stand := _tell_indicator(programma, indicator, peildatum, indicatoren))
        ),
    )


def _is_for_everyone(record: Openbaarheid) -> bool:
    """Whether everyone sees a record, now or from its day on."""
    return record.zichtbaarheid is Zichtbaarheid.PUBLIEK or record.publiek_vanaf is not None


def _tell_actie(
    programma: Programma, actie: Actie, peildatum: date, earlier: Actiestand | None
) -> Actiestand:
    klassen = {term.id: term.klasse for term in programma.termen("actiestatus")}
    klasse = klassen.get(actie.actiestatus)
    licht = judge_actie(actie, klasse, programma.voortgangsregels, peildatum)
    return Actiestand(
        actie=actie.id,
        actiestatus=actie.actiestatus,
        reden=actie.reden,
        voortgang=licht.waarde,
        toelichting=earlier.toelichting if earlier else None,
    )


def _tell_indicator(
    programma: Programma,
    indicator: Indicator,
    peildatum: date,
    drafted: Mapping[str, Indicatorstand],
) -> Indicatorstand | None:
    earlier = drafted.get(indicator.id)
    if earlier and earlier.met_de_hand:
        return earlier
    status: Indicatorstatus | None
    status = judge_indicator(indicator, read_grenzen(programma), peildatum).status
    given = find_gegeven(indicator.oordeel_handmatig, peildatum)
    if given:
        status = given.waarde
    if status is None:
        return None
    newest = None if indicator.telling else find_newest(indicator, peildatum)
    return Indicatorstand(
        indicator=indicator.id,
        indicatorstatus=status,
        jaar=newest.jaar if newest else None,
        waarde=newest.waarde if newest else None,
        met_de_hand=given is not None,
        toelichting=earlier.toelichting if earlier else None,
    )


def list_zonder_toelichting(
    programma: Programma, stand: Vaststelling
) -> Iterator[tuple[str, int, str]]:
    """Where a verdict asks for a decision and nobody wrote what is done: (list, position, id).

    Source: READERS 4, rule 1: no public "bijsturen" without its explanation.
    """
    lichten = list_vraagt_besluit(programma, "voortgang")
    oordelen = list_vraagt_besluit(programma, "indicatorstatus")
    for index, actie in enumerate(stand.acties):
        if actie.voortgang in lichten and actie.toelichting is None:
            yield "acties", index, actie.actie
    for index, indicator in enumerate(stand.indicatoren):
        if indicator.indicatorstatus in oordelen and indicator.toelichting is None:
            yield "indicatoren", index, indicator.indicator


def compute_controlegetal(stand: Vaststelling) -> str:
    """The seal of a stand: SHA-256 over everything that was decided, however it is typed."""
    decided = stand.model_dump(exclude=BUITEN_ZEGEL, exclude_defaults=True, warnings=False)
    text = json.dumps(
        decided, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_show
    )
    return hashlib.sha256(text.encode()).hexdigest()


def _show(value: object) -> str:
    """A number or a day in its one canonical spelling."""
    return show_getal(value) if isinstance(value, Decimal) else str(value)
