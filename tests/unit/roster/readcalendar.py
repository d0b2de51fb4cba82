# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader that is not ours finds in an iCalendar file, as JSON: readcalendar.py FILE."""
import json
import sys

import icalendar

with open(sys.argv[1], "rb") as stream:
    calendar = icalendar.Calendar.from_ical(stream.read())


def read(event):
    return {
        "uid": str(event["UID"]),
        "stamp": event["DTSTAMP"].dt.isoformat(),
        "from": event["DTSTART"].dt.isoformat(),
        "until": event["DTEND"].dt.isoformat(),
        "summary": str(event["SUMMARY"]),
        "errors": len(event.errors),
    }


print(json.dumps({
    "version": str(calendar["VERSION"]),
    "method": str(calendar["METHOD"]),
    "name": str(calendar["X-WR-CALNAME"]),
    "errors": len(calendar.errors),
    "events": [read(event) for event in calendar.walk("VEVENT")],
}))
