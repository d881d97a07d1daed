"""What pages and commands ask: each query enters by the gate and returns plain values (`desk/pages.py`)."""

from suivi.desk.access import abilities_of, may_know_people, must_read
from suivi.desk.queries.background_page import background_page
from suivi.desk.queries.bodies_page import bodies_page, body_page
from suivi.desk.queries.calendar_pages import calendar_feed, calendar_page
from suivi.desk.queries.change_pages import changes_page
from suivi.desk.queries.channel_pages import channel_page, evidence_file, node_facts
from suivi.desk.queries.draft_pages import drafts, reading_page, reading_under_way
from suivi.desk.queries.evidence_page import evidence_file_octets, evidence_page
from suivi.desk.queries.history_page import FILTERS as HISTORY_FILTERS
from suivi.desk.queries.history_page import history_page
from suivi.desk.queries.instruments_page import instrument_page, instruments_page
from suivi.desk.queries.joint_text_pages import joint_text_page, joint_text_waiting, joint_texts
from suivi.desk.queries.listing_brief import listing_brief
from suivi.desk.queries.listing_pages import FILTERS, commitments_page, reports_page, search_page
from suivi.desk.queries.listing_sheets import listing_sheet
from suivi.desk.queries.markings import ceilings
from suivi.desk.queries.meeting_page import meeting_file, meeting_page
from suivi.desk.queries.named_pages import named_page, thing_page
from suivi.desk.queries.officer_pages import identities_for, officer_page, officers_page
from suivi.desk.queries.package_page import package_being_made, package_file, package_page
from suivi.desk.queries.page_sheets import TABLES as PAGE_TABLES
from suivi.desk.queries.page_sheets import page_sheet
from suivi.desk.queries.plan_pages import commitment_page, plan_page, plans
from suivi.desk.queries.return_pages import ask_page, returns_page
from suivi.desk.queries.review_pages import review_file, review_page, years_page
from suivi.desk.queries.room_page import closed_review_file, room_page
from suivi.desk.queries.selection_page import selection_file
from suivi.desk.queries.start_page import start_page
from suivi.desk.queries.step_page import step_page
from suivi.desk.queries.ticket_pages import ticket_page, tickets
from suivi.desk.queries.today_page import today
from suivi.desk.queries.workbook_pages import workbook_file, workbook_page, workbook_with_messages
from suivi.desk.queries.writing_page import approval_page, return_page
from suivi.desk.registers import at_one_glance

__all__ = [
    "FILTERS",
    "HISTORY_FILTERS",
    "PAGE_TABLES",
    "abilities_of",
    "approval_page",
    "ask_page",
    "at_one_glance",
    "background_page",
    "bodies_page",
    "body_page",
    "calendar_feed",
    "calendar_page",
    "ceilings",
    "changes_page",
    "channel_page",
    "closed_review_file",
    "commitment_page",
    "commitments_page",
    "drafts",
    "evidence_file",
    "evidence_file_octets",
    "evidence_page",
    "history_page",
    "identities_for",
    "instrument_page",
    "instruments_page",
    "joint_text_page",
    "joint_text_waiting",
    "joint_texts",
    "listing_brief",
    "listing_sheet",
    "may_know_people",
    "meeting_file",
    "meeting_page",
    "must_read",
    "named_page",
    "node_facts",
    "officer_page",
    "officers_page",
    "package_being_made",
    "package_file",
    "package_page",
    "page_sheet",
    "plan_page",
    "plans",
    "reading_page",
    "reading_under_way",
    "reports_page",
    "return_page",
    "returns_page",
    "review_file",
    "review_page",
    "room_page",
    "search_page",
    "selection_file",
    "start_page",
    "step_page",
    "thing_page",
    "ticket_page",
    "tickets",
    "today",
    "workbook_file",
    "workbook_page",
    "workbook_with_messages",
    "years_page",
]
