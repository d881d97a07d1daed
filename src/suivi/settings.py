"""Settings: the roof; reads the node's settings file and the SUIVI_* variables, each checked at start.

- SUIVI_DATA: the folder of the node.
- SUIVI_DATABASE: the address of a PostgreSQL database (default: what the node's settings file says, else a file).
- SUIVI_HOSTS: names under which the desk may be reached, parted by commas (default: this machine only).
- SUIVI_DEMONSTRATION_OTHER: the address of the other side's node, on a demonstration (default: not known).
- SUIVI_PUBLIC_ADDRESS: the address of the public site, for the links of its feeds (default: relative links).
- SUIVI_CONTACT: whom readers of the public site may ask, in one line (default: nobody is named).
- SUIVI_REMEMBERED_ENTRIES: how many entries each process keeps folded in memory, about 5 KB each (default: 200000).
- SUIVI_MAIL: how reminders leave: smtp://HOST:PORT, smtps:// for TLS from the first byte, smtp+starttls://, with
  USER:PASSWORD@ if the server asks (default: each letter is a file in `mail` in the node's folder).
- SUIVI_MAIL_FROM: the sender of reminders (default: suivi@localhost).
- SUIVI_OIDC_ISSUER: the address of the ministry's own sign-in, OpenID Connect (default: there is none); with it
  SUIVI_OIDC_CLIENT, how it knows this desk, and SUIVI_OIDC_SECRET_FILE, the file our secret lies in.
- SUIVI_OIDC_NAME: what officers read on the way there (default: its address).
- SUIVI_OIDC_FACTORS: values of `amr` or `acr`, parted by commas, that prove a second factor (default: none).
- SUIVI_SECOND_FACTOR: "required" where nobody may work without one (default: each officer decides).
- SUIVI_CODE_SECONDS: how long a code of an authenticator is good, 30 or 90 seconds (default: 90).
- SUIVI_BREACHED_PASSWORDS: a file of digests of breached passwords that nobody may choose (default: none).
- SUIVI_SCANNER: the command that looks for malware in a file given to it (default: none).
- SUIVI_HTTPS: "yes" where the desk stands behind TLS; cookies are then sent over TLS only.
"""

import datetime
import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from suivi.desk.database import settings_for
from suivi.desk.mail_road import road_of
from suivi.desk.node import Node, read_node
from suivi.desk.passwords import breached_list, is_list_of_digests
from suivi.desk.provider import Provider, fault_of

_ROOM = Path(__file__).resolve().parent


def _node() -> Node:
    folder = os.environ.get("SUIVI_DATA")
    if folder:
        return read_node(Path(folder))
    # Without a node: enough for checks, migrations and translations; no database is opened.
    return Node(folder=Path("var/no-node"), party="can", secret_key="no-node-" + "0" * 50)


NODE = _node()
SUIVI_PARTY = NODE.party
SUIVI_DEMONSTRATION = NODE.demonstration
SUIVI_DEMONSTRATION_OTHER = os.environ.get("SUIVI_DEMONSTRATION_OTHER", "").rstrip("/")
if SUIVI_DEMONSTRATION_OTHER and not SUIVI_DEMONSTRATION_OTHER.startswith(("http://", "https://")):
    raise ImproperlyConfigured("SUIVI_DEMONSTRATION_OTHER must begin with http:// or https://. Correct or remove it.")

SUIVI_CONTACT = os.environ.get("SUIVI_CONTACT", "").strip()
SUIVI_PUBLIC_ADDRESS = os.environ.get("SUIVI_PUBLIC_ADDRESS", "").rstrip("/")
if SUIVI_PUBLIC_ADDRESS and not SUIVI_PUBLIC_ADDRESS.startswith(("http://", "https://")):
    raise ImproperlyConfigured("SUIVI_PUBLIC_ADDRESS must begin with http:// or https://. Correct or remove it.")

_remembered = os.environ.get("SUIVI_REMEMBERED_ENTRIES", "200000")
if not _remembered.isdecimal():
    raise ImproperlyConfigured("SUIVI_REMEMBERED_ENTRIES must be a whole number of entries. Correct or remove it.")
SUIVI_REMEMBERED_ENTRIES = int(_remembered)

try:
    _mail = road_of(os.environ.get("SUIVI_MAIL", "").strip(), files=NODE.folder / "mail")
except ValueError as error:
    raise ImproperlyConfigured(f"SUIVI_MAIL {error}. Write it like smtp+starttls://mail.example.org:587.") from error
EMAIL_BACKEND, EMAIL_FILE_PATH = _mail.backend, _mail.files
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.host, _mail.port, _mail.user, _mail.password
EMAIL_USE_SSL, EMAIL_USE_TLS, EMAIL_TIMEOUT = _mail.tls, _mail.starttls, 30
DEFAULT_FROM_EMAIL = os.environ.get("SUIVI_MAIL_FROM", "").strip() or "suivi@localhost"


def _provider() -> Provider | None:
    issuer = os.environ.get("SUIVI_OIDC_ISSUER", "").strip().rstrip("/")
    client = os.environ.get("SUIVI_OIDC_CLIENT", "").strip()
    secret = os.environ.get("SUIVI_OIDC_SECRET_FILE", "").strip()
    if not issuer:
        return None
    if fault := fault_of(issuer):
        raise ImproperlyConfigured(f"SUIVI_OIDC_ISSUER {fault}. Write it like https://login.ministry.example.")
    if not client or not Path(secret).is_file():
        raise ImproperlyConfigured(
            "SUIVI_OIDC_ISSUER needs SUIVI_OIDC_CLIENT, and SUIVI_OIDC_SECRET_FILE naming a file. Set both, or none."
        )
    factors = {each.strip() for each in os.environ.get("SUIVI_OIDC_FACTORS", "").split(",")} - {""}
    name = os.environ.get("SUIVI_OIDC_NAME", "").strip()
    return Provider(issuer=issuer, client=client, secret=Path(secret), name=name, factors=frozenset(factors))


SUIVI_OIDC = _provider()

SECRET_KEY = NODE.secret_key
DEBUG = False
ALLOWED_HOSTS = [
    host.strip() for host in os.environ.get("SUIVI_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if host.strip()
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "suivi.desk",
    "suivi.web",
]
AUTH_USER_MODEL = "desk.Officer"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS: list[dict[str, str]] = []  # what a password must be stands in desk/passwords.py
_factor = os.environ.get("SUIVI_SECOND_FACTOR", "")
if _factor not in ("", "required"):
    raise ImproperlyConfigured('SUIVI_SECOND_FACTOR can only be "required". Correct or remove it.')
SECOND_FACTOR_REQUIRED = _factor == "required"
_lived = os.environ.get("SUIVI_CODE_SECONDS", "90")
if _lived not in ("30", "90"):
    raise ImproperlyConfigured("SUIVI_CODE_SECONDS can only be 30 or 90. Correct or remove it.")
if (_breached := breached_list()) is not None and not is_list_of_digests(_breached):
    raise ImproperlyConfigured(
        "SUIVI_BREACHED_PASSWORDS must name a file of SHA-1 digests in hex, one a line, rising. Correct or remove it."
    )
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "suivi.web.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "suivi.web.middleware.OfficerMiddleware",
    "suivi.web.middleware.BodyMiddleware",
    "suivi.web.middleware.PastDayMiddleware",
    "suivi.web.middleware.RefusalMiddleware",
]

# Signing in: second factors and sessions are kept by allauth, failures counted by axes, for each name and address.
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "name"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_ADAPTER = "suivi.desk.second_factor.Adapter"
MFA_TOTP_TOLERANCE = 0 if _lived == "30" else 1  # steps of thirty seconds, before and after
AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = datetime.timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_FORM_FIELD = "username"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
SILENCED_SYSTEM_CHECKS = ["axes.W002"]  # the sign-in page itself says that there were too many attempts

ROOT_URLCONF = "suivi.web.urls"
WSGI_APPLICATION = "suivi.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_ROOM / "web" / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "suivi.web.context.node",
            ],
        },
    }
]
DATABASES = {"default": settings_for(NODE)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = NODE.language
LANGUAGES = [("en", "English"), ("fr", "Français"), ("ko", "한국어")]
LOCALE_PATHS = [_ROOM / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATICFILES_DIRS = [_ROOM / "publish" / "look"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "today"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_NAME = f"suivi_{NODE.party}_session"
CSRF_COOKIE_NAME = f"suivi_{NODE.party}_csrf"
CSRF_FAILURE_VIEW = "suivi.web.views.errors.form_expired"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = os.environ.get("SUIVI_HTTPS") == "yes"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 60 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 60 * 1024 * 1024

# Faults of the software go to the standard error of the server; what officers type never does.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "axes": {"handlers": ["console"], "level": "CRITICAL", "propagate": False},
    },
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
