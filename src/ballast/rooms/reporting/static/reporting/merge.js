/* Choosing for all cells in conflict at once. */
(() => {
  "use strict";
  document.querySelectorAll(".merge-all").forEach((line) => {
    line.hidden = false;
    line.addEventListener("click", (event) => {
      const chosen = event.target.dataset.all;
      if (chosen) line.closest("form").querySelectorAll(`input[type=radio][value=${chosen}]`).forEach((one) => { one.checked = true; });
    });
  });
})();
