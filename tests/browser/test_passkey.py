"""A passkey, with Chromium's own virtual authenticator: set at the first sign-in, and asked for at the next."""

import re
import time

import pytest
from django.test import override_settings

from shaf.devices.models import DeskSession
from shaf.second_factor import proof
from tests import factories as f
from tests.browser.test_axe import violations
from tests.browser.test_story import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@override_settings(SECOND_FACTOR_REQUIRED=True)
def test_a_passkey_from_the_first_sign_in_to_the_next(live_server, new_page, complaints):
    f.make_user("chief", "editor")
    page = new_page()
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    key = devices.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})["authenticatorId"]
    log_in(page, live_server, "chief")
    page.wait_for_url("**/second_factor/set_up/**")
    found = violations(page)
    page.fill("#id_name", "حاسوب المكتب")
    page.click(".passkey button")
    page.wait_for_url("**/second_factor/codes/**")
    assert len(page.query_selector_all(".recovery-codes li")) == 10
    found += violations(page)
    page.click("input[type=submit]")
    page.wait_for_selector("#user-tools")
    [credential] = devices.send("WebAuthn.getCredentials", {"authenticatorId": key})["credentials"]
    assert credential["rpId"] == "localhost"
    page.click("#logout-form button")
    log_in(page, live_server, "chief")
    page.wait_for_url(re.compile("/second_factor/[?]"))
    found += violations(page)
    page.click(".passkey button")
    page.wait_for_selector("#user-tools")
    page.goto(f"{live_server.url}/admin/security/")
    assert "حاسوب المكتب" in page.inner_text(".owned")
    found += violations(page)

    # A quarter of an hour later: what is grave is done after the passkey was given again.
    for row in DeskSession.objects.exclude(user=None):
        session = row.get_session_store_class()(row.pk)
        session[proof.KEY] = time.time() - proof.FRESH - 1
        session.save()
    page.click("button[value=new_codes]")
    page.wait_for_selector("#id_again")
    found += violations(page)
    page.click(".passkey button")
    page.wait_for_url("**/second_factor/codes/**")
    page.click("input[type=submit]")
    page.wait_for_url("**/security/")
    assert not found, "\n".join(found)
    # Axe tries a style of its own, which the policy of the page refuses.
    complaints[:] = [one for one in complaints if "inline style" not in one and "403 (Forbidden)" not in one]

    # Without the key, the password and the page of the second step are all there is.
    devices.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": key})
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    page.click("#logout-form button")
    log_in(page, live_server, "chief")
    page.click(".passkey button")
    page.wait_for_selector(".passkey-failed:not([hidden])")
    page.goto(f"{live_server.url}/admin/")
    page.wait_for_url(re.compile("/second_factor/[?]"))
