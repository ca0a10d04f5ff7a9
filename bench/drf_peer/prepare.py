"""Django's own tables, and one user who signs in with the token given."""

import os
import sys

import django
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.drf_peer.settings")
django.setup()
call_command("migrate", verbosity=0)

from django.contrib.auth.models import User  # noqa: E402
from rest_framework.authtoken.models import Token  # noqa: E402

Token.objects.create(user=User.objects.create_user("bench"), key=sys.argv[1])
