/* Saving by itself: what was typed goes to the server a moment later, each batch once, and stays here until it is there. */
(() => {
  "use strict";
  window.ballast = window.ballast || {};
  const PAUSE = 1200, AGAIN = 5000;

  ballast.saver = ({ told, address, token, line, onRows }) => {
    const { words, by, month } = told;
    const kept = ballast.keep(by, month);
    const typed = new Map();                     // serial -> {version, cells}: not sent yet
    const refused = new Set();
    let sending = null, timer = 0, single = false, waiters = [];

    function say(text, kind = "", action = null) {
      line.replaceChildren(document.createTextNode(text));
      line.className = `status ${kind}`;
      if (action) { line.append(" "); line.append(action); }
    }
    function link(text, href) {
      const made = document.createElement("a");
      made.textContent = text;
      made.href = href;
      if (href.startsWith("/sign-in/")) made.target = "_blank";
      return made;
    }
    const inAt = (soon) => { clearTimeout(timer); timer = setTimeout(flush, soon); };

    function batch() {
      const chosen = [...typed.entries()].slice(0, single ? 1 : 200);
      chosen.forEach(([serial]) => typed.delete(serial));
      return {
        by, key: `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 12)}`,
        edits: chosen.map(([serial, one]) => ({ serial, version: one.version, cells: one.cells })),
      };
    }
    function back(edits) {                       // not sent after all; what was typed since comes first
      edits.forEach(({ serial, version, cells }) => {
        const since = typed.get(serial);
        typed.set(serial, { version, cells: { ...cells, ...(since ? since.cells : {}) } });
      });
    }

    async function flush() {
      clearTimeout(timer);
      if (sending && sending.open) return;
      if (!sending) {
        if (!typed.size) return settle();
        sending = batch();
      }
      sending.open = true;
      say(words.saving);
      let answer;
      try {
        answer = await fetch(address, {
          method: "POST", body: JSON.stringify({ by: sending.by, key: sending.key, edits: sending.edits }), keepalive: sending.edits.length < 50,
          headers: { "Content-Type": "application/json", "Accept": "application/json", "X-CSRFToken": token },
        });
      } catch {
        sending.open = false;                    // the same batch under the same key: done once, however often it is sent
        say(words.offline, "fall");
        return inAt(AGAIN);
      }
      const { edits } = sending;
      const json = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json().catch(() => null) : null;
      sending = null;
      if (answer.ok && json && json.rows) return done(edits, json);
      back(edits);
      if (answer.redirected || answer.status === 401 || (answer.status === 403 && !json)) {
        say(words.signed_out, "fall", link(words.sign_in, `/sign-in/?next=${encodeURIComponent(location.pathname)}`));
        return settle(false);
      }
      if (answer.status >= 500 || !json) { say(words.offline, "fall"); return inAt(AGAIN); }
      if (edits.length > 1) { single = true; return flush(); }
      refused.add(edits[0].serial);
      typed.delete(edits[0].serial);
      say(`${words.refused}: ${json.where ? `${json.where} ` : ""}${json.said}`, "fall", link(words.reload, location.href));
      if (typed.size) return flush();
      settle(false);
    }

    function done(edits, json) {
      edits.forEach(({ serial, cells }) => kept.drop(serial, cells));
      json.rows.forEach((row) => { const since = typed.get(row.serial); if (since) since.version = row.version; });
      onRows(json.rows, (serial, key) => { const since = typed.get(serial); return Boolean(since && key in since.cells); });
      if (typed.size) return flush();
      single = false;
      if (!refused.size) say(words.saved.replace("%(at)s", json.at), "muted");
      settle(!refused.size);
    }
    function settle(well = true) { waiters.forEach((go) => go(well)); waiters = []; }

    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && typed.size) flush(); });
    addEventListener("pagehide", () => { if (typed.size) flush(); });
    addEventListener("online", () => { if (typed.size || sending) flush(); });
    addEventListener("focus", () => { if (typed.size) inAt(PAUSE); });

    return {
      kept,
      type(serial, version, key, value) {
        const one = typed.get(serial) || { version, cells: {} };
        one.cells[key] = value;
        typed.set(serial, one);
        kept.put(serial, version, key, value);
        refused.delete(serial);
        if (!sending) say(words.typed, "muted");
        inAt(PAUSE);
      },
      // Everything typed is at the server: resolves with whether it is.
      whole() { return new Promise((go) => { waiters.push(go); flush(); }); },
      busy: () => Boolean(typed.size || sending),
    };
  };
})();
