/** What the palette offers for what was typed. Pure. */
import { exactScore, typoScore, wordsOf } from "./palette-match";

export interface PaletteEntry {
  id: string;
  label: string;
  note?: string;
  aside?: string;
  /** Words that find it besides its label. */
  keywords?: string;
  /** Path to go to, or what to do. */
  target: string | (() => void);
}

export interface PaletteGroup {
  heading: string;
  entries: readonly PaletteEntry[];
}

interface PaletteFunction {
  region: string;
  name: string;
  description: string;
}

/** A page that every function has, such as `/test`. */
export interface FunctionPage {
  path: string;
  label: string;
  keywords: string;
}

/** At most this many functions are offered at once; typing narrows them. */
const SHOWN = 40;
/** A page's name may be given by its beginning, but not by less. */
const LEAST_PAGE_WORD = 3;

interface PaletteSource {
  functions: readonly PaletteFunction[];
  functionPages: readonly FunctionPage[];
  /** The function whose page is open. */
  current?: { region: string; name: string };
  /** Path of a function's page. */
  pathOf: (place: { region: string; name: string }) => string;
  /** Pages, actions and connections. */
  fixed: readonly PaletteGroup[];
}

/** Groups with something in them; once something is typed, the one with the best fit first. */
export function searchPalette(typed: string, source: PaletteSource): PaletteGroup[] {
  const words = wordsOf(typed);
  const groups = [
    { heading: "Pages of functions", ranked: functionPageEntries(words, source) },
    { heading: "Functions", ranked: rankFunctions(words, source.functions).map(({ item, score }) => ({ score, item: functionEntry(item, source) })) },
    ...source.fixed.map(({ heading, entries }) => ({ heading, ranked: rank(entries, ({ label, keywords }) => `${label} ${keywords ?? ""}`.trim().toLowerCase(), words) })),
  ].filter(({ ranked }) => ranked.length > 0);
  const best = ({ ranked }: { ranked: readonly Ranked<PaletteEntry>[] }) => ranked[0]?.score ?? 0;
  const ordered = words.length === 0 ? groups : groups.toSorted((a, b) => best(b) - best(a));
  return ordered.map(({ heading, ranked }) => ({ heading, entries: ranked.map(({ item }) => item) }));
}

interface Ranked<T> {
  item: T;
  score: number;
}

/** The exact ones; only where there are none, those with a slip. The best first, else in their order. */
function rank<T>(items: readonly T[], textOf: (item: T) => string, words: readonly string[]): Ranked<T>[] {
  const scored = (score: typeof exactScore) => items.map((item) => ({ item, score: score(words, textOf(item)) })).filter((ranked) => ranked.score > 0);
  const exact = scored(exactScore);
  return (exact.length > 0 || words.length === 0 ? exact : scored(typoScore)).toSorted((a, b) => b.score - a.score);
}

function rankFunctions(words: readonly string[], functions: readonly PaletteFunction[]): Ranked<PaletteFunction>[] {
  const byName = rank(functions, ({ name, region }) => (words.length > 1 ? `${name} ${region}` : name).toLowerCase(), words);
  if (byName.some(({ score }) => score >= 0.7)) return byName.slice(0, SHOWN);
  const byAll = rank(functions, ({ name, region, description }) => `${name} ${region} ${description}`.toLowerCase(), words);
  return byAll.slice(0, SHOWN);
}

function functionEntry({ region, name, description }: PaletteFunction, { pathOf }: PaletteSource): PaletteEntry {
  return { id: `${region}/${name}`, label: name, note: description, aside: region, target: pathOf({ region, name }) };
}

/** `checkout environment`: one word names a page, the others the function; without others it is the function that is open. */
function functionPageEntries(words: readonly string[], source: PaletteSource): Ranked<PaletteEntry>[] {
  const { current, functionPages } = source;
  const entry = (page: FunctionPage, place: { region: string; name: string }): PaletteEntry => ({
    id: `page ${place.region}/${place.name}${page.path}`,
    label: `${place.name} · ${page.label}`,
    aside: place.region,
    target: `${source.pathOf(place)}${page.path}`,
  });
  if (words.length === 0) return current ? functionPages.map((page) => ({ item: entry(page, current), score: 1 })) : [];
  return words.flatMap((word, index) => {
    if (word.length < LEAST_PAGE_WORD) return [];
    const others = words.filter((_, other) => other !== index);
    return rank(functionPages, ({ label, keywords }) => `${label} ${keywords}`.toLowerCase(), [word]).flatMap(({ item: page, score }) => {
      if (others.length === 0) return current ? [{ item: entry(page, current), score }] : [];
      return rankFunctions(others, source.functions).map((ranked) => ({ item: entry(page, ranked.item), score: Math.min(score, ranked.score) }));
    });
  }).toSorted((a, b) => b.score - a.score).slice(0, SHOWN);
}
