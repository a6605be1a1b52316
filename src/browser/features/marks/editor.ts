/** The form in which a mark is changed. What is written is kept as it is written; nothing need be sent off. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Names } from './file.js';
import { clean, cleanLine, kinds, limits, type Kind, type Mark } from './model.js';
import { kindName, type MarksWords } from './words.js';

/**
 * `change` is called with what was changed, `soon` where it need not wait for more; `done` when the reader closes the
 * form.
 */
interface Editing {
  change(change: Partial<Mark>, soon?: boolean): void;
  done(): void;
}

function kindChoice(mark: Mark, kind: Kind, t: MarksWords, names: Names, { change }: Editing): TemplateResult {
  const name = html`<span class="kind" data-kind=${kind}>${kindName(kind, t, names)}</span>`;
  return html`<label><input type="radio" name="mark-kind" value=${kind} .checked=${mark.kind === kind}
    @change=${() => change({ kind }, true)}>${name}</label>`;
}

const writtenIn = ({ target }: Event) => (target as HTMLInputElement | HTMLTextAreaElement).value;

/** @returns the form @param mark as it was when the form was opened: its fields keep what is being written */
export function editor(mark: Mark, t: MarksWords, names: Names, editing: Editing): TemplateResult {
  const { change, done } = editing;
  const takeName = (event: Event) => change({ name: cleanLine(writtenIn(event), limits.name) });
  const takeNote = (event: Event) => change({ note: clean(writtenIn(event)) });
  const name = html`<label class="field">${t('edit.name')}<input type="text" maxlength=${limits.name}
    .defaultValue=${mark.name} @input=${takeName}></label>`;
  const choices = kinds.map(kind => kindChoice(mark, kind, t, names, editing));
  return html`<div class="mark-edit" role="group" aria-label=${t('edit.what', { kind: kindName(mark.kind, t, names) })}>
    ${mark.kind === 'bookmark' ? name : nothing}
    <label class="field">${t('edit.note')}<textarea rows="4" maxlength=${limits.note} aria-describedby="note-most"
      .defaultValue=${mark.note} @input=${takeNote}></textarea></label>
    <small id="note-most">${t('edit.most', { most: limits.note })}</small>
    <fieldset><legend>${t('edit.kind')}</legend>${choices}</fieldset>
    <p><button type="button" value="done" @click=${done}>${t('row.done')}</button></p>
  </div>`;
}
