"""What is written into a record: starters, single values at their place, whole files at once.

Nothing here decides what is right: `reading` and `rules` do, and read what was written like anything else.
"""
