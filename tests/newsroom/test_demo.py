"""The newsroom to try."""

import re

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.models import Article, Edition, Proposal, Quote, Stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(capsys):
    call_command("demo", "--no-serve")
    return capsys.readouterr().out


def test_the_seeds_are_published_but_for_those_whose_brief_is_not_met(demo):
    with_brief = Article.objects.exclude(brief=None)
    assert Article.objects.count() == 5
    assert with_brief.count() == 1
    assert with_brief.get().stage == Stage.IN_REVIEW
    assert {edition.article_id for edition in Edition.objects.public()} == set(
        Article.objects.filter(brief=None).values_list("pk", flat=True)
    )


def test_known_links_and_quotes_are_accepted_and_the_rest_is_left_to_the_editor(demo):
    assert not Proposal.objects.known().pending().exists()
    assert Quote.objects.public().filter(speaker__key="jens-stoltenberg").exists()
    assert Edition.objects.public().filter(officials__key="mark-rutte").exists()


def test_the_accounts_are_printed_once_and_open_the_desk(demo, client):
    passwords = dict(re.findall(r"^(\w+) / (\S+)$", demo, re.MULTILINE))
    assert set(passwords) == {"editor", "reporter"}
    for name, password in passwords.items():
        assert User.objects.get(username=name).check_password(password)


def test_a_second_run_keeps_everything_and_says_so(demo, capsys):
    Article.objects.filter(stage=Stage.IN_REVIEW).update(title="Changé")
    call_command("demo", "--no-serve")
    printed = capsys.readouterr().out
    assert " / " not in printed
    assert "5" in printed
    assert Article.objects.count() == 5
    assert Article.objects.filter(title="Changé").exists()


def test_the_demo_is_refused_in_production(settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError):
        call_command("demo", "--no-serve")
    assert not User.objects.exists()
