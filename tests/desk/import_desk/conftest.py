"""The registry of the tables, and an editor at the import desk."""

import pytest

from tests.tables import load_registry


@pytest.fixture
def registry(db):
    load_registry()


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client
