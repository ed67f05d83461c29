/* A block of cells as Excel and WPS put it on the clipboard: tabs, line breaks, cells with either in quotes. */
(() => {
  "use strict";
  window.ballast = window.ballast || {};

  ballast.block = {
    read(text) {
      const rows = [[]];
      let cell = "", quoted = false, begun = false;
      const close = () => { rows[rows.length - 1].push(cell); cell = ""; begun = false; };
      for (let at = 0; at < text.length; at++) {
        const sign = text[at];
        if (quoted) {
          if (sign === '"' && text[at + 1] === '"') { cell += '"'; at++; } else if (sign === '"') quoted = false; else cell += sign;
        } else if (sign === '"' && !begun) { quoted = begun = true; }
        else if (sign === "\t") close();
        else if (sign === "\n" || sign === "\r") {
          if (sign === "\r" && text[at + 1] === "\n") at++;
          close();
          rows.push([]);
        } else { cell += sign; begun = true; }
      }
      close();
      const last = rows[rows.length - 1];        // Excel ends the last line too
      if (rows.length > 1 && last.length === 1 && last[0] === "") rows.pop();
      return rows;
    },
    write: (rows) => rows.map((row) => row.map((cell) => {
      const text = String(cell ?? "");
      return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    }).join("\t")).join("\n"),
  };

  const plain = (text) => String(text).normalize("NFKC").replace(/[\s,]/g, "");
  ballast.number = (value) => {
    if (typeof value === "number") return value;
    if (value === null || value === undefined || !/^[-+]?\d+(\.\d+)?$/.test(plain(value))) return null;
    return Number(plain(value));
  };
  const shown = new Intl.NumberFormat("en-US", { maximumFractionDigits: 4 });
  ballast.amount = (value) => (value === null || value === undefined ? "" : shown.format(value));
})();
