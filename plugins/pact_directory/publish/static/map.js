/* The coverage map: turns the link to the map one can zoom into a button that opens it in a frame, here. */
(function () {
  "use strict";
  var place = document.querySelector("[data-zoom]");
  var link = place && place.querySelector("a");
  if (!link) return;
  var button = document.createElement("button");
  var frame = null;

  function show(isOpen) {
    button.textContent = isOpen ? place.getAttribute("data-close") : link.textContent;
    button.setAttribute("aria-expanded", isOpen ? "true" : "false");
  }

  // The frame comes straight after the button, which keeps the focus: one press of Tab leads into the map.
  button.addEventListener("click", function () {
    if (frame) {
      frame.parentNode.removeChild(frame);
      frame = null;
    } else {
      frame = document.createElement("iframe");
      frame.className = "zoomable__frame";
      frame.title = place.getAttribute("data-zoom");
      frame.src = link.href;
      place.parentNode.insertBefore(frame, place.nextSibling);
      if (frame.scrollIntoView) place.scrollIntoView();
    }
    show(frame !== null);
  });

  button.type = "button";
  button.className = link.className;
  show(false);
  place.replaceChild(button, link);
})();
