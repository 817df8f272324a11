/* Gives fields that suggest while one types the name of their label, which select2 leaves out, and
   what the theme's scripts say in English alone the language of the page. */
(() => {
  "use strict";
  const name = (container) => {
    const select = container.previousElementSibling;
    const label = select?.id && document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
    if (!label) return;
    label.id ||= `label-${select.id}`;
    const box = container.querySelector(".select2-selection");
    const chosen = box.querySelector(".select2-selection__rendered");
    chosen.removeAttribute("role"); // what is chosen belongs to the box's name and is no field itself
    chosen.removeAttribute("aria-readonly");
    box.setAttribute("aria-labelledby", `${label.id} ${chosen.id}`.trim());
    container.querySelector(".select2-search__field")?.setAttribute("aria-labelledby", label.id);
    container.dataset.isNamed = "";
  };
  const speaksChinese = document.documentElement.lang === "zh-Hans";
  const nameNew = () => {
    document.querySelectorAll("span.select2-container:not([data-is-named])").forEach(name);
    if (speaksChinese)
      document
        .querySelectorAll('.select2-selection__clear[title="Remove all items"]')
        .forEach((button) => button.setAttribute("title", "清除"));
  };

  new MutationObserver(nameNew).observe(document.documentElement, { childList: true, subtree: true });
  // The theme's scroll bars, set up a moment later, name their boxes in English on every page.
  document.addEventListener("DOMContentLoaded", () => {
    if (window.SimpleBar && speaksChinese) SimpleBar.defaultOptions.ariaLabel = "可滚动的内容";
  });
})();
