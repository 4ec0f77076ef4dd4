const WORDS = (
  "amber apron basket beech birch blanket board bottle bowl brass candle canvas carafe ceramic chair clay cotton cork " +
  "cup desk dish enamel felt flask fern glass hook ink jacket jar jug kettle knife lamp leather linen maple marble mat " +
  "mirror mug napkin notebook oak olive pan paper pen plate pot quilt rack ribbon rug sand shelf slate soap spoon steel " +
  "stool stove table tile tote towel tray twine vase velvet wallet walnut wax wicker wool"
).split(" ");

/** Titles that are the same at every start (a linear congruential generator). */
const titles = (count) => {
  let state = 20_240_229;
  const word = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return WORDS[(state >>> 8) % WORDS.length];
  };
  return Array.from({ length: count }, (_, id) => `${word()} ${word()} ${word()} no. ${id + 1}`);
};

const trigramsOf = (text) => {
  const padded = `  ${text} `;
  const found = new Set();
  for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  return found;
};

/** An inverted index from trigrams to titles: `search` ranks by how many trigrams are shared. */
export const buildIndex = (documentCount) => {
  const documents = titles(documentCount);
  const postings = new Map();
  documents.forEach((title, id) => {
    for (const trigram of trigramsOf(title)) {
      const ids = postings.get(trigram);
      if (ids) ids.push(id);
      else postings.set(trigram, [id]);
    }
  });

  const search = (text, limit) => {
    const scores = new Map();
    for (const word of text.toLowerCase().split(/\s+/).filter(Boolean))
      for (const trigram of trigramsOf(word))
        for (const id of postings.get(trigram) ?? []) scores.set(id, (scores.get(id) ?? 0) + 1);
    return [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, limit)
      .map(([id, score]) => ({ title: documents[id], score }));
  };

  return { search, documentCount: documents.length, trigramCount: postings.size };
};
