/* The library's form: several files, dropped or chosen, each sent by itself with its progress and its own error. Without this
   script the same form sends them all at once. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form.picture-upload");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const branch = form.elements.branch;
  const list = form.querySelector(".uploads");
  const failed = form.dataset.failed;
  form.classList.add("scripted");

  function row(file) {
    const item = form.querySelector("template").content.firstElementChild.cloneNode(true);
    item.querySelector(".name").textContent = file.name;
    list.append(item);
    return item;
  }

  async function send(file) {
    const item = row(file);
    const progress = item.querySelector("progress");
    const said = item.querySelector(".said");
    const onProgress = (part) => {
      progress.value = part;
    };
    try {
      const picture = await ShafUpload.send(form.action, { file, branch: branch?.value ?? "" }, { failed, onProgress });
      item.classList.add("done");
      const link = said.appendChild(document.createElement("a"));
      link.href = form.dataset.page.replace("/0/", `/${picture.id}/`);
      link.textContent = form.dataset.describe;
      const thumb = item.querySelector("img");
      thumb.src = picture.thumb;
      thumb.hidden = false;
    } catch (message) {
      item.classList.add("refused");
      said.textContent = message;
    } finally {
      progress.hidden = true;
    }
  }

  async function take(files) {
    if (branch && !branch.value) {
      branch.reportValidity();
      return;
    }
    list.hidden = false;
    // One after the other: a slow line carries one picture sooner than five.
    for (const file of files) await send(file);
    form.querySelector(".show-all").hidden = false;
  }

  input.addEventListener("change", async () => {
    const files = [...input.files];
    input.value = "";
    await take(files);
  });
  ShafUpload.onDrop(form, take);
});
