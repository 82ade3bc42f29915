/* What an Arabic desk needs beyond the stock editor: a paragraph of the other direction, words of the other language, Arabic
   characters, and a line below the text that says what was left out of a paste. Labels come with the configuration. */
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
    // refuses them as attributes and allows them as properties.
    for (const converter of [editor.editing.view.domConverter, editor.data.htmlProcessor.domConverter]) {
      const setAttribute = converter.setDomElementAttribute.bind(converter);
      converter.setDomElementAttribute = (element, name, value, related) => {
        if (name === "style") element.style.cssText = value;
        else setAttribute(element, name, value, related);
      };
    }

    editor.on("ready", () => {
      const items = CHARACTERS.map(([character, title]) => ({ character, title }));
      editor.plugins.get("SpecialCharacters").addItems("Arabic", items, { label: labels.arabic });

      const notice = document.createElement("p");
      notice.className = "editor-notice";
      notice.setAttribute("role", "status");
      editor.ui.view.element.after(notice);
      editor.on("shaf:picturesLeftOut", () => {
        notice.textContent = labels.picturesLeftOut;
      });
    });
  };

  function letterIcon(letters) {
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><text x="10" y="14.5" text-anchor="middle" font-size="${letters.length > 1 ? 11 : 14}" font-weight="700">${letters}</text></svg>`;
  }
})();
