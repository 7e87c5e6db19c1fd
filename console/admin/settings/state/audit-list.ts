import type { AuditEntry } from '../../../../shared/audit-entry.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { Model } from '../../../state/model.js';

/** What the section of the audit log shows. */
export interface AuditListState {
  /** Newest first; undefined until they are read. */
  readonly entries: readonly AuditEntry[] | undefined;
  /** Where the next page begins; null if there is none. */
  readonly next: number | null;
  readonly problem: string;
}

/** The audit log: reads it page by page. */
export class AuditListModel extends Model<AuditListState> {
  private readonly request: ServiceRequest;

  constructor(request: ServiceRequest) {
    super({ entries: undefined, next: null, problem: '' });
    this.request = request;
  }

  load(): Promise<void> {
    return this.read('/api/audit-log?limit=20', []);
  }

  async loadEarlier(): Promise<void> {
    const { next, entries = [] } = this.snapshot;
    if (next !== null) await this.read(`/api/audit-log?limit=20&before=${next}`, entries);
  }

  private async read(path: string, before: readonly AuditEntry[]): Promise<void> {
    try {
      const page = (await this.request('GET', path)) as { entries: AuditEntry[]; next: number | null };
      this.change(() => ({ entries: [...before, ...page.entries], next: page.next, problem: '' }));
    } catch (reason) {
      this.change((state) => ({ ...state, problem: asRefusal(reason).message }));
    }
  }
}
