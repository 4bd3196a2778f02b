/** The browser's storage, which may be missing or forbidden in a frame: then nothing is remembered, and nothing breaks. */

export function onthoud(naam, waarde) {
  try {
    localStorage.setItem(`groepswijzer:${naam}`, JSON.stringify(waarde));
  } catch {
    // full or forbidden: the address of the page still holds the place
  }
}

export function weetNog(naam) {
  try {
    return JSON.parse(localStorage.getItem(`groepswijzer:${naam}`));
  } catch {
    return null;
  }
}
