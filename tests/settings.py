"""The settings of the tests: the local environment, with a password hasher that costs nothing."""

import os
import tempfile

os.environ["NEWSROOM_ENV"] = "local"
os.environ.setdefault("NEWSROOM_VAR", tempfile.mkdtemp(prefix="newsroom-tests-"))

from newsroom.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
