/**
 * Every host that the build makes a file for. Another one is a file of its own in this folder, and a name in this list.
 */
import { apache } from './apache.js';
import { azure } from './azure.js';
import { caddy } from './caddy.js';
import { firebase } from './firebase.js';
import { headersFile } from './headers-file.js';
import type { Host } from './host.js';
import { nginx } from './nginx.js';
import { objectStore } from './object-store.js';
import { vercel } from './vercel.js';

export const hosts: readonly Host[] = [nginx, caddy, apache, headersFile, firebase, azure, vercel, objectStore];
