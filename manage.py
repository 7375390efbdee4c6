#!/usr/bin/env python
"""Run Newsroom's commands. Started this way the environment is local unless NEWSROOM_ENV says otherwise."""

import os
import sys


def main() -> None:
    os.environ["NEWSROOM_ENV"] = os.environ.get("NEWSROOM_ENV", "").strip() or "local"  # set to nothing says nothing
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as wrong:
        sys.exit(f"{wrong}")  # what to set, and not the way through the settings' code


if __name__ == "__main__":
    main()
