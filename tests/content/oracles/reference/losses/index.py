"""The table of all losses, compared with torch's own in tests/losses/test_pages.py, and what differs in NumPy."""

from mpmath import mpf

ORACLE = {
    # the halves from left to right, 6e4 + 6e4 beyond float16; and 0 - 6e4 - 6e4 + 6e4
    "differences:order": [mpf("-inf"), -60000],
    # one byte of all ones is -1 as a signed number; as numbers, 255 and -1 differ
    "differences:byte": [True, False],
}
NO_NUMBERS = {"signatures:table", "differences:dtype"}
