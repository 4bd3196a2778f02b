// A tool that is done says so with this message (LTI dynamic registration); then back to the list.
window.addEventListener("message", (event) => {
  const frame = document.getElementById("registratie");
  if (event.source === frame.contentWindow && event.data?.subject === "org.imsglobal.lti.close") {
    window.location.assign(document.getElementById("terug").href);
  }
});
