"""Which columns of the register exist once per language."""

from modeltranslation.translator import TranslationOptions, register

from authors import models


@register(models.Branch)
class BranchTranslation(TranslationOptions):
    fields = ("name", "slug", "city", "description", "contact")


@register(models.Author)
class AuthorTranslation(TranslationOptions):
    fields = ("name", "slug", "honorific", "given_name", "family_name", "position", "biography")


@register(models.Source)
class SourceTranslation(TranslationOptions):
    fields = ("name", "slug", "disclaimer")


@register(models.Topic)
class TopicTranslation(TranslationOptions):
    fields = ("name", "slug")


@register(models.Series)
class SeriesTranslation(TranslationOptions):
    fields = ("name", "slug")


@register(models.ReportType)
class ReportTypeTranslation(TranslationOptions):
    fields = ("name", "slug", "template")


@register(models.Page)
class PageTranslation(TranslationOptions):
    fields = ("name", "slug", "body")
