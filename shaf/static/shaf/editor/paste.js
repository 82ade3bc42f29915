/* What comes from a word processor or a web page, brought to the editor's markup before the editor reads it, and a count of
   what was left out. Letters, digits and quotation marks are never touched. */
"use strict";
window.ShafPaste = (() => {
  // What stands for a note: a number, a letter or a sign, perhaps in brackets.
  const LABEL = /^[\s\p{P}\p{S}]*(\p{Nd}{1,4}|[a-z]|[ivxlcdm]{1,6})?[\s\p{P}\p{S}]*$/iu;
  // Word, LibreOffice, Google Docs and wikis name their notes so; one whose text was not copied along is recognised by it.
  const NOTE_NAME = /^(_?(ftn|edn)\d+|sd(foot|end)note\d+sym|ftnt\d+|cite_note.*|fn[:-]?\w+)$/i;
  const EMBEDDED = "iframe, video, audio, object, embed, canvas";
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

  function report() {
    const counts = new Map();
    return { counts, add: (what, number = 1) => number && counts.set(what, (counts.get(what) || 0) + number) };
  }

  // Footnotes: a reference and its note link to each other, and the reference comes first.

  function anchors(page) {
    const byName = new Map();
    for (const element of page.querySelectorAll("[id], a[name]")) {
      for (const name of [element.id, element.getAttribute("name")]) {
        if (name && !byName.has(name)) byName.set(name, element);
      }
    }
    return byName;
  }

  function target(link, byName) {
    const [, fragment] = (link.getAttribute("href") || "").match(/#(.+)$/) || [];
    if (!fragment) return null;
    try {
      return byName.get(fragment) || byName.get(decodeURIComponent(fragment)) || null;
    } catch {
      return null;
    }
  }

  const before = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  const touch = (one, other) => one === other || one.contains(other) || other.contains(one);

  function footnotes(page, left) {
    const byName = anchors(page);
    const links = [...page.querySelectorAll("a[href*='#']")].filter((link) => !link.matches(".footnote-ref[href^='#fn-']") || link.id);
    const goal = new Map(links.map((link) => [link, target(link, byName)]));
    const refersTo = new Map();
    for (const [link, note] of goal) {
      if (!note || !LABEL.test(textOf(link)) || !before(link, note) || note.contains(link)) continue;
      const holder = note.closest("li, p, div, dd, td") || note;
      const inside = note.matches("a") ? [note] : [...holder.querySelectorAll("a")];
      const mutual = inside.some((back) => goal.get(back) && touch(goal.get(back), link.closest("sup") || link));
      if (mutual || [...refersTo.values()].includes(note)) refersTo.set(link, note);
    }
    const targets = [...new Set(refersTo.values())];
    const names = new Map(targets.map((note, index) => [note, `fn-${index + 1}`]));
    const blocks = new Map(targets.map((note) => [note, blockOf(note, targets, refersTo)]));
    const list = page.createElement("ol");
    for (const [note, name] of names) {
      const item = page.createElement("li");
      item.id = name;
      const block = blocks.get(note);
      if (!block.isConnected) continue;
      const direction = block.closest("[dir]")?.getAttribute("dir");
      if (direction) item.setAttribute("dir", direction);
      for (const back of [...block.querySelectorAll("a")]) {
        if (back !== note && !goalIsReference(goal.get(back), refersTo)) continue;
        (back.closest(".mw-cite-backlink") || outer(back)).remove();
      }
      block.querySelectorAll(".mw-cite-backlink").forEach((element) => element.remove());
      const parent = block.parentElement;
      if (block.matches("p")) {
        block.replaceWith();
        item.append(block);
      } else {
        block.remove();
        item.append(...block.childNodes);
      }
      trimStart(item);
      list.append(item);
      prune(parent);
    }
    for (const [link, note] of refersTo) {
      const reference = page.createElement("a");
      reference.className = "footnote-ref";
      reference.setAttribute("href", `#${names.get(note)}`);
      reference.textContent = "*";
      outer(link).replaceWith(reference);
    }
    if (list.childElementCount) {
      const section = page.createElement("section");
      section.className = "footnotes";
      section.append(list);
      page.body.append(section);
      page.querySelectorAll("hr[width='33%'], hr[style*='width:33%']").forEach((rule) => rule.remove());
    }
    // References whose notes were not copied: the number stays as text.
    for (const link of page.querySelectorAll("a[href*='#']:not(.footnote-ref)")) {
      const fragment = link.getAttribute("href").split("#").pop();
      if (!NOTE_NAME.test(fragment) || byName.has(fragment) || !LABEL.test(textOf(link))) continue;
      left.add("footnotes");
      unwrap(link);
    }
  }

  const goalIsReference = (element, refersTo) => Boolean(element) && [...refersTo.keys()].some((link) => touch(element, link.closest("sup") || link) || !link.isConnected);

  /* The element around it that holds nothing else. */
  function outer(link) {
    let around = link;
    while (around.parentElement?.matches("sup, span, b, i, em, strong, font") && LABEL.test(textOf(around.parentElement))) {
      if (around.parentElement.querySelectorAll("a").length > 1) break;
      around = around.parentElement;
    }
    return around;
  }

  /* The block that is the note: its item, its paragraph, or what the word processor wraps each note in. */
  function blockOf(note, targets, refersTo) {
    const holdsOthers = (element) =>
      targets.some((other) => other !== note && element.contains(other)) || [...refersTo.keys()].some((link) => element.contains(link));
    let block = note.matches("li, p, div, dd, section") ? note : note.closest("li, p, div, dd") || note;
    for (let around = block.parentElement; around && around.matches("li, div, dd") && !holdsOthers(around); around = around.parentElement) {
      const marked = /mso-element:\s*(foot|end)note(?!-)/i.test(around.getAttribute("style") || "") || /^(_?ftn|_?edn|sdfootnote|sdendnote|fn)/i.test(around.id);
      const first = BLANK.test(textOf(around).slice(0, textOf(around).indexOf(textOf(block))));
      if (!marked && !around.matches("li") && !(first && around.childElementCount === 1)) break;
      block = around;
    }
    return block;
  }

  function trimStart(item) {
    const walker = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      node.data = node.data.replace(/^[\s\u00a0]+/, "");
      if (node.data) return;
    }
  }

  function prune(element) {
    while (element && !element.matches("body, td, th") && BLANK.test(textOf(element)) && !element.querySelector("img, table")) {
      const parent = element.parentElement;
      element.remove();
      element = parent;
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
    page.querySelectorAll(".ListContainerWrapper").forEach((wrapper) => wrapper.remove());
  }

  // What is left out, and what only looked like something

  function comments(page, left) {
    const found = [...page.querySelectorAll("[style]")].filter((element) => /mso-element:\s*comment(?!-)/i.test(element.getAttribute("style")));
    left.add("comments", found.filter((element) => !found.some((other) => other !== element && other.contains(element))).length);
    for (const element of page.querySelectorAll("[style*='mso-element:comment'], [style*='mso-comment-reference'], .MsoCommentReference")) {
      if (/mso-comment-reference/i.test(element.getAttribute("style") || "") && !element.querySelector(".MsoCommentReference")) unwrap(element);
      else element.remove();
    }
    for (const note of page.querySelectorAll("a[href^='#cmnt']")) {
      if (/^#cmnt\d/.test(note.getAttribute("href"))) left.add("comments");
      (note.getAttribute("href").startsWith("#cmnt_ref") ? note.closest("div") || note : note.closest("sup") || note).remove();
    }
  }

  function leaveOut(page, left) {
    const drawings = [...page.querySelectorAll("svg")].filter((drawing) => drawing.querySelector("text") || Number(drawing.getAttribute("width")) >= 100);
    left.add("embedded", page.querySelectorAll(EMBEDDED).length + drawings.length);
    left.add("formulas", page.querySelectorAll("math").length);
    left.add("forms", page.querySelectorAll(FORM).length);
    page.querySelectorAll(FORM).forEach((field) => field.remove());
    for (const hidden of page.querySelectorAll("[hidden], [style*='display:none'], [style*='display: none'], [style*='mso-hide:all']")) {
      if (!BLANK.test(textOf(hidden))) left.add("hidden");
      hidden.remove();
    }
    if ([...page.querySelectorAll("[style]")].some((element) => LOOKS.test(element.getAttribute("style"))) || page.querySelector("font, [bgcolor]")) left.add("looks");
    for (const link of page.querySelectorAll("a[href]")) {
      if (link.matches(".footnote-ref") || /^(https?:|mailto:)/i.test(link.getAttribute("href").trim())) continue;
      if (!BLANK.test(textOf(link))) left.add("links");
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
        anchor.after(...paragraphs.map((paragraph) => page.importNode(paragraph, true)));
        left.add("boxes");
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

  /* Rewrite the page. `locale` is the editor's. Returns what was left out: Map of kind → number. */
  function prepare(page, locale) {
    const left = report();
    comments(page, left);
    textBoxes(page, left);
    footnotes(page, left);
    onlineLists(page);
    leaveOut(page, left);
    headings(page);
    emptyBlocks(page);
    plainer(page, locale.contentLanguage, locale.contentLanguageDirection);
    plainLooks(page, locale.contentLanguageDirection);
    spacesOut(page);
    return left.counts;
  }

  /* The line below the text that says what was left out, until it is closed. */
  function notice(editor, labels) {
    const box = document.createElement("div");
    box.className = "editor-report";
    box.setAttribute("role", "status");
    box.hidden = true;
    const text = document.createElement("p");
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "×";
    close.setAttribute("aria-label", labels.close);
    close.addEventListener("click", () => {
      box.hidden = true;
      editor.editing.view.focus();
    });
    box.append(text, close);
    editor.ui.view.element.after(box);
    return (said) => {
      box.hidden = false;
      text.textContent = said;
    };
  }

  function sentence(counts, labels) {
    const plural = new Intl.PluralRules(document.documentElement.lang || "ar");
    const parts = [...counts].map(([kind, number]) => {
      const forms = labels.leftOut[kind];
      return typeof forms === "string" ? forms : (forms[plural.select(number)] ?? forms.other).replace("%(n)d", number);
    });
    return labels.leftOutOfPaste.replace("%(list)s", parts.join(labels.listSeparator));
  }

  return { prepare, notice, sentence };
})();
