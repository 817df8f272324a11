// Saves a form while somebody writes. Without scripts, or without a connection for ever, the form's
// own button does the same. What is not on the server yet rests on this device and comes back.
(() => {
  "use strict";
  const QUIET = 1500; // milliseconds without a key before saving
  const AGAIN = 15000; // between two tries without a connection
  const form = document.querySelector("form[data-draft]");
  if (!form) return;

  const words = form.dataset;
  const place = `draft:${words.draft}`;
  const status = form.querySelector("[data-status]");
  const say = (text, isTrouble = false) => {
    status.textContent = text;
    status.classList.toggle("is-trouble", isTrouble);
  };
  const LEFT_OUT = new Set(["csrfmiddlewaretoken", "then", "pasted"]);
  const typed = () =>
    [...new FormData(form)].filter(([name, value]) => !LEFT_OUT.has(name) && typeof value === "string");

  // What is kept is deleted when somebody signs out, or has rested here for days (site.js); it comes back
  // to whoever typed it, and to nobody else.
  const shelf = {
    put(isSent = false) {
      try {
        localStorage.setItem(place, JSON.stringify({ entries: typed(), isSent, writer: words.writer, at: Date.now() }));
      } catch {
        // Storage may be full or forbidden; the server is asked all the same.
      }
    },
    take() {
      try {
        return JSON.parse(localStorage.getItem(place));
      } catch {
        return null;
      }
    },
    clear() {
      try {
        localStorage.removeItem(place);
      } catch {
        // Nothing was put there either.
      }
    },
  };

  let changes = 0; // counted up with every key, so that an answer knows whether it is still true
  let saved = 0;
  let timer = 0;
  let isSaving = false;
  let isStopped = false;
  let isCut = false; // the last try met no connection
  let hasAnswered = false; // the portal, when it was asked before a button does its work

  const later = (delay) => {
    clearTimeout(timer);
    timer = setTimeout(save, delay);
  };

  const stop = (text) => {
    isStopped = true;
    say(text, true);
  };

  const answered = async (response, upTo) => {
    const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
    if (response.redirected || !isJson) {
      stop(words.signedOut);
      return;
    }
    const answer = await response.json();
    if (response.ok) {
      form.elements.revision.value = answer.revision;
      saved = upTo;
      if (changes === saved) {
        shelf.clear();
        say(answer.message);
      }
    } else if (answer.code === "changed-meanwhile") {
      stop(`${answer.message} ${words.stale}`);
    } else {
      stop(answer.message);
    }
  };

  async function save() {
    if (isSaving || isStopped || changes === saved) return;
    isSaving = true;
    const upTo = changes;
    say(words.saving);
    try {
      const response = await fetch(words.keep, { method: "POST", body: new FormData(form) });
      if (response.status >= 500) throw new Error("unavailable");
      isCut = false;
      await answered(response, upTo);
    } catch {
      isCut = true;
      say(words.offline, true);
      later(AGAIN);
    }
    isSaving = false;
    if (!isStopped && changes !== saved && !status.classList.contains("is-trouble")) later(QUIET);
  }

  // Without a connection the portal is asked first; the button does its work only if it answers.
  async function askFirst(button) {
    if (isSaving) return;
    changes += 1;
    shelf.put();
    clearTimeout(timer);
    await save();
    hasAnswered = !isCut && !isStopped;
    if (hasAnswered) form.requestSubmit(button);
  }

  const restore = (entries) => {
    for (const field of form.elements) {
      if (!field.name || LEFT_OUT.has(field.name) || field.type === "submit") continue;
      const values = entries.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else if (values.length && !field.name.endsWith("-rows")) field.value = values[0];
    }
  };

  // The row that was added last stands for the next one: same fields, the following number.
  const grow = (row, part, index) => {
    const next = row.cloneNode(true);
    const [before, after] = [`${part}-${index - 1}`, `${part}-${index}`];
    next.querySelectorAll(".remark, output").forEach((node) => node.remove());
    for (const node of [next, ...next.querySelectorAll("*")]) {
      for (const name of ["id", "name", "for", "aria-describedby"]) {
        const value = node.getAttribute(name);
        if (value) node.setAttribute(name, value.replaceAll(before, after));
      }
      if (node.type === "checkbox" || node.type === "radio") node.checked = false;
      else if (node.tagName === "INPUT" || node.tagName === "TEXTAREA") node.value = "";
      else if (node.tagName === "SELECT") node.selectedIndex = 0;
    }
    const legend = next.querySelector("legend");
    legend.textContent = legend.textContent.replace(/\d+\s*$/, index + 1);
    row.after(next);
    return next;
  };

  // Rows that were added after the last saving are not on the page that is opened anew.
  const addRows = (entries) => {
    for (const counter of form.querySelectorAll('input[name$="-rows"]')) {
      const part = counter.name.slice(0, -"-rows".length);
      const wanted = Number(new Map(entries).get(counter.name)) || 0;
      for (let index = Number(counter.value); index > 0 && index < wanted; index += 1) {
        grow(document.getElementById(`${part}-${index - 1}`), part, index);
        counter.value = index + 1;
      }
    }
  };

  const isArrived = ({ entries, isSent }) =>
    isSent && Number(form.elements.revision.value) > Number(new Map(entries).get("revision"));

  const differs = (entries) => {
    const here = new Map(typed());
    return entries.some(
      ([name, value]) => !["revision", "window"].includes(name) && here.has(name) && here.get(name) !== value,
    );
  };

  const kept = shelf.take();
  const isUseful = Array.isArray(kept?.entries) && kept.writer === words.writer && !isArrived(kept) && !document.querySelector(".clashes");
  if (isUseful) addRows(kept.entries);
  if (isUseful && differs(kept.entries)) {
    restore(kept.entries);
    changes += 1;
    say(words.restored);
    form.dispatchEvent(new Event("input", { bubbles: true }));
    later(QUIET);
  } else {
    shelf.clear();
  }

  form.addEventListener("input", (event) => {
    if (!event.isTrusted || event.target.name === "pasted") return;
    changes += 1;
    shelf.put();
    later(QUIET);
  });
  form.addEventListener("change", (event) => {
    if (event.target.type === "checkbox" || event.target.type === "radio") save();
  });
  form.addEventListener("submit", (event) => {
    if (!hasAnswered && (isCut || !navigator.onLine)) {
      event.preventDefault(); // or the browser's own error page takes the place of the form
      askFirst(event.submitter);
      return;
    }
    isStopped = true;
    clearTimeout(timer);
    if (changes !== saved) shelf.put(true);
  });
  addEventListener("online", () => later(0));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
})();
