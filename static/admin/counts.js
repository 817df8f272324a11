/* Shows beside a short text how long it is, counted as the server counts (core/text_length.py). */
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

  const watch = (field) => {
    const { count, least, most } = field.dataset;
    const output = document.createElement("output");
    output.className = "desk-length";
    output.htmlFor = field.id;
    const show = () => {
      const length = COUNT[count](field.value);
      const isWrong = length > Number(most) || (length > 0 && length < Number(least));
      const range = Number(least) ? `${least}–${most}` : most;
      output.textContent = `${length} / ${range}`;
      output.classList.toggle("is-wrong", isWrong);
    };
    field.after(output);
    field.addEventListener("input", show);
    show();
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-count]").forEach(watch);
  });
})();
