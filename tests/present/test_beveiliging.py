"""security.txt: the form that RFC 9116 asks for, from the data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.model.beveiliging import Beveiliging
from generator.model.programma import Programmagegevens
from generator.pipeline import inspect
from generator.present.beveiliging import make_security
from generator.present.page import Asset


def tell(root: Path, site_url: str | None, **fields: object) -> str | None:
    """The text of the file for these data."""
    programma = inspect(root).programma
    assert programma is not None
    values = {"verloopt": date(2027, 6, 30), **fields}
    beveiliging = Beveiliging.model_validate(values) if fields else None
    gegevens: Programmagegevens = programma.gegevens.model_copy(
        update={"site_url": site_url, "beveiliging": beveiliging}
    )
    made = make_security(gegevens)
    assert made is None or made == Asset(".well-known/security.txt", made.inhoud)
    return str(made.inhoud) if made else None


def test_every_field_has_its_line(proefdorp_map: Path) -> None:
    """Each thing that the programme says stands on a line of its own, under its official name."""
    told = tell(
        proefdorp_map,
        "https://www.proefdorp.example/circulair/",
        contact="https://www.proefdorp.example/meld?via=site",
        beleid="https://www.proefdorp.example/béleid",
        talen=["nl", "en"],
        bedankt="https://www.proefdorp.example/dank",
        sleutel="https://www.proefdorp.example/sleutel.asc",
    )
    assert told == (
        "Contact: https://www.proefdorp.example/meld?via=site\n"
        "Expires: 2027-06-30T23:59:59Z\n"
        "Encryption: https://www.proefdorp.example/sleutel.asc\n"
        "Acknowledgments: https://www.proefdorp.example/dank\n"
        "Preferred-Languages: nl, en\n"
        "Canonical: https://www.proefdorp.example/.well-known/security.txt\n"
        "Policy: https://www.proefdorp.example/b%C3%A9leid\n"
    )


def test_mail_address_is_written_as_a_link(proefdorp_map: Path) -> None:
    """A mailbox gets the form that other programs expect; over http there is no canonical place."""
    told = tell(proefdorp_map, "http://proefdorp.example", contact="veilig@proefdorp.example")
    assert told is not None
    assert told.startswith("Contact: mailto:veilig@proefdorp.example\n")
    assert "Canonical" not in told


def test_programme_that_says_nothing_gets_no_file(proefdorp_map: Path) -> None:
    """No file is better than one without an address."""
    assert tell(proefdorp_map, "https://proefdorp.example") is None
