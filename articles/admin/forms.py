"""The article's form: what an editor may write."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator, RegexValidator
from django.utils.translation import gettext_lazy as _
from taggit.forms import TagWidget

from articles.admin.story_text import StoryTextField, StoryTextWidget, line_ends
from articles.models import Article, Byline, BylineRole, Theme
from articles.models.story import LINK_FIELDS, TEXT_FIELDS
from partners.folding import fold


class PlainTextField(forms.CharField):
    """Text of several lines. Line ends as a browser sends them are no change."""

    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value: Any) -> str:
        return line_ends(super().to_python(value) or "")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return line_ends(data or "").strip() != (initial or "").strip()


class ArticleForm(forms.ModelForm):
    """An article as the desk writes it. An empty slug is made from the title."""

    class Meta:
        model = Article
        fields = [*TEXT_FIELDS, *LINK_FIELDS, "tags", "title_proposed", "embargo_until"]
        field_classes = {"body": StoryTextField, "standfirst": PlainTextField}
        widgets = {
            "body": StoryTextWidget,
            "standfirst": forms.Textarea(attrs={"rows": 3}),
            "title": forms.Textarea(attrs={"rows": 1, "class": "desk-title"}),
            "meta_description": forms.Textarea(attrs={"rows": 2}),
            "tags": TagWidget(attrs={"class": "vTextField"}),
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
        title = values.get("title")
        if "slug" in self.fields and not values.get("slug") and title:
            values["slug"] = Article.objects.free_slug(title, for_article=self.instance)
        return values


class BylineForm(forms.ModelForm):
    class Meta:
        model = Byline
        fields = ["contributor", "role", "place", "position"]

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        if values.get("role") == BylineRole.AUTHOR and values.get("contributor") is None:
            self.add_error("contributor", _("An author needs a name."))
        return values
