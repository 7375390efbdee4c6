"""What a step asks: a reason, a moment, and of changes to a public text of which kind they are."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import publishing
from articles.admin.moments import MomentField
from articles.models import Kind
from articles.moments import with_offset

# The mildest first; each with what it is for.
KINDS = [
    (Kind.SILENT, gettext_lazy("Silent fix: a slip of the pen or of typography. Readers are told nothing.")),
    (Kind.UPDATE, gettext_lazy("Update: something new has come. Readers see when, and the note if there is one.")),
    (Kind.CLARIFICATION, gettext_lazy("Clarification: it was right, and could be misunderstood.")),
    (Kind.CORRECTION, gettext_lazy("Correction: something was wrong.")),
]


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3, "cols": 60})
    )


class MomentForm(forms.Form):
    at = MomentField(label=gettext_lazy("Moment"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].help_text = _("The newsroom's local time; it is now %(now)s.") % {
            "now": with_offset(timezone.now())
        }


class ChangeForm(forms.Form):
    """Which kind of change it is to the readers who have the text before them; nothing is chosen beforehand."""

    kind = forms.ChoiceField(label=gettext_lazy("What kind of change is it?"), choices=KINDS, widget=forms.RadioSelect)
    note = forms.CharField(
        label=gettext_lazy("Note to readers"),
        required=False,
        max_length=1000,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
        help_text=gettext_lazy(
            "What was changed and why, written for readers. The old and the new passage are shown with it."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse what publishing would refuse of the kind and the note together."""
        values = super().clean() or self.cleaned_data
        if "kind" in values:
            values["kind"] = Kind(values["kind"])
            try:
                publishing.refuse_kind(values["kind"], values.get("note", ""), seen=True, shown=True)
            except publishing.Refused as refusal:
                self.add_error("note", str(refusal))
        return values


class ChangeAtForm(ChangeForm, MomentForm):
    """The same, for changes that appear at a moment."""

    field_order = ["at", "kind", "note"]


class NoticeForm(ChangeForm):
    """How readers are told of a silent edit after all."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].label = _("What is it to readers?")
        self.fields["kind"].choices = [(kind, label) for kind, label in KINDS if kind in publishing.NOTICES]  # type: ignore[attr-defined]
