import type { ParticipantRole } from '../../shared/transcript-item.js';
import type { Features, Labels, Texts, Theme, WidgetConfiguration } from '../../shared/widget-config.js';

/** A page's changes to the widget's configuration, with the same names. */
export interface Customization {
  theme?: Partial<Theme>;
  texts?: Partial<Omit<Texts, 'labels'>> & { labels?: Labels };
  features?: Partial<Features>;
  /** Names of roles in the notes about who joined or left. */
  names?: Partial<Record<ParticipantRole, string>>;
  /** Addresses of pictures beside the messages of a role. */
  pictures?: Partial<Record<ParticipantRole, string>>;
}

/** Applies a page's changes to the configuration. */
export const customise = (
  configuration: WidgetConfiguration,
  { theme, texts, features }: Customization = {},
): WidgetConfiguration => ({
  ...configuration,
  // Keeps the same object if the page has no theme: Lit then renders nothing again.
  theme: theme ? { ...configuration.theme, ...theme } : configuration.theme,
  texts: {
    ...configuration.texts,
    ...texts,
    labels: { ...configuration.texts.labels, ...texts?.labels },
  },
  features: { ...configuration.features, ...features },
});
