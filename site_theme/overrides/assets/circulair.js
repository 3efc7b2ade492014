/* Charts, filter, sorting. Without this script pages stay complete: the tables hold all data. */
(() => {
  "use strict";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // --- charts ---
  const received = {}, loads = {}, drawn = new Set();
  let onPaper = false;
  const version = document.querySelector("meta[name=circulair-plotly]")?.content;
  const plotly = new URL(version, document.currentScript.src);
  // Figures are scripts, for a page on a disk cannot fetch.
  window.circulair = { figuur: (name, figure) => { received[name] = figure; } };

  const load = (url) => (loads[url] ??= new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("script"), { src: url, onload, onerror }));
  }));

  // Figures name roles; only the style sheet knows colours. A label may begin as a role does.
  const css = (name) => getComputedStyle(document.body).getPropertyValue(`--${name}`).trim();
  const paint = (part, key = "") => {
    if (Array.isArray(part)) return part.map((item) => paint(item, key));
    if (part && typeof part === "object") {
      return Object.fromEntries(Object.entries(part).map(([name, item]) => [name, paint(item, name)]));
    }
    return key.endsWith("color") && String(part).startsWith("kleur-") ? css(part) : part;
  };

  const style = (own, slot, data) => {
    const narrow = onPaper || slot.clientWidth < 520;
    const look = { font: { family: "inherit", size: narrow ? 13 : 15, color: "kleur-tekst" },
      paper_bgcolor: "transparent", plot_bgcolor: "transparent", dragmode: false,
      // A name of digits is a name, and a long one is whole.
      autotypenumbers: "strict",
      hoverlabel: { namelength: -1 },
      ...(onPaper ? { width: 620, height: slot.clientHeight } : { autosize: true }) };
    // Bands between nodes have no axes; their names need the room.
    if (data.every(({ type }) => type === "sankey")) {
      return { ...own, ...look, font: { ...look.font, size: narrow ? 11 : 14 }, margin: { l: 4, r: 4, t: 14, b: 14 } };
    }
    const notes = own.annotations ?? [];
    // The unit reads better above the axis than turned beside it.
    const unit = { text: own.yaxis?.title?.text ?? "", showarrow: false, xref: "paper", yref: "paper",
      x: 0, y: 1, xanchor: "left", yanchor: "bottom", yshift: notes.length ? 26 : 8 };
    // Long names beside bars run over more lines, or there is no room left for the bars. A figure of
    // panels (a second axis) has done so itself.
    const names = narrow && data[0]?.orientation === "h" && !own.yaxis?.tickvals && !own.yaxis2
      ? [...new Set(data[0].y)].filter((name) => typeof name === "string") : [];
    const wrapped = names.length ? { tickvals: names,
      ticktext: names.map((name) => name.replace(/(.{1,22})(?:\s+|$)/g, "$1<br>").slice(0, -4)) } : {};
    const axis = { gridcolor: "kleur-raster", zerolinecolor: "kleur-raster", automargin: true,
      fixedrange: true, ticklabelstandoff: 6 };
    return {
      ...own,
      ...look,
      annotations: [...notes, unit],
      xaxis: { ...axis, showgrid: false, ...own.xaxis, dtick: own.xaxis?.dtick && own.xaxis.dtick * (narrow ? 2 : 1) },
      yaxis: { ...axis, ...own.yaxis, ...wrapped, title: { text: "" } },
      legend: { ...own.legend, orientation: "h", x: 0, y: 0, yref: "container" },
      margin: { l: 8, r: 28, t: unit.text ? unit.yshift + 28 : 4, b: own.showlegend ? (narrow ? 90 : 64) : 8 },
    };
  };

  const settings = { displayModeBar: false, displaylogo: false, showSendToCloud: false, responsive: true };
  const draw = async (figure) => {
    drawn.add(figure);
    const slot = figure.querySelector(".figuur-beeld");
    try {
      await Promise.all([load(plotly), load(figure.dataset.script)]);
      const { data, layout } = received[figure.dataset.figuur];
      const traces = paint(data);
      // Titles inside a figure have a short form for a narrow one.
      if (slot.clientWidth < 520) for (const trace of traces) trace.text = trace.meta?.smal ?? trace.text;
      await Plotly.react(slot, traces, paint(style(layout, slot, data)), settings);
    } catch {
      slot.hidden = true; // the table says the same
      figure.querySelector("details").open = true;
    }
  };

  // A slot that was filled at build time is left alone.
  for (const slot of all(".figuur-beeld[data-banen]")) slot.style.setProperty("--banen", slot.dataset.banen);
  const figures = all("figure[data-figuur]").filter((item) => item.querySelector(".figuur-beeld:empty"));
  const watcher = window.IntersectionObserver && new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) if (isIntersecting && !drawn.has(target)) draw(target);
  }, { rootMargin: "300px" });
  for (const figure of figures) watcher ? watcher.observe(figure) : draw(figure);
  const redraw = () => drawn.forEach(draw);
  new MutationObserver(redraw).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  for (const query of ["(prefers-color-scheme: dark)", "(max-width: 40em)"]) {
    matchMedia(query).addEventListener("change", redraw);
  }
  // Paper shows every figure.
  matchMedia("print").addEventListener("change", ({ matches }) => {
    onPaper = matches;
    figures.forEach(draw);
  });

  // --- filter; its state stands in the address, so that it can be shared ---
  for (const form of all("form[data-filter]")) {
    const rows = all(`#${form.dataset.filter} tbody tr`);
    const fields = all("select", form);
    const show = () => {
      const chosen = fields.filter((field) => field.value);
      for (const row of rows) row.hidden = chosen.some(({ name, value }) => !(row.dataset[name] ?? "").split(" ").includes(value));
      const count = rows.filter((row) => !row.hidden).length;
      form.querySelector("[role=status]").textContent = `${count} van ${rows.length} ${form.dataset.wat ?? "acties"}`;
      return chosen.map(({ name, value }) => [name, value]);
    };
    const read = () => {
      const asked = new URLSearchParams(location.search);
      for (const field of fields) {
        field.value = asked.get(field.name) ?? "";
        if (field.selectedIndex < 0) field.value = ""; // names what does not exist
      }
      show();
    };
    const write = () => {
      const address = new URL(location);
      address.search = new URLSearchParams(show());
      try { history.replaceState(null, "", address); } catch { /* refused on file:// */ }
    };
    form.addEventListener("change", write);
    form.addEventListener("reset", () => setTimeout(write)); // only then are they empty
    for (const event of ["pageshow", "popstate"]) addEventListener(event, read); // "back" restores fields
    form.hidden = false;
    read();
  }

  // --- sorting ---
  for (const { tBodies: [body], tHead } of all("table.acties, table.indicatoren")) {
    const heads = body.rows.length > 3 ? all("th", tHead) : [];
    heads.forEach((head, column) => {
      const key = ({ cells }) => cells[column].dataset.sorteer ?? cells[column].textContent.trim();
      const button = Object.assign(document.createElement("button"), { type: "button" });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const order = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", order > 0 ? "ascending" : "descending");
        const compare = (a, b) => order * key(a).localeCompare(key(b), "nl", { numeric: true });
        body.append(...[...body.rows].sort(compare));
      });
    });
  }

  // --- a link to what is folded opens it; not every browser does that itself ---
  const unfold = () => {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { /* no address of ours */ }
    const target = document.getElementById(name);
    for (let fold = target; fold; fold = fold.parentElement) if (fold.matches("details")) fold.open = true;
    const own = target?.querySelector(":scope > details");
    if (own) own.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  if (document.querySelector(".vouw")) unfold();

  // --- copying a text; without the button it can be selected ---
  for (const block of navigator.clipboard ? all("[data-kopieer]") : []) {
    // Read when asked: what is folded away has no text yet.
    const parts = [...block.children];
    const read = () => parts.map((part) => part.innerText.trim()).join("\n\n");
    const button = Object.assign(document.createElement("button"), {
      type: "button", className: "kopieer-knop", textContent: "Kopieer deze tekst" });
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => navigator.clipboard.writeText(read()).then(
      () => { button.textContent = "Gekopieerd"; },
      () => { getSelection().selectAllChildren(block.firstElementChild); }));
    block.append(button);
  }
})();
