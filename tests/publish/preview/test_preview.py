"""The preview: it shows what a build would give, and survives whatever is saved."""

from __future__ import annotations

import http.client
import json
import re
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from generator import pipeline
from generator.cli.opties import today
from generator.findings import GeneratorError
from generator.load.yaml_document import remember
from generator.model.basis import Editie
from generator.publish.builder import build_site
from generator.publish.files import write_docs
from generator.publish.preview.look import Look
from generator.publish.preview.server import find_answer, open_server
from generator.publish.preview.stand import Preview
from generator.workbench import voorbeeld

ACTIE = "data/acties/A-0001.yaml"
PAGINA = "/acties/a-0001.html"
HALF = (
    b"",
    b"titel: [half",
    b"\xff\xfe\x00",
    b"titel: caf\xe9\n",
    b"\t- x",
    b"a: &x [*x]",
    b"---\n" * 9,
)
"""What may stand in a file while it is being saved."""
BUITEN = (
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%5c..%5cboot.ini",
    "//etc/passwd",
    "/data/programma.yaml",
    "/assets/",
    "/mkdocs.yml",
    "/%00.html",
)
"""Addresses that are no page."""
EIGEN = re.compile(
    r'<link rel="stylesheet" href="/_voorbeeld/.*?<script src="/_voorbeeld/voorbeeld.js"></script>',
    re.DOTALL,
)


class Kijker:
    """A preview without a server, with all that it told."""

    def __init__(self, root: Path, editie: Editie = Editie.INTERN) -> None:
        """Look once."""
        self.root = root
        self.told: list[str] = []
        self.look = voorbeeld.open_look(root, editie, asked=None, today=today)
        self.preview = Preview(
            root,
            look=self.take_look,
            tell=lambda findings: self.told.extend(map(str, findings)),
            report=self.told.append,
        )
        self.preview.refresh()

    def take_look(self) -> Look:
        """What it sees; a test may put something else in the place of `look`."""
        return self.look()

    def get(self, adres: str, status: int = 200) -> str:
        """What a browser gets."""
        answer = find_answer(self.preview, adres)
        assert answer.status == status
        return answer.inhoud.decode("utf-8")

    def save(self, name: str, content: bytes) -> None:
        """Save a file and look again."""
        (self.root / name).write_bytes(content)
        self.preview.refresh([name])

    def change(self, old: str, new: str, name: str = ACTIE) -> None:
        """Change a file and look again."""
        content = (self.root / name).read_bytes()
        assert old.encode() in content
        self.save(name, content.replace(old.encode(), new.encode(), 1))


def read_index(text: str) -> tuple[list[str], object]:
    """What search knows, whatever the order of the pages."""
    index = json.loads(text)
    return sorted(map(json.dumps, index["docs"])), index["synoniemen"]


@pytest.fixture(name="kijker")
def _kijker(proefdorp_map: Path) -> Kijker:
    return Kijker(proefdorp_map)


def test_saved_file_shows(kijker: Kijker) -> None:
    """What an advisor saves stands on the page."""
    assert "oude tegels" in kijker.get(PAGINA)
    kijker.change("oude tegels", "oude klinkers")
    page = kijker.get(PAGINA)
    assert "oude klinkers" in page
    assert "vb-paneel" not in page
    assert f"Bijgewerkt: {ACTIE}" in kijker.told


def test_mistake_shows_above_the_last_good_page_until_it_is_mended(kijker: Kijker) -> None:
    """The panel tells place, line, what is wrong and what to type, and goes by itself."""
    stand = kijker.preview.stand
    kijker.change("thema: openbare_ruimte", "thema: openbare_ruimt")
    assert kijker.preview.stand.split("-")[0] == stand.split("-")[0]  # no page loads again
    assert kijker.preview.stand != stand
    page = kijker.get(PAGINA)
    assert "oude tegels" in page
    for told in (
        "1 fout",
        "data/acties/A-0001.yaml:",
        "<mark>openbare_ruimt</mark>",
        "bedoelt u &#39;openbare_ruimte&#39;?",
        'href="/beheer/meldingen/verwijzing-onbekend.html"',
    ):
        assert told in page
        assert told in kijker.get("/_bevindingen")
    assert kijker.get("/_voorbeeld/paneel") in page
    assert "blijft de laatste goede site staan" in kijker.told[-1]
    kijker.change("thema: openbare_ruimt", "thema: openbare_ruimte")
    assert "vb-paneel" not in kijker.get(PAGINA)
    assert "Geen bevindingen" in kijker.get("/_bevindingen")


def test_preview_starts_with_a_mistake_and_shows_the_site_once_it_is_mended(
    proefdorp_map: Path,
) -> None:
    """Who begins with a mistake sees what it is, at every address."""
    good = (proefdorp_map / ACTIE).read_bytes()
    (proefdorp_map / ACTIE).write_bytes(b"titel: [half")
    kijker = Kijker(proefdorp_map)
    for adres in ("/", PAGINA, "/acties/"):
        assert "verschijnt hier de site" in kijker.get(adres)
    assert kijker.get("/assets/circulair.css", 404) == ""
    kijker.save(ACTIE, good)
    assert "oude tegels" in kijker.get(PAGINA)


def test_warning_is_one_quiet_line(kijker: Kijker) -> None:
    """What does not stop the site takes one line, with a link to the rest."""
    kijker.change("gepland: 2027-05", "gepland: 2029-05")
    page = kijker.get(PAGINA)
    assert '<p class="vb-paneel vb-strook">Voorbeeld: <a href="/_bevindingen">' in page
    assert "role=" not in page[page.index("vb-strook") : page.index("_voorbeeld-stem")]


def test_half_written_file_never_ends_the_preview(kijker: Kijker) -> None:
    """Whatever stands in a file for a moment, the last good page stays, and the next save shows."""
    good = (kijker.root / ACTIE).read_bytes()
    for content in HALF:
        kijker.save(ACTIE, content)
        page = kijker.get(PAGINA)
        assert "oude tegels" in page, content
        assert "vb-ernstig" in page, content
    kijker.save(ACTIE, good.replace(b"oude tegels", b"oude dakpannen"))
    assert "oude dakpannen" in kijker.get(PAGINA)


def test_files_that_go_and_come_back_never_end_the_preview(kijker: Kijker) -> None:
    """Without the facts, a whole folder or all data the last good site stays."""
    data = kijker.root / "data"
    for gone in (data / "programma.yaml", data / "acties", data, kijker.root / "mkdocs.yml"):
        aside = kijker.root / "weg"
        gone.rename(aside)
        kijker.preview.refresh(["mkdocs.yml" if gone.name == "mkdocs.yml" else "data/x"])
        assert "oude tegels" in kijker.get(PAGINA), gone
        assert "vb-ernstig" in kijker.get(PAGINA), gone
        aside.rename(gone)
        kijker.preview.refresh(["mkdocs.yml" if gone.name == "mkdocs.yml" else "data/x"])
        assert "vb-ernstig" not in kijker.get(PAGINA), gone


def test_bug_of_ours_shows_as_such_and_the_preview_goes_on(kijker: Kijker) -> None:
    """A fault in the program says so, keeps its stack for the terminal, and passes."""
    good, kijker.look = kijker.look, lambda: Look(1 / 0)  # type: ignore[arg-type]
    kijker.preview.refresh([ACTIE])
    page = kijker.get(PAGINA)
    assert "Fout in het programma" in page
    assert "oude tegels" in page
    assert any("ZeroDivisionError" in told for told in kijker.told)
    kijker.look = good
    kijker.preview.refresh([ACTIE])
    assert "Fout in het programma" not in kijker.get(PAGINA)


def test_reason_that_is_no_finding_shows(kijker: Kijker) -> None:
    """What cannot go on says why, in the panel and in the terminal."""

    def fail() -> Look:
        message = "De map is weg."
        raise GeneratorError(message)

    kijker.look = fail
    kijker.preview.refresh([ACTIE])
    assert "De map is weg." in kijker.get(PAGINA)
    assert "De map is weg." in kijker.told


def test_unread_file_makes_the_preview_unsure(kijker: Kijker) -> None:
    """A file that another program holds is a reason to look again."""
    assert not kijker.preview.is_unsure
    (kijker.root / ACTIE).unlink()
    (kijker.root / ACTIE).symlink_to(kijker.root / "mkdocs.yml")
    kijker.preview.refresh([ACTIE])
    assert kijker.preview.is_unsure


def test_page_of_a_removed_action_is_gone_and_the_name_of_the_site_is_everywhere(
    kijker: Kijker,
) -> None:
    """What concerns all pages shows on all pages."""
    extra = "data/acties/A-0099.yaml"
    kijker.save(extra, (kijker.root / ACTIE).read_bytes())
    assert "A-0099" in kijker.get("/acties/a-0099.html")
    kijker.change("sitenaam: Circulair", "sitenaam: Rondom", "data/programma.yaml")
    assert "Rondom Proefdorp" in kijker.get(PAGINA)
    (kijker.root / extra).unlink()
    kijker.preview.refresh([extra])
    assert "Deze pagina bestaat niet" in kijker.get("/acties/a-0099.html", 404)
    assert "A-0099" not in kijker.get("/acties/index.html")


@pytest.mark.parametrize("editie", list(Editie))
def test_preview_shows_what_a_build_gives_and_a_build_holds_nothing_of_it(
    proefdorp_map: Path, editie: Editie
) -> None:
    """Every page, file and the search index are those of the built site, but for the panel."""
    kijker = Kijker(proefdorp_map, editie)
    found = pipeline.inspect(proefdorp_map, today=date.max)
    assert found.programma
    site = pipeline.prepare(found.programma, editie, found.peildatum)
    docs, target = proefdorp_map / ".build" / "docs", proefdorp_map / ".build" / "site"
    write_docs(site, docs)
    build_site(proefdorp_map, site, docs, target)
    for page in site.pages:
        built = (target / f"{page.pad}.html").read_text(encoding="utf-8")
        assert "_voorbeeld" not in built
        shown, replaced = EIGEN.subn("", kijker.get(f"/{page.pad}.html"))
        assert replaced == 1
        assert shown == built, page.pad
    for asset in site.assets:
        name = asset.bestand
        assert find_answer(kijker.preview, f"/{name}").inhoud == (target / name).read_bytes()
    index = "search/search_index.json"
    built_index = (target / index).read_text(encoding="utf-8")
    assert read_index(kijker.get(f"/{index}")) == read_index(built_index)
    assert not list(target.rglob("*voorbeeld.*s"))


def test_index_follows_a_save(kijker: Kijker) -> None:
    """Search in the preview knows what was saved last."""
    index = "/search/search_index.json"
    assert "oude klinkers" not in kijker.get(index)
    kijker.change("oude tegels", "oude klinkers")
    assert "oude klinkers" in kijker.get(index)


def test_file_of_a_page_that_nobody_opened_since_is_found(kijker: Kijker) -> None:
    """A page from before the last save may still ask for its chart."""
    script = re.search(r'data-script="([^"]+)"', kijker.get("/indicatoren/restafval_inw.html"))
    assert script
    name = script.group(1).removeprefix("../")
    kijker.change("oude tegels", "oude klinkers")
    assert "circulair" in kijker.get(f"/{name}")


def test_titles_in_the_menu_are_those_of_the_pages(proefdorp_map: Path) -> None:
    """The menu names a page before it is written; both say the same."""
    found = pipeline.inspect(proefdorp_map, today=date.max)
    assert found.programma
    for editie in Editie:
        visible, moment = pipeline.choose_visible(found.programma, editie, found.peildatum)
        for page in pipeline.make_draft(visible, editie, moment, None).pages:
            assert f'title: "{page.titel}"\n' in page.write().markdown, page.pad


def test_remembered_files_read_the_same(proefdorp_map: Path) -> None:
    """Reading only what changed gives the same programme and the same findings."""
    (proefdorp_map / ACTIE).write_text("titel: x\nfase: nee\n", encoding="utf-8")
    plain = pipeline.inspect(proefdorp_map, today=date.max)
    kept: dict[object, object] = {}
    for _ in range(3):
        before, kept = kept, {}
        parse = remember(before, kept)
        again = pipeline.inspect(proefdorp_map, today=date.max, parse=parse)
        assert (again.findings, again.gelezen) == (plain.findings, plain.gelezen)
        assert all(kept[key] is value for key, value in before.items())


def test_who_waits_hears_of_a_save(kijker: Kijker) -> None:
    """A browser that asks for news gets it as soon as there is any."""
    stand = kijker.preview.stand
    heard: list[str] = []
    listener = threading.Thread(
        target=lambda: heard.append(kijker.get(f"/_voorbeeld/wacht?stand={stand}"))
    )
    listener.start()
    kijker.change("oude tegels", "oude klinkers")
    listener.join(timeout=60)
    assert heard == [kijker.preview.stand]
    assert heard != [stand]


def test_nothing_but_the_site_is_served(kijker: Kijker) -> None:
    """No path leads to a file of the computer, and no folder is listed."""
    for adres in BUITEN:
        assert "Deze pagina bestaat niet" in kijker.get(adres, 404), adres
    assert kijker.get("/_voorbeeld/../../x", 404) == ""


@pytest.fixture(name="ask")
def _ask(kijker: Kijker) -> Iterator[Callable[..., http.client.HTTPResponse]]:
    server = open_server(kijker.preview, "127.0.0.1", 0)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()

    connections: list[http.client.HTTPConnection] = []

    def ask(method: str, adres: str, host: str | None = None) -> http.client.HTTPResponse:
        port = server.server_address[1]
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connections.append(connection)
        connection.request(method, adres, headers={"Host": host or f"127.0.0.1:{port}"})
        return connection.getresponse()

    yield ask
    for connection in connections:
        connection.close()
    server.shutdown()
    server.server_close()


def test_pages_have_the_policy_of_the_built_site(
    ask: Callable[..., http.client.HTTPResponse],
) -> None:
    """What a web server will refuse, the preview refuses too; and a browser keeps nothing."""
    answer = ask("GET", PAGINA)
    assert answer.status == 200
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert "unsafe" not in policy
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_name_of_others_is_refused(ask: Callable[..., http.client.HTTPResponse]) -> None:
    """A page of others that leads its name here reads nothing."""
    answer = ask("GET", PAGINA, "kwaad.example")
    assert answer.status == 403
    assert b"oude tegels" not in answer.read()


def test_only_reading_is_possible(ask: Callable[..., http.client.HTTPResponse]) -> None:
    """HEAD gives no page, and nothing can be sent."""
    assert ask("HEAD", PAGINA).read() == b""
    assert ask("POST", PAGINA).status == 501


@pytest.mark.parametrize("adres", ["http://[", "http://[::x]/", "http://[::1"])
def test_address_that_is_none_is_no_fault_of_the_program(kijker: Kijker, adres: str) -> None:
    """What no browser asks for gives a short answer, and nothing in the terminal."""
    assert find_answer(kijker.preview, adres).status == 404


def test_page_that_cannot_be_made_shows_as_a_fault_of_the_program(
    kijker: Kijker,
    ask: Callable[..., http.client.HTTPResponse],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A fault while a page is made ends that page only."""
    monkeypatch.setattr(kijker.preview, "make_page", lambda _: 1 / 0)
    answer = ask("GET", PAGINA)
    assert answer.status == 500
    assert "Fout in het programma" in answer.read().decode("utf-8")
    assert any("ZeroDivisionError" in told for told in kijker.told)
    assert ask("GET", "/assets/circulair.css").status == 200


def test_address_in_use_is_explained(kijker: Kijker) -> None:
    """Who starts a second preview reads how to choose another port."""
    told = r"al in gebruik.*--adres 127\.0\.0\.1:"
    with (
        open_server(kijker.preview, "127.0.0.1", 0) as first,
        pytest.raises(GeneratorError, match=told),
    ):
        open_server(kijker.preview, "127.0.0.1", first.server_address[1])
