"""The table of all losses: names and defaults, compared with torch's own in test_losses_pages.py."""

NO_NUMBERS = {"signatures:table"}
