"""The site builder: MkDocs with Material, fed with prepared pages; a replaceable last step."""

from __future__ import annotations

import calendar
import hashlib
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemBytecodeCache,
    FunctionLoader,
    TemplateNotFound,
)
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from pathspec.gitignore import GitIgnoreSpec

from generator.findings import GeneratorError
from generator.present.page import Site
from generator.publish.files import show_path
from generator.publish.policy import SCOPE
from generator.publish.raw_html import RawHtml, make_anchor

Prepared = tuple[Site, Path]
"""An edition with the folder that its pages were written to."""

MARKDOWN: dict[str, dict[str, Any]] = {
    "toc": {
        "permalink": "¶",
        "permalink_title": "Link naar deze kop",
        "toc_depth": "2-3",
        "slugify": make_anchor,
    },
    "tables": {"use_align_attribute": True},
    "fenced_code": {},
    "footnotes": {"BACKLINK_TITLE": "Terug naar verwijzing {} in de tekst"},
    "sane_lists": {},
}
PALETTE = {"scheme": "default"}
"""What a page begins with; `kader.js` has the dark one."""

VREEMD = (ValueError, TypeError, AttributeError, KeyError, OSError, RecursionError)
"""What MkDocs raises about settings that it did not foresee, such as a date that cannot be."""


def fix_date(peildatum: date) -> None:
    """Let MkDocs date its sitemap by `peildatum`: the same input then gives the same bytes.

    A date outside 1970-2106 becomes the nearest: gzip has no room for others.
    """
    seconds = calendar.timegm(peildatum.timetuple())
    os.environ["SOURCE_DATE_EPOCH"] = str(min(max(seconds, 0), 2**32 - 1))


def configure(config: MkDocsConfig, prepared: Prepared) -> None:
    """Point MkDocs at the prepared pages, with our theme, menu and extensions."""
    site, docs = prepared
    config.docs_dir = str(docs)
    config.site_name = site.instellingen["sitenaam"]
    # The preview has an address of its own.
    if site.instellingen["adres"]:
        config.site_url = config.site_url or _clean_url(site.instellingen["adres"])
    config.nav = site.nav
    config.not_in_nav = GitIgnoreSpec.from_lines(f"/{name}" for name in site.buiten_menu)
    config.use_directory_urls = False
    config.validation.nav.omitted_files = logging.WARNING
    extensions: list[Any] = [RawHtml(), *MARKDOWN]
    config.markdown_extensions = extensions
    config.mdx_configs = MARKDOWN
    config.extra_css = ["assets/circulair.css"]
    config.extra_javascript = ["assets/circulair.js", "assets/zoeken.js"]
    # Refused in mkdocs.yml; here they are off whoever else sets them.
    config.repo_url = config.repo_name = config.edit_uri = config.edit_uri_template = None
    config.site_author = config.site_description = config.copyright = None
    config.extra_templates = []
    config.extra.clear()
    config.extra |= {"circulair": dict(site.instellingen), "scope": SCOPE, "generator": False}
    theme = config.theme
    overrides = str(files("site_theme") / "overrides")
    if overrides not in theme.dirs:
        theme.dirs.insert(0, overrides)
    theme["font"] = False
    theme["language"] = "nl"
    theme["palette"] = PALETTE
    theme["features"] = ["navigation.tabs"]


def _clean_url(url: str) -> str:
    """The address of a folder, with nothing in it that could end an HTML attribute."""
    return quote(url.rstrip("/"), safe=":/?#[]@!$&()*+,;=%") + "/"


def keep_compiled(folder: Path | None = None) -> BytecodeCache | None:
    """Keeps compiled templates between runs; compiling is a fifth of a small build.

    Without a `folder` in one that only this user of the computer can write: what is kept, is run,
    so it never stands in the folder of a programme, which may come from somebody else. None where
    there is no such folder.

    Jinja compares each with its source only. What else decides about compiled code is part of the
    file names: the versions of Jinja and MkDocs, and our escaper, which works on constants while
    they are compiled.
    """
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    present = files("generator") / "present"
    shaped_by = [version("jinja2"), version("mkdocs")]
    shaped_by += [(present / name).read_text("utf-8") for name in ("escape.py", "writer.py")]
    key = hashlib.sha256("\n".join(shaped_by).encode()).hexdigest()[:16]
    place = str(folder) if folder else None
    try:
        # Jinja itself chooses a folder of this user alone, and refuses one of somebody else.
        return FileSystemBytecodeCache(place, pattern=f"circulair-{key}-%s.cache")
    except (OSError, RuntimeError):
        return None


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


def mend_frame(env: Environment) -> None:
    """Leave out of Material's frame what is no HTML: a checkbox completes nothing by itself."""
    inner = env.loader
    if inner is None:
        return

    def load(name: str) -> tuple[str, str | None, Callable[[], bool] | None] | None:
        try:
            source, file, is_fresh = inner.get_source(env, name)
        except TemplateNotFound:
            return None
        for checkbox in ("__drawer", "__search"):
            source = source.replace(f'id="{checkbox}" autocomplete="off"', f'id="{checkbox}"')
        return source, file, is_fresh

    env.loader = FunctionLoader(load)


class _Collector(logging.Handler):
    """Keeps what MkDocs warns of, so that a failed build can say why."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.lines.append(record.getMessage())


@contextmanager
def explain_mkdocs(what: str, *odd: type[Exception]) -> Iterator[None]:
    """Turn a failure of MkDocs into a GeneratorError: `what`, with the reasons that MkDocs logs.

    `odd` are other exceptions that mean the same, because MkDocs does not foresee every mistake.
    """
    logger = logging.getLogger("mkdocs")
    collector = _Collector()
    logger.addHandler(collector)
    propagate, logger.propagate = logger.propagate, False
    failures: tuple[type[Exception], ...] = (MkDocsException, *odd)
    try:
        yield
    except failures as error:
        reasons = collector.lines or [str(error) or type(error).__name__]
        raise GeneratorError("\n  ".join((what, *reasons))) from error
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate


def read_config(root: Path, docs: Path, **options: Any) -> MkDocsConfig:
    """The settings of MkDocs in `root`, strictly: a warning is a failure.

    Args:
        root: the absolute folder of mkdocs.yml.
        docs: an existing folder, so that the one in mkdocs.yml need not exist.
        options: settings that go before those in mkdocs.yml.

    Raises:
        GeneratorError: there is no mkdocs.yml, or it is not in order.
    """
    file = root / "mkdocs.yml"
    if not file.is_file():
        message = (
            f"In '{show_path(root)}' ontbreekt mkdocs.yml. Noem met --bron de map ervan, of "
            "kopieer het van het voorbeeld."
        )
        raise GeneratorError(message)
    with explain_mkdocs(f"'{show_path(file)}' is niet in orde; herstel dit:", *VREEMD):
        return load_config(str(file), strict=True, docs_dir=str(docs), **options)


def build_site(root: Path, site: Site, docs: Path, target: Path) -> None:
    """Build the pages in `docs` into `target`, strictly: a warning of MkDocs is a failure.

    Raises:
        GeneratorError: mkdocs.yml is not in order, or MkDocs refused the pages.
    """
    config = read_config(root, docs, site_dir=str(target))
    plugin: Any = config.plugins["circulair"]
    plugin.prepared = (site, docs)
    try:
        with explain_mkdocs("De site kon niet gebouwd worden; de vorige blijft staan."):
            build(config)
    finally:
        plugin.prepared = None  # MkDocs keeps plugins between builds in one process
