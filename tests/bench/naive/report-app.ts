/** The naive page: one application that brings the report's data in its script and draws all of it in the browser. */
/// <reference types="vite-plugin-pwa/vanillajs" />
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { registerSW } from 'virtual:pwa-register';
import content from '../../../content/report.en.json';
import type { Block, Report } from '../../../src/model/report/model.js';
import './report-block.js';
import { t } from './words.js';

const report = content as Report;
const choices = { size: ['usual', 'large', 'largest'], theme: ['light', 'dark'] } as const;
type Choice = keyof typeof choices;

const blocks = (list: readonly Block[]) => list.map(block => html`<report-block .block=${block}></report-block>`);

class ReportApp extends LitElement {
  static override properties = { notice: { state: true }, chosen: { state: true } };
  static override styles = css`
    :host { display: block; padding: 1rem; max-inline-size: 50rem; margin: auto; }
    nav { position: sticky; inset-block-start: 0; display: flex; flex-wrap: wrap; gap: .5rem 1rem; padding: .5rem; }
    nav { background: var(--page); border-block-end: 1px solid var(--edge); }
    button { font: inherit; min-block-size: 44px; color: inherit; }
    button { background: var(--tint); border: 1px solid var(--edge); }
    button[aria-pressed=true] { background: var(--strong); color: var(--page); }
    h1, h2, h3, h4 { line-height: 1.2; }
    a { color: var(--strong); }
  `;
  declare notice: string;
  declare chosen: Record<Choice, string>;
  #update: ((reload?: boolean) => Promise<void>) | undefined;

  constructor() {
    super();
    this.notice = '';
    this.chosen = { size: 'usual', theme: 'light', ...JSON.parse(localStorage.getItem('naive') ?? '{}') };
    this.#show();
    this.#update = registerSW({
      onOfflineReady: () => {
        this.notice = t('offline');
      },
      onNeedRefresh: () => {
        this.notice = t('newer');
      },
    });
  }

  #show(): void {
    Object.assign(document.documentElement.dataset, this.chosen);
  }

  #choose(name: Choice, value: string): void {
    this.chosen = { ...this.chosen, [name]: value };
    localStorage.setItem('naive', JSON.stringify(this.chosen));
    this.#show();
  }

  #goTo(id: string): void {
    this.renderRoot.querySelector(`#${id}`)?.scrollIntoView();
  }

  #option(name: Choice, value: string): TemplateResult {
    const chosen = this.chosen[name] === value,
      choose = () => this.#choose(name, value);
    return html`<button id=${value} aria-pressed=${chosen} @click=${choose}>${t(value)}</button> `;
  }

  override render(): TemplateResult {
    return html`
      <nav>${(Object.keys(choices) as Choice[]).map(
        name => html`<span>${t(name)}: ${choices[name].map(value => this.#option(name, value))}</span>`,
      )}</nav>
      ${this.notice ? html`<p><button @click=${() => this.#update?.()}>${this.notice}</button></p>` : nothing}
      <h1>${report.title}: ${report.series} ${report.period}</h1>
      ${blocks(report.opening)}
      <h2>${t('contents')}</h2>
      <ul>${report.parts.map(
        ({ id, heading }) => html`<li><a href="#${id}" @click=${() => this.#goTo(id)}>${heading}</a></li>`,
      )}</ul>
      ${report.parts.map(
        part =>
          html`<section id=${part.id}><h2>${part.heading}</h2>${blocks(part.blocks)}${part.sections.map(
            section => html`
        <h3>${section.heading}</h3>${blocks(section.blocks)}${section.stories.map(
          story => html`<h4>${story.heading}</h4>${blocks(story.blocks)}`,
        )}`,
          )}</section>`,
      )}`;
  }
}
customElements.define('report-app', ReportApp);
