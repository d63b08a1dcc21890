/** The five parts of a URI reference (RFC 3986, appendix B); undefined where a part is absent, which is not the same as empty. */
interface Parts {
  readonly scheme: string | undefined;
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: string | undefined;
  readonly fragment: string | undefined;
}

const form = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/i;

function parse(uri: string): Parts {
  const match = form.exec(uri);
  return {
    scheme: match?.[1],
    authority: match?.[2],
    path: match?.[3] ?? uri,
    query: match?.[4],
    fragment: match?.[5],
  };
}

/**
 * A reference resolved against a base (RFC 3986, section 5.2). The base may be empty or opaque (`urn:`): a reference
 * that is only a fragment then keeps the base whole.
 */
export function resolveUri(base: string, reference: string): string {
  const ref = parse(reference);
  if (ref.scheme !== undefined) return print({ ...ref, path: withoutDots(ref.path) });
  const from = parse(base);
  const { scheme } = from;
  const fragment = ref.fragment;
  if (ref.authority !== undefined) return print({ ...ref, scheme, path: withoutDots(ref.path) });
  const authority = from.authority;
  if (ref.path === "") {
    return print({ scheme, authority, path: from.path, query: ref.query ?? from.query, fragment });
  }
  const path = withoutDots(ref.path.startsWith("/") ? ref.path : merge(from, ref.path));
  return print({ scheme, authority, path, query: ref.query, fragment });
}

/** A URI without its fragment, and the fragment (`""` where it has none). */
export function splitFragment(uri: string): { readonly base: string; readonly fragment: string } {
  const hash = uri.indexOf("#");
  return hash < 0 ? { base: uri, fragment: "" } : { base: uri.slice(0, hash), fragment: uri.slice(hash + 1) };
}

function merge(base: Parts, path: string): string {
  if (base.authority !== undefined && base.path === "") return `/${path}`;
  return base.path.slice(0, base.path.lastIndexOf("/") + 1) + path;
}

function withoutDots(path: string): string {
  if (!path.includes("./") && !path.endsWith(".")) return path;
  const kept: string[] = [];
  const segments = path.split("/");
  for (const [index, segment] of segments.entries()) {
    const last = index === segments.length - 1;
    if (segment === "..") {
      if (kept.length > 1 || (kept.length === 1 && kept[0] !== "")) kept.pop();
      if (last) kept.push("");
    } else if (segment !== ".") kept.push(segment);
    else if (last) kept.push("");
  }
  return kept.join("/");
}

function print(parts: Parts): string {
  const scheme = parts.scheme === undefined ? "" : `${parts.scheme}:`;
  const authority = parts.authority === undefined ? "" : `//${parts.authority}`;
  const query = parts.query === undefined ? "" : `?${parts.query}`;
  const fragment = parts.fragment === undefined ? "" : `#${parts.fragment}`;
  return scheme + authority + parts.path + query + fragment;
}
