import { speaks } from "../../evaluate/vocabulary.ts";
import type { JsonObject } from "../../model.ts";
import { children } from "../../schema/children.ts";
import { isLegacy } from "../../schema/identify.ts";
import { isObject, own } from "../../schema/json.ts";
import { inPlace } from "../../schema/keywords.ts";
import type { Located, Resource, SchemaIndex } from "../../schema/resources.ts";
import { splitFragment } from "../../schema/uri.ts";

/** A schema as reached: where it stands, and what its dynamic references mean there. */
export interface Place {
  readonly id: number;
  readonly located: Located;
  /** Subschemas by relative pointer (`/properties/id`), references by keyword (`$ref`). */
  readonly links: Map<string, Link>;
  /** Part of a loop of schemas through members or items. */
  recursive: boolean;
  loop: number;
}

export interface Link {
  readonly to: Place;
  /** The target judges the same instance, not a member or item of it. */
  readonly inPlace: boolean;
}

/** What the dynamic scope so far has fixed. */
interface Scope {
  readonly key: string;
  readonly anchors: ReadonlyMap<string, Located>;
  readonly recursive: Located | undefined;
}

export interface Places {
  readonly root: Place;
  readonly all: readonly Place[];
  /** A schema that applies itself to the same instance: validators do not end on it. */
  readonly endless: Place | undefined;
  readonly tooMany: boolean;
}

const placeLimit = 200_000;

/** Every schema that can take part in judging, with its links; found without recursion. */
export function findPlaces(index: SchemaIndex, firstId: number): Places {
  const all: Place[] = [];
  const known = new Map<Located, Map<string, Place>>();
  const scopes = new Map<Place, Scope>();
  const open: Place[] = [];
  const root = reach(index.root, enter(nowhere, index.root));
  for (let place = open.pop(); place !== undefined && all.length < placeLimit; place = open.pop())
    link(place);
  const tooMany = all.length >= placeLimit;
  const loops = strong(all, (link) => link.inPlace);
  const endless = all.find((place) => loops.get(place) !== undefined);
  for (const [place, loop] of strong(all, () => true)) {
    place.recursive = true;
    place.loop = loop;
  }
  return { root, all, endless, tooMany };

  function reach(located: Located, scope: Scope): Place {
    const byScope = known.get(located) ?? new Map<string, Place>();
    known.set(located, byScope);
    const seen = byScope.get(scope.key);
    if (seen !== undefined) return seen;
    const place: Place = { id: firstId + all.length, located, links: new Map(), recursive: false, loop: -1 };
    all.push(place);
    byScope.set(scope.key, place);
    scopes.set(place, scope);
    open.push(place);
    return place;
  }

  function link(place: Place): void {
    const { located, links } = place;
    const { schema } = located;
    const scope = scopes.get(place) ?? nowhere;
    if (!isObject(schema)) return;
    const to = (target: Located | undefined, name: string, same: boolean) => {
      if (target !== undefined) links.set(name, { to: reach(target, enter(scope, target)), inPlace: same });
    };
    for (const keyword of ["$ref", "$dynamicRef", "$recursiveRef"]) {
      const reference = own(schema, keyword);
      if (typeof reference === "string" && speaks(keyword, located))
        to(resolve(keyword, reference, located, scope), keyword, true);
    }
    if (isLegacy(located.dialect) && typeof own(schema, "$ref") === "string") return;
    for (const child of children(schema, located.dialect)) {
      if (child.keyword.role !== "applicator") continue;
      to(index.at(located, child.pointer), child.pointer, inPlace.has(child.keyword.name));
    }
  }

  function resolve(keyword: string, reference: string, from: Located, scope: Scope): Located | undefined {
    const target = index.resolve(reference, from);
    if (target === undefined || keyword === "$ref") return target;
    if (keyword === "$recursiveRef") return target.resource.recursiveAnchor ? scope.recursive : target;
    const { fragment } = splitFragment(reference);
    const dynamic =
      fragment !== "" && isObject(target.schema) && own(target.schema, "$dynamicAnchor") === fragment;
    return dynamic ? (scope.anchors.get(fragment) ?? target) : target;
  }

  /** The scope inside a schema: the outermost resource that offers an anchor keeps it. */
  function enter(scope: Scope, into: Located): Scope {
    const { resource } = into;
    const fresh = [...resource.dynamicAnchors].filter(([name]) => !scope.anchors.has(name));
    const recursive = scope.recursive ?? rootOf(resource);
    if (fresh.length === 0 && recursive === scope.recursive) return scope;
    const anchors = new Map([...scope.anchors, ...fresh]);
    const spelled = [...anchors].map(([name, { document, pointer }]) => [name, document, pointer]);
    const key = JSON.stringify([spelled.sort(), recursive?.document, recursive?.pointer]);
    return { key, anchors, recursive };
  }

  function rootOf(resource: Resource): Located | undefined {
    if (!resource.recursiveAnchor) return undefined;
    return index.at({ ...index.root, document: resource.document, pointer: resource.pointer }, "");
  }
}

const nowhere: Scope = { key: "", anchors: new Map(), recursive: undefined };

/** Whether keywords beside `$ref` are hidden by it. */
export function hidesNeighbours({ dialect, schema }: Located): boolean {
  return isLegacy(dialect) && typeof own(asObject(schema), "$ref") === "string";
}

function asObject(schema: Located["schema"]): JsonObject {
  return isObject(schema) ? schema : {};
}

/** Tarjan's strongly connected components, without recursion; only places that lie on a loop are in the answer. */
function strong(places: readonly Place[], follows: (link: Link) => boolean): ReadonlyMap<Place, number> {
  const order = new Map<Place, number>();
  const low = new Map<Place, number>();
  const held: Place[] = [];
  const holding = new Set<Place>();
  const loops = new Map<Place, number>();
  const nextOf = (place: Place) => [...place.links.values()].filter(follows).map(({ to }) => to);
  for (const start of places) {
    if (order.has(start)) continue;
    const path: { readonly place: Place; readonly next: Place[] }[] = [];
    const open = (place: Place) => {
      order.set(place, order.size);
      low.set(place, order.size - 1);
      held.push(place);
      holding.add(place);
      path.push({ place, next: nextOf(place) });
    };
    open(start);
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const { place, next } = frame;
      const to = next.pop();
      if (to !== undefined) {
        if (!order.has(to)) open(to);
        else if (holding.has(to)) low.set(place, Math.min(low.get(place) ?? 0, order.get(to) ?? 0));
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.place;
      if (parent) low.set(parent, Math.min(low.get(parent) ?? 0, low.get(place) ?? 0));
      if (low.get(place) !== order.get(place)) continue;
      const members: Place[] = [];
      for (let member = held.pop(); member !== undefined; member = held.pop()) {
        holding.delete(member);
        members.push(member);
        if (member === place) break;
      }
      if (members.length > 1 || nextOf(place).includes(place)) {
        for (const member of members) loops.set(member, order.get(place) ?? 0);
      }
    }
  }
  return loops;
}
