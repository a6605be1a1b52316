/**
 * The further settings, fetched when the panel is first opened: ready-made looks, letters and spacing, colours, reading
 * guides, what is shown, and looks of one's own.
 */
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { LightElement } from '../../../pages/elements/light-element.js';
import type { Key, Translate } from '../../../model/words/translate.js';
import { settingNamed, type Group } from '../../../model/settings/catalogue.js';
import { carrying } from './carrying.js';
import { offeredSettings } from './choices.js';
import { contrastWords } from './contrast-words.js';
import { control, sourceOf } from './controls.js';
import { ownLooks } from './saved-styles-part.js';
import { addToPanel, type Add } from './parts.js';
import { presets, type PresetName } from '../../../model/settings/presets.js';
import { whenMissing } from './typeface.js';
import { canUndo, change, choose, current, undo, whenChanged } from './store.js';

const forced = matchMedia('(forced-colors: active)');

const inGroup = (...groups: Group[]) => offeredSettings().filter(({ group }) => groups.includes(group));

/** One part of the panel, closed until it is asked for. */
const part = (name: string, t: Translate, inside: unknown): TemplateResult =>
  html`<details class="part"><summary>${t(`more.${name}` as Key)}</summary>${inside}</details>`;

function presetList(t: Translate): TemplateResult {
  const item = (name: PresetName) => {
    const said = (t: Translate) => t('settings.saidPreset', { preset: t(`preset.${name}`) });
    const take = () => change(presets[name], `preset ${name}`, said);
    const button = html`<button type="button" @click=${take}>${t(`preset.${name}`)}</button>`;
    return html`<li>${button} ${t(`preset.${name}.does`)}</li>`;
  };
  return html`<ul role="list">${(Object.keys(presets) as PresetName[]).map(item)}</ul>`;
}

function colours(t: Translate): TemplateResult {
  const own = current().theme === 'own';
  const turn = () => choose('theme', own ? 'device' : 'own');
  const rows = inGroup('colour').filter(({ kind }) => kind === 'colour');
  const contrast = (name: 'ink' | 'link') => html`<p data-contrast=${name}>${contrastWords(name, t)}</p>`;
  const mixing = () => html`${rows.map(setting => control(setting, t))}${contrast('ink')}${contrast('link')}`;
  return html`<fieldset ?disabled=${forced.matches}><legend>${t('more.ownColours')}</legend>
    <label><input type="checkbox" .checked=${own} @change=${turn}>${t('settings.theme.own')}</label>
    ${own ? mixing() : nothing}</fieldset>
    <fieldset ?disabled=${forced.matches}>${control(settingNamed('dim'), t)}</fieldset>
    ${forced.matches ? html`<p>${t('more.forced')}</p>` : nothing}`;
}

/** @property t the interface's words */
class MoreSettings extends LightElement {
  static override properties: PropertyDeclarations = { t: { attribute: false } };
  declare t?: Translate;
  #redraw = (): void => this.requestUpdate();
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const stops = [whenChanged(this.#redraw), whenMissing(this.#redraw)];
    this.#stop = () => {
      for (const stop of stops) stop();
    };
    forced.addEventListener('change', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    forced.removeEventListener('change', this.#redraw);
  }

  /**
   * What was pressed may be gone after it, or off: at its end a slider has no less or more, and after the last step
   * back there is no other. The focus goes to what stands nearest, and not to the top of the page.
   */
  protected override update(changed: PropertyValues): void {
    const pressed = document.activeElement,
      group = this.contains(pressed) ? pressed!.closest('.measure, .part, p') : null;
    super.update(changed);
    if (!group || (pressed!.isConnected && !(pressed as HTMLButtonElement).disabled)) return;
    (group.querySelector<HTMLElement>('input, button:enabled, summary') ?? this.querySelector('summary'))?.focus();
  }

  override render(): unknown {
    const { t } = this;
    if (!t) return nothing;
    return html`<p><button type="button" ?disabled=${!canUndo()} @click=${undo}>${t('settings.undo')}</button></p>
      ${part('presets', t, presetList(t))}
      ${part(
        'text',
        t,
        inGroup('size', 'text').map(setting => control(setting, t)),
      )}
      ${part('colour', t, colours(t))}
      ${part('where', t, html`${inGroup('where').map(setting => control(setting, t))}<p>${t('more.whereKeys')}</p>`)}
      ${part(
        'shown',
        t,
        inGroup('shown').map(setting => control(setting, t)),
      )}
      ${part('looks', t, ownLooks(t, this.#redraw))}
      ${part('carry', t, carrying(t, this.#redraw))}`;
  }

  /** The tiles stand in the page, drawn without script; what they lack is where their value comes from. */
  override updated(): void {
    const { t } = this;
    if (!t) return;
    const panel = this.closest('reader-settings');
    for (const group of panel?.querySelectorAll<HTMLFieldSetElement>('.sheet > fieldset') ?? []) {
      const name = group.dataset['setting']!,
        id = `from-tiles-${name}`;
      let small = group.querySelector('small');
      if (!small) {
        small = Object.assign(document.createElement('small'), { id });
        group.querySelector('legend')!.after(small);
        group.setAttribute('aria-describedby', id);
      }
      small.textContent = sourceOf(settingNamed(name), t);
      group.disabled = forced.matches && name === 'theme';
    }
  }
}
customElements.define('more-settings', MoreSettings);

/** Puts the further settings into the panel. */
export const addMoreSettings: Add = (panel, t) =>
  addToPanel(panel, Object.assign(document.createElement('more-settings') as MoreSettings, { t }));
