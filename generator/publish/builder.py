"""The site builder: MkDocs with Material, fed with prepared pages; a replaceable last step."""

from __future__ import annotations

import calendar
import logging
import os
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from pathspec.gitignore import GitIgnoreSpec

from generator.findings import GeneratorError
from generator.present.page import Site
from generator.publish.raw_html import RawHtml

Prepared = tuple[Site, Path]
"""An edition with the folder that its pages were written to."""

MARKDOWN: dict[str, dict[str, Any]] = {
    "toc": {"permalink": "¶", "permalink_title": "Link naar deze kop", "toc_depth": "2-3"},
    "tables": {"use_align_attribute": True},
    "fenced_code": {},
    "footnotes": {},
    "sane_lists": {},
}
PALETTE = [
    {
        "media": "(prefers-color-scheme: light)",
        "scheme": "default",
        "toggle": {"icon": "material/weather-night", "name": "Donkere weergave"},
    },
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "toggle": {"icon": "material/weather-sunny", "name": "Lichte weergave"},
    },
]


def fix_date(peildatum: date) -> None:
    """Let MkDocs date its sitemap by `peildatum`: the same input then gives the same bytes."""
    os.environ["SOURCE_DATE_EPOCH"] = str(calendar.timegm(peildatum.timetuple()))


def configure(config: MkDocsConfig, prepared: Prepared) -> None:
    """Point MkDocs at the prepared pages, with our theme, menu and extensions."""
    site, docs = prepared
    config.docs_dir = str(docs)
    config.site_name = site.instellingen["sitenaam"]
    config.nav = site.nav
    config.not_in_nav = GitIgnoreSpec.from_lines(f"/{name}" for name in site.buiten_menu)
    config.use_directory_urls = False
    config.validation.nav.omitted_files = logging.WARNING
    extensions: list[Any] = [RawHtml(), *MARKDOWN]
    config.markdown_extensions = extensions
    config.mdx_configs = MARKDOWN
    config.extra_css = ["assets/circulair.css"]
    config.extra_javascript = ["assets/circulair.js"]
    config.extra["circulair"] = dict(site.instellingen)
    config.copyright = None
    theme = config.theme
    overrides = str(files("site_theme") / "overrides")
    if overrides not in theme.dirs:
        theme.dirs.insert(0, overrides)
    theme["font"] = False
    theme["language"] = "nl"
    theme["palette"] = PALETTE
    theme["features"] = ["navigation.tabs", "navigation.indexes"]


def add_memory(env: Environment) -> None:
    """Give the theme `onthoud(key, render)`: parts that many pages share are rendered once.

    Header, tabs, footer and the menu beside pages that are not in it differ only by the folder of
    the page; rendering them for every page is a quarter of the time of a large build.
    """
    kept: dict[str, str] = {}

    def onthoud(key: str, render: Callable[[], str]) -> str:
        if key not in kept:
            kept[key] = render()
        return kept[key]

    env.globals["onthoud"] = onthoud


class _Collector(logging.Handler):
    """Keeps what MkDocs warns of, so that a failed build can say why."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.lines.append(record.getMessage())


def build_site(root: Path, site: Site, docs: Path, target: Path) -> None:
    """Build the pages in `docs` into `target`, strictly: a warning of MkDocs is a failure.

    Raises:
        GeneratorError: there is no mkdocs.yml, or MkDocs refused the pages.
    """
    config_file = root / "mkdocs.yml"
    if not config_file.is_file():
        message = f"In '{root}' ontbreekt mkdocs.yml. Noem met --bron de map waarin het staat."
        raise GeneratorError(message)
    logger = logging.getLogger("mkdocs")
    collector = _Collector()
    logger.addHandler(collector)
    propagate, logger.propagate = logger.propagate, False
    try:
        config = load_config(str(config_file), strict=True, site_dir=str(target))
        plugin: Any = config.plugins.get("circulair")
        if plugin is None:
            message = "In mkdocs.yml ontbreekt de plugin circulair onder plugins."
            raise GeneratorError(message)
        plugin.prepared = (site, docs)
        build(config)
    except MkDocsException as error:
        reasons = "\n".join(f"  {line}" for line in collector.lines) or f"  {error}"
        message = f"De site kon niet gebouwd worden; de vorige blijft staan.\n{reasons}"
        raise GeneratorError(message) from error
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate
