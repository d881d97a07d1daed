"""The second factor of an officer: codes of an authenticator program, passkeys, recovery codes; kept by django-allauth.

- Codes are those of RFC 6238 (30 seconds, six digits, one step of tolerance); each is accepted once, on any process of
  the node, because the last step used is kept with the secret.
- Secrets lie in the database sealed with a key drawn from the secret key of the node.
- Ten recovery codes, each good once, for who has lost the device (`recovery_codes`).
"""

import base64
import hashlib
from typing import Final

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from suivi.desk import recovery_codes
from suivi.desk.access import Officer
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

ISSUER: Final = "Suivi"
_TOTP: Final = "totp"


class CodeRefused(Refusal):
    """The code typed is not the one the authenticator shows now."""

    code = "code-refused"
    says = Words(
        en="The code is not the one your authenticator shows now; nothing was changed.",
        fr="Le code n’est pas celui que votre application d’authentification affiche en ce moment; rien n’a été modifié.",
        ko="인증 앱에 지금 표시된 코드와 일치하지 않습니다. 변경된 것은 없습니다.",
    )
    remedy = Words(
        en="Wait for the next code and type its six digits; check that the clock of the device is right.",
        fr="Attendez le code suivant et saisissez ses six chiffres; vérifiez que l’horloge de l’appareil est à l’heure.",
        ko="다음 코드가 표시되면 여섯 자리를 입력하고, 기기의 시계가 맞는지 확인하십시오.",
    )


class Adapter(DefaultMFAAdapter):  # type: ignore[misc]  # the library says no types
    """How secrets are kept: sealed."""

    def encrypt(self, text: str) -> str:
        """The text sealed with the node's own key."""
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The text that was sealed; under another secret key of the node, one that fits no code."""
        try:
            return _seal().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return new_secret()

    def build_totp_svg(self, url: str) -> str:
        """The address as a square on white ground, readable on a dark page too."""
        import qrcode
        from qrcode.image.svg import SvgPathFillImage

        return str(qrcode.make(url, image_factory=SvgPathFillImage).to_string().decode())

    def get_totp_issuer(self) -> str:
        """Under which name the authenticator lists the code."""
        return ISSUER

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        """The officer's name, as the authenticator shows it."""
        return user.get_username()


def _seal() -> Fernet:
    key = hashlib.sha256(b"second factor\0" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))


def is_on(officer: Officer) -> bool:
    """Whether the officer signs in with a second factor."""
    from allauth.mfa.models import Authenticator

    return bool(Authenticator.objects.filter(user=officer.pk).exclude(type=recovery_codes.TYPE).exists())


def has_codes(officer: Officer) -> bool:
    """Whether an authenticator gives the officer codes; recovery codes alone are none."""
    from allauth.mfa.models import Authenticator

    return bool(Authenticator.objects.filter(user=officer.pk, type=_TOTP).exists())


def who_has_one() -> frozenset[int]:
    """The officers, by key, who sign in with a second factor."""
    from allauth.mfa.models import Authenticator

    return frozenset(Authenticator.objects.exclude(type=recovery_codes.TYPE).values_list("user_id", flat=True))


def new_secret() -> str:
    """A secret for an authenticator, in base 32."""
    from allauth.mfa.totp.internal.auth import generate_totp_secret

    return str(generate_totp_secret())


def address(officer: Officer, secret: str) -> str:
    """What an authenticator reads: `otpauth://totp/…`."""
    return str(Adapter().build_totp_url(officer, secret))


def picture(address: str) -> str:
    """The address as a square to be photographed: SVG."""
    return str(Adapter().build_totp_svg(address))


@transaction.atomic
def turn_on(officer: Officer, *, secret: str, code: str) -> list[str]:
    """Ask for codes from now on; the recovery codes, to be shown once. Raises `CodeRefused`."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal.auth import TOTP

    step = _step_of(secret, code)
    if step is None:
        raise CodeRefused
    Authenticator.objects.filter(user=officer.pk, type=_TOTP).delete()
    kept = TOTP.activate(officer, secret).instance
    kept.data["step"] = step
    kept.save(update_fields=["data"])
    return recovery_codes.renew(officer)


def turn_off(officer: Officer) -> None:
    """Ask for no code any more; recovery codes and passkeys end too."""
    from allauth.mfa.models import Authenticator

    Authenticator.objects.filter(user=officer.pk).delete()


@transaction.atomic
def accepts(officer: Officer, code: str) -> bool:
    """Whether the code is the officer's, now or as a recovery code; either is good once."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.utils import decrypt

    typed = "".join(code.split())
    kept = Authenticator.objects.select_for_update().filter(user=officer.pk, type=_TOTP).first()
    if kept is not None:
        step = _step_of(decrypt(kept.data["secret"]), typed)
        if step is not None and step > kept.data.get("step", 0):
            kept.data["step"] = step
            kept.save(update_fields=["data"])
            return True
    return recovery_codes.spend(officer, typed)


def _step_of(secret: str, code: str) -> int | None:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    typed = "".join(code.split())
    return next(
        (step for step in yield_hotp_counters_from_time() if format_hotp_value(hotp_value(secret, step)) == typed), None
    )
