/** What the engine knows of a format beyond its test. */
export interface FormatKnowledge {
  /** A pattern every string of the format matches. */
  readonly within?: string;
  /** The pattern says it all: strings that match are of the format. */
  readonly exact?: boolean;
  /** Strings of the format with at least so many code points, as far as it has any; the shortest ones first. */
  samples(atLeast: number): readonly string[];
}

function fixed(...texts: readonly string[]): (atLeast: number) => readonly string[] {
  return () => texts;
}

/** `head`, as many `filler` as needed, `tail`. */
function grown(head: string, filler: string, tail = "", texts: readonly string[] = []) {
  return (atLeast: number) => {
    const missing = Math.max(0, atLeast - head.length - tail.length);
    return [...texts, head + filler.repeat(missing) + tail];
  };
}

/** Labels of at most 60 characters, so that long names stay names. */
function labels(atLeast: number): string {
  const whole = Math.max(0, Math.ceil((atLeast - 1) / 61));
  return `${`${"a".repeat(60)}.`.repeat(whole)}a`;
}

const day = "(0[1-9]|[12]\\d|3[01])";
const date = `\\d{4}-(0[1-9]|1[0-2])-${day}`;
const time = "([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([zZ]|[+-]([01]\\d|2[0-3]):[0-5]\\d)";
const byte = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const hex = "[0-9a-fA-F]";
const escaped = "([^~/]|~0|~1)";

export const formatKnowledge: ReadonlyMap<string, FormatKnowledge> = new Map<string, FormatKnowledge>([
  ["date", { within: `^${date}$`, samples: fixed("2000-01-01", "1999-12-31", "2024-02-29") }],
  ["time", { within: `^${time}$`, samples: grown("00:00:00.0", "0", "Z", ["00:00:00Z", "12:30:00+01:00"]) }],
  [
    "date-time",
    {
      within: `^${date}[tT]${time}$`,
      samples: grown("2000-01-01T00:00:00.0", "0", "Z", [
        "2000-01-01T00:00:00Z",
        "2000-01-01T12:30:00+01:00",
      ]),
    },
  ],
  [
    "duration",
    { within: "^P[0-9YMWDTHS]+$", samples: grown("P1", "0", "D", ["P1D", "PT1S", "P1W", "P1Y2M3DT4H5M6S"]) },
  ],
  [
    "ipv4",
    {
      within: `^(${byte}\\.){3}${byte}$`,
      exact: true,
      samples: fixed("0.0.0.0", "127.0.0.1", "255.255.255.255"),
    },
  ],
  [
    "ipv6",
    {
      within: "^[0-9a-fA-F:.]{2,45}$",
      samples: fixed(
        "::",
        "::1",
        "2001:db8::1",
        "0000:0000:0000:0000:0000:ffff:255.255.255.255",
        "1111:2222:3333:4444:5555:6666:7777:8888",
      ),
    },
  ],
  [
    "uuid",
    {
      within: `^${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}$`,
      exact: true,
      samples: fixed(
        "00000000-0000-0000-0000-000000000000",
        "123e4567-e89b-12d3-a456-426614174000",
        "123E4567-E89B-42D3-A456-426614174000",
      ),
    },
  ],
  [
    "json-pointer",
    { within: `^(/${escaped}*)*$`, exact: true, samples: grown("/a", "a", "", ["", "/", "/a"]) },
  ],
  [
    "relative-json-pointer",
    {
      within: `^(0|[1-9][0-9]*)(#|(/${escaped}*)*)$`,
      exact: true,
      samples: grown("0/", "a", "", ["0", "0#", "1/a"]),
    },
  ],
  [
    "uri",
    {
      within: "^[a-zA-Z][a-zA-Z0-9+.-]*:",
      samples: grown("a:", "a", "", ["a:", "http://a.b", "https://example.com/a?b#c", "urn:a:b"]),
    },
  ],
  ["uri-reference", { samples: grown("", "a", "", ["", "a", "/a", "#a", "http://a.b"]) }],
  [
    "iri",
    {
      within: "^[a-zA-Z][a-zA-Z0-9+.-]*:",
      samples: grown("a:", "a", "", ["a:", "http://a.b", "http://é.b"]),
    },
  ],
  ["iri-reference", { samples: grown("", "a", "", ["", "a", "/é"]) }],
  ["uri-template", { samples: grown("", "a", "", ["", "a", "{a}", "http://a.b/{c}"]) }],
  ["email", { within: "@", samples: (atLeast) => ["a@b.c", "a@b", `a@${labels(atLeast - 2)}`] }],
  ["idn-email", { within: "@", samples: (atLeast) => ["a@b.c", "é@b.c", `a@${labels(atLeast - 2)}`] }],
  [
    "hostname",
    { within: "^[a-zA-Z0-9.-]{1,255}$", samples: (atLeast) => ["a", "a.b", "example.com", labels(atLeast)] },
  ],
  ["idn-hostname", { samples: (atLeast) => ["a", "a.b", "é", labels(atLeast)] }],
  ["regex", { samples: grown("", "a", "", ["", "a", "^a*$"]) }],
]);
