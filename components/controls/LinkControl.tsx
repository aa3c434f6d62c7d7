import { linkTo } from '../../utils/profile/links';
import { LinkIcon } from '../icons';
import { labelOf, t } from '../words';
import { type Control, type ControlProps, moreId } from './control';
import { code, Line } from './TextControl';

/** A web address or a handle, with the page it leads to. Only http and https ever become a link. */
function Linked<K extends 'link' | 'handle'>(props: ControlProps<K>) {
  const { field, value } = props;
  const href = linkTo(value, field.service);
  return (
    <>
      <Line {...props} look={{ ...code, inputMode: 'url' }} />
      {href && (
        <p class="row-more" id={moreId(field.name)}>
          <a href={href} target="_blank" rel="noopener noreferrer" dir="ltr">
            <span class="spoken">{t('link_open', { field: labelOf(field.name) })} </span>
            <span>{href.replace(/^https?:\/\/(www\.)?|\/$/g, '')}</span>
            <LinkIcon />
          </a>
        </p>
      )}
    </>
  );
}

export const LinkControl: Control<'link'> = props => <Linked {...props} />;
export const HandleControl: Control<'handle'> = props => <Linked {...props} />;
