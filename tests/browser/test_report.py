"""A report of a wrong number names the section that the reader was at."""

from urllib.parse import parse_qs, urlsplit

PRESS = """async () => {
    const link = Object.assign(document.createElement("a"), { className: "report" });
    link.href = "https://example.org/issues/new?title=Wrong&body=On%20shapes";
    link.addEventListener("click", (event) => event.preventDefault());
    document.body.append(link);
    await import("/assets/report.js");
    link.click();
    return link.href;
}"""


def test_it_names_the_section(tab):
    tab.goto("guides/shapes/#images")
    assert parse_qs(urlsplit(tab.evaluate(PRESS)).query) == {"title": ["Wrong"], "body": ["On shapes#images"]}
