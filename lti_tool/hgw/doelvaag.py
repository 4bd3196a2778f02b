"""Words in a goal that say nothing by themselves, and goals that are a whole domain."""

import re

from lti_tool.hgw.doelmaat import heeft_gedrag
from lti_tool.hgw.doeltekst import een_van

_TAAK = (
    r"(?:taak|taken|\w{0,12}opdracht\w*|opgaven?|huiswerk|hw|tafel|project|weektaak|werkstuk|verslag|som|sommen|eigen|"
    r"presentatie|stuk|pta|po|profielwerkstuk|schoolwerk|eind|einde|begin|hand|elkaar)"
)
_VERGROTENDE = """
    actiever rustiger serieuzer zelfstandiger positiever positievere netter sneller vlotter
    geconcentreerder gemotiveerder zekerder zelfverzekerder sterker hoger hogere bewuster socialer
    assertiever opener zorgvuldiger nauwkeuriger harder langer gestructureerder georganiseerder
    duidelijker kritischer mondiger vriendelijker respectvoller weerbaarder verantwoordelijker
    oplettender ijveriger preciezer lekkerder prettiger beleefder vaker
"""
_VAAG = [
    re.compile(r"(?<!\w)verb(?:e|ee)te?r(?:en|t|d|de|ing|ingen)?(?!\w)"),
    re.compile(
        r"(?<!\w)(?:ge)?werk(?:en|t|te)?\s(?:verder\s|hard\s|wordt\s)?aan\s"
        rf"(?!(?:de\s|het\s|een\s|zijn\s|haar\s|hun\s|die\s|deze\s|dit\s)?{_TAAK}(?!\w))"
    ),
    re.compile(r"(?<!\w)betere?(?!\w)(?!\sdan\s)"),
    re.compile(r"(?<!\w)best(?:e)?\s(?:te\s|blijven\s|gaan\s|meer\s)?(?:doen|doet|gaan)(?!\w)"),
    re.compile(r"(?<!\w)(?:z'n|zijn|haar|hun|m'n|mijn|je|diens)\sbest(?!\w)"),
    re.compile(r"(?<!\w)meer\s(?!dan\b|of\b|en\b)(?=[a-z])"),
    een_van(_VERGROTENDE),
    re.compile(r"(?<!\w)(?:groeit?|groeien)\s(?:in|naar|op)(?!\w)"),
    re.compile(r"(?<!\w)(?:ontwikkelt|ontwikkelen)(?!\w)(?!\s(?:een\s|zelf\s|eigen\s)(?!positie|goed|betere))"),
    re.compile(r"(?<!\w)(?:vooruitgang|vooruitgaan|vooruit\s(?:te\s)?(?:gaan|komen)|gaat\svooruit)(?!\w)"),
    re.compile(r"(?<!\w)(?:opkrikken|bijspijkeren|(?:cijfers?|punten)\s(?:flink\s|wat\s)?(?:ophalen|optrekken))(?!\w)"),
    re.compile(r"(?<!hand\s)(?<!vinger\s)(?<!arm\s)(?<!\w)omhoog(?!\w)"),
    re.compile(r"(?<!\w)op\s(?:een\shoger\s)?(?:niveau|peil|orde)\s(?:te\s)?(?:krijgen|brengen|komen|houden)(?!\w)"),
    re.compile(r"(?<!\w)(?:vergroten|vergroot|verhogen|verhoogt|versterken|versterkt|bevorderen|uitbreiden)(?!\w)"),
]  # fmt: skip

# Words just before or after that make the same letters harmless.
_ONTKEND = re.compile(r"(?<!\w)(?:niet|nooit|nauwelijks|of|om)\s$|(?<!\w)geen\s[^.,;:\n]{0,40}$")
_ANDEREN = re.compile(r"^\s?(?:leerling|klasgeno|lezer|reken|orde\svra)")
_FOUTEN = re.compile(
    r"^[^.;\n]{0,40}(?<!\w)(?:fout|fouten|antwoord|antwoorden|toets|zinnen|versie|verslag)(?!\w)"
)
_ALGEMEEN = re.compile(
    r"^\s(?:inzet|\w{0,8}houding|cijfer|punten|resultaten|prestaties|concentratie|sfeer|planning)"
)
_UITLEG = re.compile(r"(?<!\w)door\s[^.;\n]{2,120}(?<!\w)te\s|(?<!\w)(?:d\.w\.z\.|dwz|namelijk|zoals)(?!\w)")
_BEDOELING = re.compile(
    r"(?<!\w)(?:om|zodat|waardoor|opdat|ter|voor\seen|als|wanneer|wat|hoe|welke)\s[^.,;:\n]{0,60}$"
)


def vaag_woord(plat: str) -> re.Match[str] | None:
    """The first word in a folded goal that says no more than that it has to get better, or None.

    None too where the text goes on to say what will be seen ("door elke stap op te schrijven"), or where
    the word only tells what the behaviour is good for.
    """
    if _UITLEG.search(plat):
        return None
    treffers = [
        treffer for patroon in _VAAG for treffer in patroon.finditer(plat) if not _onschuldig(plat, treffer)
    ]
    return min(treffers, key=lambda treffer: treffer.start(), default=None)


def _onschuldig(plat: str, treffer: re.Match[str]) -> bool:
    ervoor, erna = (
        plat[max(0, treffer.start() - 90) : treffer.start()],
        plat[treffer.end() : treffer.end() + 60],
    )
    if _ONTKEND.search(ervoor) or _ANDEREN.match(erna):
        return True
    if treffer[0].startswith("verb") and _FOUTEN.match(erna):
        return True  # putting one's own mistakes right is behaviour
    if treffer[0] == "betere" and not _ALGEMEEN.match(erna) and heeft_gedrag(ervoor):
        return True  # "kiest een betere plek" is something that one sees
    staart = plat[treffer.end() : treffer.end() + 200]
    if ":" in staart and heeft_gedrag(staart[staart.index(":") :]):
        return True
    bedoeling = _BEDOELING.search(ervoor)
    return bool(bedoeling and heeft_gedrag(ervoor[: bedoeling.start()] + " "))


_DOMEIN = een_van(
    """rekenen rk lezen technisch_lezen tl begrijpend_lezen bl spelling sp taal schrijven wiskunde wi
    wis nederlands ne ned engels eng frans fa duits du natuurkunde na scheikunde sk nask biologie bi
    bio geschiedenis gs aardrijkskunde ak economie ec maatschappijleer latijn grieks muziek tekenen
    techniek gym lo rekenvaardigheid rekenvaardigheden leesvaardigheid taalvaardigheid
    spellingvaardigheid gedrag werkhouding leerhouding studiehouding taakhouding huiswerkhouding
    werkattitude leerattitude huiswerkattitude taakaanpak motivatie studievaardigheid
    studievaardigheden sociale_vaardigheden sociale_vaardigheid sociaal_gedrag welbevinden zelfbeeld
    sociaal-emotionele sociaal_emotioneel sociaal-emotioneel seo"""
)
_VULSEL = frozenset(
    """de het een en of in op aan bij voor van vd v.d. met t.o.v. m.b.t. qua deze die dit dat zijn haar
    hun z'n mijn leerling lln ll moet moeten gaat gaan wordt worden komt komen krijgt krijgen
    brengen is blijft blijven laat laten zien wil willen kan kunnen zal doel vak vakken niveau peil
    hoger hogere resultaten resultaat cijfer cijfers vaardigheid vaardigheden ontwikkeling
    ontwikkelen ontwikkelt omhoog vooruit vooruitgang verder goed beter betere sterker er gewerkt
    werken werkt aan verbeteren verbetert verbeterd verbetering vergroten verhogen groeien groeit
    alle algemeen algemene tot te om weer wat iets meer ophalen opkrikken bijspijkeren ook + & / -
    """.split()  # noqa: SIM905 - a list of words reads as words
)
_WOORD = re.compile(r"[^\s,;:.!?()\"]+")


def heel_domein(plat: str) -> re.Match[str] | None:
    """The whole subject, skill or field that a folded goal is, or None when something narrower stands in it.

    Dates have to be blanked out of ``plat``.
    """
    rest = _DOMEIN.sub(" ", plat)
    if any(woord not in _VULSEL for woord in _WOORD.findall(rest)):
        return None
    return _DOMEIN.search(plat)
