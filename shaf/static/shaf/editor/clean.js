/* Cleans HTML before the editor parses it, on every way in: what is pasted, what is dropped, what is loaded. The server's
   allow-list (articles/press/html/sanitise.py) comes before and after; this stands in between, where the server sees nothing. */
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
  // A picture comes along with its data, or in the rich text beside the HTML; another site's would neither show here nor be
  // stored, and nobody can read another page's blob.
  const PICTURE = /^(data:image\/(png|jpe?g|gif|webp);base64,|\/media\/[0-9a-f]{64}\.)/i;
  const OWN_BLOB = `blob:${location.origin}/`;
  const FILE = /^file:/i;
  // A picture of the rich text, as the editor finds them, and what it finds in place of a drawing (EMF, WMF), which no
  // browser shows: without it every later picture would move into the place of the one before.
  const RICH_PICTURE = /\{\\pict[\s\S]+?\\bliptag-?\d+(?:\\blipupi-?\d+)?(?:\{\\\*\\blipuid\s?[\da-fA-F]+)?[\s}]*?[\da-fA-F\s]+\}/g;
  const DRAWING = "{\\pict\\pngblip\\bliptag0 00}";
  const NO_PICTURE = "data:image/png;base64,AA==";
  const MARK = "data-shaf-picture";
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

  function richText(rtf) {
    return rtf.replace(RICH_PICTURE, (picture, offset) => {
      const shows = /\\(png|jpeg)blip/.test(picture);
      return shows || rtf.slice(Math.max(0, offset - 14), offset).includes("nonshppict") ? picture : DRAWING;
    });
  }

  const showable = (source) => PICTURE.test(source) || source.startsWith(OWN_BLOB);
  const kindOf = (source) => (/^(https?:)?\/\//i.test(source) ? "pictures" : "pictureFiles");
  const called = (image) => image.getAttribute("alt") || "";

  /* Of a pasted page: the pictures that may yet come with the rich text are marked, and all others without data go.
     Returns the marked ones: number → kind and place. */
  function pictures(page, left, hasRichText) {
    const waiting = new Map();
    // Word draws its pictures twice, and for one that is taken away here the editor would put in the other.
    const fromOffice = hasRichText || window.ShafPaste.isWord(page);
    for (const image of [...page.querySelectorAll("img")]) {
      const source = image.getAttribute("src") || "";
      if (showable(source) || source.startsWith(`${location.origin}/media/`)) continue;
      const place = window.ShafPaste.placeOf(image, called(image));
      if (fromOffice && source) {
        waiting.set(String(waiting.size), { kind: kindOf(source), place });
        image.setAttribute(MARK, waiting.size - 1);
        // So that the editor counts it.
        if (!FILE.test(source)) image.setAttribute("src", "file:///");
      } else {
        if (source || image.hasAttribute("alt")) left.add(kindOf(source), place);
        dropped(image);
      }
    }
    return waiting;
  }

  function dropped(image) {
    const figure = image.closest("figure");
    image.remove();
    if (figure && !figure.querySelector("img, table")) figure.replaceWith(...figure.childNodes);
  }

  /* The HTML without anything that the editor could stumble over. What is pasted comes with the editor's `locale`, and is
     also brought to the editor's markup; then there is a report of what was `left` out, and pictures may be `waiting`. */
  function cleaned(html, locale, hasRichText) {
    let left = null;
    let waiting = new Map();
    if (locale) {
      const page = new DOMParser().parseFromString(html, "text/html");
      left = window.ShafPaste.prepare(page, locale);
      waiting = pictures(page, left, hasRichText);
      html = page.documentElement.outerHTML;
    }
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const page = new DOMParser().parseFromString(html, "text/html");
      let changed = clean(page.documentElement);
      for (const image of page.querySelectorAll("img")) {
        let source = image.getAttribute("src") || "";
        if (source.startsWith(`${location.origin}/media/`)) source = source.slice(location.origin.length);
        if (showable(source) || image.hasAttribute(MARK)) {
          if (source === image.getAttribute("src")) continue;
          image.setAttribute("src", source);
        } else dropped(image);
        changed = true;
      }
      if (!changed) return { html, left, waiting };
      html = page.documentElement.outerHTML;
    }
    // What does not settle was made to be read differently each time: its text is all that is wanted of it.
    const text = new DOMParser().parseFromString(html, "text/html").body.textContent;
    const holder = document.createElement("p");
    holder.textContent = text;
    return { html: holder.outerHTML, left, waiting: new Map() };
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
    let pasted = null;
    editor.editing.view.document.on(
      "clipboardInput",
      (_event, data) => {
        pasted = null;
        const transfer = data.dataTransfer;
        const read = transfer.getData.bind(transfer);
        const html = read("text/html");
        if (!html) return;
        const rtf = richText(read("text/rtf") || "");
        pasted = cleaned(html, editor.locale, rtf.includes("\\pict"));
        pasted.own = Boolean(read("application/ckeditor5-editor-id"));
        const { html: clean } = pasted;
        transfer.getData = (type) => (type === "text/html" ? clean : type === "text/rtf" ? rtf : read(type));
      },
      { priority: "highest" }
    );
    editor.on("ready", () => {
      // After the editor took pictures out of the rich text, and before it uploads them.
      editor.plugins.get("ClipboardPipeline").on("inputTransformation", (_event, data) => said(data.content), { priority: 500 });
      // An address that is typed is straightened as one that is pasted.
      editor.commands.get("link").on(
        "execute",
        (_event, given) => {
          if (typeof given[0] === "string") given[0] = window.ShafPaste.straightened(given[0]) ?? given[0];
        },
        { priority: "highest" }
      );
    });

    function said(content) {
      if (!pasted) return;
      const { left, waiting, own } = pasted;
      pasted = null;
      const images = [...editor.editing.view.createRangeIn(content)].map(({ item }) => item).filter((item) => item.is("element", "img"));
      for (const image of new Set(images)) {
        const mark = image.getAttribute(MARK);
        const source = image.getAttribute("src") || "";
        image._removeAttribute(MARK);
        if (source !== NO_PICTURE && showable(source)) waiting.delete(mark);
        else {
          image._remove();
          if (mark === undefined) left.add("pictureFiles", {});
        }
      }
      for (const { kind, place } of waiting.values()) left.add(kind, place);
      if (left.found.size && !own) editor.fire("shaf:leftOut", left.found);
    }
    for (const processor of new Set([editor.data.processor, editor.data.htmlProcessor])) {
      const toView = processor.toView.bind(processor);
      processor.toView = (html) => toView(cleaned(html).html);
    }
  };
})();
