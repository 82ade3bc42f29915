"""Which columns of the desk exist once per language. State and dates do not: a Track holds them."""

from modeltranslation.translator import TranslationOptions, register

from articles.desk.article.fields import ON_ARTICLE
from articles.models import Article, Picture, ReportFile


@register(Article)
class ArticleTranslation(TranslationOptions):
    fields = tuple(field.name for field in ON_ARTICLE)


@register(Picture)
class PictureTranslation(TranslationOptions):
    fields = ("alt", "caption")


@register(ReportFile)
class ReportFileTranslation(TranslationOptions):
    fields = ("title",)
