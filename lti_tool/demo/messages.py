"""The messages of a launch, bent to what Moodle 4.5 sends: login initiation and launch message."""

from typing import Any, TypedDict
from urllib.parse import parse_qsl

from flask import Request as HttpRequest
from lti1p3platform.message_launch import LTIAdvantageMessageLaunchAbstract
from lti1p3platform.oidc_login import OIDCLoginAbstract
from lti1p3platform.request import Request, TRequest

from . import claims
from .core import Launch, Platform

MESSAGE_SECONDS = 60


class Initiation(TypedDict):
    """Where the login of a launch starts, and the fields to send there."""

    action: str
    fields: dict[str, str]


class Login(OIDCLoginAbstract):
    """The start of a launch: Moodle posts a form, where the library would redirect."""

    def set_lti_message_hint(self, **kwargs: Any) -> None:
        """The hint that must come back unchanged."""
        self._lti_message_hint = kwargs["hint"]

    def get_redirect(self, url: str) -> Initiation:
        """The address with its query as a form's fields."""
        action, _, query = url.partition("?")
        return {"action": action, "fields": dict(parse_qsl(query))}


class FlaskRequest(Request):
    """A Flask request in the library's clothes."""

    def build_metadata(self, request: HttpRequest) -> TRequest:
        """Only what the library reads."""
        return {
            "method": request.method,
            "form_data": request.form.to_dict(),
            "get_data": request.args.to_dict(),
            "headers": dict(request.headers),
            "content_type": request.content_type,
            "path": request.path,
        }


class MessageLaunch(LTIAdvantageMessageLaunchAbstract):
    """The launch message itself, with Moodle's claims."""

    def fill(self, platform: Platform, launch: Launch) -> None:
        """Set every claim of this launch."""
        tool, person, activity = launch.tool, launch.person, launch.activity
        self.set_id_token_expiration(MESSAGE_SECONDS)
        self.set_user_data(
            str(person.id),
            claims.role_uris(platform, launch),
            full_name=person.name if tool.share_names else None,
            email_address=person.email if tool.share_email else None,
        )
        self.set_extra_claims(claims.extra_claims(platform, launch))
        self.set_nrps(claims.memberships_url(platform, launch))
        self.set_launch_url(target_link_uri(launch))
        if activity:
            self.set_resource_link_claim(str(activity.id), activity.text, activity.title)
        else:
            settings = claims.deep_linking_settings(platform, launch)
            self.set_dl(settings["deep_link_return_url"])
            self._deep_linking_launch_data = {claims.DEEP_LINKING_SETTINGS: settings}

    def get_launch_message(self, include_extra_claims: bool = True) -> dict[str, Any]:
        """The library's message without azp, which Moodle doesn't send."""
        message: dict[str, Any] = super().get_launch_message(include_extra_claims)
        del message["azp"]
        roster = message[claims.ROSTER]
        roster["service_versions"] = ["1.0", "2.0"]
        return message

    def render_launch_form(self, launch_data: dict[str, Any], **kwargs: Any) -> dict[str, str]:  # noqa: ARG002
        """Only the two fields; the page around them is the view's."""
        return {"id_token": launch_data["id_token"], "state": launch_data["state"]}


def target_link_uri(launch: Launch) -> str:
    """The address in the tool that this launch is for."""
    return (launch.activity.url if launch.activity else "") or launch.tool.target_url
