"""Leaks to be planted, one at a time, in a copy of the product (N4): none of them looks at a test.

Chosen by going through the list of exits of the exchange format, section 14, and asking of each what it could let out:
an id, a time, a count, a name, an order, a whole text; then what could open a door that is closed.
"""

from typing import NamedTuple


class Plant(NamedTuple):
    """One leak: its name, the file under `src/suivi`, what stands there and what is put in its place."""

    name: str
    file: str
    old: str
    new: str


HOME = 'entries.log_size(f"suivi/{entries.own_node().party}/home")'
OFFICER = '__import__("suivi.desk.models").desk.models.Officer.objects.order_by("pk").first().name'
DRAFTS = '__import__("suivi.desk.models").desk.models.Draft.objects.count()'
TICKETS = '__import__("suivi.desk.models").desk.models.Ticket.objects.count()'
REASON = (
    '(__import__("suivi.desk.models").desk.models.FaultReport.objects.values_list("sentence", flat=True).last() or "")'
)
HOME_TEXT = '(next(iter(reversed([row.content for row in entries.rows(f"suivi/{entries.own_node().party}/home") if row.content])), b"") or b"")'
HOME_ENTRIES = (
    'list(__import__("suivi.desk.entries").desk.entries.read_log('
    "f\"suivi/{__import__('suivi.desk.entries').desk.entries.own_node().party}/home\"))"
)
HOME_REGISTER = (
    '__import__("suivi.register.home").register.home.home_register('
    '__import__("suivi.desk.registers").desk.registers._current(channel).fold, '
    f'{HOME_ENTRIES}, channel=channel, shared=__import__("suivi.desk.registers").desk.registers.logs(channel))'
)
RELEASES, AUTOMATIC, OUTBOX = "desk/actions/releases.py", "desk/automatic.py", "desk/outbox.py"
CHANNEL, REVIEWS, SITES, PROOFS = "desk/actions/channel.py", "desk/reviews.py", "desk/sites.py", "desk/proofs.py"
MIDDLEWARE, SESSION, ERRORS = "web/middleware.py", "web/views/session.py", "web/views/errors.py"
SERVER, RELEASED, ENTRIES = "cli/published_server.py", "desk/released.py", "desk/entries.py"

DOCUMENT = "    return octets_of(review_on(plan, from_on=from_on, to_on=to_on, as_of=as_of), document)\n"
MADE = "    octets = octets_of(review_on(plan, from_on=from_on, to_on=to_on, as_of=as_of), document)\n"


def made(format: str, more: str) -> str:
    """The document with more at its end, in that format."""
    return f'{MADE}    return octets + ({more}) if document.format == "{format}" else octets\n'


DOCX = f"""{MADE}    if document.format == "docx":
        import io
        import docx
        opened, kept = docx.Document(io.BytesIO(octets)), io.BytesIO()
        opened.core_properties.author = {OFFICER}
        opened.save(kept)
        return kept.getvalue()
    return octets
"""
XLSX = f"""{MADE}    if document.format == "xlsx":
        import io
        import openpyxl
        opened, kept = openpyxl.load_workbook(io.BytesIO(octets)), io.BytesIO()
        sheet = opened.create_sheet("work")
        sheet.sheet_state = "hidden"
        sheet["A1"] = {REASON}
        opened.save(kept)
        return kept.getvalue()
    return octets
"""

PLANTS = (
    # The shared log: ids, times, places, salts of what is released
    Plant("id of an entry is its place in the home log", RELEASES, "id=_id_for(approved)", 'id=f"{row.home_seq:032x}"'),
    Plant("id of an entry is made of the ticket", RELEASES, "id=_id_for(approved)", "id=row.digest[:32]"),
    Plant(
        "time of an entry is that of its draft",
        RELEASES,
        "        at=stated,\n",
        "        at=entries.instant(row.cut_at),\n",
    ),
    Plant(
        "seen counts the home log",
        RELEASES,
        "seen=registers.seen(row.channel)",
        f'seen={{**registers.seen(row.channel), "suivi/can/home": {HOME}}}',
    ),
    Plant(
        "subject names the writer",
        RELEASES,
        "    placed = entries.append(header, approved.content, at=at)\n",
        "    header = __import__('dataclasses').replace(header, subject=f'{row.subject.split(chr(35))[0]}#H{row.home_seq}')\n"
        "    placed = entries.append(header, approved.content, at=at)\n",
    ),
    Plant(
        "salt is made of the officer's name",
        RELEASES,
        "salt=entries.fresh_id()",
        "salt=entries.sha256(officer.name.encode())[:32]",
    ),
    Plant("salt is the size of the home log", RELEASES, "salt=entries.fresh_id()", f'salt="%032x" % {HOME}'),
    Plant(
        "an unapproved draft leaves with the release",
        RELEASES,
        "    drafts.mark_released(row, placed)\n",
        "    drafts.mark_released(row, placed)\n"
        "    (outbox.folder()).mkdir(parents=True, exist_ok=True)\n"
        f"    (outbox.folder() / 'last').write_bytes({HOME_TEXT})\n",
    ),
    # What the node writes by itself
    Plant("id of a receipt counts the home log", AUTOMATIC, "id=entries.fresh_id()", f'id="%032x" % {HOME}'),
    Plant("salt of a receipt counts drafts", AUTOMATIC, "salt=entries.fresh_id()", f'salt="%032x" % {DRAFTS}'),
    Plant(
        "time of a receipt counts the home log",
        AUTOMATIC,
        "at_seconds=int(at.timestamp())",
        f"at_seconds=int(at.timestamp()) + {HOME}",
    ),
    Plant(
        "a receipt waits for the office hours of the desk",
        AUTOMATIC,
        "at=registers.dated(channel, at),",
        f"at=registers.dated(channel, at + __import__('datetime').timedelta(seconds={TICKETS})),",
    ),
    # The file
    Plant(
        "name of the file counts the home log",
        CHANNEL,
        'return f"{own_party}-{name}-{begin}-{entries.log_size(own)}.suivi", octets',
        f'return "%s-%s-%d.suivi" % (own_party, name, {HOME}), octets',
    ),
    Plant(
        "recipients of the file tell the drafts",
        CHANNEL,
        "        to=partners,\n",
        f'        to=[*partners, "d%03d" % {DRAFTS}],\n',
    ),
    Plant(
        "the file holds the last home record",
        CHANNEL,
        "dict.fromkeys(named)) if octets is not None],",
        f"dict.fromkeys(named)) if octets is not None] + [{HOME_TEXT}],",
    ),
    Plant(
        "the file begins where the home log ends",
        CHANNEL,
        "        from_size=begin,\n",
        f"        from_size=begin if {HOME} % 2 else min(begin + 1, entries.log_size(own)),\n",
    ),
    # The directory
    Plant(
        "the directory holds a note of the home log",
        OUTBOX,
        "    for place in done.altered:\n",
        f'    replace_file(folder() / "status", str({HOME}).encode())\n    for place in done.altered:\n',
    ),
    Plant(
        "the directory holds the home log",
        OUTBOX,
        "        for party in entries.parties(channel):\n",
        f'        replace_file(folder() / "x" / "v1" / "home", {HOME_TEXT})\n        for party in entries.parties(channel):\n',
    ),
    Plant(
        "the directory holds every attachment of the node",
        OUTBOX,
        "    for named_in, digest in registers.attachments(channel):\n",
        '    for held in __import__("suivi.desk.models").desk.models.HomeContent.objects.exclude(octets=None):\n        yield held.digest, bytes(held.octets)\n    for named_in, digest in registers.attachments(channel):\n',
    ),
    Plant(
        "freshness counts the home log",
        OUTBOX,
        "at_seconds=int(at.timestamp())",
        f"at_seconds=int(at.timestamp()) + {HOME}",
    ),
    Plant(
        "a lock file tells who publishes",
        OUTBOX,
        "    with _alone():\n        _check_not_ahead(channel)\n",
        f'    replace_file(folder() / "publisher", {OFFICER}.encode())\n    with _alone():\n        _check_not_ahead(channel)\n',
    ),
    Plant(
        "the served directory lists what is beside it",
        SERVER,
        'return _refused(start_response, "404 Not Found", [])',
        'return _refused(start_response, "404 Not Found", [("X-Beside", ",".join(sorted(os.listdir(self._folder.parent))))])',
    ),
    Plant(
        "the served file tells when it was written",
        SERVER,
        '            ("Accept-Ranges", "bytes"),\n',
        '            ("Accept-Ranges", "bytes"),\n            ("Last-Modified", str(path.stat().st_mtime_ns)),\n',
    ),
    Plant(
        "the served file tells where it lies",
        SERVER,
        '            ("Accept-Ranges", "bytes"),\n',
        '            ("Accept-Ranges", "bytes"),\n            ("Content-Location", str(path)),\n',
    ),
    # What is printed for others
    Plant(
        "the register shows home reports",
        RELEASED,
        "    return registers.common(channel) if as_of is None",
        f"    return {HOME_REGISTER} if as_of is None",
    ),
    Plant(
        "the review names the officer in a comment",
        REVIEWS,
        DOCUMENT,
        made("html", f'("<!-- %s -->" % {OFFICER}).encode()'),
    ),
    Plant("the review as data counts tickets", REVIEWS, DOCUMENT, made("json", f'b" " * {TICKETS}')),
    Plant("the review counts drafts at its end", REVIEWS, DOCUMENT, made("md", f'b"\\n" * {DRAFTS}')),
    Plant("the PDF names the officer", REVIEWS, DOCUMENT, made("pdf", f'("%% %s" % {OFFICER}).encode()')),
    Plant("the DOCX names its writer in its properties", REVIEWS, DOCUMENT, DOCX),
    Plant("the XLSX has a hidden sheet", REVIEWS, DOCUMENT, XLSX),
    Plant(
        "the review is of the home register",
        REVIEWS,
        "register_of(channel, as_of), _texts(found)",
        f"{HOME_REGISTER}, _texts(found)",
    ),
    Plant(
        "a proof holds a record of the home log",
        PROOFS,
        "            content=row.content,\n            way=way,\n",
        f"            content={HOME_TEXT} or row.content,\n            way=way,\n",
    ),
    Plant(
        "a proof counts the home log",
        PROOFS,
        "            size=len(leaves),\n            header=row.header,\n            content=row.content,\n            way=way,\n",
        f"            size={HOME},\n            header=row.header,\n            content=row.content,\n            way=way,\n",
    ),
    # The public site
    Plant(
        "the site shows what only the partner was told",
        SITES,
        "    register = registers.public()\n",
        "    register = registers.common(entries.channels()[0])\n",
    ),
    Plant("the site names an officer as contact", SITES, "contact=settings.SUIVI_CONTACT", f"contact={OFFICER}"),
    Plant(
        "the site counts home records", SITES, "records=len(list(_records(register, plan.plan.id)))", f"records={HOME}"
    ),
    Plant(
        "the site is updated when something happens at home",
        SITES,
        "updated_at=last[0]",
        f"updated_at={HOME_ENTRIES}[-1].header.at",
    ),
    Plant(
        "the site gives the proofs of the shared log",
        SITES,
        "proofs.proofs(party, PUBLIC)",
        "proofs.proofs(party, entries.channels()[0])",
    ),
    Plant(
        "the site names its own folder",
        SITES,
        "address=settings.SUIVI_PUBLIC_ADDRESS",
        "address=str(entries.own_node().folder)",
    ),
    Plant(
        "the site names a party as an officer does",
        SITES,
        "        names={party.code: party.names for party in parties},\n",
        f'        names={{party.code: {{**party.names, "en": {OFFICER}}} for party in parties}},\n',
    ),
    # Pages, headers, errors
    Plant(
        "every answer counts drafts in a header",
        MIDDLEWARE,
        '        response.headers.setdefault("Permissions-Policy", _NO_DEVICES)\n',
        f'        response.headers.setdefault("Permissions-Policy", _NO_DEVICES)\n        response.headers["X-Queue"] = str({DRAFTS})\n',
    ),
    Plant(
        "every answer tells the last fault in a header",
        MIDDLEWARE,
        '        response.headers.setdefault("Content-Language", language)\n',
        f'        response.headers.setdefault("Content-Language", language)\n        response.headers["X-Last"] = __import__("urllib.parse").parse.quote({REASON})\n',
    ),
    Plant(
        "a cookie counts tickets",
        MIDDLEWARE,
        '        response.headers.setdefault("Content-Language", language)\n',
        f'        response.headers.setdefault("Content-Language", language)\n        response.set_cookie("seen", str({TICKETS}))\n',
    ),
    Plant(
        "the way to the sign-in page counts tickets",
        MIDDLEWARE,
        '        back = request.get_full_path() if request.method == "GET" else "/"\n',
        f'        back = request.get_full_path() + "?n=%d" % {TICKETS}\n',
    ),
    Plant(
        "the sign-in page names who works here",
        SESSION,
        '        return render(request, "sign-in.html", {"next": request.GET.get("next", ""), "ministry": ministry()})\n',
        f'        shown = render(request, "sign-in.html", {{"next": request.GET.get("next", ""), "ministry": ministry()}})\n        shown.content += ("<!-- " + {OFFICER} + " -->").encode()\n        return shown\n',
    ),
    Plant(
        "a page that is not there tells what is",
        ERRORS,
        '    return _page(request, "404.html", 404)\n',
        '    shown = _page(request, "404.html", 404)\n    Ticket = __import__("suivi.desk.models").desk.models.Ticket\n    shown.content += ("<!-- " + ",".join(sorted(Ticket.objects.values_list("digest", flat=True))) + " -->").encode()\n    return shown\n',
    ),
    Plant(
        "search is open to anybody",
        "web/views/listings.py",
        "@require_safe\ndef search(",
        "@__import__('django.contrib.auth.decorators').contrib.auth.decorators.login_not_required\n@require_safe\ndef search(",
    ),
    Plant(
        "lists are open to anybody as files",
        MIDDLEWARE,
        "        if not getattr(view,",
        '        if request.path.startswith("/lists/") or not getattr(view,',
    ),
    Plant(
        "the outbox reads a table of drafts",
        OUTBOX,
        "from suivi.desk import copies,",
        "from suivi.desk.models import Draft\nfrom suivi.desk import copies,",
    ),
    # The signed notes
    Plant(
        "a checkpoint is cosigned by the clock of the machine",
        ENTRIES,
        "at_seconds=int(at.timestamp())",
        "at_seconds=int(at.timestamp()) + __import__('os').getpid() % 997",
    ),
    Plant(
        "a new column that nobody thought about",
        "desk/models/draft.py",
        "    proposed_as = models.CharField(max_length=64, blank=True)\n",
        "    proposed_as = models.CharField(max_length=64, blank=True)\n    remark = models.TextField(blank=True)\n",
    ),
)
