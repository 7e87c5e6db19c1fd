import type { Widget } from '../../shared/widget-config.js';
import type { CustomerConnections } from '../routing/customer-connections.js';
import type { QueuePlaces } from '../routing/queue-places.js';
import type { ParticipantView } from './participant-view.js';

export interface CustomerAttendance {
  customerConnections: Pick<CustomerConnections, 'open'>;
  queuePlaces: Pick<QueuePlaces, 'follow'>;
  /** As it is now; undefined where it is gone. */
  widget: (widgetId: string) => Promise<Widget | undefined>;
  onError: (error: unknown) => void;
}

/**
 * The participant whom a contact is for is connected: counts as there, and is shown where the contact waits, unless the
 * widget does not want it. Returns the undo.
 */
export function attendCustomer(
  { customerConnections, queuePlaces, widget, onError }: CustomerAttendance,
  { contactId, widgetId }: { contactId: string; widgetId: string },
  view: ParticipantView,
): () => void {
  const disconnect = customerConnections.open(contactId);
  let isOver = false;
  let stopPlace = (): void => undefined;
  widget(widgetId)
    .then((found) => {
      if (isOver || !found?.features.queuePosition) return;
      stopPlace = queuePlaces.follow(contactId, (place) => view.queuePlace?.(place));
    })
    .catch(onError);
  return () => {
    isOver = true;
    stopPlace();
    disconnect();
  };
}
