/* Gives fields that suggest while one types the name of their label, which select2 leaves out. */
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
  const nameNew = () =>
    document.querySelectorAll("span.select2-container:not([data-is-named])").forEach(name);

  new MutationObserver(nameNew).observe(document.documentElement, { childList: true, subtree: true });
})();
