"use strict";
// The review screen and the remarks on the change form. Everything works without this file; it adds three things:
// the button that says when, remarks resolved in place, and what was typed kept until it has arrived.

document.addEventListener("DOMContentLoaded", () => {
  const page = location.pathname;
  const isReview = document.querySelector(".review") !== null;

  // A button says what it will do and when, the day by its name.
  const latin = (text) => text.trim().replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 0xf);
  // How often this wall-clock time comes in the zone: never or twice when the clocks change. Then nothing is promised.
  const comes = (wall, zone) => {
    const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "short", timeStyle: "short", hourCycle: "h23" });
    const same = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", dateStyle: "short", timeStyle: "short", hourCycle: "h23" });
    const quarters = Array.from({ length: 113 }, (_unused, n) => wall.getTime() + (n - 56) * 900000);
    return quarters.filter((moment) => format.format(moment) === same.format(wall)).length;
  };
  document.querySelectorAll("button[data-at]").forEach((button) => {
    const [day, hour] = ["_0", "_1"].map((part) => button.form.querySelector(`[name=at${part}]`));
    const plain = button.textContent;
    const say = () => {
      const date = latin(day.value).match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/);
      const time = latin(hour.value).match(/^(\d{1,2}):(\d{2})/);
      const at = date && time && new Date(Date.UTC(+date[3], date[2] - 1, +date[1], +time[1], +time[2]));
      const known = at && at.getUTCDate() === +date[1] && at.getUTCHours() === +time[1];
      const arabic = document.documentElement.lang.startsWith("ar");
      const part = (options) => at.toLocaleDateString(arabic ? "ar-EG-u-nu-latn" : "en-GB", { ...options, timeZone: "UTC" });
      const whole = known && part({ day: "numeric", month: "long", year: "numeric" });
      const comma = arabic ? "،" : ",";
      const once = known && comes(at, button.dataset.zone) === 1;
      const said = once && `${part({ weekday: "long" })} ${whole}${comma} ${time[1].padStart(2, "0")}:${time[2]}`;
      button.textContent = said ? button.dataset.at.replace("{time}", said) : plain;
    };
    // The stock calendar sets the value without an event of its own.
    for (const event of ["input", "change", "focusin", "click"]) document.addEventListener(event, () => setTimeout(say));
    say();
  });

  // In the change form a remark is resolved without leaving the page and what is typed there.
  document.querySelectorAll("form.on-a-remark").forEach((form) => {
    if (isReview || !window.fetch) return;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const button = event.submitter || form.querySelector("button");
      const body = new FormData(form);
      body.set(button.name, button.value);
      button.disabled = true;
      try {
        const headers = { "X-Requested-With": "fetch" };
        const answer = await fetch(form.action, { method: "POST", body, headers });
        if (answer.status !== 204) throw new Error(String(answer.status));
        const list = form.closest("details");
        form.closest(".remark").remove();
        if (!list.querySelector(".remark")) list.remove();
      } catch {
        button.disabled = false;
        button.setAttribute("aria-invalid", "true");
      }
    });
  });
  if (!isReview) return;

  // What is typed stays in this tab until the server says that it was done: a login may stand between.
  const keep = {
    get: (key) => { try { return sessionStorage.getItem(key); } catch { return null; } },
    set: (key, text) => { try { sessionStorage.setItem(key, text); } catch { /* private mode */ } },
    drop: (key) => { try { sessionStorage.removeItem(key); } catch { /* private mode */ } },
  };
  const keyOf = (field) => {
    const verb = field.form.querySelector("[name=verb]").value;
    const quote = field.form.querySelector("[name=quote]");
    return `review ${page} ${verb} ${field.name} ${quote ? quote.value : ""}`;
  };
  const pending = `review pending ${page}`;
  const address = new URL(location);
  if (address.searchParams.has("done")) {
    JSON.parse(keep.get(pending) || "[]").forEach(keep.drop);
    address.searchParams.delete("done");
    history.replaceState(null, "", address);
  }
  keep.drop(pending);
  const watch = (field) => {
    const kept = keep.get(keyOf(field));
    if (kept && field.value === field.defaultValue && field.value !== kept) {
      field.value = kept;
      const closed = field.closest("details:not([open])");
      if (closed) closed.open = true;
    }
    field.addEventListener("input", () => (field.value ? keep.set(keyOf(field), field.value) : keep.drop(keyOf(field))));
  };
  const FIELDS = ":is(textarea, input[type=text])";
  document.querySelectorAll(`.review form:not(.missing-name) ${FIELDS}`).forEach(watch);
  document.addEventListener("submit", (event) => {
    if (!event.target.closest(".review") || event.target.matches(".missing-name")) return;
    keep.set(pending, JSON.stringify([...event.target.querySelectorAll(FIELDS)].map(keyOf)));
  });

  // One form for a remark is enough for a page: each block that is opened gets a copy.
  const blank = document.getElementById("remark-form");
  const prepare = (block) => {
    if (!blank || block.querySelector("form")) return;
    const form = blank.content.querySelector("form").cloneNode(true);
    const field = form.querySelector("textarea");
    field.id = `id_remark_${block.dataset.name}`;
    form.querySelector("label").htmlFor = field.id;
    form.querySelector("[name=quote]").value = block.dataset.quote;
    block.querySelector("a").replaceWith(form);
    watch(field);
  };
  const blocks = [...document.querySelectorAll("details[data-quote]")];
  blocks.forEach((block) => {
    // Before it opens, so that the next Tab finds the form.
    block.querySelector("summary").addEventListener("click", () => prepare(block));
    block.addEventListener("toggle", () => prepare(block));
    if (keep.get(`review ${page} remark text ${block.dataset.quote}`)) prepare(block);
  });
});
