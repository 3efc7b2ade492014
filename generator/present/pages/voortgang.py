"""Progress: the page that says how the programme goes, and what asks for a decision first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from generator.derive.feiten.uitvoering import Besluitvraag
from generator.model.basis import Editie
from generator.model.paginas import PAGINAS
from generator.model.vaststelling import Vaststelling
from generator.present.figures.uitvoering import tell_vordering
from generator.present.pages.aan_de_slag import count_vragen, list_koppen
from generator.present.writer import Writer

VERDER: Final = (
    "indicatoren/index",
    "voortgang/bijsturing",
    "voortgang/bijdrage",
    "acties/planning",
    "voortgang/spreiding",
    "voortgang/kosten",
    "over/rekenkamer",
)
"""Pages that tell more about the progress, in the order of the questions that readers have."""


def gather_voortgang(writer: Writer) -> dict[str, Any]:
    """The progress of the programme: numbers, verdicts, and what asks for a decision."""
    feiten = writer.feiten
    titles = {pagina.pad: pagina for pagina in PAGINAS}
    return {
        "verberg": ("toc",),
        "rapportage": find_rapportage(writer),
        "koppen": list_koppen(writer),
        "vraagzin": tell_besluitvragen(feiten.uitvoering.besluitvragen),
        "vordering": tell_vordering(feiten, feiten.uitvoering.totaal),
        "verder": [titles[pad] for pad in VERDER if pad in writer.paden],
    }


def find_rapportage(writer: Writer) -> Vaststelling | None:
    """The report of which the public edition shows the stand; None on the intranet."""
    feiten = writer.feiten
    if feiten.editie is Editie.INTERN:
        return None
    reports = feiten.programma.vastgesteld
    return next((item for item in reports if item.datum == feiten.peildatum), None)


def tell_besluitvragen(vragen: Sequence[Besluitvraag]) -> str:
    """How much asks for a decision, and of how much of it nobody has decided yet."""
    if not vragen:
        return "Geen indicator en geen actie vraagt een besluit."
    verb = "vraagt" if len(vragen) == 1 else "vragen"
    waiting = sum(item.bijsturing is None for item in vragen)
    zin = f"{count_vragen(vragen)} {verb} een besluit."
    if not waiting:
        rest = "Daarover is een besluit genomen; er is nog niet op teruggekeken."
    elif waiting == len(vragen):
        rest = "Daarover is nog geen besluit vastgelegd."
    else:
        rest = f"Bij {waiting} daarvan is nog geen besluit vastgelegd; die staan bovenaan."
    order = " Wat het langst een besluit vraagt, staat eerst." if len(vragen) > 1 else ""
    return f"{zin} {rest}{order}"
