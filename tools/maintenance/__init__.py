"""Measures the project and keeps it in order: mutants, audit, links, benchmark, pins.

Nothing that the site is built from depends on this room.
"""
