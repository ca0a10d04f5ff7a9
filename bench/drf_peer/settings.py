"""A Django REST framework of the plain kind on our tables, as their owner."""

import os

SECRET_KEY = "bench"  # noqa: S105
ALLOWED_HOSTS = ["*"]
DEBUG = False
USE_TZ = True
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
ROOT_URLCONF = "bench.drf_peer.urls"
INSTALLED_APPS = ["bench.drf_peer"]
DEFAULT_AUTO_FIELD = "django.db.models.UUIDField"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "bomiljo",
        "USER": "bomiljo_owner",
        "HOST": os.environ["BENCH_PG_HOST"],
        "CONN_MAX_AGE": None,
    }
}
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "UNAUTHENTICATED_USER": None,
}
