"""Pages of the bare site."""

from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.feedgenerator import Atom1Feed
from django.views.generic import ListView

from tests.benchmarks.bare.models import Article, Branch, Topic
from tests.benchmarks.bare.search import find

PAGE, RECENT, FOUND = 20, 5, 10
LISTED = Article.objects.select_related("branch", "author", "source").defer("body")


def article(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    found = get_object_or_404(Article.objects.select_related("branch", "author", "source"), pk=pk)
    recent = Article.objects.only("title", "slug", "published").exclude(pk=pk)[:RECENT]
    return render(request, "bare/article.html", {"article": found, "recent": recent})


class Articles(ListView):
    queryset = LISTED
    paginate_by = PAGE
    template_name = "bare/list.html"
    extra_context = {"heading": "كل التقارير"}


class OfBranch(Articles):
    def get_queryset(self) -> QuerySet[Article]:
        self.entry = get_object_or_404(Branch, slug=self.kwargs["slug"])
        return LISTED.filter(branch=self.entry)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(heading=self.entry.name, **context)


class OfTopic(OfBranch):
    def get_queryset(self) -> QuerySet[Article]:
        self.entry = get_object_or_404(Topic, slug=self.kwargs["slug"])
        return LISTED.filter(topics=self.entry)


def home(request: HttpRequest) -> HttpResponse:
    return render(request, "bare/list.html", {"object_list": LISTED[:PAGE], "heading": "أحدث التقارير"})


def search(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("q", "")
    context = {"object_list": find(asked, FOUND) if asked else [], "heading": asked}
    return render(request, "bare/list.html", context)


class Rss(Feed):
    title = "مركز الدراسات"
    link = "/"
    description = "أحدث التقارير"

    def items(self) -> QuerySet[Article]:
        return Article.objects.select_related("author")[:PAGE]

    def item_title(self, item: Article) -> str:
        return item.title

    def item_description(self, item: Article) -> str:
        return item.body

    def item_author_name(self, item: Article) -> str:
        return item.author.name

    def item_pubdate(self, item: Article) -> Any:
        return item.published


class Atom(Rss):
    feed_type = Atom1Feed
    subtitle = Rss.description


def json_feed(request: HttpRequest) -> JsonResponse:
    """JSON Feed 1.1."""
    items = [
        {
            "id": str(item.pk),
            "url": request.build_absolute_uri(item.get_absolute_url()),
            "title": item.title,
            "content_html": item.body,
            "date_published": item.published.isoformat(),
            "authors": [{"name": item.author.name}],
        }
        for item in Article.objects.select_related("author")[:PAGE]
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": Rss.title, "items": items}
    return JsonResponse(feed, json_dumps_params={"ensure_ascii": False}, content_type="application/feed+json")
