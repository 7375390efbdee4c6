"""Splitting an official at the desk: what belongs to the other person is ticked, shown once more, and then done."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from articles import entries
from articles.admin.acting import acting, key_in
from articles.admin.entries.asking import AskingPages, page_of
from articles.entries.splitting import Share
from articles.entries.touched import state_of
from articles.models import Article, Edition, Quote
from articles.publishing import Refused
from partners.dates import PartialDate
from partners.fields import PartialDateFormField
from partners.models import Country, Meeting, Official, Tenure

LISTED = 200  # of each kind to tick one by one; the dates reach the others
MOST = 2000  # articles that go over at once: each gets a revision


class OtherPersonForm(forms.Form):
    """Who the other person is, and from when to when everything that is dated is theirs."""

    name = forms.CharField(max_length=200, widget=forms.TextInput(attrs={"class": "vTextField"}))
    country = forms.ModelChoiceField(queryset=Country.objects.all(), required=False)
    gender = forms.ChoiceField(choices=[("", "–"), *Official.GENDERS], required=False)
    dated_from = PartialDateFormField(required=False)
    dated_until = PartialDateFormField(required=False)
    reason = forms.CharField(required=False, max_length=500, widget=forms.TextInput(attrs={"class": "vTextField"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "name": _("Name of the other person"),
            "country": _("Country"),
            "gender": _("Gender of titles"),
            "dated_from": _("Articles and quotes dated from"),
            "dated_until": _("Articles and quotes dated until"),
            "reason": _("Reason"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
        told = _("Beside what is ticked, everything of these days goes over. As known: 2024, 2024-10 or 2024-10-17.")
        self.fields["dated_from"].help_text = told


@dataclass(frozen=True, slots=True)
class Belongings:
    """What of an official can be given to another, as far as the user may read it."""

    tenures: list[Tenure]
    names: list[str]
    articles: QuerySet
    quotes: QuerySet
    meetings: list[Meeting]
    unread: int  # articles that only the desk may read: they stay


class SplitPages(AskingPages):
    """Adds `split/official/<official>/`."""

    def get_urls(self) -> list[URLPattern]:
        own = path(
            "split/official/<int:pk>/", self.admin_site.admin_view(self.split_page), name="articles_entrychange_split"
        )
        return [own, *super().get_urls()]

    def split_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask what goes over (GET), show what was chosen (POST), do it (POST, confirmed)."""
        kind = self.kind_for(request, "official")
        try:
            official = self.entry_for(kind, pk)
        except Refused as refusal:
            return self.refused(request, refusal, kind)
        mine = _belongings(official, request.user)
        form = OtherPersonForm(request.POST if request.method == "POST" else None)
        refusal_told, share = "", Share()
        if form.is_bound and form.is_valid():
            share = _share(request, mine, form.cleaned_data)
            try:
                return self._go_on(request, official, mine, form, share)
            except Refused as refusal:
                refusal_told = str(refusal)
        elif form.is_bound:
            share = _share(request, mine, {})
        context = self.asked(
            request,
            kind,
            official,
            _("Split “%(entry)s” in two") % {"entry": official},
            form=form,
            refusal=refusal_told,
            told=state_of(official),
            mine=mine,
            share=share,
            articles=list(mine.articles[:LISTED]),
            article_count=mine.articles.count(),
            quotes=list(mine.quotes[:LISTED]),
            quote_count=mine.quotes.count(),
            listed=LISTED,
            page=page_of(official),
        )
        status = 409 if refusal_told else 200
        return TemplateResponse(request, "admin/articles/entries/split.html", context, status=status)

    def _go_on(
        self, request: HttpRequest, official: Official, mine: Belongings, form: OtherPersonForm, share: Share
    ) -> HttpResponse:
        """The page that shows the choice, or the deed. Raises Refused."""
        values = form.cleaned_data
        if request.POST.get("told") != state_of(official):
            raise Refused(_("It has been changed meanwhile: look at it again."))
        if len(share.articles) > MOST:
            raise Refused(_("At most %(most)d articles at once: choose fewer days.") % {"most": MOST})
        if not any([share.tenures, share.names, share.quotes, share.articles, share.meetings]):
            raise Refused(_("Choose what belongs to the other person."))
        if "confirmed" in request.POST:
            done = entries.split(
                official,
                name=values["name"],
                country=values["country"],
                gender=values["gender"],
                share=share,
                by=acting(request),
                reason=values["reason"],
            )
            self.message_user(request, _("%(change)s. You can undo it.") % {"change": done}, messages.SUCCESS)
            return HttpResponseRedirect(reverse("admin:partners_official_change", args=[done.other]))
        public = Edition.objects.public().filter(article__in=share.articles, officials=official)
        staying = Quote.objects.filter(article__in=share.articles, speaker=official).exclude(pk__in=share.quotes)
        kind = self.kind_for(request, "official")
        context = self.asked(
            request,
            kind,
            official,
            _("Split “%(other)s” off “%(entry)s”?") % {"entry": official, "other": values["name"]},
            form=form,
            told=state_of(official),
            share=share,
            name=values["name"],
            chosen_tenures=[tenure for tenure in mine.tenures if tenure.pk in share.tenures],
            chosen_meetings=[meeting for meeting in mine.meetings if meeting.pk in share.meetings],
            public=list(public.newest_first().defer("body", "standfirst")[:20]),
            public_count=public.count(),
            staying_count=staying.count(),
            unread=mine.unread,
            page=page_of(official),
            posted=[(name, value) for name, values in request.POST.lists() for value in values if name not in _OURS],
        )
        return TemplateResponse(request, "admin/articles/entries/split_confirm.html", context)


_OURS = {"csrfmiddlewaretoken", "confirmed", "told", "back"}


def _belongings(official: Official, user: Any) -> Belongings:
    """What can be chosen: of articles that readers cannot see, only for who may read the desk's articles."""
    public = Edition.objects.public().filter(article=OuterRef("pk"), officials=official)
    linked = Q(pk__in=official.articles.order_by().values("pk")) | Q(Exists(public))
    articles = Article.objects.filter(linked).order_by("-dated", "-pk").defer("body", "standfirst")
    articles = articles.annotate(readable=Exists(public))
    quotes = official.quotes.order_by("-said_on", "-pk").select_related("article")
    unread = 0
    if not user.has_perm("articles.view_article"):
        unread = articles.exclude(readable=True).count()
        articles = articles.filter(readable=True)
        quotes = quotes.public()
    return Belongings(
        tenures=list(official.tenures.select_related("official", "office").order_by("since", "pk")),
        names=list(official.other_names),
        articles=articles,
        quotes=quotes,
        meetings=list(official.meetings.order_by("-start", "slug")),
        unread=unread,
    )


def _share(request: HttpRequest, mine: Belongings, values: dict[str, Any]) -> Share:
    """What was ticked, and what is of the days that were named; only what the user could choose."""
    ticked = {word: {key_in(key) for key in request.POST.getlist(word)} for word in _TICKED}
    since, until = values.get("dated_from"), values.get("dated_until")
    articles = set(mine.articles.filter(pk__in=ticked["article"]).values_list("pk", flat=True))
    quotes = set(mine.quotes.filter(pk__in=ticked["quote"]).values_list("pk", flat=True))
    if since is not None or until is not None:
        articles |= set(mine.articles.filter(_within("dated", since, until)).values_list("pk", flat=True))
        quotes |= set(mine.quotes.filter(_within("said_on", since, until)).values_list("pk", flat=True))
    return Share(
        tenures={tenure.pk for tenure in mine.tenures} & ticked["tenure"],
        names=[name for name in mine.names if name in request.POST.getlist("name_of_theirs")],
        quotes=quotes,
        articles=articles,
        meetings={meeting.pk for meeting in mine.meetings} & ticked["meeting"],
    )


_TICKED = ("tenure", "article", "quote", "meeting")


def _within(field: str, since: PartialDate | None, until: PartialDate | None) -> Q:
    """Surely or possibly of those days; what has no date is of none."""
    found = Q(**{f"{field}__isnull": False})
    if since is not None:
        found &= Q(**{f"{field}__may_be_from": since})
    return found & Q(**{f"{field}__may_be_by": until}) if until is not None else found
