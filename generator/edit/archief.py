"""The archive of an adopted version: its sources in a bag, with metadata and a checksum each.

Source: RFC 8493, The BagIt File Packaging Format (V1.0).
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from typing import Final

from generator.load.archief import BRON
from generator.model.programma import Programma
from generator.model.vaststelling import Vaststelling

_BAGIT: Final = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_RECHTEN = 0o644


def pack_archive(
    sources: Mapping[str, bytes], programma: Programma, stand: Vaststelling, versie: str
) -> bytes:
    """The zip with everything that was adopted; the same sources always give the same bytes.

    Args:
        sources: every source file by its name below the programme.
        programma: as it was adopted.
        stand: what was decided, with number and date.
        versie: of the program that made it.
    """
    payload = {
        "data/LEESMIJ.txt": _tell(programma, stand).encode(),
        **{f"{BRON}{name}": content for name, content in sources.items()},
    }
    size = sum(map(len, payload.values()))
    tags = {
        "bagit.txt": _BAGIT.encode(),
        "bag-info.txt": _describe(programma, stand, versie, f"{size}.{len(payload)}").encode(),
        "manifest-sha256.txt": _list_hashes(payload).encode(),
    }
    tags["tagmanifest-sha256.txt"] = _list_hashes(tags).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bag:
        for name, content in sorted({**tags, **payload}.items()):
            day = stand.datum
            entry = zipfile.ZipInfo(f"{stand.id}/{name}", (day.year, day.month, day.day, 12, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _RECHTEN << 16
            bag.writestr(entry, content)
    return packed.getvalue()


def _list_hashes(files: Mapping[str, bytes]) -> str:
    return "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n"
        for name, content in sorted(files.items())
    )


def _describe(programma: Programma, stand: Vaststelling, versie: str, oxum: str) -> str:
    """The metadata of the bag, under the names that the standard reserves and some of our own."""
    gegevens = programma.gegevens
    told = {
        "Source-Organization": gegevens.overheid,
        "Contact-Email": gegevens.contact,
        "External-Description": f"{gegevens.naam}: {stand.rapportage}",
        "External-Identifier": stand.besluitnummer,
        "Bagging-Date": stand.besluitdatum or stand.datum,
        "Payload-Oxum": oxum,
        "Bag-Software-Agent": f"circulair-actieprogramma {versie}",
        "Programma-Versie": gegevens.versie,
        "Besluitdatum": stand.besluitdatum,
        "Stand-Per": stand.datum,
        "Controlegetal-Stand": stand.controlegetal,
        "Taal": "nl",
    }
    return "".join(
        f"{label}: {' '.join(str(value).split())}\n" for label, value in told.items() if value
    )


def _tell(programma: Programma, stand: Vaststelling) -> str:
    """What whoever opens the archive later has to know."""
    return (
        f"{programma.gegevens.naam}\n{programma.gegevens.overheid}\n\n"
        "Dit archief bevat de gegevens en teksten van het programma zoals ze waren op\n"
        f"{stand.id}, bij {stand.rapportage}"
        f"{f' (besluit {stand.besluitnummer})' if stand.besluitnummer else ''}.\n\n"
        "In bron/data staan de gegevens (YAML en CSV), in bron/content de teksten (Markdown).\n"
        "Alles is gewone tekst in UTF-8. Elk bestand heeft een controlegetal (SHA-256) in\n"
        "manifest-sha256.txt. De indeling volgt BagIt (RFC 8493). Er staat ook in wat alleen voor\n"
        "het intranet bedoeld was.\n"
    )
