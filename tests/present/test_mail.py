"""Mail that writes itself: whatever the data hold, the message arrives as it was meant."""

from __future__ import annotations

import html
from email.utils import parseaddr
from urllib.parse import parse_qs, unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from generator.derive.feiten import Actiefeiten, Mijlpaalfeiten
from generator.model.basis import Klasse
from generator.present.mail import mail_idee, mail_stand, make_mailto
from tests.builders import make_actie

ADRES = "circulair@proefdorp.example"
TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")))


def _read(link: str) -> tuple[str, str, str]:
    """Address, subject and body of a link, as a mail program reads them from an attribute."""
    parts = urlsplit(html.unescape(link))
    assert parts.scheme == "mailto"
    # A plus is a plus in mailto, not a space.
    fields = parse_qs(parts.query.replace("+", "%2B"), keep_blank_values=True, strict_parsing=True)
    assert set(fields) <= {"subject", "body"}
    assert all(len(values) == 1 for values in fields.values())
    body = fields.get("body", [""])[0]
    return unquote(parts.path), fields["subject"][0], body


def _feit(**fields: object) -> Actiefeiten:
    actie = make_actie(**fields)
    mijlpalen = tuple(
        Mijlpaalfeiten(mijlpaal=item, behaald=item.behaald, is_voorbij=False, is_te_laat=False)
        for item in actie.mijlpalen
    )
    return Actiefeiten(
        actie=actie, klasse=Klasse.ACTIEF, is_te_laat=False, mijlpalen=mijlpalen, volgende=None
    )


def _term(_: str, identifier: str) -> str:
    return {"bezig": "In uitvoering"}[identifier]


@given(TEXT, TEXT)
def test_any_text_arrives_as_it_was_typed(onderwerp: str, regel: str) -> None:
    """No sign in a title changes the subject, adds a recipient or ends the message."""
    adres, subject, body = _read(make_mailto(ADRES, onderwerp, (regel, "einde")))
    assert adres == ADRES
    assert subject == " ".join(onderwerp.split())
    assert body == f"{regel}\r\neinde"


def test_hostile_title_stays_a_title() -> None:
    """A title that looks like part of an address is only a title."""
    hostile = 'A & B?cc=ander@x.example&body=weg"><script>%0D%0A#einde'
    link = make_mailto(ADRES, hostile)
    assert _read(link) == (ADRES, hostile, "")
    assert not set('<>"#') & set(str(link))


@given(TEXT.filter(bool))
def test_any_address_is_one_address(adres: str) -> None:
    """An address with strange signs stays one recipient, and nothing else."""
    found, subject, _ = _read(make_mailto(f"{adres}@x.example", "Hallo"))
    assert (found, subject) == (f"{adres}@x.example", "Hallo")


def test_address_of_the_mailbox_is_readable() -> None:
    """The address of a normal mailbox stands in the link as it is written."""
    assert str(make_mailto(ADRES, "Hallo")) == f"mailto:{ADRES}?subject=Hallo"
    with_body = str(make_mailto(ADRES, "Hallo", ("Dag",)))
    assert with_body == f"mailto:{ADRES}?subject=Hallo&amp;body=Dag"
    assert parseaddr(ADRES)[1] == ADRES


def test_stand_is_filled_in_as_far_as_it_is_known() -> None:
    """A team only writes what changed: number, title, stand and milestones are there already."""
    feit = _feit(
        actiestatus="bezig",
        start="2025-04",
        eind="2026-12",
        gecontroleerd_op="2026-09-14",
        mijlpalen=[
            {"titel": "Eerste straat", "gepland": "2026-03", "behaald": "2026-04"},
            {"titel": "Telling", "gepland": "2026-12"},
        ],
    )
    adres, subject, body = _read(mail_stand(ADRES, feit, _term))
    assert adres == ADRES
    assert subject == "Stand doorgeven: A-0001 Proef met gebruikte tegels"
    lines = body.split("\r\n")
    assert lines[:6] == [
        "Actie: A-0001 Proef met gebruikte tegels",
        "Stand nu: In uitvoering",
        "Looptijd: april 2025 tot en met december 2026",
        "Laatst gecontroleerd: 14 september 2026",
        "- maart 2026: Eerste straat (behaald in april 2026)",
        "- december 2026: Telling (nog niet behaald)",
    ]
    assert "Wat is er gedaan:" in lines


def test_stand_leaves_out_what_nobody_filled_in() -> None:
    """An action without dates gives a message without empty lines about dates."""
    _, _, body = _read(mail_stand(ADRES, _feit(actiestatus="bezig"), _term))
    assert "Looptijd" not in body
    assert "gecontroleerd" not in body
    _, _, body = _read(mail_stand(ADRES, _feit(actiestatus="bezig", eind="2027"), _term))
    assert "Looptijd: nog niet bekend tot en met 2027" in body


def test_idea_names_the_page_it_is_about() -> None:
    """Whoever reads the idea sees which page it came from."""
    adres, subject, body = _read(mail_idee(ADRES, "thema Openbare ruimte"))
    assert (adres, body) == (ADRES, "")
    assert subject == "Idee of aanvulling: thema Openbare ruimte"
