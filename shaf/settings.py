"""Every setting, from the environment or a .env file; shaf/docs/operating.md says what each does."""

from urllib.parse import quote, urlsplit

from csp.constants import NONE, SELF
from django.conf import global_settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _
from environs import env

from shaf.backoffice.editor_config import CKEDITOR_5_CONFIGS as CKEDITOR_5_CONFIGS
from shaf.logs.forms import FORMS
from shaf.product.limits import PICTURE_BYTES, REQUEST_BYTES, REQUEST_FIELDS, REQUEST_FILES
from shaf.startup import service_urls
from shaf.startup.configuration import DEBUG_KEY
from shaf.startup.environment import CHECKOUT, folder, read_env_file

BASE_DIR = CHECKOUT
read_env_file()

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", DEBUG_KEY if DEBUG else "")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"] if DEBUG else [])
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Set it to a long random string, in the environment or in the file .env; for the "
        "demo’s database, set DEBUG=true."
    )
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS is not set. Set it to the site's host names, separated by commas, or set DEBUG=true."
    )

SITE_URL = env.str("SITE_URL", "http://localhost:8000").rstrip("/")
TAG_AUTHORITY = env.str("TAG_AUTHORITY", urlsplit(SITE_URL).hostname or "localhost")
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL.startswith("https://") else []

INSTALLED_APPS = [
    "modeltranslation",
    "shaf.backoffice.apps.ShafAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_ckeditor_5",
    "csp",
    # Second factors alone: none of its pages is served.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    # Its `db_worker` goes before the package's.
    "shaf.health",
    "django_tasks",
    "django_tasks_db",
    "shaf.attempts",
    "shaf.devices",
    "shaf.once",
    "shaf.dismissals",
    "shaf.heartbeats",
    "shaf.audit",
    "authors",
    "articles",
]

MIDDLEWARE = [
    "shaf.http.headers.complete",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "shaf.http.compression.CompressedText",
    "shaf.http.middleware.ContentSecurityPolicy",
    "shaf.http.middleware.language_from_path",
    "shaf.inputs.resubmit.spoken",
    "shaf.http.middleware.plain_address",
    "shaf.http.middleware.bounded_body",
    "shaf.attempts.browsers.with_known_browser",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "shaf.http.middleware.Common",
    "shaf.http.middleware.ReadOnly",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "shaf.backoffice.entering.only_who_is_in",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "shaf.http.middleware.one_hop",
]

if DEBUG:
    MIDDLEWARE.insert(0, "shaf.http.development.print_as_written")

ROOT_URLCONF = "shaf.urls"
WSGI_APPLICATION = "shaf.wsgi.application"

# Without the cache a template that is changed shows at once.
LOADERS = [f"django.template.loaders.{kind}.Loader" for kind in ("filesystem", "app_directories")]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": LOADERS if DEBUG else [("django.template.loaders.cached.Loader", LOADERS)],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["shaf.once.tags"],
        },
    }
]
# The editor's widget template lies in an app's folder, which the form renderer must see.
FORMS_URLFIELD_ASSUME_HTTPS = True
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
INSTALLED_APPS.append("django.forms")

# What is written at run time lies here, unless its own setting says otherwise. Nothing is made before it is needed.
VAR = folder("VAR_ROOT", BASE_DIR / "var")
EMBEDDED = f"sqlite:///{quote(str(VAR / 'shaf.sqlite3'))}"
DATABASES = {"default": service_urls.database(env.str("DATABASE_URL", EMBEDDED))}
# Connections are kept from request to request: to open one takes longer than most pages.
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # For good: the first connection to a file needs room on the disk, so on a full one a page would need it again.
    DATABASES["default"]["CONN_MAX_AGE"] = None
    # Tests with threads and processes need a file, as production has one.
    DATABASES["default"]["TEST"] = {"NAME": VAR / "test.sqlite3"}
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        # Default mode loses a writer's transaction to "database is locked" whenever two writers read first.
        transaction_mode="IMMEDIATE",
        timeout=20,
        # 4 MB of pages for each thread: with SQLite's own 2 MB a list of long reports reads each page of theirs anew.
        init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
        "PRAGMA cache_size=-4000;",
    )
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    # Seconds; without it a machine that is away holds each request for minutes.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
    # A pooler may hand each transaction to another server.
    DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = True
DATABASE_REPLICA_URL = env.str("DATABASE_REPLICA_URL", "")
DATABASES |= service_urls.replica(DATABASE_REPLICA_URL, DATABASES["default"])
DATABASE_ROUTERS = ["shaf.http.replica.Router"]
# Seconds. The worker's heartbeat comes once a second.
REPLICA_MAX_LAG = env.float("REPLICA_MAX_LAG", 2)
if not 1 <= REPLICA_MAX_LAG <= 60:
    raise ImproperlyConfigured(f"REPLICA_MAX_LAG is {REPLICA_MAX_LAG}. It can be 1 to 60 seconds.")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": service_urls.cache(env.str("CACHE_URL", "locmem://"))}
globals().update(service_urls.mail(env.str("EMAIL_URL", "console://")))
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", f"desk@{urlsplit(SITE_URL).hostname or 'localhost'}")
SECURITY_CONTACT = env.str("SECURITY_CONTACT", "")
# Seconds; a mail server that does not answer must not hold a request of the immediate backend for long.
EMAIL_TIMEOUT = globals().get("EMAIL_TIMEOUT") or 10

# Mail and reminders are sent by `manage.py db_worker`; where there is none to run (the demo), at once.
TASK_BACKENDS = {
    "database": "shaf.logs.tasks.NamingBackend",
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
}
tasks = env.str("TASKS", "immediate" if DEBUG else "database")
if tasks not in TASK_BACKENDS:
    raise ImproperlyConfigured(f"TASKS is “{tasks}”. It can be “database” or “immediate”.")
TASKS = {"default": {"BACKEND": TASK_BACKENDS[tasks]}}

# What the worker does in each round beside what the desk asks of it.
WORKER_ROUNDS = ["shaf.paper.making.make_newest"]

# Notices that were read go after so many days.
NOTICES_KEPT_DAYS = env.int("NOTICES_KEPT_DAYS", 365)
# The audit log: so many days, at least the 30 that its guards ask for; 0 is for ever.
AUDIT_KEPT_DAYS = env.int("AUDIT_KEPT_DAYS", 3650)
if AUDIT_KEPT_DAYS and AUDIT_KEPT_DAYS < 31:
    raise ImproperlyConfigured(f"AUDIT_KEPT_DAYS is {AUDIT_KEPT_DAYS}. It can be 31 or more, or 0 for ever.")

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "articles.desk.article.rights.MembershipBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "UserAttributeSimilarityValidator": {},
        "MinimumLengthValidator": {"min_length": 12},
        "CommonPasswordValidator": {},
        "NumericPasswordValidator": {},
    }.items()
]
# Editors, managers and superusers enter with a second factor; others may.
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", not DEBUG)
MFA_ADAPTER = "shaf.second_factor.adapter.Adapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
# Half minutes that a telephone's clock may be wrong.
MFA_TOTP_TOLERANCE = 1
# No page of django-allauth is served, and what is counted is counted by shaf/attempts/.
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
# The largest report in both languages, as a browser's form sends it, and a few pictures (shaf/product/limits.py).
DATA_UPLOAD_MAX_MEMORY_SIZE = REQUEST_BYTES
DATA_UPLOAD_MAX_NUMBER_FIELDS = REQUEST_FIELDS
DATA_UPLOAD_MAX_NUMBER_FILES = REQUEST_FILES

# Public pages that each process keeps as bytes, compressed: 24 MB hold some 2,000.
PAGE_CACHE_MB = env.int("PAGE_CACHE_MB", 24)

# What monitors are told and warned of (shaf/health/).
HEALTH_TOKEN = env.str("HEALTH_TOKEN", "")
DISK_FREE_MB = env.int("DISK_FREE_MB", 500)
BACKUP_HOURS = env.int("BACKUP_HOURS", 26)

# Languages are part of the schema: a third one is a migration.
LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", _("Arabic")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["shaf.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", "Africa/Cairo")

MODELTRANSLATION_DEFAULT_LANGUAGE = "ar"


def MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME(name: str, language: str) -> str:
    """The field's plain name: the pane that it stands in says which language it is."""
    return name


# No field of one language ever stands in for another.
MODELTRANSLATION_FALLBACK_LANGUAGES: dict[str, tuple[str, ...]] = {"default": ()}
MODELTRANSLATION_CUSTOM_FIELDS = ("CKEditor5Field",)


STATIC_URL = "/static/"
STATIC_ROOT = folder("STATIC_ROOT", VAR / "static")
STATICFILES_DIRS = [BASE_DIR / "shaf" / "static"]
STATICFILES_FINDERS = [*global_settings.STATICFILES_FINDERS, "shaf.fonts.finder.Fonts"]
MEDIA_URL = "/media/"
MEDIA_ROOT = folder("MEDIA_ROOT", VAR / "media")
# Drafts have pictures too, so no other user of the machine reads them, and no other server may pass them on unasked.
MEDIA_FOR_GROUP = env.bool("MEDIA_FOR_GROUP", False)
MEDIA_FOLDER_MODE, MEDIA_FILE_MODE = (0o750, 0o640) if MEDIA_FOR_GROUP else (0o700, 0o600)
STORAGE_URL = env.str("STORAGE_URL", "")
STORAGES = {
    "default": {
        "BACKEND": "shaf.pictures.storage.ContentHashStorage",
        "OPTIONS": {"file_permissions_mode": MEDIA_FILE_MODE, "directory_permissions_mode": MEDIA_FOLDER_MODE},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "shaf.http.static_files.Collected"
    },
    **service_urls.storage(STORAGE_URL),
}
# The editor's source map alone is 8.6 MB: compressing it takes a minute and serves nobody.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = [
    "map",
    "jpg",
    "jpeg",
    "png",
    "gif",
    "webp",
    "avif",
    "woff2",
    "gz",
    "br",
]
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# The package's own upload view lets any member store anything: ours (articles/desk/pictures/views.py) has its name, and
# the package's addresses are not included. Its clean-up (CKEDITOR_5_IMAGE_CLEANUP) deletes files by name: it stays off.
CK_EDITOR_5_UPLOAD_FILE_VIEW_NAME = "ck_editor_5_upload_file"
CKEDITOR_5_UPLOAD_FILE_TYPES = ["png", "jpg", "jpeg", "webp", "gif"]
FILE_UPLOAD_MAX_MEMORY_SIZE = PICTURE_BYTES

# One policy for the admin and the site: no inline script, no inline style, no other origin. The editor's icons
# are data: images, and a picture being uploaded is a blob:.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "shaf.inputs.resubmit.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
TLS = SITE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = TLS
# A browser takes a cookie of such a name from this host alone, over TLS (RFC 6265bis, 4.1.3.2).
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = (f"{'__Host-' if TLS else ''}{name}" for name in ("sessionid", "csrftoken"))
SECURE_SSL_REDIRECT = TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", False) else None
SECURE_HSTS_SECONDS = 31_536_000 if TLS else 0
# Other hosts of the domain, and the browsers' list, are not ours to decide.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SESSION_ENGINE = "shaf.devices.store"
SESSION_COOKIE_AGE = 14 * 24 * 3600
MESSAGE_STORAGE = "shaf.once.said.SaidOnce"

LOG_FORMAT = env.str("LOG_FORMAT", "lines")
if LOG_FORMAT not in FORMS:
    raise ImproperlyConfigured(f"LOG_FORMAT is “{LOG_FORMAT}”. It can be “lines” or “json”.")
ACCESS_LOG = env.bool("ACCESS_LOG", False)
SENTRY_DSN = env.str("SENTRY_DSN", "")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"chosen": {"()": "shaf.logs.forms.Json" if LOG_FORMAT == "json" else "shaf.logs.forms.Lines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "chosen"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    # Django's own would say it once more with DEBUG.
    "loggers": {
        "django": {"handlers": []},
        # They tell of each step, and of each rule of a stylesheet that is for browsers.
        "weasyprint": {"level": "ERROR"},
        "fontTools": {"level": "ERROR"},
    },
}
