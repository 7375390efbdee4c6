"""People of the newsroom."""

import pytest

from tests.making import make_user


@pytest.fixture
def chief(db):
    return make_user("chief")
