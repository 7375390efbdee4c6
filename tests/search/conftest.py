"""The small registry of the site's tests, for those of search; and its language, whatever a test before it spoke."""

import pytest
from django.utils import translation

from tests.site.conftest import links, registry  # noqa: F401 - fixtures of these tests too


@pytest.fixture(autouse=True)
def in_french():
    with translation.override("fr"):
        yield
