"""The settings for web servers: whole, safe whatever the data, and the same every time."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.model.basis import Editie
from generator.present.page import Site
from generator.publish.servers import SOORTEN, VAST, add_server_settings, list_headers

VEILIG = re.compile(r"[\x20-\x21\x23\x25-\x5b\x5d-\x7e]+")
"""What no server reads as the end of a value or as a variable."""


def make_site(editie: str = "publiek", adres: str = "", concept: str = "") -> Site:
    """A site with only what the settings look at."""
    return Site((), (), [], (), {"editie": editie, "adres": adres, "concept": concept})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A built site without anything but its frame."""
    (tmp_path / "404.html").write_text("<p>", encoding="utf-8")
    return tmp_path


def read_nginx(folder: Path) -> tuple[dict[str, str], str]:
    """The headers and the 404 page, read by the rules of nginx; refuses what it would refuse."""
    text = (folder / "server" / "nginx.conf").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    headers, pages = {}, []
    for line in lines:
        assert line.endswith((";", "}")), line
        words = shlex.split(line.rstrip(";"))
        if words[0] == "add_header":
            assert words[3:] == ["always"]
            headers[words[1]] = words[2]
        elif words[0] == "error_page":
            pages.append(words[2])
    return headers, pages[0]


def read_apache(folder: Path) -> tuple[dict[str, str], str]:
    """The headers and the 404 page, read by the rules of Apache."""
    text = (folder / "server" / "apache.conf").read_text(encoding="utf-8")
    lines = [shlex.split(line) for line in text.splitlines() if line and not line.startswith("#")]
    headers = {words[3]: words[4] for words in lines if words[:3] == ["Header", "always", "set"]}
    (page,) = [words[2] for words in lines if words[0] == "ErrorDocument"]
    return headers, page


def read_iis(folder: Path) -> tuple[dict[str, str], str]:
    """The headers and the 404 page in web.config."""
    tree = ET.parse(folder / "web.config")  # noqa: S314 - our own file
    headers = {
        item.attrib["name"]: item.attrib["value"]
        for item in tree.iter("add")
        if "value" in item.attrib
    }
    (page,) = [item.attrib["path"] for item in tree.iter("error")]
    return headers, page


ADRESSEN = {
    "": "/404.html",
    "https://circulair.example": "/404.html",
    "https://www.example.nl/a/b/": "/a/b/404.html",
    'https://x.example/"; return 200 "/$host/{a}\\<b>&\'': (
        "/%22%3B%20return%20200%20%22/%24host/%7Ba%7D%5C%3Cb%3E%26%27/404.html"
    ),
    "https://x.example//elders.example/": "/elders.example/404.html",
}


@pytest.mark.parametrize("adres", ADRESSEN)
def test_every_server_gets_the_same_settings(folder: Path, adres: str) -> None:
    """nginx, Apache and IIS send the same headers and the same page, whatever the address holds."""
    site = make_site(adres=adres)
    add_server_settings(folder, site)
    expected = (list_headers(folder, site), ADRESSEN[adres])
    assert read_nginx(folder) == expected
    assert read_apache(folder) == expected
    assert read_iis(folder) == expected
    for value in (*expected[0].values(), expected[1]):
        assert VEILIG.fullmatch(value)


def test_headers_are_those_that_were_agreed(folder: Path) -> None:
    """The policy, no guessing of types, no referrer, no sensors, no other sites."""
    headers = list_headers(folder, make_site())
    assert list(headers) == ["Content-Security-Policy", *VAST]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Strict-Transport-Security" not in headers


@pytest.mark.parametrize(
    ("editie", "concept", "is_hidden"),
    [("publiek", "", False), ("publiek", "Dit is een concept.", True), ("intern", "", True)],
)
def test_search_engines_skip_what_is_not_for_everyone(
    folder: Path, editie: str, concept: str, *, is_hidden: bool
) -> None:
    """The intranet and a concept are not found by search engines."""
    headers = list_headers(folder, make_site(Editie(editie), concept=concept))
    assert ("X-Robots-Tag" in headers) is is_hidden


def test_strict_transport_is_explained_and_off(folder: Path) -> None:
    """It concerns the whole server, so that its keeper decides."""
    add_server_settings(folder, make_site())
    for name in ("nginx.conf", "apache.conf"):
        text = (folder / "server" / name).read_text(encoding="utf-8")
        (line,) = [line for line in text.splitlines() if "max-age" in line]
        assert line.startswith("# ")


def test_iis_never_meets_a_setting_twice(folder: Path) -> None:
    """IIS fails on a setting that a folder above has too; each is therefore removed first."""
    add_server_settings(folder, make_site())
    tree = ET.parse(folder / "web.config")  # noqa: S314 - our own file
    for group in tree.iter():
        seen: set[tuple[str, str]] = set()
        for item in group:
            key = next(iter(item.attrib.items()), ("", ""))
            if item.tag == "remove":
                seen.add(key)
            elif item.tag in {"add", "mimeMap", "error"}:
                assert key in seen, ET.tostring(item)
    kinds = {item.attrib["fileExtension"]: item.attrib["mimeType"] for item in tree.iter("mimeMap")}
    assert kinds == SOORTEN
