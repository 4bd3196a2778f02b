"""Aims put as less of the unwanted, and how to turn them round to the behaviour that one wishes."""

import re
from typing import NamedTuple


class Omkering(NamedTuple):
    """Place (start, end) of the negative words in a folded text, and what the pupil could do instead."""

    begin: int
    einde: int
    gewenst: str


_STOREND = (
    r"(?:te\slaat|afgeleid|brutaal|boos|driftig|kwaad|onrustig|onzeker|bang|druk|weg|door(?!\w)|uit\sde|"
    r"met\s(?:spullen|propjes)|schreeuw|roep|praat|praten|klets|stoor|storen|vergeet|vergeten|vloek|sla(?:an|at)|"
    r"duw|scheld|pest|plaag|spijbel|verzuim|ruzie|op\sals|(?:meteen|direct|gelijk|snel)\sop|in\sdiscussie|"
    r"op\sanderen|op\s(?:de|het|die|haar|zijn)\s(?:telefoon|mobiel|laptop|scherm)|afwezig|absent|uitstel)"
)
_LIMIET = r"(?:dan\b|\d|een\b|twee\b|drie\b|of\b)"
_ZELFSTANDIG = r"(?:hulp|begeleiding|sturing|uitleg|instructie|tijd)"
_MENSEN_EN_DINGEN = r"(?:leer|klas|mede|vak|boek|tekst|taak|taken|opg|som|woord|mensen|doc|onderwerp)"
_HULPMIDDEL = (
    r"(?:hoeven|gebruiken|kijken|vragen|pauzeren|stoppen|zoeken|overleggen|rekenen|schrijven|lezen|wachten)"
)
_NEGATIEF = [
    # "Minder bekende klasgenoten" compares people, "minder hulp" is growth, "minder dan 5 fouten" a measure.
    re.compile(
        rf"(?<!of\s)(?<!niet\s)(?<!met\s)(?<!\w)minder(?!\w)(?!\s{_LIMIET})(?!\s{_ZELFSTANDIG})"
        rf"(?!\s\w{{2,14}}e\s{_MENSEN_EN_DINGEN})"
    ),
    re.compile(rf"(?<!\w)(?:niet|nooit|niemand)\s(?:meer|langer)(?!\w)(?!\s{_LIMIET})"),
    re.compile(r"(?<!\w)geen\s(?:\w{1,25}\s){1,3}meer(?!\w)(?!\sdan\b)"),
    # Stopping when the timer goes is what one wishes.
    re.compile(
        r"(?<!\w)(?:stopt|stoppen|ophouden|houdt\sop|gestopt)\smet(?!\w)(?![^.;\n]{1,60}(?:timer|bel\s|teken))"
    ),
    re.compile(
        r"(?<!\w)(?:verminderen|vermindert|vermindering|terugdringen|terugbrengen|afname\svan\shet\saantal)(?!\w)"
    ),
    re.compile(r"^\s{0,3}(?:voorkomen|vermijden|afleren)(?!\w)"),
    re.compile(
        r"(?<!\w)geen\s(?:onvoldoendes|ruzies?|conflicten|telefoon|commentaar|discussies?|waarschuwingen|"
        r"grote\smond|(?:agressief|storend|ongewenst|negatief|druk|brutaal|opstandig)\sgedrag)(?!\w)"
    ),
    # "Zonder te hoeven vragen" is doing it alone.
    re.compile(rf"(?<!\w)zonder\s(?:\w{{1,14}}\s){{0,3}}te\s(?!{_HULPMIDDEL})\w{{2,20}}"),
    re.compile(rf"(?<!\w)niet\s(?:\w{{1,14}}\s){{0,4}}?{_STOREND}"),
]
# "als die iets niet snapt", "zodat er minder stress is": the occasion or the reason, not the aim.
_AANLEIDING = re.compile(
    r"(?<!\w)(?:als|wanneer|indien|zodra|dat|al|omdat|zodat|waardoor|opdat|wat|of)\s[^.,;:\n]{0,60}$"
    r"|(?<!\w)bij\s$"
)

# What one could see instead; the first that fits the words around.
_WENSEN = [
    (re.compile(patroon), wens)
    for patroon, wens in (
        (r"\blaat\b", "is bij het begin van de les op de eigen plek, met de spullen op tafel"),
        (
            r"praat|praten|klets|uitleg\sheen|roep|schreeuw",
            "luistert tot de uitleg klaar is en steekt dan een vinger op",
        ),
        (r"stor|stoor", "werkt rustig door en laat anderen werken"),
        (
            r"telefoon|mobiel|laptop|scherm|\bgam(?:e|t)",
            "legt de telefoon aan het begin van de les in de tas",
        ),
        (r"afgeleid|aflei|concentr|op\sanderen", "werkt … minuten achter elkaar door aan de taak"),
        (
            r"brutaal|scheld|vloek|mopper|zucht|commentaar|discussie|mond",
            "zegt rustig wat die ervan vindt, na de les",
        ),
        (
            r"boos|driftig|kwaad|ruzie|conflict|sla(?:an|at)|duw|vecht|agress",
            "neemt bij spanning even afstand en vertelt daarna rustig wat er was",
        ),
        (r"pest|plaag|plagen|uitlach", "spreekt anderen vriendelijk aan en helpt in het groepje mee"),
        (r"onvoldoende", "staat voor … van de … vakken een 5,5 of hoger"),
        (r"fout|slordig", "heeft … van de 10 opgaven in één keer goed"),
        (r"verge(?:e|t)|spullen", "heeft … van de 5 lessen de spullen bij zich"),
        (r"huiswerk|\bhw\b", "heeft … van de 5 keer het huiswerk af"),
        (
            r"angst|bang|onzeker|spanning|stress|paniek|zenuw",
            "begint met een opgave die lukt en vraagt om hulp als het spannend wordt",
        ),
        (r"uitstel|\buit\b|avond", "begint … dagen voor de toets en doet elke dag een deel"),
        (r"spijbel|verzuim|absen|afwezig|\bweg", "is in alle lessen van de week aanwezig"),
        (r"\bop\sals|opge|\sop\b", "probeert een tweede manier en vraagt daarna om hulp"),
        (r"corrig|waarschuw|aangesproken", "houdt zich … van de 5 lessen zelf aan de afspraken"),
    )
]
_VERDER = re.compile(r"[\w'-]{0,25}(?:\s[\w'-]{1,25}){0,3}")
_LOS_EIND = re.compile(
    r"(?:\s(?:in|op|de|het|een|bij|te|van|tot|als|met|om|en|of|voor|tijdens|die|wordt|is)){1,3}$"
)
_ALGEMEEN = "doet in die situatie iets wat je wel wilt zien: schrijf op wat dat is en hoe vaak"


def omkering(plat: str) -> Omkering | None:
    """Find the first place in a folded goal that asks for less of the unwanted, or None."""
    treffers = [t for patroon in _NEGATIEF for t in patroon.finditer(plat) if not _onschuldig(plat, t)]
    eerste = min(treffers, key=lambda treffer: (treffer.start(), -treffer.end()), default=None)
    if eerste is None:
        return None
    nabij = plat[max(0, eerste.start() - 40) : eerste.end() + 60]
    gewenst = next((wens for patroon, wens in _WENSEN if patroon.search(nabij)), _ALGEMEEN)
    return Omkering(eerste.start(), _tot_woord(plat, eerste.start(), eerste.end()), gewenst)


def _onschuldig(plat: str, treffer: re.Match[str]) -> bool:
    return bool(_AANLEIDING.search(plat[max(0, treffer.start() - 80) : treffer.start()]))


def _tot_woord(plat: str, begin: int, einde: int) -> int:
    """End of the words that follow, so that "minder" is shown with what there should be less of."""
    verder = _VERDER.match(plat, einde)
    tot = verder.end() if verder else einde
    los = _LOS_EIND.search(plat[begin:tot])
    return max(einde, begin + los.start()) if los else tot
