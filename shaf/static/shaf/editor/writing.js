/* What an Arabic desk needs beyond the stock editor: a paragraph of the other direction, words of the other language, Arabic
   characters, and a line below the text that says what was left out. Labels come with the configuration. */
"use strict";
window.ShafWriting = (() => {
  const ICONS = {
    otherDirection: {
      ltr: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path d="M8 3h8v1.5h-1.5V14H13V4.5h-1.5V14H10V9.5A3.25 3.25 0 0 1 8 3zM3 16.25h10v-2l4 2.75-4 2.75v-2H3z"/></svg>',
      rtl: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path d="M8 3h8v1.5h-1.5V14H13V4.5h-1.5V14H10V9.5A3.25 3.25 0 0 1 8 3zM17 16.25H7v-2L3 17l4 2.75v-2h10z"/></svg>',
    },
  };
  const LETTERS = { en: "EN", ar: "ع" };
  const CHARACTERS = [
    ["«", "«"], ["»", "»"], ["،", "،"], ["؛", "؛"], ["؟", "؟"], ["٪", "٪"], ["٫", "٫"], ["٬", "٬"], ["…", "…"], ["–", "–"],
    ["—", "—"], ["ـ", "ـ"], ["ﷺ", "ﷺ"], ["ﷻ", "ﷻ"], ["﴿", "﴿"], ["﴾", "﴾"], ["ً", "ً"], ["ٌ", "ٌ"], ["ٍ", "ٍ"], ["َ", "َ"],
    ["ُ", "ُ"], ["ِ", "ِ"], ["ّ", "ّ"], ["ْ", "ْ"], ["ٰ", "ٰ"],
  ];

  function button(editor, name, options, isOn, act) {
    editor.ui.componentFactory.add(name, (locale) => {
      const Button = editor.ui.componentFactory.create("bold").constructor;
      const view = new Button(locale);
      view.set({ ...options, tooltip: true, isToggleable: true });
      const refresh = () => view.set({ isOn: isOn(), isEnabled: !editor.isReadOnly });
      editor.model.document.on("change", refresh);
      editor.on("change:isReadOnly", refresh);
      editor.on("ready", refresh);
      view.on("execute", () => {
        act();
        editor.editing.view.focus();
      });
      return view;
    });
  }

  // A picture pasted from a word processor arrives as a data: address, which the editor fetches to upload it. The policy of
  // the page knows no such connection, and none is needed.
  const fetchFromServer = window.fetch.bind(window);
  window.fetch = (resource, options) => {
    const [, type, bytes] = (typeof resource === "string" && resource.match(/^data:(image\/[\w.+-]+);base64,([\w+/=\s]*)$/)) || [];
    if (!type) return fetchFromServer(resource, options);
    const picture = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
    return Promise.resolve(new Response(new Blob([picture], { type })));
  };

  return function ShafWriting(editor) {
    const { other, labels } = editor.config.get("shaf");
    const model = editor.model;

    // Names as General HTML Support keeps them: what it reads from dir="…" on an element, these buttons write.
    const attributeOf = (block) => {
      if (block.hasAttribute("listItemId")) return "htmlLiAttributes";
      const view = { paragraph: "P", heading2: "H2", heading3: "H3", heading4: "H4" }[block.name];
      return view && `html${view}Attributes`;
    };
    const blocks = () => [...model.document.selection.getSelectedBlocks()].filter(attributeOf);
    const turned = (block) => block.getAttribute(attributeOf(block))?.attributes?.dir === other.dir;

    button(
      editor,
      "otherDirection",
      { label: labels.otherDirection, icon: ICONS.otherDirection[other.dir] },
      () => blocks().some(turned),
      () =>
        model.change((writer) => {
          const chosen = blocks();
          const back = chosen.some(turned);
          for (const block of chosen) {
            const name = attributeOf(block);
            const held = block.getAttribute(name) || {};
            const attributes = { ...held.attributes };
            if (back) delete attributes.dir;
            else attributes.dir = other.dir;
            const kept = { ...held, attributes };
            if (Object.keys(attributes).length || held.classes?.length) writer.setAttribute(name, kept, block);
            else writer.removeAttribute(name, block);
          }
        })
    );

    // The marked words that the caret stands in; none where it stands at their end, and what follows is in the text's language.
    const runAround = (position) => {
      const marked = (node) => node?.is("$text") && node.hasAttribute("htmlSpan");
      const here = position.textNode ?? (marked(position.nodeBefore) && marked(position.nodeAfter) ? position.nodeAfter : null);
      if (!marked(here)) return null;
      let [first, last] = [here, here];
      while (marked(first.previousSibling)) first = first.previousSibling;
      while (marked(last.nextSibling)) last = last.nextSibling;
      return model.createRange(model.createPositionBefore(first), model.createPositionAfter(last));
    };

    button(
      editor,
      "otherLanguage",
      { label: labels.otherLanguage, withText: false, icon: letterIcon(LETTERS[other.lang]) },
      () => model.document.selection.hasAttribute("htmlSpan"),
      () =>
        model.change((writer) => {
          const selection = model.document.selection;
          const back = selection.hasAttribute("htmlSpan");
          const value = { attributes: { dir: other.dir, lang: other.lang } };
          if (selection.isCollapsed) {
            const run = back && runAround(selection.getFirstPosition());
            if (run) writer.removeAttribute("htmlSpan", run);
            if (back) writer.removeSelectionAttribute("htmlSpan");
            else writer.setSelectionAttribute("htmlSpan", value);
            return;
          }
          for (const range of model.schema.getValidRanges(selection.getRanges(), "htmlSpan")) {
            if (back) writer.removeAttribute("htmlSpan", range);
            else writer.setAttribute("htmlSpan", value, range);
          }
        })
    );

    // The editor gives its own widgets inline styles (a picture's proportions, the bar of an upload). The policy of the page
    // refuses them as attributes and allows them as properties; what is saved has none.
    for (const converter of [editor.editing.view.domConverter, editor.data.htmlProcessor.domConverter]) {
      const setAttribute = converter.setDomElementAttribute.bind(converter);
      const isShown = converter === editor.editing.view.domConverter;
      converter.setDomElementAttribute = (element, name, value, related) => {
        if (name !== "style") setAttribute(element, name, value, related);
        else if (isShown) element.style.cssText = value;
      };
    }

    editor.on("ready", () => {
      const items = CHARACTERS.map(([character, title]) => ({ character, title }));
      editor.plugins.get("SpecialCharacters").addItems("Arabic", items, { label: labels.arabic });

      // An upload belongs to the report's branch: the one that is chosen now, else the one it is stored with.
      const files = editor.plugins.get("FileRepository");
      const create = files.createUploadAdapter;
      files.createUploadAdapter = (loader) => {
        const adapter = create(loader);
        const branch = document.getElementById("id_branch")?.value;
        const article = location.pathname.match(/\/articles\/article\/(\d+)\//)?.[1];
        const place = branch ? `?branch=${branch}` : article ? `?article=${article}` : "";
        adapter.options = { ...adapter.options, uploadUrl: adapter.options.uploadUrl + place };
        return adapter;
      };

      const say = window.ShafPaste.notice(editor, labels);
      editor.on("shaf:leftOut", (_event, found) => say(labels.leftOutOfPaste, window.ShafPaste.lines(found, labels)));
      // What the server would not store, said while the text is written (desk/autosave.js).
      let warned = "[]";
      window.addEventListener("shaf:leftOut", ({ detail }) => {
        const lines = detail[editor.sourceElement.name] || [];
        if (JSON.stringify(lines) === warned) return;
        warned = JSON.stringify(lines);
        if (lines.length) say(labels.leftOutOfSave, lines);
      });
      editor.on("shaf:noteRemoved", () => say(labels.footnoteRemoved));
    });
  };

  function letterIcon(letters) {
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><text x="10" y="14.5" text-anchor="middle" font-size="${letters.length > 1 ? 11 : 14}" font-weight="700">${letters}</text></svg>`;
  }
})();
