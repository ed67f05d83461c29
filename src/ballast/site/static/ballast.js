/* What pages need beside HTMX: selects that send their form, and one open menu at a time. */
(() => {
  "use strict";

  // A select marked data-send sends its form at once; its button stays for those without scripts.
  document.addEventListener("change", (event) => {
    const form = event.target.matches("[data-send]") && event.target.form;
    if (form) form.requestSubmit();
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
