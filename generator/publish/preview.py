"""The preview: MkDocs serves the site, and rebuilds what a saved data file changes."""

from __future__ import annotations

import gc
import logging
import os
import sys
from datetime import date
from pathlib import Path

from mkdocs.commands.serve import serve

from generator.findings import GeneratorError
from generator.model.basis import Editie


def serve_preview(root: Path, editie: Editie, peildatum: date | None, adres: str) -> None:
    """Serve one edition until the reader stops it with Ctrl-C.

    Only changed pages are rebuilt, so search in the preview knows only those.

    Raises:
        GeneratorError: the address is in use, or not an address.
    """
    gc.enable()
    os.environ["CIRCULAIR_EDITIE"] = editie.value
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if peildatum:
        os.environ["CIRCULAIR_PEILDATUM"] = peildatum.isoformat()
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.addFilter(lambda record: "'dirty' build" not in record.getMessage())
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        serve(str(root / "mkdocs.yml"), livereload=True, build_type="dirty", dev_addr=adres)
    except OSError as error:
        message = f"Het voorbeeld kan niet op {adres} starten ({error.strerror}). Kies --adres."
        raise GeneratorError(message) from error
