"""Addresses: where the preview may stand, and for which names it answers."""

from __future__ import annotations

import ipaddress
import re

from generator.findings import GeneratorError

_ADRES = re.compile(r"(?P<host>.+):(?P<poort>[0-9]{1,5})", re.ASCII)
_HOST = re.compile(r"(?P<host>\[[^\[\]]*\]|[^:\[\]]*)(:[0-9]{1,5})?", re.ASCII)
_LOKAAL = "localhost"


def read_adres(adres: str) -> tuple[str, int]:
    """The host without brackets, and the port.

    Raises:
        GeneratorError: this is no IP address or localhost with a port.
    """
    found = _ADRES.fullmatch(adres)
    if found and is_own_host(found["host"]) and 0 < int(found["poort"]) < 2**16:
        return found["host"].removeprefix("[").removesuffix("]"), int(found["poort"])
    message = (
        f"--adres: '{adres}' is geen adres. Schrijf een IP-adres of localhost, een dubbele "
        "punt en een poort van 1 tot en met 65535, bijvoorbeeld 127.0.0.1:8000."
    )
    raise GeneratorError(message)


def is_own_host(host: str) -> bool:
    """Whether a browser that asks for `host`, with or without a port, means this server.

    A name of others may lead to this computer (DNS rebinding): their pages could then read along.
    A number cannot.
    """
    found = _HOST.fullmatch(host)
    if found is None:
        return False
    name = found["host"].removeprefix("[").removesuffix("]")
    try:
        return name.lower() == _LOKAAL or bool(ipaddress.ip_address(name))
    except ValueError:
        return False
