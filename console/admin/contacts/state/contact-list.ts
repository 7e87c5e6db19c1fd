import type { ContactFilterChoices } from '../../../../shared/contact-filters.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { Model } from '../../../state/model.js';
import { toRequestQuery, type ContactFilters } from './contact-filters.js';
import type { FoundContact } from './found-contact.js';

/** What the page of contacts shows. */
export interface ContactListState {
  /** Undefined until they are read. */
  readonly list: readonly FoundContact[] | undefined;
  /** The cursor of the next page; null after the last. */
  readonly next: string | null;
  /** The number of contacts on all pages; undefined until it is known. */
  readonly total: { count: number; isMore: boolean } | undefined;
  /** Whether contacts may be missing. */
  readonly isIncomplete: boolean;
  readonly isBusy: boolean;
  /** What went wrong, in a sentence. */
  readonly problem: string;
}

interface Page {
  contacts: FoundContact[];
  nextCursor: string | null;
  incomplete?: boolean;
}

const pageSize = 50;

/** The contacts that the filters find, page by page. */
export class ContactListModel extends Model<ContactListState> {
  private readonly request: ServiceRequest;
  private readonly filters: ContactFilters;

  constructor(request: ServiceRequest, filters: ContactFilters) {
    super({
      ...{ list: undefined, next: null, total: undefined },
      isIncomplete: false,
      isBusy: false,
      problem: '',
    });
    this.request = request;
    this.filters = filters;
  }

  async load(): Promise<void> {
    await Promise.all([this.read(), this.count()]);
  }

  async loadMore(): Promise<void> {
    const { next, isBusy } = this.snapshot;
    if (next !== null && !isBusy) await this.read(next);
  }

  private async read(cursor?: string): Promise<void> {
    this.change((state) => ({ ...state, isBusy: true, problem: '' }));
    try {
      const query = toRequestQuery(this.filters, { limit: String(pageSize), ...(cursor && { cursor }) });
      const { contacts, nextCursor, incomplete } = (await this.request(
        'GET',
        `/api/contacts?${query}`,
      )) as Page;
      this.change((state) => ({
        ...state,
        list: [...(cursor ? (state.list ?? []) : []), ...contacts],
        ...{ next: nextCursor, isIncomplete: incomplete ?? false },
      }));
    } catch (reason) {
      this.change((state) => ({ ...state, problem: asRefusal(reason).message }));
    }
    this.change((state) => ({ ...state, isBusy: false }));
  }

  /** The list is useful without it, so a refusal is not shown. */
  private async count(): Promise<void> {
    const path = `/api/contacts/count?${toRequestQuery(this.filters)}`;
    const total = (await this.request('GET', path).catch(() => undefined)) as ContactListState['total'];
    this.change((state) => ({ ...state, total }));
  }
}

/** The choices of the filters. Without an answer, only those of texts are left. */
export async function readChoices(request: ServiceRequest): Promise<ContactFilterChoices> {
  const none: ContactFilterChoices = { widgets: [], queues: [], agents: [], tags: [] };
  return (await request('GET', '/api/contacts/filters').catch(() => none)) as ContactFilterChoices;
}
