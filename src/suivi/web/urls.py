"""Every address of the web desk."""

from django.urls import path, register_converter

from suivi.web.views import (
    account,
    activities,
    assessments,
    bodies,
    calendar,
    channel,
    drafts,
    joint_texts,
    listings,
    meetings,
    officers,
    packages,
    plans,
    proofs,
    public,
    releases,
    reports,
    returns,
    reviews,
    room,
    session,
    start,
    today,
)


class Digest:
    """64 lower-case hex digits."""

    regex = "[0-9a-f]{64}"

    def to_python(self, value: str) -> str:
        """The digits as they stand."""
        return value

    def to_url(self, value: str) -> str:
        """The digits as they stand."""
        return value


register_converter(Digest, "digest")

urlpatterns = [
    path("", today.today, name="today"),
    path("start", start.start, name="start"),
    path("sign-in", session.sign_in_page, name="sign-in"),
    path("sign-in/code", session.code, name="sign-in-code"),
    path("sign-in/resume", session.resume, name="resume"),
    path("account", account.account, name="account"),
    path("account/password", account.password, name="account-password"),
    path("account/second-factor", account.second_factor_page, name="second-factor"),
    path("account/second-factor/off", account.turn_off, name="second-factor-off"),
    path("account/sessions/<str:session>/end", account.end_session, name="session-end"),
    path("sign-out", session.sign_out, name="sign-out"),
    path("public/", public.file, name="public-site"),
    path("public/<path:path>", public.file, name="public-file"),
    path("plans", plans.plans, name="plans"),
    path("plans/<slug:plan>", plans.plan, name="plan"),
    path("plans/<slug:plan>/background", plans.background, name="background"),
    path("plans/<slug:plan>/changes", plans.changes, name="changes"),
    path("plans/<slug:plan>/supplied", assessments.describe, name="describe"),
    path("plans/<slug:plan>/readings", assessments.assess, name="assess"),
    path("readings/<str:assessment>/withdraw", assessments.take_back, name="assessment-withdraw"),
    path("plans/<slug:plan>/room", room.room, name="room"),
    path("plans/<slug:plan>/room/note", room.note, name="room-note"),
    path("plans/<slug:plan>/room/note/<str:note>/drop", room.drop_note, name="room-note-drop"),
    path("plans/<slug:plan>/room/looked", room.looked, name="room-looked"),
    path("plans/<slug:plan>/room/minutes", room.minutes, name="room-minutes"),
    path("plans/<slug:plan>/room/decisions/<digest:minutes>/<str:decision>", room.decision, name="room-decision"),
    path("plans/<slug:plan>/room/closed/<digest:minutes>/<str:paper>", room.closed, name="room-closed"),
    path("plans/<slug:plan>/package", packages.package, name="package"),
    path("plans/<slug:plan>/package/make", packages.begin, name="package-begin"),
    path("packages/<str:package>", packages.made, name="package-made"),
    path("packages/<str:package>/file", packages.file, name="package-file"),
    path("packages/<str:package>/stop", packages.stop, name="package-stop"),
    path("plans/<slug:plan>/review", reviews.review, name="review"),
    path("plans/<slug:plan>/review/<str:paper>", reviews.paper, name="review-paper"),
    path("plans/<slug:plan>/<str:provision>", plans.commitment, name="commitment"),
    path("plans/<slug:plan>/<str:provision>/begin", returns.begin, name="report-begin"),
    path("plans/<slug:plan>/<str:provision>/report", reports.file, name="report-file"),
    path("plans/<slug:plan>/<str:provision>/report/<str:report>", reports.correct, name="report-correct"),
    path("plans/<slug:plan>/<str:provision>/activity", activities.begin, name="activity-open"),
    path("reports/<str:report>/withdraw", reports.withdraw, name="report-withdraw"),
    path("activities/<str:activity>/<str:step>", activities.take_step, name="step"),
    path("drafts", drafts.drafts, name="drafts"),
    path("drafts/under-way/<str:reading>", drafts.under_way, name="reading-under-way"),
    path("drafts/under-way/<str:reading>/stop", drafts.stop, name="stop-reading"),
    path("drafts/<str:draft>", drafts.reading, name="reading"),
    path("drafts/<str:draft>/settle", drafts.settle, name="settle"),
    path("drafts/<str:draft>/split", drafts.split, name="split"),
    path("drafts/<str:draft>/titles", drafts.retitle, name="retitle"),
    path("drafts/<str:draft>/propose", drafts.propose, name="propose"),
    path("releases", releases.tickets, name="tickets"),
    path("releases/<digest:ticket>", releases.ticket, name="ticket"),
    path("releases/<digest:ticket>/approve", releases.approve, name="approve"),
    path("releases/<digest:ticket>/release", releases.release, name="release"),
    path("releases/<digest:ticket>/send-back", returns.send_back, name="send-back"),
    path("releases/<digest:ticket>/discard", releases.discard, name="discard"),
    path("commitments", listings.commitments, name="commitments"),
    path("reports", listings.reports, name="reports"),
    path("search", listings.search, name="search"),
    path("lists/<slug:listing>.<slug:format>", listings.file, name="list-file"),
    path("lists/<slug:listing>/keep", listings.keep, name="view-keep"),
    path("views/<str:view>/drop", listings.drop, name="view-drop"),
    path("joint-texts", joint_texts.joint_texts, name="joint-texts"),
    path("joint-texts/<digest:leaf>", joint_texts.joint_text, name="joint-text"),
    path("joint-texts/<digest:leaf>/<str:word>", joint_texts.answer, name="joint-answer"),
    path("returns", returns.returns, name="returns"),
    path("returns/ask", returns.ask, name="returns-ask"),
    path("returns/decide", returns.decide, name="returns-decide"),
    path("returns/approval/<slug:plan>", returns.approval, name="returns-approval"),
    path("returns/<int:asked>", returns.one, name="return"),
    path("returns/<int:asked>/drop", returns.drop, name="return-drop"),
    path("calendar", calendar.calendar, name="calendar"),
    path("calendar/feed", calendar.open_feed, name="calendar-open"),
    path("calendar/feed/close", calendar.close_feed, name="calendar-close"),
    path("calendar/<str:secret>.ics", calendar.feed, name="calendar-feed"),
    path("officers", officers.officers, name="officers"),
    path("officers/<str:officer>", officers.officer, name="officer"),
    path("officers/<str:officer>/mandate", officers.mandate, name="mandate"),
    path("officers/<str:officer>/absence", officers.absence, name="absence"),
    path("officers/<str:officer>/hand-over", officers.hand_over, name="officer-hand-over"),
    path("officers/<str:officer>/let-go", officers.let_go, name="officer-let-go"),
    path("officers/<str:officer>/password", officers.renew_password, name="officer-password"),
    path("mandates/<str:mandate>/end", officers.end_mandate, name="mandate-end"),
    path("absences/<str:absence>/end", officers.end_absence, name="absence-end"),
    path("settings-check", officers.settings_check, name="settings-check"),
    path("history", officers.history, name="history"),
    path("bodies", bodies.bodies, name="bodies"),
    path("bodies/<str:body>", bodies.body, name="body"),
    path("instruments", calendar.instruments, name="instruments"),
    path("instruments/<str:activity>", calendar.instrument, name="instrument"),
    path("meetings/<str:activity>", meetings.meeting, name="meeting"),
    path("meetings/<str:activity>/line", meetings.line, name="meeting-line"),
    path("meetings/<str:activity>/line/<str:line>/drop", meetings.drop_line, name="meeting-line-drop"),
    path("meetings/<str:activity>/minutes", meetings.minutes, name="meeting-minutes"),
    path("meetings/<str:activity>/<str:file>", meetings.file, name="meeting-file"),
    path("proof/<str:channel>/<str:party>/<int:seq>", proofs.proof, name="proof"),
    path("channel", channel.channel, name="channel"),
    path("channel/hand-over", channel.hand_over, name="hand-over"),
    path("channel/take-in", channel.take_in, name="take-in"),
    path("channel/pull", channel.pull, name="pull"),
    path("channel/verify", channel.verify, name="verify"),
    path("channel/evidence/<int:number>", channel.evidence, name="evidence-file"),
]

handler400 = "suivi.web.views.errors.not_understood"
handler403 = "suivi.web.views.errors.not_yours"
handler404 = "suivi.web.views.errors.not_here"
handler500 = "suivi.web.views.errors.failed"
