"""People at the desk, and the page that each test signs in to."""

import pytest

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
