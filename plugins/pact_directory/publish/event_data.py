"""A meeting told to search engines, in the words of schema.org: where and when, and whether it takes place."""

from collections.abc import Callable
from typing import Any

from ..addresses import Address
from ..views.calendars import CalendarEvent
from .words import Words

_STATUS = {"cancelled": "EventCancelled", "moved": "EventRescheduled"}


def event_data(plain: Words, event: CalendarEvent, whole: Callable[[Address], str]) -> dict[str, Any]:
    """What is said of a meeting, to be written as JSON. `plain` are the words as plain text.

    A moved meeting begins on the day it was moved to, as schema.org wants it. Never of a demonstration:
    nobody may be led to a meeting that does not exist.
    """
    card = event.card
    known = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": str(plain.meeting.of_pact(pact=card.pact.name, kind=plain.kind_inside[card.kind])),
        "description": str(plain.kind_means[card.kind]),
        **_times(event),
        "eventStatus": f"https://schema.org/{_STATUS.get(event.status, 'EventScheduled')}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "isAccessibleForFree": True,
        "location": _location(event),
        "organizer": _told({"@type": "Organization", "name": card.pact.name, "url": whole(card.pact.address)}),
        "url": whole(card.address),
    }
    return _told(known)


def _times(event: CalendarEvent) -> dict[str, str]:
    starts = (event.starts or event.card.day).isoformat()
    if event.card.moved_to:
        return {"startDate": event.card.moved_to.day.isoformat(), "previousStartDate": starts}
    is_written = event.ends and not event.usual_hours
    return {"startDate": starts, "endDate": event.ends.isoformat() if event.ends and is_written else ""}


def _location(event: CalendarEvent) -> dict[str, Any]:
    place = event.card.place
    if not place:
        return {}
    latitude, longitude = event.position or (None, None)
    position = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return _told(
        {
            "@type": "Place",
            "name": place.name,
            "address": place.address,
            "geo": position if event.position else "",
        }
    )


def _told(known: dict[str, Any]) -> dict[str, Any]:
    """What is known, without what is not."""
    return {name: value for name, value in known.items() if value}
