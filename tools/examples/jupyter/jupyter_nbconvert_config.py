"""How mkdocs-jupyter runs a notebook: as the check does."""

from tools.examples import notebooks

get_config().merge(notebooks.OPTIONS)  # noqa: F821, Jupyter's
