// Measures, for test_layout.py, what does not fit a page and which controls are hard to see or hit.
(() => {
  const { describe, contrast, isOpaque, background } = window.pactSeeing;
  const isInScroller = (el) => {
    for (let at = el.parentElement; at && at !== document.body; at = at.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  };
  // The usual way to hide words from sight and keep them for screen readers.
  const isForScreenReaders = (el) => {
    for (let at = el; at; at = at.parentElement) {
      const box = at.getBoundingClientRect();
      if (getComputedStyle(at).position === "absolute" && box.width <= 1 && box.height <= 1) return true;
    }
    return false;
  };
  const shown = () =>
    [...document.body.querySelectorAll("*")].filter((el) => {
      const isDrawn = el instanceof HTMLElement && el.checkVisibility({ visibilityProperty: true });
      return isDrawn && !isForScreenReaders(el);
    });

  const hasEdge = (el) => {
    const style = getComputedStyle(el);
    const behind = background(el.parentElement);
    const bordered = parseFloat(style.borderBottomWidth) >= 1 && style.borderBottomStyle !== "none" &&
      isOpaque(style.borderBottomColor) && contrast(style.borderBottomColor, behind) >= 3;
    return bordered || (isOpaque(style.backgroundColor) && contrast(style.backgroundColor, behind) >= 3);
  };

  window.pactLayout = {
    /** What sticks out to the right, text that its box cuts off, phone numbers broken in two. */
    faults() {
      const width = document.documentElement.clientWidth;
      const wide = document.documentElement.scrollWidth;
      const faults = wide > width ? [`the page is ${wide} px wide in a window of ${width} px`] : [];
      for (const el of shown()) {
        const box = el.getBoundingClientRect();
        if (box.right > width + 1 && !isInScroller(el)) {
          faults.push(`${describe(el)} reaches to ${Math.round(box.right)} px`);
        }
        const style = getComputedStyle(el);
        const cuts = (value) => value === "hidden" || value === "clip";
        const isCut = (cuts(style.overflowX) && el.scrollWidth > el.clientWidth + 1) ||
          (cuts(style.overflowY) && el.scrollHeight > el.clientHeight + 1);
        if (isCut && el.textContent.trim() && style.display !== "inline") {
          faults.push(`${describe(el)} cuts off its text`);
        }
      }
      for (const el of shown().filter((one) => one.matches('a[href^="tel:"]'))) {
        const lines = new Set([...el.getClientRects()].map((rect) => Math.round(rect.top)));
        if (lines.size > 1) faults.push(`${describe(el)} breaks its number across ${lines.size} lines`);
      }
      return faults;
    },
    /** Fields and buttons without a visible edge, or smaller than 24 by 24 px. */
    controls() {
      const faults = [];
      for (const el of shown().filter((one) => one.matches("button, input, select, textarea, summary"))) {
        const box = el.getBoundingClientRect();
        const size = `${Math.round(box.width)} by ${Math.round(box.height)} px`;
        if (box.width < 24 || box.height < 24) faults.push(`${describe(el)} is ${size}; 24 by 24 are needed`);
        const native = el.matches("summary, [type=checkbox], [type=radio], [type=range]");
        if (!native && !hasEdge(el)) faults.push(`${describe(el)} has no edge of contrast 3:1`);
      }
      return faults;
    },
  };
})();
