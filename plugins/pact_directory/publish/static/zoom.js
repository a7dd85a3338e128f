/* The map one can zoom: what it says and how it is used. Below this part stands what draws it, made by folium.
   Names reach the page as text alone: nothing here sets markup. */
var pactZoom = (function () {
  "use strict";
  var told = { facts: {}, texts: {} };
  var wards = {};
  var shown = null;

  function make(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  // Out of the frame: a page of the site opens in its place, not inside the map.
  function makeLink(text, href) {
    var link = make("a", "", text);
    link.href = href;
    link.target = "_top";
    return link;
  }

  function card(facts) {
    var made = make("div", "card-on-map");
    var title = make("p", "card-on-map__name");
    title.appendChild(facts.href ? makeLink(facts.name, facts.href) : make("b", "", facts.name));
    made.appendChild(title);
    if (facts.says) made.appendChild(make("p", "", facts.says));
    if (facts.links && facts.links.length) {
      var list = make("ul");
      facts.links.forEach(function (one) {
        list.appendChild(make("li")).appendChild(makeLink(one[0], one[1]));
      });
      made.appendChild(list);
    }
    return made;
  }

  // Under the pointer: the name and whose it is. The words stay out of the way of the card with its links.
  function hint(facts) {
    var made = make("span", "", facts.name);
    var whose = (facts.links || []).map(function (one) { return one[0]; }).join(", ");
    if (whose) made.appendChild(make("span", "hint__whose", whose));
    return made;
  }

  // Leaflet's own way of binding a tooltip would make every shape a nameless stop of the Tab key.
  var pointed = L.tooltip({ className: "hint", opacity: 1, offset: [14, 0] });

  function describe(feature, layer) {
    var facts = told.facts[feature.id];
    layer.bindPopup(function () { return card(facts); }, {
      minWidth: 140, maxWidth: 190,
      autoPanPaddingTopLeft: [62, 10], autoPanPaddingBottomRight: [10, 96] // clear of the controls
    });
    layer.on("mousemove", function (event) {
      if (!layer.isPopupOpen()) pointed.setLatLng(event.latlng).setContent(hint(facts)).addTo(shown);
    });
    layer.on("mouseout popupopen", function () { pointed.remove(); });
    if (facts.href) wards[feature.id] = layer;
  }

  function meet(one, other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  }

  /* A ward's name stands on it where there is room: hardly wider than the ward, inside the map, over no other name.
     Where there is none, its number in the list does; where there is no room for that either, nothing. */
  function placeLabels(map, labels) {
    var frame = map.getContainer().getBoundingClientRect();
    var taken = [];
    function fits(label, facts, isName) {
      label.setContent(make("span", "", isName ? facts.name : facts.number));
      var box = label.getElement().getBoundingClientRect();
      var ward = wards[facts.id].getElement().getBoundingClientRect();
      var isInside = box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
      if (!isInside || (isName && box.width > ward.width * 1.2)) return false;
      if (taken.some(function (other) { return meet(box, other); })) return false;
      taken.push(box);
      return true;
    }
    labels.forEach(function (one) {
      var isShown = fits(one.label, one.facts, true) || fits(one.label, one.facts, false);
      one.label.getElement().style.visibility = isShown ? "" : "hidden";
    });
  }

  function size(id) {
    var bounds = wards[id].getBounds();
    return (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
  }

  function addLabels(map, places) {
    var labels = places.map(function (place, number) {
      var id = "ward-" + number;
      var named = told.facts[id];
      var label = L.tooltip({ permanent: true, direction: "center", className: "label", opacity: 1 });
      label.setLatLng(place).setContent(make("span", "", named.name)).addTo(map);
      label.getElement().setAttribute("aria-hidden", "true"); // the list has every name
      return { label: label, facts: { id: id, name: named.name, number: named.number } };
    });
    // Larger wards keep their names where it gets crowded.
    labels.sort(function (one, other) { return size(other.facts.id) - size(one.facts.id); });
    map.on("zoomend moveend resize", function () { placeLabels(map, labels); });
    placeLabels(map, labels);
  }

  // A name in the list shows where its ward is while the pointer or the focus is on it.
  function tieToList() {
    Array.prototype.forEach.call(document.querySelectorAll("[data-ward]"), function (entry) {
      var layer = wards[entry.getAttribute("data-ward")];
      function mark(isOn) { L.DomUtil[isOn ? "addClass" : "removeClass"](layer.getElement(), "ward--marked"); }
      ["mouseenter", "focusin"].forEach(function (name) { entry.addEventListener(name, function () { mark(true); }); });
      ["mouseleave", "focusout"].forEach(function (name) { entry.addEventListener(name, function () { mark(false); }); });
    });
  }

  function start(map, places) {
    var texts = told.texts;
    shown = map;
    if (window.parent !== window) document.documentElement.className = "is-framed";
    L.control.zoom({ zoomInTitle: texts.in, zoomOutTitle: texts.out }).addTo(map);
    // The wheel scrolls the page until somebody has chosen the map.
    map.scrollWheelZoom.disable();
    map.on("focus", function () { map.scrollWheelZoom.enable(); });
    map.on("blur", function () { map.scrollWheelZoom.disable(); });
    map.on("popupopen", function (event) {
      var close = event.popup.getElement().querySelector(".leaflet-popup-close-button");
      if (close) close.setAttribute("aria-label", texts.close);
    });
    map.setMinZoom(map.getZoom() - 2);
    map.setMaxBounds(map.getBounds().pad(1));
    addLabels(map, places);
    tieToList();
  }

  return {
    tell: function (everything) { told = everything; },
    describe: describe,
    start: start,
    moves: !window.matchMedia("(prefers-reduced-motion: reduce)").matches
  };
})();
