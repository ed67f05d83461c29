/* What pages need beside HTMX: selects that send their form, one box that ticks many, and one open menu at a time. */
(() => {
  "use strict";

  // A select marked data-send sends its form at once; its button stays for those without scripts.
  document.addEventListener("change", (event) => {
    const form = event.target.matches("[data-send]") && event.target.form;
    if (form) form.requestSubmit();
  });

  // A box marked data-ticks="name" ticks every box of that name in its form.
  document.addEventListener("change", (event) => {
    const name = event.target.dataset.ticks;
    if (!name) return;
    event.target.form.querySelectorAll(`input[name="${name}"]`).forEach((box) => { box.checked = event.target.checked; });
  });

  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  document.documentElement.classList.add("scripted");
})();
