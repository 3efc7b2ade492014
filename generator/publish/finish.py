"""The finish: what a built site needs besides its pages."""

from __future__ import annotations

from pathlib import Path

from generator.present.page import Site


def finish_site(folder: Path, site: Site) -> None:
    """Complete the site that MkDocs built in `folder`."""
    del folder, site
