"""The library of pictures: what comes in, what is known already, where each is used, what goes."""

import hashlib
import re
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from articles import journal, publishing, renditions
from articles.models import Article, Edition, Picture
from articles.picture_files import MOST_BYTES, TOO_MANY_BYTES, BadPicture, Master, master

_CONTROLS = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


@dataclass
class HeldAlready(Exception):
    """The same file is in the library: `picture` is it."""

    picture: Picture


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that may come in: its name, the SHA-256 of its bytes, and our own copy of the picture."""

    name: str
    sha256: str
    master: Master


def bring(file: UploadedFile, *, by: User, **words: Any) -> Picture:
    """Take a file into the library, with what is said of it. Raises what `examine` and `keep` do."""
    publishing.require(by, "articles.add_picture")
    return keep(examine(file), by=by, **words)


def examine(file: UploadedFile) -> Examined:
    """See whether a file can come in; nothing is written.

    Raises HeldAlready, and publishing.Refused with the file's name, the reason and what to do.
    """
    name = _CONTROLS.sub("", file.name or "").rpartition("/")[2][-200:] or _("picture")
    if (file.size or 0) > MOST_BYTES:
        raise _refused(name, TOO_MANY_BYTES)
    data = file.read()
    digest = hashlib.sha256(data).hexdigest()
    if held := Picture.objects.filter(sha256=digest).first():
        raise HeldAlready(held)
    try:
        made = master(data, name)
    except BadPicture as refusal:
        raise _refused(name, refusal) from refusal
    return Examined(name, digest, made)


def keep(examined: Examined, *, by: User, **words: Any) -> Picture:
    """Put an examined file into the library, with what is said of it.

    Raises PermissionDenied, HeldAlready, and ValidationError for words that cannot stand.
    """
    publishing.require(by, "articles.add_picture")
    made, digest = examined.master, examined.sha256
    picture = Picture(name=examined.name, sha256=digest, width=made.width, height=made.height, uploaded_by=by, **words)
    picture.full_clean(exclude=["file"])
    picture.file.save(f"master.{made.end}", ContentFile(made.data), save=False)
    try:
        with transaction.atomic():
            picture.save()
    except IntegrityError as error:
        renditions.forget(picture)
        if held := Picture.objects.filter(sha256=digest).first():  # two people brought it at once
            raise HeldAlready(held) from error
        raise
    return picture


def _refused(name: str, reason: object) -> publishing.Refused:
    return publishing.Refused(_("“%(name)s” is not taken in. %(reason)s") % {"name": name, "reason": reason})


def search(words: str) -> QuerySet[Picture]:
    """Pictures of which all those words are said, in any order; newest first."""
    found = Picture.objects.all()
    for word in words.replace("\0", "").split()[:10]:
        said = Q(caption__icontains=word) | Q(alt__icontains=word) | Q(credit__icontains=word)
        found = found.filter(said | Q(name__icontains=word) | Q(portraits__official__name__icontains=word))
    return found.distinct()


@dataclass(frozen=True, slots=True)
class Uses:
    """Where a picture stands: in articles at the desk, in editions that readers see, in older ones, as a portrait."""

    articles: list[Article]
    public: list[Edition]
    earlier: list[Edition]
    portraits: list[Any]

    def __bool__(self) -> bool:
        return bool(self.articles or self.public or self.earlier or self.portraits)


def uses_of(picture: Picture) -> Uses:
    """Where the picture is used."""
    places = Edition.objects.filter(pictures__picture=picture).distinct().defer("body", "standfirst")
    public = list(places.public())
    return Uses(
        list(Article.objects.filter(pictures__picture=picture).distinct().defer("body", "standfirst")),
        public,
        [edition for edition in places if edition not in public],
        [portrait.official for portrait in picture.portraits.select_related("official")],
    )


def may_change(user: Any, picture: Picture) -> bool:
    """Whether the user may change what the library says of the picture.

    Who brought it may, until readers have seen it: the focal point decides what they see of it.
    """
    if user.has_perm("articles.change_picture"):
        return True
    own = picture.uploaded_by_id == user.pk and user.has_perm("articles.add_picture")
    return own and not Picture.objects.once_public().filter(pk=picture.pk).exists()


def complete(picture: Picture, *, by: User, caption: str, caption_language: str, credit: str) -> None:
    """Fill in what the library lacks of a picture that has got a caption, where the user may."""
    said = {} if picture.caption else {"caption": caption, "caption_language": caption_language}
    said |= {} if picture.credit else {"credit": credit}
    before = {name: getattr(picture, name) for name in said}
    if said == before or not may_change(by, picture):
        return
    for name, value in said.items():
        setattr(picture, name, value)
    picture.save(update_fields=[*said])
    journal.note(by, picture, "change", before=before, after=said)


def throw_away(picture: Picture) -> None:
    """Delete a picture that nothing uses, with its files. Raises ValidationError where something does."""
    if not Picture.objects.unused().filter(pk=picture.pk).exists():
        raise ValidationError(_("“%(picture)s” is used: it cannot be deleted.") % {"picture": picture})
    held = Picture.objects.get(pk=picture.pk)
    with transaction.atomic():
        picture.delete()
        transaction.on_commit(lambda: renditions.forget(held))
