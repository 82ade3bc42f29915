/* What the report's form says while one writes: words and reading time, what grows too long; and what the stock
   scripts leave undone: their changes are events that others hear, their fields have names, their dates are day first. */
"use strict";
window.ShafCounts = (() => {
  // The rule of shaf/text/arabic.py: an Arabic word with its marks is one. tests/browser/ compares the two.
  const WORD = /[\p{L}\p{N}]+(?:[\u0610-\u061a\u064b-\u065f\u0670\u0640'’-]*[\p{L}\p{N}]+)*[\u064b-\u065f\u0670]*/gu;
  const BLOCKS = "p,h2,h3,h4,ul,ol,li,blockquote,figure,figcaption,table,thead,tbody,tr,th,td,section,hr,br";
  // As readers are told (articles/templatetags/typography.py).
  const WORDS_A_MINUTE = 190;
  const words = (text) => (text.match(WORD) || []).length;
  const textOf = (html) => {
    const body = new DOMParser().parseFromString(html, "text/html").body;
    for (const block of body.querySelectorAll(BLOCKS)) {
      block.before("\n");
      block.after("\n");
    }
    return body.textContent;
  };
  return { words, textOf, WORDS_A_MINUTE, minutes: (count) => Math.max(1, Math.ceil(count / WORDS_A_MINUTE)) };
})();

document.addEventListener("DOMContentLoaded", () => {
  const $ = django.jQuery;
  const form = document.getElementById("article_form");
  if (!form) return;
  const { words, textOf, minutes } = window.ShafCounts;
  const later = (act, wait) => {
    let timer = 0;
    return (...values) => {
      clearTimeout(timer);
      timer = setTimeout(() => act(...values), wait);
    };
  };
  const line = (className) => {
    const made = document.createElement("p");
    made.className = className;
    return made;
  };

  /* Words and reading time of each language */

  const live = line("visually-hidden");
  live.setAttribute("role", "status");
  form.append(live);
  const announce = later((text) => { live.textContent = text; }, 4000);
  const counted = (html) => {
    const count = words(textOf(html));
    const time = minutes(count);
    return [
      interpolate(ngettext("%(n)s word", "%(n)s words", count), { n: count }, true),
      ...(count ? [interpolate(ngettext("%(n)s minute’s reading", "%(n)s minutes’ reading", time), { n: time }, true)] : []),
    ].join(" · ");
  };
  for (const language of ["ar", "en"]) {
    const row = form.querySelector(`.field-body_${language}, .field-shown_body_${language}`);
    if (!row) continue;
    const shown = line("count");
    row.append(shown);
    const manuscript = row.querySelector(".manuscript");
    if (manuscript) {
      shown.textContent = counted(manuscript.innerHTML);
      continue;
    }
    const watch = setInterval(() => {
      const editor = window.editors?.[`id_body_${language}`];
      if (!editor) return;
      clearInterval(watch);
      const update = (first) => {
        shown.textContent = counted(editor.getData());
        if (!first) announce(shown.textContent);
      };
      update(true);
      editor.model.document.on("change:data", later(() => update(false), 500));
    }, 250);
  }

  /* What is long, and how many points there are */

  for (const field of form.querySelectorAll("[data-advised], [data-points]")) {
    const hint = line("count");
    hint.id = `${field.id}_count`;
    const helpers = field.getAttribute("aria-describedby");
    field.setAttribute("aria-describedby", helpers ? `${helpers} ${hint.id}` : hint.id);
    (field.closest(".flex-container") || field).after(hint);
    const update = () => {
      const text = field.value.trim();
      if (field.dataset.points) {
        const points = text.split("\n").filter((point) => point.trim()).length;
        hint.textContent = points ? interpolate(ngettext("%(n)s point", "%(n)s points", points), { n: points }, true) : "";
        return;
      }
      const length = [...text].length;
      const values = { n: length, advised: field.dataset.advised };
      const long = length > Number(field.dataset.advised);
      hint.classList.toggle("long", long);
      hint.textContent = long
        ? interpolate(ngettext("%(n)s character: readers do best with at most %(advised)s.", "%(n)s characters: readers do best with at most %(advised)s.", length), values, true)
        : "";
    };
    field.addEventListener("input", update);
    update();
  }

  for (const title of form.querySelectorAll("textarea.title")) {
    title.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
    title.addEventListener("input", () => {
      if (title.value.includes("\n")) title.value = title.value.replace(/\s*\n\s*/g, " ");
    });
  }

  /* Select2 tells jQuery alone of a change; everybody else listens to the document. */

  $(document).on("change", "select", (event) => {
    if (event.originalEvent) return;
    event.target.dispatchEvent(new Event("input", { bubbles: true }));
    event.target.dispatchEvent(new Event("change", { bubbles: true }));
  });

  /* Select2's fields are named by their labels. */

  const nameFields = () => {
    for (const select of form.querySelectorAll("select.select2-hidden-accessible")) {
      const label = form.querySelector(`label[for="${select.id}"]`);
      const picker = select.parentElement.querySelector(".select2-container");
      if (!label || !picker) continue;
      label.id = label.id || `${select.id}_label`;
      const box = picker.querySelector('[role="combobox"]');
      const search = picker.querySelector(".select2-search__field");
      const value = picker.querySelector(".select2-selection__rendered");
      if (box) box.setAttribute("aria-labelledby", search ? label.id : `${label.id} ${value.id}`);
      if (search) search.setAttribute("aria-labelledby", label.id);
      for (const described of [search || box]) {
        const by = select.getAttribute("aria-describedby");
        if (by) described?.setAttribute("aria-describedby", by);
        if (select.getAttribute("aria-invalid")) described?.setAttribute("aria-invalid", "true");
      }
      if (value && !search) {
        value.removeAttribute("role");
        value.removeAttribute("aria-readonly");
      }
    }
  };
  $(document).on("select2:open", ({ target: select }) => {
    const label = form.querySelector(`label[for="${select.id}"]`);
    const box = select.parentElement.querySelector('.select2-container [role="combobox"]');
    box?.setAttribute("aria-controls", `select2-${select.id}-results`);
    const search = document.querySelector(".select2-dropdown .select2-search__field");
    if (search && label) search.setAttribute("aria-labelledby", label.id);
  });
  document.addEventListener("formset:added", nameFields);
  // jQuery's own ready, in which the stock script sets its fields up, may come after load.
  $(() => setTimeout(nameFields));

  /* Days */

  const DIGITS = "٠١٢٣٤٥٦٧٨٩";
  const dayFirst = (text) => {
    const plain = text.replace(/[٠-٩]/g, (digit) => DIGITS.indexOf(digit)).replace(/[\u200e\u200f\u061c]/g, "").trim();
    let match = plain.match(/^(\d{4})\s*[-/]\s*(\d{1,2})\s*[-/]\s*(\d{1,2})$/);
    let parts = match && [match[3], match[2], match[1]];
    match = plain.match(/^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/);
    if (match) parts = match.slice(1);
    match = plain.match(/^(\d{1,2})\s+(\S+)\s+(\d{4})$/);
    const month = match ? CalendarNamespace.monthsOfYear.indexOf(match[2]) + 1 : 0;
    if (month) parts = [match[1], String(month), match[3]];
    return parts ? `${parts[0].padStart(2, "0")}/${parts[1].padStart(2, "0")}/${parts[2]}` : text;
  };
  form.addEventListener("change", ({ target }) => {
    if (target.classList?.contains("vDateField")) target.value = dayFirst(target.value);
  });
  // The stock calendar sets a value and then the focus, and tells nobody.
  form.addEventListener("focusout", ({ target }) => {
    if (target.classList?.contains("vDateField")) target.dataset.seen = target.value;
  });
  form.addEventListener("focusin", ({ target }) => {
    if (!target.classList?.contains("vDateField")) return;
    if (target.value !== (target.dataset.seen ?? target.defaultValue)) {
      target.dispatchEvent(new Event("input", { bubbles: true }));
      target.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
  document.addEventListener("formset:added", ({ target }) => {
    for (const input of target.querySelectorAll("input.vDateField")) DateTimeShortcuts.addCalendar(input);
    nameCalendars();
  });
  // It is placed with left and top alone, for a wide page; opened from the keyboard, it is entered.
  const nameCalendars = () => {
    for (const link of form.querySelectorAll('a[id^="calendarlink"]')) {
      if (link.getAttribute("role")) continue;
      link.setAttribute("role", "button");
      link.setAttribute("aria-label", gettext("Choose a Date"));
      link.addEventListener("click", (event) => {
        const box = document.getElementById(link.id.replace("link", "box"));
        const { left, bottom, width } = link.getBoundingClientRect();
        const start = Math.min(Math.max(8, left + width / 2 - box.offsetWidth / 2), document.documentElement.clientWidth - box.offsetWidth - 8);
        box.style.left = `${start + window.scrollX}px`;
        box.style.top = `${bottom + window.scrollY + 6}px`;
        if (event.detail === 0) (box.querySelector(".selected a, .today a") || box.querySelector("td a"))?.focus();
      });
    }
  };
  window.addEventListener("load", () => setTimeout(nameCalendars));
});
