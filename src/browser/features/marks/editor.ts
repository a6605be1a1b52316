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

const kindChoice = (mark: Mark, kind: Kind, t: MarksWords, names: Names, { change }: Editing) =>
  html`<label><input type="radio" name="mark-kind" value=${kind} .checked=${mark.kind === kind} @change=${() => change({ kind }, true)}><span class="kind" data-kind=${kind}>${kindName(kind, t, names)}</span></label>`;

/** @returns the form @param mark as it was when the form was opened: its fields keep what is being written */
export function editor(mark: Mark, t: MarksWords, names: Names, editing: Editing): TemplateResult {
  const { change, done } = editing;
  return html`<div class="mark-edit" role="group" aria-label=${t('edit.what', { kind: kindName(mark.kind, t, names) })}>
    ${mark.kind === 'bookmark' ? html`<label class="field">${t('edit.name')}<input type="text" maxlength=${limits.name} .defaultValue=${mark.name} @input=${({ target }: Event) => change({ name: cleanLine((target as HTMLInputElement).value, limits.name) })}></label>` : nothing}
    <label class="field">${t('edit.note')}<textarea rows="4" maxlength=${limits.note} aria-describedby="note-most" .defaultValue=${mark.note} @input=${({ target }: Event) => change({ note: clean((target as HTMLTextAreaElement).value) })}></textarea></label>
    <small id="note-most">${t('edit.most', { most: limits.note })}</small>
    <fieldset><legend>${t('edit.kind')}</legend>${kinds.map(kind => kindChoice(mark, kind, t, names, editing))}</fieldset>
    <p><button type="button" value="done" @click=${done}>${t('row.done')}</button></p>
  </div>`;
}
