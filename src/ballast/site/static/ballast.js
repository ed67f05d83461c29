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

  // The menu of the page: its tables as a workbook, by the address as it now stands, and on paper.
  document.querySelectorAll("details.menu").forEach((menu) => menu.addEventListener("toggle", () => {
    const link = menu.querySelector("[data-as]");
    if (!link) return;
    const address = new URL(location.href);
    address.searchParams.set("as", link.dataset.as);
    address.hash = "";
    link.href = address;
    menu.querySelector("[data-with-tables]").hidden = !document.querySelector("main table");
  }));
  document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) print(); });

  document.addEventListener("click", (event) => { if (event.target.closest("[data-back]")) history.back(); });

  // A table whose newest column is the last is shown from there, where it is wider than the screen.
  document.querySelectorAll("[data-from-the-end]").forEach((frame) => { frame.scrollLeft = frame.scrollWidth; });

  // A button marked data-copies="selector" puts the words of that field on the clipboard; without HTTPS the old way does.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copies]");
    if (!button) return;
    document.querySelector(button.dataset.copies).select();
    document.execCommand("copy");
  });

  document.documentElement.classList.add("scripted");
})();
