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


def paste(page: Page, html: str, language: str = "ar", rtf: str = "") -> None:
    _hand_over(page, "paste", html, language, rtf)


def drop(page: Page, html: str, language: str = "ar") -> None:
    """Drop HTML from elsewhere at the end of the text."""
    _hand_over(page, "drop", html, language)


def _hand_over(page: Page, kind: str, html: str, language: str, rtf: str = "") -> None:
    page.evaluate(
        """([kind, html, field, rtf]) => {
            const transfer = new DataTransfer();
            transfer.setData("text/html", html);
            transfer.setData("text/plain", "text");
            if (rtf) transfer.setData("text/rtf", rtf);
            const editable = document.querySelector(`.field-body_${field} .ck-editor__editable`);
            const { x, y, width } = editable.lastElementChild.getBoundingClientRect();
            const options = { bubbles: true, cancelable: true, clientX: x + width / 2, clientY: y + 5 };
            editable.dispatchEvent(
                kind === "paste"
                    ? new ClipboardEvent("paste", { ...options, clipboardData: transfer })
                    : new DragEvent("drop", { ...options, dataTransfer: transfer })
            );
        }""",
        [kind, html, language, rtf],
    )


def press(page: Page, language: str, label: str) -> None:
    """Press a button of the toolbar, wherever it stands in it."""
    toolbar = page.locator(f".field-body_{language} .ck-toolbar").first
    button = page.locator(f'button[data-cke-tooltip-text^="{label}"]').locator("visible=true")
    if not button.count():
        toolbar.locator(".ck-toolbar__grouped-dropdown > button").click()
    button.first.click()
