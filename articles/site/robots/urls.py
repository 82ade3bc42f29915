"""Outside the language prefix; shaf/urls.py includes them at the root."""

from django.urls import path

from articles.site.oai.views import oai
from articles.site.robots import sitemaps, texts

app_name = "machines"
urlpatterns = [
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>-<int:part>.xml", sitemaps.section, name="sitemap_section"),
    path("news-sitemap.xml", sitemaps.news, name="news_sitemap"),
    path("robots.txt", texts.robots, name="robots"),
    path("llms.txt", texts.llms, name="llms"),
    path("oai", oai, name="oai"),
    path(".well-known/security.txt", texts.security, name="security"),
]
