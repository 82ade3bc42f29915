/* The rows «المصدر / الكاتب / التاريخ»: names found or added on the spot, rows and authors put in order by mouse and by
   keyboard. Each row keeps the names of its fields; its place is the hidden field `order`. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const $ = django.jQuery;
  const group = document.querySelector("section.attributions");
  const list = group?.querySelector("ol.rows");
  if (!list) return;
  const prefix = group.dataset.prefix;
  const total = document.getElementById(`id_${prefix}-TOTAL_FORMS`);
  const status = group.querySelector("[data-status]");
  const ARABIC = /[\u0620-\u064a\u066e-\u06d3]/;
  // The languages in which this person may name somebody: those he writes in.
  const LANGUAGES = (group.dataset.nameLanguages || "").split(" ").filter(Boolean);
  const say = (text) => { status.textContent = text; };
  const said = (text, values) => interpolate(text, values, true);
  const changed = (field) => {
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const element = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const isolated = (text) => `\u2068${text}\u2069`;

  function toolButton(sign, className, act) {
    const button = element("button", { type: "button", className: `tool ${className}` });
    button.append(element("span", { textContent: sign, ariaHidden: "true" }));
    button.addEventListener("click", act);
    return button;
  }
  const name = (button, label) => {
    button.setAttribute("aria-label", label);
    button.title = label;
  };

  /* Order by dragging a handle; `moved` is told once at the end. */
  function draggable(item, handle, moved) {
    handle.addEventListener("pointerdown", () => { item.draggable = true; });
    handle.addEventListener("pointerup", () => { item.draggable = false; });
    item.addEventListener("dragstart", (event) => {
      if (event.target !== item) return;
      event.stopPropagation();
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", "");
      item.classList.add("dragging");
    });
    item.addEventListener("dragover", (event) => {
      const other = item.parentElement.querySelector(":scope > .dragging");
      if (!other || other === item || item.classList.contains("byline")) return;
      event.preventDefault();
      const { top, height } = item.getBoundingClientRect();
      if (event.clientY < top + height / 2) item.before(other);
      else item.after(other);
    });
    item.addEventListener("dragend", (event) => {
      if (event.target !== item) return;
      item.draggable = false;
      item.classList.remove("dragging");
      moved();
    });
  }

  /* Rows */

  const rows = () => [...list.children];
  const references = () => rows().filter((row) => !row.classList.contains("byline"));
  const orderOf = (row) => row.querySelector('input[name$="-order"]');

  function arrange() {
    rows().forEach((row, place) => {
      const order = orderOf(row);
      if (order.value !== String(place)) {
        order.value = place;
        changed(order);
      }
    });
    const all = references();
    all.forEach((row, index) => {
      const values = { name: said(gettext("Reference %(n)s"), { n: index + 1 }) };
      row.querySelector(".row-name").textContent = values.name;
      name(row.querySelector(".up"), said(gettext("Move up: %(name)s"), values));
      name(row.querySelector(".down"), said(gettext("Move down: %(name)s"), values));
      name(row.querySelector(".remove"), said(gettext("Remove: %(name)s"), values));
      row.querySelector(".up").setAttribute("aria-disabled", String(index === 0));
      row.querySelector(".down").setAttribute("aria-disabled", String(index === all.length - 1));
    });
  }

  function moveRow(row, step, button) {
    const all = references();
    const place = all.indexOf(row) + step;
    if (!all[place]) return;
    if (step < 0) all[place].before(row);
    else all[place].after(row);
    arrange();
    button.focus();
    say(said(gettext("Moved to place %(place)s of %(count)s."), { place: place + 1, count: all.length }));
  }

  function setUpRow(row) {
    row.querySelectorAll("select.name-picker").forEach(setUpPicker);
    const title = row.querySelector('input[name$="-title"]');
    const language = row.querySelector('select[name$="-title_language"]');
    language?.addEventListener("change", () => {
      title.dir = !language.value ? "auto" : ["ar", "fa", "he", "ur"].includes(language.value) ? "rtl" : "ltr";
      if (language.value) title.lang = language.value;
      else title.removeAttribute("lang");
    });
    if (row.classList.contains("byline")) return;
    const up = toolButton("↑", "up", () => moveRow(row, -1, up));
    const down = toolButton("↓", "down", () => moveRow(row, 1, down));
    const remove = toolButton("×", "remove", () => removeRow(row, true));
    const handle = element("span", { className: "handle", textContent: "⠿", ariaHidden: "true" });
    handle.title = gettext("Drag to another place");
    row.querySelector("legend").after(element("div", { className: "row-tools" }, handle, up, down, remove));
    draggable(row, handle, arrange);
    const gone = element("p", { className: "gone", hidden: true }, element("span"));
    const undo = element("button", { type: "button", className: "button quiet undo", textContent: gettext("Undo") });
    undo.addEventListener("click", () => removeRow(row, false));
    gone.append(" ", undo);
    row.append(gone);
    row.querySelector(".delete").hidden = true;
    if (row.querySelector('input[name$="-DELETE"]').checked) removeRow(row, true, false);
  }

  function removeRow(row, removed, focus = true) {
    const box = row.querySelector('input[name$="-DELETE"]');
    const text = said(gettext("%(name)s will be removed when you save."), { name: row.querySelector(".row-name").textContent });
    box.checked = removed;
    row.classList.toggle("removed", removed);
    row.querySelector("fieldset").hidden = removed;
    row.querySelector(".gone").hidden = !removed;
    row.querySelector(".gone span").textContent = text;
    if (!focus) return;
    changed(box);
    say(removed ? text : gettext("Brought back."));
    row.querySelector(removed ? ".undo" : ".remove").focus();
  }

  function addRow() {
    const index = total.value;
    const html = group.querySelector("template").innerHTML.replaceAll("__prefix__", index);
    const row = element("div", { innerHTML: html }).firstElementChild;
    list.append(row);
    total.value = Number(index) + 1;
    changed(total);
    setUpRow(row);
    arrange();
    row.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: prefix } }));
    row.querySelector(".field-source .select2-selection").focus();
    say(said(gettext("%(name)s was added."), { name: row.querySelector(".row-name").textContent }));
  }

  /* Names */

  const pickerOf = (select) => select.parentElement.querySelector(".select2-container");
  const focusPicker = (select) =>
    (pickerOf(select).querySelector(".select2-search__field") || pickerOf(select).querySelector(".select2-selection")).focus();

  function choose(select, id, text) {
    let option = [...select.options].find((known) => known.value === id);
    if (!option) {
      option = new Option(text, id, false, false);
      select.append(option);
    }
    if (!select.multiple) select.value = id;
    else if (!option.selected) {
      option.selected = true;
      select.append(option);
    }
    $(select).trigger("change");
  }

  function setUpPicker(select) {
    const kind = select.dataset.kind;
    const addUrl = group.dataset[{ author: "addAuthor", source: "addSource" }[kind]];
    $(select).select2({
      width: "100%",
      ajax: {
        delay: 150,
        data: (params) => ({
          term: params.term,
          page: params.page,
          app_label: select.dataset.appLabel,
          model_name: select.dataset.modelName,
          field_name: select.dataset.fieldName,
        }),
      },
      tags: Boolean(addUrl),
      createTag: ({ term }) => {
        const typed = (term || "").trim().replace(/\s+/g, " ");
        return typed.length > 1 ? { id: `new:${typed}`, text: typed, typed } : null;
      },
      insertTag: (results, tag) => results.push(tag),
      templateResult: (result) =>
        result.typed
          ? element("span", { className: "add-name", textContent: said(gettext("Add “%(name)s”"), { name: isolated(result.typed) }) })
          : element("bdi", { textContent: result.text }),
      templateSelection: (result) => element("bdi", { textContent: result.text }),
    });
    // Until an answer has come, the list would show what was found for the name before: whoever types fast must not take it.
    const select2 = $(select).data("select2");
    select2.on("query", (params) => {
      select2.results.clear();
      select2.results.showLoading(params);
    });
    $(select).on("select2:selecting", (event) => {
      const { typed } = event.params.args.data;
      if (!typed) return;
      event.preventDefault();
      $(select).select2("close");
      add(select, addUrl, typed);
    });
    if (!select.multiple) return;
    const people = element("ol", { className: "people" });
    pickerOf(select).before(people);
    // Chosen authors stand in the list above the field, so there is no chip for the backspace key to take away unseen.
    pickerOf(select).addEventListener("keydown", (event) => {
      if (event.key === "Backspace" && event.target.value === "") event.stopPropagation();
    }, true);
    $(select).on("select2:select", (event) => {
      const { element: option } = event.params.data;
      if (option) select.append(option);
    });
    $(select).on("change", () => showPeople(select, people));
    showPeople(select, people);
  }

  function showPeople(select, people) {
    const chosen = [...select.selectedOptions];
    people.hidden = !chosen.length;
    people.setAttribute("aria-label", gettext("Authors, in the order in which they are printed"));
    people.replaceChildren(
      ...chosen.map((option, index) => {
        const values = { name: isolated(option.textContent) };
        const item = element("li", {}, element("bdi", { textContent: option.textContent }));
        item.option = option;
        const up = toolButton("→", "up", () => moveAuthor(select, people, index, -1));
        const down = toolButton("←", "down", () => moveAuthor(select, people, index, 1));
        const remove = toolButton("×", "remove", () => {
          option.selected = false;
          $(select).trigger("change");
          say(said(gettext("%(name)s was removed."), values));
          focusPicker(select);
        });
        name(up, said(gettext("Print earlier: %(name)s"), values));
        name(down, said(gettext("Print later: %(name)s"), values));
        name(remove, said(gettext("Remove: %(name)s"), values));
        up.setAttribute("aria-disabled", String(index === 0));
        down.setAttribute("aria-disabled", String(index === chosen.length - 1));
        if (chosen.length > 1) {
          const handle = element("span", { className: "handle", textContent: "⠿", ariaHidden: "true" });
          item.prepend(handle);
          draggable(item, handle, () => {
            select.append(...[...people.children].map((one) => one.option));
            $(select).trigger("change");
          });
          item.append(up, down);
        }
        item.append(remove);
        return item;
      })
    );
  }

  function moveAuthor(select, people, index, step) {
    const chosen = [...select.selectedOptions];
    const place = index + step;
    if (!chosen[place]) return;
    const [option] = chosen.splice(index, 1);
    chosen.splice(place, 0, option);
    select.append(...chosen);
    $(select).trigger("change");
    people.children[place].querySelector(step < 0 ? ".up" : ".down").focus();
    say(said(gettext("Moved to place %(place)s of %(count)s."), { place: place + 1, count: chosen.length }));
  }

  const underWay = new Set(); // fields for which the server is asked
  const random = () => crypto.getRandomValues(new Uint32Array(4)).reduce((name, part) => name + part.toString(36), "");

  async function add(select, url, typed, names = null, sure = false) {
    if (underWay.has(select)) return;
    const language = ARABIC.test(typed) ? "ar" : "en";
    if (!names && (LANGUAGES.length > 1 || !LANGUAGES.includes(language))) {
      askForNames(select, url, typed, language);
      return;
    }
    names = names || { [language]: typed };
    const data = new FormData();
    for (const [language, text] of Object.entries(names)) data.append(`name_${language}`, text);
    if (sure) data.append("sure", "1");
    data.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    data.append("once", random());
    let answer = {}, response = null;
    underWay.add(select);
    try {
      response = await fetch(url, { method: "POST", body: data, headers: { Accept: "application/json" } });
      answer = await response.json();
    } catch {
      answer = { error: said(gettext("“%(name)s” could not be added: the server did not answer, or you are logged out. Try again."), { name: isolated(typed) }) };
    } finally {
      underWay.delete(select);
    }
    if (response?.status === 201) {
      const waiting = isStillAt(select);
      closePanel(select);
      choose(select, answer.id, answer.text);
      say(said(gettext("%(name)s was added to the register."), { name: isolated(answer.text) }));
      if (waiting) focusPicker(select);
    } else if (answer.alike) askWhich(select, url, typed, names, answer);
    else showError(select, answer.error);
  }

  /* What was typed into the panel stays there beside the error. */
  function showError(select, text) {
    const panel = select.closest(".field").querySelector(".question");
    if (!panel?.querySelector("input")) {
      showPanel(select, text, [], []);
      return;
    }
    panel.querySelector(".errornote")?.remove();
    panel.querySelector("p").after(element("p", { className: "errornote", textContent: text }));
    panel.querySelector("input").focus();
    say(text);
  }

  function askWhich(select, url, typed, names, { question, alike }) {
    const buttons = alike.map(({ id, text }) => [
      said(gettext("Use “%(name)s”"), { name: isolated(text) }),
      () => {
        closePanel(select);
        choose(select, id, text);
        focusPicker(select);
      },
    ]);
    buttons.push([said(gettext("No: add “%(name)s” as another"), { name: isolated(typed) }), () => add(select, url, typed, names, true)]);
    showPanel(select, question, [], buttons);
  }

  /* The name as it was typed, and its other language, which may wait: until somebody adds it, no page of that language
     can be published. */
  function askForNames(select, url, typed, language) {
    const labels = {
      ar: [gettext("Name in Arabic"), gettext("Name in Arabic (optional, but needed for the Arabic page)")],
      en: [gettext("Name in English"), gettext("Name in English (optional, but needed for the English page)")],
    };
    const inputs = {};
    const offered = LANGUAGES.length ? LANGUAGES : [language];
    const fields = offered.map((code) => {
      const own = code === language || offered.length === 1;
      const input = element("input", { type: "text", value: code === language ? typed : "", lang: code, dir: code === "ar" ? "rtl" : "ltr", className: "vTextField" });
      inputs[code] = input;
      return element("label", {}, element("span", { textContent: labels[code][own ? 0 : 1] }), input);
    });
    const send = () =>
      add(select, url, typed, Object.fromEntries(Object.entries(inputs).map(([code, input]) => [code, input.value])));
    Object.values(inputs).forEach((input) => {
      input.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        send();
      });
    });
    showPanel(select, said(gettext("How is “%(name)s” written in each language?"), { name: isolated(typed) }), fields, [[gettext("Add the name"), send]]);
    Object.values(inputs).find((input) => !input.value)?.focus();
  }

  // Whoever went on to another field while the server thought must not find his next words in this one.
  function isStillAt(select) {
    const focused = document.activeElement;
    return focused === document.body || select.closest(".field").contains(focused);
  }

  function closePanel(select) {
    select.closest(".field").querySelector(".question")?.remove();
  }

  function showPanel(select, text, fields, buttons) {
    const waiting = isStillAt(select);
    closePanel(select);
    const panel = element("div", { className: "question", role: "group" });
    const heading = element("p", { textContent: text, id: `${select.id}_question` });
    panel.setAttribute("aria-labelledby", heading.id);
    const cancel = () => {
      closePanel(select);
      focusPicker(select);
    };
    const actions = element("p", { className: "verbs" });
    for (const [label, act] of [...buttons, [buttons.length ? gettext("Cancel") : gettext("Close"), cancel]]) {
      const button = element("button", { type: "button", className: "button quiet", textContent: label });
      button.addEventListener("click", act);
      actions.append(button);
    }
    panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") cancel();
    });
    panel.append(heading, ...fields, actions);
    select.closest(".field").append(panel);
    if (waiting) (fields.length ? panel.querySelector("input") : actions.firstElementChild).focus();
    say(text);
  }

  rows().forEach(setUpRow);
  arrange();
  group.querySelector(".add-row").addEventListener("click", addRow);
});
