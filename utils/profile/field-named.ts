import { matchName } from '../portal/property-name';
import { type FieldName, fields } from './fields';

const byPortalName = new Map<string, FieldName>(
  fields.flatMap(({ name, nested }) => [name, nested ?? []].flat().map(each => [each.toLowerCase(), name])),
);

/** The field that the portal means by a name, whatever its case and prefix. */
export const fieldNamed = (portalName: string): FieldName | undefined => matchName(portalName, byPortalName);
