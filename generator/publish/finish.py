"""The finish: what a built site needs besides its pages."""

from __future__ import annotations

from pathlib import Path

from generator.present.page import Site
from generator.publish.files import add_loose_files
from generator.publish.offline import add_script_index, add_zip
from generator.publish.servers import add_server_settings


def finish_site(folder: Path, site: Site) -> None:
    """Complete the site that MkDocs built in `folder`."""
    add_script_index(folder)
    add_server_settings(folder, site)
    add_loose_files(site, folder)
    add_zip(folder, site)  # last: it holds all that is there
