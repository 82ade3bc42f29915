/* The copy check while one writes: a quiet mark beside each block in which something was found, behind it the reason, the
   repair, and "leave it, because…". Only blocks that have changed are asked about. The server's half is
   articles/desk/copy_check/marks.py. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("article_form");
  const told = document.getElementById("copy-marks-data");
  if (!form || !told) return;
  const data = JSON.parse(told.textContent);
  const { labels } = data;
  const WAIT = 1200; // after the last letter
  const AGAIN = 15_000; // after a failure
  const OBJECT = "\ufffc"; // what a picture or the number of a note is to the rules
  const GRAVITY = ["error", "warning", "info"];

  const make = (tag, className = "", text = "") => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };
  const button = (text, act, className = "") => {
    const made = make("button", className, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  const direction = (language) => (language === "ar" ? "rtl" : "ltr");
  const live = make("p", "visually-hidden");
  live.setAttribute("role", "status");
  form.append(live);
  const announce = (text) => { live.textContent = text; };

  // The server

  const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] || form.elements.csrfmiddlewaretoken.value;
  const whose = () => (data.article ? { article: data.article } : { article: null, branch: form.elements.branch?.value || null });

  /* Resolves to what the server says; throws where it says no, with its sentence. */
  async function ask(url, what) {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
      body: JSON.stringify(what),
      signal: AbortSignal.timeout(20_000),
    }).catch(() => null);
    const said = answer && !answer.redirected ? await answer.json().catch(() => null) : null;
    if (answer?.ok && said) return said;
    throw Object.assign(new Error(said?.message || labels.failed), { refused: answer?.status >= 400 && answer.status < 500 });
  }

  // What is looked at: a source has blocks, and a block knows its text, where it stands and what was found in it.

  const sources = [];

  class Source {
    constructor(language, field, row) {
      Object.assign(this, { language, field, row, timer: 0, asking: false, shown: [] });
      this.layer = make("div", "copy-layer");
      sources.push(this);
    }

    soon(wait = WAIT) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look(), wait);
    }

    /* Asks about what nobody has asked about yet, some of it at a time, and shows what came of it. */
    async look() {
      if (this.asking) return this.soon();
      const waiting = this.unasked();
      if (!waiting.length) return this.show();
      const some = [];
      let letters = 0;
      for (const block of waiting) {
        this.prepare(block);
        if (block.findings) continue;
        const length = (block.asked.html ?? block.asked.text).length;
        if (length > data.most.letters) { block.findings = []; continue; }
        if (some.length === data.most.blocks || letters + length > data.most.letters) break;
        letters += length;
        some.push(block);
      }
      if (!some.length) return this.show();
      this.asking = true;
      try {
        const said = await ask(data.marks, { ...whose(), language: this.language, blocks: some.map((block) => block.asked) });
        some.forEach((block, number) => { block.findings = said.blocks[number] || []; });
        this.asking = false;
        this.show();
        if (some.length < waiting.length) this.soon(50);
      } catch (problem) {
        this.asking = false;
        if (!problem.refused) this.soon(AGAIN);
      }
    }

    /* Makes a block ready to be asked about. */
    prepare() {}

    /* As if nobody had asked. */
    forget(which = () => true) {
      for (const block of this.blocks()) if (block.findings?.some(which)) block.findings = null;
      this.soon(0);
    }

    chip(findings, open) {
      const gravest = GRAVITY.find((severity) => findings.some((finding) => finding.severity === severity));
      const chip = button(String(findings.length), () => open(chip), `copy-chip is-${gravest}`);
      const said = ngettext("%(n)s mark of the copy check", "%(n)s marks of the copy check", findings.length);
      chip.setAttribute("aria-label", `${interpolate(said, { n: findings.length }, true)}: ${findings[0].message}`);
      chip.setAttribute("aria-haspopup", "dialog");
      return chip;
    }
  }

  // A box of plain text: its lines are its blocks.

  class Box extends Source {
    constructor(language, field, area) {
      super(language, field, area.closest(".form-row") || area.parentElement);
      this.area = area;
      this.known = new Map();
      this.layer.classList.add("copy-line");
      this.row.append(this.layer);
      area.addEventListener("input", () => this.soon());
      this.soon(0);
    }

    blocks() {
      const lines = this.area.value.split("\n");
      let start = 0;
      const found = [];
      const kept = new Map();
      for (const text of lines) {
        if (text.trim()) {
          const block = this.known.get(text) || { asked: { field: this.field, text }, findings: null };
          kept.set(text, block);
          found.push({ block, start, text });
        }
        start += text.length + 1;
      }
      this.known = kept;
      this.places = found;
      return [...new Set(found.map(({ block }) => block))];
    }

    unasked() { return this.blocks().filter((block) => block.findings === null); }

    show() {
      this.blocks();
      const focused = this.layer.contains(document.activeElement);
      this.layer.textContent = "";
      for (const { block, text } of this.places) {
        if (!block.findings?.length) continue;
        const chip = this.chip(block.findings, (by) => openCard(this, block, by));
        this.layer.append(chip);
        if (this.field === "key_points") chip.title = text;
      }
      if (focused) (this.layer.querySelector("button") || this.area).focus();
    }

    textOf(block) { return block.asked.text; }

    repair(block, edits) {
      this.blocks();
      const place = this.places.find((one) => one.block === block);
      if (!place) return false;
      const at = offsets(place.text);
      this.area.focus();
      for (const [start, end, text] of [...edits].sort((a, b) => b[0] - a[0])) {
        this.area.setSelectionRange(place.start + at(start), place.start + at(end));
        // As typing does, so that the browser's own undo brings it back.
        const written = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
        if (!written) this.area.setRangeText(text);
      }
      this.area.dispatchEvent(new Event("input", { bubbles: true }));
      return true;
    }
  }

  // The body: what holds text in the editor's model is a block.

  class Body extends Source {
    constructor(language, editor, container) {
      super(language, "body", container);
      this.editor = editor;
      this.container = container;
      // At the end of its lines, which may not be those of the page.
      this.layer.dir = direction(language);
      this.known = new WeakMap();
      this.dirty = new WeakSet();
      this.chips = new Map();
      this.markers = new Map();
      container.classList.add("has-copy-marks");
      container.append(this.layer);
      for (const severity of GRAVITY) {
        editor.conversion.for("editingDowncast").markerToHighlight({ model: `copy${severity}`, view: { classes: ["copy-found", `is-${severity}`] } });
      }
      editor.model.document.on("change:data", () => {
        for (const change of editor.model.document.differ.getChanges()) this.note(change);
        this.soon();
      });
      editor.ui.on("update", () => this.place());
      new ResizeObserver(() => this.place()).observe(container);
      this.soon(0);
    }

    /* Which blocks a change is about. */
    note(change) {
      const inside = change.range?.start.parent ?? change.position?.parent;
      if (inside?.is("element") && this.holdsText(inside)) this.dirty.add(inside);
      const added = change.type === "insert" && change.position.nodeAfter;
      if (added?.is?.("element")) for (const leaf of this.leavesIn(added)) this.dirty.add(leaf);
      if (change.type === "attribute") for (const item of change.range.getItems()) if (item.is("element") && this.holdsText(item)) this.dirty.add(item);
    }

    holdsText(element) {
      const { schema } = this.editor.model;
      return element.is("element") && schema.checkChild(element, "$text") && !schema.isInline(element);
    }

    leavesIn(node) {
      const range = node.is("rootElement") ? this.editor.model.createRangeIn(node) : this.editor.model.createRangeOn(node);
      return [...range.getItems()].filter((item) => item.is("element") && this.holdsText(item));
    }

    leaves() { return this.leavesIn(this.editor.model.document.getRoot()); }

    /* A telephone's keyboard writes words whole: what it is writing just now is not touched. */
    look() {
      return this.editor.editing.view.document.isComposing ? this.soon() : super.look();
    }

    kindOf(leaf) {
      if (leaf.name === "caption") return "caption";
      for (const [name, kind] of [["blockQuote", "quotation"], ["footnote", "note"], ["tableCell", "cell"]]) {
        if (leaf.findAncestor(name)) return kind;
      }
      return "";
    }

    htmlOf(leaf) {
      const { model, data: pipeline } = this.editor;
      if (leaf.name === "caption") return `<p>${pipeline.stringify(leaf)}</p>`;
      const fragment = model.change((writer) => {
        const made = writer.createDocumentFragment();
        writer.append(writer.cloneElement(leaf, true), made);
        return made;
      });
      return pipeline.stringify(fragment);
    }

    blockOf(leaf) {
      let block = this.known.get(leaf);
      if (block && !this.dirty.has(leaf)) return block;
      this.dirty.delete(leaf);
      block = { leaf, asked: null, before: block, findings: this.textOf({ leaf }).trim() ? null : [] };
      this.known.set(leaf, block);
      return block;
    }

    prepare(block) {
      block.asked ??= { field: "body", kind: this.kindOf(block.leaf), html: this.htmlOf(block.leaf) };
      const { before } = block;
      block.before = null;
      if (before?.asked?.html === block.asked.html && before.asked.kind === block.asked.kind) block.findings = before.findings;
    }

    blocks() { return this.leaves().map((leaf) => this.blockOf(leaf)); }

    unasked() { return this.blocks().filter((block) => block.findings === null); }

    textOf({ leaf }) {
      return [...leaf.getChildren()].map((child) => (child.is("$text") ? child.data : child.name === "softBreak" ? "\n" : OBJECT)).join("");
    }

    show() {
      const open = this.blocks().filter((block) => block.findings?.length);
      const wanted = new Set(open);
      for (const [block, chip] of this.chips) {
        if (wanted.has(block) && chip.findings === block.findings) continue;
        chip.remove();
        this.chips.delete(block);
      }
      for (const block of open) {
        if (this.chips.has(block)) continue;
        const chip = this.chip(block.findings, (by) => openCard(this, block, by));
        chip.findings = block.findings;
        this.chips.set(block, chip);
      }
      // In the order of the text, for the keyboard.
      const ordered = open.map((block) => this.chips.get(block));
      if (ordered.some((chip, number) => this.layer.children[number] !== chip)) this.layer.prepend(...ordered);
      this.underline(open);
      this.place();
    }

    /* The words that were found, in the editor alone: what it gives out has no mark of it. */
    underline(open) {
      const { model } = this.editor;
      const wanted = new Map();
      for (const block of open) {
        for (const finding of block.findings) {
          if (finding.end > finding.start && this.stands(block, finding)) wanted.set(finding, block);
        }
      }
      model.change((writer) => {
        for (const [finding, name] of this.markers) {
          if (wanted.has(finding)) continue;
          if (model.markers.has(name)) writer.removeMarker(name);
          this.markers.delete(finding);
        }
        for (const [finding, block] of wanted) {
          if (this.markers.has(finding)) continue;
          const at = offsets(this.textOf(block));
          const range = writer.createRange(
            writer.createPositionAt(block.leaf, at(finding.start)), writer.createPositionAt(block.leaf, at(finding.end)),
          );
          const name = `copy${finding.severity}:${crypto.randomUUID?.() ?? Math.random()}`;
          writer.addMarker(name, { range, usingOperation: false, affectsData: false });
          this.markers.set(finding, name);
        }
      });
    }

    /* Whether the words still stand where they were found. */
    stands(block, finding) {
      const plain = (text) => text.replaceAll("\u00a0", " ");
      const at = offsets(this.textOf(block));
      return plain(this.textOf(block).slice(at(finding.start), at(finding.end))) === plain(finding.excerpt);
    }

    repair(block, edits) {
      const { model } = this.editor;
      if (!block.leaf.root.is("rootElement")) return false;
      const at = offsets(this.textOf(block));
      model.change((writer) => {
        for (const [start, end, text] of [...edits].sort((a, b) => b[0] - a[0])) {
          const from = writer.createPositionAt(block.leaf, at(start));
          const to = writer.createPositionAt(block.leaf, at(end));
          const like = from.textNode || from.nodeAfter || from.nodeBefore;
          const attributes = like?.is("$text") ? [...like.getAttributes()] : [];
          if (!from.isEqual(to)) writer.remove(writer.createRange(from, to));
          if (text) writer.insertText(text, attributes, from);
        }
      });
      this.editor.editing.view.focus();
      return true;
    }

    place() {
      if (this.placing) return;
      this.placing = requestAnimationFrame(() => {
        this.placing = 0;
        const frame = this.container.getBoundingClientRect();
        if (!frame.height) return;
        let free = 0;
        for (const [block, chip] of [...this.chips].sort(([, a], [, b]) => a.compareDocumentPosition(b) & 2 || -1)) {
          const view = block.leaf.root.is("rootElement") && this.editor.editing.mapper.toViewElement(block.leaf);
          const node = view && this.editor.editing.view.domConverter.mapViewToDom(view);
          chip.hidden = !node;
          if (!node) continue;
          const top = Math.max(node.getBoundingClientRect().top - frame.top, free);
          chip.style.insetBlockStart = `${Math.round(top)}px`;
          free = top + 26;
        }
        moveCard();
      });
    }
  }

  /* Characters as the server counts them → places in a string. */
  function offsets(text) {
    if (!/[\ud800-\udbff]/.test(text)) return (n) => n;
    const starts = [0];
    for (const character of text) starts.push(starts.at(-1) + character.length);
    return (n) => starts[Math.min(n, starts.length - 1)];
  }

  // The card

  const card = make("div", "copy-card");
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", labels.title);
  card.tabIndex = -1;
  card.hidden = true;
  let opened = null;

  function openCard(source, block, by) {
    const again = opened?.by === by;
    closeCard(false);
    if (again) return;
    opened = { source, block, by };
    by.setAttribute("aria-expanded", "true");
    card.textContent = "";
    const list = make("ul");
    for (const finding of block.findings) list.append(line(source, block, finding));
    card.append(list);
    const safe = block.findings.filter((finding) => finding.safe && finding.suggestions.length);
    const foot = make("p", "foot");
    if (safe.length > 1) foot.append(button(labels.repair_all, () => mend(source, block, safe, apart(safe))));
    if (data.page[source.language]) {
      const all = make("a", "", labels.all);
      all.href = data.page[source.language];
      foot.append(all);
    }
    foot.append(button(labels.close, () => closeCard(true), "quiet"));
    card.append(foot);
    card.classList.toggle("across", getComputedStyle(source.layer).direction !== getComputedStyle(source.row).direction);
    source.row.append(card);
    card.hidden = false;
    moveCard();
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }

  function moveCard() {
    if (!opened || card.hidden) return;
    const frame = card.offsetParent?.getBoundingClientRect();
    if (!frame) return;
    card.style.insetBlockStart = `${Math.round(opened.by.getBoundingClientRect().bottom - frame.top + 4)}px`;
  }

  function closeCard(back) {
    if (!opened) return;
    const { by, source } = opened;
    opened = null;
    card.hidden = true;
    by.removeAttribute("aria-expanded");
    if (back) (by.isConnected ? by : source.layer.querySelector("button"))?.focus();
  }

  card.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      closeCard(true);
    }
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (opened && !card.contains(target) && !opened.by.contains(target)) closeCard(false);
  });

  function line(source, block, finding) {
    const item = make("li", `finding is-${finding.severity}`);
    const says = make("p", "says");
    says.append(make("strong", "severity", labels[finding.severity]), ` ${finding.message}`);
    item.append(says);
    const words = make("p", "words");
    words.lang = source.language;
    words.dir = direction(source.language);
    words.append(finding.before, make("mark", "", finding.excerpt.length > 120 ? `${finding.excerpt.slice(0, 120)}…` : finding.excerpt), finding.after);
    item.append(words);
    const tools = make("p", "tools");
    finding.suggestions.forEach((suggestion, number) => {
      const repair = button("", () => mend(source, block, [finding], suggestion.edits), "repair");
      const spaces = !finding.excerpt.trim() && !suggestion.text.trim();
      if (!number) repair.append(spaces ? labels.repair : `${labels.repair}: `);
      if (number || !spaces) {
        const text = suggestion.text.trim() ? suggestion.text : suggestion.text ? labels.space : labels.nothing;
        const what = make("bdi", "", text.length > 60 ? `${text.slice(0, 60)}…` : text);
        if (suggestion.text.trim()) what.lang = source.language;
        repair.append(what);
      }
      tools.append(repair, " ");
    });
    if (finding.name) tools.append(button(labels.name.replace("{name}", `\u2068${finding.name}\u2069`), () => learn(finding), "quiet"), " ");
    item.append(tools);
    item.append(data.leave[source.language] ? leaving(source, block, finding) : make("p", "help", labels.save_first));
    return item;
  }

  function leaving(source, block, finding) {
    const details = make("details", "leave");
    details.append(make("summary", "", labels.leave));
    const label = make("label", "", labels.reason);
    const area = make("textarea");
    area.rows = 2;
    area.dir = "auto";
    label.append(area);
    const error = make("p", "error");
    error.setAttribute("role", "alert");
    // What is typed here is no part of the report.
    for (const kind of ["input", "change"]) area.addEventListener(kind, (event) => event.stopPropagation());
    const done = button(labels.leave_it, async () => {
      error.textContent = "";
      if (!area.value.trim()) {
        error.textContent = labels.no_reason;
        area.focus();
        return;
      }
      done.disabled = true;
      try {
        await ask(data.leave[source.language], { anchor: finding.anchor, reason: area.value });
        announce(labels.left);
        gone(source, block, finding);
      } catch (problem) {
        error.textContent = problem.message;
      }
      done.disabled = false;
    });
    details.append(label, error, done);
    details.addEventListener("toggle", () => { if (details.open) area.focus(); });
    return details;
  }

  /* It was settled without a change of the text. */
  function gone(source, block, finding) {
    const alike = JSON.stringify(finding.anchor);
    for (const one of source.blocks()) {
      if (one.findings) one.findings = one.findings.filter((other) => other !== finding && JSON.stringify(other.anchor) !== alike);
    }
    const { by } = opened ?? {};
    closeCard(false);
    source.show();
    if (block.findings?.length) {
      const chip = source.chips?.get(block) ?? source.layer.querySelector("button");
      if (chip) openCard(source, block, chip);
    } else if (!by?.isConnected) (source.editor ? source.editor.editing.view : source.area).focus();
  }

  /* The edits of several findings, of those that meet the first. */
  function apart(findings) {
    const kept = [];
    for (const edit of findings.flatMap((finding) => finding.suggestions[0].edits)) {
      if (!kept.some(([start, end]) => edit[0] <= end && start <= edit[1])) kept.push(edit);
    }
    return kept;
  }

  function mend(source, block, findings, edits) {
    closeCard(false);
    const still = !source.stands || findings.every((finding) => source.stands(block, finding));
    if (still && source.repair(block, edits)) announce(labels.repaired);
    else announce(labels.moved);
    block.findings = null;
    if (source.dirty && block.leaf) source.dirty.add(block.leaf);
    source.soon(0);
  }

  async function learn(finding) {
    try {
      await ask(data.learn, { ...whose(), name: finding.name });
      closeCard(true);
      for (const one of sources) one.forget((other) => Boolean(other.name));
    } catch (problem) {
      announce(problem.message);
    }
  }

  // Where it works: whatever this person may write in.

  for (const language of ["ar", "en"]) {
    for (const field of ["title", "standfirst", "key_points", "correction_note"]) {
      const area = document.getElementById(`id_${field}_${language}`);
      if (area?.matches("textarea, input[type=text]")) new Box(language, field, area);
    }
    const id = `id_body_${language}`;
    if (!document.getElementById(id)?.matches("textarea.django_ckeditor_5")) continue;
    const watch = setInterval(() => {
      const editor = window.editors?.[id];
      if (!editor) return;
      clearInterval(watch);
      new Body(language, editor, editor.ui.element.parentElement);
    }, 250);
  }
});
