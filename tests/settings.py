"""The settings of the tests: the local environment, with a password hasher that costs nothing."""

import os
import tempfile

os.environ["NEWSROOM_ENV"] = "local"
os.environ.setdefault("NEWSROOM_VAR", tempfile.mkdtemp(prefix="newsroom-tests-"))

from newsroom.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # A file: in memory all threads have one connection, and pages of the desk ask several things at once.
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(os.environ["NEWSROOM_VAR"], "test.sqlite3")}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"  # noqa: F405
# Each client of a test has middleware of its own, and would look for every static file anew.
WHITENOISE_AUTOREFRESH = True
