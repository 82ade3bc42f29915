/* Keeps what is typed into a report's form: on the server, in this browser, and on the page until one of them has it. Says who
   else is here. The server's half is articles/desk/autosave/. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("article_form");
  const told = document.getElementById("keeping-data");
  if (!form || !told) return;
  const data = JSON.parse(told.textContent);
  const { labels } = data;
  const SECOND = 1000;
  const QUIET = 3 * SECOND; // after the last letter
  const LATEST = 15 * SECOND; // after the first one
  const BEAT = 20 * SECOND;
  const AGAIN = 5 * SECOND; // after a failure
  const ALIVE_BYTES = 60_000; // what a browser sends for a page that is going away

  const tab = crypto.getRandomValues(new Uint32Array(4)).reduce((name, part) => name + part.toString(36), "");
  const version = () => Number(form.elements.version.value) || 0;
  form.elements.tab.value = tab;
  form.autocomplete = "off"; // a browser's own refilling would look like typing, or hide it

  // What the form says

  const offered = new Set(data.fields);
  const groupOf = (name) => (name.startsWith("attributions-") ? "attributions" : name);

  function grouped(pairs) {
    const groups = new Map(data.fields.map((field) => [field, []]));
    for (const [name, value] of pairs) {
      if (typeof value !== "string" || name.includes("__prefix__") || !offered.has(groupOf(name))) continue;
      groups.get(groupOf(name)).push([name, value]);
    }
    return groups;
  }

  function* stockValues() {
    for (const element of form.elements) {
      if (!element.name || element.disabled || groupOf(element.name) === "attributions") continue;
      if (element.matches("input:not([type=radio], [type=checkbox]), textarea")) yield [element.name, element.defaultValue];
    }
  }

  // The values that count as untouched: what the server sent, what scripts made of it, and how the editor spells it.
  const untouched = new Map(data.fields.map((field) => [field, new Set()]));
  const remember = (groups) => {
    for (const [field, pairs] of groups) if (pairs.length) untouched.get(field).add(JSON.stringify(pairs));
  };
  const here = grouped(new FormData(form));
  const texts = grouped(stockValues());
  remember(texts);
  for (const [field, pairs] of here) if (!texts.get(field).length) untouched.get(field).add(JSON.stringify(pairs));

  const editorsSeen = new Set();
  function meetEditors() {
    for (const [id, editor] of Object.entries(window.editors || {})) {
      if (editorsSeen.has(id)) continue;
      editorsSeen.add(id);
      const area = editor.sourceElement;
      // The area is first written to when something is typed, which may have been just now.
      if (area.value === area.defaultValue) untouched.get(area.name)?.add(JSON.stringify([[area.name, editor.getData()]]));
      withFreshToken(editor);
    }
  }

  // The editor remembers the token of the moment when it was made; a new login brings a new one.
  function withFreshToken(editor) {
    const files = editor.plugins.has("FileRepository") && editor.plugins.get("FileRepository");
    if (!files?.createUploadAdapter) return;
    const make = files.createUploadAdapter;
    files.createUploadAdapter = (loader) => {
      const adapter = make(loader);
      if (adapter.options?.headers) adapter.options = { ...adapter.options, headers: { ...adapter.options.headers, "X-CSRFToken": token() } };
      return adapter;
    };
  }

  function typed() {
    const changed = [];
    const fields = [];
    for (const [field, pairs] of grouped(new FormData(form))) {
      if (!data.shows_unsaved && untouched.get(field).has(JSON.stringify(pairs))) continue;
      changed.push(field);
      fields.push(...pairs);
    }
    return { changed, fields, text: changed.length ? JSON.stringify([changed, fields]) : "" };
  }

  // In this browser

  const shelf = `shaf.unsaved.${data.user}.${data.article ?? "new"}.`;
  let shelved = true;

  function shelve(now, synced) {
    try {
      if (!now.text) localStorage.removeItem(shelf + tab);
      else {
        const copy = { at: Date.now(), version: version(), changed: now.changed, fields: now.fields, synced };
        localStorage.setItem(shelf + tab, JSON.stringify(copy));
      }
      shelved = true;
    } catch {
      shelved = false;
      try { localStorage.removeItem(shelf + tab); } catch { /* switched off */ }
    }
  }

  function copies() {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(shelf) && key !== shelf + tab)
        .map((key) => ({ key, name: key.slice(shelf.length), ...JSON.parse(localStorage.getItem(key)) }));
    } catch {
      return [];
    }
  }

  /* What other tabs left in this browser: the server gets what it has not, and then it is offered above the form. */
  async function recover() {
    const open = new Set(((await navigator.locks?.query())?.held || []).map((lock) => lock.name));
    let found = false;
    for (const copy of copies()) {
      if (open.has(`shaf.tab.${copy.name}`)) continue;
      let done = copy.synced && data.own && !data.own.includes(copy.name);
      if (!copy.synced && copy.changed) {
        const name = navigator.locks ? copy.name : `${copy.name.slice(0, 30)}-left`; // it might be open and writing
        const { version, changed, fields } = copy;
        const answer = await send({ tab: name, version, changed, fields, leave: true }).catch(() => null);
        done = Boolean(answer?.ok);
        found ||= Boolean(done && (await answer.json()).row);
      }
      if (done) try { localStorage.removeItem(copy.key); } catch { /* switched off */ }
    }
    if (found) await showUnsaved();
  }

  async function showUnsaved() {
    const answer = await fetch(`${data.url}${data.article ? `?article=${data.article}` : ""}`);
    if (answer.ok && !answer.redirected) document.getElementById("unsaved").innerHTML = await answer.text();
  }

  // On the server

  function token() {
    return document.cookie.match(/(?:^|; )(?:__Host-)?csrftoken=([^;]+)/)?.[1] || form.elements.csrfmiddlewaretoken.value;
  }

  function send(what, keepalive = false) {
    return fetch(data.url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
      body: JSON.stringify({ user: data.user, article: data.article, tab, version: version(), ...what }),
      keepalive,
      ...(keepalive ? {} : { signal: AbortSignal.timeout(30 * SECOND) }),
    });
  }

  let acknowledged = data.shows_unsaved ? null : ""; // the text that the server has
  let keptAt = null;
  let row = null;
  let last = "";
  let changedAt = 0;
  let waitingSince = 0;
  let notBefore = 0;
  let beatAt = 0;
  let running = null;
  let leaving = false;

  const pending = () => typed().text !== acknowledged;

  /* Sends what the server has not, or a sign of life. Resolves to kept, login, offline, refused or failed. */
  function sync() {
    running ??= attempt().finally(() => { running = null; });
    return running;
  }

  async function attempt(second = false) {
    const now = typed();
    const news = now.text !== acknowledged;
    const what = { writing: Date.now() - changedAt < 60 * SECOND };
    if (news) Object.assign(what, { changed: now.changed, fields: now.fields, supersedes: data.supersedes ? [data.supersedes] : [] });
    if (news) show("keeping");
    beatAt = Date.now();
    let answer, said;
    try {
      answer = await send(what);
      said = await answer.json().catch(() => ({}));
    } catch {
      return failed("offline", shelved ? "offline" : "offline_only_here");
    }
    if (answer.ok) {
      if (news) {
        acknowledged = now.text;
        waitingSince = 0;
        keptAt = Date.now();
        row = said.row ?? null;
        if (said.left_out) window.dispatchEvent(new CustomEvent("shaf:leftOut", { detail: said.left_out }));
        if (typed().text === now.text) shelve(now, true);
        if (data.before) try { localStorage.removeItem(shelf + data.before); } catch { /* switched off */ }
        data.supersedes = data.before = null;
      }
      showOthers(said);
      show(!acknowledged ? "" : pending() ? "unsaved" : "kept");
      return "kept";
    }
    if (answer.status === 403 && said.code === "csrf" && !second) {
      await fetch(data.relogin).catch(() => null);
      return attempt(true);
    }
    if (answer.status === 401 || ["other_user", "csrf"].includes(said.code)) return failed("login", "login");
    if (said.code === "too_many" || answer.status >= 500 || answer.status === 400)
      return failed("failed", shelved ? "failed" : "failed_only_here", said.message);
    return failed("refused", "refused", said.message || labels.gone);
  }

  function failed(outcome, state, message) {
    notBefore = Date.now() + AGAIN;
    show(state, message);
    if (outcome === "login") askToLogIn();
    return outcome;
  }

  /* Until the server has the very text that stands in the form. */
  async function settle() {
    for (let round = 0; round < 5; round += 1) {
      if (running) await running;
      const outcome = await sync();
      if (outcome !== "kept" || !pending()) return outcome;
    }
    return "kept";
  }

  function tick() {
    if (leaving) return;
    meetEditors();
    const now = typed();
    const time = Date.now();
    if (now.text !== last) {
      last = now.text;
      changedAt = time;
      waitingSince ||= time;
      shelve(now, now.text === acknowledged);
      if (now.text !== acknowledged && !running) show("unsaved");
    }
    const due = now.text !== acknowledged && (time - changedAt >= QUIET || time - waitingSince >= LATEST);
    if ((due || time - beatAt >= BEAT) && time >= notBefore && !asking() && !running) sync();
    showSince();
  }

  // Saving

  let wanted = null; // the button whose save waits for a login

  form.addEventListener("submit", async (event) => {
    if (leaving || event.defaultPrevented) return;
    event.preventDefault();
    tick();
    const button = event.submitter || form.querySelector("[name=_continue]");
    show("saving");
    const outcome = await settle();
    if (outcome === "kept" || outcome === "failed") {
      leaving = true;
      form.requestSubmit(button);
    } else if (outcome === "login") {
      wanted = button;
      askToLogIn(true);
    } else if (outcome === "offline") show("not_sent");
  });

  document.addEventListener(
    "submit",
    (event) => {
      const field = event.target.elements?.csrfmiddlewaretoken;
      if (field) field.value = token();
    },
    true
  );

  document.addEventListener(
    "keydown",
    (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.code !== "KeyS") return;
      event.preventDefault();
      if (!event.repeat && !asking()) form.querySelector("[name=_continue]")?.click();
    },
    true
  );

  // Logging in again

  const dialog = document.getElementById("relogin");
  const password = document.getElementById("relogin-password");
  const code = document.getElementById("relogin-code");
  const errors = dialog.querySelector(".errorlist");
  let later = false;
  const asking = () => dialog.open;

  function askToLogIn(again = false) {
    if (dialog.open || (later && !again)) return;
    password.value = code.value = "";
    errors.hidden = true;
    dialog.showModal();
    password.focus();
  }

  function refuse(message, field = password) {
    const item = document.createElement("li");
    item.textContent = message;
    errors.replaceChildren(item);
    errors.hidden = false;
    field.select();
  }

  dialog.addEventListener("close", () => {
    later = true;
    wanted = null;
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    let answer, said;
    try {
      await fetch(data.relogin); // the token's cookie may be gone with the session's
      answer = await fetch(data.relogin, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
        body: JSON.stringify({
          user: data.user,
          username: document.getElementById("relogin-username").value,
          password: password.value,
          code: code.value,
        }),
      });
      said = await answer.json();
    } catch {
      return refuse(labels.unreachable);
    }
    if (said.code === "second_factor") {
      code.parentElement.hidden = false;
      return refuse(said.message, code);
    }
    if (!answer.ok) return refuse(said.message);
    const button = wanted;
    dialog.close();
    later = false;
    notBefore = 0;
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token();
    if (button) form.requestSubmit(button);
    else sync();
  });

  // What is said

  const state = document.getElementById("keeping-state");
  const since = state?.querySelector("time");
  const ago = new Intl.RelativeTimeFormat(`${document.documentElement.lang || "ar"}-u-nu-latn`, { numeric: "auto" });

  function show(name, message) {
    if (!state) return;
    const said = message || labels[name] || "";
    const status = state.querySelector("[role=status]");
    if (status.textContent !== said) status.textContent = said;
    state.dataset.state = name;
    state.hidden = !said;
    showSince();
  }

  function showSince() {
    if (!state) return;
    const seconds = Math.round((Date.now() - keptAt) / SECOND);
    const said = state.dataset.state !== "kept" ? "" : seconds < 60 ? ago.format(0, "second") : seconds < 3600 ? ago.format(-Math.round(seconds / 60), "minute") : ago.format(-Math.round(seconds / 3600), "hour");
    if (since.textContent !== said) since.textContent = said;
  }

  const presence = document.getElementById("presence");
  let presenceSaid = "";

  function sentence(name, said) {
    const paragraph = document.createElement("p");
    if (name) {
      const bdi = document.createElement("bdi");
      bdi.textContent = name;
      paragraph.append(bdi, " ");
    }
    paragraph.append(said);
    return paragraph;
  }

  function showOthers({ others = [], saved_by: moved, version: newest }) {
    // On the page of two texts, the newer one stands there already.
    const saved = newest > Number(form.elements.decided_version.value || 0) ? moved : undefined;
    const clean = !typed().text;
    const now = JSON.stringify([others, saved, clean]);
    if (now === presenceSaid) return;
    presenceSaid = now;
    const lines = others.map((other) =>
      other.you
        ? sentence("", other.writing ? labels.you_write : labels.you_open)
        : sentence(other.name, other.writing ? labels.writing : labels.open)
    );
    for (const [n, line] of lines.entries()) line.classList.toggle("writing", others[n].writing);
    if (saved) lines.push(movedOn(saved, clean));
    presence.replaceChildren(...lines);
    presence.hidden = !lines.length;
  }

  function movedOn(saved, clean) {
    const line = saved.you ? sentence("", `${labels.saved_by_you} ${saved.at}.`) : sentence(saved.name, `${labels.saved_by} ${saved.at}.`);
    line.className = "moved-on";
    if (saved.fields.length) line.append(` ${labels.fields} ${saved.fields.join(labels.separator)}.`);
    line.append(` ${clean ? labels.and_now_clean : labels.and_now} `);
    const link = document.createElement("a");
    link.href = location.pathname;
    link.textContent = clean ? labels.newer : labels.newer_with_mine;
    link.addEventListener("click", async (event) => {
      if (!typed().text) return;
      event.preventDefault();
      if ((await settle()) === "kept") location.assign(row ? `${location.pathname}?unsaved=${row}` : location.pathname);
    });
    line.append(link);
    return line;
  }

  // When

  let soon = null;
  form.addEventListener("input", () => {
    if (soon) return;
    soon = setTimeout(() => {
      soon = null;
      tick();
    }, 300);
  });
  setInterval(tick, SECOND);
  window.addEventListener("online", () => {
    notBefore = 0;
    if (!asking()) settle();
  });
  window.addEventListener("offline", () => show(shelved ? "offline" : "offline_only_here"));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden") return;
    tick();
    if (pending() && !leaving && !running) sync();
  });
  window.addEventListener("beforeunload", (event) => {
    tick();
    if (!leaving && pending()) event.preventDefault();
  });
  window.addEventListener("pagehide", () => {
    const now = typed();
    const news = !leaving && now.text !== acknowledged;
    if (news) shelve(now, false);
    const small = news && now.text.length * 2 < ALIVE_BYTES;
    send({ leave: true, ...(small ? { changed: now.changed, fields: now.fields } : {}) }, true).catch(() => null);
  });
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    leaving = false;
    sync();
  });

  navigator.locks?.request(`shaf.tab.${tab}`, () => new Promise(() => {}));
  tick();
  // Again, because a tab that was closed just now may still count as open.
  for (const delay of [0, 2 * SECOND, 10 * SECOND]) setTimeout(recover, delay);
  sync();
});
