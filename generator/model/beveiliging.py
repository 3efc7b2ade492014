"""Who finds a weakness in the site, where to report it: the data of `.well-known/security.txt`."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from generator.findings import Code
from generator.model.basis import PUBLIEK, Model
from generator.model.datums import Datum
from generator.model.vormen import vorm
from generator.model.waarden import WaardeError, parse_adres, parse_postbus, parse_tekst, show

_TAAL = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")


@vorm("een adres dat begint met https://", type="string", pattern=r"^\s*https://\S+\s*$")
def parse_veilig_adres(value: object) -> str:
    """A web address over https; what is reported there must not be read on the way."""
    text = parse_adres(value)
    if not text.startswith("https://"):
        raise WaardeError(
            Code.ADRES_ONGELDIG,
            f"{show(text)} begint niet met https",
            "schrijf een adres dat begint met https://",
        )
    return text


@vorm(
    "een mailadres, of een adres dat begint met https://",
    type="string",
    pattern=r"^\s*(https://\S+|\S+@\S+)\s*$",
)
def parse_meldadres(value: object) -> str:
    """A mail address, or a web address over https."""
    text = parse_tekst(value)
    return parse_postbus(text) if is_mail(text) else parse_veilig_adres(text)


def is_mail(contact: str) -> bool:
    """Whether a contact is a mail address; a web address may hold an @ too."""
    return "@" in contact and "/" not in contact


@vorm("een taal, bijvoorbeeld nl", type="string", pattern=rf"^\s*{_TAAL.pattern}\s*$")
def parse_taal(value: object) -> str:
    """A language, as `nl` or `nl-BE`."""
    text = parse_tekst(value)
    if not _TAAL.fullmatch(text):
        raise WaardeError(
            Code.TEKST_ONGELDIG, f"{show(text)} is geen taal", "schrijf bijvoorbeeld nl of en"
        )
    return text


VeiligAdres = Annotated[str, BeforeValidator(parse_veilig_adres)]
Meldadres = Annotated[str, BeforeValidator(parse_meldadres)]
Taal = Annotated[str, BeforeValidator(parse_taal)]


class Beveiliging(Model):
    """Security contact: what security.txt tells.

    Source:
        RFC 9116, sections 2.5.1 to 2.5.8.
    """

    altijd_publiek: ClassVar[bool] = True

    contact: Annotated[Meldadres, PUBLIEK]
    """Mailadres of webadres (https) om een zwakke plek te melden; geen persoon."""
    verloopt: Annotated[Datum, PUBLIEK]
    """Dag waarop de gegevens verlopen; hooguit een jaar vooruit."""
    beleid: Annotated[VeiligAdres | None, PUBLIEK] = None
    """Webadres waar staat hoe u met meldingen omgaat."""
    talen: Annotated[tuple[Taal, ...], PUBLIEK] = ("nl",)
    """Talen waarin een melding mag, bijvoorbeeld nl en en."""
    bedankt: Annotated[VeiligAdres | None, PUBLIEK] = None
    """Webadres waar u melders bedankt."""
    sleutel: Annotated[VeiligAdres | None, PUBLIEK] = None
    """Webadres van de sleutel om een melding te versleutelen."""
