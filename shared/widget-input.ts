import { Type, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { AwaySchema } from './away.js';
import { limits } from './limits.js';
import { PreChatFieldSchema, takesOptions } from './pre-chat-field.js';
import { parseRegisteredDomain } from './registered-domain.js';
import { SurveySchema } from './survey.js';
import {
  FeaturesSchema,
  takesQuestions,
  TextsSchema,
  ThemeSchema,
  WidgetSchema,
  WidgetSecuritySchema,
  type Widget,
} from './widget-config.js';

const closed = { additionalProperties: false } as const;
const { openIcon, closeIcon, ...plain } = ThemeSchema.properties;

/** A widget as clients send it: every member except `name` is optional, at every depth. */
export const WidgetInputSchema = Type.Object(
  {
    name: WidgetSchema.properties.name,
    ...Type.Partial(Type.Pick(WidgetSchema, ['domains', 'flowId', 'language', 'startOn'])).properties,
    theme: Type.Optional(
      Type.Object(
        {
          ...Type.Partial(Type.Object(plain)).properties,
          openIcon: Type.Optional(Type.Partial(openIcon, closed)),
          closeIcon: Type.Optional(Type.Partial(closeIcon, closed)),
        },
        closed,
      ),
    ),
    texts: Type.Optional(Type.Partial(TextsSchema, closed)),
    features: Type.Optional(Type.Partial(FeaturesSchema, closed)),
    security: Type.Optional(Type.Partial(WidgetSecuritySchema, closed)),
    away: Type.Optional(Type.Partial(AwaySchema, closed)),
    survey: Type.Optional(Type.Partial(SurveySchema, closed)),
    preChat: Type.Optional(
      Type.Array(
        Type.Object(
          {
            ...Type.Pick(PreChatFieldSchema, ['name', 'label']).properties,
            ...Type.Partial(Type.Omit(PreChatFieldSchema, ['name', 'label'])).properties,
          },
          closed,
        ),
        { maxItems: limits.preChatFields, description: takesQuestions },
      ),
    ),
  },
  closed,
);

/** A violation at one member of a widget. */
export interface WidgetProblem {
  code: 'REQUEST_INVALID' | 'DOMAIN_INVALID' | 'DOMAIN_DUPLICATE';
  /** The member at fault (RFC 6901); the first one comes first. */
  pointer: string;
  /** What the member accepts, for people. */
  message: string;
}

/** The complete widget, or all problems of the input. */
export type CheckedWidget = { widget: Widget; problems: [] } | { widget: null; problems: WidgetProblem[] };

/** Checks the widget that a client sends. The service and the administrator's page use the same rules. */
export function checkWidget(input: unknown): CheckedWidget {
  const faults = schemaProblems(input);
  const { domains = [] } = (isObject(input) ? input : {}) as { domains?: unknown };
  const checked = checkDomains(Array.isArray(domains) ? domains : []);
  const known = new Set(faults.map(({ pointer }) => pointer));
  const other = checked.problems.filter(({ pointer }) => !known.has(pointer));
  if (faults.length + other.length > 0) return { widget: null, problems: [...faults, ...other] };
  const widget = Value.Default(WidgetSchema, Value.Clone(input)) as Widget;
  const problems = questionProblems(widget.preChat);
  if (problems.length > 0) return { widget: null, problems };
  return { widget: { ...widget, domains: checked.domains }, problems: [] };
}

/** RFC 7396 §2, safe against prototype members. Null resets a member to its default. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    // Defined as an own member, even for `__proto__`; the check then refuses the name.
    else Object.defineProperty(merged, name, { ...own, value: mergePatch(merged[name], value) });
  }
  return merged;
}
const own = { enumerable: true, configurable: true, writable: true };

function schemaProblems(input: unknown): WidgetProblem[] {
  const found = new Map<string, WidgetProblem>();
  for (const { instancePath, keyword, message, params } of Value.Errors(WidgetInputSchema, input)) {
    const { additionalProperties, requiredProperties } = params as Record<string, string[] | undefined>;
    const member = additionalProperties?.[0] ?? requiredProperties?.[0];
    const pointer = instancePath + (member === undefined ? '' : `/${escapePointer(member)}`);
    if (found.has(pointer)) continue;
    // The schema of a forbidden member is `false`.
    const isUnknown = additionalProperties !== undefined || keyword === 'boolean';
    const takes = isUnknown ? 'Unknown member.' : descriptionOf(pointer);
    found.set(pointer, {
      code: 'REQUEST_INVALID',
      pointer,
      message: takes ?? `${pointer || 'The widget'} ${message}.`,
    });
  }
  return [...found.values()];
}

/** The description of the member at a pointer, from its schema. */
function descriptionOf(pointer: string): string | undefined {
  let schema: TSchema & { properties?: Record<string, TSchema>; items?: TSchema; description?: string } =
    WidgetInputSchema;
  for (const name of pointer.split('/').slice(1)) {
    const members = new Map(Object.entries(schema.properties ?? {}));
    const next = members.get(name) ?? (/^\d+$/.test(name) ? schema.items : undefined);
    if (!next) break;
    schema = next;
  }
  return schema.description;
}

function checkDomains(domains: readonly unknown[]): { domains: string[]; problems: WidgetProblem[] } {
  const seen = new Set<string>();
  const problems: WidgetProblem[] = [];
  for (const [index, text] of domains.entries()) {
    if (typeof text !== 'string') continue;
    const pointer = `/domains/${index}`;
    const parsed = parseRegisteredDomain(text);
    if (!parsed.ok) problems.push({ code: 'DOMAIN_INVALID', pointer, message: parsed.reason });
    else if (seen.has(parsed.domain))
      problems.push({ code: 'DOMAIN_DUPLICATE', pointer, message: 'This domain is listed twice.' });
    else seen.add(parsed.domain);
  }
  return { domains: [...seen], problems };
}

/** Rules beyond the schema: each question has a unique name, and a select has options. */
function questionProblems(questions: Widget['preChat']): WidgetProblem[] {
  const names = new Set<string>();
  return questions.flatMap(({ name, type, options }, index) => {
    const problem = (member: string, message: string): WidgetProblem[] => [
      { code: 'REQUEST_INVALID', pointer: `/preChat/${index}/${member}`, message },
    ];
    if (names.has(name)) return problem('name', 'Another question has this name.');
    names.add(name);
    if (type === 'select' && options.length === 0) return problem('options', takesOptions);
    return [];
  });
}

const escapePointer = (member: string): string => member.replace(/~/g, '~0').replace(/\//g, '~1');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
