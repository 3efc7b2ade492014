"""Addresses of the preview: where it may stand, and for which names it answers."""

from __future__ import annotations

import pytest

from generator.findings import GeneratorError
from generator.publish.preview.adres import is_own_host, read_adres


@pytest.mark.parametrize(
    ("adres", "host", "poort"),
    [
        ("127.0.0.1:8000", "127.0.0.1", 8000),
        ("localhost:1", "localhost", 1),
        ("[::1]:65535", "::1", 65535),
    ],
)
def test_address_is_read(adres: str, host: str, poort: int) -> None:
    """An IP address or localhost, with a port."""
    assert read_adres(adres) == (host, poort)


@pytest.mark.parametrize(
    "adres", ["", "8000", "127.0.0.1", "127.0.0.1:0", "127.0.0.1:65536", "voorbeeld.nl:8000", ":80"]
)
def test_anything_else_is_refused_with_an_example(adres: str) -> None:
    """Who mistypes the address reads how to write it."""
    with pytest.raises(GeneratorError, match=r"bijvoorbeeld 127\.0\.0\.1:8000"):
        read_adres(adres)


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000", "192.168.1.7:80"]
)
def test_own_names_are_answered(host: str) -> None:
    """Localhost and numbers mean this computer."""
    assert is_own_host(host)


@pytest.mark.parametrize(
    "host", ["", "voorbeeld.nl", "localhost.voorbeeld.nl", "127.0.0.1.nip.io:8000", "[::1", "a:b:c"]
)
def test_names_of_others_are_not(host: str) -> None:
    """A name of others may be made to lead here, and then their page would read along."""
    assert not is_own_host(host)
