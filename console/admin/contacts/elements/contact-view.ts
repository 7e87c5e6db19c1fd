import { LitElement, html, nothing } from 'lit';
import { wallTime } from '../../../../client/wall-time.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { LoadedModel } from '../../../state/loaded-model.js';
import { controls } from '../../../theme/controls.styles.js';
import { dayAndTime } from '../../../time/time-text.js';
import { toHash } from '../../state/route.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { ContactViewModel, type ContactViewState } from '../state/contact-view.js';
import { contactViewStyles } from './contact-view.styles.js';
import { nameOf } from './render-contact-row.js';
import { renderItem } from './render-item.js';

/**
 * @summary One contact: its transcript with private notes, its facts, and erasing it.
 */
export class ContactView extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, contactViewStyles];
  static override properties = {
    request: { attribute: false },
    contactId: { attribute: false },
    query: { attribute: false },
    now: { attribute: false },
  };

  declare request: ServiceRequest;
  declare contactId: string;
  /** The query of the list of contacts. */
  declare query: string;
  /** Returns the current time, in milliseconds since 1970. */
  declare now: () => number;
  private readonly model = new LoadedModel(this, {
    keys: () => [this.request, this.contactId],
    create: () => new ContactViewModel(this.request, this.contactId),
  });

  constructor() {
    super();
    this.query = '';
    this.now = wallTime;
  }

  private readonly dismiss = (): void => this.model.value.dismiss();

  override render() {
    const state = this.model.value.snapshot;
    const back = toHash({ view: 'contacts', query: this.query });
    return html`<p class="back"><a href=${back}>Back to all contacts</a></p>
      <div role="alert">
        ${state.problem && !state.isAsking ? html`<p class="alert">${state.problem}</p>` : nothing}
      </div>
      <p role="status">${statusText(state)}</p>
      ${state.contact && !state.isErased ? this.renderContact(state) : nothing}
      ${state.isAsking ? this.renderQuestion(state) : nothing}`;
  }

  private renderContact({ contact, card, items }: ContactViewState) {
    const { contactId, state, disposition, tags } = contact!;
    const text = `/api/contacts/${encodeURIComponent(contactId)}/transcript?format=text`;
    return html`<div class="head">
        <h1 tabindex="-1">${nameOf(contact!)}</h1>
        <div class="actions">
          <a class="button" href=${text} download="transcript.txt">Download transcript</a>
          ${
            state === 'ENDED'
              ? html`<button type="button" class="bad small" @click=${() => this.model.value.ask()}>
                  Erase
                </button>`
              : html`<span class="badge good">Active</span>`
          }
        </div>
      </div>
      <div class="columns">
        <section class="card" aria-label="Transcript">
          <ol class="items">
            ${items.map((item) => renderItem(item, contact!.contactId))}
          </ol>
        </section>
        <section class="card" aria-label="Facts">
          ${this.renderOutcome(disposition, tags)}
          <connect-chat-contact-details .card=${card!} .now=${this.now}></connect-chat-contact-details>
        </section>
      </div>`;
  }

  private renderOutcome(disposition: string | null, tags: readonly string[]) {
    const { endedAt } = this.model.value.snapshot.contact!;
    return html`<dl class="outcome">
      ${
        endedAt
          ? html`<dt>Ended</dt>
              <dd>${dayAndTime(endedAt, this.now())}</dd>`
          : nothing
      }
      ${
        disposition
          ? html`<dt>Disposition</dt>
              <dd>${disposition}</dd>`
          : nothing
      }
      ${
        tags.length > 0
          ? html`<dt>Tags</dt>
              <dd>${tags.join(', ')}</dd>`
          : nothing
      }
    </dl>`;
  }

  private renderQuestion({ problem, isBusy, contact }: ContactViewState) {
    return html`<connect-chat-staff-dialog
      heading="Erase this contact?"
      @connect-chat-dismiss=${this.dismiss}
    >
      <div role="alert">${problem ? html`<p class="alert">${problem}</p>` : nothing}</div>
      <p>
        The transcript, the files and the facts of ${nameOf(contact!)} are removed for good, from searches and
        reports, too. This can’t be undone.
      </p>
      <div class="actions end">
        <button type="button" data-focus @click=${this.dismiss}>Cancel</button>
        <button
          type="button"
          class="bad"
          aria-disabled=${String(isBusy)}
          @click=${() => void this.model.value.erase()}
        >
          Erase contact
        </button>
      </div>
    </connect-chat-staff-dialog>`;
  }
}

function statusText({ contact, problem, isErased }: ContactViewState): string {
  if (isErased) return 'The contact was erased.';
  return contact || problem ? '' : 'Loading…';
}
