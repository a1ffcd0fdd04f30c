"""Puts transcripts on pages, and holds every page to its rules: what it includes, its numbers and their record, its claims."""
