"""Makes the site of the rendered pages: a build publishes it once all is checked, a server shows edits at once.

MkDocs calls `hook.py` at each of its events; every other module here does one job for it.
"""
