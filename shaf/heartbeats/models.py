from django.db import models


class Heartbeat(models.Model):
    """The last time at which what `name` names happened, by the database's clock."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.at}"
