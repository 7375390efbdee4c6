"""People of the newsroom, the registry, and a text to import."""

import pytest

from tests.articles.wire import WIRE
from tests.making import make_user
from tests.tables import load_registry


@pytest.fixture
def chief(db):
    return make_user("chief")


@pytest.fixture
def registry(db):
    load_registry()


@pytest.fixture
def wire(tmp_path):
    path = tmp_path / "nouadhibou.txt"
    path.write_text(WIRE, encoding="utf-8")
    return path
