"""Puts transcripts on pages, and holds every page to its rules: for includes, numbers and their record, and claims."""
