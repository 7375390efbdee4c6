"""What has only hidden articles does not exist for readers."""

import pytest

from tests.making import make_article

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/themes/defense/", "/en/themes/defense/"])
def test_a_theme_of_drafts_alone_does_not_exist_for_readers(client, address):
    make_article(tags=["Défense"])
    assert client.get(address).status_code == 404
