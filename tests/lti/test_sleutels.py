"""Our own keys: made once, rotated with an overlap, published without what is private."""

from datetime import timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from lti_tool.lti.sleutels import huidige_sleutel, jwks, roteer
from lti_tool.models import Sleutel, nu
from lti_tool.settings import Settings


def test_the_first_question_makes_the_key_and_the_next_find_it(session: Session) -> None:
    assert huidige_sleutel(session).kid == huidige_sleutel(session).kid
    assert session.scalar(select(func.count()).select_from(Sleutel)) == 1


def test_only_the_public_half_is_published(session: Session) -> None:
    (sleutel,) = jwks(session)["keys"]
    assert set(sleutel) == {"kty", "kid", "use", "alg", "n", "e"}
    assert (sleutel["kty"], sleutel["use"], sleutel["alg"]) == ("RSA", "sig", "RS256")


def test_a_rotated_key_is_published_for_the_set_time(session: Session, settings: Settings) -> None:
    oud = huidige_sleutel(session)
    roteer(session, settings)
    session.refresh(oud)
    assert oud.gepubliceerd_tot is not None
    assert abs(oud.gepubliceerd_tot - nu() - timedelta(days=settings.key_overlap_days)) < timedelta(minutes=1)


def test_after_its_overlap_a_key_is_published_no_more_and_then_removed(
    session: Session, settings: Settings
) -> None:
    oud = huidige_sleutel(session).kid
    roteer(session, settings)
    session.execute(
        update(Sleutel).where(Sleutel.kid == oud).values(gepubliceerd_tot=nu() - timedelta(days=1))
    )
    assert oud not in [sleutel["kid"] for sleutel in jwks(session)["keys"]]
    roteer(session, settings)
    assert session.get(Sleutel, oud) is None
