"""The corrections quote what the site once said, and compute nothing: test_corrections.py says what they must be."""

TESTED_ELSEWHERE = {f"corrections:{part}" for part in ("learn", "guides", "losses", "rest")}
