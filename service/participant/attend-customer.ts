import type { Widget } from '../../shared/widget-config.js';
import type { CustomerConnections } from '../routing/customer-connections.js';
import type { QueuePlaces } from '../routing/queue-places.js';
import type { ParticipantView } from './participant-view.js';

export interface CustomerAttendance {
  customerConnections: Pick<CustomerConnections, 'open'>;
  queuePlaces: Pick<QueuePlaces, 'follow'>;
  /** The widget's current configuration; undefined if it was deleted. */
  widget: (widgetId: string) => Promise<Widget | undefined>;
  onError: (error: unknown) => void;
}

/**
 * Registers a connection of the contact's customer for presence. Shows the place in the queue, unless the
 * widget hides it. Returns the undo.
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
