import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { parseRegisteredDomain } from '../../shared/registered-domain.js';
import {
  TextsSchema,
  ThemeSchema,
  WidgetSchema,
  WidgetSecuritySchema,
  type Widget,
} from '../../shared/widget-config.js';
import { ServiceError } from '../errors.js';

const closed = { additionalProperties: false } as const;
const { font: _font, openIcon, closeIcon, ...colours } = ThemeSchema.properties;

/** A widget as it is sent: everything but `name` may be left out, at every depth. */
export const WidgetInputSchema = Type.Object(
  {
    name: WidgetSchema.properties.name,
    ...Type.Partial(Type.Omit(WidgetSchema, ['name', 'theme', 'texts', 'security'])).properties,
    theme: Type.Optional(
      Type.Object(
        {
          ...Type.Partial(Type.Object(colours)).properties,
          font: Type.Optional(ThemeSchema.properties.font),
          openIcon: Type.Optional(Type.Partial(openIcon, closed)),
          closeIcon: Type.Optional(Type.Partial(closeIcon, closed)),
        },
        closed,
      ),
    ),
    texts: Type.Optional(Type.Partial(TextsSchema, closed)),
    security: Type.Optional(Type.Partial(WidgetSecuritySchema, closed)),
  },
  closed,
);

/** A change of a widget: a JSON merge patch (RFC 7396); what is null goes back to its default. */
export const WidgetPatchSchema = Type.Record(Type.String(), Type.Unknown(), {
  description: 'A JSON merge patch of a widget: null goes back to the default.',
});

/** The whole widget that this input means. Throws a {@link ServiceError} that names the member at fault. */
export function completeWidget(input: unknown): Widget {
  const [first] = Value.Errors(WidgetInputSchema, input);
  if (first) throw invalid(first.instancePath, first.message);
  const widget = Value.Default(WidgetSchema, withObjects(input as object)) as Widget;
  return { ...widget, domains: checkDomains(widget.domains) };
}

/** The widget after a merge patch. */
export const patchWidget = (widget: Widget, patch: unknown): Widget =>
  completeWidget(mergePatch(widget, patch));

const withObjects = (input: object): object => {
  const { theme = {}, texts = {}, security = {}, ...rest } = structuredClone(input) as Partial<Widget>;
  const icons = { openIcon: {}, closeIcon: {} };
  return { ...rest, theme: { ...icons, ...theme }, texts, security };
};

function checkDomains(domains: readonly string[]): string[] {
  const seen = new Set<string>();
  return domains.map((text, index) => {
    const pointer = `/domains/${index}`;
    const parsed = parseRegisteredDomain(text);
    if (!parsed.ok) throw new ServiceError('DOMAIN_INVALID', { pointer, message: parsed.reason });
    if (seen.has(parsed.domain)) throw new ServiceError('DOMAIN_DUPLICATE', { pointer });
    seen.add(parsed.domain);
    return parsed.domain;
  });
}

const invalid = (pointer: string, message: string): ServiceError =>
  new ServiceError('REQUEST_INVALID', { pointer, message: `${pointer || 'The widget'} ${message}.` });

/** RFC 7396 §2, over values without prototypes in mind: only own, harmless names are taken. */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (name === '__proto__') throw invalid('/__proto__', 'must not be there');
    if (value === null) delete merged[name];
    else merged[name] = mergePatch(merged[name], value);
  }
  return merged;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
