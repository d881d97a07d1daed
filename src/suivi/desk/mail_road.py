"""How letters leave a node: by an SMTP server named in one address, or as files; names no table, reads no setting."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

_SCHEMES: Final = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}
_SMTP: Final = "django.core.mail.backends.smtp.EmailBackend"
_FILES: Final = "django.core.mail.backends.filebased.EmailBackend"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailRoad:
    """What Django needs to send a letter; `tls` from the first byte, `starttls` after the greeting, or neither."""

    backend: str
    files: str | None = None
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    tls: bool = False
    starttls: bool = False


def road_of(address: str, *, files: Path) -> MailRoad:
    """The road an address names, or the folder `files` for an empty one; raises `ValueError` saying what is wrong."""
    if not address:
        return MailRoad(backend=_FILES, files=str(files))
    parts = urlsplit(address)
    if parts.scheme not in _SCHEMES or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ValueError("must begin with smtp://, smtps:// or smtp+starttls:// and name a host")
    return MailRoad(
        backend=_SMTP,
        host=parts.hostname,
        port=parts.port or _SCHEMES[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls=parts.scheme == "smtps",
        starttls=parts.scheme == "smtp+starttls",
    )
