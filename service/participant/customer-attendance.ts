import type { Widget } from '../../shared/widget-config.js';
import type { CustomerConnections } from '../routing/customer-connections.js';
import type { QueuePlaces } from '../routing/queue-places.js';
import type { ParticipantView } from './participant-view.js';

export interface CustomerAttendanceOptions {
  customerConnections: Pick<CustomerConnections, 'open'>;
  queuePlaces: Pick<QueuePlaces, 'follow' | 'unfollow'>;
  /** The widget's current configuration; undefined if it was deleted. */
  widget: (widgetId: string) => Promise<Widget | undefined>;
  onError: (error: unknown) => void;
}

/** The customer's contact, and its widget. */
interface Attended {
  contactId: string;
  widgetId: string;
}

/**
 * A connection of the contact's customer: it counts for presence, and shows the place in the queue, unless the widget
 * hides it. One object instead of closures, because most of ten thousand customers wait.
 */
export class CustomerAttendance {
  readonly #options: CustomerAttendanceOptions;
  readonly #contact: Attended;
  readonly #view: ParticipantView;
  readonly #disconnect: () => void;
  #isOver = false;

  constructor(options: CustomerAttendanceOptions, contact: Attended, view: ParticipantView) {
    this.#options = options;
    this.#contact = contact;
    this.#view = view;
    this.#disconnect = options.customerConnections.open(contact.contactId);
    this.#followPlace().catch(options.onError);
  }

  /** The connection was closed. */
  stop(): void {
    this.#isOver = true;
    this.#options.queuePlaces.unfollow(this.#contact.contactId, this.#view);
    this.#disconnect();
  }

  async #followPlace(): Promise<void> {
    const { widget, queuePlaces } = this.#options;
    const found = await widget(this.#contact.widgetId);
    if (!this.#isOver && found?.features.queuePosition)
      queuePlaces.follow(this.#contact.contactId, this.#view);
  }
}
