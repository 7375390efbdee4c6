"""How the tests run: in the local environment, on the database of DATABASE_URL or on SQLite."""

import os

os.environ.setdefault("NEWSROOM_ENV", "local")
