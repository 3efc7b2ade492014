"""Rules about daily work: the questions of a situation go down the R-ladder."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, tip


def find_volgorde_r(dossier: Dossier) -> Iterator[Finding]:
    """A question that stands higher on the R-ladder than one before it: a tip, never an error.

    Source: READERS 1 (questions in R-order; repairing one's own laptop may come before another's).
    """
    lists = (item for item in dossier.programma.woordenlijsten if item.id == "r_strategie")
    places = {term.id: place for lijst in lists for place, term in enumerate(lijst.geordend)}
    for keuzehulp in dossier.programma.keuzehulp:
        lowest, before = -1, ""
        for index, vraag in enumerate(keuzehulp.vragen):
            place = places.get(vraag.r_strategie)
            if place is None:
                continue
            if place < lowest:
                yield tip(
                    Code.VOLGORDE_R,
                    dossier.plekken.waar("keuzehulp", keuzehulp.id, "vragen", index, "r_strategie"),
                    f"deze vraag ({vraag.r_strategie}) staat na een vraag die lager op de ladder "
                    f"staat ({before})",
                    "zet de vraag hoger, of laat haar staan als het in het werk zo gaat",
                )
            if place > lowest:
                lowest, before = place, vraag.r_strategie
