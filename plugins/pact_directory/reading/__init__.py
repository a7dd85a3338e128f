"""Bytes by path to a `Directory`, with every fault of form found at once, each with its place."""

from .directory import Reading, read_directory
from .files import RecordFiles, read_files
from .locate import Locator

__all__ = ["Locator", "Reading", "RecordFiles", "read_directory", "read_files"]
