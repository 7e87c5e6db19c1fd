import type { ContactFlow } from '../shared/contact-flow.js';
import type { Queue } from '../shared/queue.js';
import type { QueueMetrics } from '../shared/queue-metrics.js';
import { closestLanguage } from '../shared/languages.js';
import { resolveTexts } from '../shared/visitor-texts/resolve-texts.js';
import { flowTextNames } from '../shared/visitor-texts/visitor-texts.js';
import type { Widget } from '../shared/widget-config.js';
import type { Clock } from './clock.js';
import type { ContactInboxOptions } from './contact/contact-inbox.js';
import type { FlowWorld } from './contact/move-flow.js';
import { isOpen } from './routing/is-open.js';
import type { Collection } from './backend/configuration.js';

export interface FlowWorldOptions {
  flows: Collection<ContactFlow>;
  queues: Collection<Queue>;
  widgets: Collection<Widget>;
  metrics: (queueId: string) => QueueMetrics;
  clock: Clock;
}

/**
 * Loads what a contact's flow may use: its definition, all queues, and the texts in the contact's language.
 */
export function createFlowWorld({
  flows,
  queues,
  widgets,
  metrics,
  clock,
}: FlowWorldOptions): ContactInboxOptions['world'] {
  const queueOf = (id: string, { name, hoursOfOperation, wrapUp }: Queue): FlowWorld['queues'][string] => ({
    name,
    isOpen: isOpen(hoursOfOperation, clock.now()),
    metrics: metrics(id),
    ...(wrapUp && { wrapUp }),
  });

  return async ({ flowId, widgetId, language }) => {
    const [flow, widget, known] = await Promise.all([
      flows.get(flowId),
      widgets.get(widgetId),
      queues.list(),
    ]);
    return {
      flow: flow?.value.content ?? null,
      queues: Object.fromEntries(known.map(({ id, value }) => [id, queueOf(id, value)])),
      texts: widget ? flowTexts(widget.value, language) : {},
    };
  };
}

/** By widget and supported language. A changed widget is another object. */
const textsOf = new WeakMap<Widget, Map<string, Readonly<Record<string, string>>>>();

function flowTexts(widget: Widget, language: string): Readonly<Record<string, string>> {
  const tag = closestLanguage(language) ?? 'en';
  const known = textsOf.get(widget) ?? new Map<string, Readonly<Record<string, string>>>();
  textsOf.set(widget, known);
  const texts = known.get(tag) ?? resolveFlowTexts(widget, tag);
  known.set(tag, texts);
  return texts;
}

function resolveFlowTexts(widget: Widget, language: string): Readonly<Record<string, string>> {
  const texts = resolveTexts(widget.texts, language);
  return Object.fromEntries(flowTextNames.map((name) => [name, texts[name]]));
}
