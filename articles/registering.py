"""Registry entries that an accepted proposal asks for: found again when they are there, else made from the text.

Nothing is made up. What the text does not say stays empty, and where it says too little for an entry, the entry is
left out and a remark says so. Every new row names the text and the passage as its source.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import journal, same_person
from articles.models import Language, Proposal
from partners.dates import PartialDate, in_order
from partners.folding import fold
from partners.kinds import MeetingKind, Portfolio
from partners.models import Country, Meeting, Office, Official, Organisation, Tenure

IN_OFFICE, ACTING = "in office", "acting"
# What ministerial meetings are called, whatever the words of the text ("les ministres … se réunissent").
MINISTERIALS: dict[str, tuple[str, str]] = {
    Portfolio.FOREIGN: ("Réunion des ministres des Affaires étrangères", "Meeting of Ministers of Foreign Affairs"),
    Portfolio.DEFENCE: ("Réunion des ministres de la Défense", "Meeting of Ministers of Defence"),
    Portfolio.INTERIOR: ("Réunion des ministres de l'Intérieur", "Meeting of Ministers of the Interior"),
    Portfolio.JUSTICE: ("Réunion des ministres de la Justice", "Meeting of Ministers of Justice"),
    Portfolio.FINANCE: ("Réunion des ministres des Finances", "Meeting of Ministers of Finance"),
}
# A meeting is called by a noun or by a name of its own: neither by a clause ("a reçu vendredi à Tallinn le général")
# nor by those who met ("les ministres de la Défense").
_MEETING_NOUN = re.compile(
    r"(?:l[ea]s?\s+|l['’]|une?\s+|the\s+|an?\s+)?(?:[\w'’-]+\s+){0,2}?(?:sommet|réunion|rencontre|conférence|exercice|"
    r"visite|entretiens?|dialogue|commission|conseil|comité|forum|session|cérémonie|consultations|pourparlers|"
    r"négociations|manœuvres|séminaire|atelier|table\s+ronde|colloque|opération|tournée|summit|meeting|conference|"
    r"exercise|visit|talks|council|committee|ceremony|negotiations|seminar|workshop|symposium|drill|cumbre|reunión)\b",
    re.IGNORECASE,
)
_THOSE_WHO_MET = re.compile(
    r"(?:les?\s+|the\s+)?(?:\w+\s+)?(?:ministres|chefs|dirigeants|ministers|leaders|chiefs)\b", re.IGNORECASE
)
# How a person stands in the office named, in words for the editor.
STANDINGS = {
    IN_OFFICE: gettext_lazy("in office"),
    ACTING: gettext_lazy("acting"),
    "former": gettext_lazy("former"),
    "designated": gettext_lazy("designated"),
    "late": gettext_lazy("late"),
}


class CannotRegister(Exception):
    """The registry cannot take what is proposed; the message says why and what to do."""


@dataclass(slots=True)
class Registered:
    """The entry that a proposal now stands for, and what an editor should know about how it came there."""

    entry: Model
    made: bool = False
    remarks: list[str] = field(default_factory=list)


def official_of(proposal: Proposal, *, by: User) -> Registered:
    """The official whom the proposal describes: the one of that name, else a new one with the office in the text.

    Raises CannotRegister when the name belongs to somebody from another country, or to several, while it is open
    whether it is another spelling of somebody's name, and when the user may not add officials.
    """
    described = proposal.data
    name = " ".join(str(described.get("name") or "").split())
    if not name or len(name) > 200:
        raise CannotRegister(_("“%(label)s”: the proposal has no usable name.") % {"label": proposal})
    country = Country.objects.filter(code=described.get("country") or "").first()
    _one_at_a_time(Official)
    found = _official_named(name, country)
    if found is not None:
        return Registered(found)
    if alike := same_person.questions([proposal]).get(proposal.pk):
        names = ", ".join(str(official) for official in alike)
        raise CannotRegister(_("Say first whether %(name)s is %(names)s.") % {"name": name, "names": names})
    _may_add(by, "official", name)
    official = Official.objects.create(name=name, country=country, source=evidence(proposal), confirmed=False)
    _note(official, proposal, by)
    return Registered(official, made=True, remarks=_give_office(official, proposal, by))


def _official_named(name: str, country: Country | None) -> Official | None:
    """The official of exactly that name, accents and case aside."""
    folded = fold(name)
    named = [
        official
        for official in Official.objects.matching(name).select_related("country")
        if folded in {fold(form) for form in (official.name, *official.other_names)}
    ]
    fitting = [o for o in named if o.country is None or country is None or o.country == country]
    if len(fitting) > 1:
        raise CannotRegister(_("Several officials are called %(name)s: link the right one by hand.") % {"name": name})
    if named and not fitting:
        raise CannotRegister(
            _("The registry has %(name)s from another country: link that one, or add a namesake, by hand.")
            % {"name": name}
        )
    return fitting[0] if fitting else None


def _give_office(official: Official, proposal: Proposal, by: User) -> list[str]:
    """Put the new official in the office that the text names, from and to dates that it does not tell.

    Returns what an editor should know when there is no such office or tenure.
    """
    standing = proposal.data.get("standing") or IN_OFFICE
    if standing not in {IN_OFFICE, ACTING}:
        return [
            _("%(name)s is not named as being in office (%(standing)s): no tenure was made.")
            % {"name": official, "standing": STANDINGS.get(standing, standing)}
        ]
    try:
        office = _office(proposal, by)
        tenure = Tenure(official=official, office=office, acting=standing == ACTING, source=evidence(proposal))
        tenure.clean()
    except (CannotRegister, ValidationError) as error:
        why = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        return [_("%(name)s was made without an office: %(why)s") % {"name": official, "why": why}]
    tenure.save()
    _note(tenure, proposal, by)
    return []


def _note(row: Model, proposal: Proposal, by: User) -> None:
    journal.note(by, row, "add", after=journal.values(row), summary=evidence(proposal))


def _office(proposal: Proposal, by: User) -> Office:
    """The office of that key, or of that title under the same owner; else a new one with the title in the text."""
    if not by.has_perm("partners.add_tenure"):
        raise CannotRegister(_("you may not add tenures."))
    described = proposal.data
    known = Office.objects.filter(key=described.get("office") or "").first()
    if known is not None:
        return known
    title = " ".join(str(described.get("office_title") or "").split())
    if not title or len(title) > 200:
        raise CannotRegister(_("the text gives no title that an office could bear."))
    organisation = Organisation.objects.filter(key=described.get("organisation") or "").first()
    country = Country.objects.filter(code=described.get("country") or "").first()
    if (organisation is None) == (country is None):
        raise CannotRegister(_("the text does not tell whose office “%(title)s” is.") % {"title": title})
    folded = fold(title)
    for office in Office.objects.filter(organisation=organisation, country=country):
        if folded in {fold(t) for t in (office.title_fr_m, office.title_fr_f, office.title_en, *office.aliases)}:
            return office
    if not by.has_perm("partners.add_office"):
        raise CannotRegister(_("you may not add offices."))
    office = Office.objects.create(
        title_fr_m=title,
        title_en=title if proposal.article.language == Language.ENGLISH else "",
        organisation=organisation,
        country=country,
        single_holder=False,  # the text does not say that one person at a time bears the title
        source=evidence(proposal),
    )
    _note(office, proposal, by)
    return office


def meeting_of(proposal: Proposal, *, by: User) -> Registered:
    """The meeting that the proposal describes: the one of that title, place and start, else a new one.

    Raises CannotRegister without a title, when several meetings fit, and when the user may not add meetings.
    """
    described = proposal.data
    title, other_title = _meeting_titles(proposal)
    if not title:
        raise CannotRegister(_("“%(label)s”: the proposal has no title.") % {"label": proposal})
    _one_at_a_time(Meeting)
    kind = described.get("kind")
    city = " ".join(str(described.get("place") or "").split())[:120]
    start, end = _date(described.get("start")), _date(described.get("end"))
    fitting = [
        meeting
        for meeting in Meeting.objects.matching(title)
        if fold(title) in {fold(meeting.title_fr), fold(meeting.title_en)}
        and fold(city) in ({fold(meeting.city), fold(meeting.city_en)} - {""} or {""})
        and _same_start(meeting.start, start)
    ]
    if len(fitting) > 1:
        raise CannotRegister(_("Several meetings fit “%(title)s”: link the right one by hand.") % {"title": title})
    if fitting:
        return Registered(fitting[0])
    _may_add(by, "meeting", title)
    portfolio = described.get("portfolio")
    meeting = Meeting.objects.create(
        kind=kind if kind in set(MeetingKind) else MeetingKind.OTHER,
        portfolio=portfolio if portfolio in set(Portfolio) else "",
        title_fr=title,
        title_en=other_title,
        organiser=Organisation.objects.filter(key=described.get("organiser") or "").first(),
        city=city,
        start=start,
        end=end if in_order(start, end) else None,
        source=evidence(proposal),
        confirmed=False,  # what an unpublished text says stays with the desk
    )
    _note(meeting, proposal, by)
    return Registered(meeting, made=True)


def _meeting_titles(proposal: Proposal) -> tuple[str, str]:
    """The meeting's titles in French and English: a dated ministerial's usual ones, else the text's name for it.

    What is no name, such as a clause, gives its kind and place. Raises CannotRegister where even its date is missing.
    """
    described = proposal.data
    portfolio = described.get("portfolio")
    if described.get("kind") == MeetingKind.MINISTERIAL and described.get("start") and portfolio in MINISTERIALS:
        return MINISTERIALS[portfolio]
    words = " ".join(str(described.get("title") or "").split())[:250]
    clause = words[:1].islower() and not _MEETING_NOUN.match(words)
    if words and (clause or _THOSE_WHO_MET.match(words)):
        if not described.get("start"):
            # A kind and a place alone would make one meeting of all those that no text dates.
            raise CannotRegister(
                _("“%(label)s”: the text neither names nor dates this meeting; link it or add it by hand.")
                % {"label": proposal}
            )
        return _composed_title("fr", described), _composed_title("en", described)
    title = words[:1].upper() + words[1:]
    return title, title if proposal.article.language == Language.ENGLISH else ""


def _composed_title(language: str, described: dict[str, Any]) -> str:
    """The kind of meeting and its place, in that language."""
    kinds = dict(Meeting.KINDS)
    with translation.override(language):
        kind = str(kinds.get(str(described.get("kind")), kinds[MeetingKind.OTHER]))
    return ", ".join(filter(None, [kind, " ".join(str(described.get("place") or "").split())]))[:250]


def _same_start(held: PartialDate | None, named: PartialDate | None) -> bool:
    """Whether both begin on what can be one day; a meeting without a date is like none that has one."""
    if held is None or named is None:
        return held is named
    return held.may_be(named)


def _date(text: object) -> PartialDate | None:
    try:
        return PartialDate.parse(str(text)) if text else None
    except ValueError:
        return None


def _one_at_a_time(model: type[Model]) -> None:
    """Hold others who would add to that table until the transaction ends: two editors never add one entry twice."""
    ContentType.objects.select_for_update().get(pk=ContentType.objects.get_for_model(model).pk)


def _may_add(by: User, model: str, name: str) -> None:
    if not by.has_perm(f"partners.add_{model}"):
        raise CannotRegister(
            _("“%(name)s” is not in the registry, and you may not add to it: ask a registry keeper.") % {"name": name}
        )


def evidence(proposal: Proposal) -> str:
    """Where a new row comes from: the text's name and the passage."""
    passage = " ".join(proposal.passage.split())
    return f"{proposal.source_text.name}: « {passage} »"
