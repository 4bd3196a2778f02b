"""Short and long forms of first names that may mean the same person. May: never a proof."""

# One line per family of forms, folded as hgw.namen.zoek_tekst does. A form can be in several.
_FAMILIES = """
abraham bram braam
adriaan adrianus ad arie adri
albert albertus bert bertus ab
alexander alex lex sander xander sasha
alexandra alex sandra sasha
andreas andries andre dries
anna anne anneke anouk annie ans
antonius anton ton toon teun tonny
antonia toos tonny antoinette
augustinus guus stijn
benjamin ben benny
catharina katharina trijn katrien karin kaat cato rina ineke
charlotte lotte lot charlie
christina christien tina stien kristel
christiaan chris christian
cornelis cornelius kees cor nelis
cornelia corrie nel nelleke cora
daniel daan dani
david dave
diederik dirk dick
eduard ed eddy edward
eleonora noor nora elly
elisabeth elizabeth els elsa liz liza lisa bep lies liesbeth betje isabel
emma emmy
franciscus frans francis frank
frederik fred frederick freek rik fred
gerardus gerard ger gerrit geert
gijsbert gijs bert
hendrik henk hein rik henry harry
hendrika henriette jet riek rika hennie
hubertus huub bert hub
jacobus jacob jaap koos cobus sjaak
johanna jo joke hanneke hanna janna jannie
johannes jan johan hans joop jo hannes joannes
jonathan joon nathan jon
joseph jozef jos sjef joep jef
josephina josefien fien jose fina
julia juul julie
katherine kate kat
koenraad koen
lambertus lambert bert lammert
laurens lars laurentius lau
leonardus leo leon leendert
louis lodewijk lo
louise loes lou wies
magdalena leen lena magda madeleine
margaretha margriet griet greet marga gretha margreet
maria marie mies ria mieke maaike marieke marijke mia miep
martinus martin maarten mart tinus
matthias matthijs thijs mathijs matthew mats ties
maximiliaan max maximilian
michael michiel mike maikel machiel
mohammed mohamed muhammed mohamad mo moh mehmet
nathalie natasja
nicolaas niek nick klaas nico nikolas niels
patrick pat
petrus peter piet pieter pjotr
philip filip flip
rebecca bekka
richard rick ries
robert rob bob robbert bert robin
samuel sam sem sammy
samantha sam
sebastiaan bas sebastian
sophia sofie sophie fie
stephanus stefan stef steven
susanna susanne sanne suus suzanne
theodorus theo dorus
theresia trees thera tess
thomas tom tommy
timotheus tim timo
valentijn val
victoria vicky
vincent vin vince
wilhelmina mina willemijn mien wil helma
wilhelmus willem wim wil bill
"""

_FAMILIE_VAN: dict[str, set[int]] = {}
for _nummer, _regel in enumerate(_FAMILIES.split("\n")):
    for _vorm in _regel.split():
        _FAMILIE_VAN.setdefault(_vorm, set()).add(_nummer)


def kan_dezelfde_voornaam_zijn(een: str, ander: str) -> bool:
    """Whether two folded first names may be forms of one name: Bram and Abraham, Max and Maximiliaan."""
    if _FAMILIE_VAN.get(een, set()) & _FAMILIE_VAN.get(ander, set()):
        return True
    kort, lang = sorted((een, ander), key=len)
    return len(kort) >= 3 and (lang.startswith(kort) or lang.endswith(kort))
