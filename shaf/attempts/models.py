from django.db import models


class Attempts(models.Model):
    """What one name or address has tried of one kind, as a leaky bucket: at `empty_at` all of it is forgotten.

    Each attempt moves that time ahead by as long as one takes to be forgotten. `who` is a keyed hash: a copy of this
    table tells nobody's name or address.
    """

    what = models.CharField(max_length=20)
    who = models.CharField(max_length=64)
    empty_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["what", "who"], name="attempts_unique")]

    def __str__(self) -> str:
        return f"{self.what} {self.who}"
