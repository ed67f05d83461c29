/* The room: keys turn the screen, a number jumps, R and D open the note; a broken connection is said aloud. */
(() => {
  "use strict";

  const room = document.querySelector(".room");
  const stage = () => document.getElementById("stage");
  const broken = document.querySelector(".lost");

  document.addEventListener("htmx:error", () => { if (broken) broken.hidden = false; });
  document.addEventListener("htmx:after:request", () => { if (broken) broken.hidden = true; });
  document.addEventListener("htmx:after:swap", () => {
    document.querySelectorAll("form[data-note]").forEach((form) => {
      if (!form.closest("dialog")) form.elements.agenda.value = stage().dataset.agenda;
    });
  });
  if (!room) return;

  const typing = document.getElementById("typing");
  const help = document.getElementById("help");
  const telephone = document.getElementById("telephone");
  let typed = "";
  let waits = 0;

  function turn(page) {
    if (!page) return;
    const values = { page, csrfmiddlewaretoken: document.querySelector("#turning input").value };
    htmx.ajax("POST", room.dataset.room, { target: "#stage", swap: "outerHTML", values });
  }

  function note(kind) {
    const form = typing.querySelector("form[data-note]");
    form.elements.kind.value = kind;
    form.elements.agenda.value = stage().dataset.agenda;
    form.classList.toggle("decides", kind === "decision");
    const head = typing.querySelector("h2");
    head.textContent = head.dataset[kind];
    form.dispatchEvent(new Event("opened"));
    typing.showModal();
    (kind === "remark" && !form.elements.speaker.value ? form.elements.speaker : form.elements.words).focus();
  }

  function jump() {
    const number = typed;
    typed = "";
    if (Number(number) === 0) turn("front");
    else turn(stage().querySelector(`.jumps [data-number="${Number(number)}"]`)?.dataset.page);
  }

  const DOES = {
    after: () => turn(stage().dataset.after), before: () => turn(stage().dataset.before),
    pair: () => { telephone.showModal(); htmx.trigger("#pairing", "opened"); },
    remark: () => note("remark"), decision: () => note("decision"), help: () => help.showModal(),
    full: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
  };
  const KEYS = {
    ArrowRight: "after", PageDown: "after", " ": "after", ArrowLeft: "before", PageUp: "before", r: "remark", R: "remark",
    d: "decision", D: "decision", "?": "help", p: "pair", P: "pair", f: "full", F: "full",
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing.open || help.open || telephone.open || event.target.matches("input, textarea, select")) return;
    if (/^[0-9]$/.test(event.key)) {
      typed += event.key;
      clearTimeout(waits);
      waits = setTimeout(jump, 700);
      return;
    }
    if (event.key === "Enter" && typed) { clearTimeout(waits); jump(); return; }
    const does = KEYS[event.key];
    if (!does) return;
    event.preventDefault();
    DOES[does]();
  });

  room.addEventListener("click", (event) => {
    const button = event.target.closest("[data-key]");
    if (button) DOES[button.dataset.key]();
    if (event.target.closest("[data-close]")) typing.close();
  });
})();
