/** One way to ask the server something. Never throws: an unreachable server is an answer too. */

const WACHTTIJD_MS = 20_000;
// answers after which the same request may well succeed later
const TIJDELIJK = new Set([408, 425, 429, 500, 502, 503, 504]);

// in characters: in bytes under the 64 kB that a page may have under way like this
const HOUDBAAR = 20_000;

const csrf = () => document.querySelector('meta[name="csrf-token"]')?.content ?? "";

/**
 * @returns {Promise<object>} the JSON of the answer, with `ok`, `status`, and `weg: true` when nobody answered
 *   or the server asks to come back later.
 */
export async function vraag(methode, url, inhoud) {
  const lading = inhoud === undefined ? undefined : JSON.stringify(inhoud);
  try {
    const antwoord = await fetch(url, {
      method: methode,
      headers: { "Content-Type": "application/json", "X-CSRFToken": csrf() },
      body: lading,
      credentials: "same-origin",
      // what is on its way while the page closes must still arrive; a browser allows this for small messages only
      keepalive: methode !== "GET" && (lading?.length ?? 0) < HOUDBAAR,
      signal: AbortSignal.timeout(WACHTTIJD_MS),
    });
    const tekst = await antwoord.text();
    const { ok, status } = antwoord;
    return { ...leesJson(tekst), ok: ok && leesJson(tekst) !== null, status, weg: TIJDELIJK.has(status) };
  } catch {
    return { ok: false, status: 0, weg: true };
  }
}

/** A fragment of HTML of our own server, or null when it can't be had. */
export async function haalFragment(url) {
  try {
    const antwoord = await fetch(url, {
      headers: { "X-Fragment": "1" },
      credentials: "same-origin",
      signal: AbortSignal.timeout(WACHTTIJD_MS),
    });
    return antwoord.ok ? await antwoord.text() : null;
  } catch {
    return null;
  }
}

function leesJson(tekst) {
  try {
    return JSON.parse(tekst);
  } catch {
    return null;
  }
}
