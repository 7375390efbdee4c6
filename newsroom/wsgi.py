"""The door for application servers: the environment is production unless NEWSROOM_ENV says otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["NEWSROOM_ENV"] = os.environ.get("NEWSROOM_ENV", "").strip() or "production"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

application = get_wsgi_application()
