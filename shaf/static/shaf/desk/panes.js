/* Language panes: the fieldsets .lang-pane of a change form become tabs. Without JavaScript they stand one below the other.
   On a report's form a tab says how its language stands (#form-facts) and where errors are; each page remembers its pane. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const fieldsets = [...document.querySelectorAll("fieldset.lang-pane")];
  if (fieldsets.length < 2) return;
  // A fieldset may not be a tabpanel.
  const panes = fieldsets.map((fieldset) => {
    const pane = document.createElement("div");
    pane.id = `pane-${fieldset.classList.contains("lang-en") ? "en" : "ar"}`;
    fieldset.replaceWith(pane);
    pane.append(fieldset);
    return pane;
  });
  const list = document.createElement("div");
  list.className = "pane-tabs";
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", gettext("Languages"));
  const facts = JSON.parse(document.getElementById("form-facts")?.textContent || "{}");
  const key = `shaf.pane:${location.pathname}`;
  const badge = (className, text) => {
    const made = document.createElement("span");
    made.className = className;
    made.lang = "ar";
    made.textContent = text;
    return made;
  };
  const tabs = panes.map((pane, index) => {
    const heading = pane.querySelector("h2, .fieldset-heading");
    const tab = document.createElement("button");
    const language = pane.id.slice(-2);
    tab.type = "button";
    tab.id = `pane-tab-${language}`;
    const name = document.createElement("span");
    name.lang = language;
    name.textContent = heading ? heading.textContent.trim() : language;
    tab.append(name);
    for (const { text, kind } of facts[language] || []) tab.append(" ", badge(`state state-${kind}`, text));
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", pane.id);
    const errors = pane.querySelectorAll("ul.errorlist").length;
    if (errors) {
      tab.classList.add("has-errors");
      tab.append(" ", badge("state state-errors", interpolate(ngettext("%(n)s error", "%(n)s errors", errors), { n: errors }, true)));
    }
    pane.setAttribute("role", "tabpanel");
    pane.setAttribute("aria-labelledby", tab.id);
    fieldsets[index].removeAttribute("aria-labelledby");
    if (heading) heading.hidden = true;
    tab.addEventListener("click", () => open(index));
    tab.addEventListener("keydown", (event) => {
      const forward = getComputedStyle(list).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
      const step = { [forward]: 1, [forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft"]: -1 }[event.key];
      const target = { Home: 0, End: tabs.length - 1 }[event.key] ?? (step && (index + step + tabs.length) % tabs.length);
      if (target === undefined) return;
      event.preventDefault();
      open(target, true);
    });
    list.append(tab);
    return tab;
  });
  const open = (index, focus = false) => {
    panes.forEach((pane, i) => {
      pane.hidden = i !== index;
      tabs[i].setAttribute("aria-selected", String(i === index));
      tabs[i].tabIndex = i === index ? 0 : -1;
    });
    if (focus) tabs[index].focus();
    try { localStorage.setItem(key, tabs[index].id); } catch { /* private mode */ }
  };
  panes[0].before(list);
  const wrong = tabs.findIndex((tab) => tab.classList.contains("has-errors"));
  let last = -1;
  try { last = tabs.findIndex((tab) => tab.id === localStorage.getItem(key)); } catch { /* private mode */ }
  open(wrong >= 0 ? wrong : Math.max(last, 0));

  // A link to a field opens the pane that it stands in; a Select2 field takes the focus in its own way.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-field]");
    const field = link && document.getElementById(link.dataset.field);
    if (!field) return;
    event.preventDefault();
    const pane = panes.findIndex((one) => one.contains(field));
    if (pane >= 0) open(pane);
    const picker = field.parentElement.querySelector(".select2-search__field, .select2-selection, .ck-editor__editable");
    (picker || field).focus();
    (picker || field).scrollIntoView({ block: "center" });
  });
});
