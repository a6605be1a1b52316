/** The content security policy: nothing, then only what is needed, with a hash for each piece that comes inside the document. Workers follow script-src. */
import { createHash } from 'node:crypto';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * @param script the inline script's text @param style the inline style's text
 * @returns the policy as one line (https://www.w3.org/TR/CSP3/)
 */
export const policyFor = (script: string, style: string): string => [
  "default-src 'none'", `script-src 'self' ${hashOf(script)}`, `style-src 'self' ${hashOf(style)}`,
  "img-src 'self'", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
  "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", 'trusted-types lit-html reader-worker',
].join('; ');
