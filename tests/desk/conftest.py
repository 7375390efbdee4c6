"""People at the desk, and the page that each test signs in to."""

import pytest
from django.utils import translation

from tests.making import make_user


@pytest.fixture
def reporter(db):
    return make_user("reporter")


@pytest.fixture
def editor(db):
    return make_user("editor")


@pytest.fixture
def chief(db):
    return make_user("chief")


@pytest.fixture(autouse=True)
def french():
    """Each test begins in the default language, whatever page the one before asked for."""
    with translation.override("fr"):
        yield
