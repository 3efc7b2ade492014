/* The frame: dark display and menu. Loaded at the top, so that a dark page never shows light first. */
(() => {
  "use strict";
  const { body } = document;
  const button = document.querySelector(".weergave");
  const dark = matchMedia("(prefers-color-scheme: dark)");

  // --- the dark display: as the reader chose (Material's own script put that back), else as the system ---
  const schemes = ["default", "slate"];
  const choose = (isDark) => {
    body.dataset.mdColorScheme = schemes[Number(isDark)];
    button.setAttribute("aria-pressed", String(isDark));
  };
  let chosen = null;
  try { chosen = __md_get("__palette"); } catch { /* storage is closed to this page */ }
  choose(chosen?.color ? chosen.color.scheme === "slate" : dark.matches);
  dark.addEventListener("change", () => { if (!chosen) choose(dark.matches); });
  button.addEventListener("click", () => {
    const isDark = body.dataset.mdColorScheme !== "slate";
    choose(isDark);
    chosen = { index: Number(isDark), color: { scheme: schemes[Number(isDark)] } };
    __md_set("__palette", chosen);
  });
  button.hidden = false;

  // --- the menu opens without script; Escape closes it, and so does leaving the page ---
  const close = () => { for (const menu of document.querySelectorAll("details.menu")) menu.open = false; };
  addEventListener("keydown", ({ key, target }) => {
    const menu = key === "Escape" && target instanceof Element && target.closest("details.menu");
    if (!menu || !menu.open) return;
    close();
    menu.querySelector("summary").focus();
  });
  addEventListener("pagehide", close); // "back" would show it open
})();
