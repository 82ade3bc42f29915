/* A file that is dropped is the file that is chosen, and is read at once. */
"use strict";
(() => {
  const zone = document.querySelector("[data-drop]");
  const input = zone?.querySelector("input[type=file]");
  if (!input || typeof DataTransfer === "undefined") return;
  const form = input.form;
  zone.querySelector(".drop").hidden = false;
  window.ShafUpload.onDrop(zone, (files) => {
    const one = new DataTransfer();
    for (const file of files.slice(0, 1)) one.items.add(file);
    input.files = one.files;
    if (one.files.length) form.requestSubmit();
  });
})();
