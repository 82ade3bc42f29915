/* A courtesy: a form that is on its way is not sent again. What counts is the server's half, shaf/once/. */
"use strict";
(() => {
  const AGAIN = 8_000; // ms after which the server is taken for silent, and the button works again
  const FIELD = "once";
  const onTheirWay = new Map();

  // What was sent from this tab, by the form's place; no entry of the history is touched.
  const remembered = {
    get: (key) => { try { return sessionStorage.getItem(key); } catch { return null; } },
    set: (key, token) => { try { sessionStorage.setItem(key, token); } catch { /* private mode */ } },
  };
  const forms = () => [...document.querySelectorAll("form")].filter((form) => form.elements[FIELD]);
  const keyOf = (form) => `${FIELD} ${location.pathname} ${forms().indexOf(form)}`;
  const buttons = (form) => [...form.elements].filter((element) => element.type === "submit");

  function release(form) {
    clearTimeout(onTheirWay.get(form));
    onTheirWay.delete(form);
    for (const button of buttons(form)) button.removeAttribute("aria-disabled");
  }

  // A listener that sends the form itself has prevented this event by now.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.elements[FIELD]) return;
    if (onTheirWay.has(form)) {
      event.preventDefault();
      return;
    }
    // Not `disabled`: the button's own name is part of what is sent.
    for (const button of buttons(form)) button.setAttribute("aria-disabled", "true");
    remembered.set(keyOf(form), form.elements[FIELD].value);
    onTheirWay.set(form, setTimeout(release, AGAIN, form));
  });

  /* The way back to a form that the browser filled in again as it was sent: it is that form, and not a new one. */
  const changed = (form) =>
    [...form.elements].some((element) =>
      element.matches("input[type=checkbox], input[type=radio]")
        ? element.checked !== element.defaultChecked
        : element.matches("select")
          ? [...element.options].some((option) => option.selected !== option.defaultSelected) && [...element.options].some((option) => option.defaultSelected)
          : element.matches("textarea, input:not([type=hidden])") && element.value !== element.defaultValue
    );

  window.addEventListener("pageshow", (event) => {
    for (const form of onTheirWay.keys()) release(form);
    if (event.persisted || performance.getEntriesByType("navigation")[0]?.type !== "back_forward") return;
    for (const form of forms()) {
      const sent = remembered.get(keyOf(form));
      if (sent && changed(form)) form.elements[FIELD].value = sent;
    }
  });
})();
