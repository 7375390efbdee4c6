"""Two people's changes of one text, put together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.merging import BLOCKS, blocks, merge
from articles.sanitising import clean_html
from tests.growth import in_step


def text(words):
    return "\n".join(f"<p>{word}</p>" for word in words.split())


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        ("a X c d", "a b c Y", "a X c Y"),
        ("a b c d e", "z a b c d", "z a b c d e"),
        ("b c d", "a b c", "b c"),
        ("a b c d", "a d", "a d"),
        ("a X c d", "a X c d", "a X c d"),
        ("a X c d", "a X c Y", "a X c Y"),
        ("", "a b c d", ""),
        ("X Y c d", "a b Z d", "X Y Z d"),
        ("X b c d", "a Y c Z", "X Y c Z"),
    ],
)
def test_changes_of_different_blocks_are_put_together(mine, theirs, merged):
    found = merge(text("a b c d"), text(mine), text(theirs))
    assert (found.html, found.clean) == (text(merged), True)


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        ("a X c d", "a Y c d", "a Y X c d"),
        ("a b c d m", "a b c d t", "a b c d t m"),
        ("a c d", "a Y c d", "a Y c d"),
        ("a X d", "a b Y d", "a b Y X d"),
        ("a X c d", "a b Y c d", "a b Y X c d"),
    ],
)
def test_where_both_changed_the_same_blocks_theirs_stand_first_and_mine_after_them(mine, theirs, merged):
    found = merge(text("a b c d"), text(mine), text(theirs))
    assert (found.html, found.clean) == (text(merged), False)


words = st.lists(st.sampled_from("abcdef"), max_size=8).map(" ".join)


@given(words, words, words)
def test_no_word_that_either_wrote_is_lost(base, mine, theirs):
    found = blocks(merge(text(base), text(mine), text(theirs)).html)
    assert (set(blocks(text(mine))) | set(blocks(text(theirs)))) - set(blocks(text(base))) <= set(found)


@given(words, words)
def test_where_only_one_changed_anything_the_text_is_theirs(base, changed):
    assert blocks(merge(text(base), text(changed), text(base)).html) == blocks(text(changed))
    assert blocks(merge(text(base), text(base), text(changed)).html) == blocks(text(changed))


def test_a_block_is_whole_with_all_that_stands_in_it():
    html = clean_html(
        "début<ul><li><p>un</p></li><li>deux<br>trois</li></ul><hr>"
        "<blockquote><p>a</p><p>b</p></blockquote> fin <b>x</b>"
    )
    assert blocks(html) == [
        "début",
        "<ul><li><p>un</p></li><li>deux<br>trois</li></ul>",
        "<hr>",
        "<blockquote><p>a</p><p>b</p></blockquote>",
        "fin",
        "<b>x</b>",
    ]


def test_texts_of_many_blocks_that_differ_everywhere_are_not_put_together_but_soon_told():
    long = [text(" ".join(f"{name}{number}" for number in range(BLOCKS + 1))) for name in "abc"]
    found = merge(*long)
    assert (found.html, found.clean) == (long[1], False)


def test_the_time_to_put_together_grows_in_step_with_a_long_text():
    def put_together(size):
        base = [f"w{number}" for number in range(size)]
        mine, theirs = [*base[:3], "X", *base[3:]], [*base[:-3], "Y", *base[-3:]]
        assert merge(*[text(" ".join(each)) for each in (base, mine, theirs)]).clean

    assert in_step(put_together, 400)
