"""What a button about proposals or quotes says ("accept:17", "reject-kind:country", "same:17-4"), and doing that."""

from collections.abc import Callable
from functools import partial

from django.contrib.auth.models import User
from django.shortcuts import get_object_or_404

from articles import deciding, quote_register, same_person
from articles.admin.acting import key_in
from articles.decisions import Decided
from articles.models import Article, ProposalKind
from partners.models import Official

_PROPOSALS: dict[str, Callable[..., Decided]] = {
    "accept": deciding.accept,
    "reject": deciding.reject,
    "leave": partial(deciding.reject, only_here=True),
    "reopen": deciding.reopen,
    "forget": deciding.forget,
}
_QUOTES: dict[str, Callable[..., Decided]] = {
    "accept": quote_register.accept,
    "reject": quote_register.reject,
    "reopen": quote_register.reopen,
}


class UnknownButton(ValueError):
    """No page has a button that says this."""


def press(article: Article, button: str, *, by: User) -> tuple[Decided, str]:
    """Do what the button says about that article; what came of it, and the section of the page that it is about.

    Raises UnknownButton, Http404, PermissionDenied and Refused.
    """
    act, _colon, what = button.partition(":")
    verb, _dash, scope = act.partition("-")
    if act in {"same", "apart"}:
        return _answer(article, act, what, by), "kind-official"
    if scope == "" and verb in _PROPOSALS and what.isdecimal():
        proposals = article.proposals.filter(pk=key_in(what))
        section = f"kind-{proposals[0].kind}" if proposals else ""
        return _PROPOSALS[verb](proposals, by=by), section
    if scope == "kind" and verb in _PROPOSALS and what in ProposalKind.values:
        return _PROPOSALS[verb](article.proposals.pending().filter(kind=what), by=by), f"kind-{what}"
    if scope == "quote" and verb in _QUOTES and what.isdecimal():
        return _QUOTES[verb](article.quotes.filter(pk=key_in(what)), by=by), "quotes"
    if scope == "quotes" and verb in _QUOTES:
        return _QUOTES[verb](article.quotes.pending(), by=by), "quotes"
    raise UnknownButton(button)


def _answer(article: Article, act: str, what: str, by: User) -> Decided:
    """Answer whether the person of a proposal ("<pk>") is an official ("<pk>-<pk of the official>")."""
    pk, _dash, official = what.partition("-")
    proposal = get_object_or_404(article.proposals, pk=key_in(pk))
    if act == "same":
        chosen = get_object_or_404(Official, pk=key_in(official))
        return deciding.accept_as(proposal, chosen, by=by)
    others = same_person.questions([proposal]).get(proposal.pk, [])
    return deciding.tell_apart(proposal, others, by=by)
