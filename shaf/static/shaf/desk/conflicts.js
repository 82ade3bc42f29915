/* Two texts of one field: whose text is taken stands in the form's own choice; this shows it there and leads to the field. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const place = (field) =>
    field === "attributions" ? document.getElementById("attributions-group") : document.querySelector(`.form-row.field-${field}, .field-${field}`);

  for (const conflict of document.querySelectorAll("fieldset.conflict[data-field]")) {
    const { field } = conflict.dataset;
    const choices = [...conflict.querySelectorAll("input[type=radio]")];
    const target = place(field);
    if (!choices.length || !target) continue;
    const show = () => {
      const givenUp = choices.some((choice) => choice.checked && choice.value === "theirs");
      target.inert = givenUp;
      target.classList.toggle("given-up", givenUp);
      conflict.classList.toggle("takes-theirs", givenUp);
    };
    for (const choice of choices) choice.addEventListener("change", show);
    show();
    conflict.querySelector("[data-by-hand]")?.addEventListener("click", (event) => {
      event.preventDefault();
      choices.find((choice) => choice.value === "mine").checked = true;
      show();
      const pane = target.closest("[role=tabpanel]");
      if (pane?.hidden) document.getElementById(pane.getAttribute("aria-labelledby"))?.click();
      target.scrollIntoView({ block: "center" });
      const editor = window.editors?.[`id_${field}`];
      if (editor) editor.focus();
      else target.querySelector("input:not([type=hidden]), textarea, select, .select2-selection")?.focus();
    });
  }
  document.getElementById("conflict-title")?.focus();
});
