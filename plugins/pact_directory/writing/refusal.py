"""Why nothing was written."""


class NotWrittenError(Exception):
    """Nothing was written. The message is a plain sentence for the coordinator, and says what to do instead."""
