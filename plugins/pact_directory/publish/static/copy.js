// A button that copies: a text for a parish magazine, the link to a calendar. Without this script the text itself stands
// on the page, and nothing else. Works on pages without a secure address too, and on browsers of 2018.
(function () {
  "use strict";
  var said = null; // where the last press was answered

  // Of a link its whole address, as the browser knows it; of anything else the words somebody sees.
  function wordsOf(element) {
    return element.href || element.innerText.trim();
  }

  function select(element) {
    var range = document.createRange();
    range.selectNodeContents(element);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  // The old way: words in a field, the field selected, and the browser told to copy.
  function copyByField(words) {
    var field = document.createElement("textarea");
    var before = document.activeElement;
    field.value = words;
    field.readOnly = true; // or a phone shows its keyboard
    field.className = "hidden";
    field.setAttribute("aria-hidden", "true");
    document.body.appendChild(field);
    field.select();
    field.setSelectionRange(0, words.length);
    var copied = false;
    try {
      copied = document.execCommand("copy");
    } catch (error) {
      copied = false;
    }
    document.body.removeChild(field);
    if (before && before.focus) before.focus();
    return copied;
  }

  function copy(words) {
    if (!navigator.clipboard || !navigator.clipboard.writeText) return Promise.resolve(copyByField(words));
    return navigator.clipboard.writeText(words).then(
      function () { return true; },
      function () { return copyByField(words); }
    );
  }

  // Emptied first, so that a second press is told to a screen reader as well.
  function say(answer, words) {
    if (said) said.textContent = "";
    said = answer;
    setTimeout(function () { if (said === answer) answer.textContent = words; }, 50);
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-copy]"), function (place) {
    var source = document.getElementById(place.getAttribute("data-copy"));
    if (!source) return;
    var button = document.createElement("button");
    var answer = document.createElement("span");
    button.type = "button";
    button.className = "btn";
    button.textContent = place.getAttribute("data-words");
    answer.setAttribute("role", "status");
    button.addEventListener("click", function () {
      copy(wordsOf(source)).then(function (copied) {
        if (!copied) select(source);
        say(answer, copied ? place.getAttribute("data-copied") : source.href || place.getAttribute("data-failed"));
      });
    });
    place.appendChild(button);
    place.appendChild(answer);
  });
})();
