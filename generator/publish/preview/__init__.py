"""The preview: a server that writes only the page that is looked at, and follows every save."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Thread

from generator.findings import Finding
from generator.publish.builder import read_config
from generator.publish.preview.adres import read_adres
from generator.publish.preview.look import Look
from generator.publish.preview.server import open_server
from generator.publish.preview.stand import Preview
from generator.publish.preview.watch import iter_changes


def serve_preview(  # noqa: PLR0913 - all of them named by the caller
    root: Path,
    *,
    adres: str,
    look: Callable[[], Look],
    is_source: Callable[[str], bool],
    tell: Callable[[Sequence[Finding]], None],
    report: Callable[[str], None],
    on_start: Callable[[str], None],
) -> None:
    """Serve one edition until the reader stops it with Ctrl-C.

    Args:
        root: the folder of the programme.
        adres: an IP address or localhost, and a port.
        look: reads the programme as it stands now.
        is_source: whether a file of that name counts; editors leave others beside it.
        tell: shows findings, when they are others than before.
        report: shows a line.
        on_start: what to do with the address once the first page can be asked for.

    Raises:
        GeneratorError: mkdocs.yml is not in order, or the address is in use or not an address.
    """
    host, port = read_adres(adres)
    gc.enable()
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if (root / "data").is_dir():  # else that is the first thing to tell
        read_config(root, root / "data")
    preview = Preview(root, look=look, tell=tell, report=report)
    server = open_server(preview, host, port)
    try:
        Thread(target=partial(server.serve_forever, poll_interval=0.1), daemon=True).start()
        report(f"Het voorbeeld staat op {server.url} (stoppen: Ctrl-C). Even geduld ...")
        changes = iter_changes(root, is_source, lambda: preview.is_unsure)
        preview.refresh(next(changes))
        on_start(server.url)
        for changed in changes:
            preview.refresh(changed)
    except KeyboardInterrupt:
        report("\nHet voorbeeld is gestopt.")
    finally:
        server.server_close()
