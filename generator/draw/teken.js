/* Draws one figure to SVG in the program's own browser; runs in a page with plotly.js and grafiek.js.
   Colours are drawn as numbers that stand for a role, so that each palette can fill in its own. */
async ([figuur, zaden]) => {
  const drawOne = async (smal, zaad) => {
    // Plotly makes ids by chance: the same chance each time gives the same picture.
    let state = zaad;
    Math.random = () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
    const roles = [];
    const kleur = (role) => {
      if (!/^kleur-[a-z0-9-]+$/.test(role)) return "rgb(128, 128, 128)";
      if (!roles.includes(role)) roles.push(role);
      return `rgb(101, 3, ${roles.indexOf(role)})`;
    };
    const { data, layout } = circulair.teken(figuur, { smal, kleur });
    const { width, height } = layout;
    const svg = await Plotly.toImage({ data, layout }, { format: "svg", imageDataOnly: true, width, height });
    return { svg, kleuren: Object.fromEntries(roles.map((role, number) => [`101,3,${number}`, role])) };
  };
  try {
    return [await drawOne(false, zaden[0]), await drawOne(true, zaden[1])];
  } catch (error) {
    return String(error);
  }
}
