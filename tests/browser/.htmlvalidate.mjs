// html-validate's strictest presets. A rule is set another way only with its reason beside it.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // Upper and lower case mean the same; every page of ours is written one way.
    "doctype-style": ["error", { style: "lowercase" }],
    // A non-breaking space would travel with a copied number; test_layout sees that none is broken.
    "tel-non-breaking": "off",
    // ARIA lets lists and other elements with a role be named; what it forbids stays an error.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // Footnotes of the hand-written pages are fn:1 and fnref:1, which HTML allows.
    "valid-id": ["error", { relaxed: true }],
    // A meeting's title holds its PACT's name, which is as long as its wards' names are; the day comes first.
    "long-title": "off",
    // Our own stylesheet comes from the page's own host; a file from another one would need the checksum.
    "require-sri": ["error", { target: "crossorigin" }],
  },
};
