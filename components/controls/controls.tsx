import type { Kind } from '../../utils/profile/kinds';
import { BioControl } from './BioControl';
import { ChoiceControl } from './ChoiceControl';
import { CountryControl } from './CountryControl';
import type { Control } from './control';
import { HandleControl, LinkControl } from './LinkControl';
import { MultilineControl } from './MultilineControl';
import { TagsControl } from './TagsControl';
import { DateControl, EmailControl, PhoneControl, TaxControl, TextControl } from './TextControl';
import { ToggleControl } from './ToggleControl';

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
