"""Which columns of the desk exist once per language. State and dates do not: a Track holds them."""

from modeltranslation.translator import TranslationOptions, register

from articles.models import Article, Picture


@register(Article)
class ArticleTranslation(TranslationOptions):
    fields = ("title", "standfirst", "key_points", "body", "slug")


@register(Picture)
class PictureTranslation(TranslationOptions):
    fields = ("alt", "caption")
