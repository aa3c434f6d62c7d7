import type { Kind } from '../../utils/profile/kinds';
import { lazy } from '../lazy';
import { BioControl } from './BioControl';
import { ChoiceControl } from './ChoiceControl';
import { CountryControl } from './CountryControl';
import type { Control } from './control';
import { HandleControl, LinkControl } from './LinkControl';
import { MultilineControl } from './MultilineControl';
import { DateControl, EmailControl, PhoneControl, TaxControl, TextControl } from './TextControl';
import { ToggleControl } from './ToggleControl';

/** Far down its panel, so its chunk may follow the first paint. */
const TagsControl = lazy(() => import('./TagsControl').then(({ TagsControl }) => TagsControl));

/** One control per kind: complete, or it does not compile. */
export const controls: { readonly [K in Kind]: Control<K> } = {
  text: TextControl,
  multiline: MultilineControl,
  bio: BioControl,
  email: EmailControl,
  phone: PhoneControl,
  date: DateControl,
  tax: TaxControl,
  link: LinkControl,
  handle: HandleControl,
  tags: TagsControl,
  choice: ChoiceControl,
  country: CountryControl,
  toggle: ToggleControl,
};
