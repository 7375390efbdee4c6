import pytest

from partners.names import Names
from partners.registry import names_of, read_tables


@pytest.fixture(scope="session")
def names() -> Names:
    """What a text can name of the registry's own tables."""
    return names_of(read_tables())
