"""Every column of every table, classed: `internal`, or released as a part of what it names (N3).

- `RELEASED` columns hold bytes that left, or came, under signature; all others are internal.
- The `…Row` tables are made from registers, for one audience each: a row for us is internal, whatever it repeats.
"""

INTERNAL = "internal"
RELEASED = {
    "desk.Entry.log": "header.log",
    "desk.Entry.seq": "header.seq",
    "desk.Entry.header": "header",
    "desk.Entry.leaf": "header",
    "desk.Entry.digest": "header.content.sha256",
    "desk.Content.digest": "header.content.sha256",
    "desk.Content.octets": "content",
    "desk.Attachment.digest": "joint.proposed.attachments.sha256",
    "desk.Attachment.octets": "attachment",
    "desk.Checkpoint.log": "checkpoint.origin",
    "desk.Checkpoint.size": "checkpoint.size",
    "desk.Checkpoint.note": "checkpoint",
    "desk.KeyList.party": "manifest.party",
    "desk.KeyList.channel": "manifest.channel",
    "desk.KeyList.version": "manifest.version",
    "desk.KeyList.note": "manifest",
}
TABLES = {
    "auth.Group": ("id", "name", "permissions"),
    "auth.Permission": ("id", "name", "content_type", "codename"),
    "contenttypes.ContentType": ("id", "app_label", "model"),
    "sessions.Session": ("session_key", "session_data", "expire_date"),
    "desk.Draft": ("id", "plan", "reading", "settled", "begun_by", "begun_at", "proposed_as"),
    "desk.Ticket": (
        *(
            "digest",
            "channel",
            "octets",
            "plan",
            "provision",
            "subject",
            "type",
            "marking",
            "value",
            "cut_by",
            "cut_at",
            "home_seq",
        ),
        *("released_log", "released_seq", "discarded_at"),
    ),
    "desk.Entry": ("id", "log", "seq", "header", "leaf", "digest"),
    "desk.HomeEntry": ("id", "log", "seq", "header", "leaf", "digest"),
    "desk.Content": ("digest", "octets"),
    "desk.HomeContent": ("digest", "octets"),
    "desk.Attachment": ("digest", "octets"),
    "desk.Checkpoint": ("id", "log", "size", "note", "frontier"),
    "desk.KeyList": ("id", "party", "channel", "version", "note"),
    "desk.Evidence": ("id", "channel", "code", "octets", "kept_at"),
    "desk.FaultReport": ("id", "channel", "code", "check_number", "sentence", "refused_at"),
    "desk.Freshness": ("id", "log", "size", "seconds", "note"),
    "desk.Pull": (
        *("id", "channel", "party", "log", "pulled_at", "code", "sentence", "failures", "due_at", "octets"),
        "requests",
    ),
    "desk.Officer": (
        "id",
        "password",
        "last_login",
        "name",
        "language",
        "is_active",
        "ceiling",
        "ceiling_from_on",
        "ceiling_until_on",
    ),
    "desk.Mandate": (
        *("id", "officer", "role", "plan", "provision", "body", "from_on", "until_on", "granted_by", "granted_at"),
        *("ended_by", "ended_at"),
    ),
    "desk.BodyPlace": ("id", "body", "part_of", "from_on", "until_on", "placed_by", "placed_at"),
    "desk.Identity": ("id", "officer", "issuer", "subject", "linked_by", "linked_at"),
    "desk.Absence": ("id", "officer", "deputy", "from_on", "until_on", "noted_by", "noted_at"),
    "account.EmailAddress": ("id", "user", "email", "verified", "primary"),
    "account.EmailConfirmation": ("id", "email_address", "created", "sent", "key"),
    "mfa.Authenticator": ("id", "user", "type", "data", "created_at", "last_used_at"),
    "usersessions.UserSession": (
        *("id", "user", "created_at", "ip", "last_seen_at", "session_key", "user_agent", "data"),
    ),
    "axes.AccessAttempt": (
        *("id", "user_agent", "ip_address", "username", "http_accept", "path_info", "attempt_time", "get_data"),
        *("post_data", "failures_since_start"),
    ),
    "axes.AccessAttemptExpiration": ("access_attempt", "expires_at"),
    "axes.AccessFailureLog": (
        *("id", "user_agent", "ip_address", "username", "http_accept", "path_info", "attempt_time", "locked_out"),
    ),
    "axes.AccessLog": (
        *("id", "user_agent", "ip_address", "username", "http_accept", "path_info", "attempt_time", "logout_time"),
        "session_hash",
    ),
    "desk.PlanRow": (
        *("id", "audience", "channel", "plan", "version", "titles", "agreed_on", "in_effect_at", "initiatives"),
        *("aims", "reported", "differing", "marking", "fingerprint"),
    ),
    "desk.CommitmentRow": (
        *("id", "audience", "channel", "plan", "provision", "rank", "kind", "mode", "pillar", "titles", "agreed"),
        *("comparison", "stages", "own_stage", "other_stage", "due_on", "last_on", "reports", "marking", "fingerprint"),
    ),
    "desk.ReportRow": (
        *("id", "audience", "channel", "plan", "provision", "party", "account", "marking", "withdrawn", "background"),
        *("entry", "log", "seq", "stage", "on", "at", "ticket"),
    ),
    "desk.EvidenceRow": (
        *("id", "audience", "channel", "plan", "provision", "party", "account", "marking", "withdrawn", "background"),
        *("entry", "log", "seq", "title", "publisher", "address", "language", "told_on"),
    ),
    "desk.ActivityRow": (
        *("id", "audience", "channel", "plan", "provision", "entry", "mode", "state", "titles", "opened_by"),
        *("opened_at", "withdrawn", "marking"),
    ),
    "desk.JointTextRow": (
        *("id", "audience", "channel", "plan", "leaf", "kind", "titles", "proposed_by", "proposed_at", "state"),
        *("waits_for", "in_effect_at", "marking", "fingerprint"),
    ),
    "desk.WordsRow": (
        *("id", "audience", "channel", "plan", "provision", "kind", "key", "party", "language", "on", "marking"),
        *("words", "tokens"),
    ),
    "desk.DueRow": (
        *("id", "audience", "channel", "plan", "provision", "kind", "on", "mode", "edition", "step", "stated"),
        *("earliest_on", "rule"),
    ),
    "desk.KeptRegister": ("id", "channel", "part", "made_from", "seal", "octets"),
    "desk.HomePlaceRow": ("id", "kind", "key", "seq"),
    "desk.MarkRow": ("id", "channel", "party", "seq", "mark"),
    "desk.UnprojectedLog": ("id", "log", "seq"),
    "desk.CalendarFeed": ("id", "officer", "secret", "made_at", "asked_on"),
    "desk.ReturnAsked": (
        *("id", "channel", "plan", "provision", "body", "officer", "due_on", "note", "asked_by", "asked_at", "ticket"),
        *("turn", "handed_in_by", "handed_in_at", "came_back_at", "dropped_at"),
    ),
    "desk.ReturnDraft": ("id", "asked", "version", "boxes", "saved_by", "saved_at"),
    "desk.ReturnVerdict": ("id", "asked", "turn", "place", "officer", "instead_of", "passed", "remarks", "at"),
    "desk.EvidenceFile": ("digest", "octets", "name", "media", "title", "removed", "added_by", "added_at"),
    "desk.EvidenceUse": ("id", "file", "channel", "plan", "provision"),
    "desk.ReminderAddress": ("id", "officer", "address"),
    "desk.ReminderSent": ("id", "officer", "matter", "sent_at"),
    "desk.ReturnWorkbook": ("id", "officer", "name", "octets", "cells", "said", "handed_back_at", "taken_at"),
    "desk.ApprovalStep": ("id", "plan", "place", "name", "officers", "everyone"),
    "desk.MeetingLine": (
        *("id", "activity", "meeting", "kind", "words", "detail", "address", "organises", "noted_by", "noted_at"),
    ),
    "desk.ReviewNote": ("id", "plan", "provision", "words", "noted_by", "noted_at"),
    "desk.SavedView": ("id", "officer", "listing", "name", "asked"),
}
"""Every column by table: one that is not here has not been thought about, and fails a test."""

WRITTEN = {
    "desk_draft": ("plan", "proposed_as"),
    "desk_ticket": ("plan", "subject"),
    "desk_savedview": ("asked",),
    "desk_planrow": ("titles",),
    "desk_commitmentrow": ("titles", "agreed"),
    "desk_reportrow": ("account", "ticket"),
    "desk_activityrow": ("titles",),
    "desk_jointtextrow": ("titles",),
    "desk_wordsrow": ("words", "tokens"),
}
"""Internal columns of words into which a canary is written as it is; the others get theirs through the desk."""


def class_of(column: str) -> str:
    """What a column (`desk.Entry.header`) is: `internal`, or `releasable:` and what it is released as."""
    return f"releasable:{RELEASED[column]}" if column in RELEASED else INTERNAL
