/* Cleans HTML before the editor parses it, on every way in: what is pasted, what is dropped, what is loaded. The server's
   allow-list (articles/press/sanitise.py) comes before and after; this stands in between, where the server sees nothing. */
"use strict";
window.ShafCleanInput = (() => {
  // What carries meaning: emphasis as browsers and word processors write it, and Word's lists, which are styles alone.
  const PROPERTIES = new Set([
    "font-weight", "font-style", "text-decoration", "text-decoration-line", "vertical-align", "text-align", "direction",
    "list-style-type", "margin-left", "margin-right", "text-indent", "white-space", "display",
    "mso-list", "mso-level-number-format", "mso-spacerun", "mso-tab-count", "mso-element", "mso-special-character",
  ]);
  const VALUE = /^[\w\s.,%#'"+-]*$/;
  const GONE =
    "script,template,noscript,iframe,frame,object,embed,applet,svg,math,xmp,noembed,noframes,plaintext,textarea,title,base,link,video,audio";
  // A picture comes along as a file or with its data; another site's would neither show here nor be stored.
  const PICTURE = /^(data:image\/|blob:|file:|\/media\/[0-9a-f]{64}\.)/i;
  const ATTEMPTS = 3;

  function declarations(style) {
    return style
      .split(";")
      .map((declaration) => {
        const colon = declaration.indexOf(":");
        return [declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim()];
      })
      .filter(([property, value]) => PROPERTIES.has(property) && VALUE.test(value))
      .map(([property, value]) => `${property}:${value}`)
      .join(";");
  }

  function clean(element) {
    let changed = false;
    for (const unwanted of element.querySelectorAll(GONE)) {
      unwanted.remove();
      changed = true;
    }
    for (const any of element.querySelectorAll("*")) {
      for (const { name } of [...any.attributes]) {
        if (!name.startsWith("on")) continue;
        any.removeAttribute(name);
        changed = true;
      }
    }
    for (const styled of element.querySelectorAll("[style]")) {
      const before = styled.getAttribute("style");
      const after = declarations(before);
      if (after === before) continue;
      if (after) styled.setAttribute("style", after);
      else styled.removeAttribute("style");
      changed = true;
    }
    return changed;
  }

  /* The HTML without anything that the editor could stumble over, and how many of what was left out. What is pasted comes
     with the editor's `locale`, and is also brought to the editor's markup. */
  function cleaned(html, locale) {
    let pictures = 0;
    let left = new Map();
    if (locale) {
      const page = new DOMParser().parseFromString(html, "text/html");
      left = window.ShafPaste.prepare(page, locale);
      html = page.documentElement.outerHTML;
    }
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const page = new DOMParser().parseFromString(html, "text/html");
      let changed = clean(page.documentElement);
      for (const image of page.querySelectorAll("img")) {
        let source = image.getAttribute("src") || "";
        if (source.startsWith(`${location.origin}/media/`)) source = source.slice(location.origin.length);
        if (PICTURE.test(source)) {
          if (source === image.getAttribute("src")) continue;
          image.setAttribute("src", source);
        } else {
          const figure = image.closest("figure");
          image.remove();
          if (figure && !figure.querySelector("img, table")) figure.replaceWith(...figure.childNodes);
          pictures += 1;
        }
        changed = true;
      }
      if (!changed) return { html, left: pictures ? new Map([["pictures", pictures], ...left]) : left };
      html = page.documentElement.outerHTML;
    }
    // What does not settle was made to be read differently each time: its text is all that is wanted of it.
    const text = new DOMParser().parseFromString(html, "text/html").body.textContent;
    const holder = document.createElement("p");
    holder.textContent = text;
    return { html: holder.outerHTML, left };
  }

  // Word says in a style sheet which of its lists have bullets and which have numbers. Under the policy of the page a sheet
  // inside pasted HTML has no rules, and the editor would number them all; a sheet built by a script may be read.
  const sheet = Object.getOwnPropertyDescriptor(HTMLStyleElement.prototype, "sheet");
  Object.defineProperty(HTMLStyleElement.prototype, "sheet", {
    ...sheet,
    get() {
      const own = sheet.get.call(this);
      if (own?.cssRules.length || this.ownerDocument === document) return own;
      const built = new CSSStyleSheet();
      built.replaceSync(`${this.textContent}\np {}`);
      return built;
    },
  });

  return function ShafCleanInput(editor) {
    editor.editing.view.document.on(
      "clipboardInput",
      (event, data) => {
        const transfer = data.dataTransfer;
        const read = transfer.getData.bind(transfer);
        const html = read("text/html");
        if (!html) return;
        const result = cleaned(html, editor.locale);
        transfer.getData = (type) => (type === "text/html" ? result.html : read(type));
        if (result.left.size && !read("application/ckeditor5-editor-id")) editor.fire("shaf:leftOut", result.left);
      },
      { priority: "highest" }
    );
    for (const processor of new Set([editor.data.processor, editor.data.htmlProcessor])) {
      const toView = processor.toView.bind(processor);
      processor.toView = (html) => toView(cleaned(html).html);
    }
  };
})();
