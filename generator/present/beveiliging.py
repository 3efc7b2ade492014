"""The text of `.well-known/security.txt`: where to report a weakness."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlsplit

from generator.model.beveiliging import is_mail
from generator.model.programma import Programmagegevens
from generator.present.page import Asset

BESTAND: Final = ".well-known/security.txt"


def make_security(gegevens: Programmagegevens) -> Asset | None:
    """The file for the public edition; None when the programme says nothing about it.

    Source:
        RFC 9116. Its place counts only in the root of a host, so that is what Canonical names.
    """
    beveiliging = gegevens.beveiliging
    if beveiliging is None:
        return None
    contact = beveiliging.contact
    lines = {
        "Contact": f"mailto:{contact}" if is_mail(contact) else contact,
        "Expires": f"{beveiliging.verloopt.isoformat()}T23:59:59Z",
        "Encryption": beveiliging.sleutel,
        "Acknowledgments": beveiliging.bedankt,
        "Preferred-Languages": ", ".join(beveiliging.talen),
        "Canonical": _find_canonical(gegevens.site_url),
        "Policy": beveiliging.beleid,
    }
    text = "".join(f"{name}: {_clean(value)}\n" for name, value in lines.items() if value)
    return Asset(BESTAND, text)


def _find_canonical(site_url: str | None) -> str | None:
    parts = urlsplit(site_url or "")
    return f"https://{parts.netloc}/{BESTAND}" if parts.scheme == "https" else None


def _clean(value: str) -> str:
    """The value without letters that an address may not hold."""
    return quote(value, safe=":/?#[]@!$&'()*+,;=%~ ")
