"""What every model class shares: frozen, strict, and marked for editions and references."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict

from generator.findings import Code
from generator.model.vormen import vorm
from generator.model.waarden import WaardeError, show

type_path = tuple[str | int, ...]


class Zichtbaarheid(StrEnum):
    """For whom an object or a page is meant."""

    INTERN = "intern"
    PUBLIEK = "publiek"


class Editie(StrEnum):
    """The two sites that one source gives."""

    INTERN = "intern"
    PUBLIEK = "publiek"


class Herkomst(StrEnum):
    """How a number came to be."""

    BRON = "bron"
    BEREKEND = "berekend"
    SCHATTING = "schatting"
    ILLUSTRATIEF = "illustratief"


class Kwaliteit(StrEnum):
    """How good a number is, from measured (A) to expert judgement (D)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Richting(StrEnum):
    """Which way an indicator should go."""

    OMHOOG = "omhoog"
    OMLAAG = "omlaag"
    VASTHOUDEN = "vasthouden"


class Pad(StrEnum):
    """How the target path runs: straight to the target, or through the tussendoelen."""

    LINEAIR = "lineair"
    MIJLPALEN = "mijlpalen"


class Taal(StrEnum):
    """Languages other than Dutch in which a name or title may stand."""

    ENGELS = "en"
    DUITS = "de"
    FRANS = "fr"
    FRIES = "fy"


class Indicatorstatus(StrEnum):
    """The verdict on an indicator; the labels and the bounds are a vocabulary of the same name."""

    DOEL_BEREIKT = "doel_bereikt"
    OP_KOERS = "op_koers"
    VERSNELLING_NODIG = "versnelling_nodig"
    BEPERKTE_VOORTGANG = "beperkte_voortgang"
    ACHTERUITGANG = "achteruitgang"
    NIET_GEHAALD = "niet_gehaald"
    VASTHOUDEN = "vasthouden"
    TE_WEINIG_DATA = "te_weinig_data"
    GEEN_DOEL = "geen_doel"


class Voortgang(StrEnum):
    """The traffic light of an action, the best first; an axis of its own beside status and fase."""

    VOLGENS_VERWACHTING = "volgens_verwachting"
    ONBEKEND = "onbekend"
    AANDACHTSPUNT = "aandachtspunt"
    BIJSTUREN = "bijsturen"


class Lichtregel(StrEnum):
    """What a rule for the traffic light looks at."""

    EINDDATUM_VOORBIJ = "einddatum_voorbij"
    MIJLPAAL_VOORBIJ = "mijlpaal_voorbij"
    NIET_BEGONNEN = "niet_begonnen"
    NIET_BEVESTIGD = "niet_bevestigd"
    GEEN_DATUM = "geen_datum"


class Zelftelling(StrEnum):
    """What the programme counts about itself, for an indicator that nobody has to measure."""

    ACTIES_MET_EIGENAAR = "acties_met_eigenaar"
    MIJLPALEN_OP_TIJD = "mijlpalen_op_tijd"
    BELEMMERINGEN_OPGELOST = "belemmeringen_opgelost"
    ACTIES_HOOG_OP_DE_LADDER = "acties_hoog_op_de_ladder"


class Klasse(StrEnum):
    """What a term means to the program, in the vocabularies where it must know."""

    OPEN = "open"
    ACTIEF = "actief"
    KLAAR = "klaar"
    VERVALLEN = "vervallen"
    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"
    ORGANISATIE = "organisatie"
    BESTUUR = "bestuur"
    EXTERN = "extern"
    ABIOTISCH = "abiotisch"
    BIOTISCH = "biotisch"
    GEMENGD = "gemengd"


@dataclass(frozen=True, slots=True)
class Publiek:
    """Marks a field that the public edition may show."""


PUBLIEK: Final = Publiek()


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """Marks a field that holds the id of something else.

    `soort` is a collection of the programme (`thema`, `team`, ...) or, when `woordenlijst` is
    true, the name of a vocabulary. What is `onmisbaar` may not be left out where the record is
    shown: without it the record would say something untrue.
    """

    soort: str
    woordenlijst: bool = False
    onmisbaar: bool = False


def term(woordenlijst: str) -> Verwijzing:
    """A reference to a term of the named vocabulary."""
    return Verwijzing(woordenlijst, woordenlijst=True)


def _parse_choice(enum: type[StrEnum]) -> BeforeValidator:
    @vorm(", ".join(enum), enum=[member.value for member in enum])
    def parse(value: object) -> StrEnum:
        for member in enum:
            if value == member.value:
                return member
        choices = ", ".join(member.value for member in enum)
        raise WaardeError(
            Code.KEUZE_ONBEKEND, f"{show(value)} bestaat niet", f"kies uit: {choices}"
        )

    return BeforeValidator(parse)


KeuzeZichtbaarheid = Annotated[Zichtbaarheid, _parse_choice(Zichtbaarheid)]
KeuzeHerkomst = Annotated[Herkomst, _parse_choice(Herkomst)]
KeuzeKwaliteit = Annotated[Kwaliteit, _parse_choice(Kwaliteit)]
KeuzeRichting = Annotated[Richting, _parse_choice(Richting)]
KeuzeTaal = Annotated[Taal, _parse_choice(Taal)]
KeuzePad = Annotated[Pad, _parse_choice(Pad)]
KeuzeIndicatorstatus = Annotated[Indicatorstatus, _parse_choice(Indicatorstatus)]
KeuzeVoortgang = Annotated[Voortgang, _parse_choice(Voortgang)]
KeuzeLichtregel = Annotated[Lichtregel, _parse_choice(Lichtregel)]
KeuzeZelftelling = Annotated[Zelftelling, _parse_choice(Zelftelling)]


class Model(BaseModel):
    """A frozen record; unknown fields are refused, and lists become tuples."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    altijd_publiek: ClassVar[bool] = False
    """Whether the public edition holds every object of this class (there is nothing to hide)."""
    openbaar_met: ClassVar[str | None] = None
    """Field that must be filled in, or true, before the public edition may hold the object."""
    rijen: ClassVar[str | None] = None
    """Field that a CSV beside the file of the record fills, one record a row."""
    te_tonen_met: ClassVar[str | None] = None
    """Field that must be true before any edition may hold the object: somebody's consent."""


def has_consent(record: Model) -> bool:
    """Whether any edition may hold this object: nobody has to agree, or somebody did."""
    field = type(record).te_tonen_met
    return field is None or bool(getattr(record, field))


def is_public(record: Model) -> bool:
    """Whether the public edition may hold this object."""
    cls = type(record)
    if not has_consent(record):
        return False
    if cls.openbaar_met and not getattr(record, cls.openbaar_met):
        return False
    if cls.altijd_publiek:
        return True
    return getattr(record, "zichtbaarheid", None) is Zichtbaarheid.PUBLIEK


@cache
def describe_fields(cls: type[Model]) -> dict[str, str]:
    """The meaning line under each field of a class, by field, inherited ones included.

    Read from the source when somebody asks; pydantic's own `use_attribute_docstrings` reads them
    at every start, which makes `controleer` wait longer than checking itself.
    """
    meanings: dict[str, str] = {}
    for base in reversed([base for base in cls.__mro__ if issubclass(base, Model)]):
        for field, text in pairwise(_read_classes(base.__module__).get(base.__name__, ())):
            match field, text:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(
                    value=ast.Constant() as line
                ):
                    meanings[name] = str(line.value).strip()
    return meanings


@cache
def _read_classes(module: str) -> dict[str, list[ast.stmt]]:
    """What stands in each class of a module, read once for all of them."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {item.name: item.body for item in tree.body if isinstance(item, ast.ClassDef)}


def find_model(annotation: Any) -> type[Model] | None:
    """The class of the records that a field holds, alone or in a tuple; None without any."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    inner = (find_model(part) for part in getattr(annotation, "__args__", ()))
    return next((found for found in inner if found), None)


@cache
def list_nested(cls: type[Model]) -> tuple[str, ...]:
    """The fields of a class that hold records."""
    fields = cls.model_fields.items()
    return tuple(name for name, field in fields if find_model(field.annotation))


@cache
def list_references(cls: type[Model]) -> tuple[tuple[str, Verwijzing], ...]:
    """The fields of a class that hold ids of something else, with what they refer to."""
    return tuple(
        (name, mark)
        for name, field in cls.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, Verwijzing)
    )


def walk(record: Model, path: type_path = ()) -> Iterator[tuple[type_path, Model]]:
    """The record and every record nested in it, each with its path of keys and positions."""
    yield path, record
    for name in list_nested(type(record)):
        value: Any = getattr(record, name)
        if isinstance(value, Model):
            yield from walk(value, (*path, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from walk(item, (*path, name, index))
