import ar from '../locales/labels/ar';
import de from '../locales/labels/de';
import en from '../locales/labels/en';
import es from '../locales/labels/es';
import fr from '../locales/labels/fr';
import it from '../locales/labels/it';
import pt from '../locales/labels/pt';
import type { Language } from './language';

export type LabelKey = keyof typeof en;
export type Labels = Readonly<Record<LabelKey, string>>;

/** The names of fields and the few sentences of menu, badge and address bar, in every language. A build writes each to its `labelsFile`. */
export const labels: Readonly<Record<Language, Labels>> = { en, es, fr, de, it, pt, ar };
