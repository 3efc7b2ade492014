"""The preview: MkDocs serves the site, and rebuilds what a saved data file changes."""

from __future__ import annotations

import gc
import ipaddress
import logging
import os
import re
import sys
from datetime import date
from pathlib import Path

from mkdocs.commands.serve import serve
from mkdocs.exceptions import MkDocsException

from generator.findings import GeneratorError
from generator.model.basis import Editie
from generator.publish.builder import read_config

_ADRES = re.compile(r"(?P<host>.+):(?P<poort>[0-9]{1,5})", re.ASCII)


def _refuse_bad_address(adres: str) -> None:
    found = _ADRES.fullmatch(adres)
    try:
        if found and found["host"] != "localhost":
            ipaddress.ip_address(found["host"].removeprefix("[").removesuffix("]"))
        good = found is not None and 0 < int(found["poort"]) < 2**16
    except ValueError:
        good = False
    if not good:
        message = (
            f"--adres: '{adres}' is geen adres. Schrijf een IP-adres of localhost, een dubbele "
            "punt en een poort van 1 tot en met 65535, bijvoorbeeld 127.0.0.1:8000."
        )
        raise GeneratorError(message)


def serve_preview(root: Path, editie: Editie, peildatum: date | None, adres: str) -> None:
    """Serve one edition until the reader stops it with Ctrl-C.

    Only changed pages are rebuilt, so search in the preview knows only those.

    Raises:
        GeneratorError: mkdocs.yml is not in order, or the address is in use or not an address.
    """
    _refuse_bad_address(adres)
    gc.enable()
    os.environ["CIRCULAIR_EDITIE"] = editie.value
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if peildatum:
        os.environ["CIRCULAIR_PEILDATUM"] = peildatum.isoformat()
    docs = root / "data"  # exists; the plugin soon points at the pages
    read_config(root, docs)
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.addFilter(lambda record: "'dirty' build" not in record.getMessage())
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        serve(
            str(root / "mkdocs.yml"),
            livereload=True,
            build_type="dirty",
            dev_addr=adres,
            docs_dir=str(docs),
        )
    except MkDocsException as error:
        message = "Het voorbeeld kan niet starten; de reden staat hierboven."
        raise GeneratorError(message) from error
    except OSError as error:
        message = f"Het voorbeeld kan niet op {adres} starten ({error.strerror}). Kies --adres."
        raise GeneratorError(message) from error
