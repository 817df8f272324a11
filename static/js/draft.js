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

  const shelf = {
    put() {
      try {
        localStorage.setItem(place, JSON.stringify(typed()));
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
      await answered(response, upTo);
    } catch {
      say(words.offline, true);
      later(AGAIN);
    }
    isSaving = false;
    if (!isStopped && changes !== saved && !status.classList.contains("is-trouble")) later(QUIET);
  }

  const restore = (entries) => {
    for (const field of form.elements) {
      if (!field.name || LEFT_OUT.has(field.name) || field.type === "submit") continue;
      const values = entries.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else if (values.length && !field.name.endsWith("-rows")) field.value = values[0];
    }
  };

  const differs = (entries) => {
    const here = new Map(typed());
    return entries.some(
      ([name, value]) => !["revision", "window"].includes(name) && here.has(name) && here.get(name) !== value,
    );
  };

  const kept = shelf.take();
  if (Array.isArray(kept) && differs(kept) && !document.querySelector(".clashes")) {
    restore(kept);
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
  form.addEventListener("submit", () => {
    isStopped = true;
    clearTimeout(timer);
  });
  addEventListener("online", () => later(0));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
})();
