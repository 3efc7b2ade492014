/* How a figure of this site looks as a Plotly figure: one place for the pictures that are made with
   the site and for the charts that a reader asks for. Draws nothing itself. */
(() => {
  "use strict";
  const circulair = (window.circulair ??= {});
  circulair.figuren = {};
  circulair.figuur = (name, figure) => { circulair.figuren[name] = figure; };

  // Letters as wide as Arial's on every system, so that what was measured here fits elsewhere: where
  // there is no Arial, the system has one of the same measures for it.
  const FAMILY = "Arial, Helvetica, sans-serif";
  // The sizes are those of generator/present/charts/maten.py, which counts the heights. On a phone
  // of 320 px the narrow picture stands at four fifths: letters of 14 become 11.
  const BREED = { breedte: 760, letter: 15, naam: 36, legenda: 84 };
  const SMAL = { breedte: 360, letter: 14, naam: 46, legenda: 40 };
  const LINE = 18, BAR = 18, BETWEEN = 9, HEADING = 46;

  // --- words ---
  const wrap = (text, count) => String(text).split("<br>").join(" ")
    .replace(new RegExp(`(.{1,${count}})(?:\\s+|$)`, "g"), "$1<br>").replace(/<br>$/, "");
  const lines = (text, count) => wrap(text, count).split("<br>");
  // About half as wide as high; a letter written as &lt; counts once.
  const measure = (text, size) => size * 0.54
    * Math.max(...String(text).split("<br>").map((line) => line.replace(/&#?\w+;/g, "x").length));

  // --- colours: figures name roles, the style sheet knows colours. A label may begin as a role does. ---
  const paint = (part, kleur, key = "") => {
    if (Array.isArray(part)) return part.map((item) => paint(item, kleur, key));
    if (part && typeof part === "object") {
      return Object.fromEntries(Object.entries(part).map(([name, item]) => [name, paint(item, kleur, name)]));
    }
    return key.endsWith("color") && String(part).startsWith("kleur-") ? kleur(part) : part;
  };

  // Bands cross each other.
  const fade = (colour) => {
    const hex = /^#(..)(..)(..)$/.exec(colour)?.slice(1).map((part) => parseInt(part, 16));
    const parts = hex ?? /^rgb\((\d+), ?(\d+), ?(\d+)\)$/.exec(colour)?.slice(1);
    return parts ? `rgba(${parts.join(",")},.45)` : colour;
  };

  // No letter is smaller than those of the figure itself.
  const enlarge = (part, size) => {
    for (const [name, item] of Object.entries(part ?? {})) {
      if (!item || typeof item !== "object") continue;
      if (name.endsWith("font") && item.size) item.size = Math.max(item.size, size);
      if (!Array.isArray(item) || typeof item[0] === "object") enlarge(item, size);
    }
  };

  // --- bars ---
  // The scale on which every bar has room for the words behind it.
  const stretch = (traces, room, size) => {
    const scale = Math.min(...traces.flatMap(({ x, text = [] }) => x.map((value, at) => (
      value > 0 ? (room - measure(text[at] ?? "", size) - 8) / value : Infinity))));
    return scale > 0 && scale < Infinity ? [0, room / scale] : undefined;
  };
  const isBehind = ({ textposition, x }) => textposition === "outside" && x.every((value) => value >= 0);

  // Headings of panels ask as much room as they need, whatever the height of a bar.
  const divide = (panels, layout, room) => {
    const heights = panels.map(({ height }) => height);
    const bars = heights.reduce((sum, height) => sum + height, 0);
    const unit = (room - HEADING * panels.length) / bars;
    let top = room;
    panels.forEach(({ y }, at) => {
      const high = top - HEADING;
      top = Math.max(0, high - heights[at] * unit);
      y.domain = [top / room, high / room];
      layout.annotations[at].y = high / room;
    });
  };

  const barsBroad = ({ traces, names, x, y }, { margin }, size) => {
    const shown = names.map((name) => wrap(name, BREED.naam));
    Object.assign(y, { tickvals: names, ticktext: shown, tickfont: { size } });
    const left = Math.max(...shown.map((name) => measure(name, size))) + margin.l + 24;
    if (traces.every(isBehind)) x.range = stretch(traces, BREED.breedte - left - margin.r, size) ?? x.range;
  };

  // On a phone a name stands above its bar, over the whole width. The axis counts pixels upward.
  const barsNarrow = ({ axis, traces, names, heights, height, x, y }, layout, size) => {
    const tops = [], middles = [];
    const layers = layout.barmode === "group" ? traces.length : 1;
    heights.reduceRight((top, own, at) => {
      tops[at] = top;
      middles[at] = top - own + BETWEEN + BAR * layers / 2;
      return top - own;
    }, height);
    traces.forEach((trace, layer) => {
      const places = trace.y.map((name) => middles[names.indexOf(name)]);
      const hover = trace.hovertemplate?.replace("%{y}", "%{customdata}");
      Object.assign(trace, { customdata: trace.y, y: places, width: BAR, ...(hover && { hovertemplate: hover }) });
      if (layers > 1) trace.offset = BAR * (layer - layers / 2);
    });
    layout.annotations.push(...names.map((name, at) => ({ text: wrap(name, SMAL.naam), xref: "paper", x: 0, xanchor: "left",
      xshift: -2, yref: axis, y: tops[at], yanchor: "top", yshift: 3, align: "left", showarrow: false })));
    Object.assign(y, { range: [0, height], visible: false, automargin: false });
    // What stood between two bars still does.
    const between = (place) => (place <= -0.5 ? 0 : (tops[Math.round(place - 0.5)] ?? height) + BETWEEN / 2);
    for (const { y0 } of layout.shapes ?? []) {
      for (const note of layout.annotations) {
        if (y0 === undefined || note.y !== y0 || note.xref !== "paper") continue;
        note.y = between(y0);
        if (y0 < 0) note.yanchor = "bottom"; // below the last bar there is no room
      }
    }
    for (const note of layout.annotations) note.xshift = Math.min(note.xshift ?? 0, 0);
    for (const shape of layout.shapes ?? []) shape.y0 = shape.y1 = between(shape.y0);
    if (traces.every(isBehind)) x.range = stretch(traces, SMAL.breedte - layout.margin.l - layout.margin.r, size) ?? x.range;
  };

  const drawBars = (data, layout, smal, size, height) => {
    const panels = [...new Set(data.map(({ yaxis }) => yaxis ?? "y"))].map((axis) => {
      const traces = data.filter(({ yaxis }) => (yaxis ?? "y") === axis);
      const names = [...new Set(traces[0].y)];
      const layers = layout.barmode === "group" ? traces.length : 1;
      const heights = names.map((name) => BETWEEN + BAR * layers + LINE * lines(name, SMAL.naam).length);
      return { axis, traces, names, heights, height: smal ? heights.reduce((sum, own) => sum + own, 0) : names.length,
        x: layout[axis.replace("y", "xaxis")], y: layout[axis.replace("y", "yaxis")] };
    });
    if (panels[0].y.domain) {
      divide(panels, layout, height - layout.margin.t - layout.margin.b);
      if (smal) for (const note of layout.annotations) Object.assign(note, { xanchor: "left", xshift: -2 });
    }
    for (const panel of panels) smal ? barsNarrow(panel, layout, size) : barsBroad(panel, layout, size);
  };

  // --- bubbles: each name where it covers least ---
  const overlap = (one, other) => Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left))
    * Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));

  const placeNames = (data, layout, size, { width, height }) => {
    const { margin, xaxis: { range: [x0, x1] }, yaxis: { range: [y0, y1] } } = layout;
    const plot = { left: 0, top: 0, right: width - margin.l - margin.r - 30, bottom: height - margin.t - margin.b };
    const bubbles = data.flatMap((trace) => trace.x.map((x, at) => {
      const left = (x - x0) / (x1 - x0) * plot.right, top = (y1 - trace.y[at]) / (y1 - y0) * plot.bottom;
      const half = Math.max(trace.marker.sizemin, Math.sqrt(2 * trace.marker.size[at] / trace.marker.sizeref)) / 2;
      return { trace, at, half, x: left, y: top, left: left - half, right: left + half, top: top - half, bottom: top + half };
    }));
    const taken = [];
    for (const { trace, at, half, x, y } of bubbles) {
      const wide = measure(trace.text[at], size), own = [trace.textposition].flat()[at] ?? trace.textposition;
      const options = [own, ...["middle right", "top center", "bottom center", "middle left", "top right", "top left",
        "bottom right", "bottom left"].filter((place) => place !== own)].map((place) => {
        const [vertical, horizontal] = place.split(" ");
        const left = { left: x - half - wide, center: x - wide / 2, right: x + half }[horizontal];
        const top = { top: y - half - size * 1.2, middle: y - size * 0.6, bottom: y + half }[vertical];
        const box = { left, top, right: left + wide, bottom: top + size * 1.2 };
        const outside = wide * size * 1.2 - overlap(box, plot);
        return { place, box, cost: outside * 2 + taken.reduce((sum, name) => sum + 2 * overlap(box, name), 0)
          + bubbles.reduce((sum, bubble) => sum + overlap(box, bubble), 0) };
      });
      const best = options.reduce((found, option) => (option.cost < found.cost - 1 ? option : found));
      (trace.places ??= [])[at] = best.place;
      taken.push(best.box);
    }
    for (const trace of data) {
      trace.textposition = trace.places;
      delete trace.places;
    }
  };

  const drawBubbles = (data, layout, smal, size, box) => {
    if (smal) {
      for (const { marker } of data) marker.sizeref *= 2;
      // A long name of a corner goes on below, or above where it stands at the bottom.
      for (const note of layout.annotations) if (!note.xref) note.text = wrap(note.text, 18);
    }
    const names = data.filter(({ x, text }) => x.length && text);
    if (names.length && layout.xaxis.range && layout.yaxis.range) placeNames(names, layout, size, box);
  };

  // --- the whole figure ---
  circulair.teken = (figuur, { smal, kleur, breedte, hoogte }) => {
    const form = smal ? SMAL : BREED, place = smal ? 1 : 0;
    const box = { width: breedte ?? form.breedte, height: hoogte ?? figuur.hoogten[place] };
    // On a page a chart may be narrower than a picture is drawn.
    const scale = Math.min(1, Math.max(0.8, box.width / form.breedte));
    const size = form.letter * scale;
    const { data, layout: own } = JSON.parse(JSON.stringify(figuur));
    const layout = { ...own, ...box, font: { family: FAMILY, size, color: "kleur-tekst" },
      paper_bgcolor: "transparent", plot_bgcolor: "transparent", dragmode: false,
      // A name of digits is a name, and a long one is whole.
      autotypenumbers: "strict", hoverlabel: { namelength: -1, font: { family: FAMILY } } };
    const done = () => {
      enlarge(layout, size);
      data.forEach((trace) => enlarge(trace, size));
      return paint({ data, layout }, kleur);
    };
    // Bands between nodes have no axes; their names need the room.
    if (data.length && data.every(({ type }) => type === "sankey")) {
      layout.margin = { l: 4, r: 4, t: 14, b: 14 };
      // On a phone the names of the last column would meet those of the one before.
      for (const { node, link } of smal ? data : []) {
        node.label = node.label.map((name, at) => wrap(name, link.source.includes(at) ? 18 : 14));
      }
      for (const { link } of data) link.color = link.color.map((role) => fade(kleur(role)));
      return done();
    }
    const notes = layout.annotations ?? [];
    // The unit reads better above the axis than turned beside it.
    const unit = { text: own.yaxis?.title?.text ?? "", showarrow: false, xref: "paper", yref: "paper",
      x: 0, y: 1, xanchor: "left", yanchor: "bottom", yshift: notes.length ? 26 : 8 };
    const axis = { gridcolor: "kleur-raster", zerolinecolor: "kleur-raster", automargin: true,
      fixedrange: true, ticklabelstandoff: 6 };
    const legend = figuur.legenda?.[place] ?? 0;
    const isBelow = own.xaxis?.visible !== false && own.xaxis?.side !== "top";
    const title = isBelow && own.xaxis?.title?.text;
    layout.annotations = unit.text ? [...notes, unit] : [...notes];
    layout.xaxis = { ...axis, showgrid: false, ...own.xaxis, ...(title && { title: { text: title, font: { size } } }) };
    layout.yaxis = { ...axis, ...own.yaxis, title: { text: "" } };
    const { dtick, range } = layout.xaxis;
    if (smal && dtick && (range[1] - range[0]) / dtick > 7) layout.xaxis.dtick *= 2;
    layout.legend = { ...own.legend, orientation: "h", xref: "container", x: 0, xanchor: "left", yref: "container", y: 0, yanchor: "bottom" };
    layout.margin = { l: 8, r: !smal ? 28 : own.xaxis?.visible === false ? 8 : 18, t: unit.text ? unit.yshift + 28 : 6,
      b: Math.round(scale * (8 + legend + (isBelow ? 24 : 0) + (title ? 26 : 0))) };
    for (const trace of data) if (trace.name) trace.name = wrap(trace.name, form.legenda);
    const isBars = data[0]?.orientation === "h" && own.yaxis?.visible !== false && !own.yaxis?.tickvals;
    if (isBars) drawBars(data, layout, smal, size, box.height);
    else if (data.some(({ mode }) => mode === "markers+text")) drawBubbles(data, layout, smal, size, box);
    // Lanes: on a phone the number of an action stands before its title.
    for (const trace of smal ? data.filter(({ meta }) => meta?.smal) : []) {
      trace.text = trace.meta.smal.map((words, at) => `${own.yaxis.ticktext[at]} ${words}`);
      layout.yaxis.showticklabels = false;
    }
    return done();
  };
})();
