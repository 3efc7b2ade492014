"""The decisions to steer: what is still open about them, and each with its whole story."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from generator.derive.feiten import Feiten
from generator.derive.feiten.bijsturing import Bijsturingsfeiten
from generator.derive.feiten.uitvoering import Besluitvraag
from generator.model.basis import Editie
from generator.present.formats import format_aantal
from generator.present.writer import Writer


def gather_bijsturing(writer: Writer) -> dict[str, Any]:
    """The page of all decisions: what is open first."""
    feiten = writer.feiten
    return {
        "zin": tell_bijsturing(feiten.bijsturing),
        "feit": feiten.bijsturing,
        "zonder_besluit": list_zonder_besluit(feiten),
    }


def list_zonder_besluit(feiten: Feiten) -> list[Besluitvraag]:
    """What asks for a decision that nobody took, the most urgent first; on the intranet only.

    Source: READERS 4, rules 1 and 10.
    """
    if feiten.editie is not Editie.INTERN:
        return []
    return [item for item in feiten.uitvoering.besluitvragen if item.bijsturing is None]


def gather_besluiten(
    feiten: Feiten, *, acties: Collection[str] = (), indicatoren: Collection[str] = ()
) -> dict[str, Any]:
    """The decisions about some actions and indicators, for a part of their page.

    `zonder_besluit` says whether any of them still asks for one.
    """
    asking = list_zonder_besluit(feiten)
    return {
        "bijsturingen": feiten.bijsturing.select(acties=acties, indicatoren=indicatoren),
        "zonder_besluit": any(
            item.actie in acties or item.indicator in indicatoren for item in asking
        ),
    }


def tell_bijsturing(feit: Bijsturingsfeiten) -> str:
    """How many decisions there are, and on how many somebody looked back."""
    number, waiting = len(feit.besluiten), len(feit.terugblikken)
    if not number:
        return "Er is nog geen besluit genomen om bij te sturen."
    verb = "is" if number == 1 else "zijn"
    begin = f"Er {verb} {format_aantal(number, 'besluit', 'besluiten')} genomen om bij te sturen."
    return " ".join(filter(None, [begin, _tell_open(number, waiting), _tell_late(feit)]))


def _tell_open(number: int, waiting: int) -> str:
    done = number - waiting
    if not waiting:
        return "Daarop is teruggekeken." if number == 1 else "Op alle besluiten is teruggekeken."
    if not done:
        return "Daarop moet nog worden teruggekeken."
    return f"Op {done} daarvan is teruggekeken, op {waiting} nog niet."


def _tell_late(feit: Bijsturingsfeiten) -> str:
    late = [item for item in feit.terugblikken if item.is_te_laat]
    if not late:
        return ""
    return (
        f"Bij {format_aantal(len(late), 'besluit', 'besluiten')} is de afgesproken datum voorbij."
    )
