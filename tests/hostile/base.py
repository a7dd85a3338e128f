"""A small valid record as plain values: every kind of file, every state a page has to show.

Every kind of group of fields is here at least once. Fields that are left out need not be added: each is attacked
all the same, given or not.
"""

from typing import Any

LUTON, SALTERS = "E05014459", "E05014460"
AGENCIES = ["police", "council", "council-highways"]

Fields = dict[str, Any]

AREA: Fields = {
    "record_version": "1",
    "name": "Medway",
    "gss": "E06000035",
    "site_id": "medway",
    "place": "Medway, Kent",
    "csp": {"name": "Community safety partnership", "email": "pacts@example.org", "phone": "01632 960100"},
    "demonstration": "true",
    "frozen_on": "2026-10-15",
    "publish_todo": "true",
    "endorsement_from": "2024-01-01",
    "policy": {"key_issues": "3", "notice_days": "14"},
    "policy_from": {"key_issues": "Operational guidelines"},
}
_SEATS = [
    {"seat": "1", "from": "2023-05-04", "name": "Ward councillor, seat 1", "email": "seat1@example.org",
     "publish": {"basis": "public-role", "given_on": "2023-05-04", "review_by": "2027-05-06"}},
    {"seat": "2", "from": "2023-05-04"},
]  # fmt: skip
WARDS: Fields = {
    "wards": [
        {"gss": LUTON, "name": "Luton", "place": "Chatham", "spellings": ["Luton Ward"],
         "parishes": ["Luton parish"], "seats": "2", "electors": {"count": "6871", "on": "2023-05-04"},
         "population": {"count": "9000", "on": "2021-03-21", "source": "Census"}, "checked_on": "2026-09-01",
         "checked_with": ["police", "council"], "councillors": _SEATS,
         "police_team": {"agency": "police", "email": "luton.police@example.org", "phone": "01632 960301"},
         "community_warden": {"email": "wardens@example.org", "phone": "01632 960300"},
         "local_links": [{"name": "Luton residents", "url": "https://example.org/luton"}]},
        {"gss": SALTERS, "name": "Salters", "place": "Strood", "seats": "1", "checked_on": "2026-09-01",
         "checked_with": ["police"], "councillors": [{"seat": "1", "from": "2023-05-04"}]},
    ]
}  # fmt: skip
AGENCIES_FILE: Fields = {
    "agencies": [
        {"id": one, "name": one.replace("-", " ").capitalize(), "statutory": "true", "from": "1974-04-01",
         "email": f"{one}@example.org", "phone": "01632 960110", "report_url": f"https://example.org/{one}"}
        for one in AGENCIES
    ]
}  # fmt: skip
VENUES: Fields = {
    "venues": [
        {"id": "luton-hall", "name": "Luton community hall", "address": "Castle Road", "easting": "577000",
         "northing": "166000", "travel": "Bus 101 stops outside.", "access": {"step_free": "yes"}}
    ]
}  # fmt: skip
TOPICS: Fields = {
    "topics": [
        {"id": "speeding", "name": "Speeding", "words": ["racing", "traffic"], "agencies": ["police"],
         "report": "Ring the council."}
    ]
}  # fmt: skip
EXEMPTIONS: Fields = {
    "exemptions": [
        {"rule": "newsletter-late", "record": "luton/meetings/2026-07-09", "reason": "The editor was ill.",
         "by": "Crime reduction coordinator", "until": "2026-12-31"}
    ]
}  # fmt: skip
PACT: Fields = {
    "name": "Luton PACT",
    "kind": "neighbourhood",
    "formed_on": "2024-02-06",
    "status": "active",
    "status_history": [{"status": "endorsed", "on": "2024-02-06", "by": "Tasking group"},
                       {"status": "active", "on": "2024-03-14"}],
    "wards": [LUTON, SALTERS],
    "coverage": {"description": "From the arches to the castle.", "part_of": [SALTERS]},
    "aliases": [{"name": "Luton neighbourhood panel", "used_by": "police", "from": "2009-01-01"},
                {"name": "Luton residents meeting", "used_by": "public"}],
    "former_ids": ["luton-panel"],
    "endorsement": {"submitted_on": "2024-01-09", "need": "Speeding.", "area": "The ward."},
    "roles": [{"role": "chair", "organisation": "resident"},
              {"role": "secretary", "organisation": "council", "name": "Secretary, seat 1",
               "publish": {"basis": "consent", "given_on": "2024-02-06", "review_by": "2027-02-06"}}],
    "contact": {"email": "luton.pact@example.org", "phone": "01632 960101"},
    "members": [{"agency": "police", "since": "2024-02-06"}, {"agency": "council-highways", "since": "2024-02-06"}],
    "meets": {"every_months": "4", "usual_venue": "luton-hall"},
    "terms_of_reference": "https://example.org/terms",
    "identifiers": {"police_neighbourhood": "KM42"},
    "assured_on": "2026-09-01",
    "review_by": "2027-03-01",
    "sources": [{"name": "The yearly return", "url": "https://example.org/return", "on": "2026-09-01"}],
}  # fmt: skip
CLOSED_PACT: Fields = {
    "name": "Salters PACT",
    "formed_on": "2022-01-10",
    "status": "closed",
    "status_history": [{"status": "active", "on": "2022-01-10"}, {"status": "closed", "on": "2024-01-31"}],
    "wards": [SALTERS],
    "succeeded_by": "luton",
    "sources": [{"name": "The yearly return"}],
}
_OUTCOME = {"measured": "measured", "result": "better", "residents_say": "better", "responses": "31",
            "asked_on": "2026-08-01"}  # fmt: skip
ACTIONS: Fields = {
    "priorities": [
        {"id": "speeding", "title": "Speeding on the main road", "topic": "speeding", "source": "workshop",
         "votes": "23", "raised_at": "2026-02-07", "residents_say": "It is worst at night.",
         "figures_say": "Nine in a hundred.", "next_step": "A speed watch.",
         "history": [{"status": "waiting", "on": "2026-02-07"},
                     {"status": "key", "on": "2026-03-12", "note": "Most votes."}]},
        {"id": "lighting", "title": "Dark footpaths", "raised_at": "2026-02-07",
         "history": [{"status": "key", "on": "2026-03-12"}, {"status": "resolved", "on": "2026-08-01"}],
         "outcome": {**_OUTCOME, "evidence": "A count of working lamps."}},
    ],
    "actions": [
        {"id": "1", "priority": "speeding", "action": "Check speeds", "lead_agency": "police",
         "raised_at": "2026-03-12", "agreed_on": "2026-03-12", "due_on": "2026-11-30",
         "next_update": "2026-11-05",
         "progress": [{"on": "2026-04-14", "status": "in_progress", "note": "Begun.", "due_on": "2026-12-15"}]},
        {"id": "2", "priority": "lighting", "action": "Mend the lamps", "lead_agency": "council-highways",
         "raised_at": "2026-03-12", "share": "true",
         "progress": [{"on": "2026-07-20", "status": "agreed"}, {"on": "2026-07-30", "status": "done"}],
         "outcome": {"closed_on": "2026-07-30", "what_was_done": "Nine lamps.", **_OUTCOME}},
        {"id": "3", "priority": "speeding", "action": "Paint the lines", "lead_agency": "council-highways",
         "raised_at": "2026-03-12", "next_update": "2026-11-05", "blocked_by": "The weather",
         "progress": [{"on": "2026-07-20", "status": "agreed"}, {"on": "2026-08-03", "status": "blocked"}]},
    ],
}  # fmt: skip
FEEDBACK: Fields = {
    "rounds": [
        {"closed_on": "2026-06-30", "how": "card and web form",
         "questions": [{"id": "influence", "agree": "12", "disagree": "5", "unsure": "3"}]}
    ]
}  # fmt: skip
WORKSHOP: Fields = {
    "kind": "workshop", "status": "held", "date": "2026-02-07", "start": "10:00", "end": "12:00",
    "venue": "luton-hall", "votes": [{"topic": "speeding", "count": "23"}], "minutes": "published",
    "minutes_on": "2026-02-10",
}  # fmt: skip
PANEL: Fields = {
    "kind": "panel", "status": "held", "date": "2026-03-12", "start": "19:30", "end": "21:00",
    "venue": "luton-hall", "notice_on": "2026-02-19", "agenda": ["Welcome", "Key issues"],
    "agencies_expected": ["police"], "agencies_present": ["police"], "findings": ["Nine lamps were out."],
    "votes": [{"topic": "speeding", "count": "23"}], "audiences": ["Young people"],
    "attendance": {"residents": "14", "councillors": "2"}, "decisions": ["A speed watch was agreed."],
    "minutes": "published", "minutes_on": "2026-03-25", "agreed_on": "2026-07-09",
    "corrections": [{"on": "2026-06-01", "text": "A name was put right."}],
    "updated_on": "2026-03-25", "revision": "1",
}  # fmt: skip
WALKABOUT: Fields = {
    "kind": "walkabout", "status": "held", "date": "2026-04-18", "start": "10:00", "end": "12:00",
    "route": "From the arches to the castle.", "findings": ["Nine lamps were out."], "minutes": "published",
    "minutes_on": "2026-04-20",
}  # fmt: skip
CANCELLED: Fields = {
    "kind": "open", "status": "cancelled", "date": "2026-05-16", "reason": "Snow", "audiences": ["Everybody"],
}  # fmt: skip
MOVED: Fields = {
    "kind": "panel", "status": "moved", "date": "2026-06-11", "reason": "The hall is shut",
    "moved_to": "2026-07-09", "notice_on": "2026-05-20",
}  # fmt: skip
LATER_PANEL: Fields = {
    "kind": "panel", "status": "held", "date": "2026-07-09", "start": "19:30", "end": "21:00",
    "venue": "luton-hall", "notice_on": "2026-06-18", "minutes": "published", "minutes_on": "2026-07-20",
}  # fmt: skip
NEXT_PANEL: Fields = {
    "kind": "panel", "status": "confirmed", "date": "2026-11-05", "start": "19:30", "end": "21:00",
    "venue": "luton-hall", "notice_on": "2026-10-10", "agenda": ["Welcome"],
}  # fmt: skip
NEWSLETTER: Fields = {"published_on": "2026-04-02", "distribution": ["shops", "library"]}
UPDATE: Fields = {"title": "The sign is up", "date": "2026-05-02", "priority": "speeding"}

RECORD: dict[str, Fields] = {
    "area.yml": AREA,
    "wards.yml": WARDS,
    "agencies.yml": AGENCIES_FILE,
    "venues.yml": VENUES,
    "topics.yml": TOPICS,
    "exemptions.yml": EXEMPTIONS,
    "luton/pact.yml": PACT,
    "luton/actions.yml": ACTIONS,
    "luton/feedback.yml": FEEDBACK,
    "luton/meetings/2026-02-07.md": WORKSHOP,
    "luton/meetings/2026-03-12.md": PANEL,
    "luton/meetings/2026-04-18.md": WALKABOUT,
    "luton/meetings/2026-05-16.md": CANCELLED,
    "luton/meetings/2026-06-11.md": MOVED,
    "luton/meetings/2026-07-09.md": LATER_PANEL,
    "luton/meetings/2026-11-05.md": NEXT_PANEL,
    "luton/newsletters/2026-03-12.md": NEWSLETTER,
    "luton/updates/2026-05-02.md": UPDATE,
    "salters/pact.yml": CLOSED_PACT,
}
"""The fields of every file. Documents are left out: a record may not name a file that is not there."""
