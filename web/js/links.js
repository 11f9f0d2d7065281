/** Addresses of documents: a path with the span in the fragment, and the quote too where the link leaves this page. */

const LONGEST_QUOTE = 300;

export function pathOf(document, start, end) {
  const span = Number.isInteger(start) && end > start ? `#${start}-${end}` : "";
  return `/documents/${encodeURIComponent(document)}${span}`;
}

/** A link for others; it carries the quote, so that it can tell when the document has changed since. */
export function shareLink(citation) {
  const path = pathOf(citation.document, citation.start, citation.end);
  const quote = citation.quote && citation.quote.length <= LONGEST_QUOTE ? `&quote=${encodeURIComponent(citation.quote.toWellFormed())}` : "";
  return location.origin + path + (path.includes("#") ? quote : "");
}

/** What the address shows: a document with a span, or null for the chat alone. */
export function placeOf(address) {
  const path = /^\/documents\/([^/]+)\/?$/.exec(address.pathname);
  if (!path) return null;
  const span = /^#(\d{1,9})-(\d{1,9})(?:&quote=(.*))?$/.exec(address.hash);
  return {
    document: decoded(path[1]),
    start: span ? Number(span[1]) : null,
    end: span ? Number(span[2]) : null,
    quote: span?.[3] ? decoded(span[3]) : null,
  };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address outside that may be followed, or null: a document may claim anything to be its address. */
export function outside(url) {
  try {
    const address = new URL(url);
    return address.protocol === "https:" || address.protocol === "http:" ? address.href : null;
  } catch {
    return null;
  }
}
