"""Rows that are known by their names: two names that are equal folded are one row."""

from typing import Self

from django.db import IntegrityError, models

from partners.folding import fold


class Named(models.Model):
    """What sources and contributors have in common beside their fields `name` and `folded`."""

    name: "models.CharField[str, str]"
    folded: "models.CharField[str, str]"

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.prepare()
        super().save(*args, **kwargs)

    def prepare(self) -> None:
        """Set what follows from the name."""
        self.folded = fold(self.name)

    @classmethod
    def named(cls, name: str) -> Self:
        """The row of that name, made when it is new. Whoever makes it at the same moment is waited for.

        Raises IntegrityError where that one took something else of the new row's, as its slug: it works the next time.
        """
        name = " ".join(name.split())[:200]
        rows = cls._default_manager.filter(folded=fold(name))
        if held := rows.first():
            return held
        made = cls(name=name)
        made.prepare()
        cls._default_manager.bulk_create([made], ignore_conflicts=True)  # an error would end the whole transaction
        if held := rows.first():
            return held
        raise IntegrityError(f"{cls._meta.verbose_name}: {name}")
