/** The report's own elements: their words stand in the page from the start, and they take them over as they stand. */
import { fetchPart } from '../core/loading/fetch-part.js';
import { whenIdle } from '../core/loading/when-idle.js';

/** Lets the elements come alive in an idle moment. Until then nothing is missing for whoever reads. */
export const wakeElements = (): unknown =>
  whenIdle(() =>
    fetchPart(async () => {
      await import('../../pages/elements/report-body.js');
      return () => undefined;
    }),
  );
