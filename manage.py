#!/usr/bin/env python
"""Run Newsroom's commands. Started this way the environment is local unless NEWSROOM_ENV says otherwise."""

import os
import sys


def main() -> None:
    os.environ.setdefault("NEWSROOM_ENV", "local")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
