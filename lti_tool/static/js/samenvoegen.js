/** Two people added to one text: keep what was, then what the other wrote, then what you wrote. */

/**
 * @param basis {string} the text that both started from
 * @returns {string} both texts, without what they share twice
 */
export function voegSamen(basis, hun, mijn) {
  const [b, h, m] = [basis, hun, mijn].map((tekst) => tekst.trim());
  if (!m || h.includes(m)) return h;
  if (!h || m.includes(h)) return m;
  if (b && h.startsWith(b) && m.startsWith(b)) return `${h}\n${m.slice(b.length).trim()}`;
  return `${h}\n${m}`;
}
