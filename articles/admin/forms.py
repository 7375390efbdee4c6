"""The article's form: what an editor may write."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator, RegexValidator
from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.forms import TagField, TagWidget
from taggit.utils import parse_tags

from articles import placing
from articles.admin.linked_field import LinkedField
from articles.admin.picture_field import PicturesField
from articles.admin.seen_from_outside import SeenFromOutside
from articles.admin.story_text import StoryTextField, StoryTextWidget, line_ends
from articles.admin.suggestions import FROM_TEXT
from articles.models import Article, Theme
from articles.models.story import LINK_FIELDS, TEXT_FIELDS
from partners.folding import fold


class PlainTextField(forms.CharField):
    """Text of several lines. Line ends as a browser sends them are no change."""

    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value: Any) -> str:
        return line_ends(super().to_python(value) or "")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return line_ends(data or "").strip() != (initial or "").strip()


class HeldChoiceField(forms.ModelChoiceField):
    """A choice of one row, which asks the database only when it is another one than before (`held`)."""

    held: Model | None = None

    def to_python(self, value: Any) -> Any:
        return self.held if self.held is not None and str(value) == str(self.held.pk) else super().to_python(value)


class ThemesField(TagField):
    """Themes' names, separated by commas and nothing else: one of several words needs no quotation marks."""

    def clean(self, value: Any) -> list[str]:
        # taggit parts words at spaces where it sees no comma
        return parse_tags(f"{forms.CharField.clean(self, value)},")


def _from_text(article: Article, name: str) -> dict[str, Any]:
    """What the page needs to offer proposals for a field: newsroom/desk/from-text.js."""
    return {
        "data-from-text": reverse("admin:articles_article_suggest_from_text", args=[article.pk, name]),
        "data-ask": _("Suggest from the text"),
        "data-none": _("The text gives nothing to suggest."),
        "data-put-back": _("Put back what was there"),
        "data-failed": _("No suggestion: the desk does not answer, or you are no longer signed in."),
    }


class ArticleForm(forms.ModelForm):
    """An article as the desk writes it. An empty slug is made from the title."""

    pictures = PicturesField()

    class Meta:
        model = Article
        fields = [*TEXT_FIELDS, *LINK_FIELDS, "tags", "title_proposed", "embargo_until"]
        field_classes = {
            "body": StoryTextField,
            "standfirst": PlainTextField,
            "source": HeldChoiceField,
            "tags": ThemesField,
            **dict.fromkeys(LINK_FIELDS, LinkedField),
        }
        widgets = {
            "body": StoryTextWidget,
            "standfirst": forms.Textarea(attrs={"rows": 3}),
            "title": forms.Textarea(attrs={"rows": 1, "class": "desk-title"}),
            "meta_description": SeenFromOutside(attrs={"rows": 2}),
            "tags": TagWidget(attrs={"class": "vTextField", "data-themes": ""}),
        }
        help_texts = {
            "slug": _("The last part of the address: a-z, 0-9 and hyphens. Leave it empty to make it from the title."),
            "tags": _("Separated by commas. “Défense” and “defense” are one theme."),
            "embargo_until": _("Nothing appears before this moment, whoever publishes."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        if isinstance(source := self.fields.get("source"), HeldChoiceField):
            source.held = self.instance.source
        if self.instance.pk:
            for name in FROM_TEXT.keys() & self.fields.keys():
                self.fields[name].widget.attrs |= _from_text(self.instance, name)
        if "tags" in self.fields:
            address = reverse("admin:articles_article_suggest", args=["themes"])
            self.fields["tags"].widget.attrs |= {
                "data-suggest": f"{address}?article={self.instance.pk or ''}",
                "data-label": _("Themes"),
                "data-remove": _("Take away “#”"),
            }

        if "pictures" in self.fields:
            self._set_up(self.fields["pictures"])

    def _set_up(self, pictures: Any) -> None:
        kept = self.instance.pk is not None
        pictures.initial = (lambda: placing.rows_of(self.instance)) if kept else []
        pictures.widget.text = self.instance.body
        pictures.widget.page = reverse("admin:articles_article_pictures", args=[self.instance.pk]) if kept else ""
        pictures.widget.uploads = reverse("admin:articles_picture_bring")
        pictures.widget.chooser = reverse("admin:articles_picture_choose")

    def clean_title(self) -> str:
        """On one line, whatever was pasted."""
        return " ".join(line.strip() for line in self.cleaned_data["title"].splitlines())

    def clean_tags(self) -> list[str]:
        """The themes' names: short enough for a theme, and with a letter or digit to tell it by."""
        names = self.cleaned_data["tags"]
        for name in names:
            MaxLengthValidator(Theme._meta.get_field("name").max_length)(name)
            if not fold(name):
                raise forms.ValidationError(RegexValidator.message, "invalid")
        return names

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        if "slug" in self.fields and "title" in values and self._slug_is_open(values):
            values["slug"] = Article.objects.free_slug(values["title"], for_article=self.instance)
        if values.get("pictures") and "body" in self.changed_data and "body" in values:
            values["pictures"] = self._following(values["pictures"], values["body"])
        return values

    def told(self) -> list[str]:
        """What became of entries that were chosen, where one is not what it was when the page was opened."""
        linked = (self.fields.get(name) for name in LINK_FIELDS)
        return [told for field in linked if isinstance(field, LinkedField) for told in field.told]

    def _following(self, rows: list[dict[str, Any]], body: str) -> list[dict[str, Any]]:
        """The rows in the text as it is now. A place that was left as it was follows its paragraph; another one, and
        those that the page's script has counted anew, are places in this text."""
        if self.fields["pictures"].widget.counted_anew(self.data, self.add_prefix("pictures")):
            return rows
        held = (
            {(row["picture"], row["position"]) for row in placing.rows_of(self.instance)}
            if self.instance.pk
            else set()
        )
        left = [row for row in rows if (row["picture"], row["position"]) in held]
        chosen = [row for row in rows if (row["picture"], row["position"]) not in held]
        return placing.in_order([*chosen, *placing.followed(left, self.initial.get("body", ""), body)])

    def _slug_is_open(self, values: dict[str, Any]) -> bool:
        """Whether the slug follows the title: it is empty, or was made while there was no title yet."""
        first_title = bool(self.instance.pk and not self.instance.title and values["title"])
        return not values.get("slug") or (first_title and "slug" not in self.changed_data)

    def _get_validation_exclusions(self) -> set[str]:
        """What cannot have become wrong: a source that the form's own field has looked up, a slug that is the same."""
        excluded = super()._get_validation_exclusions() | {"source"}  # type: ignore[misc]
        return excluded if "slug" in self.changed_data else excluded | {"slug"}

    def _save_m2m(self) -> None:
        """Write the links and themes that changed: a save of the text alone asks nothing about them."""
        for name in [*LINK_FIELDS, "tags"]:
            if name in self.changed_data and name in self.cleaned_data:
                field: Any = Article._meta.get_field(name)
                field.save_form_data(self.instance, self.cleaned_data[name])
        told = self.cleaned_data.get("pictures")
        if told is not None and ("pictures" in self.changed_data or (told and "body" in self.changed_data)):
            placing.put(self.instance, self.cleaned_data["pictures"])
