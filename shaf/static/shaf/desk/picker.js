/* The widget of articles/desk/pictures/picker.py: a cover chosen from thumbnails or uploaded on the spot, and described. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const TEXTS = ["alt_ar", "alt_en", "caption_ar", "caption_en", "credit", "licence"];

  /* Whose pictures these are: the branch that the form says, else the article's. */
  function place() {
    const branch = document.getElementById("id_branch")?.value;
    if (branch) return { branch };
    const article = location.pathname.match(/\/articles\/article\/(\d+)\//)?.[1];
    return article ? { article } : {};
  }

  function setUp(picker) {
    const input = picker.querySelector("input[type=hidden]");
    const shown = picker.querySelector(".chosen");
    const dialog = picker.querySelector("dialog");
    const part = (name) => dialog.querySelector(`[data-part=${name}]`);
    const grid = part("grid");
    const said = part("said");
    const search = part("search");
    const more = part("more");
    const describing = part("describe");
    const { chooseUrl, uploadUrl, textsUrl, failed } = picker.dataset;
    let picture = null;
    let page = 1;
    let asked = 0;

    function show(section) {
      for (const name of ["choose", "describe"]) part(name).hidden = name !== section;
      said.textContent = "";
    }

    function card(found) {
      const button = picker.querySelector("template").content.firstElementChild.cloneNode(true);
      const image = button.querySelector("img");
      image.src = found.thumb;
      image.alt = "";
      button.querySelector(".name").textContent = found.alt_ar || found.alt_en || picker.dataset.noAlt;
      button.classList.toggle("no-alt", !found.alt_ar && !found.alt_en);
      button.addEventListener("click", () => describe(found));
      return button;
    }

    async function load(next) {
      const mine = ++asked;
      page = next;
      const query = new URLSearchParams({ q: search.value, page, ...place() });
      try {
        const response = await fetch(`${chooseUrl}?${query}`, { headers: { Accept: "application/json" } });
        if (!response.ok) throw new Error(response.status);
        const answer = await response.json();
        if (mine !== asked) return;
        if (page === 1) grid.replaceChildren();
        grid.append(...answer.pictures.map(card));
        more.hidden = !answer.next;
        part("none").hidden = grid.children.length > 0;
      } catch {
        if (mine === asked) said.textContent = failed;
      }
    }

    function describe(found) {
      picture = found;
      show("describe");
      describing.querySelector("img").src = found.thumb;
      for (const name of TEXTS) {
        const field = describing.querySelector(`[data-text=${name}]`);
        field.value = found[name];
        field.readOnly = !found.describable;
      }
      describing.querySelector("[data-text=alt_ar]").focus();
    }

    function choose(found) {
      picture = found;
      input.value = found ? found.id : "";
      input.dispatchEvent(new Event("change", { bubbles: true }));
      shown.hidden = !found;
      for (const name of ["edit", "remove"]) picker.querySelector(`[data-act=${name}]`).hidden = !found;
      if (found) {
        shown.querySelector("img").src = found.thumb;
        for (const name of ["alt_ar", "alt_en"]) {
          const place = shown.querySelector(`[data-shown=${name}]`);
          place.textContent = found[name] || picker.dataset.noAlt;
          place.classList.toggle("missing", !found[name]);
        }
      }
    }

    async function upload(files) {
      const file = files[0];
      if (!file) return;
      const progress = part("progress");
      progress.hidden = false;
      progress.value = 0;
      said.textContent = "";
      try {
        const onProgress = (share) => {
          progress.value = share;
        };
        describe(await ShafUpload.send(uploadUrl, { file, ...place() }, { failed, onProgress }));
      } catch (message) {
        said.textContent = message;
      } finally {
        progress.hidden = true;
      }
    }

    async function save() {
      if (!picture.describable) return picture;
      const texts = {};
      for (const name of TEXTS) {
        const text = describing.querySelector(`[data-text=${name}]`).value;
        if (text !== picture[name]) texts[name] = text;
      }
      if (!Object.keys(texts).length) return picture;
      return ShafUpload.send(textsUrl.replace("/0/", `/${picture.id}/`), texts, { failed });
    }

    const acts = {
      open() {
        show("choose");
        dialog.showModal();
        search.focus();
        load(1);
      },
      async edit() {
        dialog.showModal();
        if (picture) describe(picture);
        else {
          // What the page was opened with: its texts are asked for once.
          const response = await fetch(`${chooseUrl}?${new URLSearchParams({ id: input.value })}`);
          const [found] = response.ok ? (await response.json()).pictures : [];
          if (found) describe(found);
          else acts.open();
        }
      },
      remove() {
        choose(null);
        picker.querySelector("[data-act=open]").focus();
      },
      back: () => {
        show("choose");
        if (!grid.children.length) load(1);
      },
      close: () => dialog.close(),
      more: () => load(page + 1),
      async take() {
        try {
          choose(await save());
          dialog.close();
        } catch (message) {
          said.textContent = message;
        }
      },
    };
    picker.addEventListener("click", (event) => {
      const act = event.target.closest("[data-act]")?.dataset.act;
      if (act) acts[act]();
    });
    let pause = 0;
    search.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(() => load(1), 250);
    });
    dialog.addEventListener("keydown", (event) => {
      // Return in a field of the dialog must not send the report's form.
      if (event.key !== "Enter" || event.target.tagName !== "INPUT" || event.target.type === "file") return;
      event.preventDefault();
      if (!describing.hidden) acts.take();
    });
    const file = part("file");
    file.addEventListener("change", () => {
      const files = [...file.files];
      file.value = "";
      upload(files);
    });
    ShafUpload.onDrop(picker, (files) => {
      if (!dialog.open) acts.open();
      upload(files);
    });
    // None of the dialog's fields is the form's.
    dialog.addEventListener("input", (event) => event.stopPropagation());
    dialog.addEventListener("change", (event) => event.stopPropagation());
  }

  document.querySelectorAll(".picture-picker").forEach(setUp);
});
