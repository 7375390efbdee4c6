"""The article's form: what an editor may write, and the text's own editor."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator, RegexValidator
from django.utils.translation import gettext_lazy as _
from django_prose_editor.widgets import importmap
from js_asset import Media, Script
from taggit.forms import TagWidget

from articles.models import Article, Byline, BylineRole, Theme
from articles.models.story import LINK_FIELDS, TEXT_FIELDS
from articles.sanitising import clean_html
from partners.folding import fold


class StoryTextWidget(forms.Textarea):
    """The text as HTML, in an editor where there is JavaScript. A text that nobody touches is sent back as it came."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        labels = {"data-paragraph": _("Paragraph"), "data-caption": _("Caption")}
        super().__init__({"rows": 24, "data-story-editor": ""} | labels | (attrs or {}))

    @property
    def media(self) -> Media:
        return Media(
            importmap=importmap,
            css={
                "all": [
                    "django_prose_editor/material-icons.css",
                    "django_prose_editor/editor.css",
                    "django_prose_editor/overrides.css",
                ]
            },
            js=[
                Script("django_prose_editor/editor.js", type="module"),
                Script("newsroom/admin-editor.js", type="module"),
            ],
        )

    def use_required_attribute(self, initial: Any) -> bool:
        return False  # the editor hides the textarea, and a browser cannot point at what is hidden


class StoryTextField(forms.CharField):
    """HTML in, clean HTML out. Line ends as a browser sends them are no change."""

    widget = StoryTextWidget

    def to_python(self, value: Any) -> str:
        return clean_html(_line_ends(super().to_python(value) or ""))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return clean_html(_line_ends(data or "")).strip() != (initial or "").strip()


class PlainTextField(forms.CharField):
    """Text of several lines. Line ends as a browser sends them are no change."""

    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value: Any) -> str:
        return _line_ends(super().to_python(value) or "")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _line_ends(data or "").strip() != (initial or "").strip()


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


class ArticleForm(forms.ModelForm):
    """An article as the desk writes it. An empty slug is made from the title."""

    class Meta:
        model = Article
        fields = [*TEXT_FIELDS, *LINK_FIELDS, "tags", "title_proposed", "embargo_until"]
        field_classes = {"body": StoryTextField, "standfirst": PlainTextField}
        widgets = {
            "body": StoryTextWidget,
            "standfirst": forms.Textarea(attrs={"rows": 3}),
            "title": forms.TextInput(attrs={"class": "vTextField desk-title"}),
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
