/**
 * The offline copy, in words: whether it is whole, how large, when it was checked, whether the browser may delete it;
 * and what one can do about it.
 */
import { html, nothing } from 'lit';
import { askCondition } from '../offline/ask-worker.js';
import { isWhole, type Condition } from '../../../model/copy-condition.js';
import { keepAgain } from '../offline/keep-again.js';
import {
  checkCopy,
  isRefused,
  isUnwanted,
  lastChecked,
  tellChecked,
  wantCopy,
  whenChecked,
} from '../offline/reader-copy.js';
import { keepsNothing } from '../../core/storage/storage.js';
import { copyStore, registration } from '../../core/storage/stores.js';
import { DeviceElement } from './device-element.js';
import { dateIn, sizeIn, type DeviceKey } from '../../../pages/device/words.js';

/**
 * What is known of the copy. `condition` is missing where no worker tells of one, `remains` says whether there are
 * files all the same; `lasting` whether the browser promised to keep it, and `promises` whether it can be asked to.
 */
interface Known {
  condition: Condition | undefined;
  remains: boolean;
  making: boolean;
  lasting: boolean;
  promises: boolean;
  able: boolean;
}

async function know(): Promise<Known> {
  // Files first, their worker after: a first visit may begin to keep them while this looks.
  const files = await copyStore.isKept().catch(() => false);
  const found = await registration().then(
    registration => ({ registration, able: 'serviceWorker' in navigator && !isRefused() }),
    () => ({ registration: undefined, able: false }),
  );
  // Until its worker is active, a copy is on its way.
  const making = found.registration !== undefined && found.registration.active?.state !== 'activated';
  const condition = await checkCopy(found.registration?.active),
    { storage } = navigator as { storage?: Partial<StorageManager> };
  return {
    condition,
    able: found.able,
    making,
    remains: !condition && files,
    lasting: (await storage?.persisted?.().catch(() => false)) ?? false,
    promises: Boolean(storage?.persist),
  };
}

export class OfflineCopy extends DeviceElement<Known> {
  protected override find(): Promise<Known> {
    return know();
  }
  protected override watch(): () => void {
    return whenChecked(condition => {
      // What was said of a copy that is gone is not true any more.
      if (!condition) this.answer = undefined;
      void this.look();
    });
  }

  async #check(): Promise<DeviceKey> {
    const worker = (await registration())?.active,
      before = worker && (await askCondition(worker, 'check')),
      after = await checkCopy(worker);
    tellChecked(after);
    if (!before || !after || !isWhole(after)) return 'do.notRepaired';
    return isWhole(before) ? 'do.checked' : 'do.repaired';
  }

  async #remove(): Promise<DeviceKey> {
    await copyStore.erase();
    wantCopy(false);
    tellChecked();
    return 'do.removed';
  }

  async #keep(): Promise<DeviceKey> {
    const condition = await keepAgain();
    return condition?.readable ? 'do.kept' : 'do.notKept';
  }

  #state(): string {
    const { t, language } = this.reading!,
      known = this.found;
    if (!known) return t('state.looking');
    if (known.condition) {
      const { files, bytes, missing, damaged, readable } = known.condition;
      if (readable && missing.length && !damaged.length) return t('state.readable', { count: missing.length });
      return isWhole(known.condition)
        ? t('state.whole', { count: files, size: sizeIn(language, bytes) })
        : t('state.broken', { count: missing.length + damaged.length });
    }
    return t(this.#absent(known));
  }

  /** @returns why there is no copy */
  #absent({ able, making, remains }: Known): DeviceKey {
    if (keepsNothing()) return 'state.nothing';
    if (isUnwanted()) return 'state.unwanted';
    if (!able) return 'state.unable';
    if (making) return 'state.making';
    return remains ? 'state.remains' : 'state.none';
  }

  /**
   * What can be done about the copy, as it is. Each button keeps its own place, or the focus of one would pass to
   * another.
   */
  #buttons({ condition, remains, making, lasting, promises, able }: Known): unknown {
    const { t } = this.reading!,
      there = condition !== undefined,
      again = able && !there && !keepsNothing() && isUnwanted();
    const rows: [boolean, DeviceKey, DeviceKey, () => Promise<DeviceKey>][] = [
      [there, 'do.check', 'do.failed', () => this.#check()],
      [
        there && promises && !lasting,
        'do.persist',
        'do.refused',
        async () => ((await navigator.storage.persist()) ? 'do.persisted' : 'do.refused'),
      ],
      [there || (able && remains && !making), 'do.remove', 'do.failed', () => this.#remove()],
      [again, 'do.keep', 'do.notKept', () => this.#keep()],
    ];
    if (!rows.some(([shown]) => shown)) return nothing;
    const button = (name: DeviceKey, failed: DeviceKey, deed: () => Promise<DeviceKey>) => {
      const press = () => void this.press(async () => t(await deed().catch(() => failed)));
      return html`<button type="button" @click=${press}>${t(name)}</button>`;
    };
    return html`<p>${rows.map(([shown, ...row]) => (shown ? button(...row) : nothing))}</p>`;
  }

  override render(): unknown {
    if (!this.reading) return nothing;
    const {
        reading: { t },
        found: known,
      } = this,
      checked = lastChecked();
    const when =
      known?.condition && checked
        ? html`<p>${t('state.checked', { date: dateIn(this.reading, checked) })}</p>`
        : nothing;
    const howLong = known?.condition ? html`<p>${t(known.lasting ? 'state.lasting' : 'state.passing')}</p>` : nothing;
    const buttons = known ? this.#buttons(known) : nothing;
    return html`<p><strong>${this.#state()}</strong></p>${when}${howLong}${buttons}${this.answered()}`;
  }
}
