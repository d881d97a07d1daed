"""One's own account: the password changed, the second factor turned on and off; nobody acts on another's here."""

from collections.abc import Mapping
from typing import Any

from suivi.desk import access, passkeys, passwords, second_factor, sessions, sign_in
from suivi.desk.access import Officer
from suivi.desk.actions.officers import MandateNotSound
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words


class ProofRefused(Refusal):
    """What was typed is neither the officer's password nor a code of his second factor."""

    code = "proof-refused"
    says = Words(
        en="This is neither your password nor a code of your second factor; nothing was changed.",
        fr="Ce n’est ni votre mot de passe ni un code de votre second facteur; rien n’a été modifié.",
        ko="비밀번호 또는 2단계 인증 코드와 일치하지 않습니다. 변경된 것은 없습니다.",
    )
    remedy = Words(
        en="Type it again; capitals count. If you have lost it, ask an administrator for a new first password.",
        fr="Saisissez-le de nouveau, en respectant les majuscules. En cas de perte, demandez un nouveau premier mot de passe à un administrateur.",
        ko="대소문자에 유의하여 다시 입력하십시오. 잃어버린 경우 관리자에게 새 초기 비밀번호를 요청하십시오.",
    )


def change_password(officer: Officer, *, now: str, new: str) -> None:
    """Replace the officer's own password. Raises `NotHere`, `ProofRefused`, `MandateNotSound` for a weak one."""
    access.must_be_active(officer)
    if not officer.check_password(now):
        raise ProofRefused
    if weak := passwords.TOO_COMMON if passwords.is_first(new) else passwords.weakness(new, names=[officer.name]):
        raise MandateNotSound(what=weak)
    sign_in.replace_password(officer, new)


def turn_on(officer: Officer, *, secret: str, code: str) -> list[str]:
    """Ask the officer for codes from now on; the recovery codes. Raises `NotHere`, `second_factor.CodeRefused`."""
    access.must_be_active(officer)
    return second_factor.turn_on(officer, secret=secret, code=code)


def turn_off(officer: Officer, *, proof: str) -> None:
    """Ask the officer for no code any more. Raises `NotHere`, `ProofRefused`."""
    _must_prove(officer, proof)
    second_factor.turn_off(officer)


def end_session(officer: Officer, *, session: str, proof: str) -> None:
    """End the session of that number, if it is the officer's own. Raises `NotHere`, `ProofRefused`."""
    _must_prove(officer, proof)
    sessions.end(officer, session)


def end_other_sessions(officer: Officer, *, current: str, proof: str) -> None:
    """End every session of the officer but the one with the key `current`. Raises `NotHere`, `ProofRefused`."""
    _must_prove(officer, proof)
    sessions.end_all(officer, but=current)


def keep_passkey(
    officer: Officer, *, host: str, kept: Mapping[str, Any], answer: str, name: str, proof: str
) -> list[str]:
    """Keep a new passkey; recovery codes where there were none. Raises `NotHere`, `ProofRefused`, `PasskeyRefused`."""
    _must_prove(officer, proof)
    return passkeys.keep(officer, host=host, kept=kept, answer=answer, name=name)


def drop_passkey(officer: Officer, *, passkey: str, proof: str) -> None:
    """Remove one of the officer's own passkeys. Raises `NotHere`, `ProofRefused`."""
    _must_prove(officer, proof)
    passkeys.drop(officer, passkey)


def _must_prove(officer: Officer, proof: str) -> None:
    """Raises `NotHere` for who has left, and `ProofRefused` for what is neither the password nor a code of the officer."""
    access.must_be_active(officer)
    if not sign_in.proves(officer, proof):
        raise ProofRefused
