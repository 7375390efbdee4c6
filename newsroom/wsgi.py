"""The door for application servers: the environment is production unless NEWSROOM_ENV says otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("NEWSROOM_ENV", "production")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

application = get_wsgi_application()
