// Opens the window in which the tool lets someone choose content. The launch is made on opening,
// since it is good for once.
for (const button of document.querySelectorAll("[data-opent]")) {
  const dialog = document.getElementById(button.dataset.opent);
  const frame = dialog.querySelector("iframe");
  button.addEventListener("click", () => {
    frame.src = frame.dataset.src;
    dialog.showModal();
  });
  dialog.addEventListener("close", () => frame.removeAttribute("src"));
}
