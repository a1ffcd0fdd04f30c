"""Runs each example, a script or a notebook, and turns what it prints into a transcript.

This room knows nothing of pages or of MkDocs. What it knows of the library that the examples are about, PyTorch, stands
in `library.py`: to document another library, take the room and rewrite that file.
"""
