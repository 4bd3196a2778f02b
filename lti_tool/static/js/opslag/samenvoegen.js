/** Two people changed one text: keep both changes. */

/** Where a text differs from the one it came from: basis[begin..eind] was replaced by `nieuw`. */
function wijziging(basis, tekst) {
  const korst = Math.min(basis.length, tekst.length);
  let begin = 0;
  while (begin < korst && basis[begin] === tekst[begin]) begin += 1;
  let staart = 0;
  while (staart < korst - begin && basis.at(-1 - staart) === tekst.at(-1 - staart)) staart += 1;
  return { begin, eind: basis.length - staart, nieuw: tekst.slice(begin, tekst.length - staart) };
}

/**
 * @param basis {string} the text that both started from
 * @returns {string} one text with both changes; where they touch, the other's text first and then yours
 */
export function voegSamen(basis, hun, mijn) {
  const [b, h, m] = [basis, hun, mijn].map((tekst) => tekst.trim());
  if (!m || h.includes(m)) return h;
  if (!h || m.includes(h)) return m;
  const [van, mee] = [wijziging(b, h), wijziging(b, m)];
  if (van.begin === van.eind && mee.begin === mee.eind && van.begin === mee.begin) {
    // both added at the same place
    return `${b.slice(0, van.begin)}${van.nieuw}\n${mee.nieuw.trim()}${b.slice(van.begin)}`;
  }
  const [eerst, daarna] = van.begin < mee.begin ? [van, mee] : [mee, van];
  if (eerst.eind > daarna.begin) return `${h}\n${m}`;
  return b.slice(0, eerst.begin) + eerst.nieuw + b.slice(eerst.eind, daarna.begin) + daarna.nieuw + b.slice(daarna.eind);
}
