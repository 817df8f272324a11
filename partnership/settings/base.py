"""Settings of the running portal, all read from the environment and safe as they stand.

A variable without which the portal must not start is read with `required`; its absence is
answered with its name and what to do. `development` and `test` only state their differences.
"""

from datetime import timedelta
from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from partnership.settings.admin import (  # noqa: F401
    ADMIN_CONTENT_SECURITY_POLICY,
    MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME,
    UNFOLD,
)
from partnership.settings.background import *  # noqa: F403
from partnership.settings.logs import LOGGING  # noqa: F401
from partnership.settings.maps import *  # noqa: F403
from partnership.settings.public_use import *  # noqa: F403
from partnership.settings.review import *  # noqa: F403

BASE_DIR = Path(__file__).resolve().parents[2]

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")


def required(name: str) -> str:
    """Return the variable or stop the start with a sentence that names it."""
    value = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(
            f"The environment variable {name} is not set. Set it, or put it into the file .env; "
            ".env.example describes every variable."
        )
    return value


# --- The process -----------------------------------------------------------------------------

DEBUG = False
SECRET_KEY = required("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = [host.strip() for host in required("ALLOWED_HOSTS").split(",")]
SITE_URL = env.str("SITE_URL", default=f"https://{ALLOWED_HOSTS[0]}").rstrip("/")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / ".data"))).resolve()

ROOT_URLCONF = "partnership.urls"
WSGI_APPLICATION = "partnership.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "modeltranslation",
    "unfold",
    "unfold.contrib.filters",
    "unfold.contrib.forms",
    "unfold.contrib.import_export",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "drf_spectacular",
    "import_export",
    "js_lib_leaflet",
    "lucide",
    "rest_framework",
    "partnership.core",
    "partnership.reference",
    "partnership.accounts",
    "partnership.notifications",
    "partnership.documents",
    "partnership.maps",
    "partnership.search",
    "partnership.translations",
    "partnership.review",
    "partnership.network",
    "partnership.events",
    "partnership.attendance",
    "roundtables",
    "monitoring",
    "outreach",
    "partnership.nominations",
    "cases",
    "partnership.reports",
    "partnership.portal",
]

MIDDLEWARE = [
    "partnership.core.middleware.request_id.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "partnership.core.middleware.page_cache.PageCacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "partnership.core.middleware.language.LanguageMiddleware",
    "partnership.core.middleware.input_guard.InputGuardMiddleware",
    "partnership.accounts.middleware.no_store.NoStoreMiddleware",
    "partnership.accounts.middleware.sign_in_ended.SignInEndedMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "partnership.core.middleware.content_policy.ContentPolicyMiddleware",
    "partnership.core.middleware.desk_tongues.DeskTonguesMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]

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
                "partnership.core.context_processors.site",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Data ------------------------------------------------------------------------------------

DATABASES = {"default": env.db_url_config(required("DATABASE_URL"))}
DATABASES["default"]["CONN_MAX_AGE"] = None
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Disks have no moving heads any more: as PostgreSQL comes, it reads a whole table where an index
# that holds everything asked for is three times shorter.
DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c random_page_cost=1.1"

REDIS_URL = env.str("REDIS_URL", default="")
CACHES = {
    "default": {
        "BACKEND": "partnership.core.cache.FailOpenRedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_connect_timeout": 0.2, "socket_timeout": 0.2},
        "KEY_PREFIX": "portal",
        "TIMEOUT": 300,
    },
}
PAGE_CACHE = env.bool("PAGE_CACHE", default=True)  # whole public pages for unknown visitors
FRAGMENT_CACHE = env.bool("FRAGMENT_CACHE", default=True)  # parts of pages, such as cards
SESSION_ENGINE = "partnership.accounts.sessions"
SESSION_LONGEST = timedelta(hours=12)  # a sign-in, however busy
STAFF_SESSION_IDLE = timedelta(minutes=30)  # a staff sign-in without activity
# The cookie outlives the sign-in by an hour, so that the portal can say that and why it ended.
SESSION_COOKIE_AGE = int((SESSION_LONGEST + timedelta(hours=1)).total_seconds())

# --- Languages -------------------------------------------------------------------------------

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "partnership.core.formats"
TIME_ZONE = "Asia/Shanghai"
MODELTRANSLATION_DEFAULT_LANGUAGE = "zh-hans"
MODELTRANSLATION_LANGUAGES = ("zh-hans", "en")
MODELTRANSLATION_FALLBACK_LANGUAGES = ()  # a missing text is said to be missing, never swapped
LANGUAGE_COOKIE_NAME = "language"

# --- Files -----------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(DATA_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static", ("markercluster", MARKER_CLUSTER_FILES)]  # noqa: F405
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "partnership.core.static_files.StaticFilesStorage"},
}

MEDIA_DIR = Path(env.str("MEDIA_DIR", default=str(DATA_DIR / "media")))  # what people have sent
# The web server sends checked files itself (deploy/nginx.conf), the portal only says who may.
SEND_FILES_BY_PROXY = env.bool("SEND_FILES_BY_PROXY", default=False)
UPLOAD_QUOTA_MB = env.int("UPLOAD_QUOTA_MB", default=500)  # per person
UPLOAD_QUOTA_STAFF_MB = env.int("UPLOAD_QUOTA_STAFF_MB", default=20_000)
UPLOAD_QUOTA_ORGANISATION_MB = env.int("UPLOAD_QUOTA_ORGANISATION_MB", default=2_000)
REFUSED_FILE_RETENTION_DAYS = 90  # the row that says why; the file itself goes at once
CLAMAV_ADDRESS = env.str("CLAMAV_ADDRESS", default="")

# --- People ----------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: refuses before a password is looked at
    "partnership.accounts.backends.RoleBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portal:desk"
LOGOUT_REDIRECT_URL = "portal:home"
PASSWORD_RESET_TIMEOUT = int(timedelta(days=3).total_seconds())  # invitations too
REQUIRE_STAFF_MFA = env.bool("REQUIRE_STAFF_MFA", default=True)
ACCOUNT_RETENTION_DAYS = env.int("ACCOUNT_RETENTION_DAYS", default=365)  # after deactivation
INVITATION_RETENTION_DAYS = 90  # of an invitation nobody followed

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
PASSWORD_PROFILE = env.str("PASSWORD_PROFILE", default="mlps")  # or asvs
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "partnership.accounts.passwords.ProfileValidator"},
    {"NAME": "partnership.accounts.passwords.OwnWordsValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name", "latin_name")},
    },
    {"NAME": "partnership.accounts.passwords.HistoryValidator"},
]

ACCOUNT_ADAPTER = "partnership.accounts.adapter.AccountAdapter"
# Django's own covers the address, too; allauth's writes to the database when a link is opened.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105, a path
ACCOUNT_MAILER = "partnership.notifications.account_mail.put"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True  # the limits above end a session, not the closing of a window
ACCOUNT_FORMS = {
    "login": "partnership.accounts.forms.SignInForm",
    "reset_password": "partnership.accounts.forms.NewPasswordRequestForm",
    "reset_password_from_key": "partnership.accounts.forms.NewPasswordForm",
    "change_password": "partnership.accounts.forms.PasswordChangeForm",
    "reauthenticate": "partnership.accounts.forms.ReauthenticateForm",
}
ACCOUNT_RATE_LIMITS = {
    "login_failed": None,  # allauth counts by address alone, which lets strangers lock people out
    "reset_password": "20/m/ip,3/10m/key,10/d/key",  # mails to one address
}
MFA_ADAPTER = "partnership.accounts.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
MFA_FORMS = {
    "authenticate": "partnership.accounts.forms.SecondFactorForm",
    "reauthenticate": "partnership.accounts.forms.SecondFactorAgainForm",
    "activate_totp": "partnership.accounts.forms.SecondFactorSetUpForm",
}

# Failed sign-ins: counted in the database per person and network, and per network.
AXES_HANDLER = "partnership.accounts.limits.SignInLimits"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "ip_address"]
AXES_FAILURE_LIMIT = 6
SIGN_IN_FAILURES_PER_NETWORK = 30
AXES_COOLOFF_TIME = timedelta(minutes=20)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # a lock ends in time, whoever keeps trying
AXES_USERNAME_CALLABLE = "partnership.accounts.limits.person_key"
AXES_CLIENT_IP_CALLABLE = "partnership.core.client_address.network_of"
AXES_LOCKOUT_CALLABLE = "partnership.accounts.limits.closed_response"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "email", "code", "oldpassword"]
AXES_DISABLE_ACCESS_LOG = True  # the audit trail has it
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# --- Mail ------------------------------------------------------------------------------------

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="smtp://localhost:25")
vars().update(EMAIL_CONFIG)
if EMAIL_CONFIG["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend":
    EMAIL_BACKEND = "partnership.notifications.delivery.smtp.Backend"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="portal@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
MAILBOX_DIR: Path | None = None  # of a local mailbox, in development only
MESSAGE_TEXT_RETENTION_DAYS = 30  # of a message that was sent or given up
MESSAGE_RETENTION_DAYS = 365
NOTIFICATION_RETENTION_DAYS = 365  # of what people find in the portal
DIGEST_HOUR = 8  # in Beijing

# --- Transport and headers -------------------------------------------------------------------

TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)  # how many of ours stand in front
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds())
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "partnership.accounts.expired_form.expired"
LANGUAGE_COOKIE_SECURE = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *MAP_HOSTS],  # noqa: F405
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}

# --- Events ------------------------------------------------------------------------------------

REGISTRATION_RETENTION_DAYS = env.int("REGISTRATION_RETENTION_DAYS", default=365)  # after the end
UNVERIFIED_REGISTRATION_HOURS = 48  # to confirm an address
EXPORT_RETENTION_DAYS = 7  # of files with lists of people
CERTIFICATE_RETENTION_DAYS = env.int("CERTIFICATE_RETENTION_DAYS", default=3653)  # after issue
UNVERIFIED_RETENTION_DAYS = 30  # of an address nobody has confirmed

# --- Translation -------------------------------------------------------------------------------

# Whoever publishes a translation answers for it; with this, somebody has to approve every text of it
# before. A translation whose source has changed since is never published, with or without it.
TRANSLATION_APPROVAL = env.bool("TRANSLATION_APPROVAL", default=False)

# --- Background work -------------------------------------------------------------------------

CELERY_BROKER_URL = REDIS_URL
CELERY_TIMEZONE = TIME_ZONE

# --- The API ---------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_THROTTLE_CLASSES": ["partnership.core.api.throttling.AnonymousThrottle"],
    "EXCEPTION_HANDLER": "partnership.core.api.errors.handler",
    "URL_FORMAT_OVERRIDE": None,
}
API_RATE_ANONYMOUS = env.str("API_RATE_ANONYMOUS", default="120/minute")  # empty: no limit
SPECTACULAR_SETTINGS = {
    "TITLE": "China-ASEAN Marine Plastic Reduction Partnership: public data",
    "DESCRIPTION": _(
        "Open to read. Every text is an object with both languages (zh-hans, en), null where a "
        "language is not public. Dates known to the year or month only are texts such as 2021-06. "
        "An unknown parameter or value is answered with 400 and a sentence that names it."
    ),
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "COMPONENT_SPLIT_REQUEST": False,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "ENUM_NAME_OVERRIDES": {
        "Language": "partnership.core.languages.LANGUAGES",
        "OrganisationType": "partnership.network.choices.OrganisationType",
        "EventKind": "partnership.events.choices.Kind",
        "EventStatus": "partnership.events.choices.Status",
        "RegistrationPhase": "partnership.events.choices.Phase",
        "RegistrationStatus": "partnership.events.choices.RegistrationStatus",
        "StateEnum": "partnership.network.commitment_choices.CommitmentState",
        "Nearby": "monitoring.choices.Nearby",
        "AnimalState": "monitoring.choices.AnimalState",
        "Season": "monitoring.choices.Season",
    },
}

# --- The programme's own facts, shown on pages and in mails ------------------------------------

DEMO = env.bool("DEMO", default=False)  # marks every page as showing demo data
CONTACT_ADDRESS_ZH = env.str("CONTACT_ADDRESS_ZH", default="北京市西城区后英房胡同5号")
CONTACT_ADDRESS_EN = env.str(
    "CONTACT_ADDRESS_EN", default="5 Houyingfang Hutong, Xicheng District, Beijing 100035, China"
)
CONTACT_PHONE = env.str("CONTACT_PHONE", default="+86-010-82268221")
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="li.xia@fecomee.org.cn")
CONTACT_WEBSITE = env.str("CONTACT_WEBSITE", default="www.mepfecoo.org.cn")
ICP_FILING_NUMBER = env.str("ICP_FILING_NUMBER", default="")
PUBLIC_SECURITY_FILING_NUMBER = env.str("PUBLIC_SECURITY_FILING_NUMBER", default="")

AUDIT_RETENTION_DAYS = env.int("AUDIT_RETENTION_DAYS", default=1096)
