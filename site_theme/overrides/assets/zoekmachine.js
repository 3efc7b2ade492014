/* The search engine: which pages answer a question in everyday Dutch. `zoeken.js` loads it with the
   index at the first question. It knows nothing of the page that it runs in. */
(() => {
  "use strict";
  // Words that say nothing about what is sought; they count when there is nothing else.
  const EMPTY = new Set(("aan al als bij bij daar dan dat de deze die dit door een en er ga gaan heb hebben het hij hoe " +
    "ik in is je jij kan kun kunnen maar me met mag mijn moet naar niet nog nu of om ook op over te tot u uit uw van " +
    "vind voor waar wat we welke wie wij wil willen ze zelf zich zij zijn zo zoek").split(" "));
  // How much a word counts by where it stands on a page.
  const WEIGHTS = { title: 8, keywords: 8, heading: 3, text: 1 };
  // Who asks with an everyday word has something to do: what helps with that comes first.
  const KINDS = [
    [/^keuzehulp\//, "Hulp bij het kiezen", 2.5],
    [/^acties\/a-/, "Actie", 1.4],
    [/^teams\/(?!index)/, "Team", 1],
    [/^themas\/(?!index)/, "Thema", 1],
    [/^indicatoren\/(?!index)/, "Indicator", 1],
    [/^nulmeting\//, "Nulmeting", 1],
    [/^voortgang\//, "Voortgang", 1],
    [/^beheer\/meldingen\//, "Over deze site", .3],
    [/^(over|beheer)\//, "Over deze site", .8],
  ];
  const SAME = 1, FORM = .9, BEGINS = .6, WITHIN = .3, SYNONYM = .7, NAMED = 3;

  const plain = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const WORD = /[\p{L}\p{N}]+/gu;
  const split = (text) => plain(text).match(WORD) ?? [];

  // One form for singular and plural, and for an adjective with and without its e. Both sides of a
  // comparison pass here, so that the form need not be a word: "materialen" and "materiaal" become
  // "material". Endings: -heden, -s (the one of 's was cut off), -en once, -e; then z and v become s and
  // f, and what Dutch doubles by syllable becomes single. Three letters are always left.
  const stem = (word) => {
    let before, form = word.replace(/heden$/, "heid").replace(/^(.{4,})s$/, "$1")
      .replace(/^(.*(?:..[^aeiou]|[ei]e))en$/, "$1");
    do {
      before = form;
      form = form
        .replace(/^(.{4,})s$/, "$1")
        .replace(/^(.{3,})e$/, "$1")
        .replace(/([^aeiou])\1$/, "$1")
        .replace(/(..)z$/, "$1s")
        .replace(/(..)v$/, "$1f");
    } while (form !== before);
    return form.replace(/(aa|ee|oo|uu)(?=[^aeiou]$)/, ([vowel]) => vowel);
  };

  const bare = (words) => {
    const telling = words.filter((word) => !EMPTY.has(word));
    return telling.length ? telling : words;
  };

  const decode = (text) => text.replace(/&(amp|lt|gt);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">" })[name]);

  const make = ({ docs, synoniemen = [] }) => {
    const pages = [], words = new Map();
    const add = (text, weight) => {
      const page = pages.length - 1;
      for (const word of split(text)) {
        let entry = words.get(word);
        if (!entry) words.set(word, entry = { word, stem: stem(word), pages: new Map() });
        entry.pages.set(page, (entry.pages.get(page) ?? 0) + weight);
      }
    };
    for (const { location, title, text, trefwoorden = "", omschrijving = "" } of docs) {
      const [address] = location.split("#");
      const section = { location, title: decode(title), text: decode(text) };
      const isNew = pages.at(-1)?.address !== address;
      if (isNew) {
        const [, kind = "", weight = 1] = KINDS.find(([path]) => path.test(address)) ?? [];
        pages.push({ address, title: section.title, about: decode(omschrijving), kind, weight, sections: [],
          keywords: split(decode(trefwoorden)),
          name: bare(split(section.title)).map(stem).join(" ") });
      }
      pages.at(-1).sections.push(section);
      add(section.title, isNew ? WEIGHTS.title : WEIGHTS.heading);
      add(section.text, WEIGHTS.text);
      if (!isNew) continue;
      for (const word of pages.at(-1).keywords) add(word, WEIGHTS.keywords);
      add(address.replace(/^.*\/|\.html$/g, ""), WEIGHTS.keywords); // a number such as a-0001
    }
    const entries = [...words.values()];
    const other = synoniemen.map(([from, to]) => [bare(split(from)).map(stem), bare(split(to))]);

    // The words of the index that answer a word of a question, each with how well it does.
    const match = (asked) => {
      const root = stem(asked);
      const grade = ({ word, stem: form }) => {
        if (word === asked) return SAME;
        if (form === root || word === root || form === asked) return FORM;
        if (asked.length < 2) return 0;
        if (word.startsWith(asked) || (root.length > 2 && form.startsWith(root))) return BEGINS;
        // Dutch writes compounds as one word: a stoel is in a bureaustoel.
        if (asked.length > 3 && (word.includes(asked) || (root.length > 3 && form.includes(root)))) return WITHIN;
        return 0;
      };
      const found = entries.map((entry) => [entry, grade(entry)]).filter(([, grade]) => grade);
      if (found.length || asked.length < 6) return found;
      // The other way round: nobody wrote about a directiestoel, but somebody did about a stoel.
      return entries.filter(({ word, stem: form }) => word.length > 3 && (asked.endsWith(word) || root.endsWith(form)) && form.length > 3)
        .map((entry) => [entry, WITHIN]);
    };

    // The pages that answer the words, with how many of these and how well.
    const weigh = (asked, scores, words, factor) => {
      const own = new Map();
      for (const word of asked) {
        const best = new Map();
        for (const [entry, grade] of match(word)) {
          words.add(entry.word);
          for (const [page, weight] of entry.pages) {
            best.set(page, Math.max(best.get(page) ?? 0, grade * Math.log2(1 + weight)));
          }
        }
        const rare = Math.log2(1 + pages.length / (best.size || 1));
        for (const [page, score] of best) {
          const sum = own.get(page) ?? { part: 0, score: 0 };
          own.set(page, { part: sum.part + 1 / asked.length, score: sum.score + rare * score });
        }
      }
      for (const [page, { part, score }] of own) {
        const now = { page: pages[page], part: Math.round(part * 100), score: factor * score * pages[page].weight };
        const old = scores.get(page);
        if (!old || now.part > old.part || (now.part === old.part && now.score > old.score)) scores.set(page, now);
      }
    };

    /* The pages for a question, the best first, and the words in them that answer it. `isWhole` tells
       whether they hold all words that were asked. */
    const ask = (question) => {
      const asked = [...new Set(bare(split(question)))];
      const scores = new Map(), words = new Set();
      weigh(asked, scores, words, 1);
      const roots = asked.map(stem);
      for (const [from, to] of other) {
        const at = roots.findIndex((_, start) => from.length && from.every((form, place) => roots[start + place] === form));
        if (at >= 0) weigh([...asked.slice(0, at), ...to, ...asked.slice(at + from.length)], scores, words, SYNONYM);
      }
      const found = [...scores.values()];
      // Who types the name of a page wants that page.
      for (const item of found) if (item.page.name === roots.join(" ")) item.score *= NAMED;
      const most = Math.max(0, ...found.map(({ part }) => part));
      const kept = found.filter(({ part }) => part === most).sort((a, b) => b.score - a.score);
      return { pages: kept.map(({ page }) => page), words, isWhole: most >= 99 };
    };
    return { ask };
  };

  /* Where on a page the words stand: its section, and a piece of text in parts of [words, is found]. */
  const quote = ({ sections, keywords, about }, words, length = 150) => {
    const hits = (text) => [...text.matchAll(WORD)].filter(([word]) => words.has(plain(word)));
    const ranked = sections.map((section) => ({ section, hits: hits(section.text), titled: hits(section.title).length }));
    // What is known by a word is the page, and no part of it.
    ranked[0].titled += keywords.filter((word) => words.has(word)).length;
    const score = ({ hits, titled }) => new Set(hits.map(([word]) => plain(word))).size + 3 * titled;
    const best = ranked.reduce((a, b) => (score(b) > score(a) ? b : a));
    const first = best.hits[0]?.index;
    const isAbout = first === undefined || (best.section === sections[0] && about);
    const text = isAbout && about ? about : best.section.text;
    let start = isAbout ? 0 : Math.max(0, first - length / 3);
    if (start) start = text.indexOf(" ", start) + 1;
    const end = text.length - start <= length ? text.length : text.lastIndexOf(" ", start + length);
    const piece = text.slice(start, end > start ? end : start + length);
    const parts = [[start ? "… " : "", false]];
    let from = 0;
    for (const { 0: word, index } of hits(piece)) {
      parts.push([piece.slice(from, index), false], [word, true]);
      from = index + word.length;
    }
    parts.push([piece.slice(from) + (start + piece.length < text.length ? " …" : ""), false]);
    return { section: best.section, parts: parts.filter(([text]) => text) };
  };

  // `fold` is for the tests.
  globalThis.circulairZoekmachine = { make, quote, fold: (word) => stem(split(word)[0]) };
})();
