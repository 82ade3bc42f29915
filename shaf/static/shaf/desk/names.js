/* A name that is missing is added where the refusal stands, and the page stays with all that is typed in it.
   Without this file the form leads to a page of its own. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const element = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const said = (text, values) => interpolate(text, values, true);
  const isolated = (text) => `\u2068${text}\u2069`;

  document.querySelectorAll("form.missing-name").forEach((form) => {
    const field = form.elements.namedItem("name");
    const button = form.querySelector("button");
    const answer = form.querySelector(".answer");

    async function send(sure) {
      const data = new FormData(form);
      if (sure) data.append("sure", "1");
      button.disabled = true;
      let status = 0, told = {};
      try {
        const response = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
        told = await response.json();
        status = response.status;
      } catch {
        told = { error: gettext("The name could not be added: the server did not answer, or you are logged out. Try again.") };
      }
      button.disabled = false;
      if (status === 201) finish(said(gettext("Added: %(name)s"), { name: isolated(told.text) }));
      else if (told.known) finish(told.error);
      else if (told.alike) ask(told);
      else {
        answer.replaceChildren(element("p", { className: "errornote", textContent: told.error }));
        field.setAttribute("aria-invalid", "true");
        field.focus();
      }
    }

    function ask({ question, alike }) {
      const names = alike.map(({ text }) => isolated(text)).join(pgettext("list separator", ", "));
      const another = element("button", { type: "button", className: "button quiet", textContent: gettext("It is another one: add the name") });
      another.addEventListener("click", () => send(true));
      const cancel = element("button", { type: "button", className: "button quiet", textContent: gettext("Cancel") });
      cancel.addEventListener("click", () => {
        answer.replaceChildren();
        field.focus();
      });
      answer.replaceChildren(element("div", { className: "question" },
        element("p", { textContent: `${question} ${names}` }),
        element("p", { className: "help", textContent: gettext("If it is the same, choose that entry in the report instead of this one. A manager can merge the two.") }),
        element("p", { className: "verbs" }, another, " ", cancel)));
      another.focus();
    }

    function finish(text) {
      const list = form.closest("ul");
      const item = form.closest("li");
      item.classList.add("mended");
      form.replaceWith(element("p", { className: "added", role: "status", textContent: text }));
      const next = list.querySelector("form.missing-name input[name=name]");
      const open = list.querySelectorAll("li:not(.mended)").length;
      if (open && next) next.focus();
      if (open) return;
      const section = list.closest("section");
      if (section?.classList.contains("findings")) location.reload();
      const done = section?.querySelector("[data-when-done]");
      if (!done) return;
      done.hidden = false;
      done.querySelector("a").focus();
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(false);
    });
  });
});
