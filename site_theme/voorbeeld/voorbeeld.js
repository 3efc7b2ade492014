/* Keeps a page of the preview up to date: another site reloads the page, other findings only the panel. */
(() => {
  "use strict";
  const panel = document.getElementById("_voorbeeld"), voice = document.getElementById("_voorbeeld-stem");
  const DICHT = "_voorbeeld-dicht";
  let stand = panel.dataset.stand;
  const isWhole = "heel" in panel.dataset;
  const edition = (text) => text.split("-")[0];

  // What an advisor folded away stays so until there is something else to tell.
  const follow = () => {
    const fold = panel.querySelector("details");
    if (!fold) return;
    try { if (sessionStorage.getItem(DICHT) === stand) fold.open = false; } catch { /* refused by the browser */ }
    fold.addEventListener("toggle", () => {
      try { sessionStorage.setItem(DICHT, fold.open ? "" : stand); } catch { /* refused by the browser */ }
      makeRoom();
    });
  };
  // A link to a place on the page must not end up below the panel.
  const makeRoom = () => {
    if (!isWhole) document.documentElement.style.scrollPaddingTop = `${panel.offsetHeight}px`;
  };
  const tell = () => {
    const head = panel.querySelector(".vb-kop");
    voice.textContent = head ? head.textContent : "Alles is in orde.";
  };

  const update = async (news) => {
    if (isWhole || edition(news) !== edition(stand)) {
      location.reload();
      return;
    }
    const answer = await fetch("/_voorbeeld/paneel");
    panel.innerHTML = await answer.text(); // our own server escaped every word of it
    stand = news;
    follow();
    makeRoom();
    tell();
  };

  const sleep = (ms) => new Promise((done) => { setTimeout(done, ms); });
  // A browser has few connections to one server: a page that nobody sees asks nothing.
  const seen = () => new Promise((done) => {
    if (!document.hidden) { done(); return; }
    document.addEventListener("visibilitychange", done, { once: true });
  });
  const listen = async () => {
    for (;;) {
      await seen();
      const stop = new AbortController();
      const hide = () => { if (document.hidden) stop.abort(); };
      document.addEventListener("visibilitychange", hide);
      try {
        const answer = await fetch(`/_voorbeeld/wacht?stand=${encodeURIComponent(stand)}`, { signal: stop.signal });
        const news = await answer.text();
        if (answer.ok && news !== stand) await update(news);
      } catch {
        await sleep(1000); // the preview was stopped, or starts again
      } finally {
        document.removeEventListener("visibilitychange", hide);
      }
    }
  };
  follow();
  makeRoom();
  listen();
})();
