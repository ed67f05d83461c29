/* What was typed and the server does not have yet, kept in this browser under the person's and the project's name. */
(() => {
  "use strict";
  window.ballast = window.ballast || {};

  ballast.keep = (by, month) => {
    const start = `ballast.typed:${JSON.stringify([by, month])}:`;
    const read = (name) => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } };
    // A browser without room or without storage still saves to the server.
    const write = (name, said) => { try { localStorage.setItem(name, JSON.stringify(said)); } catch { /* full */ } };
    return {
      put(serial, version, key, value) {
        const said = read(start + serial) || { version, cells: {} };
        said.cells[key] = value;
        write(start + serial, said);
      },
      drop(serial, sent) {
        const said = read(start + serial);
        if (!said) return;
        Object.keys(sent).forEach((key) => { if (said.cells[key] === sent[key]) delete said.cells[key]; });
        if (Object.keys(said.cells).length) write(start + serial, said); else localStorage.removeItem(start + serial);
      },
      forget(serial) { localStorage.removeItem(start + serial); },
      // {serial: {version, cells}} of this person and month, nobody else's.
      all() {
        const found = {};
        try {
          Object.keys(localStorage).filter((name) => name.startsWith(start)).forEach((name) => {
            const said = read(name);
            if (said && said.cells) found[name.slice(start.length)] = said;
          });
        } catch { /* no storage */ }
        return found;
      },
    };
  };

  // Offer back what was kept for the rows of this page; ``put`` types it in again.
  ballast.offer = (box, kept, serials, words, put) => {
    const all = Object.entries(kept.all()).filter(([serial]) => serials.includes(serial));
    if (!all.length) return;
    const cells = all.reduce((sum, [, said]) => sum + Object.keys(said.cells).length, 0);
    const told = document.createElement("span");
    told.textContent = words.kept.replace("%(n)s", cells).replace("%(m)s", all.length);
    const button = (text, kind, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = text;
      made.className = kind;
      made.addEventListener("click", () => { box.hidden = true; all.forEach(act); });
      return made;
    };
    box.replaceChildren(told,
      button(words.restore, "", ([serial, said]) => put(serial, said)),
      button(words.forget, "secondary", ([serial]) => kept.forget(serial)));
    box.hidden = false;
  };
})();
