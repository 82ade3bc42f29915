/* What comes from a word processor or a web page, brought to the editor's markup before the editor reads it, and a list of
   what was left out, with its places. Letters, digits and quotation marks are never touched. */
"use strict";
window.ShafPaste = (() => {
  const EMBEDDED = "iframe, frame, video, audio, object, embed, applet, canvas";
  const FORM = "input:not([type=hidden]), select, textarea, button";
  const LOOKS = /(^|;)\s*(color|background|background-color|font|font-family|font-size)\s*:/i;
  const INLINE = "a, b, strong, i, em, u, s, span, font, sup, sub, mark, small, cite, q";
  const BLANK = /^[\s\u00a0]*$/;

  // Under the policy of the page a pasted style is text: the browser applies none, and its properties cannot be asked for.
  const styleOf = (element, property) => {
    const found = (element.getAttribute("style") || "").match(new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*)`, "i"));
    return found ? found[1].trim().toLowerCase() : "";
  };
  const unstyle = (element, property) => {
    const style = element.getAttribute("style");
    if (style) element.setAttribute("style", style.replace(new RegExp(`(^|;)\\s*${property}\\s*:[^;]*`, "gi"), "$1"));
  };
  const textOf = (node) => node.textContent;
  const unwrap = (element) => element.replaceWith(...element.childNodes);

  // What was left out: Map of kind → places, each the words before it and, where it had any, its own.

  const BLOCK = "p, h1, h2, h3, h4, h5, h6, li, td, th, div, figcaption, blockquote, body";
  const PLACE_WORDS = 5;
  const MOST_CHARACTERS = 200;
  const shown = (text, most = 60) => {
    const words = text.replace(/\s+/g, " ").trim();
    return words.length > most ? `${words.slice(0, most - 1)}…` : words;
  };

  function placeOf(node, what = "") {
    const walker = node.ownerDocument.createTreeWalker(node.ownerDocument.body, NodeFilter.SHOW_TEXT);
    walker.currentNode = node;
    let [text, block] = ["", null];
    for (let earlier = walker.previousNode(); earlier && text.length < MOST_CHARACTERS; earlier = walker.previousNode()) {
      const own = earlier.parentElement.closest(BLOCK);
      if (text.trim() && own !== block) break;
      block = own;
      text = (BLANK.test(earlier.data) ? " " : earlier.data) + text;
    }
    return { after: shown(text.trim().split(/\s+/).slice(-PLACE_WORDS).join(" "), 120), what: shown(what) };
  }

  function report() {
    const found = new Map();
    const add = (kind, ...places) => places.length && found.set(kind, [...(found.get(kind) || []), ...places]);
    return { found, add, at: (kind, node, what) => add(kind, placeOf(node, what)) };
  }

  // Addresses: as the server straightens them (shaf/text/web_address.py); null for one that may not be linked to.

  const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
  const EDGES = /^[\s\u200c\u200d]+|[\s\u200c\u200d]+$/g;
  const NUMBER = /^[+*#().-]*[0-9][0-9+*#().-]*(;[\w=.+-]+)*$/;
  const escaped = (text) => text.replace(/\s/g, "%20").replace(/[\u200c\u200d]/g, encodeURIComponent);
  const latinDigits = (text) => text.replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15);

  function straightened(address) {
    const text = address.replace(UNSEEN, "").replace(EDGES, "");
    const [before, scheme] = text.match(/^([a-z][a-z0-9+.-]*):/i) || [];
    if (!scheme) return /^(#|\/(?![/\\]))/.test(text) ? escaped(text) : null;
    const rest = text.slice(before.length);
    switch (scheme.toLowerCase()) {
      case "tel": {
        const number = latinDigits(rest).replace(/[\s\u200c\u200d]/g, "");
        return NUMBER.test(number) ? before + number : null;
      }
      case "mailto": {
        const [people, ...letter] = rest.split("?");
        const plain = [people.replace(/\s/g, ""), ...letter].join("?");
        return plain.replace("?", "") ? before + escaped(plain) : null;
      }
      case "http":
      case "https": {
        const [, host] = rest.match(/^\/\/([^/?#]*)/) || ["", ""];
        const torn = /\s/.test(text) && /["<>]/.test(text);
        return escaped(host) === host && !torn ? escaped(text) : null;
      }
      default:
        return null;
    }
  }

  // Tracked changes: as if all were accepted.

  const isWord = (page) =>
    /Microsoft Word/i.test(page.querySelector("meta[name=Generator i]")?.content || "") || /office:word/i.test(page.documentElement.getAttribute("xmlns:w") || "");

  function tracked(page, left) {
    const word = isWord(page);
    const marked = (element) => word || element.matches("[cite], [datetime], .msoDel *, .msoIns *");
    let last = null;
    for (const gone of [...page.querySelectorAll("del, .msoDel")].filter((element) => marked(element) || element.matches(".msoDel"))) {
      if (!gone.isConnected) continue;
      const words = textOf(gone);
      // A word processor tears one deletion into as many as there are kinds of letters in it.
      const goesOn = last && last.parent === gone.parentNode && last.next === gone;
      if (goesOn) {
        last.words += words;
        last.place.what = shown(last.words);
      } else if (!BLANK.test(words) || gone.querySelector("img, table")) {
        const place = placeOf(gone, words);
        left.add("deleted", place);
        last = { place, words };
      } else last = null;
      for (const link of gone.querySelectorAll("a[href*='#_ftn'], a[href*='#_edn']")) {
        page.getElementById(link.getAttribute("href").split("#_").pop())?.remove();
      }
      if (last) Object.assign(last, { parent: gone.parentNode, next: gone.nextSibling });
      gone.remove();
    }
    for (const added of [...page.querySelectorAll("ins, .msoIns")].filter((element) => marked(element) || element.matches(".msoIns"))) {
      if (added.matches("ins") && !BLANK.test(textOf(added))) left.at("inserted", added, textOf(added));
      unwrap(added);
    }
  }

  // Lists of Word on the web: a list a line, with the level in an attribute.

  function onlineLists(page) {
    for (const wrapper of page.querySelectorAll(".ListContainerWrapper")) {
      if (wrapper.previousElementSibling?.matches(".ListContainerWrapper, ul.shaf-list, ol.shaf-list")) continue;
      const items = [];
      for (let next = wrapper; next?.matches(".ListContainerWrapper"); next = next.nextElementSibling) items.push(...next.querySelectorAll("li"));
      const stack = [];
      for (const item of items) {
        const level = Number(item.getAttribute("data-aria-level") || item.getAttribute("aria-level") || 1);
        const kind = item.parentElement.localName;
        stack.length = Math.min(stack.length, level);
        if (stack.length && stack.length === level && stack.at(-1).localName !== kind) stack.length -= 1;
        if (stack.length < level || !stack.length) {
          const list = page.createElement(kind);
          if (stack.length) (stack.at(-1).lastElementChild || stack.at(-1)).append(list);
          else wrapper.before(list);
          stack.push(list);
        }
        stack.at(-1).append(item);
      }
    }
    for (const wrapper of page.querySelectorAll(".ListContainerWrapper")) wrapper.remove();
  }

  // What is left out, and what only looked like something

  function comments(page, left) {
    const found = [...page.querySelectorAll("[style]")].filter((element) => /mso-element:\s*comment(?!-)/i.test(element.getAttribute("style")));
    const whole = found.filter((element) => !found.some((other) => other !== element && other.contains(element)));
    const marks = [...page.querySelectorAll("a.msocomanchor")].filter((mark) => !whole.some((comment) => comment.contains(mark)));
    for (const [n, comment] of whole.entries()) {
      const name = comment.querySelector("a[name^='_msocom']")?.getAttribute("name");
      const mark = (name && page.querySelector(`a[href$='#${name}']`)) || (marks.length === whole.length && marks[n]) || comment;
      left.at("comments", mark, textOf(comment).replace(/^\s*\[[^\]]*\]/, ""));
    }
    for (const element of page.querySelectorAll("[style*='mso-element:comment'], [style*='mso-comment-reference'], .MsoCommentReference")) {
      if (/mso-comment-reference/i.test(element.getAttribute("style") || "") && !element.querySelector(".MsoCommentReference")) unwrap(element);
      else element.remove();
    }
    for (const note of page.querySelectorAll("a[href^='#cmnt']")) {
      if (/^#cmnt\d/.test(note.getAttribute("href"))) {
        const comment = page.getElementById(note.getAttribute("href").slice(1))?.closest("div");
        left.at("comments", note, comment ? textOf(comment).replace(/^\s*\[[^\]]*\]/, "") : "");
      }
      (note.getAttribute("href").startsWith("#cmnt_ref") ? note.closest("div") || note : note.closest("sup") || note).remove();
    }
  }

  function leaveOut(page, left) {
    const drawings = [...page.querySelectorAll("svg")].filter((drawing) => drawing.querySelector("text") || Number(drawing.getAttribute("width")) >= 100);
    const outermost = [...page.querySelectorAll(EMBEDDED)].filter((element) => !element.parentElement.closest(EMBEDDED));
    for (const element of [...outermost, ...drawings]) left.at("embedded", element, element.getAttribute("src") || element.getAttribute("data") || "");
    for (const formula of page.querySelectorAll("math")) left.at("formulas", formula, textOf(formula));
    for (const script of page.body.querySelectorAll("script")) left.at("scripts", script);
    for (const field of page.querySelectorAll(FORM)) {
      left.at("forms", field, field.value || field.textContent);
      field.remove();
    }
    for (const hidden of page.querySelectorAll("[hidden], [style*='display:none'], [style*='display: none'], [style*='mso-hide:all']")) {
      if (hidden.isConnected && !BLANK.test(textOf(hidden))) left.at("hidden", hidden, textOf(hidden));
      hidden.remove();
    }
    if ([...page.querySelectorAll("[style]")].some((element) => LOOKS.test(element.getAttribute("style"))) || page.querySelector("font, [bgcolor]")) left.add("looks", {});
    for (const link of page.querySelectorAll("a[href]")) {
      if (link.matches(".footnote-ref")) continue;
      const address = straightened(link.getAttribute("href"));
      if (address && !/^[/#]/.test(address)) {
        link.setAttribute("href", address);
        continue;
      }
      if (!BLANK.test(textOf(link))) left.at("links", link, textOf(link));
      unwrap(link);
    }
  }

  /* Word hides the text of a box in a comment; it comes after the paragraph that the box hangs on. */
  function textBoxes(page, left) {
    const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (/<v:textbox/i.test(node.data)) found.push(node);
    for (const node of found) {
      for (const [, inside] of node.data.matchAll(/<v:textbox[^>]*>([\s\S]*?)<\/v:textbox>/gi)) {
        const box = new DOMParser().parseFromString(inside, "text/html").body;
        const anchor = node.parentElement?.closest("p, li, td, div") || page.body.lastElementChild;
        const paragraphs = [...box.querySelectorAll("p")].filter((paragraph) => !BLANK.test(textOf(paragraph)));
        left.at("boxes", anchor.lastChild || anchor);
        anchor.after(...paragraphs.map((paragraph) => page.importNode(paragraph, true)));
      }
      // Beside the box stands a picture of it.
      const shapes = new Set([...node.data.matchAll(/<v:\w+[^>]*?\bid="([^"]+)"/gi)].map(([, id]) => id));
      for (const image of page.querySelectorAll("img")) {
        const drawn = (image.getAttribute("v:shapes") || "").split(" ");
        if (drawn.every((id) => shapes.has(id))) image.remove();
      }
      node.remove();
    }
  }

  function headings(page) {
    if (!page.querySelector("h1")) return;
    for (const level of [3, 2, 1]) {
      for (const old of page.querySelectorAll(`h${level}`)) {
        const heading = page.createElement(`h${level + 1}`);
        for (const { name, value } of old.attributes) heading.setAttribute(name, value);
        heading.append(...old.childNodes);
        old.replaceWith(heading);
      }
    }
  }

  /* The editor's own reading of Word makes a space before an end tag one that does not break. */
  function spacesOut(page) {
    const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (/[ \t\r\n]$/.test(node.data)) texts.push(node);
    for (const text of texts) {
      let last = text;
      while (last.parentElement?.matches(INLINE) && !last.nextSibling) last = last.parentElement;
      if (last === text) continue;
      text.data = text.data.replace(/[ \t\r\n]+$/, "");
      last.after(" ");
    }
  }

  /* A link is underlined and a heading bold without being told, and a text begins at its start. */
  function plainLooks(page, direction) {
    for (const part of page.querySelectorAll("a, a [style], h1, h2, h3, h4, h5, h6, :is(h1, h2, h3, h4, h5, h6) > span")) {
      unstyle(part, part.closest("a") ? "text-decoration(-line)?" : "font-weight");
    }
    page.querySelectorAll("a u").forEach(unwrap);
    for (const block of page.querySelectorAll("[style*='text-align'], [align]")) {
      const own = block.getAttribute("dir") || block.closest("[dir]")?.getAttribute("dir") || direction;
      const align = styleOf(block, "text-align") || block.getAttribute("align");
      block.removeAttribute("align");
      if (align !== "center" && !(own === direction && align === (direction === "rtl" ? "left" : "right"))) unstyle(block, "text-align");
    }
  }

  function emptyBlocks(page) {
    for (const block of page.querySelectorAll("p, h1, h2, h3, h4, h5, h6")) {
      if (BLANK.test(textOf(block)) && !block.querySelector("img, hr, table")) block.remove();
    }
  }

  const STRONG = { rtl: /[\p{Script=Arabic}\p{Script=Hebrew}]/u, ltr: /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u };

  /* Word gives every paragraph and run a direction and a language. Only what differs from the text around it says anything,
     and a direction that its own letters contradict says nothing. */
  function plainer(page, language, direction) {
    for (const element of page.querySelectorAll("[lang]")) {
      const own = element.getAttribute("lang").toLowerCase().split("-")[0];
      if (own === language || !/\p{L}/u.test(textOf(element))) element.removeAttribute("lang");
      else element.setAttribute("lang", own);
    }
    for (const element of page.querySelectorAll("[dir]")) {
      const own = element.getAttribute("dir").toLowerCase();
      const text = textOf(element);
      const outerDirection = element.parentElement?.closest("[dir]")?.getAttribute("dir") ?? direction;
      const contradicted = STRONG[direction].test(text) && STRONG[own] && !STRONG[own].test(text);
      if (own === outerDirection || (outerDirection === direction && contradicted)) element.removeAttribute("dir");
      else element.setAttribute("dir", own);
    }
  }

  /* Rewrite the page. `locale` is the editor's. Returns what was left out, as a report. */
  function prepare(page, locale) {
    const left = report();
    tracked(page, left);
    comments(page, left);
    textBoxes(page, left);
    window.ShafPastedNotes.linkedAgain(page, left);
    window.ShafPastedNotes.footnotes(page, left);
    onlineLists(page);
    leaveOut(page, left);
    headings(page);
    emptyBlocks(page);
    plainer(page, locale.contentLanguage, locale.contentLanguageDirection);
    plainLooks(page, locale.contentLanguageDirection);
    spacesOut(page);
    return left;
  }

  /* The box below the text that says what was left out, until it is closed: a sentence, and a line for each thing. */
  function notice(editor, labels) {
    const box = document.createElement("div");
    box.className = "editor-report";
    box.setAttribute("role", "status");
    box.hidden = true;
    const said = document.createElement("div");
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "×";
    close.setAttribute("aria-label", labels.close);
    close.addEventListener("click", () => {
      box.hidden = true;
      editor.editing.view.focus();
    });
    box.append(said, close);
    editor.ui.view.element.after(box);
    return (sentence, lines = []) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = sentence;
      const list = document.createElement("ul");
      for (const line of lines) {
        const item = document.createElement("li");
        item.textContent = line;
        list.append(item);
      }
      said.replaceChildren(paragraph, ...(lines.length ? [list] : []));
      box.hidden = false;
    };
  }

  // What is quoted stands apart in its own direction.
  const isolated = (text) => `\u2068${text}\u2069`;
  const MOST_PLACES = 5;

  /* A line for each kind: how many, and where. */
  function lines(found, labels) {
    const plural = new Intl.PluralRules(document.documentElement.lang || "ar");
    const order = Object.keys(labels.leftOut);
    const sorted = [...found].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
    return sorted.map(([kind, places]) => {
      const forms = labels.leftOut[kind];
      if (typeof forms === "string") return forms;
      const counted = (forms[plural.select(places.length)] ?? forms.other).replace("%(n)d", places.length);
      const where = places.filter(({ after }) => after !== undefined).slice(0, MOST_PLACES).map(({ after, what }) => {
        const place = after ? labels.after.replace("%(words)s", isolated(after)) : labels.atBeginning;
        return what ? labels.quoted.replace("%(words)s", isolated(what)).replace("%(place)s", place) : place;
      });
      if (places.length > MOST_PLACES) where.push("…");
      return where.length ? `${counted}: ${where.join(labels.listSeparator)}` : counted;
    });
  }

  return { prepare, isWord, placeOf, straightened, notice, lines };
})();
