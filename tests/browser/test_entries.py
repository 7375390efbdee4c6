"""Putting entries right in a real browser: found, chosen by keys, read by everybody, under the strict policy."""

import pytest
from django.urls import reverse

from partners.models import Official
from tests.browser.axe import grave
from tests.making import make_edition
from tests.partners.making import make_office, make_official, make_tenure

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("browser_page", [{"viewport": {"width": 390, "height": 800}}], ids=["phone"], indirect=True)
def test_a_merge_is_found_from_the_entry_chosen_and_done(desk):
    one, other = make_official("Ada Marin"), make_official("Ada Marine")
    office = make_office()
    make_tenure(one, office, "2010", "2014")
    make_tenure(other, office, "2012", "2016", acting=True)
    make_edition(officials=[other])
    page = desk("partners_official_change", one.pk)
    page.click(f'a[href="{reverse("admin:articles_entrychange_choose", args=["official", one.pk])}"]')
    page.click(f'a[href="{reverse("admin:articles_entrychange_merge", args=["official", one.pk, other.pk])}"]')
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.check("input[name^=tenure-][value=joined]")
    with page.expect_navigation():
        page.click("input[type=submit].default")
    assert Official.objects.get().tenures.count() == 1
    assert page.complaints.heard == []


@pytest.mark.parametrize("browser_page", [{}, {"color_scheme": "dark"}], ids=["light", "dark"], indirect=True)
def test_nothing_on_the_pages_is_hard_to_perceive_or_breaks_the_policy(desk):
    one, other = make_official("Ada Marin", other_names=["A. Marin"]), make_official("Ada Marine", gender="f")
    make_tenure(one, make_office(), "2010", "2014")
    make_edition(officials=[one, other])
    for name, *args in [
        ("choose", "official", one.pk),
        ("merge", "official", other.pk, one.pk),
        ("split", one.pk),
        ("rename", "official", one.pk),
        ("changelist",),
    ]:
        page = desk(f"articles_entrychange_{name}", *args)
        page.wait_for_load_state("networkidle")
        assert page.complaints.heard == [], name
        assert grave(page) == [], name
