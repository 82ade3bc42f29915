"""Reports of the bare site."""

from django.db import models
from django.urls import reverse


class Named(models.Model):
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200, allow_unicode=True, unique=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class Branch(Named):
    pass


class Author(Named):
    pass


class Source(Named):
    pass


class Topic(Named):
    pass


class Article(models.Model):
    title = models.CharField(max_length=300)
    slug = models.SlugField(max_length=100, allow_unicode=True)
    summary = models.TextField()
    body = models.TextField()
    published = models.DateTimeField(db_index=True)
    branch = models.ForeignKey(Branch, models.PROTECT)
    author = models.ForeignKey(Author, models.PROTECT)
    source = models.ForeignKey(Source, models.PROTECT)
    topics = models.ManyToManyField(Topic)

    class Meta:
        ordering = ("-published",)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk, self.slug])
