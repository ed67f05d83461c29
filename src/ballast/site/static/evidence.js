/* Photos and papers: what was chosen is named and weighed before it is sent, and files may be dropped on the form. */
(() => {
  "use strict";

  const LARGEST = 50 * 1024 * 1024;
  const chosen = (form) => [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);

  function tell(form) {
    const files = chosen(form);
    const size = files.reduce((sum, file) => sum + file.size, 0);
    const line = form.querySelector("[data-chosen]");
    line.textContent = files.length ? `${files.map((file) => file.name).join("、")} · ${(size / 1024 / 1024).toFixed(1)} MB` : "";
    line.classList.toggle("fall", size > LARGEST);
  }

  function ready(form) {
    const input = form.querySelector("input[type=file][multiple]");
    form.querySelector(".drop").hidden = false;
    form.addEventListener("change", () => tell(form));
    ["dragenter", "dragover"].forEach((name) => form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("over");
    }));
    ["dragleave", "drop"].forEach((name) => form.addEventListener(name, () => form.classList.remove("over")));
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      if (!event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      tell(form);
    });
  }

  document.querySelectorAll("form[data-drop]").forEach(ready);
})();
