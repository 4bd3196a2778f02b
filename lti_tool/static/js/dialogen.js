/** Windows over the page: open by a button, close by their cross or a click beside them (Escape is the browser's). */

export function bedienDialogen() {
  document.addEventListener("click", ({ target }) => {
    const opener = target.closest("[data-open]");
    if (opener) document.getElementById(opener.dataset.open).showModal();
    else if (target.closest("[data-sluit]")) target.closest("dialog").close();
    else if (target.matches("dialog:not(#observatie)")) target.close();
  });
}
