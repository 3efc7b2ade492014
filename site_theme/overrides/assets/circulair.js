/* What helps a reader who has scripts: live charts, filters, sorting, folding, copying. Without this
   script pages stay complete: the tables hold all data. */
(() => {
  "use strict";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // --- charts: a picture stands in the page; the live one comes when a reader asks for it ---
  const version = document.querySelector("meta[name=circulair-plotly]")?.content;
  const here = document.currentScript.src, loads = {}, live = new Map();
  let onPaper = false;
  // Figures are scripts, for a page on a disk cannot fetch.
  const load = (src) => (loads[src] ??= new Promise((onload, fail) => {
    const onerror = (event) => { delete loads[src]; fail(event); }; // who asks again may have better luck
    document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }));
  }));
  const loadOf = ({ dataset: { script } }) => Promise.all([load(new URL(version, here).href),
    load(new URL("grafiek.js", here).href).then(() => load(new URL(script, location).href))]);

  const kleur = (role) => getComputedStyle(document.body).getPropertyValue(`--${role}`).trim();
  const redraw = (figure) => {
    const layer = live.get(figure), { clientWidth: breedte, clientHeight: hoogte } = layer;
    if (!onPaper && !breedte) return undefined; // folded away
    // The style sheet knows where the narrow form begins; a sheet of paper is wide.
    const smal = !onPaper && getComputedStyle(layer).getPropertyValue("--vorm").trim() === "smal";
    const asked = onPaper ? { smal, kleur } : { smal, kleur, breedte, hoogte };
    const { data, layout } = circulair.teken(circulair.figuren[figure.dataset.figuur], asked);
    return Plotly.react(layer, data, layout, { displayModeBar: false, displaylogo: false, showSendToCloud: false });
  };
  const redrawAll = () => [...live.keys()].forEach((figure) => figure.matches(".figuur--levend") && redraw(figure));

  let widths;
  const draw = async (figure) => {
    if (live.has(figure)) return;
    const layer = Object.assign(document.createElement("div"), { className: "figuur-levend" });
    live.set(figure, layer);
    await loadOf(figure);
    if (live.get(figure) !== layer) return; // asked away meanwhile
    if (!widths) {
      widths = new ResizeObserver((seen) => seen.forEach(({ target }) => {
        if (target.isConnected && !onPaper && target.layout?.width !== target.clientWidth) redraw(target.closest("figure"));
      }));
      new MutationObserver(redrawAll).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    }
    figure.querySelector(".figuur-beeld").append(layer);
    figure.classList.add("figuur--levend");
    await redraw(figure);
    widths.observe(layer);
  };
  const erase = (figure) => {
    const layer = live.get(figure);
    live.delete(figure);
    figure.classList.remove("figuur--levend");
    if (!layer?.isConnected) return;
    widths.unobserve(layer);
    Plotly.purge(layer);
    layer.remove();
  };
  // Without a chart the table says the same.
  const giveUp = (figure) => {
    erase(figure);
    const slot = figure.querySelector(".figuur-beeld"), table = figure.querySelector("details");
    slot.hidden = slot.childElementCount === 0;
    if (table) table.open = true;
  };

  const empty = [];
  for (const figure of all("figure[data-figuur]")) {
    const slot = figure.querySelector(".figuur-beeld");
    if (!slot) continue;
    // The room that a chart takes is there before the chart, so nothing moves when it comes.
    (figure.dataset.hoogten ?? "").split(" ").forEach((height, at) => {
      figure.style.setProperty(at ? "--hoog-smal" : "--hoog-breed", height);
    });
    if (!slot.childElementCount) {
      empty.push(figure);
      continue;
    }
    const button = Object.assign(document.createElement("button"), { type: "button", className: "figuur-knop" });
    button.setAttribute("aria-pressed", "false");
    button.append("Bekijk interactief", figure.querySelector("summary .visueel-verborgen")?.cloneNode(true) ?? "");
    button.addEventListener("click", () => {
      const isLive = !live.has(figure);
      button.setAttribute("aria-pressed", String(isLive));
      if (!isLive) erase(figure);
      else draw(figure).catch(() => {
        button.setAttribute("aria-pressed", "false");
        giveUp(figure);
      });
    });
    const table = figure.querySelector(":scope > details");
    if (table) table.before(button);
    else figure.append(button);
  }
  const tryDraw = (figure) => draw(figure).catch(() => giveUp(figure));
  const watcher = empty.length && window.IntersectionObserver && new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) if (isIntersecting) tryDraw(target);
  }, { rootMargin: "300px" });
  for (const figure of empty) watcher ? watcher.observe(figure) : tryDraw(figure);
  // Paper shows every figure: a picture by the style sheet, an empty slot as far as there is time.
  if (empty.length) {
    matchMedia("print").addEventListener("change", ({ matches }) => {
      onPaper = matches;
      if (onPaper) empty.forEach(tryDraw);
      redrawAll();
    });
  }

  // --- sorting: a button in each head; cards have no heads, and choose from the same list ---
  const sortable = ({ tBodies: [body], tHead }, changed) => {
    const written = [...body.rows];
    const heads = written.length > 3 ? all("th", tHead) : [];
    const choice = document.createElement("select");
    choice.name = "sorteer";
    choice.append(new Option("zoals in de lijst", ""));
    heads.forEach((head) => {
      const name = head.textContent.trim();
      const value = name.toLowerCase();
      choice.append(new Option(`${name}, oplopend`, value), new Option(`${name}, aflopend`, `-${value}`));
      const button = Object.assign(document.createElement("button"), { type: "button" });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        choice.value = choice.value === value ? `-${value}` : value;
        changed();
      });
    });
    const apply = () => {
      const place = choice.selectedIndex - 1;
      const column = place >> 1, order = place % 2 ? -1 : 1;
      const key = ({ cells }) => cells[column].dataset.sorteer ?? cells[column].textContent.trim();
      const compare = (a, b) => order * key(a).localeCompare(key(b), "nl", { numeric: true });
      for (const head of heads) head.removeAttribute("aria-sort");
      if (place >= 0) heads[column].setAttribute("aria-sort", order > 0 ? "ascending" : "descending");
      body.append(...(place < 0 ? written : [...written].sort(compare)));
      return place < 0 ? "" : `gesorteerd op ${choice.selectedOptions[0].text.toLowerCase()}`;
    };
    return { choice, apply, isSortable: heads.length > 0 };
  };

  // --- overviews: choice and order stand in the address, so that they can be shared ---
  const filterable = (table, form) => {
    const rows = [...table.tBodies[0].rows];
    const fold = form.querySelector("details");
    const part = (name) => form.querySelector(`.filter-${name}`);
    const filters = all("select", form);
    const order = sortable(table, () => write());
    if (order.isSortable) {
      const label = Object.assign(document.createElement("label"), { className: "filter-volgorde" });
      label.append("Volgorde ", order.choice);
      part("velden").append(label);
    }
    const fields = [...filters, order.choice];
    const show = () => {
      const chosen = filters.filter((field) => field.value);
      for (const row of rows) row.hidden = chosen.some(({ name, value }) => !(row.dataset[name] ?? "").split(" ").includes(value));
      const count = rows.filter((row) => !row.hidden).length;
      const sorted = order.apply();
      part("stand").textContent = `${count} van ${rows.length} ${form.dataset.wat}${sorted && `, ${sorted}`}`;
      part("aantal").textContent = chosen.length ? `(${chosen.length} gekozen)` : "";
      part("keuze").textContent = chosen
        .map((field) => `${field.labels[0].firstChild.data.trim()}: ${field.selectedOptions[0].text}`).join("; ");
      part("niets").hidden = count > 0;
      table.parentElement.hidden = count === 0;
    };
    const write = () => {
      show();
      const address = new URL(location);
      address.search = new URLSearchParams(fields.filter(({ value }) => value).map(({ name, value }) => [name, value]));
      try { history.replaceState(history.state, "", address); } catch { /* refused on file:// */ }
    };
    const read = () => {
      const asked = new URLSearchParams(location.search);
      for (const field of fields) {
        field.value = asked.get(field.name) ?? "";
        if (field.selectedIndex < 0) field.value = ""; // names what does not exist
      }
      show();
    };
    // Folded where there is little room; elsewhere there is nothing to fold.
    const wide = matchMedia("(min-width: 45em)");
    const unfold = () => { fold.open = wide.matches; };
    wide.addEventListener("change", unfold);
    form.addEventListener("change", write);
    form.addEventListener("reset", () => setTimeout(write)); // only then are they empty
    for (const event of ["pageshow", "popstate"]) addEventListener(event, read); // "back" restores fields
    form.hidden = false;
    unfold();
    read();
  };

  for (const table of all("table.acties, table.indicatoren")) {
    const form = table.id && document.querySelector(`form[data-filter="${table.id}"]`);
    if (form) { filterable(table, form); continue; }
    // Any other table only says its new order.
    const voice = Object.assign(document.createElement("p"), { className: "visueel-verborgen", role: "status" });
    const order = sortable(table, () => { voice.textContent = order.apply(); });
    if (order.isSortable) table.parentElement.after(voice);
  }

  // --- a box that can scroll is a stop for the keyboard with a name; any other is only a box ---
  const names = new Map(all(".tabel[role=region]").map((box) => [box, box.getAttribute("aria-label")]));
  const measure = window.ResizeObserver && new ResizeObserver((seen) => {
    for (const { target: box } of seen) {
      const given = { role: "region", tabindex: "0", "aria-label": names.get(box) };
      // What has the focus stays a stop, or the focus would be lost.
      const scrolls = box.scrollWidth > box.clientWidth + 1 || box === document.activeElement;
      for (const [name, value] of Object.entries(given)) scrolls ? box.setAttribute(name, value) : box.removeAttribute(name);
    }
  });
  for (const box of names.keys()) measure?.observe(box);

  // --- the search field at the head of the work hands its words to that of the header ---
  for (const form of all("form[data-zoekstart]")) {
    const field = document.querySelector(".zoek-veld");
    if (!field) continue;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!field.checkVisibility()) document.querySelector(".zoek-open").click();
      field.value = form.querySelector("input").value;
      field.focus();
      field.dispatchEvent(new Event("input"));
    });
  }

  // --- paper: the sheet says its address; Material opens what is folded ---
  addEventListener("beforeprint", () => {
    const place = document.querySelector(".voet-wie");
    if (!place || place.querySelector(".druk-adres") || location.protocol === "file:") return;
    place.append(Object.assign(document.createElement("p"), { className: "druk-adres", textContent: location.href }));
  });

  // --- what is long stands open, except on a phone ---
  if (matchMedia("screen and (max-width: 44.984375em)").matches) for (const fold of all("[data-vouw-smal]")) fold.open = false;

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

  // --- copying the address of the page; on a disk nobody else could open it ---
  const path = document.querySelector(".md-content .kruimels");
  if (path && navigator.clipboard && location.protocol.startsWith("http")) {
    const line = Object.assign(document.createElement("p"), { className: "kopieer-link" });
    const button = Object.assign(document.createElement("button"), {
      type: "button", className: "kopieer-knop", textContent: "Kopieer de link" });
    const told = Object.assign(document.createElement("span"), { className: "kopieer-stand" });
    told.setAttribute("role", "status");
    // With the filters that were chosen, without the heading that was jumped to.
    const read = () => location.href.replace(/#.*/s, "");
    let rest;
    const tell = (text) => {
      told.textContent = text;
      clearTimeout(rest);
      rest = setTimeout(() => { told.textContent = ""; }, 6000);
    };
    button.addEventListener("click", () => navigator.clipboard.writeText(read()).then(
      () => tell("De link is gekopieerd."),
      () => tell("Kopiëren lukt hier niet. Neem de link uit de adresbalk.")));
    line.append(button, told);
    path.after(line);
  }
})();
