/* Gives fields that suggest while one types the name of their label, which select2 leaves out. */
(() => {
  "use strict";
  const name = (select) => {
    const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
    const box = select.nextElementSibling?.querySelector(".select2-selection");
    if (!label || !box) return;
    label.id ||= `label-${select.id}`;
    const shown = box.querySelector(".select2-selection__rendered")?.id ?? "";
    box.setAttribute("aria-labelledby", `${label.id} ${shown}`.trim());
  };
  const nameAll = () => document.querySelectorAll("select.admin-autocomplete").forEach(name);

  window.addEventListener("load", nameAll);
  document.addEventListener("formset:added", () => setTimeout(nameAll));
})();
