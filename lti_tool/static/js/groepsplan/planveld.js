/** One field of the plan: what it is, and how it shows what happened to it. */
export const VELDEN = "[data-veld], [data-doelveld], [data-nieuw-doel]";

export const velden = (gebied) => [...gebied.querySelectorAll(VELDEN)];
/** Is there something in the field that the server doesn't have? Spaces at the ends don't count. */
export const verschilt = (veld) => !veld.readOnly && veld.value.trim() !== veld.defaultValue.trim();
export const rijVan = (veld) => veld.closest("[data-rij]").dataset.rij;
export const doelVan = (veld) => veld.closest("[data-doel]");

/** All fields that are saved together with this one: a goal is one thing. */
export const samen = (veld) => (doelVan(veld) ? [...doelVan(veld).querySelectorAll("[data-doelveld]")] : [veld]);
/** What holds the version that was seen. */
export const houder = (veld) => doelVan(veld) ?? veld;

export function zetToestand(veld, toestand, zin = "") {
  const vak = veld.closest(".veldvak");
  if (toestand) vak.dataset.toestand = toestand;
  else delete vak.dataset.toestand;
  const fout = veld.closest(".plandoel, td").querySelector("[data-fout]");
  fout.hidden = !zin;
  fout.textContent = zin;
  if (zin) veld.setAttribute("aria-invalid", "true");
  else veld.removeAttribute("aria-invalid");
}

/** As high as its text. Browsers that know field-sizing do this themselves. */
export function groei(veld) {
  if (!veld.matches("textarea") || CSS.supports("field-sizing", "content")) return;
  veld.style.height = "auto";
  veld.style.height = `${veld.scrollHeight + 2}px`;
}

export function merkLeeg(doel) {
  const vol = [...doel.querySelectorAll(".plandoel-meer :is(textarea, input)")].map((veld) => {
    veld.closest(".veldvak").classList.toggle("zonder", !veld.value.trim());
    return veld.value.trim();
  });
  doel.querySelector(".plandoel-meer").classList.toggle("zonder", !vol.some(Boolean));
}
