// How a failure's message names an element, and how colours stand out: for keyboard.js and layout.js.
(() => {
  const channels = (colour) => (colour.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);

  // Relative luminance and contrast as WCAG 2.2 defines them.
  const luminance = (colour) => {
    const [r, g, b] = channels(colour).slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  const isOpaque = (colour) => {
    const parts = channels(colour);
    return parts.length < 4 || parts[3] > 0.5;
  };

  window.pactSeeing = {
    isOpaque,
    contrast(one, other) {
      const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    },
    /** The colour that an element lies on: its own or the nearest one behind it. */
    background(el) {
      for (let at = el; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (isOpaque(colour)) return colour;
      }
      return "rgb(255, 255, 255)";
    },
    describe(el) {
      const words = el.textContent || el.getAttribute("aria-label") || "";
      const names = ["id", "class"].filter((name) => el.getAttribute(name));
      const marks = names.map((name) => ` ${name}="${el.getAttribute(name)}"`).join("");
      return `<${el.tagName.toLowerCase()}${marks}> "${words.trim().replace(/\s+/g, " ").slice(0, 50)}"`;
    },
  };
})();
