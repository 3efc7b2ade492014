"""Strict value types: how a cell or a YAML value becomes a number, a key, a text or an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import BeforeValidator, PlainValidator
from pydantic_core import PydanticCustomError

from generator.findings import Code
from generator.model.schrijftekens import find_stuurteken, tell_stuurteken
from generator.model.vormen import vorm

LANGSTE_CITAAT = 60
LANGSTE_TEKST = 10_000
"""Of one field; longer texts are pages."""
GROOTSTE_SCHAAL = 100
"""Up to here a number between bounds is a scale, such as 1 to 5."""
GROOTSTE_BEREIK = 10_000
"""Above this an upper bound only keeps nonsense out, and goes unsaid."""
NVT = "nvt"
"""What an integration score says where the question does not apply."""

NIET_BEKEND = frozenset({"-", "–", "?", ".", "x", "n.n.b.", "nnb", "n.b.", "nb", "onbekend"})
"""What others write where there is no number yet."""

_GEHEEL = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_GETAL = re.compile(r"-?(0|[1-9][0-9]*)(,[0-9]+)?")
_PUNTGROEPEN = re.compile(r"-?[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?")
_PUNTDECIMAAL = re.compile(r"-?[0-9]+\.[0-9]+")
_VOORLOPIG = re.compile(r"-?[0-9]+(,[0-9]+)? ?\*")
_NUL_VOORAF = re.compile(r"0[0-9]+")
_SLEUTEL = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
_NUMMER = re.compile(r"[A-Z](-?[0-9]+)?|[A-Z]{2}-[0-9]+")
_VORM_GETAL = r"^-?(0|[1-9][0-9]{0,11})(,[0-9]{1,10})?$"
_LANG = re.compile(r"[0-9]{13}|,[0-9]{11}")
_OMLIJSTING = re.compile(r"[\s€%+]|,-$")
_POSTBUS = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


class WaardeError(PydanticCustomError):
    """A value that its type refuses: a code, what is wrong, and what to type instead."""

    def __new__(cls, code: Code, melding: str, oplossing: str) -> Self:
        """Build the pydantic error; braces in the texts are safe, they travel as context."""
        context = {"melding": melding, "oplossing": oplossing}
        return super().__new__(cls, code.value, "{melding}", context)


def show(value: object) -> str:
    """The value as an advisor typed it, quoted and cut to a readable length."""
    if isinstance(value, bool):
        text = "true" if value else "false"
    elif value is None:
        text = "(leeg)"
    elif isinstance(value, dict):
        return "een blok met velden"
    elif isinstance(value, list | tuple):
        return "een lijst"
    else:
        text = str(value)
    return f"'{text[: LANGSTE_CITAAT - 3]}...'" if len(text) > LANGSTE_CITAAT else f"'{text}'"


@vorm("tekst", type=["string", "number"], pattern=r"\S")
def parse_tekst(value: object) -> str:
    """A text; a number typed without quotes is taken as it was typed."""
    if value is None:
        raise WaardeError(Code.TEKST_ONGELDIG, "deze tekst is leeg", "vul de tekst in")
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise WaardeError(
            Code.TEKST_ONGELDIG,
            f"hier hoort tekst, maar er staat {show(value)}",
            "zet de tekst tussen aanhalingstekens",
        )
    text = str(value).strip()
    if not text:
        raise WaardeError(Code.TEKST_ONGELDIG, "deze tekst is leeg", "vul de tekst in")
    if len(text) > LANGSTE_TEKST:
        raise WaardeError(
            Code.TEKST_ONGELDIG,
            f"deze tekst heeft meer dan {LANGSTE_TEKST} tekens",
            "maak de tekst korter, of zet hem als pagina in content",
        )
    if found := find_stuurteken(text):
        raise WaardeError(Code.TEKST_ONGELDIG, *tell_stuurteken(found))
    return text


@vorm("een heel getal", type=["integer", "string"], pattern=r"^-?(0|[1-9][0-9]{0,17})$")
def parse_geheel(value: object) -> int:
    """A whole number in its one canonical spelling: no leading zero, point, colon or unit."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _GEHEEL.fullmatch(value):
        return int(value)
    raise _geen_geheel(value)


@vorm("een getal, bijvoorbeeld 12,5", type=["integer", "string"], pattern=_VORM_GETAL)
def parse_getal(value: object) -> Decimal:
    """A number with a decimal comma and without thousands separators, as an exact decimal.

    Up to twelve digits before the comma and ten behind it: what is computed with such numbers can
    still be shown exactly.
    """
    if isinstance(value, Decimal):
        return value
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if not _GETAL.fullmatch(text):
        raise _geen_getal(value)
    if _LANG.search(text):
        raise WaardeError(
            Code.GETAL_ONGELDIG,
            f"{show(value)} heeft te veel cijfers",
            "schrijf hooguit 12 cijfers voor de komma en 10 erachter; rond af, "
            "of kies een grotere eenheid",
        )
    return Decimal(text.replace(",", "."))


def _within(lowest: int, highest: int) -> Callable[[object], int]:
    """A parser of whole numbers between two bounds, both included."""

    @vorm(
        f"een heel getal van {lowest} "
        + (f"tot en met {highest}" if highest <= GROOTSTE_BEREIK else "of meer"),
        type=["integer", "string"],
        pattern=r"^-?(0|[1-9][0-9]{0,17})$",
        minimum=lowest,
        maximum=highest,
    )
    def parse(value: object) -> int:
        # A word where a small scale is meant: the scale helps more than an example of a number.
        is_word = isinstance(value, str) and value.isalpha() and highest <= GROOTSTE_SCHAAL
        number = None if is_word else parse_geheel(value)
        if number is None or not lowest <= number <= highest:
            raise WaardeError(
                Code.GETAL_ONGELDIG,
                f"{show(value)} is geen getal"
                if number is None
                else f"{number} ligt buiten {lowest} tot en met {highest}",
                f"schrijf een geheel getal van {lowest} tot en met {highest}",
            )
        return number

    return parse


def _decimal_within(lowest: int, highest: int) -> Callable[[object], Decimal]:
    """A parser of numbers between two bounds, both included."""

    @vorm(
        f"een getal van {lowest} tot en met {highest}",
        type=["integer", "string"],
        pattern=_VORM_GETAL,
        minimum=lowest,
        maximum=highest,
    )
    def parse(value: object) -> Decimal:
        number = parse_getal(value)
        if not lowest <= number <= highest:
            raise WaardeError(
                Code.GETAL_ONGELDIG,
                f"{show(value)} ligt buiten {lowest} tot en met {highest}",
                f"schrijf een getal van {lowest} tot en met {highest}",
            )
        return number

    return parse


@vorm("0, 1, 2, 3, 4 of nvt", type=["integer", "string"], minimum=0, maximum=4)
def parse_integratiescore(value: object) -> int | str:
    """A score of 0 to 4, or `NVT` where the question does not apply."""
    text = str(value).lower().replace(".", "")
    if text == NVT:
        return NVT
    if text in {"0", "1", "2", "3", "4"} and not isinstance(value, bool):
        return int(text)
    raise WaardeError(
        Code.GETAL_ONGELDIG,
        f"{show(value)} is geen score",
        "schrijf 0, 1, 2, 3 of 4, of nvt als dit hier niet van toepassing is",
    )


@vorm("een getal van 0 of meer", type=["integer", "string"], pattern=_VORM_GETAL, minimum=0)
def parse_positief(value: object) -> Decimal:
    """A number that is zero or more."""
    number = parse_getal(value)
    if number < 0:
        raise WaardeError(
            Code.GETAL_ONGELDIG, f"{show(value)} is minder dan nul", "schrijf 0 of een hoger getal"
        )
    return number


def _geen_geheel(value: object) -> WaardeError:
    text = value if isinstance(value, str) else ""
    if _PUNTGROEPEN.fullmatch(text) and "," not in text:
        advice = f"schrijf {text.replace('.', '')}: zonder punt"
    elif _NUL_VOORAF.fullmatch(text):
        advice = f"schrijf {text.lstrip('0') or 0}: zonder nul ervoor"
    elif _GEHEEL.fullmatch(plain := _OMLIJSTING.sub("", text)):
        advice = f"schrijf {plain}: zonder spaties of tekens eromheen"
    else:
        advice = "schrijf alleen het getal, zonder decimalen, bijvoorbeeld 12"
    return WaardeError(Code.GETAL_ONGELDIG, f"{show(value)} is geen geheel getal", advice)


def _geen_getal(value: object) -> WaardeError:
    text = value if isinstance(value, str) else ""
    whole, fraction = text.replace(".", ""), text.replace(".", ",")
    if _PUNTGROEPEN.fullmatch(text):
        if text.count(".") == 1 and "," not in text:
            return WaardeError(
                Code.GETAL_DUBBELZINNIG,
                f"{show(text)} is op twee manieren te lezen: {whole} of {fraction}",
                f"schrijf {whole} of {fraction}: zonder punt, met een komma voor decimalen",
            )
        advice = f"schrijf {whole}: zonder punten"
    elif _PUNTDECIMAAL.fullmatch(text):
        advice = f"schrijf {fraction}: met een komma voor decimalen"
    elif _NUL_VOORAF.fullmatch(text):
        advice = f"schrijf {text.lstrip('0') or 0}: zonder nul ervoor"
    elif text.casefold() in NIET_BEKEND:
        advice = "laat leeg wat niet bekend is, en schrijf de reden ernaast"
    elif _VOORLOPIG.fullmatch(text):
        advice = f"schrijf {text.rstrip('* ')}, en zet true bij voorlopig"
    elif _GETAL.fullmatch(plain := _OMLIJSTING.sub("", text).replace("\N{MINUS SIGN}", "-")):
        advice = f"schrijf {plain}: zonder spaties of tekens eromheen"
    else:
        advice = "schrijf alleen het getal, bijvoorbeeld 12,5"
    return WaardeError(Code.GETAL_ONGELDIG, f"{show(value)} is geen getal", advice)


@vorm("true of false", type="boolean")
def parse_janee(value: object) -> bool:
    """`true` or `false`; `ja`, `no` and `on` are refused because readers of YAML disagree."""
    if isinstance(value, bool):
        return value
    text = value.lower() if isinstance(value, str) else ""
    if text in {"true", "false"}:
        advice = f"schrijf {text}: met kleine letters en zonder aanhalingstekens"
    elif text in {"ja", "yes", "on", "y"}:
        advice = "schrijf true"
    elif text in {"nee", "no", "off", "n"}:
        advice = "schrijf false"
    else:
        advice = "schrijf true of false"
    raise WaardeError(Code.JANEE_ONGELDIG, f"{show(value)} is niet true of false", advice)


def is_sleutel(text: str) -> bool:
    """Whether a text can be an id."""
    return bool(_SLEUTEL.fullmatch(text) or _NUMMER.fullmatch(text))


@vorm(
    "een sleutel: kleine letters, cijfers en _, of een nummer zoals K-01",
    type="string",
    pattern=rf"^({_SLEUTEL.pattern}|{_NUMMER.pattern})$",
)
def parse_sleutel(value: object) -> str:
    """An id: `openbare_ruimte` (lower case), or letters with a number: `A-0001`, `BS-01`, `R3`."""
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if is_sleutel(text):
        return text
    likely = make_sleutel(text)
    raise WaardeError(
        Code.SLEUTEL_ONGELDIG,
        f"{show(value)} is geen geldige sleutel",
        f"schrijf {likely}: alleen kleine letters, cijfers en _"
        if likely
        else "gebruik kleine letters, cijfers en _, bijvoorbeeld openbare_ruimte",
    )


def make_sleutel(text: str) -> str:
    """The id that somebody probably meant with `text`; empty when none can be made of it."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    likely = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return likely if is_sleutel(likely) and len(likely) <= LANGSTE_CITAAT else ""


@vorm(
    "een webadres, bijvoorbeeld https://www.cbs.nl/",
    type="string",
    pattern=r"^\s*[Hh][Tt][Tt][Pp][Ss]?://\S+\s*$",
)
def parse_adres(value: object) -> str:
    """A web address; only https and http, so that no page can run what it links to."""
    text = parse_tekst(value)
    try:
        parts = urlsplit(text)
        valid = parts.scheme in {"https", "http"} and bool(parts.hostname)
    except ValueError:
        valid = False
    if not valid or re.search(r"\s", text):
        raise WaardeError(
            Code.ADRES_ONGELDIG,
            f"{show(text)} is geen webadres",
            "schrijf het hele adres, bijvoorbeeld https://www.cbs.nl/",
        )
    return text


@vorm(
    "een mailadres, bijvoorbeeld circulair@gemeente.nl",
    type="string",
    pattern=rf"^\s*{_POSTBUS.pattern}\s*$",
)
def parse_postbus(value: object) -> str:
    """The mail address of a functional mailbox."""
    text = parse_tekst(value)
    if not _POSTBUS.fullmatch(text):
        raise WaardeError(
            Code.ADRES_ONGELDIG,
            f"{show(text)} is geen mailadres",
            "schrijf bijvoorbeeld circulair@gemeente.nl",
        )
    return text


Tekst = Annotated[str, BeforeValidator(parse_tekst)]
Geheel = Annotated[int, BeforeValidator(parse_geheel)]
Aantal = Annotated[int, BeforeValidator(_within(0, 10**9))]
Decimalen = Annotated[int, BeforeValidator(_within(0, 6))]
Kleur = Annotated[int, BeforeValidator(_within(1, 6))]
Vijfpunt = Annotated[int, BeforeValidator(_within(1, 5))]
Groepsgrens = Annotated[int, BeforeValidator(_within(5, 100))]
Dagen = Annotated[int, BeforeValidator(_within(0, 3650))]
Punten = Annotated[int, BeforeValidator(_within(3, 50))]
Getal = Annotated[Decimal, PlainValidator(parse_getal)]
Bedrag = Annotated[Decimal, PlainValidator(parse_positief)]
Procent = Annotated[Decimal, PlainValidator(_decimal_within(0, 100))]
Gemiddelde = Annotated[Decimal, PlainValidator(_decimal_within(1, 5))]
Integratiescore = Annotated[int | str, PlainValidator(parse_integratiescore)]
JaNee = Annotated[bool, BeforeValidator(parse_janee)]
Sleutel = Annotated[str, BeforeValidator(parse_sleutel)]
Adres = Annotated[str, BeforeValidator(parse_adres)]
Postbus = Annotated[str, BeforeValidator(parse_postbus)]
