"""The Dutch texts of every failure: what happened and what the reader can do about it."""

from typing import NamedTuple


class Melding(NamedTuple):
    """HTTP status, what happened, what now."""

    status: int
    titel: str
    wat_nu: str


_OPNIEUW = "Ga terug naar de cursus in je leeromgeving en open Groepswijzer daar opnieuw."
_BEHEERDER = "Geef de code hieronder door aan de beheerder van je leeromgeving."
_OPNIEUW_OF_BEHEERDER = f"{_OPNIEUW} Lukt het weer niet? {_BEHEERDER}"
_LAATSTE_LIJST = "Je werkt verder met de laatste lijst die we hebben."

MELDINGEN: dict[str, Melding] = {
    "LTI-01": Melding(400, "De vraag van je leeromgeving is niet compleet", _OPNIEUW_OF_BEHEERDER),
    "LTI-02": Melding(
        403,
        "Groepswijzer kent deze leeromgeving niet",
        "De beheerder kan de leeromgeving aanmelden. " + _BEHEERDER,
    ),
    "LTI-03": Melding(
        403,
        "Groepswijzer staat uit voor deze leeromgeving",
        "De beheerder kan dit weer aanzetten. " + _BEHEERDER,
    ),
    "LTI-04": Melding(
        400,
        "Je browser bewaart geen cookies van Groepswijzer",
        "Sta cookies toe voor deze site, of gebruik een andere browser. "
        "Zonder cookie weten we niet zeker dat jij het bent.",
    ),
    "LTI-05": Melding(
        400, "Het openen duurde te lang", "Dat mag hoogstens tien minuten duren. " + _OPNIEUW_OF_BEHEERDER
    ),
    "LTI-06": Melding(
        409,
        "Deze pagina is al een keer geopend",
        "Vernieuwen of teruggaan werkt hier niet. Wat je bewaarde, is er nog. " + _OPNIEUW,
    ),
    "LTI-07": Melding(
        403,
        "Het openen begon in een andere browser of een ander venster",
        "Blokkeert je browser cookies? Sta ze toe voor deze site. " + _OPNIEUW_OF_BEHEERDER,
    ),
    "LTI-08": Melding(400, "We kunnen het bericht van je leeromgeving niet lezen", _OPNIEUW_OF_BEHEERDER),
    "LTI-09": Melding(
        403, "We kunnen niet controleren dat dit bericht van je leeromgeving komt", _OPNIEUW_OF_BEHEERDER
    ),
    "LTI-10": Melding(
        424,
        "Je leeromgeving geeft geen antwoord",
        "Wacht een minuut. " + _OPNIEUW_OF_BEHEERDER,
    ),
    "LTI-11": Melding(
        403,
        "Het bericht van je leeromgeving is te oud",
        _OPNIEUW + " Gebeurt dit vaker? Dan loopt een klok niet gelijk. " + _BEHEERDER,
    ),
    "LTI-12": Melding(403, "Het bericht van je leeromgeving is niet voor Groepswijzer bedoeld", _BEHEERDER),
    "LTI-13": Melding(403, "Het bericht hoort niet bij deze aanmelding", _OPNIEUW_OF_BEHEERDER),
    "LTI-14": Melding(
        400,
        "Je leeromgeving gebruikt een versie van LTI die we niet kennen",
        "Nodig is LTI 1.3. " + _BEHEERDER,
    ),
    "LTI-15": Melding(400, "Je leeromgeving vraagt iets wat Groepswijzer niet kan", _BEHEERDER),
    "LTI-16": Melding(
        403,
        "Groepswijzer is op deze plek in je leeromgeving nog niet bekend",
        "De beheerder kan deze plek (deployment) toevoegen. " + _BEHEERDER,
    ),
    "LTI-17": Melding(
        400,
        "De link wijst naar een ander adres dan Groepswijzer",
        "Pas het adres van de link aan. " + _BEHEERDER,
    ),
    "LTI-18": Melding(400, "Er ontbreken gegevens in het bericht van je leeromgeving", _BEHEERDER),
    "LTI-19": Melding(
        403,
        "Je leeromgeving vertelt niet wie je bent",
        "Log in bij je leeromgeving; als gast kun je Groepswijzer niet gebruiken. " + _BEHEERDER,
    ),
    "LTI-20": Melding(
        400,
        "Je hebt Groepswijzer niet vanuit een cursus geopend",
        "Open Groepswijzer in de cursus van je klas of vak.",
    ),
    "LTI-21": Melding(
        403,
        "Je leeromgeving geeft geen namen door",
        "Zonder namen is een groepsoverzicht niet te gebruiken. De beheerder kan bij de instellingen van "
        "Groepswijzer in de leeromgeving aanzetten dat naam en e-mailadres worden gedeeld. " + _BEHEERDER,
    ),
    "LTI-22": Melding(403, "Je leeromgeving heeft het openen geweigerd", _OPNIEUW_OF_BEHEERDER),
    "LTI-30": Melding(
        403,
        "Je leeromgeving geeft geen deelnemerslijst door",
        "De beheerder kan bij Groepswijzer de dienst voor namen en rollen aanzetten. " + _BEHEERDER,
    ),
    "LTI-31": Melding(
        424,
        "Je leeromgeving geeft geen antwoord op de vraag wie er in de klas zitten",
        f"{_LAATSTE_LIJST} Probeer het over een paar minuten weer.",
    ),
    "LTI-32": Melding(
        424,
        "Je leeromgeving geeft Groepswijzer geen toegang tot de deelnemerslijst",
        f"{_LAATSTE_LIJST} {_BEHEERDER}",
    ),
    "LTI-33": Melding(424, "Je leeromgeving weigert de deelnemerslijst", f"{_LAATSTE_LIJST} {_BEHEERDER}"),
    "LTI-34": Melding(
        424, "We kunnen de deelnemerslijst van je leeromgeving niet lezen", f"{_LAATSTE_LIJST} {_BEHEERDER}"
    ),
    "LTI-35": Melding(
        424,
        "De deelnemerslijst van deze cursus is te groot",
        f"{_LAATSTE_LIJST} Gebruik een cursus met alleen deze klas. {_BEHEERDER}",
    ),
    "LTI-36": Melding(
        424, "Een deel van de deelnemerslijst is niet op te halen", f"{_LAATSTE_LIJST} {_BEHEERDER}"
    ),
    "LTI-37": Melding(
        424, "Je leeromgeving gaf de deelnemerslijst van een andere cursus", f"{_LAATSTE_LIJST} {_BEHEERDER}"
    ),
    "LTI-40": Melding(400, "Het adres om naar terug te gaan is niet van je leeromgeving", _BEHEERDER),
    "LTI-41": Melding(
        403,
        "Alleen een docent van de cursus kan Groepswijzer hier plaatsen",
        "Vraag het een docent van de cursus.",
    ),
    "LTI-42": Melding(
        400,
        "Het plaatsen is niet afgemaakt",
        "Ga terug naar de cursus in je leeromgeving en voeg Groepswijzer daar opnieuw toe.",
    ),
    "LTI-50": Melding(
        403,
        "Deze registratielink werkt niet (meer)",
        "Een link werkt één keer en een beperkte tijd. Vraag een nieuwe link aan wie Groepswijzer beheert.",
    ),
    "LTI-51": Melding(
        424,
        "De leeromgeving geeft geen antwoord op de vraag naar haar instellingen",
        "Er is niets geregistreerd en de link blijft bruikbaar. Probeer het over een paar minuten weer.",
    ),
    "LTI-52": Melding(
        400,
        "De instellingen van de leeromgeving kloppen niet",
        "Er is niets geregistreerd. Open de registratielink vanuit de leeromgeving zelf. "
        "Lukt het weer niet? Geef de code hieronder door aan wie Groepswijzer beheert.",
    ),
    "LTI-53": Melding(
        424,
        "De leeromgeving heeft de registratie niet aangenomen",
        "Er is bij Groepswijzer niets veranderd en de link blijft bruikbaar. Begin daar opnieuw.",
    ),
    "LTI-54": Melding(
        409,
        "Deze registratie hoort al bij een andere school",
        "Geef de code hieronder door aan wie Groepswijzer beheert.",
    ),
}
