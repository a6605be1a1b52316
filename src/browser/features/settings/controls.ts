/**
 * A control for each kind of setting: native, labelled with the words that are seen, and saying where its value comes
 * from.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Key, Translate } from '../../../model/words/translate.js';
import type { Choice, Colour, Measure, Setting, SettingName } from '../../../model/settings/catalogue.js';
import { contrastWords } from './contrast-words.js';
import { change, choose, chooseAloud, current, tryOut } from './store.js';
import { isMissing } from './typeface.js';
import { valueName } from '../../../model/settings/value-name.js';

const valueOf = ({ name, usual }: Setting) => current()[name as SettingName] ?? usual;

/** Settings whose usual is the device's own wish; the usual of all others is the design's. */
const devices = new Set(['size', 'theme']);

/**
 * @returns where the value of a setting comes from, in words: the reader, the device, or the design; and whether it has
 * yet to be fetched
 */
export const sourceOf = ({ name }: Setting, t: Translate): string =>
  t(
    isMissing(name as SettingName)
      ? 'settings.source.missing'
      : current()[name as SettingName] !== undefined
        ? 'settings.source.you'
        : devices.has(name)
          ? 'settings.source.device'
          : 'settings.source.design',
  );

const label = (setting: Setting, t: Translate) => t(`settings.${setting.name}` as Key);
/** Beside the name, not in it: a name with more words in it is harder to say and to hear. */
const source = (setting: Setting, t: Translate) =>
  html`<small id="from-${setting.name}">${sourceOf(setting, t)}</small>`;

function radios(setting: Choice, t: Translate): TemplateResult {
  const { name, note } = setting,
    value = valueOf(setting);
  const options = setting.options.map(
    option =>
      html`<label><input type="radio" name=${name} value=${option}
        .checked=${option === value}>${valueName(setting, option, t)}</label>`,
  );
  const legend = html`<legend>${label(setting, t)}</legend>${source(setting, t)}`,
    explained = note ? html`<p>${t(note)}</p>` : nothing;
  return html`<fieldset data-setting=${name}
    aria-describedby="from-${name}">${legend}${options}</fieldset>${explained}`;
}

/** @returns a number as it is kept: no more places than its step has */
const written = (value: number, step: number) => String(Number(value.toFixed(String(step).split('.')[1]?.length ?? 0)));

/** A value that is seen while its control is held. The page may go before that is let go. */
let trying: [name: SettingName, value: string] | undefined;
const tryValue = (...value: NonNullable<typeof trying>) => tryOut(...(trying = value));
const take: typeof choose = (name, value) => {
  trying = undefined;
  choose(name, value);
};
const keepTried = () => {
  if (trying) take(...trying);
};
addEventListener('pagehide', keepTried);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) keepTried();
});

function slider(setting: Measure, t: Translate): TemplateResult {
  const { least, most, step, unit } = setting,
    name = setting.name as SettingName,
    value = Number(valueOf(setting));
  const id = `set-${name}`;
  const to = (next: number) => written(Math.min(most, Math.max(least, next)), step);
  // One press of a button is a step that is felt; a slider has the finest.
  const stride = unit === 'percent' ? step * 2 : unit === 'characters' ? step * 2 : step;
  const called = label(setting, t),
    shown = valueName(setting, String(value), t);
  const button = (words: string, by: number, isEnd: boolean) =>
    html`<button type="button" aria-label="${words}: ${called}" ?disabled=${isEnd}
      @click=${() => chooseAloud(name, to(value + by))}>${words}</button>`;
  const held = (event: Event) => to(Number((event.target as HTMLInputElement).value));
  return html`<div class="measure"
    data-setting=${name}><label for=${id}>${called}</label> <b>${shown}</b> ${source(setting, t)}
    <span>${button(t('settings.less'), -stride, value <= least)}
    <input type="range" id=${id} min=${least} max=${most} step=${step} .value=${String(value)}
      aria-valuetext=${shown} aria-describedby="from-${name}"
      @input=${(event: Event) => tryValue(name, held(event))} @change=${(event: Event) => take(name, held(event))}>
    ${button(t('settings.more'), stride, value >= most)}</span></div>`;
}

function colour(setting: Colour, t: Translate): TemplateResult {
  const name = setting.name as SettingName,
    pick = (event: Event) => (event.target as HTMLInputElement).value.toLowerCase();
  // The field says the colour; what no field knows is how it stands out.
  const takeAloud = (event: Event) => {
    trying = undefined;
    change({ ...current(), [name]: pick(event) }, name, t => contrastWords(name === 'link' ? 'link' : 'ink', t));
  };
  return html`<label class="colour"><input type="color" .value=${valueOf(setting)}
    @input=${(event: Event) => tryValue(name, pick(event))} @change=${takeAloud}>${label(setting, t)}</label>`;
}

/**
 * @returns the control of a setting, with what it is called and where its value comes from; nothing for the tiles that
 * stand in the page already
 */
export function control(setting: Setting, t: Translate): TemplateResult | typeof nothing {
  switch (setting.kind) {
    case 'choice':
      return setting.group === 'theme' ? nothing : radios(setting, t);
    case 'measure':
      return slider(setting, t);
    case 'colour':
      return colour(setting, t);
  }
}
