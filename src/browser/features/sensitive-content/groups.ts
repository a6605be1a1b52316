/**
 * In which order help lines are told: those for an emergency, those for the story that is being read, then all others
 * by what they are about.
 */
import type { Language } from '../../../model/words/translate.js';
import { helpLines, helpLinesFor, topics, type HelpLine, type Topic } from '../../../model/explanations.js';

/** Help lines under one heading, which is that of a topic, or says what `about` is. */
export interface HelpGroup {
  about: 'emergency' | 'story' | Topic;
  lines: HelpLine[];
}

/** The lines that are for danger alone: by voice, and for people who cannot hear or speak on the phone. */
const isEmergency = ({ id }: HelpLine) => id.startsWith('emergency');

/**
 * @param storyId the story that is being read, where it is one with a content note
 * @returns every help line, each once
 */
export function helpGroups(storyId: string | undefined, language: Language): HelpGroup[] {
  const told = new Set<HelpLine>();
  const group = (about: HelpGroup['about'], lines: readonly HelpLine[]): HelpGroup => {
    const fresh = lines.filter(line => !told.has(line));
    for (const line of fresh) told.add(line);
    return { about, lines: fresh };
  };
  // Where Welsh is read, who answers in Welsh comes first.
  const elsewhere = ({ languages }: HelpLine) => Number(language === 'cy' && !languages.includes('cy'));
  const on = (topic: Topic) =>
    helpLines.filter(line => line.topics.includes(topic)).sort((one, other) => elsewhere(one) - elsewhere(other));
  return [
    group('emergency', helpLines.filter(isEmergency)),
    ...(storyId ? [group('story', helpLinesFor(storyId, language))] : []),
    ...topics.map(topic => group(topic, on(topic))),
  ].filter(({ lines }) => lines.length);
}

/** @returns the day on which the line that was checked longest ago was checked; nothing where one never was */
export const checkedOn = (lines: readonly HelpLine[] = helpLines): string | undefined =>
  lines.every(({ checked }) => checked) ? lines.map(({ checked }) => checked!).sort()[0] : undefined;

/** @returns a number digit by digit, as it is said when somebody writes it down: groups of it parted by a comma */
export const digitsOf = (phone: string): string =>
  phone
    .split(/\s+/)
    .map(group => [...group].join(' '))
    .join(', ');

/** @returns the name of a site as it is known: without what every address has */
export const siteOf = (web: string): string => web.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
