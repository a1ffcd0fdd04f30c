"""A Markdown extension: the site's own elements hold Markdown, as a <div markdown="1"> does."""

from markdown.extensions import Extension

CALCULATORS = ["loss-calculator", "batch-calculator"]


class Elements(Extension):
    """Makes the elements known as blocks, for md_in_html to look into."""

    def extendMarkdown(self, md):
        md.block_level_elements.extend(CALCULATORS)


def makeExtension(**options):
    """What Markdown calls to load this extension."""
    return Elements(**options)
