"""Pages of a long list hold each row once, in the list's order, from whichever end they are counted."""

import pytest
from django.core.paginator import Paginator

from articles.admin.paging import FromEitherEnd
from articles.models import Article
from tests.making import make_article

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rows", [0, 1, 3, 6, 7, 8])
def test_every_page_is_what_counting_from_the_beginning_gives(rows):
    for number in range(rows):
        make_article(title=f"Titre {number % 3}")
    listed = Article.objects.order_by("title", "-pk")
    plain, both = Paginator(listed, 3), FromEitherEnd(listed, 3)
    assert both.num_pages == plain.num_pages
    for number in plain.page_range:
        assert list(both.page(number)) == list(plain.page(number))


def test_the_last_page_skips_nothing(django_assert_num_queries):
    for _ in range(9):
        make_article()
    pages = FromEitherEnd(Article.objects.order_by("pk"), 2)
    assert pages.num_pages == 5
    with django_assert_num_queries(1) as asked:
        list(pages.page(5))
    assert "OFFSET" not in asked.captured_queries[0]["sql"]
