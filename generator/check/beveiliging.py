"""Rules about the data of security.txt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, tip, waarschuwing

LANGSTE: Final = timedelta(days=366)
"""Source: RFC 9116, section 2.5.5: less than a year is recommended."""


def find_beveiliging_verlopen(dossier: Dossier) -> Iterator[Finding]:
    """Whoever reads an expired security.txt may not use it."""
    beveiliging = dossier.programma.gegevens.beveiliging
    if beveiliging and beveiliging.verloopt <= dossier.peildatum:
        yield waarschuwing(
            Code.BEVEILIGING_VERLOPEN,
            dossier.plekken.waar("gegevens", "programma", "beveiliging", "verloopt"),
            f"security.txt is verlopen op {beveiliging.verloopt}; melders mogen het dan niet "
            "gebruiken",
            "kijk of het meldadres nog klopt, en zet hier een dag binnen een jaar",
        )


def find_beveiliging_te_ver(dossier: Dossier) -> Iterator[Finding]:
    """A day far away says little about whether the address is still read."""
    beveiliging = dossier.programma.gegevens.beveiliging
    if beveiliging and beveiliging.verloopt > dossier.peildatum + LANGSTE:
        yield tip(
            Code.BEVEILIGING_TE_VER,
            dossier.plekken.waar("gegevens", "programma", "beveiliging", "verloopt"),
            "security.txt verloopt pas over meer dan een jaar",
            "zet hier een dag binnen een jaar, en kijk dan of het meldadres nog klopt",
        )


def find_beveiliging_ontbreekt(dossier: Dossier) -> Iterator[Finding]:
    """A site with a host of its own needs its own security.txt; below another it does not count."""
    gegevens = dossier.programma.gegevens
    has_own_host = gegevens.site_url and not urlsplit(gegevens.site_url).path.strip("/")
    if has_own_host and gegevens.beveiliging is None:
        yield tip(
            Code.BEVEILIGING_ONTBREEKT,
            dossier.plekken.waar("gegevens", "programma", "site_url"),
            "de site heeft een eigen adres, maar geen security.txt",
            "voeg beveiliging toe, met contact en verloopt",
        )
