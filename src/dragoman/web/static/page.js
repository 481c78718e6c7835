// The slider: steps through the days with reports, and asks for the record as known then.
"use strict";
(function () {
  const slider = document.getElementById("slider");
  if (slider && window.htmx) {
    const days = slider.dataset.days.split(" ");
    const words = (day) => day
      ? new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day + "T00:00:00Z"))
      : "today";
    const chosen = () => days[Number(slider.value)] || "";
    const say = () => slider.setAttribute("aria-valuetext", words(chosen()));
    const match = () => {
      const asked = new URLSearchParams(location.search).get("as-of") || "";
      let at = days.length;
      if (asked) { at = 0; while (at + 1 < days.length && days[at + 1] <= asked.slice(0, 10)) { at += 1; } }
      slider.value = String(at);
      say();
    };
    let waiting = 0;
    slider.addEventListener("input", () => {
      say();
      const shown = document.querySelector("#when strong");
      if (shown) { shown.textContent = words(chosen()); }
      clearTimeout(waiting);
      waiting = setTimeout(() => htmx.trigger(slider, "travel"), 120);
    });
    document.body.addEventListener("htmx:configRequest", (event) => {
      if (event.detail.elt !== slider) { return; }
      const asked = new URLSearchParams(location.search);
      event.detail.parameters = {};
      if (chosen()) { event.detail.parameters["as-of"] = chosen(); }
      if (asked.get("recorded-as-of")) { event.detail.parameters["recorded-as-of"] = asked.get("recorded-as-of"); }
    });
    document.body.addEventListener("htmx:afterSwap", () => {
      const date = document.querySelector(".day input[type=date]");
      if (date) { date.value = chosen(); }
    });
    slider.hidden = false;
    match();
  }
  // On a narrow screen the drawing begins at the day that is shown, and the names of its lanes stay in sight.
  const latest = () => {
    const box = document.querySelector(".scroll");
    if (!box) { return; }
    const drawing = box.querySelector("svg"), names = drawing.querySelectorAll(".gutter");
    const keep = () => {
      const moved = box.scrollLeft * drawing.viewBox.baseVal.width / drawing.getBoundingClientRect().width;
      names.forEach((name) => name.setAttribute("transform", `translate(${moved.toFixed(1)} 0)`));
    };
    box.addEventListener("scroll", keep, { passive: true });
    const known = drawing.querySelector(".known"), wide = box.getBoundingClientRect();
    box.scrollLeft = known ? known.getBoundingClientRect().left - wide.left + box.scrollLeft - .7 * wide.width : box.scrollWidth;
  };
  latest();
  // What the slider changed is said once, in a place that stays.
  document.body.addEventListener("htmx:afterSettle", () => {
    const record = document.getElementById("record"), said = document.getElementById("said");
    if (record && said && said.textContent !== record.dataset.said) { said.textContent = record.dataset.said; latest(); }
  });
  // Pages are the same for everybody; who is signed in sees so here.
  const session = document.getElementById("session");
  if (session && document.cookie.split("; ").includes("dragoman_here=1")) { session.textContent = "Signed in"; }
  // A form opened in place takes the focus; Escape closes it and gives the focus back.
  const openers = new WeakMap();
  document.body.addEventListener("htmx:afterSwap", (event) => {
    const desk = event.detail.target;
    if (desk.classList.contains("desk")) {
      openers.set(desk, event.detail.requestConfig.elt);
      const fields = [...desk.querySelectorAll("input:not([type=hidden]), a, button")];
      const first = fields.find((field) => field.type === "radio" || field.tagName !== "INPUT" || !field.value);
      if (first) { first.focus(); }
    }
  });
  document.body.addEventListener("keydown", (event) => {
    const desk = event.key === "Escape" && event.target.closest(".desk");
    if (desk) { desk.replaceChildren(); const opener = openers.get(desk); if (opener) { opener.focus(); } }
  });
  // What cannot be shown in place is shown as a page; silence of the server is said.
  document.body.addEventListener("htmx:responseError", (event) => location.assign(event.detail.pathInfo.finalRequestPath));
  document.body.addEventListener("htmx:sendError", () => {
    const silent = document.getElementById("silent");
    silent.hidden = false;
    silent.textContent = "The page does not answer, so this is what it showed last. Is 'dragoman serve' still running?";
  });
  // The words that were asked for, in the middle of the window.
  const cited = document.querySelector("[data-cited]");
  const land = () => { cited.scrollIntoView({ block: "center", behavior: "instant" }); cited.focus({ preventScroll: true }); };
  // The browser goes to the fragment of the address when the page has loaded; ours comes after it.
  if (cited) { addEventListener("load", () => setTimeout(land)); }
})();
