/* Search: the field above every page and its list of links. The engine and the index are loaded at the
   first question, so that a page that is only read costs nothing. */
(() => {
  "use strict";
  const root = document.querySelector("[data-zoek]");
  if (!root) return;
  const [opener, panel, field, wipe, closer, status, advice, list, more] =
    ["open", "paneel", "veld", "wis", "sluit", "stand", "raad", "lijst", "meer"].map((name) => root.querySelector(`.zoek-${name}`));
  const home = new URL("../", document.currentScript.src);
  const PORTION = 20;

  // --- engine and index, once ---
  const load = (name) => new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("script"), { src: new URL(name, home), onload, onerror }));
  });
  const read = async () => {
    // A page on a disk may not fetch: there the same index comes as a script.
    if (location.protocol !== "file:") return (await fetch(new URL("search/search_index.json", home))).json();
    await load("search/search_index.js");
    return window.__index;
  };
  let engine;
  const start = () => (engine ??= Promise.all([read(), load("assets/zoekmachine.js")])
    .then(([index]) => circulairZoekmachine.make(index))
    .catch((error) => { engine = undefined; throw error; }));

  // --- results ---
  let answer = { pages: [], words: new Set() }, shown = "";
  const make = (tag, className, ...content) => {
    const element = Object.assign(document.createElement(tag), { className });
    element.append(...content);
    return element;
  };
  const show = (page) => {
    const { section, parts } = circulairZoekmachine.quote(page, answer.words);
    const link = make("a", "zoek-treffer", make("span", "zoek-titel", page.title));
    link.href = new URL(section.location, home);
    const place = [page.kind, section === page.sections[0] ? "" : section.title].filter(Boolean).join(" › ");
    if (place) link.append(" ", make("span", "zoek-plek", place));
    link.append(" ", make("span", "zoek-tekst", ...parts.map(([text, isFound]) => (isFound ? make("mark", "", text) : text))));
    list.append(make("li", "", link));
  };
  const extend = () => {
    const from = list.children.length;
    answer.pages.slice(from, from + PORTION).forEach(show);
    more.hidden = list.children.length >= answer.pages.length;
    return list.children[from]?.firstChild;
  };
  const tell = (question) => {
    const count = answer.pages.length;
    if (!count) return `Geen resultaten voor “${question}”.`;
    const found = `${count} ${count === 1 ? "resultaat" : "resultaten"} voor “${question}”.`;
    return answer.isWhole ? found : `${found} Niet alle woorden staan samen op één pagina.`;
  };
  const clear = () => {
    shown = status.textContent = "";
    list.replaceChildren();
    advice.hidden = more.hidden = true;
    delete root.dataset.uitkomst;
  };
  const ask = async () => {
    const question = field.value.trim();
    if (question === shown) return;
    if (question.length < 2) return clear();
    try {
      const { ask: answerTo } = await start();
      if (question !== field.value.trim()) return; // the reader typed on
      clear();
      answer = answerTo(question);
      shown = question;
      extend();
      advice.hidden = answer.pages.length > 0;
      status.textContent = tell(question);
    } catch {
      clear();
      status.textContent = "Zoeken lukt nu niet. Probeer het later nog eens.";
      advice.hidden = false;
    }
    root.dataset.uitkomst = "";
  };
  // A screen reader says the count once the reader stops typing.
  let waiting;
  const askSoon = () => {
    wipe.hidden = !field.value;
    clearTimeout(waiting);
    waiting = setTimeout(ask, 200);
  };

  // --- open and close; on a small screen the field itself is in a panel ---
  const isPanel = () => getComputedStyle(opener).display !== "none";
  const open = () => {
    root.dataset.open = "";
    opener.setAttribute("aria-expanded", "true");
    field.focus();
  };
  const close = () => {
    clearTimeout(waiting);
    clear();
    delete root.dataset.open;
    opener.setAttribute("aria-expanded", "false");
  };
  opener.addEventListener("click", () => {
    if ("open" in root.dataset) close();
    else { open(); ask(); }
  });
  closer.addEventListener("click", () => { close(); opener.focus(); });
  wipe.addEventListener("click", () => { field.value = ""; wipe.hidden = true; clear(); field.focus(); });
  more.addEventListener("click", () => extend()?.focus());
  list.addEventListener("click", ({ target }) => { if (target.closest("a")) close(); });
  field.addEventListener("input", askSoon);
  field.addEventListener("click", ask);
  // What is open never covers what the reader went on to.
  root.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !root.contains(relatedTarget)) close(); });
  addEventListener("pointerdown", ({ target }) => { if (!root.contains(target)) close(); });

  root.addEventListener("keydown", (event) => {
    if (!panel.contains(event.target)) return;
    const stops = [field, ...list.querySelectorAll("a"), ...(more.hidden ? [] : [more])];
    const at = stops.indexOf(event.target);
    let next;
    if (event.key === "Escape") {
      // First what is found goes, then the panel.
      const isDone = isPanel() && !("uitkomst" in root.dataset);
      next = isDone ? opener : field;
      isDone ? close() : clear();
    } else if (event.key === "Enter" && at === 0) {
      clearTimeout(waiting);
      ask().then(() => list.querySelector("a")?.focus());
      return event.preventDefault();
    } else if (event.key === "ArrowDown" && at >= 0) {
      if (at === 0) ask();
      next = stops[at + 1];
    } else if (event.key === "ArrowUp" && at > 0) next = stops[at - 1];
    else return;
    event.preventDefault();
    next?.focus();
  });
})();
