"""What makes a goal measurable: numbers with a unit, levels, grades, and behaviour that can be seen."""

import re

from lti_tool.hgw.doeltekst import GETALWOORDEN, een_van, vlak, wis

# Numbers that count nothing: chapters, pages, classes.
_VERWIJZING = re.compile(
    r"(?<!\w)(?:hoofdstuk|hst|h|blz|bladzijde|pag|par|paragraaf|opg|opgave|klas|groep|havo|vwo|mavo|vmbo|leerjaar|jaar|"
    r"bijlage|lokaal|deel|unit|chapter|periode|blok|bron)\.?\s?\d{1,3}(?:\.\d{1,2})?(?!\w|\s?%)"
    r"|(?<![\w,.])[1-6]\s?(?:havo|vwo|mavo|vmbo|gym|atheneum|kader|basis|[hvmkbtga]{1,2}[a-d]?)(?!\w)"
    r"|§\s?\d{1,2}(?:\.\d{1,2})?|(?<!\w)\d{1,2}(?:e|de|ste)(?!\w)|(?<!\w)(?:tot\s)?20[2-9]\d(?!\w)"
)
_GENUMMERD = re.compile(r"(?:^|(?<=\s))(?:\d{1,2}|[a-h])[.)](?=\s)")

_TELWOORD = een_van(" ".join(woord for woord in GETALWOORDEN if woord != "een"))
_MAATWOORD = een_van(
    "procent foutloos voldoende voldoendes onvoldoende onvoldoendes een_zesje eenmaal tweemaal driemaal "
    "driekwart de_helft kwartier halfuur half_uur uur avi avi-plus zonder_fouten uit_het_hoofd minstens"
)
_VOLDOENDE_BIJWOORD = re.compile(r"(?<!een\s)(?<!\w)voldoende\s(?=[a-z])(?!voor|op|bij|scor|sta|halen|haalt)")
_ROMEINS = re.compile(r"(?<![\w.])(?:III|II|IV|V|(?<=niveau )I|(?<=van )I|(?<=naar )I)[+-]?(?!\w)(?!\.\w)")
_LETTER = re.compile(
    r"(?<!\w)(?:niveau|score|van|naar|cito)\s[a-e][+-]?(?!\w)(?=\s(?:naar|of)\s|\s?$|[.,;)])"
)
_EEN_KEER = re.compile(r"[Éé][Éé]n(?!\w)")
_CIJFER = re.compile(r"\d|½|¼|¾")

# Bounded enough to know when a fact or a skill is there.
_GEHEEL = een_van(
    "alle alles allemaal volledig compleet helemaal zelfstandig zonder_hulp op_tijd af elke iedere"
)

_ONZICHTBAAR = een_van(
    """begrijpt begrijp begrijpen begrip snapt snappen weet weten kent kennen beheerst beheersen
    beheersing inzicht voelt voelen gevoel vertrouwen zelfvertrouwen gemotiveerd motivatie zelfbeeld
    blij tevreden gelukkig beseft bewust bewustwording kennis plezier zin_in trots lekker_in rust
    welbevinden staat_open bereid ervaart onder_de_knie in_de_hand leren_leren leert_leren leert_om
    leert_te leert_zich leert_hoe leert_dat leert_omgaan leert_plannen leert_samenwerken
    leert_vertrouwen leren_omgaan leren_plannen leren_samenwerken"""
)
_GEDRAG = een_van(
    """vraagt vragen_te stelt zegt vertelt legt leest schrijft noteert maakt levert begint start werkt
    steekt noemt benoemt toont geeft laat controleert bespreekt oefent pakt neemt brengt komt gaat
    zit zet loopt wacht kijkt luistert rondt rekent telt spelt spreekt praat presenteert overlegt
    verdeelt vult streept plant organiseert houdt helpt doet voert kiest tekent ontwerpt onderzoekt
    zoekt gebruikt past vat ordent vergelijkt beschrijft verklaart berekent vertaalt reageert
    antwoordt haalt scoort behaalt bereikt reflecteert evalueert herhaalt markeert onderstreept
    ruimt meldt belt mailt logt blijft oplost lost verwerkt sluit verwoordt bedenkt"""
)
_GEDRAG_KUNNEN = een_van(
    """uitleggen opschrijven benoemen noteren inleveren meenemen oefenen opsteken invullen bijhouden
    vragen_stellen presenteren bij_zich vertellen laten_zien laten_weten aangeven verwoorden uitspreken
    uiten tonen navertellen samenvatten toepassen"""
)
_ONDER = re.compile(r"^\s*(?:als|wanneer|zodra|bij|indien|na|voor|voordat)\s[^,;:]{1,120},")
_DEELZIN = re.compile(r"[,;:.()\n]|\s(?:en|door|maar|doordat|want)\s")
_BIJZIN = re.compile(r"^\s*(?:hoe|wat|dat|of|waarom|wanneer|die|welke|waar|als)\s")


def telwaarde(tekst: str, weg: list[tuple[int, int]]) -> str:
    """Text of the first number, grade or level that measures, or "" without one.

    ``weg`` holds the places that are dates. ``tekst`` is the text as written, for III and één.
    """
    plat = wis(vlak(tekst), weg)
    plat = wis(plat, [treffer.span() for treffer in _VERWIJZING.finditer(plat)])
    plat = wis(plat, [treffer.span() for treffer in _GENUMMERD.finditer(plat)])
    bijwoord = wis(plat, [treffer.span() for treffer in _VOLDOENDE_BIJWOORD.finditer(plat)])
    for patroon, waar in (
        (_CIJFER, plat), (_ROMEINS, wis(tekst, weg)), (_LETTER, plat), (_MAATWOORD, bijwoord),
        (_TELWOORD, plat), (_EEN_KEER, tekst),
    ):  # fmt: skip
        treffer = patroon.search(waar)
        if treffer:
            return tekst[treffer.start() : treffer.end()]
    return ""


def heeft_gedrag(plat: str) -> bool:
    """Whether a folded text names behaviour that somebody can see or hear."""
    return bool(_GEDRAG.search(plat) or _GEDRAG_KUNNEN.search(plat))


def onzichtbaar(plat: str) -> re.Match[str] | None:
    """The word for something inside a head (weet, voelt) on which a folded goal turns, or None.

    "Vraagt hulp als iets niet duidelijk is" turns on asking, which can be seen; "weet hoe je een planning
    maakt" on knowing.
    """
    begin = _ONDER.match(plat)
    hoofd = plat[begin.end() :] if begin else plat
    verschil = len(plat) - len(hoofd)
    treffer = _ONZICHTBAAR.search(plat, verschil)
    if not treffer or _GEHEEL.search(hoofd) or _GEDRAG_KUNNEN.search(hoofd):
        return None
    if _GEDRAG.search(plat, verschil, treffer.start()):
        return None
    # What follows is part of what is known ("hoe je ... maakt"), until the next clause.
    for deel in _DEELZIN.split(plat[treffer.end() :])[1:]:
        if _GEDRAG.search(deel) and not _BIJZIN.match(deel):
            return None
    return treffer
