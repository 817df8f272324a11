// Suggestions under a search box. Without this script the box sends its form, nothing is lost.
(() => {
  "use strict";
  const PAUSE = 120; // milliseconds without a key before the portal is asked

  function loadStyle(address) {
    if (document.querySelector("link[data-search-box]")) return;
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.dataset.searchBox = "";
    document.head.append(link);
  }

  function prepare(form) {
    const input = form.querySelector("input[type=search]");
    const list = document.createElement("ul");
    let lines = [];
    let chosen = -1;
    let timer = 0;
    let asking = null;

    list.className = "suggestions";
    list.id = `${input.id}-suggestions`;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.dataset.label);
    form.append(list);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": list.id,
    })) input.setAttribute(name, value);

    function stop() {
      clearTimeout(timer);
      asking?.abort();
    }

    function close() {
      stop(); // an answer that comes late would open the list again
      list.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function choose(place) {
      chosen = place;
      [...list.children].forEach((line, index) => {
        line.setAttribute("aria-selected", String(index === place));
      });
      if (place < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", list.children[place].id);
        list.children[place].scrollIntoView({ block: "nearest" });
      }
    }

    function show(found) {
      lines = found;
      list.replaceChildren(...found.map((line, index) => {
        const item = document.createElement("li");
        const text = document.createElement("span");
        const kind = document.createElement("small");
        item.id = `${list.id}-${index}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        text.lang = line.lang;
        text.textContent = line.text;
        kind.textContent = line.kind;
        item.append(text, " ", kind);
        return item;
      }));
      chosen = -1;
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(found.length > 0));
    }

    async function ask() {
      asking = new AbortController();
      const address = `${form.dataset.suggestions}?${new URLSearchParams({ q: input.value })}`;
      try {
        const answer = await fetch(address, { signal: asking.signal });
        if (answer.ok) show((await answer.json()).suggestions);
      } catch {
        // Overtaken by the next key, or no network: the box works without suggestions.
      }
    }

    input.addEventListener("input", () => {
      loadStyle(form.dataset.style);
      stop();
      if (!input.value.trim()) close();
      else timer = setTimeout(ask, PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      if (list.hidden || event.isComposing) return;
      if (event.key === "Escape") {
        event.preventDefault();
        close();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        const last = lines.length - 1;
        const next = chosen + step;
        choose(next > last ? 0 : next < 0 ? last : next);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        location.assign(lines[chosen].url);
      }
    });
    input.addEventListener("blur", close);
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
    // Not with the first touch: a finger may want to move the page, and screen readers send clicks alone.
    list.addEventListener("click", (event) => {
      const place = [...list.children].indexOf(event.target.closest("li"));
      if (place >= 0) location.assign(lines[place].url);
    });
  }

  document.querySelectorAll("[data-suggestions]").forEach(prepare);
})();
