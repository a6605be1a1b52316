/**
 * The content security policy: nothing, then only what is needed, with a hash for each piece that comes inside the
 * document. Workers follow script-src.
 */
import { createHash } from 'node:crypto';
import { fromHtml } from 'hast-util-from-html';
import { elementsIn } from './markup.js';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * @param script the inline script's text @param style the inline style's text
 * @returns the policy as one line (https://www.w3.org/TR/CSP3/)
 */
export const policyFor = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${hashOf(script)}`,
    `style-src 'self' ${hashOf(style)}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html reader-worker',
  ].join('; ');

/** @returns the policy that a page carries in its head, or nothing */
export function policyIn(html: string): string | undefined {
  const content = elementsIn(fromHtml(html)).find(
    ({ tagName, properties: { httpEquiv } }) =>
      tagName === 'meta' && String(httpEquiv).toLowerCase() === 'content-security-policy',
  )?.properties['content'];
  return typeof content === 'string' ? content : undefined;
}

type Directives = Map<string, string[]>;
const directivesOf = (policy: string): Directives =>
  new Map(
    policy
      .split(';')
      .map(directive => directive.trim().split(/\s+/))
      .map(([name, ...values]) => [name!, values]),
  );

/**
 * Works only as a header (https://www.w3.org/TR/CSP3/#meta-element): nobody may put the reader in a frame of theirs.
 */
const onlyAsHeader = "frame-ancestors 'none'";

/**
 * @returns what a page allows by a directive; where it names none, default-src stands for what is fetched, and all else
 * is free (undefined)
 */
const allowedBy = (name: string, directives: Directives) =>
  directives.get(name) ?? (name.endsWith('-src') ? directives.get('default-src') : undefined);

/**
 * The policy that a server sends. A browser holds a page to this one and to its own, so this one allows what any of the
 * pages needs.
 * @param policies those that the pages carry
 * @returns one policy for all of them
 * @throws Error when there is no policy, or when one does not begin with default-src
 */
export function policyForAll(policies: readonly string[]): string {
  const all = policies.map(directivesOf);
  const loose = policies.find(policy => !policy.startsWith('default-src '));
  if (!all.length || loose !== undefined)
    throw new Error(
      `Found ${loose === undefined ? 'no policy' : `the policy "${loose}"`}, expected one that begins with ` +
        'default-src.',
    );
  const joined = [...new Set(all.flatMap(directives => [...directives.keys()]))].flatMap(name => {
    const allowed = all.map(directives => allowedBy(name, directives));
    if (allowed.includes(undefined)) return [];
    const values = [...new Set(allowed.flat())];
    return [[name, ...(values.length > 1 ? values.filter(value => value !== "'none'") : values)].join(' ')];
  });
  return [...joined, onlyAsHeader].join('; ');
}
