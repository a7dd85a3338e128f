"""Why nothing was taken in."""


class NotImportedError(Exception):
    """Nothing was taken in. The message says in plain words why, and what to do instead."""
