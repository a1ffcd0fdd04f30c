"""The table of all losses: names and defaults, compared with torch's own in tests/losses/test_pages.py."""

NO_NUMBERS = {"signatures:table"}
