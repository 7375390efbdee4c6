"""The registry of the tables, and an editor at the import desk."""

import pytest

from partners.loading import load
from partners.registry import read_tables


@pytest.fixture
def registry(db):
    load(read_tables())


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client
