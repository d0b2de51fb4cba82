# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader that is not ours finds in an iCalendar file, as JSON: readcalendar.py FILE."""
import json
import re
import sys

import icalendar

with open(sys.argv[1], "rb") as stream:
    data = stream.read()
calendar = icalendar.Calendar.from_ical(data)


def texts(name):
    """The library of Debian 12 undoes one escape after the other, so "\\\\n" becomes a line break:
    texts are read from the unfolded lines in one pass (RFC 5545, 3.3.11)."""
    lines = icalendar.parser.Contentlines.from_ical(data)
    return [re.sub(r"\\(.)", lambda one: "\n" if one[1] in "nN" else one[1], str(line)[len(name) + 1:])
            for line in lines if str(line).startswith(name + ":")]


def read(event, summary):
    return {
        "uid": str(event["UID"]),
        "stamp": event["DTSTAMP"].dt.isoformat(),
        "from": event["DTSTART"].dt.isoformat(),
        "until": event["DTEND"].dt.isoformat(),
        "summary": summary,
        "errors": len(event.errors),
    }


print(json.dumps({
    "version": str(calendar["VERSION"]),
    "method": str(calendar["METHOD"]),
    "name": texts("X-WR-CALNAME")[0],
    "errors": len(calendar.errors),
    "events": [read(*each) for each in zip(calendar.walk("VEVENT"), texts("SUMMARY"))],
}))
