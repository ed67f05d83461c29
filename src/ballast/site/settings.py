"""Settings of the site; what a machine decides comes from ``environment``."""

from pathlib import Path

from ballast.rulebook import entry
from ballast.site import environment

HERE = Path(__file__).parent
PACKAGE = HERE.parent
DATA = environment.DATA
SECRET_KEY = environment.secret()
DEBUG = environment.DEBUG
ALLOWED_HOSTS = environment.HOSTS
DATABASES = {"default": environment.database()}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "ballast.kit",
    "ballast.rooms.policy",
    "ballast.rooms.people",
    "ballast.rooms.gate",
    "ballast.rooms.registry",
    "ballast.rooms.resources",
    "ballast.rooms.lifecycle",
    "ballast.rooms.reporting",
    "ballast.rooms.supervision",
    "ballast.rooms.figures",
    "ballast.rooms.tours",
    "ballast.rooms.league",
    "ballast.rooms.meetings",
    "ballast.rooms.reminders",
    "django_tasks",
    "django_tasks_db",
    "ballast.site",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "ballast.site.witnessing.Witness",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "ballast.rooms.gate.views.sign_in_first.SignInFirst",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "ballast.site.refusing.Refusals",
    "ballast.site.exporting.Exporting",
    "allauth.account.middleware.AccountMiddleware",
    "ballast.rooms.gate.views.watch.Watch",
    "ballast.site.entrances.Entrances",
]
ROOT_URLCONF = "ballast.site.urls"
WSGI_APPLICATION = "ballast.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ballast.site.views.asking.shown",
            ]
        },
    }
]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
DEMONSTRATION_DAY = environment.demonstration_day()

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
NPM = PACKAGE.parent.parent / "node_modules"
NPM_FILES = {
    "htmx/htmx.min.js": "htmx.org/dist/htmx.min.js",
    "echarts/echarts.min.js": "echarts/dist/echarts.min.js",
    "pico/pico.min.css": "@picocss/pico/css/pico.min.css",
}
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "ballast.site.finders.NpmFinder",
]
STORAGES = {
    "default": environment.file_store(),
    "staticfiles": {"BACKEND": environment.STATIC_STORAGE},
}
MEDIA_ROOT = DATA / "files"
FILE_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# Passwords, the lock, the second factor and sessions are the gate's; of allauth, only what the gate uses is on.
ENTRY = entry.load(Path(environment.ENTRY) if environment.ENTRY else entry.DEFAULT)
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "ballast.rooms.gate.views.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = False
MFA_ADAPTER = "ballast.rooms.gate.views.adapters.Factors"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1
SINGLE_SIGN_ON = environment.single_sign_on()
SOCIALACCOUNT_ADAPTER = "ballast.rooms.gate.views.adapters.SignOn"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = environment.providers(SINGLE_SIGN_ON)

SESSION_COOKIE_AGE = ENTRY.session_hours * 3600
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = environment.HTTPS
SECURE_HSTS_SECONDS = environment.HSTS
CSRF_TRUSTED_ORIGINS = environment.trusted_origins()
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if environment.PROXIES else None
ALLAUTH_TRUSTED_PROXY_COUNT = environment.PROXIES
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Tasks wait in the database and are done by ``ballast work``; a task stands or falls with what enqueued it.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
REMINDERS = environment.reminders()
