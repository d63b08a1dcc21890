/** Words that a declaration in strict TypeScript cannot be called, or that would shadow what code around it needs. */
const words = [
  // ECMAScript, strict mode and modules
  "abstract arguments async await boolean break byte case catch char class const continue debugger default delete do",
  "double else enum eval export extends false final finally float for function get goto if implements import in",
  "instanceof int interface let long native new null of package private protected public return set short static super",
  "switch synchronized this throw throws transient true try typeof using var void volatile while with yield",
  // TypeScript
  "any as asserts assert bigint constructor declare defer from global infer intrinsic is keyof module namespace never",
  "number object out override readonly require satisfies string symbol type undefined unique unknown accessor",
  // A module namespace with `then` is a thenable: `import()` of it never settles.
  "then catch finally",
  // Globals of the language
  "AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError",
  "FinalizationRegistry Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Intl Iterator JSON",
  "Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String",
  "SuppressedError Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap",
  "WeakRef WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent escape globalThis isFinite isNaN",
  "parseFloat parseInt unescape",
  // Globals of hosts that generated code or its neighbours use
  "Buffer Event EventTarget TextDecoder TextEncoder URL URLSearchParams clearInterval clearTimeout console crypto",
  "document exports fetch global performance process queueMicrotask self setInterval setTimeout structuredClone window",
  "__dirname __filename",
  // Types of the standard library
  "Awaited Capitalize ConstructorParameters Exclude Extract InstanceType Iterable IterableIterator Lowercase",
  "NonNullable Omit OmitThisParameter Parameters Partial Pick PromiseLike PropertyKey Readonly ReadonlyArray",
  "ReadonlyMap ReadonlySet Record Required ReturnType ThisType Uncapitalize Uppercase AsyncIterable ArrayLike",
  // Members every object inherits
  "hasOwnProperty isPrototypeOf propertyIsEnumerable prototype toLocaleString toString valueOf",
  "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__",
];

/** All of them; a fixed list, so that a name stays the same on every host. */
export const reserved: ReadonlySet<string> = new Set(words.flatMap((line) => line.split(" ")));
