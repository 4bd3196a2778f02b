"""In a frame on another site, over https, in a browser that blocks third-party cookies."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.conftest import Venster, in_lijst, start_chromium
from tests.browser.omgeving import Adressen, Omgeving, draaiend, vrije_poort
from tests.browser.scherm import cel, klaar, rij, wacht_op_opgeslagen

# one process: it has servers of its own
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("https")]


def _maak_certificaat(map_: Path) -> tuple[Path, Path]:
    """A certificate for this machine, signed by itself, and its key."""
    sleutel = ec.generate_private_key(ec.SECP256R1())
    naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "browserproeven")])
    namen = [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    nu = datetime.now(UTC)
    certificaat = (
        x509.CertificateBuilder()
        .subject_name(naam)
        .issuer_name(naam)
        .public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(nu - timedelta(days=1))
        .not_valid_after(nu + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(namen), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(sleutel, hashes.SHA256())
    )
    bestanden = map_ / "certificaat.pem", map_ / "sleutel.pem"
    bestanden[0].write_bytes(certificaat.public_bytes(serialization.Encoding.PEM))
    bestanden[1].write_bytes(
        sleutel.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return bestanden


@pytest.fixture(scope="module")
def _beveiligd(tmp_path_factory: pytest.TempPathFactory, sqlite_sjabloon: Path) -> Iterator[Omgeving]:
    """The tool on https://localhost, the platform on https://127.0.0.1: two sites to a browser."""
    map_ = tmp_path_factory.mktemp("https")
    certificaat, sleutel = _maak_certificaat(map_)
    adressen = Adressen(
        tool=f"https://localhost:{vrije_poort()}",
        elo=f"https://127.0.0.1:{vrije_poort()}",
        bind=f"127.0.0.1:{vrije_poort()}",
        ca=certificaat,
    )
    opties = {
        "--elo": adressen.elo,
        "--tool": adressen.tool,
        "--bind": adressen.bind,
        "--certificaat": str(certificaat),
        "--sleutel": str(sleutel),
    }
    platform = [sys.executable, "-m", "tests.browser.achter_tls", *(t for o in opties.items() for t in o)]
    extra = {"GROEPSWIJZER_PROXIES": "1", "REQUESTS_CA_BUNDLE": str(certificaat)}
    with draaiend(adressen, map_, sqlite_sjabloon, platform, extra) as omgeving:
        yield omgeving


@pytest.fixture
def beveiligd(_beveiligd: Omgeving) -> Omgeving:
    _beveiligd.begin_opnieuw()
    return _beveiligd


@pytest.fixture(scope="module")
def strenge_browser(playwright: Any) -> Iterator[Browser]:
    """A Chromium that blocks third-party cookies."""
    gestart = start_chromium(playwright, "--test-third-party-cookie-phaseout")
    yield gestart
    gestart.close()


def _open(venster: Venster, browser: Browser, omgeving: Omgeving, **opties: Any) -> Page:
    bladzij = venster(op=browser, ignore_https_errors=True, **opties)
    bladzij.goto(f"{omgeving.elo}/als/m.dejong/cursus/2")
    return bladzij


def test_the_partitioned_cookie_keeps_the_visit_in_the_frame(
    beveiligd: Omgeving, venster: Venster, strenge_browser: Browser
) -> None:
    bladzij = _open(venster, strenge_browser, beveiligd)
    _werkt(in_lijst(bladzij, beveiligd.tool))
    gezet = [koekje["name"] for koekje in bladzij.context.cookies() if "groepswijzer" in koekje["name"]]
    assert gezet == ["__Host-groepswijzer"]


def test_without_any_cookie_in_the_frame_one_button_opens_a_window_that_works(
    beveiligd: Omgeving, venster: Venster, strenge_browser: Browser
) -> None:
    # without Partitioned this browser keeps no cookie of the tool in a frame: the test above means something
    bladzij = _open(venster, strenge_browser, beveiligd, extra_http_headers={"X-Proef": "geen-partitioned"})
    lijst = bladzij.frame_locator("iframe.tool")
    expect(lijst.get_by_role("heading", level=1)).to_have_text("Open Groepswijzer in een nieuw venster")
    expect(lijst.get_by_text("bewaart geen cookies")).to_be_visible()
    with bladzij.expect_popup() as geopend:
        lijst.get_by_role("button").click()
    _werkt(geopend.value.main_frame)


def _werkt(scherm: Frame) -> None:
    """Set up, type, and find it back."""
    scherm.get_by_role("button", name="Groepsoverzicht openen").click()
    expect(rij(scherm, "Sem de Vries")).to_be_visible()
    klaar(scherm)
    cel(scherm, "Sem de Vries", "Technisch lezen").fill("IV")
    cel(scherm, "Sem de Vries", "Technisch lezen").press("Enter")
    wacht_op_opgeslagen(scherm)
    scherm.evaluate("location.reload()")
    expect(cel(scherm, "Sem de Vries", "Technisch lezen")).to_have_value("IV")
