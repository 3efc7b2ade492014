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
from generator.findings import Ernst, Finding, GeneratorError
from generator.history import recall
from generator.model.basis import Editie
from generator.model.datums import parse_datum
from generator.model.programma import Programma
from generator.model.waarden import WaardeError
from generator.publish.builder import (
    Prepared,
    add_memory,
    configure,
    fix_date,
    keep_compiled,
    mend_frame,
)
from generator.publish.files import (
    clear,
    refresh_preview,
    refuse_foreign_target,
    refuse_place,
    swap,
    write_docs,
)
from generator.publish.finish import finish_site
from generator.publish.search import drop_engine, use_page_index

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
    _target: Path | None = None
    _found: pipeline.Inspection | None = None
    _visible: Programma | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview; MkDocs then keeps this object between rebuilds."""
        del dirty
        self.is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the pages and point MkDocs at them; while serving, keep the last good ones."""
        self._target = None  # MkDocs keeps plugins between builds in one process
        try:
            settings = Path(config.config_file_path)
            pipeline.refuse_settings(settings.parent, settings.name)
            made = self.prepared or self._make(config)
        except GeneratorError as error:
            if not (self.is_serving and self._last_good):
                raise PluginError(str(error)) from error
            # Raised, this would leave the browser without an answer until it is mended.
            log.error("%s Tot dat hersteld is: de laatste goede site blijft staan.", error)  # noqa: TRY400 - the message is for the user
            made = self._last_good
        if self.is_serving and self._last_good:
            refresh_preview(self._last_good[0], *made, Path(config.site_dir))
        self._last_good = made
        configure(config, made)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Let search use our own index, once its plugin has made its own."""
        use_page_index(config, self._last_good[0].synoniemen if self._last_good else ())

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Publish nothing of the theme that no page asks for."""
        del config
        drop_engine(files)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let the theme keep its compiled templates, and the parts that pages share."""
        del files, config
        env.bytecode_cache = keep_compiled()
        add_memory(env)
        mend_frame(env)
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put a site that plain MkDocs built in its place, if it holds nothing that it may not."""
        if not (self._target and self._found and self._visible and self._last_good):
            return
        aside, root = Path(config.site_dir), Path(config.config_file_path).parent.absolute()
        wanted = os.environ.get("CIRCULAIR_BEELDEN") != "0"
        try:
            with pipeline.open_atelier(root, report=log.info, is_wanted=wanted) as draw:
                draw(aside)
            finish_site(aside, self._last_good[0])
        except OSError as error:
            raise PluginError(str(pipeline.explain_write(error))) from error
        leaks = pipeline.scan(root, self._found, _read_editie(), self._visible, aside)
        _log_findings(leaks)
        if leaks:
            message = "Er is niets geplaatst; was er al een site, dan staat die er nog."
            raise PluginError(message)
        swap({self._target: aside})

    def _make(self, config: MkDocsConfig) -> Prepared:
        root = Path(config.config_file_path).parent.absolute()
        editie, asked = _read_editie(), _read_peildatum()
        today = date.today()  # noqa: DTZ011 - the advisor's own calendar
        found = pipeline.inspect(root, asked=asked, today=today)
        _log_findings(found.findings)
        if found.programma is None:
            message = "De gegevens bevatten fouten."
            raise GeneratorError(message)
        if not self.is_serving:
            self._build_aside(config, root, found, editie)
        fix_date(found.peildatum)
        visible, moment = pipeline.choose_visible(found.programma, editie, found.peildatum)
        self._visible = visible
        told = recall(root, found) if editie is Editie.INTERN else None
        site = pipeline.make_site(visible, editie, moment, keep_compiled(), told)
        docs = root / pipeline.BOUWMAP / editie.value / ("preview" if self.is_serving else "docs")
        write_docs(site, docs)
        return site, docs

    def _build_aside(
        self, config: MkDocsConfig, root: Path, found: pipeline.Inspection, editie: Editie
    ) -> None:
        """Let MkDocs build beside the target, so that a leak is found before anybody sees it."""
        if found.programma and os.environ.get("CIRCULAIR_CONCEPT") != "1":
            remedy = "Zet CIRCULAIR_CONCEPT op 1, of bouw de interne versie."
            pipeline.refuse_concept(found.programma, [editie], remedy)
        if found.programma:
            pipeline.refuse_unlinked(found.programma, [editie])
        target = Path(config.site_dir)
        if target == root / "site":  # MkDocs's own default: nobody asked for it
            target /= editie.value
        refuse_place(target, root, "data", "content", pipeline.BOUWMAP)
        refuse_foreign_target(target)
        self._target, self._found = target, found
        aside = root / pipeline.BOUWMAP / editie.value / "mkdocs"
        clear(aside)  # MkDocs leaves names with a dot where they are
        config.site_dir = str(aside)

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


def _read_editie() -> Editie:
    asked = os.environ.get("CIRCULAIR_EDITIE", Editie.INTERN)
    if asked not in list(Editie):
        message = f"CIRCULAIR_EDITIE: '{asked}' bestaat niet; kies uit {', '.join(Editie)}."
        raise GeneratorError(message)
    return Editie(asked)


def _read_peildatum() -> date | None:
    asked = os.environ.get("CIRCULAIR_PEILDATUM")
    try:
        return None if asked is None else parse_datum(asked)
    except WaardeError as error:
        context = error.context or {}
        message = f"CIRCULAIR_PEILDATUM: {context['melding']}; {context['oplossing']}."
        raise GeneratorError(message) from error


def _log_findings(findings: tuple[Finding, ...]) -> None:
    """Tell the findings; only a fout counts for `mkdocs build --strict`, as it does for us."""
    for finding in findings:
        level = logging.ERROR if finding.ernst is Ernst.FOUT else logging.INFO
        told = (finding.plek, finding.ernst, finding.code, finding.melding, finding.oplossing)
        log.log(level, "%s %s %s: %s. %s", *told)
