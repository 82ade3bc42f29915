/* Language panes: the fieldsets .lang-pane of a change form become tabs. Without JavaScript they stand one below the other. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const panes = [...document.querySelectorAll("fieldset.lang-pane")];
  if (panes.length < 2) return;
  const list = document.createElement("div");
  list.className = "pane-tabs";
  list.setAttribute("role", "tablist");
  const key = "shaf.pane";
  const tabs = panes.map((pane, index) => {
    const heading = pane.querySelector("h2, .fieldset-heading");
    const tab = document.createElement("button");
    const language = pane.classList.contains("lang-en") ? "en" : "ar";
    tab.type = "button";
    tab.id = `pane-tab-${language}`;
    tab.lang = language;
    tab.textContent = heading ? heading.textContent.trim() : language;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", (pane.id = pane.id || `pane-${language}`));
    if (pane.querySelector(".errorlist")) tab.classList.add("has-errors");
    pane.setAttribute("role", "tabpanel");
    pane.setAttribute("aria-labelledby", tab.id);
    if (heading) heading.hidden = true;
    tab.addEventListener("click", () => open(index));
    tab.addEventListener("keydown", (event) => {
      const forward = getComputedStyle(list).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
      const step = { [forward]: 1, [forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft"]: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      open((index + step + tabs.length) % tabs.length, true);
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
    try { sessionStorage.setItem(key, tabs[index].id); } catch { /* private mode */ }
  };
  panes[0].before(list);
  const wrong = tabs.findIndex((tab) => tab.classList.contains("has-errors"));
  let last = -1;
  try { last = tabs.findIndex((tab) => tab.id === sessionStorage.getItem(key)); } catch { /* private mode */ }
  open(wrong >= 0 ? wrong : Math.max(last, 0));
});
