"""The MkDocs plugin: plain `mkdocs build` and `mkdocs serve` on the data files."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from generator import pipeline
from generator.findings import Finding, GeneratorError
from generator.model.basis import Editie
from generator.model.waarden import parse_datum
from generator.publish.builder import Prepared, add_memory, configure, fix_date
from generator.publish.files import write_docs
from generator.publish.search import use_page_index

log = logging.getLogger("mkdocs.plugins.circulair")


class Instellingen(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options: what a site needs to know stands in data/."""


class CirculairPlugin(BasePlugin[Instellingen]):  # type: ignore[no-untyped-call]
    """Turns data/ and content/ into pages before MkDocs looks for them.

    `prepared` is set by `circulair bouw`, which has made and written the pages already.
    """

    prepared: Prepared | None = None
    is_serving = False
    _last_good: Prepared | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview; MkDocs then keeps this object between rebuilds."""
        del dirty
        self.is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the pages and point MkDocs at them; while serving, keep the last good ones."""
        made = self.prepared or self._make(config)
        if made is None:
            if not (self.is_serving and self._last_good):
                message = "De gegevens bevatten fouten; er is niets gebouwd."
                raise PluginError(message)
            log.error("De gegevens bevatten fouten; de laatste goede site blijft staan.")
            made = self._last_good
        self._last_good = made
        configure(config, made)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Let search use our own index, once its plugin has made its own."""
        use_page_index(config)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let the theme keep the parts that pages share."""
        del config, files
        add_memory(env)
        return env

    def _make(self, config: MkDocsConfig) -> Prepared | None:
        root = Path(config.config_file_path).parent
        editie = Editie(os.environ.get("CIRCULAIR_EDITIE", Editie.INTERN))
        asked = os.environ.get("CIRCULAIR_PEILDATUM")
        try:
            found = pipeline.inspect(root)
            _log_findings(found.findings)
            if found.programma is None:
                return None
            peildatum = pipeline.choose_peildatum(
                found.programma,
                parse_datum(asked) if asked else None,
                date.today(),  # noqa: DTZ011 - the advisor's own calendar
            )
            fix_date(peildatum)
            site = pipeline.prepare(found.programma, editie, peildatum)
            aside = root / pipeline.BOUWMAP / editie.value
            docs = aside / ("preview" if self.is_serving else "docs")
            write_docs(site, docs)
        except GeneratorError as error:
            raise PluginError(str(error)) from error
        if not self.is_serving:
            config.site_dir = str(root / "site" / editie.value)
        return site, docs

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Watch the sources instead of the pages that are made from them."""
        del builder
        server.unwatch(config.docs_dir)
        root = Path(config.config_file_path).parent
        for folder in ("data", "content"):
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        return server


def _log_findings(findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        log.warning("%s %s: %s. %s", finding.plek, finding.code, finding.melding, finding.oplossing)
