/* What a form carried that was refused, or met an ended session, is put back in when its page is opened again. */
(() => {
  "use strict";
  const PLACE = "ballast.refused", { who, putBack } = document.body.dataset;
  const stopped = document.querySelector(".apology, .gate"), warned = document.querySelector("main .message.error[role=alert]");
  const keep = (said) => {
    // A browser without storage loses what it always lost.
    try { if (said) sessionStorage.setItem(PLACE, JSON.stringify(said)); else sessionStorage.removeItem(PLACE); } catch { /* none */ }
  };
  const kept = () => { try { return JSON.parse(sessionStorage.getItem(PLACE)); } catch { return null; } };
  const fields = (form) => [...form.elements].filter((one) => one.name && one.matches("textarea, select, input:not([type=hidden], [type=password], [type=file])"));
  const ticks = (one) => one.type === "checkbox" || one.type === "radio";
  const alike = (action) => [...document.forms].filter((form) => form.method === "post" && form.action === action);

  document.addEventListener("submit", ({ target: form }) => {
    if (stopped || form.method !== "post" || form.closest("[hx-post]")) return;
    const values = fields(form).map((one) => (ticks(one) ? one.checked : one.value));
    if (values.length) keep({ who, path: location.pathname, action: form.action, place: alike(form.action).indexOf(form), values });
  });

  const said = kept();
  if (!said) return;
  if (stopped) { keep({ ...said, refused: true }); return; }
  keep(null);
  const form = alike(said.action)[said.place];
  const back = said.refused && said.path === location.pathname;
  if (!form || said.who !== who || !(back || warned)) return;
  fields(form).forEach((one, place) => {
    const value = said.values[place];
    if (value === undefined) return;
    if (ticks(one)) one.checked = value; else if (back || !one.value) one.value = value;
  });
  for (let one = form.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
  if (back) form.prepend(Object.assign(document.createElement("p"), { className: "message whole", role: "status", textContent: putBack }));
})();
