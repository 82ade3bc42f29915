/* Footnotes of a word processor or a wiki, in what paste.js is bringing to the editor's markup: a reference and its note link
   to each other, and the reference comes first. */
"use strict";
window.ShafPastedNotes = (() => {
  // What stands for a note: a number, a letter or a sign, perhaps in brackets.
  const LABEL = /^[\s\p{P}\p{S}]*(\p{Nd}{1,4}|[a-z]|[ivxlcdm]{1,6})?[\s\p{P}\p{S}]*$/iu;
  // Word, LibreOffice, Google Docs and wikis name their notes so; one whose text was not copied along is recognised by it.
  const NOTE_NAME = /^(_?(ftn|edn)\d+|sd(foot|end)note\d+sym|ftnt\d+|cite_note.*|fn[:-]?\w+)$/i;
  const BLANK = /^[\s\u00a0]*$/;

  const textOf = (node) => node.textContent;
  const unwrap = (element) => element.replaceWith(...element.childNodes);

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

  /* Notes whose links are gone and whose bookmarks stayed: «<a name="_ftnref1"></a>[1]». They are linked again where the
     note's text is found: at its own bookmark, in its own block, or in a later paragraph that begins with the same sign. */
  function linkedAgain(page, left) {
    for (const mark of page.querySelectorAll("a[name^='_ftnref']:not([href]), a[name^='_ednref']:not([href])")) {
      const [, kind, number] = mark.name.match(/^_(ftn|edn)ref(\d+)$/) || [];
      const text = kind && firstText(mark);
      const label = text && labelIn(text);
      if (!label) continue;
      const name = `_${kind}${number}`;
      const named = page.querySelector(`a[name='${name}']`);
      if (named?.hasAttribute("href")) continue;
      const block = named?.closest("p, li, div") || page.getElementById(name.slice(1)) || laterWith(page, mark, label);
      const start = block && block !== mark.closest("p, li, div") && firstText(named || block, block);
      if (!start || BLANK.test(textOf(block).replace(label, ""))) {
        left.at("footnotes", mark, label);
        continue;
      }
      const goal = linkTo(page, `#${mark.name}`, name, label);
      if (start.data.trimStart().startsWith(label)) {
        start.data = start.data.trimStart().slice(label.length);
        start.before(goal);
      } else block.prepend(goal);
      if (named) unwrap(named);
      const reference = linkTo(page, `#${name}`, mark.name, label);
      text.data = text.data.replace(label, "");
      text.before(reference);
      unwrap(mark);
    }
  }

  function linkTo(page, href, name, label) {
    const link = page.createElement("a");
    link.setAttribute("href", href);
    link.setAttribute("name", name);
    link.textContent = label;
    return link;
  }

  /* The first text that says something, at the element or after it. */
  function firstText(element, within = element.ownerDocument.body) {
    const walker = element.ownerDocument.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    walker.currentNode = element;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!BLANK.test(node.data)) return node;
    return null;
  }

  /* The sign of a note at the beginning of a text: in brackets, or raised and alone. */
  function labelIn(text) {
    const [, bracketed] = text.data.match(/^\s*([[(]\s*(?:\p{Nd}{1,4}|[a-z]|[ivxlcdm]{1,6}|[*†‡])\s*[\])])/iu) || [];
    const alone = text.data.trim();
    return bracketed || (/^(\p{Nd}{1,4}|[a-z]|[ivxlcdm]{1,6}|[*†‡])$/iu.test(alone) && text.parentElement.closest("sup, [class*=FootnoteReference], [class*=EndnoteReference]") ? alone : null);
  }

  function laterWith(page, mark, label) {
    const later = [...page.querySelectorAll("p, li")].filter((block) => before(mark, block) && !block.contains(mark));
    return later.reverse().find((block) => textOf(block).trimStart().startsWith(label) && !block.querySelector("[name^='_ftnref'], [name^='_ednref']"));
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
      for (const element of block.querySelectorAll(".mw-cite-backlink")) element.remove();
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
      for (const rule of page.querySelectorAll("hr[width='33%'], hr[style*='width:33%']")) rule.remove();
    }
    // References whose notes were not copied: the number stays as text.
    for (const link of page.querySelectorAll("a[href*='#']:not(.footnote-ref)")) {
      const fragment = link.getAttribute("href").split("#").pop();
      if (!NOTE_NAME.test(fragment) || byName.has(fragment) || !LABEL.test(textOf(link))) continue;
      left.at("footnotes", link, textOf(link));
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
    for (let around = block.parentElement; around?.matches("li, div, dd") && !holdsOthers(around); around = around.parentElement) {
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

  return { linkedAgain, footnotes };
})();
