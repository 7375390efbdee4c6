"""What an article's form says, in the words of a revision's snapshot, however old the page that it was sent from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Model
from django.forms import ModelForm, modelform_factory
from django.http import QueryDict

from articles import saving
from articles.admin.briefs import WAIVE
from articles.admin.forms import ArticleForm
from articles.admin.moments import MomentField
from articles.admin.signing import BylineForm
from articles.models import Article, Brief, Theme
from articles.models.story import LINK_FIELDS, TEXT_FIELDS
from articles.snapshots import OF_A_BYLINE
from partners.folding import fold

ROWS = 200  # bylines; no page has more


_BriefForm = modelform_factory(Brief, fields=saving.OF_A_BRIEF)


class _SentForm(ArticleForm):
    """The article's form, with the fields that the admin gives it."""

    embargo_until = MomentField(required=False)


@dataclass(frozen=True, slots=True)
class Posted:
    """The values that a form holds, by their names in a snapshot; `errors` says which of them cannot stand, and why.

    A value with an error stands as it was typed. `told` says what became of entries that are not there any more.
    """

    words: dict[str, Any]
    errors: dict[str, list[str]] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def changes_from(self, base: Mapping[str, Any]) -> dict[str, Any]:
        """What the form says otherwise than the snapshot does."""
        return {name: value for name, value in self.words.items() if not saving.same(base.get(name), value)}


def may_change_brief(user: User | AnonymousUser, article: Article) -> bool:
    """A brief that is there is changed by those only who may waive its checks."""
    return user.has_perm(WAIVE) or (user.has_perm("articles.add_brief") and saving.brief_of(article) is None)


def read(data: QueryDict, article: Article) -> Posted:
    """What those form fields say of the article; a field that they do not hold is left out."""
    # the form writes its values into the row that it is given
    unsaved = Article.objects.get(pk=article.pk) if article.pk else Article()
    form = _SentForm(data, instance=unsaved)
    form.is_valid()
    errors = {name: [str(each) for each in told] for name, told in form.errors.items() if name in form.fields}
    words: dict[str, Any] = {}
    for name in [*TEXT_FIELDS, *LINK_FIELDS, "tags", "title_proposed", "embargo_until", "pictures"]:
        if name not in form.fields or not _holds(data, form, name):
            continue
        if name == "slug" and not (name in errors or form.cleaned_data[name]):
            continue  # it would be made from a title that cannot stand
        if name == "pictures":
            words[name] = form.cleaned_data.get(name, form[name].value())
        elif name in errors:
            words[name] = " ".join(filter(None, (data.get(each, "") for each in (name, f"{name}_0", f"{name}_1"))))
        else:
            words[name] = _in_snapshot(name, form.cleaned_data[name])
    if "bylines-TOTAL_FORMS" in data:
        words["bylines"], wrong = _bylines(data)
        if wrong:
            errors["bylines"] = wrong
    if "brief-0-text" in data:
        brief = _BriefForm({name: data.get(f"brief-0-{name}", "") for name in saving.OF_A_BRIEF})
        if data.get("brief-0-DELETE") or not (brief.has_changed() or data.get("brief-0-id")):
            words["brief"] = None
        elif brief.is_valid():
            words["brief"] = {name: brief.cleaned_data[name] for name in saving.OF_A_BRIEF}
        else:
            words["brief"] = {name: brief.data[name] for name in saving.OF_A_BRIEF}
            errors["brief"] = [str(each) for told in brief.errors.values() for each in told]
    return Posted(words, errors, form.told())


def _holds(data: QueryDict, form: ModelForm, name: str) -> bool:
    """Whether the form was sent with this field. A browser leaves out empty lists of choices, and boxes not ticked."""
    if name in LINK_FIELDS or name == "title_proposed":
        return "title" in data
    return not form.fields[name].widget.value_omitted_from_data(data, {}, name)


def _in_snapshot(name: str, value: Any) -> Any:
    if name in LINK_FIELDS:
        return sorted(each.pk for each in value)
    if name == "tags":
        return _themes(value)
    if name == "embargo_until":
        return value.astimezone(UTC).isoformat() if value else None
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, bool | str) or value is None:
        return value
    return str(value)


def _themes(names: list[str]) -> list[str]:
    """The themes' names as they are spelt where they are held; each once."""
    typed = {fold(name)[:100]: name.strip() for name in names if name.strip()}
    held = dict(Theme.objects.filter(folded__in=typed).values_list("folded", "name"))
    return sorted((typed | held).values())


def _bylines(data: QueryDict) -> tuple[list[dict[str, Any]], list[str]]:
    """The rows of signatures that are not taken out, in their order; and what is wrong with them."""
    total = data.get("bylines-TOTAL_FORMS", "")
    rows, wrong = [], []
    for number in range(min(int(total), ROWS) if total.isdecimal() and len(total) < 5 else 0):
        posted = {name: data.get(f"bylines-{number}-{name}", "") for name in OF_A_BYLINE}
        if data.get(f"bylines-{number}-DELETE"):
            continue
        form = BylineForm(posted)
        held = bool(data.get(f"bylines-{number}-id"))
        if not held and not (posted["contributor"] or posted["place"]) and posted["role"] in {"", "author"}:
            continue  # an empty row that nobody filled in
        if not form.is_valid():
            wrong += [str(each) for told in form.errors.values() for each in told]
            continue
        said = form.cleaned_data
        signer = said["contributor"]
        row = {"contributor": signer.pk if signer else None}
        row |= {name: said[name] for name in ("role", "place", "position")}
        rows.append(row | ({"name": signer.name} if signer and signer.pk is None else {}))
    return sorted(rows, key=lambda row: row["position"]), wrong
