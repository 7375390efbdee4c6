"""The editing screen as a whole in a real browser: nothing that axe minds, no wider than the screen, no complaint."""

import pytest

from articles.models import ProposalKind
from tests.browser.axe import violations
from tests.desk.proposing import make_country, make_imported, pending_quote, propose, propose_person

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]
SCREENS = [{"viewport": {"width": 1280, "height": 900}}, {"color_scheme": "dark"}]


@pytest.mark.parametrize("browser_page", SCREENS, ids=["desk", "phone in the dark"], indirect=True)
def test_the_editing_screen_fits_and_nothing_is_amiss(desk):
    country = make_country()
    article = make_imported(tags=["Défense"], countries=[country])
    propose(article, ProposalKind.COUNTRY, "mauritanien", label="Mauritanie", country=country)
    propose_person(article)
    pending_quote(article)
    for name, *more in [
        ("articles_article_change", article.pk),
        ("articles_article_add",),
        ("articles_article_preview", article.pk),
    ]:
        page = desk(name, *more)
        page.wait_for_load_state("networkidle")
        if name.endswith("change"):
            page.click("[data-step='1']")
        page.wait_for_timeout(300)
        wide, room = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= room, name
        assert page.complaints.heard == [], name
        assert violations(page) == [], name
