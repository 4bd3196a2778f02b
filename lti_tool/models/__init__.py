"""The tables. Importing this package makes all of them known to the metadata."""

from lti_tool.models.aanmelding import Aanmelding
from lti_tool.models.aanwezigheid import Aanwezigheid
from lti_tool.models.aanwijzing import Aanwijzing
from lti_tool.models.base import Base
from lti_tool.models.cursus import Bestemming, Cursus
from lti_tool.models.cyclus import Cyclus, Stapverklaring
from lti_tool.models.doel import Doel
from lti_tool.models.eigenaarschap import Eigenaarschap, Herkomst
from lti_tool.models.groep import Groep, Soort
from lti_tool.models.groepsplan import (
    Differentiatie,
    Groepsplan,
    Planregel,
    Planregelsoort,
    Planveld,
    Planversie,
    Planvorm,
    Vakantwoord,
)
from lti_tool.models.handelingsplan import Handelingsplan, Handelingsplanveld
from lti_tool.models.hulpzinkeuze import Hulpzinkeuze
from lti_tool.models.inzage import Inzage
from lti_tool.models.klad import Klad, Paginaklad
from lti_tool.models.kolom import Kolom, Kolomsoort, Toets
from lti_tool.models.leerlingdeel import Leerlingdeel
from lti_tool.models.leermoment import Leermoment, Leermomentleerling
from lti_tool.models.lidmaatschap import Lidmaatschap, Rol
from lti_tool.models.onderwijsbehoefte import Onderwijsbehoefte
from lti_tool.models.persoon import Persoon
from lti_tool.models.plandoel import Doelresultaat, Doelwoord, Plandoel, Plandoelbron
from lti_tool.models.platform import Platform
from lti_tool.models.platformsleutels import Platformsleutels
from lti_tool.models.platformtoken import Platformtoken
from lti_tool.models.regel import Cel, Regel, Signaal
from lti_tool.models.registratie import Deployment, Registratie
from lti_tool.models.registratielink import Registratielink
from lti_tool.models.roosterophaling import Roosterophaling
from lti_tool.models.school import School
from lti_tool.models.schoolformaat import Schoolformaat
from lti_tool.models.schoolrooster import Schoolrooster
from lti_tool.models.schoolzin import Schoolzin
from lti_tool.models.scoreimport import Scoreimport
from lti_tool.models.sessie import Sessie, Toegang
from lti_tool.models.sleutel import Sleutel
from lti_tool.models.subgroep import Groepspunt, Plaatsing, Subgroep, Subgroepherstel, Subgroepsoort, Uiteen
from lti_tool.models.types import nu
from lti_tool.models.uitvoering import Lognotitie, Planevaluatie, Roosterles
from lti_tool.models.versie import Versie
from lti_tool.models.voorkeur import Voorkeur
from lti_tool.models.voorstel import Voorstelbesluit
from lti_tool.models.wijzer import Wijzerantwoord
from lti_tool.models.wijziging import Onderwerp, Wijziging
from lti_tool.models.zinvoorstel import Zinvoorstel

__all__ = [
    "Aanmelding",
    "Aanwezigheid",
    "Aanwijzing",
    "Base",
    "Bestemming",
    "Cel",
    "Cursus",
    "Cyclus",
    "Deployment",
    "Differentiatie",
    "Doel",
    "Doelresultaat",
    "Doelwoord",
    "Eigenaarschap",
    "Groep",
    "Groepsplan",
    "Groepspunt",
    "Handelingsplan",
    "Handelingsplanveld",
    "Herkomst",
    "Hulpzinkeuze",
    "Inzage",
    "Klad",
    "Kolom",
    "Kolomsoort",
    "Leerlingdeel",
    "Leermoment",
    "Leermomentleerling",
    "Lidmaatschap",
    "Lognotitie",
    "Onderwerp",
    "Onderwijsbehoefte",
    "Paginaklad",
    "Persoon",
    "Plaatsing",
    "Plandoel",
    "Plandoelbron",
    "Planevaluatie",
    "Planregel",
    "Planregelsoort",
    "Planveld",
    "Planversie",
    "Planvorm",
    "Platform",
    "Platformsleutels",
    "Platformtoken",
    "Regel",
    "Registratie",
    "Registratielink",
    "Rol",
    "Roosterles",
    "Roosterophaling",
    "School",
    "Schoolformaat",
    "Schoolrooster",
    "Schoolzin",
    "Scoreimport",
    "Sessie",
    "Signaal",
    "Sleutel",
    "Soort",
    "Stapverklaring",
    "Subgroep",
    "Subgroepherstel",
    "Subgroepsoort",
    "Toegang",
    "Toets",
    "Uiteen",
    "Vakantwoord",
    "Versie",
    "Voorkeur",
    "Voorstelbesluit",
    "Wijzerantwoord",
    "Wijziging",
    "Zinvoorstel",
    "nu",
]
