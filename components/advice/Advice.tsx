import type { FunctionComponent } from 'preact';
import { type FieldName, fieldOf } from '../../utils/profile/fields';
import type { Kind } from '../../utils/profile/kinds';
import type { Editor } from '../editor/create-editor';
import { lazy } from '../lazy';

export interface AdviceProps {
  name: FieldName;
  editor: Editor;
}

/** The kinds of field that have something to say or to offer below their control, each a chunk of its own. */
const views: { readonly [K in Kind]?: FunctionComponent<AdviceProps> } = {
  phone: lazy(() => import('./PhoneAdvice').then(({ PhoneAdvice }) => PhoneAdvice)),
  tax: lazy(() => import('./VatAdvice').then(({ VatAdvice }) => VatAdvice)),
  tags: lazy(() => import('./TagAdvice').then(({ TagAdvice }) => TagAdvice)),
  bio: lazy(() => import('../bio/BioTools').then(({ BioTools }) => BioTools)),
};

export function Advice(props: AdviceProps) {
  const View = views[fieldOf(props.name).kind];
  return View ? <View {...props} /> : null;
}
