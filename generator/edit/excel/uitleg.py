"""Instructions: the first sheet of a workbook, for who opens it in Excel."""

from __future__ import annotations

from typing import Final

TITEL: Final = "Zo werkt dit bestand"
REGELS: Final[tuple[tuple[str, str], ...]] = (
    ("", "Dit bestand is een afdruk van de gegevens. De bestanden in de map data blijven de bron."),
    ("", "Wat u hier aanpast, telt pas als het is ingelezen. Tot die tijd verandert er niets."),
    ("", "Er staat ook in wat alleen voor het intranet is. Stuur het niet aan iedereen."),
    ("Wat u kunt doen", ""),
    ("Acties", "Elke rij is een actie. Pas een cel aan, of maak hem leeg."),
    ("Metingen", "Elke rij is een meting. Een nieuwe meting typt u onderaan; de id blijft leeg."),
    ("Keuzes", "Hier staat wat de woorden in de keuzelijsten betekenen."),
    ("Wat u moet weten", ""),
    ("De kolom id", "Deze ligt vast. Zo weet het programma welke rij het is."),
    ("Een donkere kop", "Dit veld is verplicht. Wijs een kop aan om te lezen wat het veld is."),
    ("Een datum", "Typ jaar-maand-dag: 2026-10-01."),
    ("", "Bij start, eind, peildatum en publicatie mag ook 2026-10 of 2026."),
    ("Een getal", "Typ alleen het getal, zonder eenheid en zonder %."),
    ("Ja of nee", "Kies true (ja) of false (nee). Leeg is hetzelfde als nee."),
    ("Een leeg veld", "Leeg is iets anders dan 0. Een leeg veld staat niet in de gegevens."),
    ("Een formule", "Een formule wordt niet ingelezen. Zet de uitkomst neer, als waarde."),
    ("Sorteren", "Filteren kan altijd. Voor sorteren heft u de beveiliging van het blad op:"),
    ("", "tabblad Controleren, Beveiliging blad opheffen. Er is geen wachtwoord."),
    ("", "De volgorde van rijen en kolommen telt niet bij het inlezen."),
    ("Een nieuwe actie", "Die maakt u niet hier, maar met: circulair nieuw actie"),
    ("Iets weghalen", "Een rij weghalen doet niets. Een actie die stopt krijgt een andere status."),
    ("", "Een meting haalt u weg uit haar bestand in data/metingen."),
    ("Wat er niet in staat", "Mijlpalen, uren, effecten, lijsten en al het andere van een actie."),
    ("", "Die past u aan in het bestand van de actie."),
    ("Zo leest u het in", ""),
    ("1. Bekijken", "Sla dit bestand op en typ: circulair excel in, met de naam van dit bestand."),
    ("", "U ziet wat er verandert. Er wordt nog niets geschreven."),
    ("2. Schrijven", "Klopt het? Typ dan hetzelfde, met --schrijf erachter."),
    ("3. Opnieuw", "Maak voor een volgende ronde een nieuw bestand met: circulair excel uit"),
    ("Een conflict", "Heeft iemand dezelfde cel intussen in de gegevens veranderd, dan ziet u"),
    ("", "alle drie de waarden. Er wordt niets geschreven tot u kiest."),
)
"""What stands in front of a sentence, and the sentence; without a sentence it is a heading."""
