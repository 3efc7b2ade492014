"""The pages of the preview: each made when asked for, in the frame that a build gives it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from generator.present.page import Asset, Draft
from generator.publish.builder import add_memory, configure, explain_mkdocs, read_config
from generator.publish.policy import FRAME, write_policy
from generator.publish.search import PageIndex, drop_marks

BOUWER = "mkdocs"
"""The logger of MkDocs; what it would say of one page alone, is not so of the whole."""
ZOEKER = "material/search"
AGENDA = ".ics"
type_entries = list[dict[str, str]]


class Frame:
    """MkDocs with our theme, settled once for as long as mkdocs.yml does not change.

    Attributes:
        theme: the files of the theme, by their place on the site.
    """

    def __init__(self, root: Path, draft: Draft) -> None:
        """Settle everything with the first edition.

        Raises:
            GeneratorError: mkdocs.yml is not in order.
        """
        logger = logging.getLogger(BOUWER)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
        self._docs = root / "data"  # exists, as MkDocs asks; nothing in it is read by it
        self.config = read_config(root, self._docs)
        self._site_url = self.config.site_url
        plugin: Any = self.config.plugins["circulair"]
        with explain_mkdocs("Het voorbeeld kan niet gemaakt worden."):
            self.config.plugins.on_startup(command="build", dirty=False)
            plugin.prepared = (draft.frame, self._docs)
            try:
                self.config.plugins.on_config(self.config)
            finally:
                plugin.prepared = None  # MkDocs keeps plugins
        env = self.config.theme.get_env()
        files = Files([])
        files.add_files_from_theme(env, self.config)
        files = self.config.plugins.on_files(files, config=self.config)
        self.theme = {file.dest_uri: Path(file.abs_src_path or "") for file in files}
        self.env = self.config.plugins.on_env(env, config=self.config, files=files)
        self._policy = ""

    def settle(self, draft: Draft) -> tuple[Files, Navigation]:
        """Let what all pages show be that of this edition; return its files and menu."""
        self.config.site_url = self._site_url
        # Which pages are not in the menu is told with each file; patterns for them take longer.
        configure(self.config, (replace(draft.frame, buiten_menu=()), self._docs))
        add_memory(self.env)
        outside = set(draft.frame.buiten_menu)
        files = Files([self._announce(f"{page.pad}.md", outside) for page in draft.pages])
        nav = get_navigation(files, self.config)
        for page in draft.pages:
            found = _find_page(files, page.pad)
            found.title = found.title or page.titel  # the menu may have a name of its own for it
        return files, nav

    def _announce(self, name: str, outside: set[str]) -> File:
        level = InclusionLevel.NOT_IN_NAV if name in outside else InclusionLevel.INCLUDED
        return File.generated(self.config, name, content="", inclusion=level)

    def render(self, template: str, **context: Any) -> str:
        """A page of the theme."""
        return str(self.env.get_template(template).render(**context))

    def find_policy(self, make_frame: Callable[[], str], find_bundle: Callable[[], Path]) -> str:
        """The policy of the built site: what it refuses there, the preview refuses too."""
        if not self._policy:
            self._policy = write_policy(make_frame(), [find_bundle()])
        return self._policy


def _find_page(files: Files, pad: str) -> Page:
    file = files.get_file_from_path(f"{pad}.md")
    if file is None or file.page is None:
        raise KeyError(pad)
    return file.page


class Edition:
    """One edition of which pages, files and the search index are made when asked for.

    Nothing here may be used by two threads at once.

    Attributes:
        sections: of each page, its Markdown and what search finds in it.
    """

    def __init__(self, frame: Frame, draft: Draft, before: Edition | None = None) -> None:
        """Begin with nothing but the menu; `before` has made the search index of most pages."""
        self.frame = frame
        self._pages = {page.pad: page for page in draft.pages}
        self._draft = draft
        self._files, self._nav = frame.settle(draft)
        self._documents = self._files.documentation_pages()
        self._written: dict[str, str] = {}
        self._made: dict[str, str] = {}
        self._assets: dict[str, Asset] = {}
        self._listed = -1
        self.sections: dict[str, tuple[str, type_entries]] = before.sections if before else {}

    @property
    def paden(self) -> Collection[str]:
        """Every page, in the order in which a build writes them."""
        return self._pages.keys()

    @property
    def has_search(self) -> bool:
        """Whether mkdocs.yml asks for search."""
        return ZOEKER in self.frame.config.plugins

    @property
    def policy(self) -> str:
        """The policy of the built site."""
        bundle = f"assets/{self._draft.frame.instellingen['plotly']}"
        return self.frame.find_policy(self.make_missing, lambda: Path(str(self.find_file(bundle))))

    def make_page(self, pad: str) -> str:
        """The HTML of a page."""
        if pad not in self._made:
            page = self._read(pad)
            content = page.content or ""
            context = get_context(self._nav, self._documents, self.frame.config, page)
            page.active, page.content = True, drop_marks(content)
            try:
                self._made[pad] = self.frame.render("main.html", **context)
            finally:
                page.active, page.content = False, content
        return self._made[pad]

    def make_missing(self) -> str:
        """The HTML for an address that does not exist."""
        context = get_context(self._nav, self._documents, self.frame.config, base_url="/")
        return self.frame.render(FRAME, **context)

    def find_file(self, name: str) -> str | bytes | Path | None:
        """What stands in a file of the theme, or one that the pages written so far ask for."""
        if name not in self._assets and self._listed != len(self._written):
            self._listed = len(self._written)
            self._assets |= {asset.bestand: asset for asset in self._draft.list_assets()}
        if name not in self._assets and name.endswith(AGENDA):
            self._assets |= {asset.bestand: asset for asset in self._draft.list_agendas()}
        return self._assets[name].inhoud if name in self._assets else self.frame.theme.get(name)

    @property
    def is_written(self) -> bool:
        """Whether all pages are, and with them every file is known."""
        return len(self._written) == len(self._pages)

    def write(self, pad: str) -> str:
        """The Markdown of a page; from then on the files that it asks for are known."""
        if pad not in self._written:
            self._written[pad] = self._pages[pad].write().markdown
        return self._written[pad]

    def _read(self, pad: str) -> Page:
        page = _find_page(self._files, pad)
        if page.content is None:
            page.markdown, page.meta = get_data(self.write(pad))
            page.render(self.frame.config, self._files)
        return page

    def add_to_index(self, pad: str) -> None:
        """Find the sections of a page, unless that was done while it read the same."""
        markdown = self.write(pad)
        if pad not in self.sections or self.sections[pad][0] != markdown:
            index = self._open_index()
            index.add_entry_from_context(self._read(pad))
            self.sections[pad] = markdown, index.entries

    def join_index(self) -> str:
        """The search index of all pages that were added to it."""
        index = self._open_index()
        for pad in self._pages:
            index.entries += self.sections[pad][1]
        return index.generate_search_index(None)

    def _open_index(self) -> PageIndex:
        index = PageIndex(**self.frame.config.plugins[ZOEKER].config)
        index.synoniemen = self._draft.frame.synoniemen
        return index
