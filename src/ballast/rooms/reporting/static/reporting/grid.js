/* The grid: a sheet one types into as in Excel; what it says is right or wrong only the server tells. */
(() => {
  "use strict";
  const frame = document.getElementById("grid");
  if (!frame) return;
  const told = JSON.parse(document.getElementById("told").textContent);
  const { columns, rows, words } = told;
  const place = new Map(rows.map((row, index) => [row.serial, index]));
  const told_line = document.getElementById("grid-said"), count = document.getElementById("grid-count");
  const show = document.getElementById("grid-show"), find = document.getElementById("grid-find"), wide = document.getElementById("grid-wide");
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const PINS = 2, done = [], undone = [];
  let at = { row: 0, column: columns.findIndex((one) => one.editable) }, anchor = at, editing = false, visible = rows.map((_, index) => index);
  const edited = new Set();                      // cells not saved yet, as "row:key"

  /* Values */
  const value = (row, column) => (column.editable ? row.cells[column.key] ?? null : row.shown[column.key] ?? null);
  const proposed = (row, column) => (value(row, column) === null ? row.proposed[column.key] ?? null : null);
  const amount = (row, column) => ballast.number(value(row, column) ?? row.proposed[column.key]);
  const open = (row, column) => column.editable && row.verbs.includes("save");
  const text = (row, column) => {
    const said = value(row, column) ?? proposed(row, column);
    const number = column.money ? ballast.number(said) : null;
    return number === null ? String(said ?? "") : ballast.amount(number);
  };
  const marks = (row, column) => row.findings.filter((found) => found.column === column.key);

  /* Drawing */
  const escape = (said) => said.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  function classes(row, column) {
    const found = marks(row, column), names = [];
    if (column.money) names.push("number");
    if (!column.main) names.push("more");
    if (!open(row, column)) names.push("locked");
    if (value(row, column) === null && proposed(row, column) !== null) names.push("sum");
    if (row.conflicts.some((one) => one.column === column.key)) names.push("clash");
    else if (found.some((one) => one.severity === "error")) names.push("error");
    else if (found.some((one) => one.stops)) names.push("warning");
    if (row.remarks[column.key]) names.push("returned");
    if (edited.has(`${row.serial}:${column.key}`)) names.push("dirty");
    return names.join(" ");
  }
  const width = (column) => (column.money ? 7.2 : column.kind === "text" ? 13 : 8.5);
  const state = (row) => escape(row.state_said || (row.due ? "—" : ""));
  function line(row) {
    const head = `<th scope="row" class="pin"><a href="${frame.dataset.one.replace("SERIAL", row.serial)}" tabindex="-1" title="${escape(row.serial)}">${escape(row.name)}</a></th><td class="pin two">${state(row)}</td>`;
    return `<tr>${head}${columns.map((column) => `<td class="${classes(row, column)}">${escape(text(row, column))}</td>`).join("")}</tr>`;
  }
  function draw() {
    const cols = `<col class="name"><col class="state">${columns.map((column) => `<col class="${column.main ? "" : "more"}" style="width:${width(column)}rem">`).join("")}`;
    const heads = columns.map((column) => `<th scope="col" class="${column.main ? "" : "more"}">${column.group ? `<small>${escape(column.group)}</small>` : ""}${escape(column.heading)}</th>`).join("");
    frame.innerHTML = `<table class="typing" ><caption class="visually-hidden">${escape(document.title)}</caption><colgroup>${cols}</colgroup><thead><tr><th scope="col" class="pin">${escape(words.project)}</th><th scope="col" class="pin two">${escape(words.state)}</th>${heads}</tr></thead><tbody>${rows.map(line).join("")}</tbody><tfoot><tr><th scope="row" class="pin" id="grid-rows"></th><td class="pin two"><small>${escape(words.last)}</small></td>${columns.map((column) => `<td class="number${column.main ? "" : " more"}"></td>`).join("")}</tr></tfoot></table><input class="ear" aria-label="…" autocomplete="off" spellcheck="false"><datalist id="grid-choices"></datalist>`;
  }
  draw();
  const table = frame.querySelector("table"), body = table.tBodies[0].rows, foot = table.tFoot.rows[0].cells, ear = frame.querySelector(".ear"), choices = frame.querySelector("datalist");
  const cell = (index, column) => body[index].cells[column + PINS];

  function redraw(index, only = null) {
    columns.forEach((column, number) => {
      if (only && !only.includes(column.key)) return;
      const drawn = cell(index, number);
      const now = text(rows[index], column), names = classes(rows[index], column);
      if (drawn.textContent !== now) drawn.textContent = now;
      if (drawn.dataset.base !== names) { drawn.className = names; drawn.dataset.base = names; }
    });
    body[index].cells[1].innerHTML = state(rows[index]);
  }
  function sum(only = null) {
    columns.forEach((column, number) => {
      if (!column.money || (only && !only.includes(column.key))) return;
      let now = 0, last = 0, any = false;
      visible.forEach((index) => {
        const said = amount(rows[index], column) ?? (column.editable ? null : ballast.number(rows[index].shown[column.key]));
        if (said !== null) { now += said; any = true; }
        last += ballast.number(rows[index].last[column.key]) ?? 0;
      });
      const rounded = (one) => ballast.amount(Math.round(one * 1e4) / 1e4);
      foot[number + PINS].innerHTML = `${any ? rounded(now) : "—"}${column.key in (rows[0]?.last || {}) || last ? `<small>${rounded(last)}</small>` : ""}`;
    });
  }

  /* Choosing */
  const inside = (number, most) => Math.max(0, Math.min(most, number));
  const shownColumns = () => columns.map((_, number) => number).filter((number) => wide.checked || columns[number].main);
  function range() {
    const between = (list, one, two) => { const [a, b] = [list.indexOf(one), list.indexOf(two)].sort((x, y) => x - y); return list.slice(Math.max(a, 0), b + 1); };
    return { rows: between(visible, anchor.row, at.row), columns: between(shownColumns(), anchor.column, at.column) };
  }
  let lit = [];
  function go(row, column, { keep = false, scroll = true } = {}) {
    if (!visible.length) return;
    at = { row, column };
    if (!keep) anchor = at;
    lit.forEach((one) => one.classList.remove("chosen", "at"));
    const area = range();
    lit = area.rows.length * area.columns.length > 1 ? area.rows.flatMap((index) => area.columns.map((number) => cell(index, number))) : [];
    lit.forEach((one) => one.classList.add("chosen"));
    const drawn = cell(row, column);
    drawn.classList.add("at");
    lit.push(drawn);
    if (scroll) drawn.scrollIntoView({ block: "nearest", inline: "nearest" });
    Object.assign(ear.style, { left: `${drawn.offsetLeft}px`, top: `${drawn.offsetTop}px`, width: `${drawn.offsetWidth}px`, height: `${drawn.offsetHeight}px` });
    ear.classList.toggle("number", columns[column].money);
    ear.readOnly = !open(rows[row], columns[column]);
    ear.setAttribute("aria-label", `${rows[row].name} ${columns[column].heading} ${drawn.textContent}`);
    if (columns[column].choices.length) {
      choices.innerHTML = columns[column].choices.map((one) => `<option value="${escape(one)}">`).join("");
      ear.setAttribute("list", "grid-choices");
    } else ear.removeAttribute("list");
    ear.value = "";
    ear.focus({ preventScroll: true });
    say();
  }
  function move(down, right, keep = false) {
    const line = visible.indexOf(at.row), side = shownColumns();
    go(visible[inside(line + down, visible.length - 1)], side[inside(side.indexOf(at.column) + right, side.length - 1)], { keep });
  }
  function along(step) {                         // Tab goes from one open cell to the next, over the ends of lines
    const side = shownColumns().filter((number) => columns[number].editable);
    let line = visible.indexOf(at.row), next = side.indexOf(at.column);
    next = next < 0 ? side.findIndex((number) => number > at.column) : next + step;
    if (next >= side.length) { next = 0; line++; } else if (next < 0) { next = side.length - 1; line--; }
    if (line >= 0 && line < visible.length) go(visible[line], side[next]);
  }
  function say(words_said = "") {
    const row = rows[at.row], column = columns[at.column], told_of = [];
    if (words_said) told_of.push(["muted", words_said]);
    row.conflicts.filter((one) => one.column === column.key).forEach((one) => told_of.push(["error", words.clash
      .replace("%(by)s", one.theirs_by).replace("%(theirs)s", one.theirs ?? words.empty).replace("%(me)s", one.mine_by).replace("%(mine)s", one.mine ?? words.empty)]));
    if (row.remarks[column.key]) told_of.push(["error", `${words.remark}: ${row.remarks[column.key]}`]);
    marks(row, column).filter((one) => one.code !== "conflict_open").forEach((one) => told_of.push([one.stops ? one.severity : "muted", one.said]));
    const last = row.last[column.key];
    if (last !== undefined) told_of.push(["muted", `${words.last}: ${column.money ? ballast.amount(ballast.number(last)) : last}`]);
    told_line.replaceChildren(...told_of.map(([kind, said]) => Object.assign(document.createElement("span"), { className: kind, textContent: `${said}　` })));
    row.conflicts.filter((one) => one.column === column.key && open(row, column)).forEach((one) => [["mine", one.mine], ["theirs", one.theirs]].forEach(([name, said]) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "plain tag", textContent: `${words[name]} (${said ?? words.empty})` });
      button.addEventListener("click", () => { change([[at.row, column.key, said]]); go(at.row, at.column); });
      told_line.append(button);
    }));
  }

  /* Changing */
  const saver = ballast.saver({ told, address: frame.dataset.save, token, line: document.getElementById("saving"), onRows(fresh, pending) {
    fresh.forEach((now) => {
      const index = place.get(now.serial), row = rows[index];
      columns.forEach(({ key }) => {
        if (!pending(now.serial, key)) edited.delete(`${now.serial}:${key}`); else now.cells[key] = row.cells[key];
      });
      rows[index] = now;
      redraw(index);
    });
    sum();
    ready();
    if (!editing && document.activeElement === ear) { cell(at.row, at.column).classList.add("at"); say(); }
  } });
  function estimate(row) {                       // shown until the server's own sums are here
    const month = ballast.number(row.cells.month_completed), before = ballast.number(row.shown.last_year_to_date);
    const was = ballast.number(row.proposed.year_to_date);
    if (month === null || before === null) { delete row.proposed.year_to_date; delete row.proposed.to_date; return; }
    row.proposed.year_to_date = before + month;
    const whole = ballast.number(row.proposed.to_date);
    if (whole !== null && was !== null) row.proposed.to_date = whole + before + month - was;
  }
  function change(cells, stack = done) {
    const back = [], touched = new Set();
    cells.forEach(([index, key, said]) => {
      const row = rows[index], column = columns.find((one) => one.key === key);
      const plain = said === null || said === "" ? null : column.money ? ballast.number(said) ?? String(said) : String(said).trim();
      const same = (row.cells[key] ?? null) === plain && !row.conflicts.some((one) => one.column === key);
      if (same || !open(row, column)) return;
      back.push([index, key, row.cells[key] ?? null]);
      if (plain === null) delete row.cells[key]; else row.cells[key] = plain;
      row.findings = row.findings.filter((found) => found.column !== key);
      edited.add(`${row.serial}:${key}`);
      if (key === "month_completed") estimate(row);
      touched.add(index);
      saver.type(row.serial, row.version, key, plain);
    });
    if (!back.length) return 0;
    stack.push(back);
    if (stack === done && cells !== undoing) undone.length = 0;
    const keys = new Set(back.map(([, key]) => key));
    if (keys.has("month_completed")) ["year_to_date", "to_date"].forEach((key) => keys.add(key));
    touched.forEach((index) => redraw(index, [...keys]));
    sum([...keys]);
    return back.length;
  }
  let undoing = null;
  function undo(from, to) {
    const cells = from.pop();
    if (!cells) return;
    undoing = cells;
    change(cells, to);
    undoing = null;
    const [index, key] = cells[0];
    go(visible.includes(index) ? index : at.row, columns.findIndex((one) => one.key === key));
  }
  function begin(keepText) {
    if (ear.readOnly || editing) return;
    editing = true;
    ear.classList.add("open");
    if (keepText) {
      ear.value = String(value(rows[at.row], columns[at.column]) ?? "");
      ear.select();
    }
  }
  function end(take) {
    if (!editing) return;
    editing = false;
    ear.classList.remove("open");
    if (take) change([[at.row, columns[at.column].key, ear.value]]);
    ear.value = "";
  }
  function paste(block) {
    const area = range(), side = shownColumns(), first = visible.indexOf(area.rows[0]), left = side.indexOf(area.columns[0]);
    const single = block.length === 1 && block[0].length === 1;
    const cells = [], wanted = [];
    let beyond = 0;
    const put = (index, number, said) => { wanted.push(1); if (open(rows[index], columns[number])) cells.push([index, columns[number].key, said]); };
    if (single) area.rows.forEach((index) => area.columns.forEach((number) => put(index, number, block[0][0])));
    else block.forEach((line, down) => line.forEach((said, right) => {
      const index = visible[first + down], number = side[left + right];
      if (index !== undefined && number !== undefined) put(index, number, said); else if (said.trim()) beyond++;
    }));
    const taken = change(cells);
    const left_out = wanted.length - cells.length;
    go(at.row, at.column, { keep: true });
    say(words.pasted.replace("%(n)s", taken) + (left_out ? `; ${words.skipped.replace("%(n)s", left_out)}` : "")
      + (beyond ? `; ${words.beyond.replace("%(n)s", beyond)}` : ""));
  }

  /* Keys and pointer */
  ear.addEventListener("input", () => begin(false));
  ear.addEventListener("compositionstart", () => begin(false));
  ear.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const ctrl = event.ctrlKey || event.metaKey, arrows = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-15, 0], PageDown: [15, 0] };
    const act = () => event.preventDefault();
    if (event.key === "Enter") { act(); if (editing || !event.altKey) { end(true); move(event.shiftKey ? -1 : 1, 0); } }
    else if (event.key === "Tab") { const here = at; end(true); along(event.shiftKey ? -1 : 1); if (at !== here) act(); }
    else if (event.key === "Escape") { end(false); go(at.row, at.column); }
    else if (event.key === "F2") { act(); begin(true); }
    else if (arrows[event.key] && (!editing || event.key.startsWith("Page") || ["ArrowUp", "ArrowDown"].includes(event.key)) && !ear.list === !columns[at.column].choices.length) {
      if (editing && ear.list) return;
      act(); end(true); move(...arrows[event.key].map((step) => (ctrl ? step * 1e4 : step)), event.shiftKey);
    } else if (editing) return;
    else if (event.key === "Delete" || event.key === "Backspace") { act(); const area = range(); change(area.rows.flatMap((index) => area.columns.map((number) => [index, columns[number].key, null]))); go(at.row, at.column, { keep: true }); }
    else if (ctrl && event.key.toLowerCase() === "z") { act(); if (event.shiftKey) undo(undone, done); else undo(done, undone); }
    else if (ctrl && event.key.toLowerCase() === "y") { act(); undo(undone, done); }
    else if (ctrl && event.key.toLowerCase() === "d") {
      act();
      const area = range(), above = area.rows.length > 1 ? area.rows[0] : visible[visible.indexOf(at.row) - 1];
      if (above !== undefined) change(area.rows.flatMap((index) => area.columns.map((number) => [index, columns[number].key, value(rows[above], columns[number])])));
      go(at.row, at.column, { keep: true });
    } else if (ctrl && event.key.toLowerCase() === "a") { act(); const side = shownColumns(); anchor = { row: visible[0], column: side[0] }; go(visible.at(-1), side.at(-1), { keep: true, scroll: false }); }
    else if (event.key === "Home") { act(); go(ctrl ? visible[0] : at.row, shownColumns()[0]); }
    else if (event.key === "End") { act(); go(ctrl ? visible.at(-1) : at.row, shownColumns().at(-1)); }
  });
  ear.addEventListener("blur", () => end(true));
  ear.addEventListener("copy", (event) => {
    if (editing) return;
    event.preventDefault();
    const area = range();
    event.clipboardData.setData("text/plain", ballast.block.write(area.rows.map((index) => area.columns.map((number) => value(rows[index], columns[number]) ?? proposed(rows[index], columns[number])))));
  });
  ear.addEventListener("paste", (event) => {
    const said = event.clipboardData.getData("text/plain");
    if (editing && !/[\t\n]/.test(said)) return;
    event.preventDefault();
    end(false);
    paste(ballast.block.read(said));
  });
  let dragging = false;
  const under = (event) => {
    const drawn = event.target.closest?.("tbody td:not(.pin)");
    return drawn ? { row: drawn.parentNode.sectionRowIndex, column: drawn.cellIndex - PINS } : null;
  };
  frame.addEventListener("mousedown", (event) => {
    const hit = under(event);
    if (!hit || event.target === ear) return;
    event.preventDefault();
    end(true);
    if (event.shiftKey) go(hit.row, hit.column, { keep: true }); else go(hit.row, hit.column);
    dragging = true;
  });
  frame.addEventListener("mousemove", (event) => { const hit = dragging && under(event); if (hit && (hit.row !== at.row || hit.column !== at.column)) go(hit.row, hit.column, { keep: true, scroll: false }); });
  addEventListener("mouseup", () => { dragging = false; });
  frame.addEventListener("dblclick", (event) => { if (under(event) || event.target === ear) begin(true); });

  /* Filters, sums, submitting */
  const SHOWN = {
    all: () => true, missing: (row) => ["", "draft", "returned"].includes(row.state) && (row.due || row.state),
    faulty: (row) => row.findings.some((one) => one.stops) || row.conflicts.length, returned: (row) => row.state === "returned",
    waiting: (row) => ["submitted", "county_accepted"].includes(row.state),
  };
  function filter() {
    const said = find.value.trim().toLowerCase();
    visible = rows.map((_, index) => index).filter((index) => SHOWN[show.value](rows[index]) && (!said || `${rows[index].name} ${rows[index].serial}`.toLowerCase().includes(said)));
    const shown = new Set(visible);
    rows.forEach((_, index) => { body[index].hidden = !shown.has(index); });
    document.getElementById("grid-rows").textContent = count.textContent = words.rows.replace("%(n)s", visible.length);
    if (visible.length && !shown.has(at.row)) { at = { row: visible[0], column: at.column }; anchor = at; }
    sum();
  }
  const form = document.getElementById("grid-submit");
  const stuck = document.getElementById("grid-stuck");
  stuck?.addEventListener("click", () => { show.value = "faulty"; filter(); });
  const going = () => rows.filter((row) => row.verbs.includes("submit") && row.version && !row.findings.some((one) => one.stops) && !row.conflicts.length);
  function ready() {
    if (!form) return;
    const chosen = going();
    form.querySelector("[data-ready]").textContent = `(${chosen.length})`;
    form.querySelector("button").disabled = !chosen.length;
    const held = rows.filter((row) => row.verbs.includes("submit") && SHOWN.faulty(row)).length;
    Object.assign(stuck, { hidden: !held, textContent: words.held.replace("%(n)s", held) });
  }
  form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    end(true);
    if (!(await saver.whole())) return;
    form.querySelector("[data-chosen]").replaceChildren(...going().map((row) => Object.assign(document.createElement("input"), { type: "hidden", name: "one", value: `${row.serial}:${row.version}` })));
    form.submit();
  });
  [show, find].forEach((one) => one.addEventListener("input", filter));
  wide.addEventListener("change", () => table.classList.toggle("wide", wide.checked));
  const asked = new URLSearchParams(location.search).get("show");
  if (asked in SHOWN) show.value = asked;
  filter();
  ready();
  ballast.offer(document.querySelector(".kept"), saver.kept, rows.map((row) => row.serial), words, (serial, said) => {
    const index = place.get(serial);
    rows[index].version = Math.min(rows[index].version, said.version) || said.version;
    change(Object.entries(said.cells).map(([key, one]) => [index, key, one]));
  });
})();
