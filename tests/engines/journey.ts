/** A journey: what a reader does and must find, written once for every engine. */
import type { EngineName, Mode, Screen } from '../support/engines/engine.js';
import type { PublishedCopy } from '../support/publish.js';
import type { Site } from '../support/server.js';

/** What a journey is given: a reader who was never here before, in an engine. */
export interface Visit {
  engine: EngineName;
  screen: Screen;
  /** Opens another window of the same reader; the run closes it. */
  another(): Promise<Screen>;
  /** The site, on a port of its own. */
  site: Site;
  /** Where newer versions of the site can be published. */
  press(): PublishedCopy;
  /** @returns the hosts, beside the site, that the browser asked for since the journey began */
  asked(): string[];
}

/** Why an engine cannot do a journey, and what shows that it still cannot: it throws once the engine can. */
interface Cannot {
  reason: string;
  check(visit: Visit): Promise<void>;
}

export interface Journey {
  /** A sentence a reader could agree with. */
  name: string;
  /** How the browser is set for it. */
  mode?: Mode;
  cannot?: Partial<Record<EngineName, Cannot>>;
  run(visit: Visit): Promise<void>;
}
