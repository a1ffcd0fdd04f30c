"""Tabs that report what a page must not do."""

import contextlib

from tests.support.gate import refuse


@contextlib.contextmanager
def quiet_tab(context, address):
    """A new tab of a browser's context, in which a page may not log, raise, or request anything of another origin.

    What it does all the same is in `heard`, a list of texts, which a test may empty.
    """
    tab, allowed = context.new_page(), (address, "blob:", "data:")
    tab.heard = []

    def note_request(request):
        if not request.url.startswith(allowed):
            tab.heard.append(request.url)

    tab.on("console", lambda message: tab.heard.append(f"console: {message.text}"))
    tab.on("pageerror", lambda error: tab.heard.append(f"raised: {error}"))
    tab.on("request", note_request)
    yield tab
    tab.close()
    refuse(tab.heard)
