"""Where we stand: scan, existing practices, initiatives of others, materials, procurement."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from generator.model.basis import (
    PUBLIEK,
    Verwijzing,
    term,
)
from generator.model.datums import Jaar, Moment
from generator.model.herkomst import Herkomstvelden
from generator.model.openbaarheid import Openbaarheid
from generator.model.waarden import Aantal, Bedrag, Getal, JaNee, Procent, Sleutel, Tekst


class Bevinding(Openbaarheid):
    """Finding of the scan: a strength, a weakness, a practice or an initiative that was met."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel."""
    tekst: Annotated[Tekst, PUBLIEK]
    """Wat de scan liet zien, in een of twee zinnen."""
    soort: Annotated[Sleutel, term("bevindingsoort"), PUBLIEK]
    """Sterk punt, aandachtspunt, bestaande praktijk of initiatief van buiten."""
    niveau: Annotated[Sleutel | None, term("niveau"), PUBLIEK] = None
    """Niveau waarop dit speelt."""
    thema: Annotated[Sleutel | None, Verwijzing("thema"), PUBLIEK] = None
    """Thema waar het over gaat."""
    r_strategie: Annotated[tuple[Sleutel, ...], term("r_strategie"), PUBLIEK] = ()
    """R-strategie die ermee te maken heeft."""
    praktijk: Annotated[Sleutel | None, Verwijzing("praktijk"), PUBLIEK] = None
    """Bestaande praktijk waar de bevinding over gaat."""
    initiatief: Annotated[Sleutel | None, Verwijzing("initiatief"), PUBLIEK] = None
    """Initiatief van buiten waar de bevinding over gaat."""


class Circulariteitsscan(Herkomstvelden, Openbaarheid):
    """Circularity scan: how circular the organisation already works."""

    methode: Annotated[Tekst, PUBLIEK]
    """Hoe de scan is gedaan."""
    periode: Annotated[Moment, PUBLIEK]
    """Wanneer de scan is gedaan."""
    bevindingen: Annotated[tuple[Bevinding, ...], PUBLIEK] = ()
    """Wat de scan liet zien."""


class Praktijk(Openbaarheid):
    """Existing practice: something circular that colleagues already do."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel."""
    titel: Annotated[Tekst, PUBLIEK]
    """Wat er gebeurt, in een regel."""
    omschrijving: Annotated[Tekst, PUBLIEK]
    """Hoe het gaat, in een paar zinnen."""
    team: Annotated[Sleutel | None, Verwijzing("team"), PUBLIEK] = None
    """Team dat dit doet."""
    thema: Annotated[Sleutel | None, Verwijzing("thema"), PUBLIEK] = None
    """Thema waar het bij hoort."""
    r_strategie: Annotated[tuple[Sleutel, ...], term("r_strategie"), PUBLIEK] = ()
    """R-strategie die erin zit."""
    principes: Annotated[tuple[Sleutel, ...], Verwijzing("principe"), PUBLIEK] = ()
    """Circulaire principes die erin zitten."""
    is_intrinsiek: Annotated[JaNee, PUBLIEK] = False
    """true als medewerkers dit uit eigen beweging doen."""
    is_opschaalbaar: Annotated[JaNee, PUBLIEK] = False
    """true als anderen dit kunnen overnemen."""
    bron_idee: Annotated[Sleutel | None, term("bron_idee"), PUBLIEK] = None
    """Waar de praktijk naar boven kwam, bijvoorbeeld nulmeting of challenge."""
    leidt_tot: Annotated[tuple[Sleutel, ...], Verwijzing("actie"), PUBLIEK] = ()
    """Acties die hierop verder gaan."""


class Initiatief(Openbaarheid):
    """Initiative of others: a network, a repair shop, a second-hand store."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel."""
    naam: Annotated[Tekst, PUBLIEK]
    """Naam van het initiatief."""
    soort: Annotated[Sleutel, term("initiatiefsoort"), PUBLIEK]
    """Ambachtsnetwerk, kringloop, reparatie of anders."""
    omschrijving: Annotated[Tekst, PUBLIEK]
    """Wat het doet, in een paar zinnen."""
    partijen: tuple[Tekst, ...] = ()
    """Wie meedoen; alleen op de intranetversie."""
    rol_overheid: Annotated[Sleutel, term("rol_overheid"), PUBLIEK]
    """Wat de overheid erin doet: trekker, ondersteunend, partner of volgend."""
    thema: Annotated[Sleutel | None, Verwijzing("thema"), PUBLIEK] = None
    """Thema waar het bij hoort."""
    acties: Annotated[tuple[Sleutel, ...], Verwijzing("actie"), PUBLIEK] = ()
    """Acties die het initiatief helpen."""


class Kengetal(Herkomstvelden):
    """Factor: environmental cost and greenhouse gas of one tonne of a material."""

    materiaal: Annotated[Sleutel, term("materiaal"), PUBLIEK]
    """Materiaal."""
    mki_eur_per_ton: Annotated[Getal | None, PUBLIEK] = None
    """Milieukosten in euro per ton; mag negatief zijn, bijvoorbeeld bij hout."""
    co2_kg_per_ton: Annotated[Getal | None, PUBLIEK] = None
    """Broeikasgas in kg CO2-equivalent per ton."""
    jaar: Annotated[Jaar | None, PUBLIEK] = None
    """Jaar waarvoor het kengetal geldt."""


class Materiaalstroom(Herkomstvelden):
    """Material flow: tonnes of one material in one theme and year, in and out."""

    jaar: Annotated[Jaar, PUBLIEK]
    """Jaar waarover geteld is."""
    schaal: Annotated[Sleutel, term("schaal"), PUBLIEK]
    """Eigen organisatie, grondgebied of regio."""
    thema: Annotated[Sleutel, Verwijzing("thema", onmisbaar=True), PUBLIEK]
    """Thema waar het materiaal gebruikt wordt."""
    materiaal: Annotated[Sleutel, term("materiaal"), PUBLIEK]
    """Materiaal."""
    in_primair_ton: Annotated[Bedrag, PUBLIEK]
    """Nieuw gewonnen materiaal dat erin kwam, in ton."""
    in_hernieuwbaar_ton: Annotated[Bedrag, PUBLIEK]
    """Hernieuwbaar materiaal dat erin kwam, in ton."""
    in_gerecycled_ton: Annotated[Bedrag, PUBLIEK]
    """Gerecycled materiaal dat erin kwam, in ton."""
    in_hergebruikt_ton: Annotated[Bedrag, PUBLIEK]
    """Hergebruikt materiaal dat erin kwam, in ton."""
    uit_hergebruik_ton: Annotated[Bedrag, PUBLIEK]
    """Wat eruit kwam en opnieuw gebruikt is, in ton."""
    uit_hoogwaardige_recycling_ton: Annotated[Bedrag, PUBLIEK]
    """Wat eruit kwam en hoogwaardig gerecycled is, in ton."""
    uit_recycling_ton: Annotated[Bedrag, PUBLIEK]
    """Wat eruit kwam en anders gerecycled is, in ton."""
    uit_verbranding_ton: Annotated[Bedrag, PUBLIEK]
    """Wat eruit kwam en verbrand is, in ton."""
    uit_stort_ton: Annotated[Bedrag, PUBLIEK]
    """Wat eruit kwam en gestort is, in ton."""
    uit_opslag_onbekend_ton: Annotated[Bedrag, PUBLIEK] = Decimal(0)
    """Wat eruit kwam en in opslag ligt of waarvan de bestemming niet bekend is, in ton."""
    voorraadtoename_ton: Annotated[Getal, PUBLIEK]
    """Wat in het jaar in gebruik bleef, in ton; negatief als er meer uit ging."""
    mki_eur_per_ton: Annotated[Getal | None, PUBLIEK] = None
    """Milieukosten in euro per ton; leeg is het kengetal van het materiaal."""
    co2_kg_per_ton: Annotated[Getal | None, PUBLIEK] = None
    """Broeikasgas in kg CO2-equivalent per ton; leeg is het kengetal van het materiaal."""


class Grondstofanalyse(Herkomstvelden, Openbaarheid):
    """Material flow analysis: what comes in, what goes out and what it costs the environment."""

    rijen: ClassVar[str | None] = "stromen"

    methode: Annotated[Tekst, PUBLIEK]
    """Hoe de stromen zijn bepaald."""
    dekking_pct: Annotated[Procent | None, PUBLIEK] = None
    """Welk deel van het materiaal in beeld is, in procenten."""
    toelichting: Annotated[Tekst | None, PUBLIEK] = None
    """Wat een lezer bij de getallen moet weten."""
    kengetallen: Annotated[tuple[Kengetal, ...], PUBLIEK] = ()
    """Milieukosten en broeikasgas per ton materiaal."""
    stromen: Annotated[tuple[Materiaalstroom, ...], PUBLIEK] = ()
    """Komt uit data/grondstofstromen.csv."""


class Inkooppost(Herkomstvelden):
    """Spending: what is bought in one segment in one year, and how circular."""

    jaar: Annotated[Jaar, PUBLIEK]
    """Jaar van de uitgaven."""
    segment: Annotated[Sleutel, term("inkoopsegment"), PUBLIEK]
    """Inkoopsegment."""
    uitgaven_eur: Annotated[Bedrag, PUBLIEK]
    """Uitgaven in euro."""
    co2_kg_per_eur: Annotated[Bedrag, PUBLIEK]
    """Broeikasgas per uitgegeven euro, in kg CO2-equivalent."""
    aantal_contracten: Annotated[Aantal, PUBLIEK]
    """Aantal contracten in het segment."""
    contracten_met_criterium: Annotated[Aantal, PUBLIEK]
    """Aantal contracten met een circulair criterium."""
    uitgaven_met_criterium_eur: Annotated[Bedrag | None, PUBLIEK] = None
    """Uitgaven in contracten met een circulair criterium, in euro."""
    ambitieniveau: Annotated[Sleutel | None, term("inkoop_ambitieniveau"), PUBLIEK] = None
    """Hoe ver de criteria gaan: basis, significant of ambitieus."""
    contract_eind: Moment | None = None
    """Wanneer het grootste contract afloopt; alleen op de intranetversie."""
    circulair_potentieel: Annotated[Sleutel | None, term("circulair_potentieel"), PUBLIEK] = None
    """Hoe veel er circulair te winnen is."""
    invloed: Annotated[Sleutel | None, term("invloed"), PUBLIEK] = None
    """Hoe veel invloed de organisatie heeft."""
    thema: Annotated[Sleutel | None, Verwijzing("thema"), PUBLIEK] = None
    """Thema waar het segment bij hoort."""


class Inkoopanalyse(Herkomstvelden, Openbaarheid):
    """Procurement analysis: where the money goes, and which choices are coming up."""

    rijen: ClassVar[str | None] = "posten"

    methode: Annotated[Tekst, PUBLIEK]
    """Hoe de uitgaven en de uitstoot zijn bepaald."""
    toelichting: Annotated[Tekst | None, PUBLIEK] = None
    """Wat een lezer bij de getallen moet weten."""
    posten: Annotated[tuple[Inkooppost, ...], PUBLIEK] = ()
    """Komt uit data/inkoop.csv."""
