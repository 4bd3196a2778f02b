"""Who sees and changes what: the one table. What isn't in it is not allowed."""

from enum import StrEnum


class GroepsRol(StrEnum):
    """What somebody is in one group or course, from the launch and the ownership together."""

    MENTOR = "mentor"  # owner of a mentor class
    VAKDOCENT = "vakdocent"  # owner of a subject group
    KERNTEAM = "docent van de klas"  # teacher in a mentor class, not owner
    VAKGROEP = "docent in de vakgroep"  # teacher in a subject group, not owner
    ZORGTEAM = "zorgteam"  # teacher in a course marked as the care team's
    SCHOOLLEIDING = "schoolleiding"  # teacher in a course marked as leadership's
    BEHEERDER = "beheerder"  # LTI Administrator
    LEERLING = "leerling"
    GEEN = "geen"


class Recht(StrEnum):
    """Permissions, named <what>_<verb>."""

    CURSUS_OPENEN = "cursus_openen"
    GROEP_BEKIJKEN = "groep_bekijken"
    GROEP_INRICHTEN = "groep_inrichten"
    GROEP_KOPPELEN = "groep_koppelen"
    OVERZICHT_BEKIJKEN = "overzicht_bekijken"
    OVERZICHT_BEWERKEN = "overzicht_bewerken"
    OBSERVATIE_TOEVOEGEN = "observatie_toevoegen"
    BEHOEFTE_BEWERKEN = "behoefte_bewerken"
    LEERLINGDEEL_BEWERKEN = "leerlingdeel_bewerken"
    HULPZIN_VOORSTELLEN = "hulpzin_voorstellen"
    HULPZIN_BEOORDELEN = "hulpzin_beoordelen"
    HULPZIN_BEHEREN = "hulpzin_beheren"
    GEGEVENS_BEKIJKEN = "gegevens_bekijken"
    VERTROUWELIJK_BEKIJKEN = "vertrouwelijk_bekijken"
    ALGEMEEN_BEKIJKEN = "algemeen_bekijken"
    LEERLING_MERKEN = "leerling_merken"
    ROOSTER_VERVERSEN = "rooster_verversen"
    EIGENAAR_BEKIJKEN = "eigenaar_bekijken"
    EIGENAAR_WORDEN = "eigenaar_worden"
    EIGENAAR_AANWIJZEN = "eigenaar_aanwijzen"
    CYCLUS_BEHEREN = "cyclus_beheren"
    KOLOMMEN_BEHEREN = "kolommen_beheren"
    VAKOVERZICHT_BEKIJKEN = "vakoverzicht_bekijken"
    PLAN_BEKIJKEN = "plan_bekijken"
    PLAN_BEWERKEN = "plan_bewerken"
    LOG_TOEVOEGEN = "log_toevoegen"
    MENTORPLAN_BEANTWOORDEN = "mentorplan_beantwoorden"
    HANDELINGSPLAN_BEWERKEN = "handelingsplan_bewerken"
    EIGEN_PAGINA_BEKIJKEN = "eigen_pagina_bekijken"
    EIGEN_WOORDEN_SCHRIJVEN = "eigen_woorden_schrijven"
    VOORTGANG_BEKIJKEN = "voortgang_bekijken"
    SCHOOL_BEHEREN = "school_beheren"


_LEZEN = {
    Recht.CURSUS_OPENEN,
    Recht.GROEP_BEKIJKEN,
    # names, marks with their reasons, needs
    Recht.OVERZICHT_BEKIJKEN,
    Recht.OBSERVATIE_TOEVOEGEN,
    # subgroups, plan and evaluation; the log is everybody's who teaches here
    Recht.PLAN_BEKIJKEN,
    Recht.LOG_TOEVOEGEN,
    Recht.ROOSTER_VERVERSEN,
    Recht.EIGENAAR_BEKIJKEN,
    # who teaches here may set up another form, or claim a group that nobody owns
    Recht.GROEP_INRICHTEN,
    Recht.GROEP_KOPPELEN,
    Recht.EIGENAAR_WORDEN,
}
_EIGENAAR = _LEZEN | {
    Recht.OVERZICHT_BEWERKEN,
    # needs, with what the pupil says of them
    Recht.BEHOEFTE_BEWERKEN,
    Recht.LEERLINGDEEL_BEWERKEN,
    Recht.HULPZIN_VOORSTELLEN,
    # scores, observations, talks with the pupil
    Recht.GEGEVENS_BEKIJKEN,
    Recht.VERTROUWELIJK_BEKIJKEN,
    Recht.LEERLING_MERKEN,
    Recht.EIGENAAR_AANWIJZEN,
    Recht.CYCLUS_BEHEREN,
    Recht.KOLOMMEN_BEHEREN,
    # subgroups, plan, week table, evaluation
    Recht.PLAN_BEWERKEN,
    # a plan for one pupil holds what parents and pupil told: its owners only
    Recht.HANDELINGSPLAN_BEWERKEN,
}

TABEL: dict[GroepsRol, frozenset[Recht]] = {
    GroepsRol.MENTOR: frozenset(
        # a sentence that colleagues are offered is approved by a mentor or the care team
        _EIGENAAR | {Recht.VAKOVERZICHT_BEKIJKEN, Recht.HULPZIN_BEOORDELEN}
    ),
    # the general needs, marks and plan of their own pupils, from cyclus A
    GroepsRol.VAKDOCENT: frozenset(_EIGENAAR | {Recht.ALGEMEEN_BEKIJKEN, Recht.MENTORPLAN_BEANTWOORDEN}),
    GroepsRol.KERNTEAM: frozenset(_LEZEN),
    GroepsRol.VAKGROEP: frozenset(_LEZEN | {Recht.GEGEVENS_BEKIJKEN}),
    # referrals come with their own forms; no group's overview is theirs
    GroepsRol.ZORGTEAM: frozenset({Recht.CURSUS_OPENEN, Recht.HULPZIN_BEHEREN}),
    GroepsRol.SCHOOLLEIDING: frozenset({Recht.CURSUS_OPENEN, Recht.VOORTGANG_BEKIJKEN}),
    GroepsRol.BEHEERDER: frozenset(
        {
            Recht.CURSUS_OPENEN,
            Recht.GROEP_BEKIJKEN,
            Recht.GROEP_INRICHTEN,
            Recht.GROEP_KOPPELEN,
            Recht.ROOSTER_VERVERSEN,
            Recht.EIGENAAR_BEKIJKEN,
            Recht.EIGENAAR_AANWIJZEN,
            Recht.VOORTGANG_BEKIJKEN,
            Recht.SCHOOL_BEHEREN,
            Recht.HULPZIN_BEHEREN,
        }
    ),
    GroepsRol.LEERLING: frozenset({Recht.EIGEN_PAGINA_BEKIJKEN, Recht.EIGEN_WOORDEN_SCHRIJVEN}),
    GroepsRol.GEEN: frozenset(),
}


def rechten_van(rollen: frozenset[GroepsRol]) -> frozenset[Recht]:
    """All permissions of somebody with these roles together."""
    return frozenset(recht for rol in rollen for recht in TABEL[rol])
