"use strict";
const form = document.getElementById("filters");
const sections = [...document.querySelectorAll("section.stack")];
const lines = [...document.querySelectorAll("#overview tbody tr")];
const nothing = document.querySelector(".nothing");
const severities = ["note", "warning", "error"];

function filter() {
  const { stack, environment, severity } = Object.fromEntries(new FormData(form));
  const least = severities.indexOf(severity);
  let shown = 0;
  let findings = 0;
  for (const section of sections) {
    const found = [...section.querySelectorAll("[data-severity]")];
    for (const finding of found) finding.hidden = severities.indexOf(finding.dataset.severity) < least;
    const visible = found.filter((finding) => !finding.hidden).length;
    section.hidden = (stack && section.dataset.stack !== stack) ||
      (environment && section.dataset.environment !== environment) || (severity && visible === 0);
    if (!section.hidden) {
      shown += 1;
      findings += visible;
    }
  }
  lines.forEach((line, index) => { line.hidden = sections[index].hidden; });
  nothing.hidden = shown > 0;
  form.querySelector("output").textContent =
    `${shown} of ${sections.length} environments, ${findings} finding${findings === 1 ? "" : "s"}`;
}

// A link to what the filters hide shows everything again.
function reveal() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.closest("[hidden]")) {
    form.reset();
    target.scrollIntoView();
  }
}

form.addEventListener("change", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(filter));
addEventListener("hashchange", reveal);
filter();
