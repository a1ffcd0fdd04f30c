"""Tabs of a browser that say nothing and ask nobody else."""

import contextlib


@contextlib.contextmanager
def quiet_tab(browser, address):
    """A new tab, 1440 pixels wide; no page in it may say anything on the console, raise, or ask anybody else for anything."""
    with browser.new_context(viewport={"width": 1440, "height": 900}, base_url=address) as context:
        heard, page = [], context.new_page()
        page.on("console", lambda message: heard.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: heard.append(f"raised: {error}"))
        page.on(
            "request", lambda request: request.url.startswith((address, "blob:", "data:")) or heard.append(request.url)
        )
        page.heard = heard
        yield page
    assert heard == []
