/** The reader's own keys: checked, kept on the device, and the same for the listening and the list in the settings. */
import { read, write } from '../../core/storage/storage.js';
import { actions, type ActionName } from './catalogue.js';
import { verdictOn } from './combinations.js';
import { listeners } from '../../core/listeners.js';

/** `keys` holds a combination for every action. */
export interface Shortcuts {
  readonly on: boolean;
  readonly letters: boolean;
  readonly keys: Readonly<Record<ActionName, string>>;
}

const storageKey = 'reader-shortcuts';
const usualKeys = Object.fromEntries(actions.map(({ name, usual }) => [name, usual])) as Record<ActionName, string>;
let now: Shortcuts | undefined;
let kept = true;
const { tell, follow } = listeners();

/** @returns the value of an object's own property, of whatever that is */
const own = (given: unknown, name: string): unknown =>
  typeof given === 'object' && given !== null && Object.hasOwn(given, name)
    ? (given as Record<string, unknown>)[name]
    : undefined;

/**
 * @returns only what may be used: a key that is unknown or not allowed becomes the usual, and where two actions have
 * the same, all do
 */
export function checkedShortcuts(given: unknown): Shortcuts {
  const letters = own(given, 'letters') === true;
  const keys = { ...usualKeys };
  for (const { name } of actions) {
    const combination = own(own(given, 'keys'), name);
    if (typeof combination === 'string' && verdictOn(combination, letters) === 'good') keys[name] = combination;
  }
  const clear = new Set(Object.values(keys)).size === actions.length;
  return { on: own(given, 'on') !== false, letters, keys: clear ? keys : usualKeys };
}

function keptShortcuts(): Shortcuts {
  try {
    return checkedShortcuts(JSON.parse(read(storageKey) ?? 'null'));
  } catch {
    return checkedShortcuts(undefined);
  }
}

/** @returns whether this device keeps them */
function keep({ on, letters, keys }: Shortcuts): boolean {
  const changed = Object.entries(keys).filter(([name, combination]) => usualKeys[name as ActionName] !== combination);
  return write(
    storageKey,
    on && !letters && !changed.length ? '' : JSON.stringify({ on, letters, keys: Object.fromEntries(changed) }),
  );
}

/** @returns the keys as they are now */
export const currentShortcuts = (): Shortcuts => (now ??= keptShortcuts());
/** @returns whether this device keeps them beyond this visit */
export const shortcutsAreKept = (): boolean => kept;

/** Changes and keeps them. @param next what changes; the rest stays */
export function changeShortcuts(next: Partial<Shortcuts>): void {
  now = checkedShortcuts({ ...currentShortcuts(), ...next });
  kept = keep(now);
  tell();
}

/** Back to the usual keys; whether they work, and whether single letters may be used, stays. */
export const usualShortcuts = (): void => changeShortcuts({ keys: usualKeys });

/** Takes what another tab has kept. */
export function takeKeptShortcuts(): void {
  if (!kept) return;
  now = keptShortcuts();
  tell();
}

/** @param listener is called after every change @returns a function that ends it */
export const whenShortcutsChange = follow;
