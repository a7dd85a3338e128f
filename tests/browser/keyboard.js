// Reads, for test_keyboard.py, where the keyboard's focus is and whether a person could see it there.
(() => {
  const FOCUSABLE =
    'a[href], area[href], button, input:not([type="hidden"]), select, textarea, summary, iframe, ' +
    '[tabindex], [contenteditable="true"], audio[controls], video[controls]';
  const { describe, contrast, isOpaque, background } = window.pactSeeing;
  const looks = new WeakMap();
  let stops = [];

  const isInRadioGroup = (el) => {
    if (el.type !== "radio" || !el.name) return false;
    const group = [...document.getElementsByName(el.name)].filter((other) => other.form === el.form);
    return el !== (group.find((other) => other.checked) || group[0]);
  };

  const canBeReached = (el) =>
    el.tabIndex >= 0 && !el.disabled && !el.closest("[inert]") && !isInRadioGroup(el) &&
    el.checkVisibility({ visibilityProperty: true });

  const look = (el) => {
    const style = getComputedStyle(el);
    return {
      outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
      outlineColour: style.outlineColor,
      shadow: style.boxShadow,
    };
  };

  // What is wrong with the way this stop shows its focus, or "".
  const faultOfRing = (el) => {
    const now = look(el);
    const before = looks.get(el) || { outline: 0, shadow: "none", outlineColour: "" };
    if (now.shadow !== before.shadow && now.shadow !== "none") return "";
    if (now.outline === 0 || !isOpaque(now.outlineColour)) return "shows no focus: no outline, no box-shadow";
    const isSame = now.outline === before.outline && now.outlineColour === before.outlineColour;
    if (isSame) return "looks the same with and without focus";
    if (now.outline < 2) return `has a focus outline of ${now.outline} px; 2 px are needed`;
    const ratio = contrast(now.outlineColour, background(el.parentElement || el));
    return ratio < 3 ? `has a focus outline of contrast ${ratio.toFixed(1)}:1; 3:1 is needed` : "";
  };

  const faultOfPlace = (el) => {
    const box = [...el.getClientRects()].find((rect) => rect.width > 0 && rect.height > 0);
    if (!box) return "has no size, so its focus cannot be seen";
    const inside = box.left >= -1 && box.right <= innerWidth + 1 && box.bottom > 0 && box.top < innerHeight;
    if (!inside) return `is outside the window when focused (left ${box.left}, top ${box.top})`;
    const x = (box.left + box.right) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const top = document.elementFromPoint(x, y);
    return top && !el.contains(top) && !top.contains(el) ? `is covered by ${describe(top)} when focused` : "";
  };

  window.pactKeyboard = {
    /** Remembers every stop and how it looks unfocused; answers with their names in the order of the page. */
    start() {
      document.activeElement.blur();
      stops = [...document.querySelectorAll(FOCUSABLE)].filter(canBeReached);
      stops.forEach((el) => looks.set(el, look(el)));
      return stops.map(describe);
    },
    /** The stop with the focus: its place among the stops (-1: not one of them) and its faults; or null. */
    stop() {
      const el = document.activeElement;
      if (!el || el === document.body || el === document.documentElement) return null;
      const faults = [faultOfRing(el), faultOfPlace(el)].filter(Boolean);
      return { place: stops.indexOf(el), name: describe(el), faults };
    },
    /** Where the first stop leads, when it is a link within the page, and whether it leads anywhere. */
    skipLink() {
      const link = stops[0];
      const to = link && link.tagName === "A" ? link.getAttribute("href") : "";
      return { to, exists: to.startsWith("#") && document.getElementById(to.slice(1)) !== null };
    },
    /** Whether the focus is at or after the start of the element with this id. */
    isPast(id) {
      const target = document.getElementById(id);
      const order = target.compareDocumentPosition(document.activeElement);
      return target === document.activeElement || (order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    },
    /** Begins to note what changes in the page without our doing, and after which key. */
    watch() {
      let key = "";
      window.pactChanges = [];
      document.addEventListener("keydown", (event) => { key = event.key; }, true);
      const note = (change) => window.pactChanges.push(`the key ${key} alone changes ${change}`);
      const observer = new MutationObserver((list) => list.forEach((one) => note(one.target.nodeName)));
      observer.observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
      document.addEventListener("focusin", (event) => note(`focus on ${describe(event.target)}`));
      window.addEventListener("scroll", () => note("the page scrolled"));
    },
  };
})();
