/** Paper shows whole texts: what stands in a field of the plan is laid under it just before printing. */
const vakken = () => document.querySelectorAll(".plan .veldvak");

addEventListener("beforeprint", () => {
  for (const vak of vakken()) vak.dataset.tekst = vak.querySelector("textarea, input").value;
});
addEventListener("afterprint", () => {
  for (const vak of vakken()) delete vak.dataset.tekst;
});
