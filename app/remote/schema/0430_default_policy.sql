-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 1 of every team's policy; app/domain/policydocument.cpp holds the same, tests/parity
-- compares them.

SELECT set_config('watchroom.actor_kind', 'setup', true), set_config('watchroom.actor', 'setup', true);
INSERT INTO app.policy (id, version, doc) VALUES (sync.derived_id('policy', '1'), 1, $${
"zone": "Asia/Shanghai", "workday_end": "18:00",
"levels": {
 "blue": {
  "acknowledge_s": 3600, "acknowledge_lease_s": 3600, "told": ["group"],
  "unacknowledged": ["next_shift"],
  "limits": {"detection": {"s": 3600}, "assessment": {"s": 600}, "diagnosis": {"s": 28800},
             "recovery": {"s": 86400}, "notification": {"working_days": 1}, "review": null},
  "may_skip": ["diagnosis", "recovery", "notification", "review"],
  "status_parties": ["business"], "status_every_s": null, "status_quiet": null},
 "yellow": {
  "acknowledge_s": 900, "acknowledge_lease_s": 1800, "told": ["group", "shift_lead", "scribe"],
  "unacknowledged": ["shift_lead"],
  "limits": {"detection": {"s": 900}, "assessment": {"s": 600}, "diagnosis": {"s": 7200},
             "recovery": {"s": 14400}, "notification": {"s": 7200}, "review": {"working_days": 5}},
  "may_skip": [], "status_parties": ["business"], "status_every_s": 7200,
  "status_quiet": {"from": "22:00", "to": "07:00"}},
 "red": {
  "acknowledge_s": 120, "acknowledge_lease_s": 900, "told": ["duty", "command", "business"],
  "unacknowledged": ["shift_lead", "deputy", "command"],
  "limits": {"detection": {"s": 120}, "assessment": {"s": 600}, "diagnosis": {"s": 1800},
             "recovery": {"s": 3600}, "notification": {"s": 1800}, "review": {"s": 259200}},
  "may_skip": [], "status_parties": ["business"], "status_every_s": 1800, "status_quiet": null}}
}$$);
SELECT set_config('watchroom.actor_kind', '', true), set_config('watchroom.actor', '', true);
