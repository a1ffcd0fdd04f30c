"""How mkdocs-jupyter runs a notebook: as the check does (see tools/kernel.py)."""

from tools import kernel

c = get_config()  # noqa: F821, Jupyter's
c.NotebookClient.kernel_manager_class = kernel.Kernel
c.NotebookClient.timeout = kernel.LIMIT
