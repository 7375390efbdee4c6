"""The libraries that read some formats: loaded when the first such text comes, missed in words that help."""

from importlib import import_module
from types import ModuleType

from articles.reading.decode import MissingLibrary


def library(name: str, needed_for: str) -> ModuleType:
    """The module of that name. Raises MissingLibrary, saying what to install, where it is not there."""
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingLibrary(
            f"To read {needed_for}, install what the import needs: pip install -c constraints.txt '.[import]'."
        ) from error
