"""Builds schools, people, courses and groups for tests, in one line each."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count

from sqlalchemy.orm import Session

from lti_tool.models import (
    Cursus,
    Cyclus,
    Deployment,
    Eigenaarschap,
    Groep,
    Herkomst,
    Lidmaatschap,
    Persoon,
    Platform,
    Registratie,
    Rol,
    School,
    Soort,
    Toegang,
    nu,
)
from lti_tool.security.sessies import nieuw_bezoek
from lti_tool.services.cyclus import cyclusopening


class Bouwer:
    """Every verb commits, so that the requests of a test see it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._later = False
        self._tel = count(1)
        self._platform: Platform | None = None

    @property
    def platform(self) -> Platform:
        """The school that a test is about."""
        if self._platform is None:
            self._platform = self.nieuw_platform("Het Lindecollege", "https://elo.linde.example")
        return self._platform

    def nieuw_platform(self, school: str, issuer: str) -> Platform:
        platform = Platform(school=School(naam=school, rolvertaling={}), issuer=issuer)
        self._bewaar(platform)
        registratie = Registratie(
            platform_id=platform.id,
            issuer=issuer,
            client_id=f"klant-{platform.id}",
            auth_url=f"{issuer}/auth",
            token_url=f"{issuer}/token",
            jwks_url=f"{issuer}/jwks",
            deployments=[Deployment(deployment_id="1")],
        )
        self._bewaar(registratie)
        return platform

    def persoon(
        self,
        voornaam: str = "Sem",
        achternaam: str = "de Vries",
        *,
        platform: Platform | None = None,
        docent: bool = False,
        **velden: str,
    ) -> Persoon:
        sub = velden.pop("sub", str(next(self._tel)))
        persoon = Persoon(
            platform_id=(platform or self.platform).id,
            sub=sub,
            voornaam=voornaam,
            achternaam=achternaam,
            naam=f"{voornaam} {achternaam}",
            docent_sinds=nu() if docent else None,
            **velden,
        )
        self._bewaar(persoon)
        return persoon

    def docent(self, voornaam: str = "Marieke", achternaam: str = "de Jong", **velden: object) -> Persoon:
        return self.persoon(voornaam, achternaam, docent=True, **velden)  # type: ignore[arg-type]

    def cursus(
        self,
        titel: str = "Klas 3HA – mentoruur",
        label: str = "3HA",
        *,
        platform: Platform | None = None,
        **velden: object,
    ) -> Cursus:
        cursus = Cursus(
            platform_id=(platform or self.platform).id,
            context_id=str(velden.pop("context_id", next(self._tel))),
            titel=titel,
            label=label,
            rooster_op=velden.pop("rooster_op", nu()),
            **velden,
        )
        self._bewaar(cursus)
        return cursus

    def lid(self, cursus: Cursus, persoon: Persoon, rol: Rol = Rol.LEERLING) -> Lidmaatschap:
        lid = Lidmaatschap(cursus_id=cursus.id, persoon_id=persoon.id, roosterrol=rol)
        self._bewaar(lid)
        return lid

    def klas(self, cursus: Cursus, aantal: int = 3) -> list[Persoon]:
        leerlingen = [self.persoon(f"Leerling{n:02}", f"Achternaam{n:02}") for n in range(1, aantal + 1)]
        for leerling in leerlingen:
            self.lid(cursus, leerling)
        return leerlingen

    def groep(
        self,
        cursus: Cursus,
        eigenaar: Persoon | None = None,
        soort: Soort = Soort.VAKOVERSTIJGEND,
        vak: str = "",
    ) -> Groep:
        groep = Groep(cursus_id=cursus.id, soort=soort, vak=vak)
        self._bewaar(groep)
        if eigenaar is not None:
            self.eigenaar(groep, eigenaar)
        return groep

    def eigenaar(self, groep: Groep, wie: Persoon) -> None:
        self._bewaar(
            Eigenaarschap(
                groep_id=groep.id, persoon_id=wie.id, herkomst=Herkomst.INGEBRUIKNAME, door_id=wie.id
            )
        )

    def cyclus(
        self, groep: Groep, begin: date = date(2026, 8, 24), eind: date = date(2026, 11, 30)
    ) -> Cyclus:
        cyclus = cyclusopening.open_cyclus(self.session, groep, begin, eind, None)
        self._leg_vast()
        return cyclus

    def token(self, persoon: Persoon, cursus: Cursus, rol: Rol) -> str:
        """A visit as a launch begins it; the value of its cookie."""
        sessie, token = nieuw_bezoek(self.session, None, persoon.id, als_leerling=rol is Rol.LEERLING)
        sessie.toegangen.append(Toegang(cursus_id=cursus.id, rol=rol))
        sessie.gegevens = {"csrf_token": "0" * 40}
        self._leg_vast()
        return token

    @contextmanager
    def in_een_keer(self) -> Iterator[None]:
        """For much at once: one commit at the end, and nothing is read again in between."""
        self._later = True
        yield
        self._later = False
        self.session.commit()

    def _bewaar(self, rij: object) -> None:
        self.session.add(rij)
        self._leg_vast()

    def _leg_vast(self) -> None:
        if self._later:
            self.session.flush()
        else:
            self.session.commit()
