import type { ContactCard } from '../../../../shared/contact-card.js';
import type { TranscriptItem } from '../../../../shared/transcript-item.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { Model } from '../../../state/model.js';
import type { FoundContact } from './found-contact.js';

/** What the page of one contact shows. */
export interface ContactViewState {
  /** Undefined until it is read. */
  readonly contact: FoundContact | undefined;
  readonly card: ContactCard | undefined;
  readonly items: readonly TranscriptItem[];
  /** Whether the page asks if the contact is to be erased. */
  readonly isAsking: boolean;
  readonly isBusy: boolean;
  readonly isErased: boolean;
  /** What went wrong, in a sentence. */
  readonly problem: string;
}

/** One contact with its transcript. */
export class ContactViewModel extends Model<ContactViewState> {
  private readonly request: ServiceRequest;
  private readonly path: string;

  constructor(request: ServiceRequest, contactId: string) {
    const nothing = { isAsking: false, isBusy: false, isErased: false, problem: '' };
    super({ contact: undefined, card: undefined, items: [], ...nothing });
    this.request = request;
    this.path = `/api/contacts/${encodeURIComponent(contactId)}`;
  }

  async load(): Promise<void> {
    try {
      const [contact, card, transcript] = await Promise.all(
        ['', '/details', '/transcript'].map((part) => this.request('GET', `${this.path}${part}`)),
      );
      const { items } = transcript as { items: TranscriptItem[] };
      this.change((state) => ({
        ...state,
        ...{ contact: contact as FoundContact, card: card as ContactCard, items, problem: '' },
      }));
    } catch (reason) {
      this.change((state) => ({ ...state, problem: asRefusal(reason).message }));
    }
  }

  ask(): void {
    this.change((state) => ({ ...state, isAsking: true, problem: '' }));
  }

  dismiss(): void {
    this.change((state) => ({ ...state, isAsking: false, problem: '' }));
  }

  async erase(): Promise<void> {
    if (this.snapshot.isBusy) return;
    this.change((state) => ({ ...state, isBusy: true, problem: '' }));
    try {
      await this.request('DELETE', this.path);
      this.change((state) => ({ ...state, isAsking: false, isErased: true }));
    } catch (reason) {
      this.change((state) => ({ ...state, problem: asRefusal(reason).message }));
    }
    this.change((state) => ({ ...state, isBusy: false }));
  }
}
