"""Reads the roles of a launch or a class list. No rights unless a role says so.

Roles: LTI 1.3 core, appendix A (https://www.imsglobal.org/spec/lti/v1p3#role-vocabularies). The role in
the course decides; of the roles outside it only Administrator counts. LTI's Mentor is an observer
such as a parent, not the mentor of a Dutch class: no rights.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from lti_tool.models import Rol

_BASIS = "http://purl.imsglobal.org/vocab/lis/v2/"
_IN_CURSUS = _BASIS + "membership#"
_SUBROL = _BASIS + "membership/"
_BEHEER = frozenset(
    {
        _BASIS + "institution/person#Administrator",
        _BASIS + "system/person#Administrator",
        _BASIS + "system/person#SysAdmin",
    }
)
# principal role, or principal role#sub-role, as short names
_STANDAARD = {
    "Instructor": Rol.DOCENT,
    "Instructor#Lecturer": Rol.DOCENT,
    "Instructor#PrimaryInstructor": Rol.DOCENT,
    "Instructor#SecondaryInstructor": Rol.DOCENT,
    "Instructor#TeachingAssistant": Rol.DOCENT,
    "Learner": Rol.LEERLING,
}


def lees_rol(rollen: Iterable[str], vertaling: Mapping[str, Any]) -> Rol:
    """The one role that counts.

    rollen     full URIs or short names, as the platform sends them
    vertaling  the school's own table: URI or short name -> value of Rol; wins over the standard table

    An Administrator who is only a Learner in this course ("switch role") looks at it as a pupil.
    """
    gelezen = {_lees_een(rol, vertaling) for rol in rollen}
    als_leerling = Rol.LEERLING in gelezen and Rol.DOCENT not in gelezen
    if Rol.BEHEERDER in gelezen and not als_leerling:
        return Rol.BEHEERDER
    if Rol.DOCENT in gelezen:
        return Rol.DOCENT
    return Rol.LEERLING if als_leerling else Rol.GEEN


def _lees_een(rol: str, vertaling: Mapping[str, Any]) -> Rol:
    kort = _korte_naam(rol)
    for sleutel in (rol, kort):
        if sleutel in vertaling:
            eigen = vertaling[sleutel]
            # a mistake in the table takes rights away, it never gives them
            return Rol(eigen) if eigen in list(Rol) else Rol.GEEN
    if rol in _BEHEER:
        return Rol.BEHEERDER
    if kort.startswith("Learner#"):
        return Rol.LEERLING
    return _STANDAARD.get(kort, Rol.GEEN)


def _korte_naam(rol: str) -> str:
    """`Instructor` or `Instructor#Lecturer`; roles outside the course keep their whole URI."""
    return rol.removeprefix(_IN_CURSUS).removeprefix(_SUBROL)
