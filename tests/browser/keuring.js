// What the checks of the gate read from a page. Each function gives plain data or a list of
// problems; what is right or wrong about a page as the browser shows it is decided here.
globalThis.keuring = (() => {
  "use strict";

  const STOPS = "a[href], button, input, select, textarea, summary, iframe, audio[controls], "
    + "video[controls], [contenteditable=''], [contenteditable=true], [tabindex]";
  // What helps a reader who has scripts; whoever has none does not miss its words.
  const CONTROL = "form, button, [role=search], [role=status], [aria-live], .figuur-beeld, script, style, "
    + "template, noscript, option, svg, .headerlink";

  const name = (element) => {
    const classes = [...element.classList].slice(0, 2).map((item) => `.${item}`).join("");
    const text = (element.getAttribute("aria-label") || element.textContent || "").trim();
    const id = element.id ? `#${element.id}` : "";
    return `${element.localName}${id}${classes} "${text.replace(/\s+/g, " ").slice(0, 50)}"`;
  };
  const shown = (element) => element.checkVisibility({ visibilityProperty: true })
    && element.getClientRects().length > 0;
  const box = (element) => {
    // Of a link over more lines, the line that is seen.
    const boxes = [...element.getClientRects()].filter((item) => item.width && item.height);
    const inside = boxes.find((item) => item.bottom > 0 && item.top < innerHeight
      && item.right > 0 && item.left < innerWidth);
    return inside || boxes[0] || element.getBoundingClientRect();
  };

  /** Open every `<details>`, those within each other too. */
  const openAll = () => {
    for (const item of document.querySelectorAll("details")) {
      item.removeAttribute("name"); // one of a group closes the others
      item.open = true;
    }
  };

  /** How far the page is wider than the window, and which elements make it so. */
  const overflow = () => {
    const root = document.documentElement;
    const width = root.clientWidth;
    const over = Math.max(root.scrollWidth, document.body.scrollWidth) - width;
    if (over <= 0) return [];
    const scrolls = (element) => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
        if (getComputedStyle(up).overflowX !== "visible") return true;
      return false;
    };
    const guilty = [...document.body.querySelectorAll("*")].filter((element) =>
      element.getBoundingClientRect().right > width + 1 && !scrolls(element));
    return [`${over} px te breed: ${guilty.slice(0, 3).map(name).join("; ")}`];
  };

  /** Text that does not fit in its element and cannot be scrolled to. */
  const clipped = () => {
    const cut = (value) => value === "hidden" || value === "clip";
    const found = [];
    for (const edge of document.body.querySelectorAll("*")) {
      const wide = edge.scrollWidth > edge.clientWidth + 1;
      const high = edge.scrollHeight > edge.clientHeight + 1;
      if (!wide && !high || edge.closest(".figuur-beeld, svg, select, textarea, input")) continue;
      const style = getComputedStyle(edge);
      const [across, down] = [wide && cut(style.overflowX), high && cut(style.overflowY)];
      // What is kept for screen readers alone is clipped on purpose.
      if (!across && !down || style.clipPath !== "none" || style.clip !== "auto") continue;
      const frame = edge.getBoundingClientRect();
      const walker = document.createTreeWalker(edge, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const words = walker.currentNode;
        if (!words.data.trim() || !shown(words.parentElement)) continue;
        const line = document.createRange();
        line.selectNode(words);
        const text = line.getBoundingClientRect();
        const lost = Math.max(0, across ? text.right - frame.right : 0,
          across ? frame.left - text.left : 0, down ? text.bottom - frame.bottom : 0);
        if (lost > 2) found.push(`${name(words.parentElement)} afgesneden door ${name(edge)}`);
      }
    }
    return found;
  };

  /** Ids that stand on a page more than once. */
  const duplicates = () => {
    const seen = new Map();
    for (const { id } of document.querySelectorAll("[id]")) seen.set(id, (seen.get(id) || 0) + 1);
    return [...seen].filter(([, times]) => times > 1).map(([id, times]) => `#${id}: ${times} keer`);
  };

  /** Everything that Tab comes past, in the order of the page. */
  const stops = () => [...document.querySelectorAll(STOPS)].filter((element) => {
    if (element.tabIndex < 0 || element.disabled || !shown(element)) return false;
    if (element.type === "hidden" || element.closest("[inert]")) return false;
    if (element.localName === "summary" && element.parentElement.localName === "details")
      return element.parentElement.querySelector("summary") === element;
    if (element.type === "radio" && !element.checked && element.name) {
      const group = [...document.querySelectorAll("input[type=radio]")].filter((item) =>
        item.name === element.name && item.form === element.form);
      return !group.some((item) => item.checked) && group[0] === element;
    }
    return element.localName !== "summary" || element.hasAttribute("tabindex");
  });

  /** Where the links that Tab comes past lead to, without the place on the page. */
  const links = () => [...new Set(stops().filter((item) => item.href)
    .map((item) => String(item.href.baseVal || item.href).split("#")[0]))];

  /** A tabindex above zero turns the order of the page upside down. */
  const ordered = () => [...document.querySelectorAll("[tabindex]")]
    .filter((element) => element.tabIndex > 0).map((element) => `${name(element)}: tabindex > 0`);

  /** Tables of which a reader does not hear what a cell is about: no heads, or no name. */
  const tables = () => [...document.querySelectorAll("table")].flatMap((table) => {
    if (table.closest(".figuur-beeld")) return [];
    const heads = [...table.querySelectorAll("th")].filter((head) => head.textContent.trim());
    const told = table.caption?.textContent.trim() || table.getAttribute("aria-label")
      || table.getAttribute("aria-labelledby") || table.closest("[role=region][aria-label]");
    return [...(heads.length ? [] : [`${name(table)}: tabel zonder koppen`]),
      ...(told ? [] : [`${name(table)}: tabel zonder bijschrift`])];
  });

  const brightness = ([red, green, blue]) => {
    const linear = [red, green, blue].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const parts = (colour) => {
    const found = /rgba?\(([^)]+)\)/.exec(colour);
    return found ? found[1].split(/[ ,/]+/).map(Number) : null;
  };
  const ground = (element) => {
    for (let up = element; up; up = up.parentElement) {
      const colour = parts(getComputedStyle(up).backgroundColor);
      if (colour && (colour.length < 4 || colour[3] > 0.9)) return colour;
    }
    return [255, 255, 255];
  };
  /** Whether a reader sees where the focus is. */
  const ring = (element) => {
    const bearers = [element, ...(element.labels || []), element.nextElementSibling,
      element.parentElement].filter(Boolean);
    return bearers.some((bearer) => {
      const style = getComputedStyle(bearer);
      if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1) return false;
      if (style.outlineStyle === "auto") return true;
      const colour = parts(style.outlineColor);
      if (!colour || (colour.length > 3 && colour[3] < 0.5)) return false;
      // A ring that lies inside its element is seen against the element itself.
      const behind = ground(parseFloat(style.outlineOffset) < 0 ? bearer
        : bearer.parentElement || bearer);
      const [low, high] = [brightness(colour), brightness(behind)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05) >= 3;
    });
  };

  /** The stop that has the focus: which it is, where it leads, and what is wrong about it. */
  const stop = () => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const { left, right, top, bottom } = box(element);
    const [west, east] = [Math.max(left, 0), Math.min(right, document.documentElement.clientWidth)];
    const [north, south] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    const wrong = [];
    if (east - west < 1 || south - north < 1) wrong.push(`${name(element)}: buiten beeld`);
    else {
      const inside = (x, y) => {
        const hit = document.elementFromPoint(x, y);
        return hit && (element.contains(hit) || hit.contains(element) && hit.closest("label, a")
          || [...(element.labels || [])].some((label) => label.contains(hit)));
      };
      const points = [0.1, 0.5, 0.9].flatMap((x) => [0.25, 0.5, 0.75].map((y) =>
        [west + x * (east - west), north + y * (south - north)]));
      if (!points.some(([x, y]) => inside(x, y))) wrong.push(`${name(element)}: bedekt`);
      if (!ring(element)) wrong.push(`${name(element)}: geen zichtbare focusrand`);
    }
    const all = globalThis.keuringNummers ||= new Map();
    if (!all.has(element)) all.set(element, all.size);
    const closed = element.localName === "summary" && !element.parentElement.open;
    const href = element.href ? String(element.href.baseVal || element.href).split("#")[0] : "";
    return { nummer: all.get(element), naam: name(element), href, dicht: closed, wrong };
  };

  /** All that a reader can read and follow: a text, link or row of a table each. */
  const content = () => {
    openAll();
    const text = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const words = walker.currentNode.data.replace(/\s+/g, " ").trim();
      const around = walker.currentNode.parentElement;
      if (words && !around.closest(CONTROL)) text.push([words, around.checkVisibility()]);
    }
    const links = [...document.querySelectorAll("a[href]")].filter((item) => !item.closest(CONTROL))
      .map((item) => [item.getAttribute("href"), item.checkVisibility()]);
    const rows = [...document.querySelectorAll("tr")]
      .map((item) => [item.textContent.replace(/\s+/g, " ").trim(), item.checkVisibility()]);
    return { tekst: text, links, rijen: rows };
  };

  return { openAll, overflow, clipped, duplicates, links, ordered, tables, stop, content };
})();
