import type { ParticipantRole } from '../../shared/transcript-item.js';
import type { Features, Labels, Texts, Theme, WidgetConfiguration } from '../../shared/widget-config.js';

/** What one page has otherwise than the widget's configuration, in the configuration's own words. */
export interface Customization {
  theme?: Partial<Theme>;
  texts?: Partial<Omit<Texts, 'labels'>> & { labels?: Labels };
  features?: Partial<Features>;
  /** What those of a role are called where it is told that they came or went. */
  names?: Partial<Record<ParticipantRole, string>>;
  /** Addresses of pictures beside the messages of a role. */
  pictures?: Partial<Record<ParticipantRole, string>>;
}

/** The configuration as a page wants it. */
export const customise = (
  configuration: WidgetConfiguration,
  { theme, texts, features }: Customization = {},
): WidgetConfiguration => ({
  ...configuration,
  // One and the same where the page has nothing else: what is given to an element again is not drawn again.
  theme: theme ? { ...configuration.theme, ...theme } : configuration.theme,
  texts: {
    ...configuration.texts,
    ...texts,
    labels: { ...configuration.texts.labels, ...texts?.labels },
  },
  features: { ...configuration.features, ...features },
});
