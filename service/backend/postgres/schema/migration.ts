/**
 * A step of the schema. Steps only go forward, and a step that was released never changes: another change is another step.
 * Processes of the release before go on while a step runs and after it, so that a step only adds what they do not miss.
 */
export interface Migration {
  /** Unique; steps run in the order of the list in `migrations.ts`. */
  name: string;
  sql: string;
}
