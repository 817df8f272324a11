// Shows beside a text how long it is, counted as the server counts (core/text_length.py).
(() => {
  "use strict";
  const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{2fa1f}]/gu;
  const WORD = /[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu;
  const matches = (text, pattern) => (text.match(pattern) || []).length;
  const COUNT = {
    characters: (text) => matches(text, HAN) + matches(text.replace(HAN, " "), WORD),
    words: (text) => matches(text, WORD),
    letters: (text) => [...text].length,
  };
  const lengthOf = (field) => COUNT[field.dataset.count](field.value);

  // A text with a limit of its own says so.
  const watch = (field) => {
    const least = Number(field.dataset.least);
    const most = Number(field.dataset.most);
    const output = document.createElement("output");
    output.className = "length";
    output.htmlFor = field.id;
    const show = () => {
      const length = lengthOf(field);
      const isWrong = most > 0 && (length > most || (length > 0 && length < least));
      const range = least ? `${least}–${most}` : most;
      output.textContent = most > 0 ? `${length} / ${range}` : String(length);
      output.classList.toggle("is-wrong", isWrong);
    };
    field.after(output);
    field.addEventListener("input", show);
    show();
  };

  // The server says which texts belong to the whole, how they are counted and how long it may be.
  const watchWhole = (place) => {
    const { whole, range, unit } = place.dataset;
    const output = place.querySelector("output");
    const isLeaving = (field) => field.closest("fieldset")?.querySelector('[name$="-remove"]')?.checked;
    const fields = () => [...document.querySelectorAll("[data-whole-part]")].filter((field) => !isLeaving(field));
    const show = () => {
      const length = fields().reduce((sum, field) => sum + COUNT[unit](field.value), 0);
      output.textContent = `${length} / ${range}`;
      output.classList.toggle("is-wrong", length > Number(whole));
    };
    document.addEventListener("input", show);
    show();
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-count]").forEach(watch);
    document.querySelectorAll("[data-whole]").forEach(watchWhole);
  });
})();
