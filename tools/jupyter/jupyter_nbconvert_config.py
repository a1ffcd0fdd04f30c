"""How mkdocs-jupyter runs a notebook: as the check does."""

from tools import kernel

get_config().merge(kernel.OPTIONS)  # noqa: F821, Jupyter's
