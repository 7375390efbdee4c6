"""Settings, read from the environment. README.md lists the variables.

NEWSROOM_ENV is "production" (the default, and in wsgi.py) or "local" (in manage.py). Production refuses to start
without a secret key and hosts, or with DEBUG. Local keeps its key in var/ and answers loopback hosts only.
"""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from newsroom.environment import env, hosts, moment, number, switch, word, words

BASE_DIR = Path(__file__).resolve().parent.parent
ENVIRONMENT = word("NEWSROOM_ENV", default="production")
if ENVIRONMENT not in {"production", "local"}:
    raise ImproperlyConfigured(f"NEWSROOM_ENV is “{ENVIRONMENT}”: write production or local.")
PRODUCTION = ENVIRONMENT == "production"

VAR_DIR = Path(word("NEWSROOM_VAR", default=str(BASE_DIR / "var"))).expanduser().absolute()


def local_secret_key() -> str:
    """The key of this installation, made once and readable by its owner only."""
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    path = VAR_DIR / "secret_key"
    if not path.exists():
        handle, made = tempfile.mkstemp(dir=VAR_DIR)  # 0600; whole before it has its name, so nobody reads half a key
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(50))
        with contextlib.suppress(FileExistsError):
            os.link(made, path)
        os.unlink(made)
    return path.read_text()


if PRODUCTION:
    SECRET_KEY = word("NEWSROOM_SECRET_KEY")
    ALLOWED_HOSTS = hosts("NEWSROOM_HOSTS")
    DEBUG = False
    if not SECRET_KEY:
        raise ImproperlyConfigured("Set NEWSROOM_SECRET_KEY: production does not start without its own secret key.")
    if not ALLOWED_HOSTS:
        raise ImproperlyConfigured("Set NEWSROOM_HOSTS to the site's host names, separated by commas.")
    if switch("NEWSROOM_DEBUG", default=False):
        raise ImproperlyConfigured("NEWSROOM_DEBUG is for the local environment: unset it in production.")
else:
    SECRET_KEY = word("NEWSROOM_SECRET_KEY") or local_secret_key()
    ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
    DEBUG = switch("NEWSROOM_DEBUG", default=False)

# What the site is called, who publishes it, and its logo (a path below static/): shown in pages, feeds and titles.
SITE_NAME = word("NEWSROOM_SITE_NAME", default="Newsroom")
SITE_PUBLISHER = word("NEWSROOM_PUBLISHER", default=SITE_NAME)
SITE_LOGO = word("NEWSROOM_LOGO", default="newsroom/logo.svg")
SITE_ID = 1

# Whom to tell of a hole in the site, and until when that holds: /.well-known/security.txt.
SECURITY_CONTACT = words("NEWSROOM_SECURITY_CONTACT")
SECURITY_EXPIRES = moment("NEWSROOM_SECURITY_EXPIRES")
if not all(contact.startswith(("mailto:", "https://", "tel:")) for contact in SECURITY_CONTACT):
    raise ImproperlyConfigured("NEWSROOM_SECURITY_CONTACT: begin each contact with mailto:, https:// or tel:.")

# Whether whoever wrote the last change to an article needs somebody else's approval to publish it.
SECOND_APPROVAL = switch("NEWSROOM_SECOND_APPROVAL", default=False)

INSTALLED_APPS = [
    "newsroom.apps.NewsroomConfig",
    "newsroom.apps.NewsroomAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sites",
    "django.contrib.sitemaps",
    "django.contrib.flatpages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "taggit",
    "django_filters",
    "django_prose_editor",
    "csp",
    "axes",
    "partners",
    "articles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.middleware.VaryOnlyWhereItVaries",
    "newsroom.middleware.GzipOfTexts",  # pads what it packs, so that its length tells nothing of a form's token
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.middleware.NumbersOutOfRange",
    "newsroom.middleware.FormerAddresses",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "newsroom.context.site",
            ],
        },
    },
]

# SQLite in var/ is the embedded default; PostgreSQL by DATABASE_URL.
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'newsroom.sqlite3'}")}
DATABASES["default"]["ATOMIC_REQUESTS"] = False
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        transaction_mode="IMMEDIATE",
        timeout=20,
        init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;",
    )
else:
    DATABASES["default"]["CONN_MAX_AGE"] = number("NEWSROOM_CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# Five wrong passwords lock that user name from that address for a quarter of an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "newsroom.clients.address"
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "admin/locked_out.html"
AXES_ENABLE_ADMIN = True
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", _("French")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "newsroom" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Brussels"  # what readers and editors see; the database keeps UTC

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/media/"
# A proxy's internal location for MEDIA_ROOT: it sends the pictures' files itself, when a page's rules allow them.
PICTURES_SENT_BY_PROXY = word("NEWSROOM_ACCEL_MEDIA")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION  # locally nothing needs collecting first
if not PRODUCTION:
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)

TAGGIT_CASE_INSENSITIVE = True

# Nothing inline, nothing from elsewhere. `strict-dynamic` is not needed: every script is a file of ours.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "newsroom.views.csrf_failure"

BEHIND_PROXY = PRODUCTION and switch("NEWSROOM_BEHIND_PROXY", default=False)
if PRODUCTION:
    SECURE_SSL_REDIRECT = switch("NEWSROOM_SSL_REDIRECT", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
    SECURE_HSTS_SECONDS = number("NEWSROOM_HSTS_SECONDS", default=31_536_000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = words("NEWSROOM_ORIGINS")

DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DATA_UPLOAD_MAX_NUMBER_FILES = 500  # a day of a wire, brought to the import desk at once

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING"},
        # Every scanner of the net asks for hosts that are not ours: it is answered with 400, and that is all.
        "django.security.DisallowedHost": {"handlers": [], "level": "CRITICAL", "propagate": False},
        "newsroom": {"handlers": ["console"], "level": "INFO"},
        "axes": {"handlers": ["console"], "level": "WARNING"},
    },
}
