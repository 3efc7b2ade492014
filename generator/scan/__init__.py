"""Scan: reads every byte of a built site before anybody else does."""

from __future__ import annotations

from pathlib import Path

from generator.findings import Finding, sort_findings
from generator.model.programma import Programma
from generator.scan.berichten import iter_findings
from generator.scan.lekken import Speurder
from generator.scan.outputs import Libraries, iter_outputs
from generator.scan.vindplaatsen import Bronnen


def scan_site(
    folder: Path, programma: Programma, visible: Programma, bronnen: Bronnen
) -> tuple[Finding, ...]:
    """What the public site in `folder` holds that everyone may not see.

    Args:
        folder: the built site.
        programma: the whole programme.
        visible: what of it the public edition may know.
        bronnen: where it was written.

    Raises:
        GeneratorError: a packed file of the site cannot be read.
    """
    outputs = list(iter_outputs(folder, Libraries()))
    lekken = Speurder(bronnen.root, programma, visible).find(outputs)
    return sort_findings(iter_findings(lekken, bronnen))
