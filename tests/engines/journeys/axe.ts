/** What axe finds, in every engine: each computes names, colours and what is hidden by itself. */
import assert from 'node:assert/strict';
import { axeSource, findingsInPage } from '../../support/axe.js';
import { until } from '../../support/engines/engine.js';
import type { Journey } from '../journey.js';
import { clickOn, openReader, openView } from '../steps.js';

const axe: Journey = {
  name: 'axe finds nothing in the report, in the settings with all their parts, and in the panel',
  async run(visit) {
    const { screen } = visit;
    await openReader(visit);
    await screen.run(axeSource);
    assert.deepEqual(await screen.evaluate(findingsInPage), [], 'the report');
    await openView(screen, 'Contents');
    assert.deepEqual(await screen.evaluate(findingsInPage), [], 'the panel');
    await screen.press('Escape');
    await clickOn(screen, 'reader-settings summary', 'Settings');
    await until(screen, 'the further settings are there', () => Boolean(document.querySelector('more-settings .part')));
    assert.deepEqual(await screen.evaluate(findingsInPage), [], 'the settings');
  },
};

export const axeJourneys: readonly Journey[] = [axe];
