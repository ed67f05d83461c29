/* Notes of a meeting: what is typed is kept on this machine until the server has said that it is kept there.
   Every note has a name of its own, so that sending it again is never a second note. */
(() => {
  "use strict";

  const AGAIN = 4000;
  const read = (name) => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } };
  const write = (name, said) => { try { localStorage.setItem(name, JSON.stringify(said)); } catch { /* full */ } };
  const forms = [...document.querySelectorAll("form[data-note]")];
  if (!forms.length) return;
  const BOX = `ballast-notes:${forms[0].dataset.who}`; // nobody's notes go out under another's name
  const draft = (form) => `${BOX}:${form.action}`;
  let sending = false;

  function name() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function say(form, text) { form.querySelector("[data-outbox]").textContent = text; }

  function told(words) {
    const waiting = read(BOX) || [];
    forms.forEach((form) => {
      const line = form.querySelector("[data-outbox]");
      say(form, words || (waiting.length ? `${line.dataset.waits} ${waiting.length}` : line.dataset.kept));
    });
  }

  async function post(note) {
    const body = new URLSearchParams(note.said);
    const token = forms[0].elements.csrfmiddlewaretoken.value;
    return fetch(note.to, {
      method: "POST", body, redirect: "manual", credentials: "same-origin",
      headers: { Accept: "application/json", "X-CSRFToken": token },
    });
  }

  // Oldest first; what cannot be sent stays, what is refused goes back to where it was typed.
  async function flush() {
    if (sending) return;
    sending = true;
    try {
      for (let waiting = read(BOX) || []; waiting.length; waiting = read(BOX) || []) {
        const answer = await post(waiting[0]);
        if (answer.type === "opaqueredirect" || answer.status === 401) {
          told(forms[0].querySelector("[data-outbox]").dataset.signedOut);
          return;
        }
        if (answer.status >= 500) throw new Error(String(answer.status));
        write(BOX, (read(BOX) || []).filter((one) => one.said.slip !== waiting[0].said.slip));
        if (!answer.ok) {
          const why = await answer.json().then((said) => said.said, () => String(answer.status));
          forms.forEach((form) => {
            if (!form.elements.words.value) form.elements.words.value = waiting[0].said.words;
            keep(form);
          });
          told(why);
          return;
        }
        told("");
      }
    } catch {
      told("");
    } finally {
      sending = false;
    }
  }

  function keep(form) {
    write(draft(form), { words: form.elements.words.value, speaker: form.elements.speaker.value });
  }

  function ready(form) {
    const stood = read(draft(form));
    if (stood) {
      form.elements.words.value = stood.words || "";
      form.elements.speaker.value = stood.speaker || "";
    }
    form.addEventListener("input", () => keep(form));
    form.addEventListener("change", () => form.classList.toggle("decides", form.elements.kind.value === "decision"));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const said = Object.fromEntries(new FormData(form));
      delete said.csrfmiddlewaretoken;
      said.slip = name();
      write(BOX, [...(read(BOX) || []), { to: form.action, said }]);
      form.elements.words.value = "";
      keep(form);
      form.closest("dialog")?.close();
      flush();
    });
  }

  forms.forEach(ready);
  window.addEventListener("online", flush);
  setInterval(() => { if ((read(BOX) || []).length) flush(); }, AGAIN);
  if ((read(BOX) || []).length) flush();
})();
