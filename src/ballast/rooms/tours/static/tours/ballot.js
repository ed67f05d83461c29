/* A ballot on a telephone: marks by thumb, kept here until they have arrived, sent again when the connection is back. */
(() => {
  "use strict";

  const sheet = document.querySelector("[data-ballot]");
  if (!sheet) return;
  const step = Number(sheet.dataset.step);
  const place = (project) => `ballast.ballot:${sheet.dataset.ballot}:${project}`;
  const read = (project) => { try { return JSON.parse(localStorage.getItem(place(project))) || {}; } catch { return {}; } };
  // A telephone without room or without storage still sends.
  const keep = (project, said) => { try { localStorage.setItem(place(project), JSON.stringify(said)); } catch { /* full */ } };
  const forget = (project) => { try { localStorage.removeItem(place(project)); } catch { /* no storage */ } };
  const fields = (form) => [...form.querySelectorAll(".dial input")];
  const number = (text) => Number(String(text).replace("。", ".").replace("．", "."));

  function total(form) {
    const marks = fields(form).map((field) => field.value.trim());
    const whole = marks.every((mark) => mark !== "" && Number.isFinite(number(mark)));
    form.querySelector("[data-total]").textContent = whole ? `· ${Math.round(marks.reduce((sum, mark) => sum + number(mark), 0) * 100) / 100}` : "";
  }

  function typed(form, waiting) {
    const marks = Object.fromEntries(fields(form).map((field) => [field.name, field.value]));
    keep(form.dataset.project, { marks, waiting });
    total(form);
  }

  function say(form, text, waiting) {
    form.querySelector("[data-said]").textContent = text;
    form.closest("details").classList.toggle("waiting", waiting);
  }

  function done(form, answer) {
    const ballot = form.closest("details");
    forget(form.dataset.project);
    ballot.classList.remove("waiting");
    ballot.classList.add("done");
    ballot.querySelector("[data-state]").textContent = `${answer.at} ${sheet.dataset.cast}`;
    const marks = document.createElement("ul");
    marks.className = "marks";
    form.querySelectorAll(".mark").forEach((mark) => {
      const line = document.createElement("li");
      line.textContent = `${mark.querySelector("label").firstChild.textContent.trim()} ${answer.marks[mark.querySelector(".dial input").name]} / ${mark.dataset.full}`;
      marks.append(line);
    });
    form.replaceWith(marks);
    sheet.querySelector("[data-left]").textContent = sheet.querySelectorAll("form").length;
  }

  async function send(form, byHand) {
    if (form.dataset.sending) return;
    form.dataset.sending = "1";
    typed(form, true);
    say(form, sheet.dataset.sending, false);
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
      const told = await answer.json();
      if (answer.ok) {
        const next = sheet.querySelectorAll("form");
        const after = [...next].find((other) => other !== form && form.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
        const ballot = form.closest("details");
        done(form, told);
        if (byHand) {
          ballot.open = false;
          if (after) { after.closest("details").open = true; after.closest("details").scrollIntoView({ block: "start" }); }
        }
      } else {
        typed(form, false);
        say(form, told.said || answer.statusText, false);
      }
    } catch {
      say(form, sheet.dataset.waiting, true);
    } finally {
      delete form.dataset.sending;
    }
  }

  function again() {
    sheet.querySelectorAll("form").forEach((form) => { if (read(form.dataset.project).waiting) send(form, false); });
  }

  function dial(form, mark) {
    const field = mark.querySelector(".dial input"), slide = mark.querySelector("input[type=range]"), full = Number(mark.dataset.full);
    const put = (value) => {
      field.value = Math.min(full, Math.max(0, Math.round(value / step) * step));
      slide.value = field.value;
      typed(form, false);
    };
    const from = () => (field.value.trim() === "" || !Number.isFinite(number(field.value)) ? Number(slide.value) : number(field.value));
    mark.querySelector(".less").addEventListener("click", () => put(from() - step));
    mark.querySelector(".more").addEventListener("click", () => put(from() + (field.value.trim() === "" ? 0 : step)));
    slide.addEventListener("input", () => put(Number(slide.value)));
    field.addEventListener("input", () => { if (Number.isFinite(number(field.value)) && field.value.trim()) slide.value = number(field.value); typed(form, false); });
  }

  sheet.querySelectorAll("form").forEach((form) => {
    const kept = read(form.dataset.project);
    fields(form).forEach((field) => { if (kept.marks && kept.marks[field.name]) field.value = kept.marks[field.name]; });
    form.querySelectorAll(".mark").forEach((mark) => {
      const field = mark.querySelector(".dial input");
      if (field.value.trim()) mark.querySelector("input[type=range]").value = number(field.value);
      dial(form, mark);
    });
    total(form);
    form.addEventListener("submit", (event) => { event.preventDefault(); send(form, true); });
  });
  window.addEventListener("online", again);
  window.setInterval(again, 15000);
  again();
})();
