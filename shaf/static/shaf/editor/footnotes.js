/* Footnotes: a reference is one thing in a line, the notes stand at the end, and after every change each reference has its
   note, each note a reference, and both the order of the text. The markup is the press's (articles/press/html/footnotes.py). */
"use strict";
window.ShafFootnotes = (() => {
  const NAME = /^fn-[\w\u0600-\u06ff-]{1,60}$/;
  const ICON =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path d="M2 5h9v1.5H2zM2 9h9v1.5H2zM2 16h16v1.5H2zM15.2 3h1.4v7h-1.7V5.2l-1.4.5V4.2z"/></svg>';
  const KEYSTROKE = "Ctrl+Alt+F";

  const said = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

  return function ShafFootnotes(editor) {
    const { labels } = editor.config.get("shaf");
    const { model, conversion, editing } = editor;
    const { schema, document: modelDocument } = model;
    // The number that a note's name is printed as, and the one that each reference shows just now.
    let numbers = new Map();
    // What is cut is on its way to another place, its notes with it.
    let cutting = false;
    const shown = new WeakMap();

    const root = () => modelDocument.getRoot();
    const isElement = (item, name) => item?.is("element", name);
    const within = (node, name) => node?.findAncestor(name, { includeSelf: true }) ?? null;
    const nameOf = (item) => item.getAttribute("noteName");
    const itemsIn = (node) => [...model.createRangeIn(node).getItems()];
    const section = () => [...root().getChildren()].find((child) => isElement(child, "footnotes"));
    const notes = () => [...(section()?.getChildren() ?? [])];
    const noteNamed = (name) => notes().find((note) => nameOf(note) === name);
    const references = (node = root()) => itemsIn(node).filter((item) => isElement(item, "footnoteReference"));
    const textOf = (node) => itemsIn(node).map((item) => (item.is("$textProxy") ? item.data : "")).join("").trim();
    const announce = (text) => editor.ui.ariaLiveAnnouncer?.announce(text);

    function freeName(taken) {
      let number = 1;
      while (taken.has(`fn-${number}`)) number += 1;
      return `fn-${number}`;
    }

    function defineSchema() {
      schema.register("footnoteReference", { allowWhere: "$text", isInline: true, isObject: true, allowAttributes: ["noteName"] });
      schema.register("footnotes", { allowIn: "$root", isLimit: true });
      schema.register("footnote", { allowIn: "footnotes", isLimit: true, allowAttributes: ["noteName", "noteAttributes"] });
      schema.extend("paragraph", { allowIn: "footnote" });
      const inNote = (context) => [...context].some((item) => item.name === "footnote");
      schema.addChildCheck((context) => (inNote(context) ? false : undefined), "footnoteReference");
      schema.addAttributeCheck((context, name) => (name.startsWith("list") && inNote(context) ? false : undefined));
    }

    // Reading

    function readReference(_event, data, api) {
      const name = (data.viewItem.getAttribute("href") || "").slice(1);
      if (!data.viewItem.hasClass("footnote-ref") || !NAME.test(name)) return;
      if (!api.consumable.consume(data.viewItem, { name: true, attributes: ["href"], classes: ["footnote-ref"] })) return;
      const reference = api.writer.createElement("footnoteReference", { noteName: name });
      if (api.safeInsert(reference, data.modelCursor)) api.updateConversionResult(reference, data);
    }

    function readSection(_event, data, api) {
      if (!data.viewItem.hasClass("footnotes")) return;
      const consumed = { name: true, classes: ["footnotes"] };
      if (!api.consumable.test(data.viewItem, consumed)) return;
      const element = api.writer.createElement("footnotes");
      if (!api.safeInsert(element, data.modelCursor)) return;
      api.consumable.consume(data.viewItem, consumed);
      for (const list of data.viewItem.getChildren()) {
        if (!list.is("element")) continue;
        for (const item of list.getChildren()) {
          const name = item.is("element", "li") && item.getAttribute("id");
          if (!NAME.test(name || "")) continue;
          const attributes = {};
          for (const key of ["dir", "lang"]) if (item.hasAttribute(key)) attributes[key] = item.getAttribute(key);
          const note = api.writer.createElement("footnote", {
            noteName: name,
            ...(Object.keys(attributes).length ? { noteAttributes: attributes } : {}),
          });
          api.writer.append(note, element);
          api.convertChildren(item, note);
          if (!note.childCount) api.writer.appendElement("paragraph", note);
        }
      }
      api.updateConversionResult(element, data);
    }

    // Writing

    const number = (item) => String(numbers.get(nameOf(item)) ?? "");

    function defineConversion() {
      editor.data.upcastDispatcher.on("element:a", readReference, { priority: "highest" });
      editor.data.upcastDispatcher.on("element:section", readSection, { priority: "highest" });
      for (const converter of [editing.view.domConverter, editor.data.htmlProcessor.domConverter]) {
        converter.registerInlineObjectMatcher((element) => (element.hasClass("footnote-ref") ? { name: true } : null));
      }
      const data = conversion.for("dataDowncast");
      data.elementToElement({
        model: "footnoteReference",
        view: (item, { writer }) => {
          const sup = writer.createContainerElement("sup", null, [writer.createText(number(item))]);
          const attributes = { class: "footnote-ref", href: `#${nameOf(item)}`, role: "doc-noteref" };
          return writer.createContainerElement("a", attributes, [sup]);
        },
      });
      data.elementToStructure({
        model: "footnotes",
        view: (_item, { writer }) =>
          writer.createContainerElement("section", { class: "footnotes", role: "doc-endnotes" }, [
            writer.createContainerElement("ol", null, [writer.createSlot()]),
          ]),
      });
      data.elementToElement({
        model: "footnote",
        view: (item, { writer }) => writer.createContainerElement("li", { id: nameOf(item), ...item.getAttribute("noteAttributes") }),
      });

      const shownAs = conversion.for("editingDowncast");
      shownAs.elementToElement({
        model: "footnoteReference",
        view: (item, { writer }) => {
          const label = said(labels.footnoteNumber, { n: number(item) });
          const attributes = { class: "footnote-ref ck-widget", contenteditable: "false", role: "doc-noteref", "aria-label": label, title: label };
          const element = writer.createContainerElement("sup", attributes, [writer.createText(number(item))]);
          writer.setCustomProperty("widget", true, element);
          writer.setCustomProperty("widgetLabel", [label], element);
          element.getFillerOffset = () => null;
          shown.set(item, number(item));
          return element;
        },
      });
      shownAs.elementToElement({
        model: "footnotes",
        view: (_item, { writer }) =>
          writer.createContainerElement("ol", { class: "footnotes", "aria-label": labels.footnotes, "data-label": labels.footnotes }),
      });
      shownAs.elementToElement({
        model: "footnote",
        view: (item, { writer }) => {
          const element = writer.createContainerElement("li", { class: "footnote", ...item.getAttribute("noteAttributes") });
          const back = writer.createUIElement("span", { class: "footnote-back", title: labels.footnoteBack }, function render(domDocument) {
            const dom = this.toDomElement(domDocument);
            dom.textContent = "↑";
            dom.addEventListener("mousedown", (event) => event.preventDefault());
            dom.addEventListener("click", () => toReference(nameOf(item)));
            return dom;
          });
          writer.insert(writer.createPositionAt(element, 0), back);
          return element;
        },
      });
    }

    // After every change

    function settle(writer) {
      const changes = modelDocument.differ.getChanges();
      if (!changes.some((change) => change.type !== "attribute" && change.name !== "$text")) return false;
      const all = itemsIn(root()).filter((item) => item.is("element") && item.name.startsWith("footnote"));
      const [main, ...others] = all.filter((item) => item.name === "footnotes");
      let fixed = false;
      for (const other of others) {
        writer.move(writer.createRangeIn(other), main, "end");
        writer.remove(other);
        fixed = true;
      }
      const named = new Map();
      for (const note of main ? [...main.getChildren()] : []) {
        if (named.has(nameOf(note))) {
          writer.remove(note);
          fixed = true;
        } else named.set(nameOf(note), note);
      }
      const order = new Map();
      const live = all.filter((item) => item.name === "footnoteReference");
      for (const reference of live) {
        const name = nameOf(reference);
        if (!named.has(name)) {
          writer.remove(reference);
          fixed = true;
        } else if (!order.has(name)) order.set(name, order.size + 1);
      }
      for (const [name, note] of named) {
        if (order.has(name)) {
          if (!note.childCount) {
            writer.appendElement("paragraph", note);
            fixed = true;
          }
          continue;
        }
        if (textOf(note) && !cutting && writer.batch.isUndoable && !writer.batch.isUndo) editor.fire("shaf:noteRemoved");
        writer.remove(note);
        fixed = true;
      }
      if (main && !order.size) {
        writer.remove(main);
        fixed = true;
      } else if (main) {
        [...order.keys()].forEach((name, place) => {
          if (main.getChild(place) === named.get(name)) return;
          writer.move(writer.createRangeOn(named.get(name)), main, place);
          fixed = true;
        });
        if (root().getChild(root().childCount - 1) !== main) {
          writer.move(writer.createRangeOn(main), root(), "end");
          fixed = true;
        }
      }
      numbers = order;
      for (const reference of live) {
        if (reference.root === root() && shown.has(reference) && shown.get(reference) !== number(reference)) editing.reconvertItem(reference);
      }
      return fixed;
    }

    // Moving about

    function toNote(name) {
      const note = noteNamed(name);
      if (!note) return;
      model.change((writer) => writer.setSelection(note.getChild(note.childCount - 1), "end"));
      show(said(labels.footnoteNumber, { n: number(note) }));
    }

    function toReference(name) {
      const reference = references().find((item) => nameOf(item) === name);
      if (!reference) return;
      model.change((writer) => writer.setSelection(reference, "after"));
      show(labels.footnoteBack);
    }

    function show(announced) {
      editing.view.focus();
      editing.view.scrollToTheSelection();
      announce(announced);
    }

    const noteHere = () => within(modelDocument.selection.getFirstPosition().parent, "footnote");
    const selectedReference = () => {
      const element = modelDocument.selection.getSelectedElement();
      return isElement(element, "footnoteReference") ? element : null;
    };
    const canInsert = () =>
      !editor.isReadOnly && !noteHere() && schema.checkChild(modelDocument.selection.getLastPosition(), "footnoteReference");

    function insert() {
      let name;
      model.change((writer) => {
        name = freeName(new Set(notes().map(nameOf)));
        const at = modelDocument.selection.getLastPosition();
        let holder = section();
        if (!holder) {
          holder = writer.createElement("footnotes");
          writer.append(holder, root());
        }
        const note = writer.createElement("footnote", { noteName: name });
        writer.appendElement("paragraph", note);
        writer.append(note, holder);
        writer.insert(writer.createElement("footnoteReference", { noteName: name }), at);
      });
      toNote(name);
    }

    /* The button and its shortcut: a new note, or from a note to its reference and back. */
    function act() {
      const reference = selectedReference();
      const note = noteHere();
      if (reference) toNote(nameOf(reference));
      else if (note) toReference(nameOf(note));
      else if (canInsert()) insert();
    }

    function listen() {
      const view = editing.view.document;
      editor.keystrokes.set(KEYSTROKE, (_data, cancel) => {
        act();
        cancel();
      });
      editor.accessibility.addKeystrokeInfos({
        keystrokes: [{ label: labels.footnoteKeys, keystroke: KEYSTROKE }],
      });
      view.on(
        "enter",
        (event, data) => {
          const reference = selectedReference();
          if (!reference) return;
          toNote(nameOf(reference));
          data.preventDefault();
          event.stop();
        },
        { priority: "high" }
      );
      view.on("mouseup", (_event, data) => {
        const clicked = data.target.is("element") && data.target.hasClass("footnote-ref") && data.target;
        const item = clicked && editing.mapper.toModelElement(clicked);
        if (item && !data.domEvent.button && !data.domEvent.shiftKey) toNote(nameOf(item));
      });
      // An empty note goes with the next press of the key that emptied it.
      view.on(
        "delete",
        (event, data) => {
          const note = noteHere();
          if (!note || !modelDocument.selection.isCollapsed || note.childCount > 1 || note.getChild(0).childCount) return;
          const name = nameOf(note);
          model.change((writer) => {
            const reference = references().find((item) => nameOf(item) === name);
            if (reference) writer.setSelection(reference, "before");
            writer.remove(note);
          });
          show(labels.footnoteRemoved);
          data.preventDefault();
          event.stop();
        },
        { priority: "high" }
      );
    }

    // Copying takes the notes along; pasting gives them names that are free.

    function copy(_event, data) {
      cutting = data.method === "cut";
      const inside = itemsIn(data.content);
      const present = new Set(inside.filter((item) => isElement(item, "footnote")).map(nameOf));
      const wanted = new Set(inside.filter((item) => isElement(item, "footnoteReference")).map(nameOf));
      const missing = notes().filter((note) => wanted.has(nameOf(note)) && !present.has(nameOf(note)));
      if (!missing.length) return;
      model.change((writer) => {
        let holder = inside.find((item) => isElement(item, "footnotes"));
        if (!holder) {
          holder = writer.createElement("footnotes");
          writer.append(holder, data.content);
        }
        for (const note of missing) writer.append(writer.cloneElement(note), holder);
      });
    }

    function paste(_event, data) {
      const inside = itemsIn(data.content);
      const pasted = inside.filter((item) => isElement(item, "footnoteReference"));
      const sections = inside.filter((item) => isElement(item, "footnotes"));
      if (!pasted.length && !sections.length) return;
      const accepted = !noteHere();
      model.change((writer) => {
        const arriving = new Map();
        for (const note of sections.flatMap((holder) => [...holder.getChildren()])) arriving.set(nameOf(note), note);
        const taken = new Set(notes().map(nameOf));
        const renamed = new Map();
        for (const reference of pasted) {
          const name = nameOf(reference);
          const note = arriving.get(name);
          if (!renamed.has(name)) {
            const mine = noteNamed(name);
            const same = mine && (data.sourceEditorId === editor.id || (textOf(mine) && note && textOf(mine) === textOf(note)));
            renamed.set(name, same ? name : note ? (taken.has(name) ? freeName(taken) : name) : null);
            if (renamed.get(name) && !same) taken.add(renamed.get(name));
          }
          if (renamed.get(name) && accepted) writer.setAttribute("noteName", renamed.get(name), reference);
          else writer.remove(reference);
        }
        for (const holder of sections) writer.remove(holder);
        for (const [name, note] of arriving) {
          const final = accepted && renamed.get(name);
          if (final && taken.has(final) && !noteNamed(final)) {
            let holder = section();
            if (!holder) {
              holder = writer.createElement("footnotes");
              writer.append(holder, root());
            }
            const clone = writer.cloneElement(note);
            writer.setAttribute("noteName", final, clone);
            writer.append(clone, holder);
          } else if (!renamed.get(name) || !accepted) {
            // Notes that nothing here refers to are text.
            for (const child of [...note.getChildren()]) writer.append(writer.cloneElement(child), data.content);
          }
        }
      });
    }

    this.afterInit = () => {
      defineSchema();
      defineConversion();
      modelDocument.registerPostFixer(settle);
      listen();
      const pipeline = editor.plugins.get("ClipboardPipeline");
      pipeline.on("outputTransformation", copy, { priority: "high" });
      pipeline.on("contentInsertion", paste, { priority: "high" });
      const copied = () => {
        cutting = false;
      };
      editing.view.document.on("clipboardOutput", copied, { priority: "lowest" });
    };

    editor.ui.componentFactory.add("footnote", (locale) => {
      const Button = editor.ui.componentFactory.create("bold").constructor;
      const view = new Button(locale);
      view.set({ label: labels.footnote, icon: ICON, keystroke: KEYSTROKE, tooltip: true });
      const refresh = () => view.set({ isEnabled: canInsert() || Boolean(noteHere() || selectedReference()), isOn: Boolean(noteHere()) });
      modelDocument.on("change", refresh);
      editor.on("change:isReadOnly", refresh);
      editor.on("ready", refresh);
      view.on("execute", act);
      return view;
    });
  };
})();
