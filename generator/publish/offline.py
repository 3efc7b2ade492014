"""Without a network: search from a disk, and the intranet edition as one zip to take along.

The same folder serves a web server, a part of one, and a disk, where a page may not fetch: search
asks for its index as a script there.
"""

from __future__ import annotations

import html
import os
import re
import stat
import time
import unicodedata
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.findings import GeneratorError
from generator.model.basis import Editie
from generator.model.bestandsnamen import judge_for_windows
from generator.present.page import Site

INDEX = "search/search_index.json"
INDEX_VAN_SCHIJF = "search/search_index.js"
PAGINA = "over/meenemen.html"
"""The page that tells about the zip."""
MAP = "offline"
LEESMIJ = "LEES-MIJ.txt"
NIVEAU = 1
"""How hard to compress: the least. The usual 6 takes three times as long for a sixth less."""
LANGSTE_PAD = 140
"""Characters of a path in the zip; with folders of the reader before it, Windows allows 259."""
_PLEK = re.compile(r"<p data-meenemen>.*?</p>", re.DOTALL)
_OUDSTE = 315_532_800
"""1980, from which a zip can tell the time."""

TEKST = """\
{sitenaam}
{overheid}

{stand} · {editienaam} · {besluit}

Zo lees je deze kopie
1. Pak eerst de hele zip uit. In Windows: klik met de rechtermuisknop op de zip
   en kies "Alles uitpakken". Windows laat een zip zien als een gewone map,
   maar zonder uitpakken werken de links en het zoeken niet.
2. Open in de uitgepakte map het bestand index.html.

Zoeken, menu, filters en grafieken werken zonder netwerk. Alleen links naar
andere sites hebben internet nodig.

Let op
- Deze kopie verandert niet meer. De nieuwste stand staat op het intranet.
- Dit is de versie voor het intranet. Zet haar niet op een openbare plek.
- Ook de intranetversie kan bij een Woo-verzoek openbaar worden.
"""


def add_script_index(folder: Path) -> None:
    """Put the search index beside itself as a script, for pages that come from a disk."""
    if (folder / INDEX).is_file():
        index = (folder / INDEX).read_bytes()
        (folder / INDEX_VAN_SCHIJF).write_bytes(b"var __index = " + index)


def add_zip(folder: Path, site: Site) -> Path | None:
    """Put the intranet edition in `folder` as a zip beside its own pages; return that zip.

    The page about the zip tells in the zip that this is the copy, and elsewhere where it is.

    Raises:
        GeneratorError: Windows could not unpack one of the files.
    """
    pagina = folder / PAGINA
    if site.instellingen["editie"] != Editie.INTERN or not pagina.is_file():
        return None
    names = sorted(_list_files(folder))
    top = name_zip(site)
    refuse_names(f"{top}/{name}" for name in names)
    text = pagina.read_text(encoding="utf-8")
    target = folder / MAP / f"{top}.zip"
    target.parent.mkdir(exist_ok=True)
    moment = time.gmtime(max(_read_epoch(), _OUDSTE))[:6]
    with ZipFile(target, "w") as archive:
        _add(archive, moment, f"{top}/{LEESMIJ}", _tell(site))
        for name in names:
            content = (
                _fill(text, _tell_copy(site)) if name == PAGINA else (folder / name).read_bytes()
            )
            _add(archive, moment, f"{top}/{name}", content)
    pagina.write_bytes(_fill(text, _tell_link(target.name, target.stat().st_size)))
    return target


def name_zip(site: Site) -> str:
    """The name of the zip and of its only folder: what it is, and of which day.

    Short, for Windows puts it before every file twice.
    """
    plain = unicodedata.normalize("NFKD", html.unescape(site.instellingen["sitenaam"]))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    day = time.strftime("%Y-%m-%d", time.gmtime(_read_epoch()))
    return f"{'-'.join(words)[:24].strip('-') or 'circulair'}-{day}"


def refuse_names(names: Iterable[str]) -> None:
    """Refuse what Windows cannot unpack: reserved names, strange characters, long paths.

    Raises:
        GeneratorError: names the first.
    """
    for name in names:
        if problem := next(filter(None, map(judge_for_windows, name.split("/"))), None):
            reason, _ = problem
        elif len(name) > LANGSTE_PAD:
            reason = f"de naam is langer dan {LANGSTE_PAD} tekens, en dan weigert Windows"
        else:
            continue
        inner = PurePosixPath(*PurePosixPath(name).parts[1:])
        message = (
            f"Het bestand {inner} kan niet in de zip van het intranet: {reason}. Geef het "
            "onderdeel of de pagina een andere naam."
        )
        raise GeneratorError(message)


def _list_files(folder: Path) -> Iterable[str]:
    """The files of the site, without earlier zips."""
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not PurePosixPath(name).match(f"{MAP}/*.zip"):
            yield name


def _fill(text: str, line: str) -> bytes:
    """The page about the zip with `line` at its place."""
    return _PLEK.sub(lambda _: line, text).encode()


def _read_epoch() -> int:
    """The day of everything that is built, as `fix_date` set it."""
    return int(os.environ["SOURCE_DATE_EPOCH"])


def _add(archive: ZipFile, moment: tuple[int, ...], name: str, content: bytes) -> None:
    """Add a file with nothing of this machine in it."""
    entry = ZipInfo(name, moment)  # type: ignore[arg-type]  # six numbers
    entry.create_system = 3  # Unix, whatever the machine
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    entry.compress_type = ZIP_DEFLATED
    archive.writestr(entry, content, compresslevel=NIVEAU)


def _tell(site: Site) -> bytes:
    """The first thing to read, as Notepad shows it on any Windows."""
    words = {name: html.unescape(text) for name, text in site.instellingen.items()}
    return TEKST.format_map(words).replace("\n", "\r\n").encode("utf-8-sig")


def _tell_copy(site: Site) -> str:
    return (
        f"<p>Je leest nu zo'n kopie. {site.instellingen['stand']}. "
        "De nieuwste stand staat op het intranet.</p>"
    )


def _tell_link(name: str, size: int) -> str:
    size_mb = f"{size / 1e6:.1f}".replace(".", ",")
    return (
        f'<p><a class="md-button" href="../{MAP}/{name}" download>'
        f"Download de site (zip, {size_mb} MB)</a></p>"
    )
