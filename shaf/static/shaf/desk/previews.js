/* A button beside each address that copies it. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  for (const address of document.querySelectorAll(".previews .address")) {
    const field = address.querySelector("input[readonly]");
    const button = address.querySelector("button");
    const label = button.textContent;
    button.hidden = false;
    field.addEventListener("focus", () => field.select());
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        // Not every page may write to the clipboard: plain http, for one.
        field.select();
        document.execCommand("copy");
      }
      button.textContent = button.dataset.copied;
      setTimeout(() => {
        button.textContent = label;
      }, 2000);
    });
  }
});
