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

  // Word marks every run with a language and a direction. Only what differs from the text around it says anything.
  function plainer(page, language, direction) {
    for (const element of page.querySelectorAll("[lang]")) {
      const own = element.getAttribute("lang").toLowerCase().split("-")[0];
      if (own === language || !/\p{L}/u.test(element.textContent)) element.removeAttribute("lang");
      else element.setAttribute("lang", own);
    }
    for (const element of page.querySelectorAll("[dir]")) {
      const own = element.getAttribute("dir").toLowerCase();
      if (own === direction && !element.parentElement.closest("[dir]")) element.removeAttribute("dir");
      else element.setAttribute("dir", own);
    }
  }

  /* The HTML without anything that the editor could stumble over, and how many pictures of other sites were left out. */
  function cleaned(html, locale) {
    let pictures = 0;
    if (locale) {
      const page = new DOMParser().parseFromString(html, "text/html");
      plainer(page, locale.contentLanguage, locale.contentLanguageDirection);
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
          image.remove();
          pictures += 1;
        }
        changed = true;
      }
      if (!changed) return { html, pictures };
      html = page.documentElement.outerHTML;
    }
    // What does not settle was made to be read differently each time: its text is all that is wanted of it.
    const text = new DOMParser().parseFromString(html, "text/html").body.textContent;
    const holder = document.createElement("p");
    holder.textContent = text;
    return { html: holder.outerHTML, pictures };
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
        if (result.pictures) editor.fire("shaf:picturesLeftOut", result.pictures);
      },
      { priority: "highest" }
    );
    for (const processor of new Set([editor.data.processor, editor.data.htmlProcessor])) {
      const toView = processor.toView.bind(processor);
      processor.toView = (html) => toView(cleaned(html).html);
    }
  };
})();
