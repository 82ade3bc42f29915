"""What the browser tests do at the desk."""

from playwright.sync_api import Page

from articles.models import Article

READY = "() => window.editors && editors.id_body_ar && editors.id_body_en"


def open_editors(page: Page, url: str) -> None:
    """Go to a page with both languages' editors and wait until they stand."""
    page.goto(url)
    page.wait_for_function(READY)


def change_form(server, article: Article) -> str:
    return f"{server.url}/admin/articles/article/{article.pk}/change/"


def saved(page: Page, html: str, language: str = "ar") -> str:
    """What the editor writes after it was given this text."""
    return page.evaluate(
        "([html, name]) => { const editor = editors[name]; editor.setData(html); return editor.getData(); }",
        [html, f"id_body_{language}"],
    )


def data(page: Page, language: str = "ar") -> str:
    return page.evaluate("name => editors[name].getData()", f"id_body_{language}")


def select_all(page: Page, language: str = "ar") -> None:
    page.evaluate("name => { editors[name].focus(); editors[name].execute('selectAll'); }", f"id_body_{language}")
