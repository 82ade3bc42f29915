"""Debian's Chromium on a live server, under guard.

Every page fails its test where it asks for anything from another origin, where the policy of the page (CSP) is
violated, and where an error or a warning reaches its console.
"""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

from tests.browser.finding import find_chromium
from tests.conftest import unavailable

# Of several such flags Chromium heeds the last alone, so what Playwright switches off is named here again.
SWITCHED_OFF = [
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
    # Pages of the browser's own, loaded for the address bar of each window, which nobody sees.
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxPopup",
]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-gpu-rasterization",
    "--disable-software-rasterizer",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(SWITCHED_OFF)}",
    # Nothing else is found. To hold up every request and look at it would switch the browser's cache off.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
BACKEND = "django.contrib.auth.backends.ModelBackend"
LOCAL_SCHEMES = {"data", "blob", "about"}
LOUD = {"error", "warning"}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        unavailable("Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> list[str]:
    """What pages complained of. A test that provokes complaints looks at them and empties the list."""
    return []


class Contexts:
    """Browsers of their own that are used again: emptied between two tests, but for what they keep of static files."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.free: dict[str, list[BrowserContext]] = {}

    def take(self, **options) -> BrowserContext:
        """Return an empty one that was opened with these options of Playwright's."""
        free = self.free.get(repr(sorted(options.items())), [])
        return free.pop() if free else self.browser.new_context(**options)

    def give_back(self, context: BrowserContext, origin: str, **options) -> None:
        """Close its pages, and empty all that one page could leave to another. A test may have closed it itself."""
        try:
            page = context.new_page()
        except Error:
            return
        context.set_offline(False)
        for other in context.pages[:-1]:
            other.close()
        context.clear_cookies()
        context.clear_permissions()
        context.unroute_all(behavior="ignoreErrors")
        cleared = {"origin": origin, "storageTypes": "cookies,local_storage,indexeddb,service_workers,cache_storage"}
        context.new_cdp_session(page).send("Storage.clearDataForOrigin", cleared)
        page.close()
        self.free.setdefault(repr(sorted(options.items())), []).append(context)


@pytest.fixture(scope="session")
def contexts(chromium) -> Contexts:
    return Contexts(chromium)


@pytest.fixture
def new_page(contexts, live_server, complaints) -> Iterator[Callable[..., Page]]:
    """A page in a browser of its own: `new_page(user)` is logged in; further arguments are Playwright's context's."""
    taken = []

    def guard(request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in LOCAL_SCHEMES and f"{address.scheme}://{address.netloc}" != live_server.url:
            complaints.append(f"request to {request.url}")

    def note(message) -> None:
        # Chromium asks for this icon by itself where a page names none.
        if message.type in LOUD and message.location["url"] != f"{live_server.url}/favicon.ico":
            complaints.append(f"{message.type}: {message.text} {message.location}")

    def open_page(user=None, **options) -> Page:
        options = {"locale": "ar", "viewport": {"width": 1280, "height": 900}} | options
        context = contexts.take(**options)
        taken.append((context, options))
        context.set_default_timeout(20_000)
        context.on("request", guard)
        if user:
            context.add_cookies([session_cookie(user, live_server.url)])
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(f"uncaught: {error}"))
        return page

    yield open_page
    for context, options in taken:
        context.remove_listener("request", guard)
        contexts.give_back(context, live_server.url, **options)
    assert not complaints


def session_cookie(user, url: str) -> dict:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(user, BACKEND)
    return {
        "name": settings.SESSION_COOKIE_NAME,
        "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
        "url": url,
    }
