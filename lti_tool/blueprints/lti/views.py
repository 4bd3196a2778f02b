"""HTTP of LTI 1.3: login, launch, keys, and dynamic registration."""

from flask import Blueprint, Response, current_app, g, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Antwoord

from lti_tool.blueprints.lti import koppelen
from lti_tool.extensions import db
from lti_tool.lti import inloggen, registreren, sleutels
from lti_tool.lti.adressen import oorsprong_tekst
from lti_tool.lti.fouten import Code, LtiFout
from lti_tool.lti.koppelvlak import Koekje, koekje
from lti_tool.lti.launch import Launch, valideer_launch
from lti_tool.models import Rol
from lti_tool.models.sqlite import gaat_schrijven
from lti_tool.security.aankomst import verwelkom
from lti_tool.security.koppen import omlijst_door
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.settings import Settings

bp = Blueprint("lti", __name__, url_prefix="/lti")


def instellingen() -> Settings:
    """The settings of this application."""
    gevonden: Settings = current_app.config["SETTINGS"]
    return gevonden


@bp.route("/login", methods=["GET", "POST"])
def login() -> Antwoord:
    """Login initiation by the platform, or once more by our own page for a new window."""
    # a GET reads only, as a rule; this one writes
    db.session.commit()
    with gaat_schrijven():
        begonnen = inloggen.begin_login(db.session(), instellingen(), request.values.to_dict(flat=False))
        db.session.commit()
    antwoord = redirect(url_for("lti.verder", k=begonnen.sleutel), 303)
    _zet(antwoord, begonnen.koekje)
    return antwoord


@bp.get("/login/verder")
def verder() -> Antwoord | str:
    """Did the cookie come back? Then on to the platform, else to a new window."""
    vervolg = inloggen.vervolg_login(db.session(), instellingen(), request.args.get("k", ""), request.cookies)
    if not vervolg.velden:
        return redirect(vervolg.auth_url, 302)
    # browsers hold the redirects that follow a form against form-action, too
    g.formulierdoelen = {oorsprong_tekst(vervolg.auth_url)}
    return render_template("lti/nieuw_venster.html", velden=vervolg.velden)


@bp.post("/launch")
def launch() -> Antwoord:
    """The platform's answer: a signed message in a form."""
    form = request.form.to_dict(flat=False)
    gestart = valideer_launch(db.session(), instellingen(), form, request.cookies)
    omlijst_door(gestart.platform)
    _controleer_bruikbaar(gestart)
    antwoord = verwelkom(gestart)
    _zet(antwoord, koekje(instellingen(), request.form["state"], 0))
    return antwoord


def _controleer_bruikbaar(gestart: Launch) -> None:
    """Valid, but of no use here: the tool is about the people of a course."""
    if not gestart.context_id:
        raise LtiFout(Code.GEEN_CURSUS, "the launch names no course")
    heeft_naam = gestart.naam or gestart.voornaam or gestart.achternaam or gestart.email
    if gestart.rol in (Rol.DOCENT, Rol.BEHEERDER) and not heeft_naam:
        raise LtiFout(Code.GEEN_NAMEN, "the platform shares no names")


@bp.get("/jwks")
def jwks() -> Response:
    """Our public keys (RFC 7517)."""
    # the first time, the key is made here
    with gaat_schrijven():
        gevonden = sleutels.jwks(db.session())
        db.session.commit()
    return jsonify(gevonden)


@bp.route("/register", methods=["GET", "POST"])
def register() -> str:
    """Dynamic registration, in a frame of the platform: what will happen, and then the doing."""
    params = request.values.to_dict(flat=False)
    _laat_omlijsten(request.values.get("openid_configuration", ""))
    if request.method == "GET":
        voorstel = registreren.bekijk(db.session(), instellingen(), params)
        return render_template("lti/registreren.html", voorstel=voorstel)
    voltooid = registreren.voltooi(db.session(), instellingen(), params)
    db.session.commit()
    return render_template("lti/geregistreerd.html", voltooid=voltooid)


@bp.route("/koppelen/<int:cursus_id>", methods=["GET", "POST"], endpoint="koppelen")
@vereist(Recht.GROEP_KOPPELEN)
def kies_formulieren(cursus_id: int) -> str:
    """Deep linking: which forms come into this course."""
    return koppelen.toon(huidige_bezoeker(), instellingen())


def _laat_omlijsten(adres: str) -> None:
    """A platform that isn't registered yet must be able to show this page, also when it says no."""
    bron = oorsprong_tekst(adres)
    g.omlijsters = {bron} if bron else set()


def _zet(antwoord: Antwoord, koekje_: Koekje) -> None:
    antwoord.set_cookie(koekje_.naam, koekje_.waarde, max_age=koekje_.leeftijd, **koekje_.opties)
