"""The proof of a record, to take away."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from suivi.desk.proofs import proof_for
from suivi.web.asking import Asking


@require_safe
def proof(request: Asking, channel: str, party: str, seq: int) -> HttpResponse:
    """The file that proves entry `seq` of a party's log of `channel`."""
    response = HttpResponse(proof_for(request.officer, channel, party, seq), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{party}-{channel}-{seq}.proof.json"'
    return response
