import { inWords } from '../../../../shared/in-words.js';
import { limits } from '../../../../shared/limits.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { Model } from '../../../state/model.js';

/** What the section of retention shows. */
export interface RetentionState {
  /** The days, as typed; empty for never. Undefined until they are read. */
  readonly days: string | undefined;
  /** What was done last, in a sentence. */
  readonly news: string;
  /** What went wrong, in a sentence. */
  readonly problem: string;
  readonly isBusy: boolean;
}

/** What the number of days may be, in a sentence. */
export const daysRule = `A whole number from 1 to ${inWords(limits.retentionDays)}, or nothing to keep them.`;

/** After how many days ended contacts are erased: reads and changes it. */
export class RetentionModel extends Model<RetentionState> {
  private readonly request: ServiceRequest;

  constructor(request: ServiceRequest) {
    super({ days: undefined, news: '', problem: '', isBusy: false });
    this.request = request;
  }

  async load(): Promise<void> {
    await this.attempt(async () => {
      const { days } = (await this.request('GET', '/api/retention')) as { days: number | null };
      this.change((state) => ({ ...state, days: days === null ? '' : String(days) }));
      return '';
    });
  }

  type(days: string): void {
    this.change((state) => ({ ...state, days, news: '', problem: '' }));
  }

  async save(): Promise<void> {
    const text = this.snapshot.days?.trim() ?? '';
    const days = text === '' ? null : Number(text);
    if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= limits.retentionDays))
      return this.change((state) => ({ ...state, problem: daysRule }));
    await this.attempt(async () => {
      await this.request('PUT', '/api/retention', { days });
      return days === null ? 'Contacts are kept.' : `Contacts are erased ${text} days after their end.`;
    });
  }

  private async attempt(ask: () => Promise<string>): Promise<void> {
    if (this.snapshot.isBusy) return;
    this.change((state) => ({ ...state, isBusy: true, news: '', problem: '' }));
    try {
      const news = await ask();
      this.change((state) => ({ ...state, isBusy: false, news }));
    } catch (reason) {
      this.change((state) => ({ ...state, isBusy: false, problem: asRefusal(reason).message }));
    }
  }
}
