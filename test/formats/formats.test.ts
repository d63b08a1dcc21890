import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/formats/index.ts";

const cases: Record<string, { readonly accepts: readonly string[]; readonly rejects: readonly string[] }> = {
  date: {
    accepts: ["2024-02-29", "2000-02-29", "2023-12-31"],
    rejects: ["1900-02-29", "2023-04-31", "2023-00-10", "2023-1-01"],
  },
  time: {
    accepts: ["23:59:60Z", "00:59:60+01:00", "08:00:00.5z"],
    rejects: ["23:59:60+01:00", "08:00:00.Z", "08:00:00", "24:00:00Z"],
  },
  "date-time": {
    accepts: ["2024-02-29t12:00:00Z"],
    rejects: ["2023-02-29T12:00:00Z", "2024-02-29 12:00:00Z", "2024-02-29T12:00:00"],
  },
  duration: { accepts: ["P1Y2M", "PT1M", "P3W"], rejects: ["P1YT", "P1Y2D", "P", "PT", "P1W1D", "W"] },
  email: {
    accepts: ["a@b.example", '"a b"@c.example', "a@[10.0.0.1]"],
    rejects: ["a@b@c", ".a@b", "a@-b", `${"a".repeat(65)}@b`, '"a@b'],
  },
  "idn-email": { accepts: ["jürgen@bücher.example"], rejects: ["@bücher.example", "a@-ü"] },
  hostname: {
    accepts: ["a-b.example", "xn--bcher-kva.example"],
    rejects: ["a_b", "a.", "xn--a", "-a", "b\u00fccher.example"],
  },
  "idn-hostname": {
    accepts: ["bücher.example", "bücher。example"],
    rejects: ["bü--x\u0640", "a..b", "ＢÜcher"],
  },
  ipv4: { accepts: ["0.0.0.0", "255.255.255.255"], rejects: ["01.2.3.4", "1.2.3", "1.2.3.256", "1.2.3.4."] },
  ipv6: {
    accepts: ["::", "1::", "::1.2.3.4", "1:2:3:4:5:6:7:8"],
    rejects: ["1::2::3", ":1:2", "1:2:3:4:5:6:7", "::1%eth0", "1:2:3:4:5:6:7::8:9"],
  },
  uri: {
    accepts: ["urn:a:b", "http://u:p@h:80/p?q#f", "a:"],
    rejects: ["//h/p", "http://h:x", "http://[::1", "a b:c", "http://a/%4"],
  },
  "uri-reference": { accepts: ["", "../a", "?q", "#f"], rejects: ["a b", "#a#b", "1:b"] },
  iri: { accepts: ["http://bücher.example/ü"], rejects: ["http://a/\ud800", "/ü"] },
  "iri-reference": { accepts: ["/ü?\ue000"], rejects: ["/\ue000"] },
  "uri-template": { accepts: ["/a/{b}{?c,d*}", "{e:3}"], rejects: ["{", "}", "{a b}", "{e:0}", "{=a}"] },
  uuid: {
    accepts: ["2EB8aa08-aa98-11ea-b4aa-73b441d16380"],
    rejects: ["2EB8aa08-aa98-11ea-b4aa-73b441d1638", "2EB8aa08aaa98-11ea-b4aa-73b441d16380"],
  },
  "json-pointer": { accepts: ["", "/", "/a~0b~1"], rejects: ["a", "/~", "/~2", "#/a"] },
  "relative-json-pointer": { accepts: ["0", "1/a", "2#"], rejects: ["", "01", "-1", "0##"] },
  regex: { accepts: ["^a+$", "\\p{L}"], rejects: ["(", "\\Z", "a{2,1}"] },
};

describe("formats", () => {
  it("have a case each", () => {
    expect(Object.keys(cases).sort()).toEqual([...formats.keys()].sort());
  });

  it.each(Object.entries(cases))("%s", (name, { accepts, rejects }) => {
    const format = formats.get(name);
    expect(accepts.filter((text) => !format?.(text))).toEqual([]);
    expect(rejects.filter((text) => format?.(text))).toEqual([]);
  });

  it("take every date the calendar has and no other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.nat(13), fc.nat(32), (year, month, day) => {
        const pad = (value: number, length: number) => String(value).padStart(length, "0");
        const date = new Date(0);
        date.setUTCFullYear(year, month - 1, day);
        const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        expect(formats.get("date")?.(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)).toBe(real);
      }),
    );
  });

  it("accept what the platform prints", () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.ipV4(),
        fc.ipV6(),
        fc.emailAddress(),
        fc.webUrl(),
        (uuid, v4, v6, email, url) => {
          const names = ["uuid", "ipv4", "ipv6", "email", "uri"];
          const texts = [uuid, v4, v6, email, url];
          expect(names.filter((name, at) => !formats.get(name)?.(texts[at] ?? ""))).toEqual([]);
        },
      ),
    );
  });

  it("never throw, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const format of formats.values()) expect(typeof format(text)).toBe("boolean");
      }),
    );
  });
});
