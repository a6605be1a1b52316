/** The one way in which a store tells others of its changes. */

/** Those who follow something, and what they are told. */
interface Listeners<Told extends unknown[]> {
  /** Calls all who follow, in the order in which they came. */
  tell(...told: Told): void;
  /** @param listener is called at each change @returns a function that ends it */
  follow(listener: (...told: Told) => void): () => void;
}

export function listeners<Told extends unknown[] = []>(): Listeners<Told> {
  const all = new Set<(...told: Told) => void>();
  return {
    tell(...told) {
      for (const listener of all) listener(...told);
    },
    follow(listener) {
      all.add(listener);
      return () => all.delete(listener);
    },
  };
}
