"""What each page's snippets must print, recomputed from definitions, without torch: one module a folder of `snippets/`, named
as it is, or a notebook.

Its ORACLE holds for each section that prints numbers, "idea:section", all of them, and each True or False, in the order printed.
NO_NUMBERS names the sections that print none, and TESTED_ELSEWHERE those that a test of their own looks at.
"""
