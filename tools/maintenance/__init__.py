"""Measures the project and keeps it in order: mutants, fuzzer, versions of torch, audit, links, benchmark, pins.

Nothing that the site is built from depends on this room.
"""
