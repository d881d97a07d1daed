"""The public site, served: the same files as `suivi publish-site` writes, for anybody, without signing in."""

from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from suivi.desk import sites
from suivi.web.views.reviews import own_styles

_MEDIA: Final = {
    "atom": "application/atom+xml",
    "css": "text/css",
    "csv": "text/csv",
    "html": "text/html",
    "ics": "text/calendar",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}


@login_not_required
@require_safe
def file(request: HttpRequest, path: str = "") -> HttpResponse:
    """The file at `path`; a folder without its slash leads to the one with it, so that its links hold."""
    if path and not path.endswith("/") and "." not in path.rsplit("/", 1)[-1]:
        return redirect(f"{request.path}/")
    ending = path.rsplit(".", 1)[-1] if "." in path else "html"
    octets = sites.file_at(path)
    response = HttpResponse(octets, content_type=_MEDIA.get(ending, "application/octet-stream"))
    if ending == "html" and path.startswith("data/"):  # a whole review, which carries its own style sheet
        response["Content-Security-Policy"] = own_styles(octets)
    elif ending == "html":
        response["Content-Language"] = path.split("/", maxsplit=1)[0] if path[:3] in ("en/", "fr/", "ko/") else "mul"
    return response
