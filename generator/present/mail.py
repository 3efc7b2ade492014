"""Mail that writes itself: links that open a message to the programme's mailbox.

Who keeps the data files works in git; who does the work sends a mail. Source: READERS 3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import quote

from markupsafe import Markup, escape

from generator.derive.feiten import Actiefeiten
from generator.model.acties import Actie
from generator.model.datums import Periode
from generator.present.formats import format_datum, format_periode

type_term = Callable[[str, str], str]

VRAGEN = (
    "Wat is er gedaan:",
    "Wat komt er nu, en wanneer:",
    "Klopt de stand nog, of is er een nieuwe:",
    "Wat is er nodig:",
)
"""What a team answers when it passes on how an action stands."""


def make_mailto(adres: str, onderwerp: str, regels: tuple[str, ...] = ()) -> Markup:
    """The address of a link that opens a message, ready for an attribute.

    Whatever the texts hold, they arrive as they are: everything but letters and digits is encoded,
    so that no `&`, `?` or line end of theirs becomes part of the address.
    """
    to = _quote(adres).replace("%40", "@", 1)
    parts = [f"subject={_quote(' '.join(onderwerp.split()))}"]
    if regels:
        parts.append(f"body={_quote(chr(13) + chr(10)).join(map(_quote, regels))}")
    return escape(f"mailto:{to}?{'&'.join(parts)}")


def _quote(text: str) -> str:
    return quote(text, safe="", errors="replace")


def mail_stand(adres: str, feit: Actiefeiten, term: type_term) -> Markup:
    """A message with which a team passes on how its action stands; what is known is filled in."""
    actie = feit.actie
    naam = f"{actie.id} {actie.titel}"
    return make_mailto(
        adres,
        f"Stand doorgeven: {naam}",
        (f"Actie: {naam}", *_tell_stand(feit, term), "", *VRAGEN),
    )


def _tell_stand(feit: Actiefeiten, term: type_term) -> Iterator[str]:
    actie = feit.actie
    yield f"Stand nu: {term('actiestatus', actie.actiestatus)}"
    if looptijd := _tell_looptijd(actie):
        yield f"Looptijd: {looptijd}"
    if actie.gecontroleerd_op:
        yield f"Laatst gecontroleerd: {format_datum(actie.gecontroleerd_op)}"
    for item in feit.mijlpalen:
        mijlpaal, reached = item.mijlpaal, item.behaald
        stand = f"behaald in {format_periode(reached)}" if reached else "nog niet behaald"
        yield f"- {format_periode(mijlpaal.gepland)}: {mijlpaal.titel} ({stand})"


def _tell_looptijd(actie: Actie) -> str:
    def name(moment: Periode | None) -> str:
        return format_periode(moment) if moment else "nog niet bekend"

    if actie.start is None and actie.eind is None:
        return ""
    return f"{name(actie.start)} tot en met {name(actie.eind)}"


def mail_idee(adres: str, onderwerp: str) -> Markup:
    """A message with an idea or an addition to what a page says."""
    return make_mailto(adres, f"Idee of aanvulling: {onderwerp}")
