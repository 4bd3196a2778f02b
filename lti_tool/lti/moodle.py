"""What is particular to Moodle as a platform (seen in 4.5). The rest of lti/ knows LTI only.

Handled elsewhere, since it does no harm on other platforms: the roster is asked for without limit or
role (the next link drops them; rooster.py); `repost` is never sent (it loses Moodle's session;
inloggen.py); custom parameters have lower-case names (others arrive twice; registreren.py).
"""

from urllib.parse import urlencode

PRODUCT = "moodle"

NA_REGISTREREN = (
    "Druk hieronder op Sluiten. Groepswijzer staat dan in de lijst met externe tools, maar nog niet actief.",
    "Druk bij Groepswijzer op Activeren.",
    "Open bij Groepswijzer de instellingen (het tandwiel) en kies bij gebruik in cursussen: "
    "tonen in de activiteitenkiezer.",
    "Controleer bij Privacy dat naam en e-mailadres worden gedeeld.",
)


def cursusadres(issuer: str, context_id: str) -> str:
    """The page of a course. The launch's own return URL holds the session key of who launched: never kept."""
    return f"{issuer.rstrip('/')}/course/view.php?{urlencode({'id': context_id})}"
