"""People who put entries right, and the language in which each test begins."""

import pytest
from django.utils import translation

from tests.making import make_user


@pytest.fixture
def chief(db):
    return make_user("chief")


@pytest.fixture
def keeper(db):
    return make_user("registry keeper")


@pytest.fixture(autouse=True)
def french():
    with translation.override("fr"):
        yield
