"""What is brought to the import desk, and what its bringers say of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.core.files import File
from django.utils.translation import gettext_lazy as _

from articles.drafting import Options
from articles.models import Language, Rights, Source
from partners.fields import PartialDateFormField


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Cleans to a list of files. An empty file is taken: its reader says that it is empty, and names it."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[File]:
        given = data if isinstance(data, Sequence) else [data] if data else []
        return [super(SeveralFilesField, self).clean(file, initial) for file in given if file]


class OptionsForm(forms.Form):
    """What people know of a text. Where they say nothing, the text's own words count."""

    source = forms.CharField(
        label=_("Source"), required=False, max_length=Source._meta.get_field("name").max_length,
        help_text=_("The publisher or agency. Empty: as the text says."),
    )  # fmt: skip
    rights = forms.ChoiceField(label=_("Rights"), choices=Rights.choices, initial=Rights.UNKNOWN, required=False)
    published = PartialDateFormField(
        label=_("Date of the text"), required=False, help_text=_("As known: 2024, 2024-10 or 2024-10-17.")
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=[("", _("As the text says")), *Language.choices], required=False
    )

    def options(self) -> Options:
        """The options of a valid form."""
        values = self.cleaned_data
        return Options(
            source=values["source"].strip(),
            rights=Rights(values["rights"] or Rights.UNKNOWN),
            published=values["published"],
            language=values["language"],
        )

    @classmethod
    def showing(cls, options: Options) -> "OptionsForm":
        """The form as a page shows it, which also sends back what it has shown."""
        return cls(initial=options.as_json())

    def shown(self) -> list[tuple[str, str]]:
        """What the page shows in each field, by the names under which it comes back."""
        sent = self.data if self.is_bound else {}
        kept = {f"shown-{name}": self.initial.get(name) or "" for name in self.fields}
        return [(name, str(sent.get(name, value))) for name, value in kept.items()]

    def changed_options(self, kept: Options) -> Options:
        """The options of a valid form: the kept ones, save where this page says other than it has shown.

        So a page that was open all the while takes back nothing that somebody said on another one.
        """
        said = self.options()
        changed = {
            name: getattr(said, name)
            for name in self.fields
            if self.data.get(name, "") != self.data.get(f"shown-{name}", "")
        }
        return replace(kept, **changed)


class ArrivalForm(OptionsForm):
    """A pasted text, files, or both."""

    text = forms.CharField(
        label=_("Paste a text"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 9, "dir": "auto"})
    )
    uploads = SeveralFilesField(
        label=_("Or choose files"), required=False, allow_empty_file=True,
        help_text=_("Text, Markdown, web pages, Word documents or feeds; up to 500 files at once."),
    )  # fmt: skip

    field_order = ["text", "uploads"]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not values["text"].strip() and not values["uploads"]:
            raise forms.ValidationError(_("Paste a text or choose a file."), "nothing")
        return values
