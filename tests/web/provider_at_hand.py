"""A small provider of OpenID Connect on this machine's loopback, in the process of the test: real keys, real tokens."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa

CLIENT, SECRET, SUBJECT = "suivi-can", "a secret of the client, long enough: é:%", "0f3e-민수"
ALGORITHMS = {"RS256": jwt.algorithms.RSAAlgorithm, "ES256": jwt.algorithms.ECAlgorithm}


class ProviderAtHand(ThreadingHTTPServer):
    """Answers discovery, keys and the exchange of codes; `tokens` holds, by code, what is exchanged."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.issuer = f"http://127.0.0.1:{self.server_port}"
        self.called_by = self.issuer
        self.keys = {
            "RS256": rsa.generate_private_key(public_exponent=65537, key_size=2048),
            "ES256": ec.generate_private_key(ec.SECP256R1()),
        }
        self.tokens: dict[str, tuple[str, str]] = {}  # code: token, challenge of its verifier
        self.asked: list[str] = []

    def signed_in(self, there: str, *, alg: str = "RS256", forged: bool = False, **changed: object) -> dict[str, str]:
        """What an officer brings back who was sent `there` and signed in; `changed` claims (None: left out)."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(there).query).items()}
        now = int(time.time())
        claims: dict[str, object] = {
            "iss": self.issuer,
            "aud": asked["client_id"],
            "sub": SUBJECT,
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
            **changed,
        }
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048) if forged else self.keys.get(alg, SECRET)
        said = {name: value for name, value in claims.items() if value is not None}
        code = f"code-{len(self.tokens)}"
        token = jwt.encode(said, key, algorithm=alg, headers={"kid": alg})
        self.tokens[code] = token, asked["code_challenge"]
        return {"code": code, "state": asked["state"]}

    def told(self, path: str, form: dict[str, str], authorization: str) -> object:
        self.asked.append(path)
        if path == "/.well-known/openid-configuration":
            places = {name: f"{self.issuer}/{path}" for name, path in _PLACES.items()}
            return {"issuer": self.called_by, **places}
        if path == "/keys":
            return {"keys": [{**_public(alg, key), "kid": alg, "alg": alg} for alg, key in self.keys.items()]}
        if path == "/token" and authorization == _basic():
            token, challenge = self.tokens.pop(form["code"])
            digest = hashlib.sha256(form["code_verifier"].encode()).digest()
            if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == challenge:
                return {"id_token": token, "access_token": "unused", "token_type": "Bearer"}
        return None


_PLACES = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}


def _public(alg: str, key: object) -> dict[str, str]:
    found: dict[str, str] = json.loads(ALGORITHMS[alg].to_jwk(key.public_key()))  # type: ignore[attr-defined]  # a key
    return found


def _basic() -> str:
    return "Basic " + base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()


class _Answers(BaseHTTPRequestHandler):
    server: ProviderAtHand

    def do_GET(self) -> None:
        self._say({})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._say({name: values[0] for name, values in parse_qs(body).items()})

    def _say(self, form: dict[str, str]) -> None:
        said = self.server.told(urlsplit(self.path).path, form, self.headers.get("Authorization", ""))
        octets = json.dumps(said).encode()
        self.send_response(400 if said is None else 200)
        self.send_header("Content-Length", str(len(octets)))
        self.end_headers()
        self.wfile.write(octets)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@contextmanager
def provider_at_hand() -> Iterator[ProviderAtHand]:
    """The provider, served until the block ends."""
    server = ProviderAtHand()
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
