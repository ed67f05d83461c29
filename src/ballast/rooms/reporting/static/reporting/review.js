/* Review by keyboard: j and k through the queue, a accepts, r goes to the remarks, Ctrl+Enter sends back. */
(() => {
  "use strict";
  const queue = [...document.querySelectorAll("ul.queue li")];
  const all = document.querySelector("[data-all]");
  const place = () => queue.findIndex((one) => one.classList.contains("current"));
  const form = () => document.getElementById("review-one");

  function turn(to) {
    if (!queue[to]) return;
    queue.forEach((one, index) => one.classList.toggle("current", index === to));
    queue[to].querySelector("a").click();
    queue[to].scrollIntoView({ block: "nearest" });
  }
  // What comes next is known here: the panel that was loaded alone does not know the queue.
  function aim() {
    const next = queue[place() + 1] || queue[place() - 1], field = form()?.querySelector("[name=following]");
    if (field && next) field.value = new URL(next.querySelector("a").href).searchParams.get("one");
  }
  document.querySelector("ul.queue")?.addEventListener("click", (event) => {
    const line = event.target.closest("li");
    if (event.target.closest("a")) queue.forEach((one) => one.classList.toggle("current", one === line));
  });
  document.addEventListener("submit", aim, true);
  all?.addEventListener("change", () => document.querySelectorAll("[data-clean]").forEach((one) => { one.checked = all.checked; }));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
    const press = (verb) => form()?.querySelector(`[name=verb][value=${verb}]`)?.click();
    if (typing && event.key === "Enter" && event.target.closest("#review-one")) {
      event.preventDefault();                    // Enter in a remark would accept: the first button of the form
      if (event.ctrlKey || event.metaKey) press("send_back");
      return;
    }
    if (typing) { if (event.key === "Escape") event.target.blur(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { j: () => turn(place() + 1), k: () => turn(place() - 1), a: () => press("accept"), r: () => form()?.querySelector("[name^='remark.']")?.focus() }[event.key];
    if (act) { event.preventDefault(); act(); }
  });
})();
