"""Little records, and the calendars and feeds made from them, for the tests of both."""

from datetime import date
from typing import Any

from pact_directory.addresses import Links
from pact_directory.model.directory import PactFolder
from pact_directory.prose import render
from pact_directory.publication import publish_directory
from pact_directory.views.index import Index
from pact_directory.views.site_map import site_map
from pact_directory.views.statement import NOT_RECORDED
from tests.factories import AS_OF, a_directory, a_folder, an_area

SITE = "https://pacts.example.org/medway/"
REAL = {"demonstration": False, "frozen_on": None}


def index_of(*folders: PactFolder, as_of: date = AS_OF, area: dict[str, Any] | None = None, **known: Any) -> Index:
    """The index of a little record; of a demonstration unless `area` says otherwise."""
    directory = a_directory(*(folders or (a_folder(),)), area=an_area(**(area or {})), **known)
    words = {
        file.origin.path: render(file.body)
        for folder in directory.folders
        for file in (*folder.meetings, *folder.updates, *folder.newsletters)
    }
    return Index(publish_directory(directory, words, as_of))


def links_of(index: Index, base: str = SITE) -> Links:
    """The links of its site."""
    return Links(site_map(index, NOT_RECORDED).known, "/", base)
