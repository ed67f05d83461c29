/* One project's form: it saves by itself, shows sums as one types, and says what the server found in each cell. */
(() => {
  "use strict";
  const form = document.getElementById("report-form");
  if (!form) return;
  const told = JSON.parse(document.getElementById("told").textContent), { words } = told;
  let row = told.row;
  const cells = new Map([...form.querySelectorAll("[data-key]")].map((cell) => [cell.dataset.key, cell]));
  const field = (key) => cells.get(key).querySelector("input, select, textarea");
  const submit = document.getElementById("report-submit");
  const token = submit.querySelector("[name=csrfmiddlewaretoken]").value;
  const money = (key) => cells.get(key).classList.contains("money");

  // ``answered``: the server's own value is put in, where nobody is typing.
  function write(key, value) {
    const input = field(key), number = money(key) ? ballast.number(value) : null;
    const said = number === null ? String(value ?? "") : ballast.amount(number);
    if (document.activeElement !== input && input.value !== said) input.value = said;
  }
  function sums() {
    const now = (key) => ballast.number(field(key).value);
    const month = now("month_completed"), before = ballast.number(row.shown.last_year_to_date);
    const year = month === null || before === null ? row.proposed.year_to_date : before + month;
    const was = ballast.number(row.proposed.year_to_date), whole = ballast.number(row.proposed.to_date);
    const shown = { year_to_date: month === null ? null : year, to_date: month === null || whole === null || was === null ? row.proposed.to_date : whole + year - was };
    Object.entries(shown).forEach(([key, sum]) => { field(key).placeholder = sum === null || sum === undefined ? "" : ballast.amount(ballast.number(sum)); });
  }
  function clash(cell, one) {
    const box = Object.assign(document.createElement("div"), { className: "clash" });
    box.append(words.clash.replace("%(by)s", one.theirs_by).replace("%(theirs)s", one.theirs ?? words.empty).replace("%(me)s", one.mine_by).replace("%(mine)s", one.mine ?? words.empty), document.createElement("br"));
    [["mine", one.mine], ["theirs", one.theirs]].forEach(([name, value]) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "secondary", textContent: `${words[name]} (${value ?? words.empty})` });
      button.addEventListener("click", () => { field(cell.dataset.key).value = value ?? ""; typed(cell.dataset.key, value); saver.whole(); });
      box.append(button);
    });
    return box;
  }
  function mark() {
    cells.forEach((cell, key) => {
      const found = row.findings.filter((one) => one.column === key && one.code !== "conflict_open");
      const said = found.map((one) => Object.assign(document.createElement("p"), { className: `said ${one.stops ? one.severity : one.explained ? "explained" : "note"}`, textContent: one.said }));
      cell.querySelector("[data-said]").replaceChildren(...said, ...row.conflicts.filter((one) => one.column === key).map((one) => clash(cell, one)));
      const stops = found.some((one) => one.stops) || row.conflicts.some((one) => one.column === key);
      cell.classList.toggle("marked", stops || Boolean(row.remarks[key]));
      if (stops && cell.closest("details")) cell.closest("details").open = true;
    });
    submit.querySelector("[name=one]").value = `${row.serial}:${row.version}`;
  }
  function typed(key, value) {
    row.cells[key] = value;
    saver.type(row.serial, row.version, key, value === "" ? null : value);
    sums();
  }
  const saver = ballast.saver({ told, address: form.dataset.save, token, line: document.getElementById("saving"), onRows([fresh], pending) {
    row = fresh;
    cells.forEach((_, key) => { if (!pending(row.serial, key)) write(key, row.cells[key]); });
    mark();
    sums();
  } });

  form.addEventListener("input", (event) => { const cell = event.target.closest("[data-key]"); if (cell) typed(cell.dataset.key, event.target.value); });
  // Leaving a cell asks the server at once; its checks answer beside it.
  form.addEventListener("change", () => saver.whole());
  submit.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!(await saver.whole())) return;
    const first = [...cells.values()].find((cell) => cell.querySelector(".said.error, .said.warning, .clash"));
    if (first) { first.scrollIntoView({ block: "center" }); field(first.dataset.key).focus({ preventScroll: true }); return; }
    submit.submit();
  });
  cells.forEach((_, key) => write(key, row.cells[key]));
  sums();
  mark();
  ballast.offer(document.querySelector(".kept"), saver.kept, [row.serial], words, (serial, said) => {
    row.version = said.version;
    Object.entries(said.cells).forEach(([key, value]) => { if (cells.has(key)) { field(key).value = value ?? ""; typed(key, value); } });
  });
})();
