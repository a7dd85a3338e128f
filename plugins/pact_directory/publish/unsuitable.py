"""What is said of a setting that cannot be honoured."""


class UnsuitableSettingError(Exception):
    """A setting of mkdocs.yml that cannot be honoured; its text says which, why, and what to write."""
