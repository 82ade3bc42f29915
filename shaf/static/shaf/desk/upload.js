/* One picture to the server, with its progress. Used by the library (pictures.js) and by the picker (picker.js). */
"use strict";
window.ShafUpload = (() => {
  const token = () => document.querySelector("input[name=csrfmiddlewaretoken]").value;

  /* Resolves to the server's answer; rejects with a sentence for people. `failed` is said where the server says nothing. */
  function send(url, fields, { failed, onProgress = () => {} }) {
    return new Promise((resolve, reject) => {
      const data = new FormData();
      for (const [name, value] of Object.entries(fields)) data.append(name, value);
      const request = new XMLHttpRequest();
      request.open("POST", url);
      request.setRequestHeader("Accept", "application/json");
      request.setRequestHeader("X-CSRFToken", token());
      request.responseType = "json";
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) onProgress(event.loaded / event.total);
      });
      request.addEventListener("error", () => reject(failed));
      request.addEventListener("load", () => {
        const answer = request.response;
        if (request.status === 200 && answer) resolve(answer);
        else reject(answer?.error?.message ?? failed);
      });
      request.send(data);
    });
  }

  /* Files dropped on `zone` go to `take`. */
  function onDrop(zone, take) {
    const over = (on) => zone.classList.toggle("dropping", on);
    const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
    zone.addEventListener("dragover", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      over(true);
    });
    zone.addEventListener("dragleave", (event) => {
      if (!zone.contains(event.relatedTarget)) over(false);
    });
    zone.addEventListener("drop", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      over(false);
      take([...event.dataTransfer.files]);
    });
  }

  return { send, onDrop };
})();
